"""Test the numbers of headings, tables and figures."""

from dataclasses import replace

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import AnyBlock, Column, Figure, Heading, Row, Table
from tests.concept.sample import built


def heading(key: str, level: int, *, numbered: bool = True) -> Heading:
    return Heading(id=key, level=level, text=key, numbered=numbered)


def test_headings_count_by_level_and_skip_the_unnumbered() -> None:
    blocks: tuple[AnyBlock, ...] = (
        heading("vorwort", 1, numbered=False),
        heading("a", 1),
        heading("a1", 2),
        heading("a2", 2),
        heading("a2x", 3),
        heading("b", 1),
        heading("b1", 2),
    )
    numbers = numbering(replace(built(), blocks=blocks)).headings
    assert numbers == {"a": "1", "a1": "1.1", "a2": "1.2", "a2x": "1.2.1", "b": "2", "b1": "2.1"}


def test_tables_and_figures_count_through() -> None:
    table = Table(id="t", caption="", columns=(Column(""),), rows=(Row("r", ("",)),))
    picture = Figure(id="f", caption="", alt="", svg="")
    blocks: tuple[AnyBlock, ...] = (table, picture, replace(table, id="t2"))
    found = numbering(replace(built(), blocks=blocks))
    assert (found.tables, found.figures) == ({"t": 1, "t2": 2}, {"f": 1})
