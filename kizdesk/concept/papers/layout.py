"""Describe the fields of a paper as data: one layout per file under ``resources/papers``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kizdesk.domain.codec import revive
from kizdesk.domain.errors import ShapeError
from kizdesk.domain.papers import PaperKind


class FieldType(Enum):
    """Tell what a field holds."""

    LINE = "zeile"
    TEXT = "text"
    """Small Markdown."""
    LIST = "liste"
    """One entry per line."""
    DAY = "tag"
    """The date of the paper."""
    CHOICE = "auswahl"
    AMOUNTS = "betraege"
    STOPS = "beratungsfolge"
    QUESTIONS = "fragen"


class Look(Enum):
    """Tell how a field is printed."""

    LETTERHEAD = "briefkopf"
    TITLE = "titel"
    ROW = "tabelle"
    SECTION = "abschnitt"
    PLAIN = "absatz"
    SIGNATURE = "unterschrift"


class StopColumn(Enum):
    """Be a column of the Beratungsfolge; those from ``TOP`` on tell the result of the vote."""

    BODY = "gremium"
    DAY = "termin"
    PUBLIC = "behandlung"
    RAPPORTEUR = "berichterstattung"
    AGENDA_ITEM = "top"
    UNANIMOUS = "einstimmig"
    MAJORITY = "mehrheitlich"
    YES = "ja"
    NO = "nein"
    ABSTENTIONS = "enthaltung"
    NOTED = "kenntnis"
    DEFERRED = "vertagt"
    REFERRED = "verwiesen"


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """Be one thing that can be chosen, printed with a box."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class AmountLine:
    """Be one amount of a table, on one of the plans of the budget."""

    key: str
    label: str
    plan: str


@dataclass(frozen=True, slots=True)
class LayoutField:
    """Be one field of a paper."""

    key: str
    type: FieldType
    look: Look
    label: str
    help: str = ""
    heading: str = ""
    parts: tuple[str, ...] = ()
    """Names of the parts that are proposed; empty for the part of the field's own name."""
    options: tuple[ChoiceOption, ...] = ()
    amounts: tuple[AmountLine, ...] = ()
    columns: tuple[StopColumn, ...] = ()
    if_filled: bool = False
    """Print it only when it holds something."""

    @property
    def proposed_parts(self) -> tuple[str, ...]:
        """Return the names of the parts whose sentences are proposed."""
        return self.parts or (self.key,)

    @property
    def name(self) -> str:
        """Return what the field is called where it stands alone: the heading above it if its label is part of that."""
        is_part = self.look is Look.ROW and self.label.casefold() in self.heading.casefold()
        return self.heading if is_part else self.label

    @property
    def keys(self) -> tuple[str, ...]:
        """Return under which keys own texts of the field are kept."""
        return tuple(line.key for line in self.amounts) or (self.key,)


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """Be the set of fields of one kind of paper, in the order in which they are printed."""

    id: str
    kind: PaperKind
    title: str
    source: str
    heading: str
    """Title on paper, with ``{value}`` for what the field of the title holds."""
    bare: str
    """Title on paper while that field is empty."""
    fields: tuple[LayoutField, ...]

    @classmethod
    def of(cls, data: Mapping[str, object], shown: str = "") -> PaperLayout:
        """Read a parsed file; raises ShapeError with the path of a misfit, or for a key that two fields share."""
        layout = revive(cls, data, shown)
        seen: set[str] = set()
        for key in layout.entry_keys():
            if key in seen:
                raise ShapeError(shown, f"Der Schlüssel „{key}“ kommt zweimal vor.")
            seen.add(key)
        return layout

    def entry_keys(self) -> Iterator[str]:
        """Yield under which keys own texts are kept."""
        for field in self.fields:
            yield from field.keys

    def beyond(self, other: PaperLayout) -> tuple[str, ...]:
        """Return what fields of another layout, or groups of them, are called of which this one has nothing."""
        has = {*self.entry_keys(), *(part for field in self.fields for part in (field.key, *field.proposed_parts))}
        names: list[str] = []
        group = ""
        for field in other.fields:
            is_lacking = has.isdisjoint((*field.keys, *field.proposed_parts))
            if field.look is not Look.ROW or field.heading:
                group = field.heading if field.look is Look.ROW and is_lacking else ""
            if is_lacking:
                names.append(group or field.name)
        return tuple(dict.fromkeys(names))

    def field(self, key: str) -> LayoutField | None:
        """Return the field that a key belongs to, or None if the layout has none of it."""
        return next((field for field in self.fields if key in (field.key, *field.keys)), None)
