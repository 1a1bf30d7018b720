"""Test which chapters are printed, and in which order, whatever a district chose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.outline import Outline, OutlineEntry
from kizdesk.concept.tree import Document, Heading
from kizdesk.domain.base import Record
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.versions import ChapterText
from tests.concept.sample import block, built, chapter, everything, materials, said
from tests.concept.test_structure import faults

OUTLINE = materials().outline
KEYS = [entry.key for entry in OUTLINE.chapters]
CHOICES = st.lists(
    st.builds(
        ChapterChoice,
        id=st.uuids().map(str),
        chapter=st.sampled_from([*KEYS, "gibt-es-nicht"]),
        left_out=st.booleans(),
        position=st.none() | st.integers(-2, 40),
        in_short=st.none() | st.booleans(),
    ),
    max_size=40,
)


def choice(key: str, **given: Any) -> ChapterChoice:
    return ChapterChoice(id=f"wahl-{key}", chapter=key, **given)


def gaps(outline: Outline) -> list[str]:
    """Return the chapters before which a level is missing."""
    levels = [0, *(entry.level for entry in outline.chapters)]
    return [entry.key for entry, above in zip(outline.chapters, levels, strict=False) if entry.level > above + 1]


def parents(outline: Outline) -> dict[str, str]:
    """Return the chapter that each section stands in."""
    found, above = {}, ""
    for entry in outline.chapters:
        above = entry.key if entry.level == 1 else above
        found[entry.key] = above
    return found


def headings(document: Document) -> list[str]:
    return [item.id.removeprefix("kapitel/") for item in document.blocks if item.id.removeprefix("kapitel/") in KEYS]


def with_choices(*choices: ChapterChoice, also: tuple[Record, ...] = ()) -> Document:
    return built([*everything(), *choices, *also])


@given(CHOICES)
def test_any_choices_keep_each_chapter_once_without_gaps(choices: list[ChapterChoice]) -> None:
    ordered = OUTLINE.ordered(choices)
    assert sorted(entry.key for entry in ordered.chapters) == sorted(KEYS)
    assert not gaps(ordered)


@given(CHOICES)
def test_any_choices_leave_sections_in_their_chapter_and_annexes_behind(choices: list[ChapterChoice]) -> None:
    ordered = OUTLINE.ordered(choices)
    assert parents(ordered) == parents(OUTLINE)
    annexes = [entry.annex for entry in ordered.chapters]
    assert annexes == sorted(annexes)


@given(CHOICES)
def test_what_is_printed_is_what_is_not_left_out(choices: list[ChapterChoice]) -> None:
    printed, gone = OUTLINE.printed(choices), OUTLINE.left_out(choices)
    assert [entry for entry in OUTLINE.ordered(choices).chapters if entry.key not in gone] == list(printed.chapters)
    assert not gaps(printed)


@settings(max_examples=25, deadline=None)
@given(CHOICES)
def test_any_choices_give_a_sound_document(choices: list[ChapterChoice]) -> None:
    assert not faults(built([*everything(), *choices]))


def test_without_choices_the_outline_is_that_of_the_program() -> None:
    assert OUTLINE.printed(()) == OUTLINE


def test_sections_go_with_their_chapter() -> None:
    assert OUTLINE.left_out([choice("zentrum", left_out=True)]) == {
        "zentrum", "aufgaben", "anbindung", "personal", "kosten",
    }  # fmt: skip


def test_places_order_siblings_only() -> None:
    printed = OUTLINE.printed([choice("leitlinien", position=0), choice("kosten", position=0)])
    keys = [entry.key for entry in printed.chapters]
    assert keys.index("kosten") > keys.index("zentrum")
    assert keys.index("leitlinien") < keys.index("anlage_massnahmen")


def test_a_chapter_without_a_place_follows_the_one_it_follows_in_the_outline() -> None:
    small = Outline(tuple(OutlineEntry(key, key) for key in "abcd"))
    moved = small.ordered([choice("a", position=3), choice("b", position=2), choice("d", position=1)])
    assert [entry.key for entry in moved.chapters] == ["d", "b", "c", "a"]


def test_siblings_are_what_a_chapter_can_be_moved_among() -> None:
    assert OUTLINE.siblings("kosten") == ("aufgaben", "anbindung", "personal", "kosten")
    assert "anlage_quellen" in OUTLINE.siblings("anlage_massnahmen")
    assert "vorwort" in OUTLINE.siblings("steuerung")
    assert OUTLINE.siblings("gibt-es-nicht") == ()


def test_the_kurzfassung_has_what_the_outline_says_unless_chosen_otherwise() -> None:
    assert "leitlinien" in OUTLINE.short(())
    chosen = OUTLINE.short([choice("leitlinien", in_short=False), choice("anlass", in_short=True)])
    assert "anlass" in chosen
    assert "leitlinien" not in chosen


def test_the_concept_prints_the_chapters_in_their_order() -> None:
    order = {key: number for number, key in enumerate(["steuerung", "leitlinien", "anlass"])}
    document = with_choices(*(choice(key, position=place) for key, place in order.items()))
    shown = [key for key in headings(document) if key in order]
    assert shown == [key for key in order if key in shown]


def test_leaving_a_chapter_out_changes_the_content_and_its_order_does_not() -> None:
    plain = fingerprint(built())
    assert fingerprint(with_choices(choice("leitlinien", position=99))) == plain
    assert fingerprint(with_choices(choice("leitlinien", in_short=False))) == plain
    assert fingerprint(with_choices(choice("leitlinien", left_out=True))) != plain


def test_annexes_are_lettered_in_their_new_order() -> None:
    document = with_choices(choice("anlage_quellen", position=0), choice("anlage_massnahmen", left_out=True))
    titles = [item.text for item in document.blocks if isinstance(item, Heading) and item.text.startswith("Anlage ")]
    assert [title[:9] for title in titles] == [f"Anlage {'ABCDEFGH'[place]}:" for place in range(len(titles))]
    assert not any("Maßnahmenübersicht" in title for title in titles)


def test_nothing_points_to_an_annex_that_is_left_out() -> None:
    text = ChapterText(id="text-st", chapter="steuerung", text="Wir berichten jährlich.")
    assert "stehen in der Anlage" in said(with_choices(also=(text,)))
    assert "stehen in der Anlage" not in said(with_choices(choice("anlage_massnahmen", left_out=True), also=(text,)))


def test_an_annex_is_pointed_to_by_its_own_title() -> None:
    text = ChapterText(id="text-st", chapter="steuerung", text="Wir berichten jährlich.")
    named = ChapterText(id="text-am", chapter="anlage_massnahmen", title="Alle Maßnahmen")
    assert "in der Anlage „Alle Maßnahmen“" in said(with_choices(also=(text, named)))


def test_a_closing_text_stands_after_what_is_generated() -> None:
    last = ChapterText(id="text-zuletzt", chapter="kosten", text="Zuletzt dies.", closes=True)
    lines = chapter(with_choices(also=(last,)), "kosten").splitlines()
    assert lines[-1] == "Zuletzt dies."


def test_a_closing_text_behind_sections_has_a_heading_that_does_not_count() -> None:
    last = ChapterText(id="text-zuletzt", chapter="handlungsfelder", text="Zuletzt dies.", closes=True)
    first = replace(last, closes=False)
    after, before = with_choices(also=(last,)), with_choices(also=(first,))
    heading = block(after, "kapitel/handlungsfelder/danach")
    assert isinstance(heading, Heading)
    assert heading.level == 2
    assert fingerprint(after) == fingerprint(before)
