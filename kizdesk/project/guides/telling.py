"""Tell in words what is different between two versions of a guide."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from kizdesk.concept.german import listed
from kizdesk.domain.guide import Guide, Option, Question, Section
from kizdesk.project.guides.conditions import condition_told
from kizdesk.project.guides.entries import Entries
from kizdesk.project.guides.numbering import unnumbered
from kizdesk.project.opened import OpenProject
from kizdesk.project.wording.labels import Labels


class Kind(Enum):
    """Tell what became of a question or section."""

    NEW = "neu"
    CHANGED = "geändert"
    DROPPED = "entfallen"
    BACK = "wieder aufgenommen"


@dataclass(frozen=True, slots=True)
class Difference:
    """Be what is different at one question or section."""

    id: str
    kind: Kind
    name: str
    lines: tuple[str, ...] = ()
    """What is different, a sentence each."""
    of_section: bool = False


def differences(project: OpenProject, older: Guide, newer: Guide) -> tuple[Difference, ...]:
    """Return what is different in the newer one, in its order; a number that only follows from others is none."""
    return tuple(_Teller(project, older, newer).told())


def marks(older: Guide, newer: Guide) -> Mapping[str, Kind]:
    """Return what became of the questions since the older guide, in short; those as they were are left out."""
    before = {question.id: question for question in older.questions()}
    found: dict[str, Kind] = {}
    for question in newer.questions():
        was = before.get(question.id)
        if was is None:
            found[question.id] = Kind.NEW
        elif was.retired is not question.retired:
            found[question.id] = Kind.DROPPED if question.retired else Kind.BACK
        elif was != question and _bare(was) != _bare(question):
            found[question.id] = Kind.CHANGED
    return found


def _bare(question: Question) -> Question:
    """Return a question without the numbers in it."""
    return replace(question, number="", text=unnumbered(question.text), hint=unnumbered(question.hint))


class _Teller:
    def __init__(self, project: OpenProject, older: Guide, newer: Guide) -> None:
        self._project, self._older, self._newer = project, older, newer
        self._labels = Labels(project.library)
        self._before = {question.id: question for question in older.questions()}
        self._sections = {section.id: section for section in older.sections}
        self._moved = self._moved_questions()
        self._moved_sections = _out_of_order([s.id for s in older.sections], [s.id for s in newer.sections])

    def told(self) -> Iterator[Difference]:
        after = {question.id for question in self._newer.questions()}
        for section in self._newer.sections:
            yield from self._section(section)
            for question in section.questions:
                yield from self._question(question)
        for question in self._older.questions():
            if question.id not in after:
                yield Difference(question.id, Kind.DROPPED, question.name)

    def _moved_questions(self) -> frozenset[str]:
        moved: set[str] = set()
        for section in self._newer.sections:
            before = self._sections.get(section.id)
            if before is not None:
                ids = [[question.id for question in held.questions] for held in (before, section)]
                moved |= _out_of_order(*ids)
        return frozenset(moved)

    def _section(self, section: Section) -> Iterator[Difference]:
        name = f"Abschnitt {section.letter} {section.title}"
        before = self._sections.get(section.id)
        if before is None:
            yield Difference(section.id, Kind.NEW, name, of_section=True)
            return
        lines = [*_worded("Titel", before.title, section.title), *_worded("Kurztitel", before.short, section.short)]
        if unnumbered(before.hint) != unnumbered(section.hint):
            lines += _worded("Hinweis", before.hint, section.hint)
        if section.id in self._moved_sections:
            lines.append("Steht an anderer Stelle")
        if lines:
            yield Difference(section.id, Kind.CHANGED, name, tuple(lines), of_section=True)

    def _question(self, question: Question) -> Iterator[Difference]:
        before = self._before.get(question.id)
        if before is None:
            if not question.retired:
                yield Difference(question.id, Kind.NEW, question.name, (question.text,))
            return
        if question.retired:
            if not before.retired:
                yield Difference(question.id, Kind.DROPPED, before.name, ("Antworten bleiben erhalten",))
            return
        lines = tuple(self._changes(before, question))
        if before.retired or lines:
            kind = Kind.BACK if before.retired else Kind.CHANGED
            yield Difference(question.id, kind, question.name, lines)

    def _changes(self, before: Question, after: Question) -> Iterator[str]:
        if unnumbered(before.text) != unnumbered(after.text):
            yield from _worded("Wortlaut", before.text, after.text)
        yield from _worded("Kurztitel", before.short, after.short)
        if unnumbered(before.hint) != unnumbered(after.hint):
            yield from _worded("Hinweis", before.hint, after.hint)
        if before.type is not after.type:
            yield f"Art: „{self._labels.of(after.type)}“ statt „{self._labels.of(before.type)}“"
        else:
            for kind, words in _ENTRIES.items():
                yield from _listed(words, kind.of(before), kind.of(after))
            yield from _texts("Vorgeschlagene Zeilen", before.rows, after.rows)
        yield from _switches(before, after)
        if before.condition != after.condition:
            yield f"Bedingung: {condition_told(self._project, self._newer, after.condition)}"
        if before.scale != after.scale and all(after.scale):
            yield f"Skala: 1 heißt „{after.scale[0]}“, 5 heißt „{after.scale[1]}“"
        home, goal = self._older.section_of(before.id), self._newer.section_of(after.id)
        if home.id != goal.id:
            yield f"Steht jetzt im Abschnitt {goal.letter} {goal.title}"
        elif after.id in self._moved:
            yield "Steht an anderer Stelle"


_ENTRIES = {Entries.OPTIONS: "Antworten", Entries.COLUMNS: "Spalten", Entries.ITEMS: "Zeilen"}


def _worded(what: str, before: str, after: str) -> Iterator[str]:
    if before != after:
        yield (
            f"{what}: „{after}“ statt „{before}“"
            if before and after
            else f"{what}: „{after}“"
            if after
            else (f"{what} entfällt")
        )


def _listed(what: str, before: Sequence[Option], after: Sequence[Option]) -> Iterator[str]:
    old, new = {entry.id: entry.label for entry in before}, {entry.id: entry.label for entry in after}
    added = [f"„{label}“" for key, label in new.items() if key not in old]
    gone = [f"„{label}“" for key, label in old.items() if key not in new]
    renamed = [f"„{label}“ statt „{old[key]}“" for key, label in new.items() if old.get(key, label) != label]
    if added:
        yield f"{what} neu: {listed(added)}"
    if gone:
        yield f"{what} entfallen: {listed(gone)}"
    if renamed:
        yield f"{what} anders benannt: {listed(renamed)}"
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield f"{what} in anderer Reihenfolge"


def _texts(what: str, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    if before != after:
        yield f"{what}: {listed([f'„{row}“' for row in after])}" if after else f"{what} entfallen"


def _switches(before: Question, after: Question) -> Iterator[str]:
    pairs = (
        (before.required, after.required, "Pflichtfrage"),
        (before.comparable, after.comparable, "im Vergleich der Kommunen"),
        (before.free_text, after.free_text, "mit Bemerkung"),
        (before.not_rated, after.not_rated, "mit „nicht beurteilbar“"),
    )
    for old, new, words in pairs:
        if old is not new:
            yield f"Jetzt {words}" if new else f"Nicht mehr {words}"
    if (before.min_choices, before.max_choices) != (after.min_choices, after.max_choices):
        most = after.max_choices or "beliebig viele"
        yield f"Zahl der Antworten: mindestens {after.min_choices or 1}, höchstens {most}"
    if before.option_source is not after.option_source:
        yield "Antworten kommen aus einem anderen Verzeichnis"


def _out_of_order(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return what of both stands elsewhere: all but the longest run that kept its order."""
    place = {key: index for index, key in enumerate(before)}
    kept = [key for key in after if key in place]
    ends: list[int] = []
    last: list[int] = []
    parent: list[int] = []
    for index, key in enumerate(kept):
        position = bisect_left(ends, place[key])
        parent.append(last[position - 1] if position else -1)
        ends[position : position + 1] = [place[key]]
        last[position : position + 1] = [index]
    run: set[str] = set()
    here = last[-1] if last else -1
    while here >= 0:
        run.add(kept[here])
        here = parent[here]
    return frozenset(kept) - run
