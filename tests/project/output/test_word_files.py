"""Test that every Word file the program writes is what Word takes without a question."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from kizdesk.domain.interviews import Interview
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.forms.sending import send_forms
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.minutes import write_minutes
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import writing as output
from kizdesk.project.papers.writing import write_papers
from kizdesk.writers.word.soundness import faults


def silent(_what: str, _share: float) -> None:
    """Be told of progress, and say nothing."""


def concept(project: OpenProject, folder: Path) -> Iterable[Path]:
    return [output.export_word(project, folder, silent).path]


def review(project: OpenProject, folder: Path) -> Iterable[Path]:
    return [output.export_review(project, folder, silent).path]


def short(project: OpenProject, folder: Path) -> Iterable[Path]:
    return [output.export_short(project, folder, silent).path]


def papers(project: OpenProject, folder: Path) -> Iterable[Path]:
    return [written.path for written in write_papers(project, folder, silent)]


def minutes(project: OpenProject, folder: Path) -> Iterable[Path]:
    interview = next(iter(project.snapshot.all(Interview)))
    return [write_minutes(project, interview.id, folder / "Protokoll.docx", silent).path]


def letters(project: OpenProject, folder: Path) -> Iterable[Path]:
    wish = FormWish(("05162024",), ("b",), return_by=date(2026, 3, 6), with_letters=True, sender=("Der Landrat",))
    send_forms(project, wish, folder, silent)
    return list(folder.rglob("*.docx"))


@pytest.mark.parametrize("write", [concept, review, short, papers, minutes, letters])
def test_a_word_file_is_sound(
    write: Callable[[OpenProject, Path], Iterable[Path]],
    example: OpenProject,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kizdesk.writers.word.writer.find_office", tuple)
    written = list(write(example, tmp_path))

    assert written
    for path in written:
        assert faults(path.read_bytes()) == []
        assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


def test_a_review_copy_is_written_beside_the_clean_one(
    example: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kizdesk.writers.word.writer.find_office", tuple)
    output.export(example, tmp_path, ["word"], silent, comments=True)

    heads = {
        path.name: [line.text for line in docx.Document(str(path)).sections[-1].header.paragraphs]
        for path in tmp_path.glob("*.docx")
    }
    assert sorted(heads) == ["Integrationskonzept-Prüffassung.docx", "Integrationskonzept.docx"]
    assert heads["Integrationskonzept-Prüffassung.docx"][1].startswith("Prüffassung mit Kommentaren · Beispiel")
    assert heads["Integrationskonzept.docx"][1].startswith("Beispiel")


def test_a_review_copy_of_a_version_tells_nothing_of_what_the_check_finds_today(
    example: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kizdesk.writers.word.writer.find_office", tuple)
    (version,) = example.snapshot.all(ConceptVersion)

    written = output.export_concept(example, tmp_path, silent, counts_pages=False, version_id=version.id, comments=True)
    told = [comment.text for comment in docx.Document(str(written.path)).comments]
    assert any(text.startswith("Herkunft") for text in told)
    assert not [text for text in told if text.startswith("Prüfung")]
