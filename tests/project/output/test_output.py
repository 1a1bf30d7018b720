from pathlib import Path

import docx
import pytest

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.layout import ChapterChoice
from kizdesk.project.concept import latest_version, materials
from kizdesk.project.durable.interchange import export_data
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import AVAILABLE, OUTPUTS, export, export_concept, export_word_estimated


def silent(_what: str, _share: float) -> None:
    return None


@pytest.mark.parametrize("output", [output for output in OUTPUTS if output not in AVAILABLE])
def test_an_output_that_comes_later_is_refused_and_nothing_written(
    output: str, project: OpenProject, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="noch nicht verfügbar"):
        export(project, tmp_path / "aus", ["word", output], silent)

    assert not (tmp_path / "aus").exists()


def test_the_concept_tells_its_size_and_how_far_its_pages_hold(project: OpenProject, tmp_path: Path) -> None:
    written = export_word_estimated(project, tmp_path, silent)

    assert written.size == written.path.stat().st_size
    assert written.remarks


def test_progress_goes_from_nothing_to_all(project: OpenProject, tmp_path: Path) -> None:
    shares: list[float] = []

    export_word_estimated(project, tmp_path, lambda _what, share: shares.append(share))

    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(project: OpenProject, tmp_path: Path) -> None:
    target = tmp_path / "aus" / "daten.json"
    target.mkdir(parents=True)

    with pytest.raises(EnvironmentFault, match="Ordner"):
        export_data(project, target)

    assert list(target.parent.iterdir()) == [target]


def test_a_concept_that_somebody_worked_on_is_kept(project: OpenProject, tmp_path: Path) -> None:
    first = export_word_estimated(project, tmp_path, silent)
    edited = docx.Document(str(first.path))
    edited.core_properties.last_modified_by = "Sozialamt"
    edited.save(str(first.path))
    theirs = first.path.read_bytes()

    second = export_word_estimated(project, tmp_path, silent)

    assert (tmp_path / "Integrationskonzept (2).docx").read_bytes() == theirs
    assert "Integrationskonzept (2).docx" in second.remarks[-1]


def test_a_concept_that_nobody_worked_on_is_replaced(project: OpenProject, tmp_path: Path) -> None:
    for _ in range(2):
        export_word_estimated(project, tmp_path, silent)

    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".docx"] == ["Integrationskonzept.docx"]


@pytest.mark.parametrize("content", ["present", "frozen"])
def test_the_kurzfassung_has_its_own_title_and_fewer_chapters(
    content: str, example: OpenProject, tmp_path: Path
) -> None:
    latest = latest_version(example)
    version_id = latest.id if content == "frozen" and latest else ""
    written = export_concept(
        example, tmp_path, silent, counts_pages=False, version_id=version_id, name="kurz.docx", in_brief=True
    )

    document = docx.Document(str(written.path))
    headings = [line.text for line in document.paragraphs if line.style and line.style.name == "Heading 1"]
    assert "– Kurzfassung" in document.core_properties.title
    assert "Leitlinien" in headings
    assert "Bestandsanalyse" not in headings


def test_the_kurzfassung_is_an_output_of_its_own(project: OpenProject, tmp_path: Path) -> None:
    (written,) = export(project, tmp_path, ["short"], silent)

    assert written.path == tmp_path / "Integrationskonzept-Kurzfassung.docx"


def test_a_kurzfassung_without_chapters_says_where_to_choose_them(project: OpenProject, tmp_path: Path) -> None:
    keys = [entry.key for entry in materials(project).outline.chapters if entry.short]
    project.commit("Kapitel wählen", *(Create(ChapterChoice(id=key, chapter=key, in_short=False)) for key in keys))

    with pytest.raises(UserError, match="Die Kurzfassung wäre leer.*Gliederung"):
        export(project, tmp_path, ["short"], silent)

    assert not list(tmp_path.glob("*.docx"))
