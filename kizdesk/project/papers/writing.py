"""Write papers as Word files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from kizdesk.concept.papers.build import paper_document
from kizdesk.concept.tree import Document
from kizdesk.domain.papers import PaperKind
from kizdesk.project.files import ensure_folder
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.concept_file import Fate, fate_of
from kizdesk.project.output.writing import Progress, Written, write_document
from kizdesk.project.overview import concept_state
from kizdesk.project.papers.doubts import doubt_about_date, doubts_about_meetings
from kizdesk.project.papers.reading import begun_papers, brief_of, unanswered
from kizdesk.writers.word import write_word

__all__ = ["FILES", "Fate", "PaperInFolder", "document_of", "fate_of", "remarks", "write_paper", "write_papers"]
FILES = MappingProxyType({PaperKind.COUNCIL: "Sitzungsvorlage.docx", PaperKind.REPORT: "Sachstandsbericht.docx"})
"""The names under which papers are written."""


@dataclass(frozen=True, slots=True)
class PaperInFolder:
    """Be the writing of a paper into a folder, as work that can be sent to another process."""

    kind: PaperKind
    folder: Path

    def __call__(self, project: OpenProject, progress: Progress) -> Written:
        """Write it."""
        return write_paper(project, self.kind, self.folder, progress)


def document_of(project: OpenProject, kind: PaperKind) -> Document:
    """Return a paper as it stands."""
    return paper_document(brief_of(project, kind))


def write_paper(project: OpenProject, kind: PaperKind, folder: Path, progress: Progress) -> Written:
    """Write a paper into a folder, which is made if it is missing; a file that somebody worked on is kept beside it."""
    ensure_folder(folder)
    target = folder / FILES[kind]
    written = write_document(project, target, progress, write_word, partial(document_of, project, kind))
    return replace(written, remarks=(*remarks(project, kind), *written.remarks))


def write_papers(project: OpenProject, folder: Path, progress: Progress) -> list[Written]:
    """Write the Sitzungsvorlage, and the Sachstandsbericht if there is something for it."""
    return [write_paper(project, kind, folder, progress) for kind in begun_papers(project)]


def remarks(project: OpenProject, kind: PaperKind) -> tuple[str, ...]:
    """Say what somebody should know before a paper is sent on: a changed concept, open answers, doubtful days."""
    told = (_changed_concept(project, kind), _open_answers(project, kind), doubt_about_date(project, kind))
    return (*filter(None, told), *doubts_about_meetings(project, kind).values())


def _changed_concept(project: OpenProject, kind: PaperKind) -> str:
    """Say that the concept differs from the version of which the paper speaks."""
    state = concept_state(project)
    if not state.number or not state.changes:
        return ""
    if kind is PaperKind.REPORT:
        return (
            f"Der Bericht spricht von Fassung {state.number}. Das Konzept wurde seither geändert; bitte prüfen, ob "
            "seine Angaben noch stimmen, oder zuerst eine neue Fassung festschreiben."
        )
    return (
        f"Die Vorlage spricht von Fassung {state.number}. Das Konzept wurde seither geändert; sollen die Änderungen "
        "mit beschlossen werden, bitte zuerst eine neue Fassung festschreiben."
    )


def _open_answers(project: OpenProject, kind: PaperKind) -> str:
    if kind is not PaperKind.REPORT:
        return ""
    count = len(unanswered(project))
    if not count:
        return ""
    return "Eine Frage ist noch nicht beantwortet." if count == 1 else f"{count} Fragen sind noch nicht beantwortet."
