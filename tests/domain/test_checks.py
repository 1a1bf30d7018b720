"""Check the predicates of the checker, each on the smallest project that meets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from kizdesk.domain.base import Record
from kizdesk.domain.checks import Facts, Hit, Step, Target, check
from kizdesk.domain.cost import CostItem, CostKind, Post
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, MeasureStatus, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.guide import Guide, Question, QuestionType, Section
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Evidence,
    EvidenceKind,
    Interview,
    InterviewStatus,
    Offering,
)
from kizdesk.domain.legal import LegalBasis, Precondition, StatutoryTask
from kizdesk.domain.organisation import CentreTask, OrganisationVariant
from kizdesk.domain.people import Actor, ActorKind, Body, BodyLevel, Consultation, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.domain.votes import (
    ConsiderationStatus,
    Statement,
    StatementKind,
    Vote,
    VoteKind,
    VoteResult,
    VoteSubject,
)

GUIDE = Guide(
    "g",
    "1",
    "",
    "",
    (Section("a", "A", "", (Question("a01", "A.1", "?", QuestionType.TEXT, required=True),)),),
)
LAW = LegalBasis(
    id="l",
    year=2022,
    title="",
    short="",
    citation="",
    section="§ 8",
    in_force_from=date(2022, 1, 1),
    in_force_until=None,
    source="",
    term_for_people="",
    preconditions=(
        Precondition("p1", "", "", "free_providers_missing"),
        Precondition("p2", "", "", "volunteers_missing"),
    ),
    tasks=(StatutoryTask("koordination", "Koordination", "", ""),),
    posts=(),
)
DISTRICT = District(id="05162", name="Rhein-Kreis Neuss")
TOWN = Municipality(id="05162004", name="Dormagen")
HELD = Interview(
    id="i",
    municipality_id=TOWN.id,
    guide_id="g",
    guide_version="1",
    status=InterviewStatus.RELEASED,
    privacy_notice_given=True,
    person_ids=("p",),
)
TOLD = Answer(id="i/a01", interview_id="i", question_id="a01", text="Plätze fehlen.")
MARK = Evidence(id="e", answer_id="i/a01", field_id="f", kind=EvidenceKind.NEED, start=0, end=6, wording="Plätze")
FIELD = FieldOfAction(id="f", title="Sprache", strand=Strand.EDUCATION, status=FieldStatus.ADOPTED, guiding_goal="x")
OTHER = FieldOfAction(id="o", title="Öffnung", strand=Strand.CROSS_CUTTING)
GOAL = Goal(id="z", field_id="f", title="Mehr Kurse")
MEASURE = Measure(
    id="m", goal_id="z", title="Kurs", lead="Kreis", starts=date(2013, 1, 1), indicator="Plätze", funding="Land"
)
PERIOD = FocusPeriod(id="s", starts=date(2013, 3, 6), ends=date(2015, 3, 5), self_commitment="Wir legen neu fest.")
VERSION = ConceptVersion(
    id="v", number=1, name="", frozen_at=datetime(2013, 2, 1, tzinfo=UTC), fingerprint="abc", tree_sha256="t"
)
MAYOR = Body(id="b", name="Bürgermeister", level=BodyLevel.MUNICIPALITY, municipality_id=TOWN.id)
COUNCIL = Body(id="k", name="Kreistag", adopts=True)
AGREED = Vote(
    id="a",
    subject=VoteSubject.VERSION,
    subject_id="v",
    body_id="b",
    kind=VoteKind.IN_WRITING,
    result=VoteResult.AGREED,
    proof="Schreiben",
)
ADOPTED = replace(AGREED, id="k", body_id="k", kind=VoteKind.RESOLUTION)
LEADER = Post(id="p", title="Leitung", fte=Decimal(1), personnel_cost=Decimal(60000), workplace_cost=Decimal(9700))
TASK = CentreTask(id="koordination", title="Koordination")
COMPLETE: tuple[Record, ...] = (
    DISTRICT,
    TOWN,
    HELD,
    TOLD,
    MARK,
    PrivacyConsent(id="c", person_id="p", purpose=PrivacyPurpose.QUOTE, granted_on=date(2012, 11, 1)),
    FIELD,
    OTHER,
    GOAL,
    MEASURE,
    PERIOD,
    Focus(id="1", period_id="s", field_id="f", reason="dringlich"),
    Focus(id="2", period_id="s", field_id="o", reason="dringlich"),
    OrganisationVariant(id="v", title="Stabsstelle", chosen=True),
    LEADER,
    TASK,
    Actor(id="t", name="Caritas", kind=ActorKind.WELFARE, agreement="Rahmenvereinbarung"),
    Actor(id="e", name="Lotsen", kind=ActorKind.VOLUNTEERS),
    VERSION,
    MAYOR,
    COUNCIL,
    AGREED,
    ADOPTED,
)


def hits(*changed: Record, without: tuple[Record, ...] = (), fingerprint: str = "abc") -> list[Hit]:
    records = {(type(record), record.id): record for record in COMPLETE if record not in without}
    records.update({(type(record), record.id): record for record in changed})
    return list(check(Facts(Snapshot.of(records.values()), GUIDE, LAW, {}, fingerprint)))


def rules(*changed: Record, without: tuple[Record, ...] = (), fingerprint: str = "abc") -> list[str]:
    return [hit.rule for hit in hits(*changed, without=without, fingerprint=fingerprint)]


def test_only_the_missing_principles_are_found_in_a_complete_project() -> None:
    assert rules() == ["no_principles"]


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("interview_missing", replace(HELD, status=InterviewStatus.PLANNED)),
        ("interview_unfinished", replace(HELD, status=InterviewStatus.RUNNING)),
        ("interview_not_released", replace(HELD, status=InterviewStatus.DONE)),
        ("notice_not_given", replace(HELD, privacy_notice_given=None)),
        ("answer_later", replace(TOLD, state=AnswerState.LATER)),
        ("evidence_stale", replace(TOLD, text="Es fehlen Plätze.")),
        ("quote_without_consent", replace(HELD, person_ids=())),
        ("quote_without_consent", replace(HELD, person_ids=("p", "q"))),
        ("offering_without_field", Offering(id="o", title="Kurs")),
        ("field_without_guiding_goal", replace(FIELD, guiding_goal=" ")),
        ("field_without_goal", replace(OTHER, status=FieldStatus.ADOPTED, guiding_goal="x")),
        ("goal_without_measure", Goal(id="z2", field_id="f", title="Noch eins")),
        ("measure_without_lead", replace(MEASURE, lead="")),
        ("measure_without_period", replace(MEASURE, starts=None)),
        ("measure_without_indicator", replace(MEASURE, indicator="")),
        ("measure_funding_open", replace(MEASURE, funding="")),
        ("span_backwards", replace(MEASURE, ends=date(2012, 12, 31))),
        ("span_backwards", Offering(id="o", title="Kurs", starts=date(2013, 1, 2), ends=date(2013, 1, 1))),
        ("span_backwards", replace(HELD, started=time(10), ended=time(9))),
        ("span_backwards", Consultation(id="c", title="Konferenz", held_on=date(2013, 2, 1), until=date(2013, 1, 1))),
        (
            "span_backwards",
            ConsentRequest(
                id="r", version_id="v", municipality_id=TOWN.id, requested_on=date(2013, 2, 1), due_on=date(2013, 1, 1)
            ),
        ),
        ("vote_before_version", replace(AGREED, decided_on=date(2013, 1, 31))),
        ("focus_not_two_years", replace(PERIOD, ends=date(2015, 3, 6))),
        ("focus_overlap", FocusPeriod(id="s0", starts=date(2011, 3, 7), ends=date(2013, 3, 6))),
        ("focus_without_reason", Focus(id="1", period_id="s", field_id="f")),
        ("focus_strand_missing", Focus(id="2", period_id="s", field_id="f", reason="x")),
        ("self_commitment_missing", replace(PERIOD, self_commitment="")),
        ("organisation_open", OrganisationVariant(id="v", title="Stabsstelle")),
        ("cost_open", CostItem(id="r", title="Räume", kind=CostKind.ADDITIONAL)),
        ("knock_on_open", CostItem(id="k", title="Ämter", kind=CostKind.KNOCK_ON)),
        ("cost_open", Post(id="p", title="Leitung", fte=Decimal(1))),
        ("consent_open", replace(AGREED, result=VoteResult.DEFERRED)),
        ("consent_refused", replace(AGREED, result=VoteResult.REFUSED)),
        ("consent_conditional", replace(AGREED, result=VoteResult.WITH_CONDITIONS)),
        ("consent_without_proof", replace(AGREED, proof="")),
        ("consent_earlier_version", replace(VERSION, id="v2", number=2)),
        ("council_refused", replace(ADOPTED, result=VoteResult.REFUSED)),
        ("council_resolution_missing", replace(ADOPTED, result=VoteResult.DEFERRED)),
        ("collective_unspecified", replace(AGREED, id="x", body_id="k", kind=VoteKind.COLLECTIVE)),
        ("reservation_unanswered", Statement(id="r", kind=StatementKind.RESERVATION, text="Zu teuer")),
        ("district_without_municipalities", replace(DISTRICT, kind=DistrictKind.INDEPENDENT_CITY)),
        ("free_providers_missing", Actor(id="t", name="Caritas", kind=ActorKind.WELFARE)),
        ("volunteers_missing", Actor(id="e", name="Lotsen", kind=ActorKind.OTHER)),
    ],
)
def test_a_gap_is_found(rule: str, changed: Record) -> None:
    assert rule in rules(changed)


@pytest.mark.parametrize(
    ("rule", "gone"),
    [
        ("interview_missing", HELD),
        ("interview_open_questions", TOLD),
        ("required_unanswered", TOLD),
        ("focus_missing", PERIOD),
        ("cost_missing", LEADER),
        ("task_missing", TASK),
        ("no_version", VERSION),
        ("goal_without_measure", MEASURE),
    ],
)
def test_what_is_absent_is_found(rule: str, gone: Record) -> None:
    assert rule in rules(without=(gone,))


def test_an_interview_that_is_going_on_is_not_missing() -> None:
    assert "interview_missing" not in rules(replace(HELD, status=InterviewStatus.RUNNING))


def test_a_span_that_ends_too_early_is_named_with_its_days() -> None:
    found = next(hit for hit in hits(replace(MEASURE, ends=date(2012, 12, 31))) if hit.rule == "span_backwards")
    assert found.values == {"titel": "Maßnahme „Kurs“", "zeitraum": "01.01.2013 bis 31.12.2012"}
    assert (found.target.kind, found.target.id, found.target.field) == ("measure", "m", "ends")


@pytest.mark.parametrize(
    "record",
    [
        replace(MEASURE, ends=MEASURE.starts),
        replace(MEASURE, ends=None),
        replace(MEASURE, ends=date(2012, 12, 31), status=MeasureStatus.DROPPED),
        replace(HELD, started=time(10), ended=None),
    ],
)
def test_a_span_of_one_day_an_open_or_a_dropped_one_is_well(record: Record) -> None:
    assert "span_backwards" not in rules(record)


def test_a_period_that_ends_too_early_is_told_once_by_its_own_rule() -> None:
    found = rules(replace(PERIOD, ends=date(2013, 3, 5)))
    assert "focus_not_two_years" in found
    assert "span_backwards" not in found


@pytest.mark.parametrize(
    ("day", "dated"), [(date(2013, 2, 1), None), (date(2013, 1, 20), date(2013, 1, 20)), (None, None)]
)
def test_a_vote_of_the_day_of_its_version_is_in_time(day: date | None, dated: date | None) -> None:
    assert "vote_before_version" not in rules(replace(AGREED, decided_on=day), replace(VERSION, dated=dated))


def test_a_consent_that_stands_after_editorial_changes_is_a_hint_and_no_gap() -> None:
    later = replace(VERSION, id="v2", number=2)
    ruling = EditorialRuling(id="r", vote_id=AGREED.id, version_id="v2", reason="nur Rechtschreibung")
    found = rules(later, ruling)
    assert "consent_editorial" in found
    assert "consent_earlier_version" not in found


def test_changed_content_makes_the_version_outdated() -> None:
    assert "version_outdated" in rules(fingerprint="def")


def test_a_missing_chapter_is_named() -> None:
    facts = Facts(Snapshot.of(COMPLETE), GUIDE, LAW, {"anlass": "Anlass", "kreis": "Der Kreis"})
    written = replace(facts, snapshot=Snapshot.of([*COMPLETE, ChapterText(id="t", chapter="kreis", text="So.")]))
    assert [hit.values["titel"] for hit in check(written) if hit.rule == "concept_missing_text"] == ["Anlass"]


def test_votes_on_the_centre_alone_are_no_consent() -> None:
    centre = replace(AGREED, subject=VoteSubject.CENTRE, subject_id="")
    found = rules(centre, without=(ADOPTED,))
    assert "centre_vote_only" in found
    assert "consent_open" in found


def test_a_council_that_agreed_after_a_refusal_is_not_reported() -> None:
    earlier = replace(
        ADOPTED,
        id="k0",
        subject=VoteSubject.CENTRE,
        subject_id="",
        result=VoteResult.REFUSED,
        decided_on=date(2012, 1, 1),
    )
    later = replace(earlier, id="k1", result=VoteResult.AGREED, decided_on=date(2013, 1, 1))
    assert "council_refused" not in rules(earlier, later)


def test_an_independent_city_needs_no_consents() -> None:
    found = rules(replace(DISTRICT, kind=DistrictKind.INDEPENDENT_CITY), without=(AGREED,))
    assert "consent_open" not in found


def test_a_dropped_measure_needs_nothing() -> None:
    assert "measure_without_lead" not in rules(replace(MEASURE, lead="", status=MeasureStatus.DROPPED))


def test_an_answered_reservation_is_settled() -> None:
    settled = Statement(
        id="r", kind=StatementKind.RESERVATION, text="Zu teuer", status=ConsiderationStatus.DECLINED, consideration="x"
    )
    assert "reservation_unanswered" not in rules(settled)


def test_a_finding_points_to_the_very_field() -> None:
    found = next(hit for hit in hits(replace(MEASURE, lead="")) if hit.rule == "measure_without_lead")
    assert (found.target.kind, found.target.id, found.target.field) == ("measure", "m", "lead")


def test_a_proposed_text_says_nothing_about_the_districts_providers() -> None:
    proposed = ChapterText(id="t", chapter="traeger", text="Der Kreis arbeitet mit freien Trägern zusammen.")
    without_agreement = Actor(id="t", name="Caritas", kind=ActorKind.WELFARE)
    assert "free_providers_missing" in rules(proposed, without_agreement)
    assert "free_providers_missing" not in rules(replace(proposed, edited=True), without_agreement)


def test_an_answer_that_says_nothing_leaves_its_question_open() -> None:
    assert "required_unanswered" in rules(replace(TOLD, text=""))


@pytest.mark.parametrize("state", [AnswerState.LATER, AnswerState.DECLINED])
def test_an_answer_put_off_or_declined_is_not_open(state: AnswerState) -> None:
    assert "required_unanswered" not in rules(replace(TOLD, text="", state=state))


def test_an_answer_promised_to_a_question_no_longer_asked_is_not_awaited() -> None:
    asked_before = Answer(id="i/z09", interview_id="i", question_id="z09", state=AnswerState.LATER)
    assert "answer_later" not in rules(asked_before)


def test_a_version_that_was_refused_after_its_adoption_is_not_adopted() -> None:
    first = replace(ADOPTED, decided_on=date(2013, 2, 5))
    last = replace(ADOPTED, id="k2", result=VoteResult.REFUSED, decided_on=date(2013, 3, 5))
    assert "council_resolution_missing" in rules(first, last)


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        (DistrictKind.DISTRICT, "des Kreistags"),
        (DistrictKind.CITY_REGION, "des Städteregionstags"),
        (DistrictKind.INDEPENDENT_CITY, "des Rates"),
    ],
)
def test_the_missing_resolution_is_that_of_the_body_that_adopts_there(kind: DistrictKind, named: str) -> None:
    found = hits(replace(DISTRICT, kind=kind), without=(ADOPTED,))
    missing = next(hit for hit in found if hit.rule == "council_resolution_missing")
    assert missing.values["gremium"] == named
    assert missing.target == Target(Step.PARTICIPATION, "vote")


def test_a_resolution_that_was_put_off_is_entered_where_the_vote_is() -> None:
    found = hits(replace(ADOPTED, result=VoteResult.DEFERRED))
    missing = next(hit for hit in found if hit.rule == "council_resolution_missing")
    assert missing.target == Target(Step.PARTICIPATION, "vote", ADOPTED.id)
