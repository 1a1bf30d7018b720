"""Describe a form before it becomes a PDF: parts, questions, and what is filled in or ticked below each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date

from kizdesk.paperwork.names import FieldName

FORMAT = "1"
"""The rule by which fields and identity are written; a reader refuses a higher one."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Say whose form this is, and to which guide it belongs."""

    form_id: str
    project_id: str
    municipality_id: str
    municipality_name: str
    guide_id: str
    guide_version: str
    sent_on: date

    def texts(self) -> dict[str, str]:
        """Return the identity as it travels in hidden fields and in the document's properties."""
        return {"format": FORMAT, **asdict(self), "sent_on": self.sent_on.isoformat()}

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> Identity:
        """Read the identity back; raises ValueError where something is missing or the format is a later one."""
        if texts.get("format") != FORMAT:
            raise ValueError("another format")
        try:
            values = {key: texts[key] for key in cls.__slots__}
        except KeyError as missing:
            raise ValueError(f"{missing} is missing") from missing
        sent_on = date.fromisoformat(values.pop("sent_on"))
        return cls(sent_on=sent_on, **values)


@dataclass(frozen=True, slots=True)
class Choice:
    """Be one option, one item of a rating or one row of a table."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    """Be one column of a table; `share` is its width beside the others."""

    id: str
    label: str
    share: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """Be a text field; `share` is its width in twelfths, and neighbours that fit stand in one row."""

    name: FieldName
    label: str = ""
    lines: int = 1
    share: int = 12


@dataclass(frozen=True, slots=True)
class Ticks:
    """Be options of which any number is ticked; each is a check box named by its column."""

    name: FieldName
    choices: tuple[Choice, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """Be options of which one is chosen, by buttons that can be taken back."""

    name: FieldName
    choices: tuple[Choice, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Be a table; cells are text fields named by row and column, a row's label is printed before its cells."""

    name: FieldName
    columns: tuple[Column, ...]
    rows: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Rating:
    """Be items that are each given one step; `ends` say what the first and the last step mean.

    `aside` is a step apart from the others, such as "nicht beurteilbar". A single item without a label is
    a scale in one line.
    """

    name: FieldName
    items: tuple[Choice, ...]
    steps: tuple[Choice, ...]
    ends: tuple[str, str] = ("", "")
    aside: Choice | None = None

    @property
    def all_steps(self) -> tuple[Choice, ...]:
        """Return what an item can be given, in order."""
        return self.steps if self.aside is None else (*self.steps, self.aside)


Entry = Line | Ticks | Pick | Grid | Rating


@dataclass(frozen=True, slots=True)
class Ask:
    """Be a question; `known` is printed above its fields as what the office has already noted.

    A short one stays on one page; a longer one does if `keep_together` says so and a page takes it.
    """

    number: str
    text: str
    entries: tuple[Entry, ...]
    hint: str = ""
    known: tuple[str, ...] = ()
    required: bool = False
    keep_together: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Be a section, or one of the blocks a section is repeated in; a whole block is kept together if it can be."""

    title: str
    asks: tuple[Ask, ...]
    letter: str = ""
    hint: str = ""
    keep_together: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be one municipality's form."""

    identity: Identity
    title: str
    parts: tuple[Part, ...]
    subtitle: str = ""
    guide_title: str = ""
    """What the guide is called in the line at the foot of each page; the title where it is empty."""
    sender: tuple[str, ...] = ()
    return_by: date | None = None
    introduction: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    """What stands below the last question: thanks, and where the form goes."""

    def entries(self) -> Iterator[Entry]:
        """Yield everything that can be filled in, in the order of reading."""
        for part in self.parts:
            for ask in part.asks:
                yield from ask.entries


def names_of(entry: Entry) -> Iterator[FieldName]:
    """Yield the names of the fields of an entry as they stand in the file, in the order of reading."""
    match entry:
        case Line() | Pick():
            yield entry.name
        case Ticks():
            yield from (entry.name.at_column(choice.id) for choice in entry.choices)
        case Grid():
            for row in entry.rows:
                yield from (entry.name.at_row(row.id).at_column(column.id) for column in entry.columns)
        case Rating():
            yield from (entry.name.at_row(item.id) for item in entry.items)
