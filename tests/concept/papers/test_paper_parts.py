"""Propose amounts, bodies, votes and answers from the data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kizdesk.concept.papers.bodies import body_named
from kizdesk.concept.papers.layout import StopColumn
from kizdesk.concept.papers.parts import PARTS
from kizdesk.concept.papers.parts.contents import variants
from kizdesk.concept.papers.parts.money import cost, expense, income
from kizdesk.concept.papers.parts.statements import dealt_with
from kizdesk.concept.papers.parts.way import interviews, way
from kizdesk.concept.papers.stops import MARK, stop_cells
from kizdesk.concept.papers.values import answer_of, values_of
from kizdesk.concept.wording import Wording
from kizdesk.domain.cost import CostItem, CostKind, Post
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind, PaperQuestion, PaperStop
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.votes import (
    ConsiderationStatus,
    Majority,
    Statement,
    StatementKind,
    Vote,
    VoteKind,
    VoteResult,
    VoteSubject,
)
from tests.cases.case import library
from tests.concept.papers.briefs import COUNCIL, MEETING, PLACES, VERSION, brief, layout_of

WORDS = Wording.of(library().toml("concept/papers.toml"))
POST = Post(id="p", title="Fachkraft", fte=Decimal(2), personnel_cost=Decimal(50000), workplace_cost=Decimal(9700),
            max_amount=Decimal(40000))  # fmt: skip
PASSED = Vote(
    id="v", subject=VoteSubject.VERSION, subject_id="f1", body_id="kt", kind=VoteKind.RESOLUTION,
    result=VoteResult.AGREED, consultation_id="k1",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Kreistag", "dem Kreistag"),
        ("Sozial- und Gesundheitsausschuss", "dem Sozial- und Gesundheitsausschuss"),
        ("Rat der Stadt Rheine", "dem Rat der Stadt Rheine"),
        ("Konferenz der Bürgermeister", "der Konferenz der Bürgermeister"),
        ("Ältestenkreis", "dem Gremium „Ältestenkreis“"),
    ],
)
def test_a_body_has_its_article(name: str, dative: str) -> None:
    assert body_named(name, WORDS).dative == dative


def test_what_is_not_quantified_is_never_nothing() -> None:
    found = brief(replace(POST, personnel_cost=None), CostItem(id="k", title="Räume", kind=CostKind.ADDITIONAL))

    assert expense(found) == "nicht beziffert"
    assert income(found) == "bis zu 80.000 Euro im Jahr"
    assert "Die Gesamtkosten des Zentrums sind nicht beziffert." in cost(found)
    assert "Noch nicht beziffert sind: Fachkraft; Räume." in cost(found)
    assert "0 Euro im Jahr, " not in cost(found)


def test_without_any_amount_no_box_is_ticked() -> None:
    values = values_of(brief())

    assert values["auswirkungen"].text == values["aufwendungen"].text == values["zeitbezug"].text == ""


def test_extra_cost_is_told_only_against_a_unit_of_today() -> None:
    unit = CostItem(id="k", title="Fachstelle", kind=CostKind.EXISTING_UNIT, amount=Decimal(9400))

    assert "Mehrkosten" not in cost(brief(POST))
    assert "Gegenüber heute sind das Mehrkosten von 30.000 Euro im Jahr." in cost(brief(POST, unit))


def test_a_unit_that_costs_more_makes_less_cost() -> None:
    unit = CostItem(id="k", title="Fachstelle", kind=CostKind.EXISTING_UNIT, amount=Decimal(49400))

    assert "Minderkosten von 10.000 Euro" in cost(brief(POST, unit))


@pytest.mark.parametrize(
    ("vote", "column", "cell"),
    [
        (replace(PASSED, majority=Majority.UNANIMOUS), StopColumn.UNANIMOUS, MARK),
        (replace(PASSED, majority=Majority.BY_MAJORITY), StopColumn.MAJORITY, MARK),
        (replace(PASSED, yes=30, no=12, abstentions=0), StopColumn.YES, "30"),
        (replace(PASSED, yes=30, no=12, abstentions=0), StopColumn.ABSTENTIONS, "0"),
        (replace(PASSED, no=12), StopColumn.NO, "12"),
        (replace(PASSED, no=12), StopColumn.YES, ""),
        (replace(PASSED, yes=30), StopColumn.NO, ""),
        (replace(PASSED, result=VoteResult.REFUSED), StopColumn.NO, MARK),
        (replace(PASSED, result=VoteResult.DEFERRED), StopColumn.DEFERRED, MARK),
        (replace(PASSED, result=VoteResult.NOTED), StopColumn.NOTED, MARK),
    ],
)
def test_the_columns_of_the_vote_are_filled_from_its_record(vote: Vote, column: StopColumn, cell: str) -> None:
    stop = brief(COUNCIL, MEETING, VERSION, vote).stops[0]

    assert stop_cells(stop, public="öffentlich", closed="nichtöffentlich")[column] == cell


def test_a_meeting_without_a_result_leaves_its_columns_to_be_filled_in() -> None:
    cells = stop_cells(brief(COUNCIL, MEETING).stops[0], public="öffentlich", closed="nichtöffentlich")

    assert StopColumn.UNANIMOUS not in cells
    assert cells[StopColumn.DAY] == "23.06.2026"


def test_stations_of_ones_own_take_the_place_of_the_proposed() -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL)
    other = Consultation(id="k2", title="Vorberatung", body_id="kt", held_on=date(2026, 5, 1))
    stop = PaperStop(id="s", paper_id="p", consultation_id="k2", agenda_item="4", referred_to="Hauptausschuss")
    found = brief(COUNCIL, MEETING, other, paper, stop).stops

    assert [item.consultation.id for item in found] == ["k2"]
    cells = stop_cells(found[0], public="", closed="")
    assert (cells[StopColumn.AGENDA_ITEM], cells[StopColumn.REFERRED]) == ("4", "Hauptausschuss")


def test_a_steering_group_is_no_station() -> None:
    group = Body(id="kt", name="Steuerungsgruppe", level=BodyLevel.NETWORK)

    assert brief(group, MEETING).stops == ()


def test_a_step_whose_outcome_is_told_does_not_repeat_its_vote() -> None:
    held = replace(MEETING, planned=False, outcome="Der Kreistag stimmte einstimmig zu.")
    text = way(brief(COUNCIL, held, VERSION, PASSED))

    assert "23. Juni 2026, Kreistag:** Der Kreistag stimmte einstimmig zu." in text
    assert "Ergebnis" not in text


def test_one_suggestion_is_told_in_the_singular() -> None:
    said = Statement(id="a", kind=StatementKind.SUGGESTION, text="Mehr", status=ConsiderationStatus.ADOPTED)

    assert dealt_with(brief(VERSION, said)) == "Zum Konzept ist eine Stellungnahme eingegangen; sie ist übernommen."


def test_an_own_text_keeps_the_present_proposal_beside_it() -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL)
    entry = PaperEntry(id="e", paper_id="p", field="betreff", value="Unser Konzept")
    value = values_of(brief(paper, entry))["betreff"]

    assert (value.text, value.is_own) == ("Unser Konzept", True)
    assert "Integrationskonzept" in value.proposal


def test_a_question_about_cost_is_answered_from_the_cost_sheet_and_told_once() -> None:
    paper = Paper(id="p", kind=PaperKind.REPORT)
    asked = PaperQuestion(id="q", paper_id="p", question="Was kostet das Zentrum?")
    found = brief(POST, paper, asked, layout="sachstand")

    assert "Das Zentrum kostet jährlich 119.400 Euro." in answer_of(found, asked).text
    assert values_of(found)["kosten"].text == ""


def test_an_own_answer_is_not_replaced() -> None:
    paper = Paper(id="p", kind=PaperKind.REPORT)
    asked = PaperQuestion(id="q", paper_id="p", question="Welche Kosten?", answer="Das klären wir.")

    assert answer_of(brief(POST, paper, asked, layout="sachstand"), asked).text == "Das klären wir."


def test_a_question_of_which_the_data_know_nothing_stays_open() -> None:
    paper = Paper(id="p", kind=PaperKind.REPORT)
    asked = PaperQuestion(id="q", paper_id="p", question="Wann regnet es?")

    assert answer_of(brief(POST, paper, asked, layout="sachstand"), asked).text == ""


@pytest.mark.parametrize("name", ["allgemein", "neuss", "rheine", "sachstand"])
def test_every_part_that_a_layout_names_exists(name: str) -> None:
    named = [part for field in layout_of(name).fields for part in field.parts]

    assert [part for part in named if part not in PARTS] == []


@pytest.mark.parametrize("name", ["allgemein", "neuss", "rheine", "sachstand"])
def test_every_layout_names_the_paper_it_follows(name: str) -> None:
    assert layout_of(name).source


def test_words_with_a_star_or_a_line_break_stay_one_item() -> None:
    group = Body(id="kt", name="Beirat der Bürger*innen")
    held = replace(MEETING, planned=False, outcome="")
    said = replace(PASSED, wording="Erste Zeile\n\n- zweite Zeile")
    text = way(brief(group, held, VERSION, said))

    assert len(text.splitlines()) == 3
    assert r"Beirat der Bürger\*innen" in text


def test_interviews_are_counted_with_the_municipalities_they_were_held_in() -> None:
    held = [
        Interview(
            id=f"i{ags}",
            municipality_id=ags,
            guide_id="g",
            guide_version="1",
            status=InterviewStatus.DONE,
            held_on=date(2025, 11, 4),
        )
        for ags in PLACES
    ]

    assert interviews(brief(held[0])).startswith("Ein Gespräch wurde geführt, mit einer von vier Kommunen.")
    assert interviews(brief(*held[:3])).startswith("Drei Gespräche wurden geführt, mit drei von vier Kommunen.")
    assert interviews(brief(*held)).startswith("Vier Gespräche wurden geführt; alle vier Kommunen sind vertreten.")


@pytest.mark.parametrize("counted", [replace(PASSED, no=12), replace(PASSED, yes=30)])
def test_a_count_that_nobody_knows_is_not_told_as_nought(counted: Vote) -> None:
    past = Consultation(id="k0", title="Beratung", body_id="kt", held_on=date(2026, 5, 1))
    vote = replace(counted, consultation_id="k0", majority=Majority.BY_MAJORITY)

    told = way(brief(COUNCIL, MEETING, VERSION, past, vote))
    assert "mehrheitlich" in told
    assert "Stimmen" not in told


def test_each_advantage_of_a_place_is_a_sentence_of_its_own() -> None:
    place = OrganisationVariant(id="v", title="Stabsstelle", advantages="- Kurze Wege\n- keine neue Stelle.")

    assert "Dafür spricht: Kurze Wege. Keine neue Stelle." in variants(brief(place))
