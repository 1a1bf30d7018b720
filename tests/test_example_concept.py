"""Test that the example of Neuss holds together and says what is invented."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kizdesk.domain.base import Record
from kizdesk.domain.cost import CostItem, Post, cost_sheet, funding_ceiling
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Principle
from kizdesk.domain.focus import Focus, FocusPeriod, is_two_years, missing_strands, overlapping
from kizdesk.domain.inputs import records_from
from kizdesk.domain.interviews import Evidence
from kizdesk.domain.people import Body, Consultation, Person
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText, ConceptVersion, SourceDocument
from kizdesk.domain.votes import ConsentState, Statement, Vote, VoteSubject, consent_register
from kizdesk.places import resources_dir

EXAMPLE = resources_dir() / "example"
CHAPTERS = [
    "vorwort", "anlass", "begriffe", "ausgangslage", "kreis", "kerndaten", "verwaltung", "akteure",
    "angebote_kreis", "bestand", "ueberblick", "synopse", "profile", "leitlinien", "handlungsfelder",
    "schwerpunkte", "zentrum", "aufgaben", "anbindung", "personal", "kosten", "zusammenarbeit", "gemeinden",
    "traeger", "ehrenamt", "beteiligung", "verlauf", "voten", "anregungen", "einvernehmen", "steuerung",
    "anlage_massnahmen", "anlage_angebote", "anlage_einvernehmen", "anlage_beteiligte", "anlage_quellen",
]  # fmt: skip


def records_of(path: Path) -> Iterator[Record]:
    yield from records_from(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


@pytest.fixture(scope="module")
def example() -> Snapshot:
    paths = [path for path in sorted(EXAMPLE.rglob("*.toml")) if path.name != "fassung.toml"]
    return Snapshot.of(record for path in paths for record in records_of(path))


def adopted(example: Snapshot) -> list[FieldOfAction]:
    return [field for field in example.all(FieldOfAction) if field.status is FieldStatus.ADOPTED]


def field_of(example: Snapshot, measure: Measure) -> str:
    return example.get(Goal, measure.goal_id).field_id


def test_six_fields_are_adopted_and_four_more_are_proposed(example: Snapshot) -> None:
    assert [field.id for field in adopted(example)] == [
        "bildung", "sprache", "arbeit", "oeffnung", "gesundheit", "teilhabe",
    ]  # fmt: skip
    assert len(example.all(FieldOfAction)) == 10


def test_every_adopted_field_tells_its_situation_its_needs_and_where_it_wants_to_go(example: Snapshot) -> None:
    assert all(
        field.description and field.situation and field.needs and field.guiding_goal for field in adopted(example)
    )


def test_every_adopted_field_has_at_least_two_goals(example: Snapshot) -> None:
    for field in adopted(example):
        assert sum(goal.field_id == field.id for goal in example.all(Goal)) >= 2, field.id


def test_every_goal_has_a_measure(example: Snapshot) -> None:
    assert {goal.id for goal in example.all(Goal)} == {measure.goal_id for measure in example.all(Measure)}


def test_there_are_enough_measures_principles_and_texts(example: Snapshot) -> None:
    assert len(example.all(Measure)) >= 28
    assert len(example.all(Principle)) >= 6
    assert [text.chapter for text in example.all(ChapterText)] == CHAPTERS
    assert all(text.text.strip() for text in example.all(ChapterText))


def test_every_measure_says_who_does_what_from_when_and_how_success_is_seen(example: Snapshot) -> None:
    for measure in example.all(Measure):
        told = (
            measure.description, measure.lead, measure.partners, measure.target_group, measure.level, measure.starts,
            measure.milestones, measure.funding, measure.indicator, measure.target_value, measure.measured_on,
            measure.priority, measure.origin, measure.origin_note,
        )  # fmt: skip
        assert all(told), measure.id
        assert measure.ends is None or (measure.starts is not None and measure.starts < measure.ends), measure.id


def test_some_efforts_are_open_and_some_measures_need_a_resolution_of_their_own(example: Snapshot) -> None:
    assert sum(measure.effort_eur is None for measure in example.all(Measure)) >= 3
    assert sum(measure.needs_own_resolution for measure in example.all(Measure)) >= 5


def test_a_measure_rests_only_on_evidence_of_its_own_field(example: Snapshot) -> None:
    for measure in example.all(Measure):
        for evidence_id in measure.evidence_ids:
            assert example.get(Evidence, evidence_id).field_id == field_of(example, measure), measure.id


def test_every_municipality_named_anywhere_exists(example: Snapshot) -> None:
    known = example.by_id(Municipality).keys()
    named = [ags for measure in example.all(Measure) for ags in measure.municipality_ids]
    named += [ags for vote in example.all(Vote) for ags in vote.speaks_for]
    assert set(named) <= known
    assert all(ags.startswith(example.all(District)[0].id) for ags in known)


def test_every_body_step_and_source_named_exists(example: Snapshot) -> None:
    steps, votes, statements = example.all(Consultation), example.all(Vote), example.all(Statement)
    bodies = {step.body_id for step in steps} | {vote.body_id for vote in votes}
    bodies |= {body for statement in statements for body in statement.body_ids}
    assert bodies - {""} <= example.by_id(Body).keys()
    consultations = {vote.consultation_id for vote in votes} | {statement.consultation_id for statement in statements}
    assert consultations <= example.by_id(Consultation).keys()
    lists = [step.source_ids for step in steps]
    lists += [vote.source_ids for vote in votes] + [statement.source_ids for statement in statements]
    sources = {source for listed in lists for source in listed}
    assert sources <= example.by_id(SourceDocument).keys()


def test_every_statement_points_to_a_place_in_the_concept(example: Snapshot) -> None:
    places = {*CHAPTERS, *example.by_id(FieldOfAction), *example.by_id(Measure)}
    assert {statement.place for statement in example.all(Statement)} <= places


def test_the_focus_keeps_the_rules_of_the_two_year_turn(example: Snapshot) -> None:
    periods, focuses = example.all(FocusPeriod), example.all(Focus)
    assert all(is_two_years(period) for period in periods)
    assert overlapping(periods) == []
    assert missing_strands(focuses, example.all(FieldOfAction)) == []
    assert {focus.field_id for focus in focuses} == {"bildung", "sprache", "oeffnung"}
    assert all(focus.reason for focus in focuses)


def test_all_eight_consents_rest_on_one_collective_statement(example: Snapshot) -> None:
    stated = tomllib.loads((EXAMPLE / "fassung.toml").read_text(encoding="utf-8"))
    version = ConceptVersion(
        id=stated["id"], number=stated["number"], name=stated["name"], frozen_at=stated["frozen_at"],
        fingerprint="", tree_sha256="",
    )  # fmt: skip
    register = consent_register(
        list(example.by_id(Municipality)), version, {version.id: version}, example.all(Vote), example.by_id(Body)
    )
    assert len(register) == 8
    assert all(consent.state is ConsentState.GRANTED and not consent.has_single_proof for consent in register)


def test_no_vote_of_the_kreistag_is_recorded_because_the_paper_only_plans_it(example: Snapshot) -> None:
    assert [vote for vote in example.all(Vote) if vote.body_id == "kreistag"] == []
    assert example.get(Consultation, "schritt-11-kreistag").planned


def test_the_committee_voted_on_setting_up_the_centre_not_on_the_concept(example: Snapshot) -> None:
    vote = example.get(Vote, "votum-einrichtung")
    assert vote.subject is VoteSubject.CENTRE


def test_the_land_pays_at_most_170_000_euros(example: Snapshot) -> None:
    assert funding_ceiling(example.all(Post)) == 170_000


def test_the_sheet_is_quantified_though_the_knock_on_effort_is_not(example: Snapshot) -> None:
    sheet = cost_sheet(example.all(Post), example.all(CostItem))
    assert (sheet.gross, sheet.deficit, sheet.extra) == (Decimal(324_850), Decimal(154_850), Decimal(58_850))
    assert sheet.open_items == ("Folgeaufwand in Fachämtern, Städten und Gemeinden",)


def test_the_notice_says_what_is_invented(example: Snapshot) -> None:
    assert "erfunden" in example.get(Project, "project").notice


def test_nobody_is_called_by_an_invented_name(example: Snapshot) -> None:
    assert [person.id for person in example.all(Person) if person.name] == []
    texts = "\n".join(path.read_text(encoding="utf-8") for path in EXAMPLE.glob("*.toml"))
    assert re.findall(r"\b(?:Herrn?|Frau|Dr\.) [A-ZÄÖÜ]\w+", texts) == []
