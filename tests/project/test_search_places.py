"""Test that what the search finds can be read and jumped to."""

import pytest

from kizdesk.domain.checks import Step
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.project.opened import OpenProject
from kizdesk.project.search_places import Place, places, step_of


def found(project: OpenProject, query: str, kind: str) -> Place:
    return next(place for place in places(project, query, 200) if place.kind == kind)


PRINTED = {"chapter_choice", "house_template", "style_choice", "paper", "paper_entry", "paper_stop", "paper_question"}


@pytest.mark.parametrize("kind", sorted(TYPE_OF_KIND))
def test_every_kind_of_record_belongs_to_a_step(kind: str) -> None:
    assert (step_of(kind) is Step.OUTPUT) == (kind in PRINTED)


def test_an_answer_is_found_by_interview_and_question(example: OpenProject) -> None:
    place = found(example, "Neugeborene begrüßt", "answer")

    assert (place.title, place.where) == ("Gelingendes", "Gespräch Dormagen, Frage G.2, „Bildung und Ausbildung“")
    assert (place.target.step, place.target.kind) == (Step.STOCK_TAKING, "answer")
    assert (place.target.id, place.target.field) == ("gespraech-dormagen/g02/bildung", "g02")


@pytest.mark.parametrize(
    ("query", "kind", "title", "where"),
    [
        ("Rucksackgruppen", "measure", "Rucksackgruppen in allen Kommunen", "Maßnahme in „Bildung und Ausbildung“"),
        ("Sprachförderung", "field_of_action", "Sprachförderung", "Handlungsfeld"),
        ("Ausbildungspaten", "offering", "Ausbildungspaten", "Angebot, Dormagen"),
        ("Neugeborene begrüßt", "evidence", "Beleg zu „Bildung und Ausbildung“", "Dormagen, Frage G.2"),
        ("Dormagen", "municipality", "Dormagen", "Kommune"),
        ("Integrationsbeauftragte", "person", "Integrationsbeauftragte", "Person, Dormagen"),
    ],
)
def test_a_thing_is_named_with_its_place(example: OpenProject, query: str, kind: str, title: str, where: str) -> None:
    place = found(example, query, kind)

    assert place.title == title
    assert where in place.where


def test_a_chapter_is_found_by_its_key(example: OpenProject) -> None:
    place = found(example, "Zugehörigkeit beschließen", "chapter_text")

    assert (place.title, place.where) == ("Vorwort", "Kapitel des Konzepts")
    assert (place.target.step, place.target.kind, place.target.id) == (Step.BASICS, "chapter_text", "vorwort")


def test_a_thing_is_listed_once_however_often_it_holds_the_word(example: OpenProject) -> None:
    keys = [(place.kind, place.target.id) for place in places(example, "sprach", 200)]

    assert len(keys) == len(set(keys))


def test_every_place_is_told_in_words(example: OpenProject) -> None:
    for query in ("in", "er", "sch"):
        for place in places(example, query, 400):
            assert place.title.strip()
            assert place.where.strip()


def test_nothing_is_found_for_nothing(example: OpenProject) -> None:
    assert places(example, "  ") == ()
