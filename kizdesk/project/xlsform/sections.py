"""Make the rows of a section: a group, and inside a repeat where it is asked once for each of something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizdesk.domain.guide import OptionSource, Question, Repeat, Section
from kizdesk.project.xlsform.named import Named
from kizdesk.project.xlsform.questions import Questions
from kizdesk.project.xlsform.rows import Row
from kizdesk.project.xlsform.wording import shown

_FIELDS = "Zu welchen Handlungsfeldern möchte die Kommune etwas sagen?"


@dataclass(frozen=True, slots=True)
class Sections:
    """Make the rows of sections from those of their questions."""

    named: Named
    questions: Questions

    def rows(self, section: Section, asked: tuple[Question, ...]) -> Iterator[Row]:
        """Yield the rows of a section with those of its questions that are still asked."""
        name = self.named.section(section)
        yield Row(type="begin_group", name=name, label=shown(f"{section.letter} {section.title}", section.id))
        if section.hint.strip():
            yield Row(type="note", name=self.named.in_section(section, "hinweis"), label=shown(section.hint, ""))
        yield from self._inside(section, [row for question in asked for row in self.questions.rows(question)])
        yield Row(type="end_group", name=name)

    def _inside(self, section: Section, rows: list[Row]) -> Iterator[Row]:
        match section.repeat:
            case Repeat.NONE:
                yield from rows
            case Repeat.PER_OFFERING:
                name = self.named.in_section(section, "angebot")
                yield Row(type="begin_repeat", name=name, label="Angebot")
                yield from rows
                yield Row(type="end_repeat", name=name)
            case Repeat.PER_FIELD:
                yield from self._per_field(section, rows)

    def _per_field(self, section: Section, rows: list[Row]) -> Iterator[Row]:
        """Yield the choice of fields of action and a repeat for each that is chosen, or for each that is named."""
        name = self.named.in_section(section, "feld")
        listed = self.questions.lists.register(OptionSource.FIELDS)
        if listed:
            yield from self._chosen_fields(section, name, listed)
        else:
            title = self.named.in_section(section, "titel")
            yield Row(type="begin_repeat", name=name, label="Handlungsfeld")
            yield Row(type="text", name=title, label="Wie heißt das Handlungsfeld?")
        yield from rows
        yield Row(type="end_repeat", name=name)

    def _chosen_fields(self, section: Section, name: str, listed: str) -> Iterator[Row]:
        parts = ("auswahl", "anzahl", "kennung", "titel", "titelzeile")
        chosen, count, key, title, note = (self.named.in_section(section, part) for part in parts)
        nth = f"selected-at(${{{chosen}}}, position(..) - 1)"
        yield Row(type=f"select_multiple {listed}", name=chosen, label=shown(f"{section.letter} {_FIELDS}", section.id))
        yield Row(type="calculate", name=count, calculation=f"count-selected(${{{chosen}}})")
        yield Row(type="begin_repeat", name=name, label="Handlungsfeld", repeat_count=f"${{{count}}}")
        yield Row(type="calculate", name=key, calculation=nth)
        yield Row(type="calculate", name=title, calculation=f"jr:choice-name(${{{key}}}, '${{{chosen}}}')")
        yield Row(type="note", name=note, label=f"Handlungsfeld: ${{{title}}}")
