"""Test the Kurzfassung: what it takes of a document, and how it shortens that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kizdesk.concept.parts import parts
from kizdesk.concept.short import shortened
from kizdesk.concept.storing import dump, load
from kizdesk.concept.tree import Document, Heading, Paragraph, Row, Table
from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.places import Municipality
from tests.concept.sample import block, built, chapter, district, everything, materials, said
from tests.concept.test_structure import faults

OUTLINE, WORDS = materials().outline, materials().wording
KEYS = [entry.key for entry in OUTLINE.chapters]
SHORT = OUTLINE.short(())


def short(document: Document | None = None, keys: frozenset[str] = SHORT) -> Document:
    return shortened(document or built(), keys, WORDS)


def chapters(document: Document) -> list[str]:
    return [part.key for part in parts(document)]


def plan(fields: int, measures: int, *, focus: tuple[int, ...] = ()) -> list[Record]:
    """Return a district with so many fields of so many measures each, some of them in focus."""
    found: list[Record] = [*district()]
    period = FocusPeriod(id="zeit", starts=date(2013, 3, 1), ends=date(2015, 2, 28))
    found.append(period)
    for number in range(fields):
        name = f"feld-{number}"
        found.append(
            FieldOfAction(
                id=name, title=f"Feld {number}", strand=Strand.EDUCATION, status=FieldStatus.ADOPTED,
                guiding_goal=f"Leitziel {number}.", situation="Lage.", position=number,
            )
        )  # fmt: skip
        found.append(Goal(id=f"ziel-{number}", field_id=name, title=f"Ziel {number}"))
        found.extend(
            Measure(id=f"m-{number}-{place}", goal_id=f"ziel-{number}", title=f"Maßnahme {number}.{place}", lead="Amt")
            for place in range(measures)
        )
    found.extend(Focus(id=f"s-{number}", period_id="zeit", field_id=f"feld-{number}") for number in focus)
    return found


def named(document: Document) -> list[str]:
    return [
        line.cells[1]
        for item in document.blocks
        if isinstance(item, Table) and item.id.startswith("kurzfassung/")
        for line in item.rows
    ]


def test_it_is_called_kurzfassung_and_says_what_holds() -> None:
    assert short().title == "Integrationskonzept zur Probe – Kurzfassung"
    assert "Maßgeblich ist das vollständige Konzept" in short().imprint[0]


def test_the_parts_of_a_document_are_all_of_it() -> None:
    document = built()
    blocks = [item for part in parts(document) for item in (part.heading, *part.blocks)]
    assert tuple(blocks) == document.blocks


def test_it_has_the_chapters_chosen_and_the_headings_above_them() -> None:
    found = chapters(short())
    assert set(found) <= SHORT | {"ausgangslage", "zentrum", "beteiligung"}
    assert "leitlinien" in found
    assert "profile" not in found


def test_a_chapter_chosen_in_addition_stands_at_its_place() -> None:
    whole = chapters(built())
    assert chapters(short(keys=SHORT | {"anlass"}))[0] == "anlass"
    assert [key for key in whole if key in chapters(short())] == chapters(short())


@settings(max_examples=40, deadline=None)
@given(st.frozensets(st.sampled_from(KEYS)))
def test_any_chapters_give_a_sound_document(keys: frozenset[str]) -> None:
    document = short(keys=keys)
    assert not document.blocks or not faults(document)


def test_a_measure_is_a_row_with_goal_lead_and_period() -> None:
    table = next(item for item in short().blocks if item.id.startswith("kurzfassung/"))
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["Ziel", "Maßnahme", "Federführung", "Zeitraum"]
    assert not any(item.id.startswith("massnahme/") for item in short().blocks)


def test_measures_are_told_the_same_without_their_annex() -> None:
    without = built([*everything(), ChapterChoice(id="w", chapter="anlage_massnahmen", left_out=True)])
    assert [line.cells for line in _rows(short(without))] == [line.cells for line in _rows(short())]


def _rows(document: Document) -> list[Row]:
    return [
        line
        for item in document.blocks
        if isinstance(item, Table) and item.id.startswith("kurzfassung/")
        for line in item.rows
    ]


def test_the_guiding_goal_is_kept_and_the_situation_is_not() -> None:
    words = said(short(built(plan(2, 2))))
    assert "Leitziel 0." in words
    assert "Lage." not in words


def test_few_measures_are_all_named() -> None:
    assert len(named(short(built(plan(4, 15))))) == 60


def test_of_many_measures_those_of_the_focus_are_named_and_the_others_counted() -> None:
    document = short(built(plan(6, 20, focus=(1, 4))))
    assert len(named(document)) == 40
    assert all(title.startswith(("Maßnahme 1.", "Maßnahme 4.")) for title in named(document))
    words = said(document)
    assert words.count("Von 120 Maßnahmen sind hier 40 aus den Schwerpunkten genannt") == 1
    assert "stehen zu diesem Handlungsfeld 20 Maßnahmen" in words


def test_of_many_measures_without_a_focus_each_field_names_some() -> None:
    document = short(built(plan(6, 20)))
    assert len(named(document)) == 60
    assert "Von 120 Maßnahmen sind hier 60 genannt" in said(document)


def test_a_long_table_becomes_a_sentence() -> None:
    many = [Municipality(id=f"05999{number:03d}", name=f"Ort {number}", population=100) for number in range(100, 150)]
    document = built([*everything(), *many])
    whole = block(document, "kerndaten/kommunen")
    assert isinstance(whole, Table)
    kept = block(short(document, frozenset({"kerndaten"})), "kerndaten/kommunen")
    assert isinstance(kept, Table)
    assert all(line.total for line in kept.rows)
    endless = replace(whole, rows=tuple(replace(line, total=False) for line in whole.rows))
    blocks = tuple(endless if item is whole else item for item in document.blocks)
    told = block(short(replace(document, blocks=blocks), frozenset({"kerndaten"})), "kerndaten/kommunen")
    assert isinstance(told, Paragraph)
    assert "mit 54 Zeilen steht im vollständigen Konzept" in told.runs[0].text


def test_annexes_are_lettered_anew() -> None:
    document = built()
    assert "Anlage A" not in chapter(document, "anlage_quellen").splitlines()[0]
    heading = block(short(document, frozenset({"anlage_quellen"})), "kapitel/anlage_quellen")
    assert isinstance(heading, Heading)
    assert heading.text == "Anlage A: Quellen"


def test_a_frozen_tree_gives_the_same_kurzfassung() -> None:
    document = built(plan(6, 20, focus=(1,)))
    assert short(load(dump(document))).blocks == short(document).blocks
