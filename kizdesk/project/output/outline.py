"""Step 8, Gliederung: which chapters are printed, in which order, and which stand in the Kurzfassung."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kizdesk.concept.outline import Outline
from kizdesk.domain.changes import Change, Create, Delete
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.basics.chapters import ChapterRow, chapter_rows
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import edits


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """Be one chapter as the page shows it."""

    text: ChapterRow
    annex: bool
    left_out: bool
    """Somebody left it out."""
    with_chapter: bool
    """It is not printed because the chapter it stands in was left out."""
    in_short: bool
    place: int
    """Its place among those it can be moved among, from 0."""
    siblings: int

    @property
    def chapter(self) -> str:
        """Return the key of the chapter."""
        return self.text.chapter

    @property
    def printed(self) -> bool:
        """Tell whether the concept has it."""
        return not (self.left_out or self.with_chapter)


def outline_rows(project: OpenProject) -> tuple[OutlineRow, ...]:
    """Return all chapters in the order chosen."""
    choices, known = project.snapshot.all(ChapterChoice), outline_of(project)
    outline, gone, short = known.ordered(choices), known.left_out(choices), known.short(choices)
    own = {choice.chapter for choice in choices if choice.left_out}
    texts = {row.chapter: row for row in chapter_rows(project)}
    siblings = {key: group for group in outline.groups() for key in group}
    return tuple(
        OutlineRow(
            text=texts[entry.key],
            annex=entry.annex,
            left_out=entry.key in own,
            with_chapter=entry.key in gone - own,
            in_short=entry.key in short,
            place=siblings[entry.key].index(entry.key),
            siblings=len(siblings[entry.key]),
        )
        for entry in outline.chapters
    )


def outline_of(project: OpenProject) -> Outline:
    """Return the outline of the program, before any choice."""
    return Outline.of(project.library.toml("concept/outline.toml"))


def is_reordered(project: OpenProject) -> bool:
    """Tell whether the chapters stand in another order than that of the program."""
    outline = outline_of(project)
    return outline.ordered(project.snapshot.all(ChapterChoice)) != outline


def leave_out(project: OpenProject, chapter: str, *, left_out: bool) -> None:
    """Print a chapter no more, or again; sections go with their chapter."""
    label = "Kapitel weglassen" if left_out else "Kapitel wieder aufnehmen"
    project.commit(label, *_chosen(project.snapshot, chapter, left_out=left_out))


def take_into_short(project: OpenProject, chapter: str, *, in_short: bool) -> None:
    """Take a chapter into the Kurzfassung, or out of it; what the outline says itself is no choice."""
    entry = outline_of(project).find(chapter)
    chosen = None if entry is not None and entry.short is in_short else in_short
    label = "Kapitel in die Kurzfassung aufnehmen" if in_short else "Kapitel aus der Kurzfassung herausnehmen"
    project.commit(label, *_chosen(project.snapshot, chapter, in_short=chosen))


def move(project: OpenProject, chapter: str, place: int) -> None:
    """Put a chapter at a place among those it can be moved among; beyond the ends it stays at the end."""
    outline = outline_of(project)
    standard = outline.siblings(chapter)
    order = list(outline.ordered(project.snapshot.all(ChapterChoice)).siblings(chapter))
    if chapter not in order:
        return
    order.remove(chapter)
    order.insert(max(0, place), chapter)
    project.commit("Kapitel verschieben", *_ordered(project.snapshot, order, standard))


def reset_order(project: OpenProject) -> None:
    """Put all chapters back into the order of the program; what is left out stays left out."""
    placed = (choice.chapter for choice in project.snapshot.all(ChapterChoice) if choice.position is not None)
    keys = dict.fromkeys(placed)
    changes = [change for key in keys for change in _chosen(project.snapshot, key, position=None)]
    project.commit("Reihenfolge der Kapitel zurücksetzen", *changes)


def _ordered(snapshot: Snapshot, order: Sequence[str], standard: Sequence[str]) -> list[Change]:
    as_usual = tuple(order) == tuple(standard)
    return [
        change
        for number, key in enumerate(order, start=1)
        for change in _chosen(snapshot, key, position=None if as_usual else number)
    ]


def _chosen(snapshot: Snapshot, chapter: str, **values: Any) -> list[Change]:
    """Return the changes that make a choice; one that says nothing any more goes.

    A file from elsewhere may hold several choices for a chapter: they become one.
    """
    found = [choice for choice in snapshot.all(ChapterChoice) if choice.chapter == chapter]
    first = found[0] if found else ChapterChoice(id=_free_id(snapshot, chapter), chapter=chapter)
    after = replace(_together(first, found), **values)
    says_nothing = after == ChapterChoice(id=after.id, chapter=chapter)
    if not found:
        return [] if says_nothing else [Create(after)]
    gone = found if says_nothing else found[1:]
    return [*(() if says_nothing else edits(first, after)), *(Delete(ChapterChoice, choice.id) for choice in gone)]


def _free_id(snapshot: Snapshot, chapter: str) -> str:
    """Return the id that a choice has in every copy of a project, unless a file gave it to another chapter."""
    name = f"kapitel-{chapter}"
    while snapshot.find(ChapterChoice, name) is not None:
        name += "-neu"
    return name


def _together(first: ChapterChoice, choices: Sequence[ChapterChoice]) -> ChapterChoice:
    """Return one choice that says what several say, as the outline reads them."""
    places = [choice.position for choice in choices if choice.position is not None]
    briefs = [choice.in_short for choice in choices if choice.in_short is not None]
    return replace(
        first,
        left_out=any(choice.left_out for choice in choices),
        position=places[-1] if places else None,
        in_short=briefs[-1] if briefs else None,
    )
