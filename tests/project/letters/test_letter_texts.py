"""Test the texts of letters: proposals, own texts, words in braces, last days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.papers import PaperEntry, PaperKind
from kizdesk.domain.people import Body, Consultation
from kizdesk.project.letters.fields import (
    LETTERS,
    WORDS,
    read_letter,
    refuse_words,
    texts_of,
    unknown_told,
    write_due,
    write_letter,
)
from kizdesk.project.opened import OpenProject
from kizdesk.project.papers.editing import adopt_proposal, write_field
from kizdesk.project.papers.reading import FieldState
from kizdesk.project.records import add
from tests.project.conftest import START

TODAY = START.date()


def state(project: OpenProject, kind: PaperKind, key: str) -> FieldState:
    return next(row.state for row in read_letter(project, kind) if row.key == key)


@pytest.mark.parametrize("kind", LETTERS)
def test_every_proposal_has_known_words_only(project: OpenProject, kind: PaperKind) -> None:
    rows = read_letter(project, kind)
    assert all(row.state is FieldState.PROPOSED and row.value.text for row in rows)
    for row in rows:
        refuse_words(kind, row.value.text)


def test_an_own_text_is_one_step_and_the_proposal_comes_back(project: OpenProject) -> None:
    write_letter(project, PaperKind.REQUEST, "betreff", "Ihr Einvernehmen, {Kommune}")
    assert texts_of(project, PaperKind.REQUEST).subject == "Ihr Einvernehmen, {Kommune}"
    assert state(project, PaperKind.REQUEST, "betreff") is FieldState.OWN
    adopt_proposal(project, PaperKind.REQUEST, ["betreff"])
    assert state(project, PaperKind.REQUEST, "betreff") is FieldState.PROPOSED


def test_a_text_of_one_letter_is_not_that_of_another(project: OpenProject) -> None:
    write_letter(project, PaperKind.REQUEST, "betreff", "Eigenes")
    assert texts_of(project, PaperKind.REMINDER).subject.startswith("Erinnerung")


def test_a_word_that_stands_for_nothing_is_refused_with_those_that_do(project: OpenProject) -> None:
    with pytest.raises(UserError, match="„{Komune}“ ist kein Platzhalter dieses Schreibens. Möglich sind: {Kommune},"):
        write_letter(project, PaperKind.INVITATION, "text", "Liebe {Komune}")
    assert not project.snapshot.all(PaperEntry)


def test_a_request_knows_no_date_of_an_interview(project: OpenProject) -> None:
    assert "Termin" not in WORDS[PaperKind.REQUEST]
    with pytest.raises(UserError, match="„{Termin}“"):
        write_letter(project, PaperKind.REQUEST, "text", "{Termin}")


def test_an_unknown_word_that_came_otherwise_is_told(project: OpenProject) -> None:
    write_field(project, PaperKind.REMINDER, "schluss", "Bis bald, {Wer}")
    assert unknown_told(project, PaperKind.REMINDER).startswith("„{Wer}“ ist kein Platzhalter")
    assert unknown_told(project, PaperKind.REQUEST) == ""


def test_a_last_day_that_has_passed_is_refused(project: OpenProject) -> None:
    with pytest.raises(UserError, match="schon vorbei"):
        write_due(project, PaperKind.REQUEST, TODAY - timedelta(days=1))


def test_an_own_last_day_is_kept_until_it_passes(project: OpenProject) -> None:
    write_due(project, PaperKind.REQUEST, TODAY + timedelta(days=9))
    assert texts_of(project, PaperKind.REQUEST).last == TODAY + timedelta(days=9)
    write_field(project, PaperKind.REQUEST, "frist", "2020-01-01")
    last = texts_of(project, PaperKind.REQUEST).last
    assert last is not None
    assert last > TODAY


def test_no_last_day_is_named_where_somebody_emptied_it(project: OpenProject) -> None:
    write_due(project, PaperKind.REQUEST, None)
    assert texts_of(project, PaperKind.REQUEST).last is None
    assert state(project, PaperKind.REQUEST, "frist") is FieldState.BLANK


def test_a_request_tells_when_the_concept_is_to_be_adopted(project: OpenProject) -> None:
    add(project, Body(id="kt", name="Kreistag", adopts=True))
    add(project, Consultation(id="s", title="Sitzung", body_id="kt", held_on=date(2026, 3, 4), planned=True))
    assert "am 4. März 2026 beschlossen werden (Kreistag)" in texts_of(project, PaperKind.REQUEST).ending
