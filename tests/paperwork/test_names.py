import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizdesk.paperwork import names
from kizdesk.paperwork.names import FieldName

STRANGE = st.text(alphabet=st.one_of(st.sampled_from("-_xX0f.O/ ß"), st.characters()))


@given(STRANGE.filter(bool), STRANGE, STRANGE, STRANGE)
def test_any_ids_come_back_from_a_name_of_plain_letters(question: str, scope: str, row: str, column: str) -> None:
    name = FieldName(question, scope, row, column)

    assert names.parse(name.text) == name
    assert re.fullmatch(r"[A-Za-z0-9_-]+", name.text)


@given(STRANGE)
def test_any_choice_has_a_state_that_is_neither_empty_nor_off(choice_id: str) -> None:
    state = names.state_of(choice_id)

    assert names.choice_of(state) == choice_id
    assert re.fullmatch(r"[A-Za-z0-9_-]+", state)
    assert state != "Off"


@given(st.text())
def test_a_foreign_name_is_refused_or_is_exactly_what_would_be_written(text: str) -> None:
    try:
        name = names.parse(text)
    except ValueError:
        return
    assert name.text == text


def test_usual_ids_are_readable_in_names() -> None:
    assert FieldName("b02").text == "b02"
    assert FieldName("g05", "sprache", "2", "massnahme").text == "g05--sprache--2--massnahme"
    assert FieldName("d03").at_column("keine").text == "d03------keine"


@pytest.mark.parametrize("text", ["", "--kizdesk--form_id", "a--b--c--d--e", "a--", "a.b", "a_xffffff_", "-a"])
def test_what_no_question_is_called_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        names.parse(text)


def test_the_mark_of_a_page_says_whose_page_it_is() -> None:
    identity = {
        "project_id": "p:1",
        "municipality_id": "05162024",
        "guide_id": "gespräch",
        "guide_version": "2026-1",
        "form_id": "f1",
    }

    read = names.parse_page_mark(names.page_mark(identity, 3, 41))

    assert dict(read.identity) == identity
    assert (read.page, read.pages) == (3, 41)


@pytest.mark.parametrize("text", ["", "https://kreis.example", "KIZDESK1:a:b", "KIZDESK1:a:b:c:d:e:x:y"])
def test_another_code_than_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="."):
        names.parse_page_mark(text)
