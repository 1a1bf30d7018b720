"""Describe the document tree that Word, print, preview, fingerprint and comparison all read.

A block is the smallest thing with its own source. Its id is the path of the object ids it shows,
never a running number. Numbers and dates are formatted when the tree is built; a writer formats
type and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class BlockKind(Enum):
    """Tell whether a block is agreed to and fingerprinted, or documents how the concept came about."""

    CONTENT = "inhalt"
    RECORD = "nachweis"


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Point to the record a block rests on, by the name of its kind and its id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Run:
    """Be a piece of text in one type."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    refers: str = ""
    """Id of a table, figure or heading whose number is printed for the text, such as ``Tabelle 3``; the text where
    that block is not printed."""
    note: str = ""
    """A footnote at the end of the run, such as where it is written; equal ones within a block are one note."""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Hold what every block has."""

    id: str
    kind: BlockKind = BlockKind.CONTENT
    sources: tuple[SourceRef, ...] = ()
    municipalities: tuple[str, ...] = ()
    """AGS of the municipalities the block concerns; empty for the whole district."""
    values: tuple[str, ...] | None = None
    """For generated wording: the data values behind it, which are fingerprinted instead of the words."""
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    """Be a heading of level 1 to 4; levels never leave a gap."""

    level: int
    text: str
    numbered: bool = True


class ParagraphStyle(Enum):
    """Tell the role of a paragraph."""

    BODY = "fliesstext"
    LEAD = "vorspann"
    NOTE = "anmerkung"
    BOX = "kasten"
    RETURN = "ruecksendeangabe"
    """The line above the address of a letter; it begins a letter, on a page of its own that is counted from one."""
    ADDRESS = "anschrift"
    """The address of a letter, in the window of its envelope."""
    SIDE = "angaben"
    """Who writes and when, beside the address of a letter."""
    CLOSING = "gruss"
    """The closing of a letter with room to sign and who does, in one piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """Be a paragraph of text."""

    runs: Runs
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Block):
    """Be a list, bulleted or ordered."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Block):
    """Be somebody's words, with who said them."""

    text: str
    speaker: str


class Align(Enum):
    """Tell how the cells of a column stand."""

    LEFT = "links"
    RIGHT = "rechts"
    CENTRE = "mitte"


@dataclass(frozen=True, slots=True)
class Column:
    """Be a column: its title, its share of the table's width, how its cells stand."""

    title: str
    width: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """Be a row of a table; a line break in a cell begins a new paragraph in it."""

    id: str
    cells: tuple[str, ...]
    sources: tuple[SourceRef, ...] = ()
    municipalities: tuple[str, ...] = ()
    values: tuple[str, ...] | None = None
    """The data values behind formatted cells; fingerprinted instead of them."""
    total: bool = False
    ends: tuple[Runs, ...] = ()
    """What follows the words of its cells, cell by cell: notes and references, which never count as content."""


class TableHead(Enum):
    """Tell where the head of a table is."""

    COLUMNS = "spalten"
    """A head row, repeated on every page."""
    ROWS = "zeilen"
    """A profile: no head row, the first cell of each row is its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """Be a table with a caption."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: TableHead = TableHead.COLUMNS
    alt: str = ""

    @property
    def printed(self) -> tuple[Row, ...]:
        """Return the rows that are printed: those of a profile that say something beside their label."""
        if self.head is not TableHead.ROWS:
            return self.rows
        return tuple(row for row in self.rows if any(row.cells[1:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """Be a figure as SVG text, with caption and a text that says in words and numbers what it shows."""

    caption: str
    alt: str
    svg: str
    width_mm: int = 160
    note: str = ""
    """A line below the figure, such as the attribution of a map."""


AnyBlock = Heading | Paragraph | Listing | Quotation | Table | Figure


class Layout(Enum):
    """Tell how a document begins and runs."""

    BOOK = "buch"
    """With a cover, contents, and numbers at all tables."""
    PAPER = "schriftstueck"
    """Its first page begins with its first heading; a table without a caption has no number either."""
    LETTER = "brief"
    """One letter or several: its first page has the sender and the logo at its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Be the whole concept, or a paper of its own such as the minutes of an interview."""

    title: str
    subtitle: str
    district: str
    status: str
    """``Entwurf`` or ``beschlossen``."""
    version: str
    """Such as ``Fassung 3`` or ``Entwurf``."""
    dated: str
    notice: str
    """Remark for cover, header and title; empty if there is none."""
    imprint: tuple[str, ...]
    keywords: tuple[str, ...]
    blocks: tuple[AnyBlock, ...]
    paper: str = ""
    """Number of the Sitzungsvorlage it belongs to."""
    layout: Layout = Layout.BOOK
    footer: str = ""
    """What the footer says instead of version, date and status."""
    closes_with: str = ""
    """Id of the block with which its close begins, such as where it is signed; that never has a page to itself."""
