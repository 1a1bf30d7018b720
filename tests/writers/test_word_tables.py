"""Check tables: heads, rows, cells, alternative texts."""

from dataclasses import replace

import pytest
from docx.document import Document as WordDocument
from docx.table import Table as WordTable

from kizdesk.concept.tree import Align, Column, Figure, Heading, Paragraph, Row, Run, Table, TableHead
from tests.writers.conftest import Written, w

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10mm"><rect width="10" height="10"/></svg>'


def find(word: WordDocument, caption: str) -> WordTable:
    return next(table for table in word.tables if caption in value(table, "tblCaption"))


def value(table: WordTable, name: str) -> str:
    return str(next(table._tbl.iter(w(name))).get(w("val")))


def simple(*rows: Row, head: TableHead = TableHead.COLUMNS) -> Table:
    return Table(id="t", caption="Tafel", columns=(Column("A"), Column("B", 1, Align.RIGHT)), rows=rows, head=head)


def test_the_head_row_is_repeated_on_every_page(word: WordDocument) -> None:
    rows = find(word, "Maßnahmen im Handlungsfeld")._tbl.findall(w("tr"))

    assert [bool(list(row.iter(w("tblHeader")))) for row in rows] == [True] + [False] * 40


def test_rows_do_not_break_across_pages(word: WordDocument) -> None:
    rows = [row for table in word.tables for row in table._tbl.findall(w("tr"))]

    assert all(list(row.iter(w("cantSplit"))) for row in rows)


def test_a_row_taller_than_half_a_page_may_break(read: Written) -> None:
    table = read(simple(Row("r", ("Wort " * 2000, "kurz")))).tables[0]

    assert not list(table._tbl.findall(w("tr"))[1].iter(w("cantSplit")))


def test_a_figure_right_behind_a_table_stands_apart_so_that_libreoffice_keeps_its_bookmark(read: Written) -> None:
    table = simple(Row("r", ("a", "b")))
    picture = Figure(id="f", caption="Bild", alt="Ein Quadrat.", svg=SQUARE)

    body = read(table, picture).element.body
    behind = body.index(next(iter(body.iter(w("tbl"))))) + 1
    assert not list(body[behind].iter(w("bookmarkStart"), w("drawing")))
    assert list(body[behind + 1].iter(w("drawing")))


def test_a_table_tells_what_it_shows(word: WordDocument) -> None:
    table = find(word, "Einwohnerinnen")

    assert value(table, "tblDescription").startswith("Bevölkerung der acht Kommunen")


def test_a_table_without_alternative_text_is_described_by_its_caption(word: WordDocument) -> None:
    assert value(find(word, "Quellen"), "tblDescription") == "Quellen"


def test_a_profile_has_no_head_row_but_labels(word: WordDocument) -> None:
    table = find(word, "Steckbrief Dormagen")

    assert not list(table._tbl.iter(w("tblHeader")))
    assert table.style is not None
    assert table.style.name == "KIZ Steckbrief"
    labels = [row.cells[0].paragraphs[0] for row in table.rows]
    assert {str(label.style and label.style.name) for label in labels} == {"Tabellenkopf"}


def test_line_breaks_in_a_cell_are_paragraphs(word: WordDocument) -> None:
    cell = find(word, "Steckbrief Dormagen").rows[1].cells[1]

    assert [p.text for p in cell.paragraphs] == [
        "Fachbereich Soziales",
        "Integrationsbeauftragte mit halber Stelle",
    ]


def test_numbers_stand_to_the_right_head_and_all(word: WordDocument) -> None:
    table = find(word, "Einwohnerinnen")
    found = [[next(cell._tc.iter(w("jc")), None) for cell in row.cells] for row in table.rows[:2]]

    sides = [[None if side is None else side.get(w("val")) for side in row] for row in found]
    assert sides == [[None, "right", "right", "center"]] * 2


def test_a_total_is_set_apart(word: WordDocument) -> None:
    row = find(word, "Einwohnerinnen").rows[-1]

    assert {str(cell.paragraphs[0].style and cell.paragraphs[0].style.name) for cell in row.cells} == {"Tabellensumme"}
    assert list(row._tr.iter(w("tcBorders")))


def test_columns_share_the_width_of_the_text(word: WordDocument) -> None:
    table = find(word, "Maßnahmen im Handlungsfeld")
    widths = [int(str(column.get(w("w")))) for column in table._tbl.iter(w("gridCol"))]

    assert sum(widths) == 9072
    assert abs(widths[1] - 5 * widths[0]) <= 5


def test_a_table_in_landscape_is_as_wide_as_its_sheet(word: WordDocument) -> None:
    widths = [int(str(column.get(w("w")))) for column in find(word, "Vergleich")._tbl.iter(w("gridCol"))]

    assert sum(widths) == 14004


def test_a_table_of_many_columns_is_set_small(word: WordDocument) -> None:
    cell = find(word, "Vergleich").rows[1].cells[0]

    assert str(cell.paragraphs[0].style and cell.paragraphs[0].style.name) == "Tabellentext klein"


def test_a_short_row_is_filled_and_a_long_one_cut(read: Written) -> None:
    table = read(simple(Row("kurz", ("eins",)), Row("lang", ("eins", "zwei", "drei")))).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [["eins", ""], ["eins", "zwei"]]


def test_a_table_without_rows_or_columns_is_still_sound(read: Written) -> None:
    bare = Table(id="leer", caption="", columns=(), rows=(), head=TableHead.ROWS)

    word = read(bare)

    assert len(word.tables[0].rows) == 1
    assert word.paragraphs[-2].text == "Tabelle\u00a01"


def test_two_tables_in_a_row_stay_two(read: Written) -> None:
    first, second = simple(Row("r", ("a", "b"))), simple(Row("r", ("c", "d")))

    assert len(read(first, second).tables) == 2


def test_a_short_table_stays_on_one_page_with_its_caption(read: Written) -> None:
    word = read(simple(*(Row(str(n), ("a", "b")) for n in range(4))))
    rows = word.tables[0]._tbl.findall(w("tr"))

    assert [bool(list(row.iter(w("keepNext")))) for row in rows] == [True, True, True, True, False]


def test_a_profile_of_25_lines_stays_on_one_page(read: Written) -> None:
    profile = replace(simple(*(Row(str(n), ("a", "b")) for n in range(25))), head=TableHead.ROWS)
    rows = read(profile).tables[0]._tbl.findall(w("tr"))

    assert [bool(list(row.iter(w("keepNext")))) for row in rows] == [True] * 24 + [False]


@pytest.mark.parametrize(("length", "kept"), [(60, True), (600, False)])
def test_a_short_sentence_between_heading_and_table_stays_with_both(read: Written, length: int, *, kept: bool) -> None:
    goal = Paragraph(id="p", runs=(Run("x" * length),))
    word = read(Heading(id="h", level=1, text="Ziel"), goal, simple(Row("r", ("a", "b"))))

    assert next(bool(p.paragraph_format.keep_with_next) for p in word.paragraphs if p.text == "x" * length) is kept


def test_the_last_two_rows_of_a_long_table_stay_together(read: Written) -> None:
    rows = read(simple(*(Row(str(n), ("a", "b")) for n in range(60)))).tables[0]._tbl.findall(w("tr"))

    kept = [place for place, row in enumerate(rows) if list(row.iter(w("keepNext")))]
    assert kept == [0, 1, 59]
