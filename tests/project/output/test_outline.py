"""Choose chapters of the concept, put them in order, and see what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kizdesk.concept.numbering import numbering
from kizdesk.concept.parts import parts
from kizdesk.concept.tree import Heading
from kizdesk.domain.changes import Create
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.steps import Step, Target
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.project.basics.begin import NewProject, create, text_of, write_chapter
from kizdesk.project.basics.chapters import ChapterState, chapter_rows, set_title, turn_texts
from kizdesk.project.checking.findings import check
from kizdesk.project.concept import draft_document, short_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.outline import (
    OutlineRow,
    is_reordered,
    leave_out,
    move,
    outline_rows,
    reset_order,
    take_into_short,
)
from kizdesk.project.output.outline_held import length
from kizdesk.project.versions.freezing import VersionWish, changes_since, freeze, present_fingerprint, version_document
from tests.project.wording.test_told import said


@pytest.fixture(scope="module")
def moving(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenProject]:
    surroundings = request.getfixturevalue("library_surroundings")
    path: Path = tmp_path_factory.mktemp("gliederung") / "neuss.kizdesk"
    create(path, NewProject("05162"), surroundings)
    with OpenProject.open(path, surroundings) as opened:
        yield opened


def row(project: OpenProject, chapter: str) -> OutlineRow:
    return next(row for row in outline_rows(project) if row.chapter == chapter)


def keys(project: OpenProject, level: int = 1) -> list[str]:
    return [row.chapter for row in outline_rows(project) if row.text.level == level]


def choices(project: OpenProject) -> tuple[ChapterChoice, ...]:
    return project.snapshot.all(ChapterChoice)


def test_sections_go_with_a_chapter_that_is_left_out(project: OpenProject) -> None:
    leave_out(project, "zentrum", left_out=True)

    assert row(project, "zentrum").left_out
    assert row(project, "kosten").with_chapter
    assert not row(project, "kosten").printed
    assert row(project, "kosten").text.state is ChapterState.LEFT_OUT


def test_a_choice_that_says_nothing_any_more_is_gone(project: OpenProject) -> None:
    leave_out(project, "zentrum", left_out=True)
    take_into_short(project, "kosten", in_short=False)
    leave_out(project, "zentrum", left_out=False)
    take_into_short(project, "kosten", in_short=True)

    assert choices(project) == ()


def test_a_chapter_is_moved_among_its_siblings_only(project: OpenProject) -> None:
    move(project, "kosten", 0)
    move(project, "anlage_quellen", 0)
    move(project, "leitlinien", 99)

    rows = [row.chapter for row in outline_rows(project)]
    assert rows[rows.index("zentrum") + 1] == "kosten"
    assert rows.index("leitlinien") + 1 == rows.index("anlage_quellen")
    assert is_reordered(project)


def test_the_old_place_makes_the_order_that_of_the_program_again(project: OpenProject) -> None:
    place = row(project, "leitlinien").place
    move(project, "leitlinien", 0)
    move(project, "leitlinien", place)

    assert choices(project) == ()
    assert not is_reordered(project)


@settings(max_examples=20, deadline=None)
@given(number=st.integers(0, 33), place=st.integers(-3, 20))
def test_any_move_is_one_step_that_is_undone(moving: OpenProject, number: int, place: int) -> None:
    before = outline_rows(moving)
    move(moving, before[number % len(before)].chapter, place)
    if outline_rows(moving) != before:
        moving.undo()
    assert outline_rows(moving) == before


def test_the_order_is_reset_and_what_is_left_out_stays(project: OpenProject) -> None:
    leave_out(project, "begriffe", left_out=True)
    move(project, "begriffe", 0)
    reset_order(project)

    assert keys(project)[:3] == ["vorwort", "anlass", "begriffe"]
    assert row(project, "begriffe").left_out


def test_leaving_out_shows_as_changed_since_a_version_and_moving_does_not(example: OpenProject) -> None:
    before = present_fingerprint(example)
    move(example, "leitlinien", 0)
    assert present_fingerprint(example) == before
    leave_out(example, "leitlinien", left_out=True)
    version = next(iter(example.snapshot.all(ConceptVersion)))
    assert {change.chapter for change in changes_since(example, version.id)} == {"Leitlinien"}


def test_a_demanded_chapter_that_is_left_out_is_found_and_leads_to_it(project: OpenProject) -> None:
    leave_out(project, "kosten", left_out=True)

    (finding,) = [found for found in check(project) if found.rule == "demanded_left_out"]
    assert finding.message == (
        "Das Kapitel „Kosten und Finanzierung“ ist weggelassen, "
        "obwohl die Förderung diese Angaben im Konzept voraussetzt."
    )
    assert finding.target == Target(Step.OUTPUT, "chapter_choice", "kosten")


def test_a_chapter_left_out_lacks_no_text(project: OpenProject) -> None:
    write_chapter(project, "begriffe", "")
    assert any(found.rule == "concept_missing_text" for found in check(project))
    leave_out(project, "begriffe", left_out=True)
    assert not any(found.rule == "concept_missing_text" for found in check(project))


def test_a_step_says_which_chapter_it_was(project: OpenProject) -> None:
    assert said(project, lambda: leave_out(project, "kosten", left_out=True)) == (
        "Kapitel weggelassen („Kosten und Finanzierung“)"
    )
    assert said(project, lambda: leave_out(project, "kosten", left_out=False)) == (
        "Kapitel wieder aufgenommen („Kosten und Finanzierung“)"
    )
    assert said(project, lambda: take_into_short(project, "anlass", in_short=True)).startswith(
        "Kapitel in die Kurzfassung aufgenommen („Anlass"
    )
    assert said(project, lambda: move(project, "kosten", 0)).startswith("Kapitel verschoben")
    assert said(project, lambda: reset_order(project)) == "Reihenfolge der Kapitel zurückgesetzt"


def test_a_text_is_written_after_what_is_generated_and_turned_round(project: OpenProject) -> None:
    write_chapter(project, "kosten", "Am Ende.", closes=True)
    before = row(project, "kosten").text.before
    assert row(project, "kosten").text.after == "Am Ende."

    turn_texts(project, "kosten")

    assert row(project, "kosten").text.before == "Am Ende."
    assert row(project, "kosten").text.after == before


def test_the_title_stays_with_the_chapter_whichever_text_carries_it(project: OpenProject) -> None:
    set_title(project, "kosten", "Geld")
    turn_texts(project, "kosten")
    write_chapter(project, "kosten", "Neu davor.")
    set_title(project, "kosten", "Mittel")

    assert row(project, "kosten").text.title == "Mittel"
    carrying = [text.title for text in project.snapshot.all(ChapterText) if text.chapter == "kosten" and text.title]
    assert carrying == ["Mittel"]
    assert text_of(project.snapshot, "kosten", closes=True) is not None


def test_what_is_generated_is_told_apart_from_ones_own_text(example: OpenProject) -> None:
    held = length(example).chapters
    assert held["kosten"].generated
    assert not held["begriffe"].generated
    assert held["kosten"].number == "8.4"
    assert held["anlage_quellen"].number == "Anlage E"
    assert held["begriffe"].preview[0].startswith("Integration meint")


def test_numbers_and_pages_are_those_of_the_version_while_nothing_changed_since(project: OpenProject) -> None:
    draft = length(project)
    version = freeze(project, VersionWish("Für die Kommunen"))
    frozen = length(project)

    assert (draft.version, frozen.version) == (0, 1)
    assert frozen.pages < draft.pages
    printed = {part.key: part.heading.id for part in parts(version_document(project, version.id))}
    numbers = numbering(version_document(project, version.id)).headings
    assert {key for key, held in frozen.chapters.items() if held.page is not None} == set(printed)
    assert all(frozen.chapters[key].number == numbers.get(here, "") for key, here in printed.items() if here in numbers)


def test_a_chapter_that_no_version_has_says_what_is_missing(project: OpenProject) -> None:
    held = length(project).held("leitlinien")
    assert held.announces == "Die Leitlinien sind noch nicht festgelegt."
    assert held.page is not None
    freeze(project, VersionWish("Für die Kommunen"))
    held = length(project).held("leitlinien")
    assert held.page is None
    assert held.number == ""
    assert held.preview


def test_a_chapter_left_out_shows_what_it_would_hold(example: OpenProject) -> None:
    whole = length(example)
    leave_out(example, "profile", left_out=True)
    fewer = length(example)

    assert fewer.chapters["profile"].preview == whole.chapters["profile"].preview
    assert fewer.chapters["profile"].page is None
    assert fewer.chapters["profile"].number == ""
    assert fewer.pages < whole.pages
    assert fewer.short_pages == whole.short_pages


def test_the_numbers_are_those_of_the_printed_concept(example: OpenProject) -> None:
    leave_out(example, "begriffe", left_out=True)
    move(example, "leitlinien", 1)
    numbers = {key: held.number for key, held in length(example).chapters.items()}
    assert numbers["leitlinien"] == "1"
    assert numbers["anlass"] == "2"
    headings = [block.id for block in draft_document(example).blocks if isinstance(block, Heading)]
    assert "kapitel/begriffe" not in headings


def test_the_kurzfassung_follows_the_choice(example: OpenProject) -> None:
    take_into_short(example, "anlass", in_short=True)
    take_into_short(example, "kosten", in_short=False)
    ids = {block.id for block in short_document(example).blocks}
    assert "kapitel/anlass" in ids
    assert "kapitel/kosten" not in ids


def test_every_chapter_can_be_written_for(project: OpenProject) -> None:
    assert [row.chapter for row in chapter_rows(project)] == [row.chapter for row in outline_rows(project)]


def test_annexes_are_lettered_as_they_are_printed_when_one_is_left_out(example: OpenProject) -> None:
    leave_out(example, "anlage_massnahmen", left_out=True)

    headings = (block for block in draft_document(example).blocks if isinstance(block, Heading) and block.level == 1)
    printed = {block.id: block.text.partition(":")[0] for block in headings if block.text.startswith("Anlage ")}
    held = length(example).chapters
    assert {f"kapitel/{key}": held[key].number for key in held if f"kapitel/{key}" in printed} == printed


def test_several_choices_for_a_chapter_are_changed_as_one(project: OpenProject) -> None:
    project.commit(
        "x",
        Create(ChapterChoice(id="a", chapter="anlass", left_out=True, position=2)),
        Create(ChapterChoice(id="b", chapter="anlass", left_out=True, in_short=False, position=4)),
    )
    reset_order(project)
    leave_out(project, "anlass", left_out=False)

    assert not row(project, "anlass").left_out
    assert choices(project) == (ChapterChoice(id="a", chapter="anlass", in_short=False),)
    project.undo()
    project.undo()
    assert len(choices(project)) == 2


def test_a_chapter_is_left_out_though_a_file_gave_its_id_to_another(project: OpenProject) -> None:
    project.commit("x", Create(ChapterChoice(id="kapitel-anlass", chapter="vorwort", left_out=True)))
    leave_out(project, "anlass", left_out=True)

    assert row(project, "anlass").left_out
    assert row(project, "vorwort").left_out
