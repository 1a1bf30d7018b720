"""Test that a form sent before the guide was changed comes back without loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.domain.guide import QuestionType
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.paperwork import FieldName
from kizdesk.project.forms.returned import State
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.guides.editions import choose_version
from kizdesk.project.guides.entries import set_entries
from kizdesk.project.guides.questions import add_question, drop_question
from kizdesk.project.guides.types import set_type
from kizdesk.project.opened import OpenProject
from tests.project.forms.back import Filling, one_back, sent


@pytest.fixture
def form(project: OpenProject, tmp_path: Path) -> bytes:
    """Return the form for Dormagen, sent under the guide of the program."""
    return sent(project, tmp_path / "aus", FormWish(section_ids=("b",)))["Dormagen"]


def answers(project: OpenProject) -> dict[str, Answer]:
    return {answer.question_id: answer for answer in project.snapshot.all(Answer)}


def test_what_a_form_says_takes_the_shape_of_today_and_the_rest_goes_into_the_note(
    project: OpenProject, form: bytes
) -> None:
    columns = [(column.id, column.label) for column in project.guides.present.question("b02").columns]
    set_entries(project, "b02", columns[::-1])
    set_entries(project, "b05", [("keine", "Keine davon"), ("auslaenderbehoerde", "Ausländeramt")])
    set_type(project, "b03", QuestionType.LONG_TEXT)
    filling: Filling = {
        FieldName("b02", "", "1", "funktion").text: "Beauftragte",
        FieldName("b02", "", "1", "vzae").text: "0,5",
        "b03": ("soziales", "sport"),
        "b05": ("jugendamt", "auslaenderbehoerde"),
    }
    reading = one_back(project, form, filling)
    assert reading.state is State.OLDER_GUIDE
    take(project, [whole(reading)])

    found = answers(project)
    assert found["b02"].rows == (("", "", "", "0,5", "Beauftragte"),)
    assert found["b03"].text == "Soziales, Sport"
    assert found["b05"].choices == ("auslaenderbehoerde",)
    assert "Aus Fassung 2026-1: Jugendamt" in found["b05"].note
    assert {interview.guide_version for interview in project.snapshot.all(Interview)} == {"2026-1.1"}


def test_what_is_not_asked_any_more_is_listed(project: OpenProject, form: bytes) -> None:
    drop_question(project, "b06")
    reading = one_back(project, form, {"b06": "Der Rat"})

    assert any("Der Rat" in line for line in reading.leftovers)


def test_a_choice_that_is_not_asked_any_more_is_told_in_the_words_and_by_the_number_of_the_form(
    project: OpenProject, form: bytes
) -> None:
    drop_question(project, "b05")
    reading = one_back(project, form, {"b05": ("jugendamt", "auslaenderbehoerde")})

    assert reading.leftovers == ("B.5 Eigene Behörden: „Jugendamt, Ausländerbehörde“",)


def test_what_only_a_later_version_asks_is_told_with_its_question(project: OpenProject, tmp_path: Path) -> None:
    later = add_question(project, "b", after_id="b01", text="Gibt es ein Leitbild?")
    set_type(project, later, QuestionType.YES_NO)
    form = sent(project, tmp_path / "aus", FormWish(section_ids=("b",)))["Dormagen"]
    choose_version(project, "2026-1")
    reading = one_back(project, form, {later: ("ja",)})

    assert reading.leftovers == ("B.2 Gibt es ein Leitbild?: „Ja“",)
