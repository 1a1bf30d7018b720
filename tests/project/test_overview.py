"""Test the line of each step, the sentence on what is missing, and the state of the concept."""

from dataclasses import replace
from datetime import date

import pytest

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Principle, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import Answer, Evidence, Interview, InterviewStatus
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.votes import Vote
from kizdesk.library import Library
from kizdesk.project.checking.findings import Severity, check, weighed
from kizdesk.project.evaluation.passages import TO_READ
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.overview import StepState, concept_state, step_states
from kizdesk.project.overview.phrases import Part, Phrases, sentence
from kizdesk.project.records import add, delete, set_value
from kizdesk.project.versions.freezing import VersionWish, freeze

CONTRADICTION = "vollständig"


def state(project: OpenProject, step: Step) -> StepState:
    return next(state for state in step_states(project) if state.step is step)


def hold(project: OpenProject, municipality_id: str, status: InterviewStatus) -> None:
    interview = add_interview(project, municipality_id)
    set_value(project, Interview, interview.id, "status", status)


def test_there_is_one_state_for_each_step_in_order(project: OpenProject) -> None:
    assert [state.step for state in step_states(project)] == list(Step)


def test_known_findings_give_the_same_states(example: OpenProject) -> None:
    assert step_states(example, check(example)) == step_states(example)


def test_a_step_in_which_something_is_missing_is_never_shown_as_done(
    project: OpenProject, example: OpenProject
) -> None:
    for shown in (*step_states(project), *step_states(example)):
        assert 0 <= shown.share <= 1
        if shown.missing:
            assert shown.share < 1
            assert shown.line != CONTRADICTION
            assert shown.target is not None


def test_every_sentence_is_whole(project: OpenProject, example: OpenProject) -> None:
    for shown in (*step_states(project), *step_states(example)):
        assert "{" not in shown.missing
        assert not shown.missing or shown.missing.endswith(".")


def test_every_rule_that_asks_for_something_has_a_phrase(library: Library) -> None:
    told_otherwise = {
        "interview_missing", "interview_open_questions", "answer_later", "district_without_municipalities",
        "consent_editorial", "interview_not_released", "interview_changed", "vote_before_version",
        "interview_unfinished",
    }  # fmt: skip

    assert set(library.rules()) - told_otherwise == set(library.toml("overview.toml"))


def test_the_stock_taking_names_few_municipalities_and_counts_many(project: OpenProject) -> None:
    places = [municipality.id for municipality in sorted(project.snapshot.all(Municipality), key=lambda p: p.name)]
    for place in places[:5]:
        hold(project, place, InterviewStatus.DONE)
    hold(project, places[5], InterviewStatus.RUNNING)
    shown = state(project, Step.STOCK_TAKING)

    assert shown.line == "5 von 8 Kommunen"
    assert "Gespräche in Neuss und Rommerskirchen" in shown.missing
    assert shown.target is not None
    assert shown.target.kind == "answer"


def test_the_sentence_of_the_stock_taking_counts_required_questions_and_leads_to_one(project: OpenProject) -> None:
    place = next(iter(project.snapshot.all(Municipality)))
    hold(project, place.id, InterviewStatus.RUNNING)
    shown = state(project, Step.STOCK_TAKING)
    words = f"Es fehlen noch: 9 Pflichtangaben aus {place.name}, "
    assert shown.missing.startswith(words)
    assert shown.target is not None
    assert (shown.target.kind, shown.target.field) == ("answer", "b01")


def test_promised_answers_stand_in_the_sentence(example: OpenProject) -> None:
    shown = state(example, Step.STOCK_TAKING)

    told = "Es fehlen noch: 6 zugesagte Antworten aus 4 Kommunen, Einwilligung in Zitate aus Korschenbroich."
    assert shown.missing == told
    assert shown.target is not None
    assert shown.target.kind == "answer"


def test_the_evaluation_names_fields_without_evidence(example: OpenProject) -> None:
    assert state(example, Step.EVALUATION).line == "130 Belege"
    for piece in example.snapshot.all(Evidence):
        if piece.field_id == "gesundheit":
            delete(example, Evidence, piece.id)

    assert state(example, Step.EVALUATION).missing == "Es fehlen noch: Belege zu „Gesundheit und Pflege“."


def test_the_evaluation_is_done_when_every_municipality_is_heard_and_quoted(example: OpenProject) -> None:
    assert (state(example, Step.EVALUATION).share, state(example, Step.EVALUATION).missing) == (1.0, "")

    interview = example.snapshot.all(Interview)[0]
    set_value(example, Interview, interview.id, "status", InterviewStatus.RUNNING)

    shown = state(example, Step.EVALUATION)
    assert shown.share < 1
    assert shown.missing == "Es fehlen noch: Antworten einer Kommune."


def test_the_evaluation_names_a_municipality_whose_answers_show_nothing_yet(example: OpenProject) -> None:
    kaarst = next(item for item in example.snapshot.all(Municipality) if item.name == "Kaarst")
    held = {item.id for item in example.snapshot.all(Interview) if item.municipality_id == kaarst.id}
    answers = {item.id for item in example.snapshot.all(Answer) if item.interview_id in held}
    for piece in example.snapshot.all(Evidence):
        if piece.answer_id in answers:
            delete(example, Evidence, piece.id)

    shown = state(example, Step.EVALUATION)
    assert shown.share < 1
    assert shown.missing == "Es fehlen noch: Belege aus Kaarst."
    assert shown.target == Target(Step.EVALUATION, "evidence", "", TO_READ)


def test_the_fields_are_counted_with_their_measures(example: OpenProject) -> None:
    assert state(example, Step.FIELDS).line == "6 Felder, 31 Maßnahmen"


def test_what_fields_lack_is_said(project: OpenProject) -> None:
    add(project, Principle(id="p", title="Miteinander"), "Leitlinie anlegen")
    field = FieldOfAction(id="f", title="Sprache", strand=Strand.EDUCATION, status=FieldStatus.ADOPTED)
    add(project, field, "Handlungsfeld anlegen")
    add(project, Goal(id="g", field_id="f", title="Mehr Kurse"), "Ziel anlegen")
    add(project, Measure(id="m", goal_id="g", title="Kurse"), "Maßnahme anlegen")
    shown = state(project, Step.FIELDS)

    assert shown.line == "1 Feld, 1 Maßnahme"
    assert shown.missing.startswith("Es fehlen noch: Leitziel zu „Sprache“, Federführung für „Kurse“")


def test_the_focus_names_the_strand_that_is_missing(project: OpenProject) -> None:
    assert state(project, Step.FOCUS).line == "noch kein Zeitraum"
    period = FocusPeriod(id="z", starts=date(2026, 1, 1), ends=date(2027, 12, 31), self_commitment="Alle zwei Jahre.")
    add(project, period, "Zeitraum anlegen")
    field = next(field for field in project.snapshot.all(FieldOfAction) if field.strand is Strand.EDUCATION)
    add(project, Focus(id="s", period_id="z", field_id=field.id, reason="Bedarf"), "Schwerpunkt wählen")
    shown = state(project, Step.FOCUS)

    assert shown.line == "Querschnittsaufgabe fehlt"
    assert shown.missing == "Es fehlt noch: Schwerpunkt aus „Integration als Querschnittsaufgabe“."


def test_the_organisation_counts_open_amounts(example: OpenProject) -> None:
    assert state(example, Step.ORGANISATION).line == "ein Betrag offen"


def test_the_only_open_amount_is_named_whole(example: OpenProject) -> None:
    missing = state(example, Step.ORGANISATION).missing
    assert missing == "Es fehlt noch: Betrag zu „Folgeaufwand in Fachämtern, Städten und Gemeinden“."


def test_consents_are_counted_for_the_latest_version(example: OpenProject) -> None:
    assert state(example, Step.PARTICIPATION).line == "8 von 8 zur Fassung 1"
    freeze(example, VersionWish("Zweite"))
    shown = state(example, Step.PARTICIPATION)

    assert (shown.line, shown.share) == ("0 von 8 zur Fassung 2", 0)
    assert "Einvernehmen von 8 Kommunen" in shown.missing


def test_a_kreisfreie_stadt_waits_for_no_municipality(project: OpenProject) -> None:
    for place in project.snapshot.all(Municipality):
        delete(project, Municipality, place.id)
    district = project.snapshot.all(District)[0]
    set_value(project, District, district.id, "kind", DistrictKind.INDEPENDENT_CITY)
    states = step_states(project)

    assert [(shown.line, shown.missing) for shown in states[1:3]] == [("ohne Kommunen", "")] * 2


def test_the_last_step_counts_what_hinders_and_nothing_else(example: OpenProject) -> None:
    hindering = [finding for finding in check(example) if finding.severity is Severity.OBSTACLE]
    assert len(check(example)) > len(hindering)
    assert state(example, Step.OUTPUT).line == weighed(hindering)
    assert state(example, Step.OUTPUT).missing == (
        "Die Prüfung nennt noch ein Hindernis; ausgeben lässt sich das Konzept auch so."
    )


def test_findings_are_counted_by_their_weight(example: OpenProject) -> None:
    one = check(example)[0]
    weights = (Severity.OBSTACLE, Severity.OBSTACLE, Severity.GAP)
    assert weighed([replace(one, severity=weight) for weight in weights]) == "2 Hindernisse, eine Lücke"
    assert weighed([]) == ""


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([], ""),
        ([Part("Leitlinien", plural=True)], "Es fehlen noch: Leitlinien."),
        ([Part("Selbstverpflichtung")], "Es fehlt noch: Selbstverpflichtung."),
        ([Part("Gespräche in 13 Kommunen", 13)], "Es fehlen noch: Gespräche in 13 Kommunen."),
        ([Part(name) for name in "ABCDE"], "Es fehlen noch: A, B, C, D und ein weiterer Punkt."),
        (
            [Part(f"Zeitraum für „{name * 60}“") for name in "ABCD"],
            f"Es fehlen noch: Zeitraum für „{'A' * 60}“ und 3 weitere Punkte.",
        ),
        ([Part(name, 2) for name in "ABCDE"], "Es fehlen noch: A, B, C, D und 2 weitere Punkte."),
    ],
)
def test_a_sentence_tells_the_first_and_counts_the_rest(parts: list[Part], text: str) -> None:
    assert sentence(parts) == text


def test_a_project_without_version_says_so(project: OpenProject) -> None:
    assert concept_state(project).line == "Noch keine Fassung"


def test_changes_since_the_latest_version_are_counted(example: OpenProject) -> None:
    assert concept_state(example).line == "Fassung 1 vom 19.02.2013, seitdem unverändert"
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")

    assert concept_state(example).line == "Fassung 1 vom 19.02.2013, seitdem eine Änderung"


def test_a_vote_changes_no_content(example: OpenProject) -> None:
    for vote in example.snapshot.all(Vote):
        delete(example, Vote, vote.id)

    assert concept_state(example).changes == 0


def test_what_is_named_in_the_plural_is_missing_in_the_plural(project: OpenProject) -> None:
    phrases = Phrases.of(project.library)
    finding = replace(check(project)[0], rule="field_without_goal", values={"feld": "Sprache"})

    assert sentence(list(phrases.parts([finding]))) == "Es fehlen noch: Ziele zu „Sprache“."


def test_all_that_the_sentence_counts_is_named_one_by_one_with_its_place(
    project: OpenProject, example: OpenProject
) -> None:
    for shown in (*step_states(project), *step_states(example)):
        if not shown.missing or shown.step is Step.OUTPUT:
            continue
        assert shown.points
        assert all(point.text[:1].isupper() or point.text[:1].isdigit() for point in shown.points)
        assert len(set(shown.points)) == len(shown.points)


def test_what_is_left_over_in_the_sentence_is_among_the_points(project: OpenProject) -> None:
    for number in range(4):
        made = FieldOfAction(
            id=f"f{number}", title=f"Feld {number}", strand=Strand.EDUCATION, status=FieldStatus.ADOPTED
        )
        add(project, made, "Handlungsfeld anlegen")
    shown = state(project, Step.FIELDS)
    assert {f"Leitziel zu „Feld {number}“" for number in range(4)} <= {point.text for point in shown.points}


def test_a_new_project_is_not_frightened_with_a_number_of_obstacles(project: OpenProject) -> None:
    assert state(project, Step.OUTPUT).line == "kommt zum Schluss"
    hold(project, next(iter(project.snapshot.all(Municipality))).id, InterviewStatus.RUNNING)
    assert "Hindernisse" in state(project, Step.OUTPUT).line
