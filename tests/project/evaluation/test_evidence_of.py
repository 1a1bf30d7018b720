"""Test what a field of action rests on, and what of an answer is marked."""

from dataclasses import replace

from kizdesk.domain.interviews import Answer, EvidenceKind
from kizdesk.project.evaluation.evidence import (
    EvidenceFilter,
    evidence,
    evidence_counts,
    evidence_of_answer,
    evidence_of_field,
    evidence_of_measure,
)
from kizdesk.project.interviews.edit import put_answer
from kizdesk.project.opened import OpenProject

ANSWER = "gespraech-dormagen/g02/bildung"


def test_a_passage_says_where_it_comes_from(example: OpenProject) -> None:
    row = evidence_of_field(example, "bildung")[0]

    assert row.where == "Dormagen, Frage G.2"
    assert (row.kind_text, row.stale) == ("Stärke", False)
    assert (row.target.kind, row.target.id, row.target.field) == ("answer", ANSWER, "g02")


def test_a_passage_names_the_measures_that_rest_on_it(example: OpenProject) -> None:
    row = evidence_of_field(example, "bildung")[0]

    assert [used.title for used in row.measures] == ["Rucksackgruppen in allen Kommunen"]
    assert row.id in {found.id for found in evidence_of_measure(example, "massnahme-01")}


def test_the_marks_of_an_answer_stand_on_its_words(example: OpenProject) -> None:
    text = example.snapshot.get(Answer, ANSWER).text
    marks = evidence_of_answer(example, ANSWER)

    assert marks
    assert all(text[mark.start : mark.end] == mark.wording for mark in marks)


def test_a_passage_of_an_edited_answer_is_stale(example: OpenProject) -> None:
    put_answer(example, replace(example.snapshot.get(Answer, ANSWER), text="Anders."))
    stale = evidence(example, EvidenceFilter(only_stale=True))

    assert {row.answer_id for row in stale} == {ANSWER}
    assert sum(found.stale for found in evidence_counts(example)) == len(stale)


def test_evidence_is_ordered_by_field_and_kind(example: OpenProject) -> None:
    rows = evidence(example)
    kinds = [list(EvidenceKind).index(row.kind) for row in rows if row.field_id == "bildung"]

    assert rows[0].field_id == "bildung"
    assert kinds == sorted(kinds)


def test_a_filter_lets_pass_what_fits(example: OpenProject) -> None:
    wanted = EvidenceFilter(field_id="sprache", municipality_id="05162004", kind=EvidenceKind.NEED)
    rows = evidence(example, wanted)

    assert rows
    assert {(row.field_id, row.municipality, row.kind) for row in rows} == {("sprache", "Dormagen", EvidenceKind.NEED)}


def test_words_are_found_whatever_their_letters(example: OpenProject) -> None:
    rows = evidence(example, EvidenceFilter(words="BEGRÜSST neugeborene"))

    assert [row.id for row in rows] == ["beleg-026"]


def test_every_field_of_the_concept_is_counted(example: OpenProject) -> None:
    counts = evidence_counts(example)

    assert sum(found.total for found in counts) == 130
    assert all(found.adopted for found in counts)
    assert counts[0].strand_text == "Integration durch Bildung"
    assert counts[0].municipalities == 8
