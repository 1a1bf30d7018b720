"""Test that forms are written and recorded all together or not at all."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from kizdesk.domain.base import Record
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.places import Municipality
from kizdesk.paperwork.reading import Filled, read_forms
from kizdesk.project.files import sha256_of
from kizdesk.project.forms.placing import clear_away, put_in_place
from kizdesk.project.forms.sending import SendForms, send_forms, stage_forms
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, delete
from kizdesk.project.surroundings import Surroundings

SMALL = FormWish(section_ids=("b",), return_by=date(2026, 3, 1))
TWO = FormWish(("05162004", "05162024"), ("b",))
DORMAGEN, NEUSS = "Formular Dormagen – Abschnitt B.pdf", "Formular Neuss – Abschnitt B.pdf"
LETTERED = replace(TWO, with_letters=True)
LETTERS = ["Anschreiben Dormagen – Abschnitt B.docx", "Anschreiben Neuss – Abschnitt B.docx"]


class StopError(Exception):
    """Be what a cancelled job raises."""


def quiet(_what: str, _share: float) -> None:
    """Hear the progress."""


def stop_in_the_middle(_what: str, share: float) -> None:
    if share >= 0.5:
        raise StopError


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_forms_are_written_and_recorded_in_one_step(project: OpenProject, tmp_path: Path) -> None:
    written = send_forms(project, SMALL, tmp_path / "aus", quiet)
    issued = project.snapshot.all(FormIssue)
    assert len(written) == len(issued) == len(files(tmp_path / "aus")) == 8
    assert [sha256_of(file.path.read_bytes()) for file in written] == [issue.sha256 for issue in issued]
    assert project.undo_label == "8 Formulare ausgeben"
    project.undo()
    assert project.snapshot.all(FormIssue) == ()


def test_a_form_says_whose_it_is(project: OpenProject, tmp_path: Path) -> None:
    (written,) = send_forms(project, FormWish(("05162024",), ("b",)), tmp_path, quiet)
    (issue,) = project.snapshot.all(FormIssue)
    (read,) = read_forms([written.path.read_bytes()])
    assert isinstance(read, Filled)
    assert (read.identity.form_id, read.identity.municipality_id) == (issue.id, "05162024")
    assert (read.identity.project_id, read.identity.sent_on) == ("05162", date(2026, 1, 5))
    assert project.undo_label == "Formular ausgeben"


def test_progress_tells_each_municipality(project: OpenProject, tmp_path: Path) -> None:
    told: list[str] = []
    send_forms(project, TWO, tmp_path, lambda what, _share: told.append(what))
    assert told == ["Formular Dormagen", "Formular Neuss", "Formulare sind geschrieben"]


def test_after_cancelling_there_is_neither_file_nor_folder_nor_record(project: OpenProject, tmp_path: Path) -> None:
    with pytest.raises(StopError):
        send_forms(project, SMALL, tmp_path / "aus", stop_in_the_middle)
    assert not (tmp_path / "aus").exists()
    assert project.snapshot.all(FormIssue) == ()


def test_a_full_disk_leaves_nothing_half(project: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def full(_descriptor: int) -> None:
        calls.append(1)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, "full")

    folder = tmp_path / "aus"
    folder.mkdir()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentFault, match="voll"):
        send_forms(project, TWO, folder, quiet)
    assert files(folder) == []


def test_a_record_that_is_refused_leaves_the_folder_as_it_was(project: OpenProject, tmp_path: Path) -> None:
    folder = tmp_path / "aus"
    folder.mkdir()
    (folder / DORMAGEN).write_bytes(b"ausgefuellt")
    staged = SendForms(TWO, folder)(project.pinned(), quiet)
    with pytest.raises(UserError):
        put_in_place(project.pinned(), staged)
    assert files(folder) == [DORMAGEN]
    assert (folder / DORMAGEN).read_bytes() == b"ausgefuellt"


def test_a_form_that_is_still_as_written_is_replaced(project: OpenProject, tmp_path: Path) -> None:
    folder = tmp_path / "aus"
    send_forms(project, TWO, folder, quiet)
    again = send_forms(project, TWO, folder, quiet)
    assert files(folder) == [DORMAGEN, NEUSS]
    assert again[0].remarks == ()
    assert len(project.snapshot.all(FormIssue)) == 4


def test_a_form_that_may_be_filled_in_is_kept_under_another_name(project: OpenProject, tmp_path: Path) -> None:
    folder = tmp_path / "aus"
    (first, _) = send_forms(project, TWO, folder, quiet)
    first.path.write_bytes(b"ausgefuellt")
    again = send_forms(project, TWO, folder, quiet)
    kept = folder / "Formular Dormagen – Abschnitt B (2).pdf"
    assert kept.read_bytes() == b"ausgefuellt"
    assert kept.name in again[0].remarks[0]
    assert files(folder) == sorted([DORMAGEN, NEUSS, kept.name])


def test_who_puts_forms_in_their_places_reads_no_file_for_that(
    project: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "aus"
    send_forms(project, LETTERED, folder, quiet)
    staged = stage_forms(project, LETTERED, folder, quiet)
    with monkeypatch.context() as closed:
        closed.setattr("io.open", None)
        closed.setattr(Path, "open", None)
        placed = put_in_place(project, staged)
    clear_away(placed.replaced)
    assert files(folder) == [*LETTERS, DORMAGEN, NEUSS]


@pytest.mark.parametrize("name", [NEUSS, LETTERS[1]])
def test_what_is_saved_while_its_successor_is_written_is_kept(project: OpenProject, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "aus"
    send_forms(project, LETTERED, folder, quiet)
    staged = stage_forms(project, LETTERED, folder, quiet)
    (folder / name).write_bytes(b"ausgefuellt")
    clear_away(put_in_place(project, staged).replaced)
    kept = folder / name.replace(" B.", " B (2).")
    assert kept.read_bytes() == b"ausgefuellt"
    assert files(folder) == sorted([*LETTERS, kept.name, DORMAGEN, NEUSS])


def test_what_comes_into_the_place_while_a_form_is_written_is_kept(project: OpenProject, tmp_path: Path) -> None:
    staged = stage_forms(project, TWO, tmp_path / "aus", quiet)
    (tmp_path / "aus" / NEUSS).write_bytes(b"ausgefuellt")
    put_in_place(project, staged)
    assert (tmp_path / "aus" / "Formular Neuss – Abschnitt B (2).pdf").read_bytes() == b"ausgefuellt"


def test_the_form_of_a_municipality_does_not_take_the_place_of_one_of_the_same_name(
    project: OpenProject, tmp_path: Path
) -> None:
    add(project, Municipality(id="05999999", name="Neuss", kind="Gemeinde"), "Kommune anlegen")
    folder = tmp_path / "aus"
    for place in ("05162024", "05999999"):
        send_forms(project, FormWish((place,), ("b",)), folder, quiet)
    assert files(folder) == ["Formular Neuss 05162024 – Abschnitt B.pdf", "Formular Neuss 05999999 – Abschnitt B.pdf"]


@pytest.mark.parametrize(("kind", "gone"), [(Municipality, "05162024"), (FieldOfAction, "sprache")])
def test_a_form_whose_municipality_or_field_is_deleted_while_it_is_written_leaves_nothing(
    project: OpenProject, tmp_path: Path, kind: type[Record], gone: str
) -> None:
    wish = FormWish(("05162024",), ("g",), field_ids=("sprache",))
    staged = stage_forms(project, wish, tmp_path / "aus", quiet)
    delete(project, kind, gone)
    with pytest.raises(UserError):
        put_in_place(project, staged)
    assert not (tmp_path / "aus").exists()


def test_a_file_that_is_open_elsewhere_is_named_and_everything_stays_as_it_was(
    project: OpenProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "aus"
    before = [file.path.read_bytes() for file in send_forms(project, TWO, folder, quiet)]
    rename = Path.rename

    def refuse_neuss(path: Path, target: Path) -> Path:
        if path.name == NEUSS:
            raise PermissionError(errno.EACCES, "open in another program")
        return rename(path, target)

    with monkeypatch.context() as held:
        held.setattr(Path, "rename", refuse_neuss)
        with pytest.raises(EnvironmentFault, match="„Formular Neuss – Abschnitt B.pdf“ lässt sich nicht ersetzen"):
            send_forms(project, TWO, folder, quiet)
    assert [(folder / name).read_bytes() for name in (DORMAGEN, NEUSS)] == before
    assert files(folder) == [DORMAGEN, NEUSS]
    assert len(project.snapshot.all(FormIssue)) == 2


def test_a_letter_lies_beside_each_form_and_is_recorded_no_step_of_its_own(
    project: OpenProject, tmp_path: Path
) -> None:
    written = send_forms(project, LETTERED, tmp_path / "aus", quiet)
    assert files(tmp_path / "aus") == [*LETTERS, DORMAGEN, NEUSS]
    assert {file.path.name for file in written} == set(files(tmp_path / "aus"))
    assert len(project.snapshot.all(FormIssue)) == 2
    assert project.undo_label == "2 Formulare ausgeben"


def test_a_letter_is_replaced_unless_somebody_worked_on_it(project: OpenProject, tmp_path: Path) -> None:
    folder = tmp_path / "aus"
    send_forms(project, LETTERED, folder, quiet)
    mine = docx.Document(str(folder / LETTERS[0]))
    mine.core_properties.last_modified_by = "Erika Muster"
    mine.save(str(folder / LETTERS[0]))
    again = send_forms(project, LETTERED, folder, quiet)
    kept = "Anschreiben Dormagen – Abschnitt B (2).docx"
    assert files(folder) == sorted([*LETTERS, kept, DORMAGEN, NEUSS])
    assert [kept in remark for file in again for remark in file.remarks] == [True]


def test_a_project_opened_for_reading_refuses(project: OpenProject, surroundings: Surroundings, tmp_path: Path) -> None:
    path = project.path
    project.close()
    with OpenProject.open(path, surroundings, read_only=True) as opened, pytest.raises(UserError, match="zum Lesen"):
        send_forms(opened, TWO, tmp_path / "aus", quiet)
    assert not (tmp_path / "aus").exists()
