"""Step 8, Ausgeben: write the papers of a project into a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from kizdesk.concept.tree import Document
from kizdesk.domain.errors import UserError
from kizdesk.project.concept import in_short, present_document, short_document
from kizdesk.project.durable.interchange import exported
from kizdesk.project.files import disk_faults, ensure_folder, set_aside
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.house_template import template_of
from kizdesk.project.output.review import as_review_copy, review_comments
from kizdesk.project.versions.absent import absent_remark
from kizdesk.project.versions.freezing import version_document
from kizdesk.writers.target import replace_file
from kizdesk.writers.word import WordReport, find_office, was_edited, write_word, write_word_laid_out

Progress = Callable[[str, float], None]
"""Called with what is being done and the share that is done, from 0 to 1."""
WORD, PRINT, SHORT, PAPER, LETTERS = "word", "print", "short", "paper", "letters"
OUTPUTS = (WORD, PRINT, SHORT, PAPER, LETTERS, "application", "xlsx")
AVAILABLE = (WORD, PRINT, SHORT, PAPER, LETTERS)
CONCEPT_FILE, SHORT_FILE = "Integrationskonzept.docx", "Integrationskonzept-Kurzfassung.docx"
REVIEW_FILE = "Integrationskonzept-Prüffassung.docx"
Comment = Callable[[OpenProject, Document], Mapping[str, Sequence[str]]]
"""Tells what is to be said of the blocks of a document."""


@dataclass(frozen=True, slots=True)
class Written:
    """Be one file that was written; pages are None where nobody counted them."""

    path: Path
    size: int
    """In bytes."""
    pages: int | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InFolder:
    """Be the writing of one output into a folder, as work that can be sent to another process."""

    write: Callable[[OpenProject, Path, Progress], Written]
    folder: Path

    def __call__(self, project: OpenProject, progress: Progress) -> Written:
        """Write it."""
        return self.write(project, self.folder, progress)


@dataclass(frozen=True, slots=True)
class VersionInFile:
    """Be the writing of a frozen version into a file, as work that can be sent to another process."""

    version_id: str
    target: Path

    def __call__(self, project: OpenProject, progress: Progress) -> Written:
        """Write it."""
        return export_version_word(project, self.version_id, self.target, progress)


def export(
    project: OpenProject,
    folder: Path,
    outputs: Iterable[str],
    progress: Progress,
    *,
    line_numbers: bool = False,
    comments: bool = False,
) -> list[Written]:
    """Write the wanted outputs of the present content; raises UserError for one that is not available.

    With ``line_numbers`` the lines of the PDF are numbered, so that a committee can name them; with ``comments`` a
    review copy is written beside the others.
    """
    wanted = list(dict.fromkeys(outputs))
    for output in wanted:
        if output not in AVAILABLE:
            raise UserError(f"Die Ausgabe „{output}“ ist in dieser Fassung noch nicht verfügbar.")
    ensure_folder(folder)
    wishes = {PRINT: {"line_numbers": line_numbers}}
    files = [file for output in wanted for file in _written(output, project, folder, progress, wishes.get(output, {}))]
    return [*files, export_review(project, folder, progress)] if comments else files


def default_folder(project: OpenProject) -> Path:
    """Return the folder that is proposed for what a project prints: one beside its file."""
    return project.path.parent / "Ausgabe"


def can_count_pages() -> bool:
    """Tell whether LibreOffice is there to count the pages of a Word file."""
    return bool(find_office())


def export_concept(
    project: OpenProject,
    folder: Path,
    progress: Progress,
    *,
    counts_pages: bool,
    version_id: str = "",
    name: str = CONCEPT_FILE,
    in_brief: bool = False,
    comments: bool = False,
) -> Written:
    """Write the present content, or a frozen version, into a folder, which is made if it is missing.

    With ``in_brief`` only the Kurzfassung of it, with ``comments`` a review copy; that of a version says where its
    blocks come from, and nothing of what the check finds today.
    """
    ensure_folder(folder)
    write = write_word_laid_out if counts_pages else write_word
    read = partial(_content, project, version_id, in_brief=in_brief)
    comment = partial(review_comments, is_present=not version_id) if comments else None
    remark = partial(absent_remark, project, in_brief=in_brief)
    return write_document(project, folder / name, progress, write, read, comment, remark)


def is_somebodys_work(target: Path) -> bool:
    """Tell whether there is a file that somebody worked on since kizdesk wrote it, or that it did not write."""
    with disk_faults(target):
        return target.is_file() and was_edited(target)


def export_exchange(project: OpenProject, folder: Path, progress: Progress) -> Written:
    """Write everything the project holds as JSON into a folder; an older file of that name is replaced."""
    ensure_folder(folder)
    progress("Daten zusammenstellen", 0.0)
    target = folder / f"{project.path.stem}.json"
    data = exported(project)
    progress("Datei schreiben", 0.8)
    replace_file(target, data)
    return Written(target, len(data))


def export_word(project: OpenProject, folder: Path, progress: Progress) -> Written:
    """Write the Integrationskonzept as a Word file, its page numbers counted where LibreOffice is installed."""
    return _word(project, folder, progress, write_word_laid_out)


def export_short(project: OpenProject, folder: Path, progress: Progress) -> Written:
    """Write the Kurzfassung as a Word file, its pages counted where LibreOffice is installed."""
    read, remark = partial(short_document, project), partial(absent_remark, project, in_brief=True)
    return write_document(project, folder / SHORT_FILE, progress, write_word_laid_out, read, remark=remark)


def export_review(project: OpenProject, folder: Path, progress: Progress) -> Written:
    """Write the Integrationskonzept with comments on what each block rests on and what the check finds there."""
    read = partial(present_document, project)
    return write_document(project, folder / REVIEW_FILE, progress, write_word_laid_out, read, review_comments)


def export_word_estimated(project: OpenProject, folder: Path, progress: Progress) -> Written:
    """Write the Integrationskonzept as a Word file with estimated page numbers, which takes no other program."""
    return _word(project, folder, progress, write_word)


def export_version_word(
    project: OpenProject, version_id: str, target: Path, progress: Progress, *, estimated: bool = False
) -> Written:
    """Write a frozen version as a Word file, as it was frozen; raises UserError if the version is gone.

    With ``estimated`` its page numbers are estimated, which takes no other program.
    """
    write = write_word if estimated else write_word_laid_out
    read, remark = partial(version_document, project, version_id), partial(absent_remark, project)
    return write_document(project, target, progress, write, read, remark=remark)


def write_document(
    project: OpenProject,
    target: Path,
    progress: Progress,
    write: Callable[..., WordReport],
    read: Callable[[], Document],
    comment: Comment | None = None,
    remark: Callable[[Document], str] | None = None,
) -> Written:
    """Write a document into a file beside its place and put it there; what somebody worked on is set aside before."""
    progress("Inhalt zusammenstellen", 0.0)
    with collector_paused():
        document = read()
        remarked = remark(document) if remark is not None else ""
        if comment is not None:
            write = partial(write, comments=comment(project, document))
            document = as_review_copy(document)
        template = template_of(project)
        with _kept_if_edited(target) as aside:
            report = write(document, target, template=template, created=project.now(), progress=progress)
    progress("Word-Datei ist geschrieben", 1.0)
    kept = () if aside is None else (f"Die frühere Datei wurde bearbeitet und bleibt erhalten: „{aside.name}“.",)
    return Written(target, report.size, report.pages, tuple(filter(None, (remarked, report.note, *kept))))


def _written(
    output: str, project: OpenProject, folder: Path, progress: Progress, wishes: Mapping[str, bool]
) -> list[Written]:
    """Write one output; where its module uses this one, it is loaded here."""
    if output not in _ELSEWHERE:
        return [_WRITERS[output](project, folder, progress)]
    module, name = _ELSEWHERE[output].split(":")
    write: Callable[..., list[Written]] = getattr(import_module(module), name)
    return write(project, folder, progress, **wishes)


def _word(project: OpenProject, folder: Path, progress: Progress, write: Callable[..., WordReport]) -> Written:
    read, remark = partial(present_document, project), partial(absent_remark, project)
    return write_document(project, folder / CONCEPT_FILE, progress, write, read, remark=remark)


def _content(project: OpenProject, version_id: str, *, in_brief: bool) -> Document:
    document = version_document(project, version_id) if version_id else present_document(project)
    return in_short(project, document) if in_brief else document


def _kept_if_edited(target: Path) -> AbstractContextManager[Path | None]:
    """Set aside what somebody worked on; a file that is as kizdesk wrote it may be replaced."""
    return set_aside(target) if is_somebodys_work(target) else nullcontext()


_WRITERS: dict[str, Callable[[OpenProject, Path, Progress], Written]] = {
    WORD: export_word,
    SHORT: export_short,
}
_ELSEWHERE = {
    PRINT: "kizdesk.project.output.printing:write_print",
    PAPER: "kizdesk.project.papers.writing:write_papers",
    LETTERS: "kizdesk.project.letters.writing:write_letters",
}
