"""Step 8, Ausgeben: print the concept as an accessible PDF, for a file or to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kizdesk.concept.tree import Document
from kizdesk.project.basics.logo import with_logo
from kizdesk.project.concept import in_short, present_document
from kizdesk.project.files import ensure_folder
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.review import as_review_copy
from kizdesk.project.output.writing import Progress, Written
from kizdesk.project.versions.absent import absent_remark
from kizdesk.project.versions.freezing import version_document
from kizdesk.writers.print import BlockPlace, Printed, PrintLane, PrintOptions, Sheets, Unprintable, sheets
from kizdesk.writers.target import replace_file

__all__ = [
    "PRINT_FILE",
    "BlockPlace",
    "PrintLane",
    "PrintOptions",
    "PrintWish",
    "Printed",
    "Sheets",
    "Unprintable",
    "export_print",
    "present_sheets",
    "print_pdf",
    "write_print",
]
PRINT_FILE: Final = "Integrationskonzept.pdf"
CHECKED: Final = (
    "Beim Erstellen vom Satzprogramm (typst) geprüft nach PDF/UA-1 (für Vorleseprogramme) und PDF/A-2a (fürs Archiv)."
)
_SETTING, _WRITING, _WRITTEN = "PDF wird gesetzt", "PDF wird geschrieben", "PDF ist geschrieben"
_NO_COMMENTS: Final = "Die Kommentare der Prüffassung stehen nur in der Word-Datei."
_USUAL = 15
"""Beats that printing usually takes, to tell how far it may be."""


@dataclass(frozen=True, slots=True)
class PrintWish:
    """Say what is printed: the present content or a frozen version, whole or as Kurzfassung, and how."""

    version_id: str = ""
    in_brief: bool = False
    is_review: bool = False
    """It bears the notice of a review copy; the comments of that stand in the Word file."""
    options: PrintOptions = field(default_factory=PrintOptions)


def present_sheets(project: OpenProject, options: PrintOptions | None = None) -> Sheets:
    """Return what is printed of the present content; a function that can be sent to the second process."""
    with collector_paused():
        return sheets(present_document(project), with_logo(project, options))


def export_print(
    project: OpenProject, folder: Path, progress: Progress, *, wish: PrintWish, name: str = PRINT_FILE
) -> Written:
    """Print into a folder, which is made if it is missing."""
    ensure_folder(folder)
    return print_pdf(project, folder / name, wish, progress)


def write_print(project: OpenProject, folder: Path, progress: Progress, *, line_numbers: bool = False) -> list[Written]:
    """Print the present content under its usual name."""
    wish = PrintWish(options=PrintOptions(line_numbers=line_numbers))
    return [export_print(project, folder, progress, wish=wish)]


def print_pdf(project: OpenProject, target: Path, wish: PrintWish, progress: Progress) -> Written:
    """Write a PDF beside its place and put it there; what stood there is replaced.

    Raises EnvironmentFault if the target cannot be written, UserError if the version is gone.
    """
    progress("Inhalt zusammenstellen", 0.0)
    with PrintLane() as lane:
        with collector_paused():
            document = _content(project, wish)
            absent = absent_remark(project, document, in_brief=wish.in_brief)
            made = sheets(document, with_logo(project, wish.options))
        printed = lane.request(made, printed=project.now(), beat=_Beat(progress), places=False)
    progress(_WRITING, 0.95)
    replace_file(target, printed.pdf)
    progress(_WRITTEN, 1.0)
    remarks = (absent, *_unprinted(made), _NO_COMMENTS if wish.is_review else "", CHECKED)
    return Written(target, len(printed.pdf), printed.pages, tuple(filter(None, remarks)))


def _content(project: OpenProject, wish: PrintWish) -> Document:
    document = version_document(project, wish.version_id) if wish.version_id else present_document(project)
    document = in_short(project, document) if wish.in_brief else document
    return as_review_copy(document) if wish.is_review else document


def _unprinted(made: Sheets) -> tuple[str, ...]:
    if not made.marks:
        return ()
    where = "An einer Stelle steht" if made.marks == 1 else f"An {made.marks} Stellen steht"
    return (f"{where} ein Kästchen mit Fragezeichen: Für diese Zeichen hat kizdesk keine Schrift.",)


class _Beat:
    """Tell how far the print may be; this is also where it stops."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._beats = progress, 0

    def __call__(self) -> None:
        self._beats += 1
        self._progress(_SETTING, 0.2 + 0.7 * self._beats / (self._beats + _USUAL))
