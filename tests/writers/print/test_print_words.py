"""Clean words before they are printed, and know what cannot be drawn."""

from pathlib import Path

import pytest

from kizdesk.writers.press.files import Held, packed
from kizdesk.writers.print.coverage import covered_by, drawable
from kizdesk.writers.print.words import lines, printable_svg, title, unprintable, words


def test_the_typefaces_have_the_letters_of_europe_and_no_arabic() -> None:
    assert {ord(sign) for sign in "aäßŞđŁőžЯω€„“–…"} <= drawable()
    assert ord("ش") not in drawable()


def test_a_file_that_is_no_typeface_is_refused(tmp_path: Path) -> None:
    (tmp_path / "falsch.ttf").write_bytes(b"\0\1\0\0\0\0" + bytes(20))

    with pytest.raises(ValueError, match="typeface"):
        covered_by(tmp_path / "falsch.ttf")


def test_what_cannot_be_drawn_becomes_one_mark_for_each_stretch() -> None:
    assert words("Für شا da") == ["Für ", {"x": "U+0634 U+0627"}, " da"]


def test_signs_that_nobody_sees_are_left_out() -> None:
    assert words("a\ufeff\u200d\ufe0fb 中") == ["ab ", {"x": "U+4E2D"}]


def test_a_heading_of_unknown_letters_still_has_a_text_for_its_bookmark() -> None:
    assert title("中文") == [{"x": "U+4E2D U+6587"}, "\u00a0"]


def test_no_line_ends_between_a_figure_and_its_unit() -> None:
    assert words("Nach § 7 sind es am 6. März 61.000 Euro oder 12,5 %.") == (
        "Nach §\u00a07 sind es am 6.\u00a0März 61.000\u00a0Euro oder 12,5\u00a0%."
    )


def test_a_word_without_end_may_be_divided_anywhere() -> None:
    told = words("x" * 100)
    assert isinstance(told, str)
    assert max(map(len, told.split("\u200b"))) <= 12


def test_lines_of_a_cell_are_kept() -> None:
    assert lines("\neins\r\nzwei\n") == ["eins", "zwei"]


def test_characters_without_typeface_are_named_once() -> None:
    assert unprintable("ش und ش, aber ß") == "ش"


def test_a_figure_has_a_question_mark_for_what_cannot_be_drawn() -> None:
    assert printable_svg("<text>Şش</text>") == "<text>Ş?</text>"


def test_a_figure_holds_no_signs_that_nobody_sees() -> None:
    assert printable_svg("<text>a\x7f\x80\u200db\u3000c</text>") == "<text>ab c</text>"


def test_a_figure_has_no_accents_that_stand_alone() -> None:
    assert printable_svg("<text>e\u0301 x\u0301</text>") == "<text>é x</text>"


def test_only_what_is_new_is_sent() -> None:
    held = Held()
    listed, body = packed({"a": b"eins", "b": b"zwei"}, frozenset())
    assert held.taken(listed, body) == {"a": b"eins", "b": b"zwei"}

    known = frozenset(digest for _, digest, _ in listed)
    listed, body = packed({"a": b"eins", "b": b"drei"}, known)
    assert body == b"drei"
    assert held.taken(listed, body) == {"a": b"eins", "b": b"drei"}
    assert Held().taken(listed, body) is None
