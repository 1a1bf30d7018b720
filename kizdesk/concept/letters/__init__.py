"""Write the letters to municipalities: one module per letter, over the frame that all have.

``frame`` is head, address, greeting, closing and enclosures; ``words_filled`` puts the names of a municipality into
texts that somebody wrote for all; ``form_cover``, ``invitation``, ``request`` and ``reminder`` are what is between;
``together`` puts several letters into one file.
"""

from kizdesk.concept.letters.form_cover import Letter, letter_document

__all__ = ["Letter", "letter_document"]
