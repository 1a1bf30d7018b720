"""Write the document tree as a Word file with real styles, filled contents and hidden bookmarks."""

from kizdesk.writers.word.edited import was_edited
from kizdesk.writers.word.pages import find_office
from kizdesk.writers.word.writer import WordReport, word_bytes, write_word, write_word_laid_out

__all__ = ["WordReport", "find_office", "was_edited", "word_bytes", "write_word", "write_word_laid_out"]
