"""Test the numbers of headings, tables and figures."""

from dataclasses import replace

from kizdesk.concept.numbering import Numbering, numbering, reference_text, row_ends, run_text
from kizdesk.concept.tree import AnyBlock, Column, Figure, Heading, Row, Run, Table
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


NUMBERS = Numbering({"ziele": "4.2"}, {"kosten": 3}, {"karte": 1})


def test_a_reference_names_the_kind_and_the_number_of_what_it_refers_to() -> None:
    found = [reference_text(NUMBERS, key) for key in ("ziele", "kosten", "karte", "vorwort")]
    assert found == ["Kapitel 4.2", "Tabelle 3", "Abbildung 1", ""]


def test_a_reference_to_what_is_not_printed_keeps_its_own_words() -> None:
    assert run_text(NUMBERS, Run("die Karte", refers="karte")) == "Abbildung 1"
    assert run_text(NUMBERS, Run("die Karte", refers="fehlt")) == "die Karte"


def test_the_end_of_a_cell_is_left_out_where_it_refers_to_what_is_not_printed_but_not_its_note() -> None:
    def end(key: str) -> tuple[Run, ...]:
        return Run(" ("), Run("", refers=key), Run(")", note="Vorlage 7")

    row = Row("r", ("eins", "zwei", "drei"), ends=(end("kosten"), end("fehlt")))
    assert row_ends(NUMBERS, row) == (end("kosten"), (Run("", note="Vorlage 7"),), ())
