"""Test what becomes of the small Markdown."""

import pytest

from kizdesk.concept.prose import cell_text, inline, pieces, plain_text, prose
from kizdesk.concept.tree import Listing, Paragraph, Run


def test_paragraphs_are_divided_by_blank_lines_and_lines_are_joined() -> None:
    assert [plain_text(piece.items[0]) for piece in pieces("Eins\nzwei.\n\nDrei.")] == ["Eins zwei.", "Drei."]


def test_bold_italic_and_links_become_runs() -> None:
    assert inline("Ein **fettes**, *schräges* [Wort](https://example.org).") == (
        Run("Ein "),
        Run("fettes", bold=True),
        Run(", "),
        Run("schräges", italic=True),
        Run(" "),
        Run("Wort", link="https://example.org"),
        Run("."),
    )


def test_lists_become_listings() -> None:
    block = next(prose("x", "- eins\n- **zwei**"))
    assert isinstance(block, Listing)
    assert [plain_text(item) for item in block.items] == ["eins", "zwei"]


def test_a_numbered_list_is_ordered() -> None:
    block = next(prose("x", "1. eins\n2. zwei"))
    assert isinstance(block, Listing)
    assert block.ordered


def test_a_nested_list_stays_in_its_item() -> None:
    block = next(prose("x", "- eins\n  - a\n  - b\n- zwei"))
    assert isinstance(block, Listing)
    assert [plain_text(item) for item in block.items] == ["eins: a; b", "zwei"]


def test_a_heading_inside_a_text_becomes_a_bold_paragraph() -> None:
    block = next(prose("x", "## Titel\n\nText"))
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("Titel", bold=True),)


@pytest.mark.parametrize(
    "text",
    [
        "Mitarbeiter*innen und Schüler*innen",
        "Jede*r kennt eine*n Lehrer*in",
        "Bürger:innen, Bürger_innen, Bürger/-innen",
        "2 < 3 & 4 > 1",
        "§ 7 [TIG] gilt",
        "\u05e9\u05dc\u05d5\u05dd und e\u0301",
    ],
)
def test_ordinary_text_with_special_characters_stays_as_it_is(text: str) -> None:
    assert plain_text(inline(text)) == text


def test_html_stays_text() -> None:
    assert plain_text(inline("Ein <b>Wort</b> <script>x</script>")) == "Ein <b>Wort</b> <script>x</script>"


def test_an_indented_text_is_no_code() -> None:
    assert plain_text(inline("    * kein Code `x`")) != ""


def test_an_empty_text_gives_no_block() -> None:
    assert not list(prose("x", " \n\n "))


def test_a_lead_stands_before_the_first_words_and_is_not_fingerprinted() -> None:
    block = next(prose("x", "Worte.", lead=(Run("Titel. ", bold=True),)))
    assert isinstance(block, Paragraph)
    assert (plain_text(block.runs), block.values) == ("Titel. Worte.", ("Worte.",))


def test_a_cell_takes_each_list_item_as_a_paragraph() -> None:
    assert cell_text("- eins\n- **zwei**\n\n3. drei") == "eins\nzwei\ndrei"


def test_a_hundred_thousand_characters_are_one_paragraph() -> None:
    assert len(plain_text(inline("Wort " * 20_000))) == 99_999
