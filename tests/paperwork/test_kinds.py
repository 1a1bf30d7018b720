import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizdesk.paperwork.writing import kinds

LATIN = st.text(alphabet=st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüßşłđøŐ-/ \n"), max_size=200)


@given(LATIN, st.floats(min_value=30, max_value=300))
def test_no_line_is_wider_than_there_is_room(text: str, width: float) -> None:
    assert not [line for line in kinds.TEXT.lines(text, width) if kinds.TEXT.width(line) > width + 0.01]


@given(LATIN, st.floats(min_value=30, max_value=300))
def test_no_letter_is_lost_when_text_is_broken(text: str, width: float) -> None:
    lines = kinds.TEXT.lines(text, width)

    assert bare("".join(lines)) == bare(text)


def bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in "- \n")


def test_words_stay_whole_where_they_fit() -> None:
    assert kinds.TEXT.lines("Frage und Antwort", kinds.TEXT.width("Frage und")) == ("Frage und", "Antwort")


def test_a_word_without_room_is_cut_with_a_hyphen() -> None:
    first, second = kinds.TEXT.lines("Vollzeitäquivalente", kinds.TEXT.width("Vollzeitäqui-") + 0.1)

    assert (first, second) == ("Vollzeitäqui-", "valente")


def test_a_word_is_rather_cut_at_its_own_hyphen() -> None:
    assert kinds.TEXT.lines("Nord-Süd-Achse", kinds.TEXT.width("Nord-Süd-Ach"))[0] == "Nord-Süd-"


def test_the_hyphen_of_a_word_is_not_doubled() -> None:
    lines = kinds.TEXT.lines("Städteregionsrat-Aachen", kinds.TEXT.width("Städteregionsrat-") + 0.1)

    assert lines == ("Städteregionsrat-", "Aachen")


@pytest.mark.parametrize(
    ("text", "fitting", "first"),
    [
        ("zentrum@staedteregion-aachen.example", "zentrum@staedteregion-", "zentrum@staedteregion-"),
        ("zentrum@staedteregion.example", "zentrum@staedter", "zentrum@"),
        ("https://kreis.example/integration", "https://kreis.example/inte", "https://kreis.example/"),
    ],
)
def test_an_address_gets_no_sign_that_is_not_its_own(text: str, fitting: str, first: str) -> None:
    lines = kinds.TEXT.lines(text, kinds.TEXT.width(fitting) + 0.1)

    assert lines[0] == first
    assert "".join(lines) == text


def test_line_ends_of_the_text_are_kept() -> None:
    assert kinds.TEXT.lines("eins\n\nzwei", 300) == ("eins", "", "zwei")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert kinds.TEXT.lines(f"eins{end}zwei", 300) == ("eins", "zwei")


def test_a_protected_blank_holds_its_words_together() -> None:
    assert kinds.TEXT.lines("rund 12\u00a0%", kinds.TEXT.width("rund 12")) == ("rund", "12\u00a0%")


def test_no_text_has_no_lines() -> None:
    assert kinds.TEXT.lines("", 300) == ()


def test_accents_are_composed_and_invisible_signs_left_out() -> None:
    assert kinds.TEXT.lines("S\u0327ahin\u200b\u202e", 300) == ("Şahin",)


@pytest.mark.parametrize(("text", "shown"), [("kurz", "kurz"), ("", ""), ("eins zwei drei", "eins …")])
def test_one_line_says_that_something_is_left_out(text: str, shown: str) -> None:
    assert kinds.TEXT.one_line(text, kinds.TEXT.width("eins zwei")) == shown
