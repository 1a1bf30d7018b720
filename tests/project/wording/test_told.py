"""Test that every step is told as a statement with the record and the field it concerns."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import kizdesk
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Create
from kizdesk.domain.codec import field_names
from kizdesk.domain.cost import CostItem, CostKind, Post, StatedTotal, StatedTotalKind
from kizdesk.domain.fields import FieldOfAction, Goal, Measure, Principle, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Attachment, Evidence, EvidenceKind, Interview, Offering
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.layout import ChapterChoice, HouseTemplate, StyleChoice
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind, PaperQuestion, PaperStop
from kizdesk.domain.people import Actor, Body, Consultation, Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText, ConceptVersion, SourceDocument
from kizdesk.domain.votes import Statement, StatementKind, Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.library import Library
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.fields.edit import add_measure, adopt_field, duplicate_measure, move_measure
from kizdesk.project.focus.edit import begin_period, set_focus
from kizdesk.project.interviews.edit import put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.organisation.edit import choose_variant
from kizdesk.project.participation.consent_entry import (
    ConsentWish,
    change_consent,
    delete_answer,
    record_collective,
    record_consent,
)
from kizdesk.project.privacy import set_consent
from kizdesk.project.records import add, delete, reorder, set_value, set_values
from kizdesk.project.wording.told import DONE, told

SOURCES = Path(kizdesk.__file__).parent
PERSON = Person(id="grueter", name="Anton Grüter")
COUNT = 3


def said(project: OpenProject, act: Callable[[], object]) -> str:
    """Return what is said of a step when it is taken back, which is what is said when it is done again."""
    older = project.snapshot
    act()
    newer = project.snapshot
    label = project.undo()
    assert label is not None
    sentence = told(project, project.snapshot, newer, label)
    assert project.redo() == label
    assert told(project, older, project.snapshot, label) == sentence
    return sentence


def test_an_edit_names_record_and_field(project: OpenProject) -> None:
    add(project, PERSON)

    assert said(project, lambda: set_value(project, Person, "grueter", "roles", ("Landrat",))) == (
        "Person „Anton Grüter“: Rollen geändert"
    )


def test_two_fields_are_named_and_more_are_not(project: OpenProject) -> None:
    add(project, PERSON)
    two: dict[str, object] = {"phone": "02581 1", "email": "a@b.de"}

    assert said(project, lambda: set_values(project, Person, "grueter", two)) == (
        "Person „Anton Grüter“: Telefon und E-Mail geändert"
    )
    more: dict[str, object] = {"function": "Landrat", "unit": "Kreis", "phone": ""}
    assert said(project, lambda: set_values(project, Person, "grueter", more)) == (
        "Person „Anton Grüter“: mehrere Angaben geändert"
    )


def test_what_comes_and_goes_is_named(project: OpenProject) -> None:
    assert said(project, lambda: add(project, PERSON)) == "Person „Anton Grüter“ hinzugefügt"
    assert said(project, lambda: delete(project, Person, "grueter")) == "Person „Anton Grüter“ gelöscht"
    assert said(project, lambda: add(project, Person(id="leer"))) == "Person ohne Namen hinzugefügt"


def test_a_deletion_is_told_by_what_was_meant_not_by_what_went_along(example: OpenProject) -> None:
    goal = example.snapshot.all(Goal)[0]

    assert said(example, lambda: delete(example, Goal, goal.id)).startswith("Ziel „")


def test_a_long_title_is_cut(project: OpenProject) -> None:
    long = "Ein Name, der sich über so viele Wörter hinzieht, dass niemand ihn ganz lesen möchte"

    sentence = said(project, lambda: add(project, Body(id="b", name=long)))
    assert sentence == "Gremium „Ein Name, der sich über so viele Wörter …“ hinzugefügt"


def test_an_answer_names_question_and_municipality(example: OpenProject) -> None:
    answer = next(item for item in example.snapshot.all(Answer) if item.text and not item.rows)
    interview = example.snapshot.get(Interview, answer.interview_id)

    sentence = said(example, lambda: put_answer(example, replace(answer, note="Nachfragen")))
    assert sentence.startswith("Antwort auf ")
    assert " geändert (" in sentence
    assert interview.municipality_id not in sentence


def test_a_chapter_is_named_by_its_title(example: OpenProject) -> None:
    text = example.snapshot.all(ChapterText)[0]

    sentence = said(example, lambda: write_chapter(example, text.chapter, "Ganz neu."))
    assert sentence.startswith("Kapitel „")
    assert sentence.endswith("“: Text geändert")


def test_an_order_names_what_was_ordered(example: OpenProject) -> None:
    ids = [body.id for body in example.snapshot.all(Body)]

    assert said(example, lambda: reorder(example, Body, ids[::-1])).startswith("Reihenfolge der Gremien geändert")


def test_a_measure_moved_or_copied_is_named(example: OpenProject) -> None:
    goal = next(
        goal
        for goal in example.snapshot.all(Goal)
        if sum(measure.goal_id == goal.id for measure in example.snapshot.all(Measure)) >= COUNT
    )
    measures = [measure for measure in example.snapshot.all(Measure) if measure.goal_id == goal.id]
    first = min(measures, key=lambda measure: measure.position)
    set_value(example, Measure, first.id, "title", "Sprachkurse")

    assert said(example, lambda: move_measure(example, first.id, goal.id, COUNT)) == "Maßnahme „Sprachkurse“ verschoben"
    assert said(example, lambda: duplicate_measure(example, first.id)).startswith("Maßnahme „Sprachkurse")
    assert said(example, lambda: add_measure(example, goal.id, "Elterncafés")) == "Maßnahme „Elterncafés“ hinzugefügt"


def test_a_choice_names_what_was_chosen(example: OpenProject) -> None:
    other = next(item for item in example.snapshot.all(OrganisationVariant) if not item.chosen)
    set_value(example, OrganisationVariant, other.id, "title", "Eigenes Amt")

    assert said(example, lambda: choose_variant(example, other.id)) == "Organisationsvariante „Eigenes Amt“ gewählt"


def test_records_without_a_title_are_named_by_what_they_belong_to(project: OpenProject) -> None:
    add(project, PERSON)
    given = date(2026, 1, 5)

    assert said(project, lambda: set_consent(project, "grueter", PrivacyPurpose.PHOTO, "granted_on", given)) == (
        "Einwilligung von Anton Grüter eingetragen"
    )
    assert said(project, lambda: begin_period(project)) == "Schwerpunktzeitraum 2026–2028 angelegt"


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (VoteResult.AGREED, "Einvernehmen von Dormagen"),
        (VoteResult.WITH_CONDITIONS, "Einvernehmen mit Bedingungen von Dormagen"),
        (VoteResult.REFUSED, "Ablehnung von Dormagen"),
        (VoteResult.DEFERRED, "Vertagung von Dormagen"),
    ],
)
@pytest.mark.parametrize("writer", ["Rat der Stadt Dormagen", "Eine neue Stelle"])
def test_an_answer_to_a_version_names_what_it_is_and_whose(
    example: OpenProject, result: VoteResult, sentence: str, writer: str
) -> None:
    version = example.snapshot.all(ConceptVersion)[0]
    wish = ConsentWish(version_id=version.id, body_name=writer, result=result, conditions=("Geld",))
    made: list[Vote] = []

    assert said(example, lambda: made.append(record_consent(example, HERE.id, wish))) == f"{sentence} eingetragen"
    later = replace(wish, decided_on=DAY)
    assert said(example, lambda: change_consent(example, made[0].id, later)) == f"{sentence} geändert"


def test_one_statement_for_several_names_who_made_it(example: OpenProject) -> None:
    version = example.snapshot.all(ConceptVersion)[0]
    wish = ConsentWish(version_id=version.id, body_name="Neue Konferenz", result=VoteResult.AGREED)

    sentence = said(example, lambda: record_collective(example, [HERE.id, "05162008"], wish))
    assert sentence == "Sammelerklärung „Neue Konferenz“ eingetragen"
    made = example.snapshot.all(Vote)[-1]
    assert said(example, lambda: delete_answer(example, made.id)) == "Sammelerklärung „Neue Konferenz“ gelöscht"


def test_a_step_of_several_kinds_is_named_by_its_main_record(example: OpenProject) -> None:
    reasons = {
        strand: next(f.id for f in example.snapshot.all(FieldOfAction) if f.strand is strand) for strand in Strand
    }
    for field_id in reasons.values():
        adopt_field(example, field_id)
    wanted = dict.fromkeys(reasons.values(), "Bedarf")

    sentence = said(example, lambda: set_focus(example, date(2031, 1, 1), wanted))
    assert sentence == "Schwerpunkte 2031–2032 festgelegt"


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.__name__)
def test_every_field_of_every_kind_has_a_name(kind: Any, library: Library) -> None:
    names = library.toml("record_fields.toml")[kind_of(kind)]

    assert isinstance(names, dict)
    assert set(names) == set(field_names(kind)) - {"id"}


DAY = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
HERE = Municipality(id="05162004", name="Dormagen")
SPEECH = FieldOfAction(id="sprache", title="Sprache", strand=Strand.EDUCATION)
COUNCIL = Body(id="rat", name="Rat der Stadt Dormagen")
TALK = Interview(id="g", municipality_id=HERE.id, guide_id="x", guide_version="1")
PERIOD = FocusPeriod(id="z", starts=DAY, ends=date(2028, 1, 4))
VERSION = ConceptVersion(id="f", number=2, name="Entwurf", frozen_at=NOW, fingerprint="", tree_sha256="")
VOTE = Vote(id="v", subject=VoteSubject.VERSION, body_id="rat", kind=VoteKind.RESOLUTION, result=VoteResult.AGREED)
CALLED: list[tuple[Record, str]] = [
    (Project(id="project", title="Konzept"), "Projekt"),
    (District(id="05162", name="Rhein-Kreis Neuss"), "Kreis „Rhein-Kreis Neuss“"),
    (HERE, "Kommune „Dormagen“"),
    (PERSON, "Person „Anton Grüter“"),
    (PrivacyConsent(id="e", person_id="grueter", purpose=PrivacyPurpose.NAME), "Einwilligung von Anton Grüter"),
    (COUNCIL, "Gremium „Rat der Stadt Dormagen“"),
    (Actor(id="a", name="Caritas"), "Akteur „Caritas“"),
    (Consultation(id="b", title="Sitzung"), "Beratung „Sitzung“"),
    (TALK, "Gespräch mit Dormagen"),
    (Answer(id="g/a04", interview_id="g", question_id="a04"), "Antwort von Dormagen"),
    (Offering(id="o", title="Lotsen"), "Angebot „Lotsen“"),
    (Attachment(id="n", name="brief.pdf", media_type="", size=1, sha256=""), "Anlage „brief.pdf“"),
    (
        Evidence(id="s", answer_id="g/a04", field_id="sprache", kind=EvidenceKind.NEED, start=0, end=1, wording="x"),
        "Beleg zu „Sprache“",
    ),
    (Principle(id="l", title="Miteinander"), "Leitlinie „Miteinander“"),
    (SPEECH, "Handlungsfeld „Sprache“"),
    (Goal(id="t", field_id="sprache", title="Mehr Kurse"), "Ziel „Mehr Kurse“"),
    (Measure(id="m", goal_id="t", title="Kurse"), "Maßnahme „Kurse“"),
    (PERIOD, "Schwerpunktzeitraum 2026–2028"),
    (Focus(id="p", period_id="z", field_id="sprache"), "Schwerpunkt „Sprache“"),
    (OrganisationVariant(id="ov", title="Eigenes Amt"), "Organisationsvariante „Eigenes Amt“"),
    (CentreTask(id="ct", title="Beratung"), "Aufgabe „Beratung“"),
    (CourseOfAction(id="co", title="Abwarten"), "Handlungsoption „Abwarten“"),
    (Post(id="po", title="Leitung", fte=Decimal(1)), "Stelle „Leitung“"),
    (CostItem(id="ci", title="Miete", kind=CostKind.ADDITIONAL), "Kostenposition „Miete“"),
    (StatedTotal(id="st", kind=StatedTotalKind.GROSS, amount=Decimal(1)), "Summenangabe „Gesamtkosten“"),
    (VERSION, "Fassung 2"),
    (VOTE, "Votum „Rat der Stadt Dormagen“"),
    (Statement(id="an", kind=StatementKind.SUGGESTION, text="Mehr Kurse"), "Stellungnahme „Mehr Kurse“"),
    (ChapterText(id="ch", chapter="anlass", title="Warum jetzt"), "Kapitel „Warum jetzt“"),
    (SourceDocument(id="so", title="Bericht"), "Quelle „Bericht“"),
    (ConsentRequest(id="rq", version_id="f", municipality_id=HERE.id), "Anfrage an Dormagen"),
    (
        EditorialRuling(id="er", vote_id="v", version_id="f", reason="Tippfehler"),
        "Redaktionelle Bestätigung „Rat der Stadt Dormagen“",
    ),
    (FormIssue(id="fi", municipality_id=HERE.id, guide_id="g", guide_version="1"), "Formular für Dormagen"),
    (GuideEdition(id="ge", guide_id="g", guide_version="2026-1.1"), "Fassung des Leitfadens „2026-1.1“"),
    (ChapterChoice(id="cc", chapter="vorwort"), "Wahl zum Kapitel „Vorwort“"),
    (HouseTemplate(id="ht", attachment_id="n"), "Hausvorlage „brief.pdf“"),
    (StyleChoice(id="sc", template_id="ht", role="kasten", style="Rahmen"), "Formatvorlage „Kasten“"),
    (Paper(id="pa", kind=PaperKind.COUNCIL), "Schriftstück „Sitzungsvorlage“"),
    (PaperEntry(id="pe", paper_id="pa", field="betreff"), "Angabe im Schriftstück „Sitzungsvorlage“"),
    (PaperStop(id="ps", paper_id="pa", consultation_id="b"), "Station der Beratungsfolge „Sitzung“"),
    (PaperQuestion(id="pq", paper_id="pa", question="Was kostet es?"), "Frage des Gremiums „Was kostet es?“"),
]


def test_all_kinds_are_called_by_name_below() -> None:
    assert [type(record) for record, _ in CALLED] == list(RECORD_TYPES)


@pytest.mark.parametrize(("record", "phrase"), CALLED, ids=[type(record).__name__ for record, _ in CALLED])
def test_every_kind_of_record_is_called_by_its_name(record: Record, phrase: str, project: OpenProject) -> None:
    older = Snapshot.of(other for other, _ in CALLED if other is not record)
    newer = older.applied([Create(record)])

    kind = "Kapitel" if isinstance(record, ChapterText) else kind_name(type(record))
    assert told(project, older, newer, f"{kind} hinzufügen") == f"{phrase} hinzugefügt"


def test_every_verb_of_a_label_has_its_past() -> None:
    labels = [label for path in sorted(SOURCES.rglob("*.py")) for label in labels_in(path)]

    assert len(labels) > 40
    assert [label for label in labels if label.rpartition(" ")[2] not in DONE] == []


_DRAWN = {"widgets", "entries.py"}
"""Places in which a label is what stands beside a field."""


def labels_in(path: Path) -> Iterator[str]:
    """Yield the labels under which a module commits, as they stand in its text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(attr="commit"), args=[found, *_]):
                yield from _texts(found)
            case ast.Call(func=ast.Name(id="set_values" | "commit"), keywords=given):
                yield from (text for item in given if item.arg == "label" for text in _texts(item.value))
            case ast.Assign(targets=[ast.Name(id="label" | "label_text")], value=found) if not _DRAWN & {*path.parts}:
                yield from _texts(found)
            case ast.Call(func=ast.Name(id="add"), args=[_, _, found]):
                yield from _texts(found)


def _texts(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=[*_, ast.Constant(value=str(text))]):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _texts(value)
