"""A form says whose it is in hidden fields and in its properties; one of them is enough, both must agree."""

from __future__ import annotations

import pytest

from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.reading.outcome import Reason, Refusal
from kizdesk.paperwork.writing import write_sheet
from tests.paperwork.forms import IDENTITY, small_sheet
from tests.paperwork.reading.build import TEXTS, Revision, form, literal, text

ANSWER = text("a1", literal("x"))
SOME = {key: TEXTS[key] for key in ("format", "project_id", "municipality_id")}
OTHERS = {key: value for key, value in TEXTS.items() if key not in SOME}


def refusal_of(content: bytes) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read_form(content)
    return refused.value


def test_hidden_fields_are_enough() -> None:
    assert read_form(form(ANSWER, properties={})).identity == IDENTITY


def test_properties_are_enough() -> None:
    assert read_form(form(ANSWER, hidden={})).identity == IDENTITY


def test_each_says_what_the_other_lost() -> None:
    assert read_form(form(ANSWER, hidden=SOME, properties=OTHERS)).identity == IDENTITY


def test_renamed_hidden_fields_are_made_up_for_by_the_properties() -> None:
    revision = Revision(write_sheet(small_sheet()))
    for name, field in revision.fields.items():
        if name.startswith("--kizdesk--"):
            revision.put(field, T=b"(" + name.strip("-").encode() + b"_2)")

    assert read_form(revision.saved()).identity == IDENTITY


def test_two_municipalities_on_one_form_are_a_contradiction() -> None:
    refusal = refusal_of(form(ANSWER, properties={**TEXTS, "municipality_id": "05162000"}))

    assert refusal.reason is Reason.CONTRADICTION


def test_two_forms_in_one_file_are_a_contradiction() -> None:
    other = text("--kizdesk--municipality_id", literal("05162000"))

    assert refusal_of(form(ANSWER, other)).reason is Reason.CONTRADICTION


def test_a_form_with_half_an_identity_is_incomplete_and_tells_what_it_knows() -> None:
    refusal = refusal_of(form(ANSWER, hidden={}, properties=SOME))

    assert refusal.reason is Reason.INCOMPLETE
    assert refusal.clues == SOME


def test_a_form_without_an_identity_but_with_our_line_is_incomplete() -> None:
    content = write_sheet(small_sheet()).replace(b"/Kizdesk_", b"/Fremdes_").replace(b"--kizdesk--", b"--fremdes--")

    refusal = refusal_of(content)

    assert refusal.reason is Reason.INCOMPLETE
    assert refusal.clues["municipality_id"] == IDENTITY.municipality_id
    assert refusal.clues["form_id"] == IDENTITY.form_id


def test_a_form_of_a_later_format_asks_for_a_newer_program() -> None:
    later = {**TEXTS, "format": "2"}

    assert refusal_of(form(ANSWER, hidden=later, properties=later)).reason is Reason.NEWER


def test_a_date_that_is_none_is_no_identity() -> None:
    wrong = {**TEXTS, "sent_on": "gestern"}

    assert refusal_of(form(ANSWER, hidden=wrong, properties=wrong)).reason is Reason.INCOMPLETE


def test_a_form_of_somebody_else_is_foreign() -> None:
    assert refusal_of(form(ANSWER, hidden={}, properties={})).reason is Reason.FOREIGN
