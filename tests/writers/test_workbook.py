import tempfile
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kizdesk.writers.workbook import MOST_SIGNS, Sheet, too_long, write_workbook

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def sheet(*texts: str, strong: frozenset[int] = frozenset()) -> Sheet:
    return Sheet("Liste", ("Text", "Name"), [(text, "a") for text in texts], (30, 10), strong, still=1)


def read(*sheets: Sheet) -> Worksheet:
    book = load_workbook(BytesIO(write_workbook(sheets, title="Probe", created=NOW)))
    found = book.worksheets[0]
    assert isinstance(found, Worksheet)
    return found


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@a", "#N/A", "007", "1,5", "TRUE", "a\nb", " a ", "Şahin „Łukasz“ 😀", "'a"],
)
def test_a_text_comes_back_as_a_text(text: str) -> None:
    cell = read(sheet(text))["A2"]

    assert (cell.value, cell.data_type) == (text, "s")


def test_control_characters_do_not_stop_the_writing() -> None:
    assert read(sheet("a\x01b"))["A2"].value == "ab"


def test_an_empty_text_leaves_its_cell_empty() -> None:
    assert read(sheet(""))["A2"].value is None


def test_the_head_and_the_first_columns_stay_in_sight() -> None:
    found = read(sheet("a"))

    assert found.freeze_panes == "B2"
    assert found["A1"].font.b
    assert found.print_title_rows == "$1:$1"


def test_columns_are_as_wide_as_asked_and_rows_as_high_as_their_text() -> None:
    found = read(sheet("kurz", "lang und länger " * 6))

    assert found.column_dimensions["A"].width == 30
    assert (found.row_dimensions[2].height or 0) < (found.row_dimensions[3].height or 0)


def test_strong_rows_stand_out() -> None:
    found = read(sheet("a", "b", strong=frozenset({1})))

    assert [bool(found[place].font.b) for place in ("A2", "A3")] == [False, True]


def test_the_same_rows_give_the_same_bytes() -> None:
    one, two = (write_workbook([sheet("a")], title="Probe", created=NOW) for _ in range(2))

    assert one == two


def test_nothing_is_left_in_the_folder_for_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nirgends")

    assert read(sheet("a"))["A2"].value == "a"


def test_a_text_that_a_cell_would_cut_is_told() -> None:
    assert list(too_long([sheet("a" * MOST_SIGNS, "b" * (MOST_SIGNS + 1))])) == ["b" * (MOST_SIGNS + 1)]
