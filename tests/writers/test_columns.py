"""Check how a table's width is shared among its columns."""

import pytest

from kizdesk.concept.tree import Column, Row
from kizdesk.writers.word.columns import column_widths


def test_columns_get_the_shares_they_ask_for() -> None:
    assert column_widths((Column("A", 3), Column("B", 1)), (), 8000, small=False) == (6000, 2000)


def test_a_column_too_narrow_for_its_words_takes_from_the_others() -> None:
    columns = (Column("Kommune", 0.5), Column("Aussage", 5), Column("Datum", 2))

    widths = column_widths(columns, (Row("r", ("Rommerskirchen", "kurz", "6. März")),), 9072, small=False)

    assert widths[0] >= 14 * 96
    assert widths[1] > widths[2] > 0
    assert sum(widths) == 9072


@pytest.mark.parametrize("count", [1, 2, 9, 40])
def test_the_widths_always_add_up(count: int) -> None:
    columns = tuple(Column("Verwaltungsgliederungsplan", width / 7) for width in range(count))

    widths = column_widths(columns, (), 9072, small=True)

    assert sum(widths) == 9072
    assert min(widths) > 0


def test_a_word_without_end_takes_no_more_room_than_a_long_one() -> None:
    columns = (Column("A"), Column("B"))

    assert column_widths(columns, (Row("r", ("x" * 10_000, "y")),), 9072, small=False) == (4536, 4536)
