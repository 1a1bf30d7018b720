"""Check what is said of a template."""

from __future__ import annotations

import pytest

from kizdesk.writers.word.counting import shown
from kizdesk.writers.word.house import Origin, Weight
from kizdesk.writers.word.house.colours import readable
from kizdesk.writers.word.styles import Style
from tests.writers.conftest import TEMPLATE
from tests.writers.house.conftest import ready
from tests.writers.house.templates import LIBREOFFICE, bare, changed, english, german, part

DECIMAL = (("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"), ("none", ""))


def told(data: bytes, weight: Weight, **choices: str) -> str:
    """Return what is said of a template with a weight."""
    return "\n".join(remark.text for remark in ready(data, **choices).remarks if remark.weight is weight)


def origin(data: bytes, style: Style) -> tuple[Origin, str]:
    """Return where a style comes from, and its name there."""
    match = next(one for one in ready(data).matches if one.style is style)
    return match.origin, match.name


@pytest.mark.parametrize(
    ("style", "name"),
    [
        (Style.HEADING_1, "heading 1"),
        (Style.BODY, "Normal"),
        (Style.BOX, "Infokasten"),
        (Style.CAPTION, "caption"),
        (Style.TITLE, "Title"),
    ],
)
def test_styles_are_found_by_english_and_german_names(style: Style, name: str) -> None:
    assert origin(german(), style) == (Origin.FOUND, name)


def test_german_names_of_built_in_styles_are_found_too() -> None:
    styles = part(german(), "word/styles.xml").replace('w:val="heading 2"', 'w:val="Überschrift 2"')

    assert origin(changed(german(), {"word/styles.xml": styles}), Style.HEADING_2) == (Origin.FOUND, "Überschrift 2")


def test_a_list_paragraph_without_signs_is_no_list() -> None:
    assert origin(german(), Style.BULLET) == (Origin.OURS, "")


def test_a_standard_without_space_between_paragraphs_is_no_text() -> None:
    styles = part(german(), "word/styles.xml").replace('w:spacing w:after="120" w:line="264"', 'w:spacing w:line="264"')
    data = changed(german(), {"word/styles.xml": styles})

    assert origin(data, Style.BODY) == (Origin.OURS, "")
    assert "lässt zwischen Absätzen keinen Abstand" in told(data, Weight.MISSING)


def test_every_wordfile_has_a_grid_so_it_is_no_table_of_the_house() -> None:
    assert origin(german(), Style.TABLE) == (Origin.OURS, "")
    assert "Table Grid" in ready(german()).choosable[Style.TABLE]


def test_our_own_template_changed_by_a_district_keeps_all_its_styles() -> None:
    own = TEMPLATE.read_bytes()
    styles = part(own, "word/styles.xml").replace("0F5C6E", "7A1FA2")
    data = changed(own, {"word/styles.xml": styles})
    made = part(ready(data).base.data, "word/styles.xml")

    assert all(match.origin is Origin.FOUND for match in ready(data).matches)
    assert made.count("<w:style ") == styles.count("<w:style ") + 3  # header, footer, and what they rest on


def test_what_is_missing_and_added_is_told() -> None:
    assert "fehlen Überschriften der Ebene 4" in told(german(), Weight.MISSING)
    assert "zählt die Seiten nicht" in told(german(), Weight.ADDED)
    assert "keine Formatvorlagen für „Vorspann“" in told(german(), Weight.ADDED)


def test_headings_without_numbers_get_ours() -> None:
    assert "nicht nummeriert" in told(english(), Weight.ADDED)
    assert "nicht nummeriert" in told(LIBREOFFICE.read_bytes(), Weight.ADDED)
    assert "nicht nummeriert" not in told(german(), Weight.ADDED)


def test_a_file_without_styles_is_told_in_one_sentence() -> None:
    assert told(bare(), Weight.MISSING) == "Die Vorlage hat gar keine Formatvorlagen. kizdesk verwendet seine eigenen."


def test_narrow_text_disturbs() -> None:
    document = part(german(), "word/document.xml").replace('w:right="1134"', 'w:right="5000"')

    assert "bleiben nur 97 mm" in told(changed(german(), {"word/document.xml": document}), Weight.DISTURBS)


def test_a_page_that_lies_on_its_side_is_turned_upright() -> None:
    document = part(german(), "word/document.xml").replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')
    data = changed(german(), {"word/document.xml": document})

    assert ready(data).page.width == 11906
    assert "steht quer" in told(data, Weight.DISTURBS)


def test_a_choice_that_the_template_lacks_is_told() -> None:
    sentence = told(german(), Weight.DISTURBS, kasten="Merksatz")

    assert "„Merksatz“, die für „Kasten“ gewählt war, gibt es in dieser Vorlage nicht" in sentence


def test_a_typeface_that_is_not_embedded_is_a_hint() -> None:
    styles = part(german(), "word/styles.xml").replace("Calibri", "Kreis Sans")

    assert "„Kreis Sans“ ist nicht in der Vorlage eingebettet" in told(
        changed(german(), {"word/styles.xml": styles}), Weight.HINT
    )


@pytest.mark.parametrize(
    ("number", "levels", "words"),
    [
        ("4", DECIMAL, "4"),
        ("4.2", DECIMAL, "4.2"),
        ("4.2.1.3", DECIMAL, ""),
        ("4", (("upperRoman", "%1."), ("decimal", "%1.%2")), "IV"),
        ("4.2", (("upperRoman", "%1."), ("decimal", "%1.%2")), "IV.2"),
        ("27", (("upperLetter", "Teil %1"),), "Teil AA"),
        ("3.2", (("decimal", "§ %1"), ("lowerLetter", "%2)")), "b)"),
    ],
)
def test_numbers_are_worded_as_their_list_words_them(
    number: str, levels: tuple[tuple[str, str], ...], words: str
) -> None:
    assert shown(number, levels) == words


@pytest.mark.parametrize("colour", ["FFFF00", "9B1C31", "FFFFFF", "00B0F0"])
def test_a_colour_of_the_house_is_made_dark_enough_for_white_letters(colour: str) -> None:
    dark = readable(colour)
    linear = [(int(dark[place : place + 2], 16) / 255) ** 2.2 for place in (0, 2, 4)]

    assert 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05) > 4.2
