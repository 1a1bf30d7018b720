"""Check cleaning, folding and sorting of text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizdesk.domain.texts import clean, fold, sort_key


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("forderung", "Sprachförderung"),
        ("strasse", "Straße"),
        ("dordevic", "Đorđević"),
        ("lukasz", "Łukasz"),
        ("forderung", "Sprach\u00adför\u200bderung"),
    ],
)
def test_folded_text_holds_the_folded_query(query: str, text: str) -> None:
    assert fold(query) in fold(text)


@given(st.text())
def test_clean_text_may_stand_in_xml(text: str) -> None:
    assert not re.search("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", clean(text))


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("text", ["Şahin", "שלום", "a\u0323\u0307", "🙂", "Zeile\nZeile", "Tab\tTab"])
def test_letters_of_all_scripts_stay(text: str) -> None:
    assert fold(clean(text)) == fold(text)
    assert clean(text)


def test_line_breaks_become_one_kind() -> None:
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


def test_names_are_sorted_as_a_directory_does() -> None:
    names = ["Zülpich", "Öding", "Oelde", "Ostbevern", "Ahlen"]
    assert sorted(names, key=sort_key) == ["Ahlen", "Öding", "Oelde", "Ostbevern", "Zülpich"]


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x85", "\u2028", "\r\n"])
def test_every_kind_of_line_break_keeps_words_apart(separator: str) -> None:
    assert clean(f"Kita{separator}Schule") == "Kita\nSchule"
