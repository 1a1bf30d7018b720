"""Test that the small Markdown of prose leaves out no word, whatever somebody types."""

from __future__ import annotations

import pytest

from kizdesk.concept.prose import Piece, pieces, plain_text

KEPT = (
    "6. März 2013 tagte der Kreistag.",
    "1. Januar 2013 ging es los.",
    "2013. Das war das Jahr.",
    "[1]: https://example.org",
    "ein*e Berater*in und ein*e Helfer*in",
    "Bürger*innenrechte und Schüler*innenvertretung",
    "jede*r Mitarbeiter*in mit sein*em Team und jede*n",
    "<b>kein</b> <script>Markup</script>",
    "**offen",
    "[x](javascript:alert(1))",
    "1.",
    "-",
)


def words(piece: Piece) -> list[str]:
    return [plain_text(item) for item in piece.items]


@pytest.mark.parametrize("text", KEPT)
def test_a_line_is_printed_as_it_was_typed(text: str) -> None:
    (piece,) = pieces(text)
    assert not piece.is_list
    assert words(piece) == [text]


def test_days_one_below_the_other_keep_their_numbers() -> None:
    assert [words(piece) for piece in pieces("5. März: Auftakt\n9. März: Abschluss")] == [
        ["5. März: Auftakt"],
        ["9. März: Abschluss"],
    ]


def test_numbers_from_one_on_are_an_ordered_list() -> None:
    (piece,) = pieces("1. erstens\n2. zweitens")
    assert piece.is_list
    assert piece.ordered
    assert words(piece) == ["erstens", "zweitens"]


def test_a_list_without_words_is_none() -> None:
    assert pieces("- \n- ") == ()
