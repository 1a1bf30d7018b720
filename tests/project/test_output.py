from pathlib import Path

import docx
import pytest

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.interchange import export_data
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import OUTPUTS, export, export_word_estimated


def silent(_what: str, _share: float) -> None:
    return None


@pytest.mark.parametrize("output", [output for output in OUTPUTS if output != "word"])
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
