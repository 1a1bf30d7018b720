"""Test what is told of each municipality's form: sent, due, overdue, back."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus
from kizdesk.domain.people import Person
from kizdesk.library import Library
from kizdesk.project.forms.register import (
    FormRow,
    FormState,
    form_rows,
    overdue_text,
    proposed_return,
    scope_of,
    state_text,
    wish_again,
    without_interview,
)
from kizdesk.project.forms.sending import send_forms
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import BLOCKS, FormWish
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force
from kizdesk.project.records import add, set_value
from kizdesk.project.surroundings import Surroundings
from tests.project.forms.back import one_back, silent

DORMAGEN, NEUSS = "05162004", "05162024"
SENT, DUE = date(2026, 1, 5), date(2026, 2, 2)
SMALL = FormWish((DORMAGEN, NEUSS), ("b",), return_by=DUE)


class Calendar:
    """Be a clock that stands on a day until it is set to another one."""

    def __init__(self) -> None:
        self._minutes = itertools.count()
        self.day = SENT

    def __call__(self) -> datetime:
        """Return the moment."""
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC) + timedelta(
            seconds=next(self._minutes)
        )


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def dated(_new: Path, library: Library, calendar: Calendar, tmp_path: Path) -> Iterator[OpenProject]:
    numbers = itertools.count(1)
    made = Surroundings(library=library, clock=calendar, new_id=lambda: f"neu-{next(numbers)}", who="Erika Muster")
    with OpenProject.open(Path(shutil.copy(_new, tmp_path / "neuss.kizdesk")), made) as project:
        yield project


def row(project: OpenProject, municipality_id: str = NEUSS) -> FormRow:
    return next(found for found in form_rows(project) if found.municipality_id == municipality_id)


def send(project: OpenProject, folder: Path, wish: FormWish = SMALL) -> dict[str, bytes]:
    written = send_forms(project, wish, folder, silent)
    return {file.path.name.split(" ")[1].removesuffix(".pdf"): file.path.read_bytes() for file in written}


def talk(project: OpenProject, form: InterviewForm, held_on: date | None, status: InterviewStatus) -> Interview:
    guide = guide_in_force(project)
    made = Interview(
        id=project.new_id(),
        municipality_id=NEUSS,
        guide_id=guide.id,
        guide_version=guide.version,
        form=form,
        held_on=held_on,
        status=status,
    )
    return add(project, made, "Gespräch anlegen")


def test_before_anything_is_sent_every_municipality_waits_for_a_form(dated: OpenProject) -> None:
    rows = form_rows(dated)
    assert [found.name for found in rows][:2] == ["Dormagen", "Grevenbroich"]
    assert {(found.state, found.stands) for found in rows} == {(FormState.NONE, "nicht ausgegeben")}
    assert state_text(rows) == "8 Kommunen: noch kein Formular ausgegeben"


def test_a_form_that_was_sent_is_on_its_way_until_its_last_day_has_passed(
    dated: OpenProject, calendar: Calendar, tmp_path: Path
) -> None:
    send(dated, tmp_path)
    calendar.day = DUE
    assert (row(dated).state, row(dated).sent_on, row(dated).return_by) == (FormState.OUT, SENT, DUE)
    calendar.day = date(2026, 2, 3)
    assert (row(dated).state, row(dated).stands) == (FormState.OVERDUE, "seit gestern überfällig")
    calendar.day = date(2026, 2, 14)
    assert row(dated).stands == "seit 12 Tagen überfällig"
    assert state_text(form_rows(dated)) == "8 Kommunen: 2 überfällig"
    assert overdue_text(form_rows(dated)) == "2 Formulare sind überfällig: Dormagen und Neuss."


def test_a_form_that_was_taken_over_is_back(dated: OpenProject, calendar: Calendar, tmp_path: Path) -> None:
    forms = send(dated, tmp_path)
    calendar.day = date(2026, 2, 14)
    take(dated, [whole(one_back(dated, forms["Neuss"], {"b01": "Sozialamt"}, "Formular Neuss.pdf"))])
    back = row(dated)
    assert (back.state, back.stands, back.back_on) == (FormState.BACK, "zurück", calendar.day)
    assert dated.snapshot.get(Interview, back.interview_id).form is InterviewForm.FORM
    assert row(dated, DORMAGEN).state is FormState.OVERDUE
    dated.undo()
    assert row(dated).state is FormState.OVERDUE


def test_the_first_form_coming_back_answers_the_one_written_again(
    dated: OpenProject, calendar: Calendar, tmp_path: Path
) -> None:
    forms = send(dated, tmp_path)
    calendar.day = date(2026, 2, 14)
    send(dated, tmp_path, wish_again(dated, [row(dated)]))
    assert (row(dated).state, row(dated).return_by) == (FormState.OUT, date(2026, 3, 16))
    calendar.day = date(2026, 2, 16)
    take(dated, [whole(one_back(dated, forms["Neuss"], {"b01": "Sozialamt"}, "Formular Neuss.pdf"))])
    assert row(dated).state is FormState.BACK


def test_a_form_that_comes_back_on_the_day_of_the_reminder_answers_it(
    dated: OpenProject, calendar: Calendar, tmp_path: Path
) -> None:
    forms = send(dated, tmp_path)
    calendar.day = date(2026, 2, 14)
    send(dated, tmp_path, wish_again(dated, [row(dated)]))
    take(dated, [whole(one_back(dated, forms["Neuss"], {"b01": "Sozialamt"}, "Formular Neuss.pdf"))])
    assert row(dated).state is FormState.BACK


def test_a_form_about_something_else_is_not_answered_by_an_earlier_one(
    dated: OpenProject, calendar: Calendar, tmp_path: Path
) -> None:
    forms = send(dated, tmp_path)
    calendar.day = date(2026, 2, 14)
    send(dated, tmp_path, FormWish((NEUSS,), ("c",), return_by=date(2026, 3, 2)))
    calendar.day = date(2026, 2, 16)
    take(dated, [whole(one_back(dated, forms["Neuss"], {"b01": "Sozialamt"}, "Formular Neuss.pdf"))])
    assert (row(dated).state, row(dated).scope) == (FormState.OUT, "Abschnitt C")


def test_an_earlier_form_that_asked_for_more_answers_a_later_one(
    dated: OpenProject, calendar: Calendar, tmp_path: Path
) -> None:
    forms = send(dated, tmp_path, FormWish((NEUSS,), ("b", "c"), return_by=DUE))
    calendar.day = date(2026, 2, 14)
    send(dated, tmp_path, FormWish((NEUSS,), ("b",), return_by=date(2026, 3, 2)))
    calendar.day = date(2026, 2, 16)
    take(dated, [whole(one_back(dated, forms["Neuss"], {"b01": "Sozialamt"}, "Formular Neuss.pdf"))])
    assert row(dated).state is FormState.BACK


def test_a_paper_form_that_was_typed_off_is_back_as_well(dated: OpenProject, tmp_path: Path) -> None:
    send(dated, tmp_path)
    typed = talk(dated, InterviewForm.FORM, date(2026, 1, 20), InterviewStatus.RUNNING)
    assert (row(dated).state, row(dated).interview_id) == (FormState.BACK, typed.id)


def test_a_planned_interview_answers_nothing(dated: OpenProject, tmp_path: Path) -> None:
    send(dated, tmp_path)
    talk(dated, InterviewForm.FORM, date(2026, 1, 20), InterviewStatus.PLANNED)
    assert row(dated).state is FormState.OUT


def test_who_was_spoken_with_is_told_and_needs_no_form(dated: OpenProject) -> None:
    assert len(without_interview(dated)) == 8
    talk(dated, InterviewForm.ON_SITE, None, InterviewStatus.PLANNED)
    assert (row(dated).talked, len(without_interview(dated))) == ("geplant", 8)
    talk(dated, InterviewForm.ON_SITE, date(2026, 1, 3), InterviewStatus.DONE)
    assert row(dated).talked == "geführt am 03.01.2026"
    assert NEUSS not in without_interview(dated)


def test_what_came_in_writing_is_told_where_nobody_was_spoken_with(dated: OpenProject) -> None:
    talk(dated, InterviewForm.FORM, date(2026, 1, 20), InterviewStatus.RUNNING)
    assert row(dated).talked == "schriftlich, läuft"
    talk(dated, InterviewForm.ON_SITE, date(2026, 1, 21), InterviewStatus.DONE)
    assert row(dated).talked == "geführt am 21.01.2026"


def test_the_contact_stands_in_the_row(dated: OpenProject) -> None:
    contact = Person(id="p", name="Anna", email="a@neuss.de", municipality_id=NEUSS, roles=("Ansprechpartner/in",))
    add(dated, contact, "Person anlegen")
    assert (row(dated).contact, row(dated).email) == ("Anna", "a@neuss.de")


def test_written_again_a_form_asks_for_the_same_with_a_new_last_day(dated: OpenProject, tmp_path: Path) -> None:
    send(dated, tmp_path)
    wish = wish_again(dated, [row(dated)])
    assert (wish.municipality_ids, wish.section_ids) == ((NEUSS,), ("b",))
    assert wish.return_by == proposed_return(dated)


def test_written_again_a_form_leaves_out_what_the_guide_has_no_more(dated: OpenProject) -> None:
    guide = guide_in_force(dated)
    old = FormIssue(id="alt", municipality_id=NEUSS, guide_id=guide.id, guide_version="0", section_ids=("weg", "c"))
    add(dated, old, "Formular ausgeben")
    assert wish_again(dated, [row(dated)]).section_ids == ("c",)


def test_written_again_together_forms_ask_for_all_that_each_of_them_asked_for(
    dated: OpenProject, tmp_path: Path
) -> None:
    send(dated, tmp_path, FormWish((DORMAGEN,), ("b", "c")))
    send(dated, tmp_path, FormWish((NEUSS,), ("e",)))
    both = [row(dated, DORMAGEN), row(dated)]
    assert wish_again(dated, both).section_ids == ("b", "c", "e")
    assert wish_again(dated, both).offering_blocks == BLOCKS
    send(dated, tmp_path, FormWish((NEUSS,)))
    assert wish_again(dated, [row(dated, DORMAGEN), row(dated)]).section_ids == ()


def test_written_again_with_more_sections_a_form_has_room_for_offerings(dated: OpenProject, tmp_path: Path) -> None:
    send(dated, tmp_path)
    assert wish_again(dated, [row(dated)]).offering_blocks == BLOCKS
    send(dated, tmp_path, FormWish((NEUSS,), ("b", "e"), offering_blocks=0))
    assert wish_again(dated, [row(dated)]).offering_blocks == 0


def test_written_again_a_form_asks_about_no_field_that_was_left_out_since(dated: OpenProject, tmp_path: Path) -> None:
    send(dated, tmp_path, FormWish((NEUSS,), ("g",), ("sprache", "wohnen")))
    set_value(dated, FieldOfAction, "wohnen", "status", FieldStatus.FORMER)
    assert wish_again(dated, [row(dated)]).field_ids == ("sprache",)


def test_the_proposed_day_of_return_is_a_working_day_in_four_weeks(dated: OpenProject, calendar: Calendar) -> None:
    assert proposed_return(dated) == DUE
    calendar.day = date(2026, 11, 27)
    assert proposed_return(dated) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        ((), "ganzer Leitfaden"),
        (("e",), "nur Angebote"),
        (("b",), "Abschnitt B"),
        (("b", "c", "e"), "Abschnitte B, C und E"),
        (("weg",), "frühere Abschnitte"),
    ],
)
def test_the_scope_is_told_in_few_words(dated: OpenProject, sections: tuple[str, ...], words: str) -> None:
    assert scope_of(guide_in_force(dated), sections) == words


def test_the_record_of_a_form_tells_what_was_asked(dated: OpenProject, tmp_path: Path) -> None:
    send(dated, tmp_path)
    assert row(dated).issue_id in {issue.id for issue in dated.snapshot.all(FormIssue)}
    assert overdue_text([row(dated)]) == ""
