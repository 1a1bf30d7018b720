"""Test that forms are written by a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.cli import forms as forms_command
from kizdesk.paperwork.names import parse
from kizdesk.paperwork.reading import Filled, read_forms
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine
from kizdesk.project.versions.freezing import VersionWish, freeze
from tests.cli.conftest import Run


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_municipality_gets_a_form(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus", "--section", "A")

    assert outcome.code == 0
    assert len(names(tmp_path / "aus")) == 16
    assert "Formular Jüchen – Abschnitt A.pdf" in outcome.out
    assert "Anschreiben Jüchen – Abschnitt A.docx" in outcome.out
    assert "Art. 13 DSGVO mitsenden" in outcome.out
    assert "[  0 %] Formular Dormagen …" in outcome.err


def test_letters_can_be_left_out(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus", "--municipality", "Neuss", "--no-letters")

    assert outcome.code == 0
    assert names(tmp_path / "aus") == ["Formular Neuss.pdf"]


def test_one_form_carries_the_day_and_what_was_wished(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    wished = ("--municipality", "neuss", "--field", "Sprache", "--blocks", "1", "--return-by", "15.01.2999")
    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus", *wished)

    assert outcome.code == 0
    (read,) = read_forms([(tmp_path / "aus" / "Formular Neuss.pdf").read_bytes()])
    assert isinstance(read, Filled)
    scopes = {parse(name).scope for name in read.values}
    assert {"", "neu1"} < scopes
    assert "neu2" not in scopes
    assert len(scopes) == 3


def test_only_offerings_are_asked_for(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus", "--kind", "offerings", "--municipality", "05162024")

    assert outcome.code == 0
    (read,) = read_forms([(tmp_path / "aus" / "Formular Neuss – Abschnitt E.pdf").read_bytes()])
    assert isinstance(read, Filled)
    assert {parse(name).question[0] for name in read.values} == {"e", "x"}


@pytest.mark.parametrize(
    ("wished", "said"),
    [
        (("--municipality", "Beckum"), "Möglich sind: Dormagen, Grevenbroich"),
        (("--section", "Z"), "Möglich sind: 0, A, B"),
        (("--field", "Fischerei"), "Möglich sind: Frühe Bildung"),
        (("--return-by", "01.01.2020"), "schon vorbei"),
        (("--return-by", "1.2.20"), "01.02.2020 ist schon vorbei"),
        (("--kind", "offerings", "--section", "A"), "fragt nicht nach Angeboten"),
    ],
)
def test_what_cannot_be_asked_is_refused_and_nothing_written(
    kizdesk: Run, neuss: Path, tmp_path: Path, wished: tuple[str, ...], said: str
) -> None:
    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus", *wished)

    assert outcome.code == 1
    assert said in outcome.err
    assert not (tmp_path / "aus").exists()


def test_answers_to_a_version_are_asked_for_and_nothing_is_recorded(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    assert kizdesk("forms", neuss, "--out", tmp_path / "aus", "--kind", "consent").code == 1
    with OpenProject.open(neuss, of_this_machine()) as project:
        freeze(project, VersionWish("Entwurf"))
    before = neuss.read_bytes()

    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus", "--kind", "consent", "--municipality", "Neuss")

    assert outcome.code == 0
    assert names(tmp_path / "aus") == ["Einvernehmen Neuss – Fassung 1.pdf"]
    assert "auf der Seite „Einvernehmen“ eingetragen" in outcome.out
    assert neuss.read_bytes() == before


@pytest.mark.parametrize(
    ("wished", "said"),
    [(("--kind", "consent", "--section", "A"), "keine Abschnitte"), (("--version", "1"), "--kind consent angeben")],
)
def test_options_of_another_kind_are_refused(
    kizdesk: Run, neuss: Path, tmp_path: Path, wished: tuple[str, ...], said: str
) -> None:
    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus", *wished)

    assert outcome.code == 2
    assert said in outcome.err


def test_a_city_without_municipalities_is_told_so(kizdesk: Run, tmp_path: Path) -> None:
    city = tmp_path / "stadt.kizdesk"
    assert kizdesk("new", city, "--district", "05111").code == 0

    outcome = kizdesk("forms", city, "--out", tmp_path / "aus")

    assert outcome.code == 1
    assert "keine Kommunen" in outcome.err


def test_a_project_that_is_missing_is_a_fault_of_the_file(kizdesk: Run, tmp_path: Path) -> None:
    assert kizdesk("forms", tmp_path / "nichts.kizdesk", "--out", tmp_path / "aus").code == 3


def test_a_folder_that_is_a_file_is_a_fault(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    (tmp_path / "aus").write_text("", encoding="utf-8")

    assert kizdesk("forms", neuss, "--out", tmp_path / "aus").code == 3


def test_ctrl_c_leaves_no_file(kizdesk: Run, neuss: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pressed:
        def __call__(self, _what: str, share: float) -> None:
            if share > 0:
                raise KeyboardInterrupt

    monkeypatch.setattr(forms_command, "ProgressLines", Pressed)
    outcome = kizdesk("forms", neuss, "--out", tmp_path / "aus")

    assert outcome.code == 1
    assert "Abgebrochen" in outcome.err
    assert not (tmp_path / "aus").exists()
