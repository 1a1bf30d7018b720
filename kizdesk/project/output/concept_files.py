"""Write the concept as Word file, as PDF, or as both, under one name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kizdesk.project.opened import OpenProject
from kizdesk.project.output.printing import PrintOptions, PrintWish, export_print
from kizdesk.project.output.writing import Progress, Written, export_concept

PDF_ENDING = ".pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptFiles:
    """Be the writing of the files of a concept, as work that can be sent to another process."""

    folder: Path
    name: str
    """That of the Word file; the PDF has another ending."""
    word: bool = True
    pdf: bool = False
    version_id: str = ""
    in_brief: bool = False
    counts_pages: bool = False
    comments: bool = False
    line_numbers: bool = False

    def __call__(self, project: OpenProject, progress: Progress) -> tuple[Written, ...]:
        """Write them, the Word file first; what is written when it is broken off stays."""
        both = self.word and self.pdf
        written: list[Written] = []
        if self.word:
            written.append(self._word(project, _part(progress, 0.0, 0.6 if both else 1.0)))
        if self.pdf:
            written.append(self._print(project, _part(progress, 0.6 if both else 0.0, 1.0)))
        return tuple(written)

    def _word(self, project: OpenProject, progress: Progress) -> Written:
        return export_concept(
            project,
            self.folder,
            progress,
            counts_pages=self.counts_pages,
            version_id=self.version_id,
            name=self.name,
            in_brief=self.in_brief,
            comments=self.comments,
        )

    def _print(self, project: OpenProject, progress: Progress) -> Written:
        options = PrintOptions(line_numbers=self.line_numbers)
        wish = PrintWish(version_id=self.version_id, in_brief=self.in_brief, is_review=self.comments, options=options)
        return export_print(project, self.folder, progress, wish=wish, name=pdf_name(self.name))


def pdf_name(word_name: str) -> str:
    """Return what the PDF is called beside a Word file."""
    return str(Path(word_name).with_suffix(PDF_ENDING))


def _part(progress: Progress, start: float, end: float) -> Progress:
    return partial(_told, progress, start, end)


def _told(progress: Progress, start: float, end: float, what: str, share: float) -> None:
    progress(what, start + share * (end - start))
