"""Fields are found and understood however the program that saved them has arranged them."""

from __future__ import annotations

import pytest

from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.reading.outcome import Filled
from kizdesk.paperwork.writing import write_sheet
from tests.paperwork.forms import IDENTITY, small_sheet
from tests.paperwork.reading.build import FIRST, Revision, form, literal, stream, text

RADIO = b"/FT/Btn/Ff 32768"
LOOKS = b"/AP<</N<</%b<<>>/Off<<>>>>>>"


def button(state: bytes, shown: bytes = b"Off", more: bytes = b"") -> bytes:
    return b"<</Type/Annot/Subtype/Widget/AS/%b%b%b>>" % (shown, LOOKS % state, more)


def group(name: str, *kids: bytes, more: bytes = b"") -> list[bytes]:
    """Return a group of radio buttons, the first object being the group."""
    places = b" ".join(b"%d 0 R" % (FIRST + 1 + index) for index in range(len(kids)))
    return [b"<<%b/T%b/Kids[%b]%b>>" % (RADIO, literal(name), places, more), *kids]


def read(*objects: bytes, shown: tuple[int, ...] = ()) -> Filled:
    return read_form(form(*objects, fields=[FIRST], shown=shown))


def test_an_empty_form_has_all_its_fields_and_nothing_in_them() -> None:
    filled = read_form(write_sheet(small_sheet()))

    assert filled.identity == IDENTITY
    assert list(filled.values)[:5] == ["a1", "a2", "a3", "a3----rest", "a4"]
    assert not any(filled.values.values())
    assert filled.doubtful == ()


def test_every_kind_of_entry_comes_back_from_a_revision_behind_the_form() -> None:
    revision = Revision(write_sheet(small_sheet()))
    revision.write("a1", literal("Łęg"))
    revision.write("a5----2--was", literal(" eins\r\nzwei "))
    revision.tick("a3------rot")
    revision.tick("a3------blau", "On")
    revision.choose("a4", "gr_xfc_n")
    revision.choose("a6----blau", "n")

    filled = read_form(revision.saved())

    found = {name: value for name, value in filled.values.items() if value}
    assert found == {
        "a1": "Łęg",
        "a3": ("rot", "blau"),
        "a4": ("grün",),
        "a5----2--was": " eins\nzwei ",
        "a6----blau": ("n",),
    }
    assert filled.doubtful == ()


def test_the_last_revision_wins() -> None:
    first = Revision(write_sheet(small_sheet()))
    first.write("a1", literal("alt"))
    first.tick("a3------rot")
    second = Revision(first.saved())
    second.write("a1", literal("neu"))
    second.tick("a3------rot", "Off")

    filled = read_form(second.saved())

    assert filled.values["a1"] == "neu"
    assert filled.values["a3"] == ()


def test_fields_nested_under_names_of_a_program_are_known_by_their_own_names() -> None:
    content = form(
        b"<</T(form1)/Kids[%d 0 R]>>" % (FIRST + 1),
        b"<</T(page1)/Parent %d 0 R/Kids[%d 0 R]>>" % (FIRST, FIRST + 2),
        text("a1", literal("x"), b"/Parent %d 0 R" % (FIRST + 1)),
        fields=[FIRST],
    )

    assert read_form(content).values == {"a1": "x"}


def test_a_second_field_of_one_name_keeps_its_full_name() -> None:
    content = form(
        text("a1", literal("x")),
        b"<</T(andere)/Kids[%d 0 R]>>" % (FIRST + 2),
        text("a1", literal("y"), b"/Parent %d 0 R" % (FIRST + 1)),
        fields=[FIRST, FIRST + 1],
    )

    assert read_form(content).values == {"a1": "x", "andere.a1": "y"}


def test_a_field_apart_from_its_places_on_the_page_is_one_field() -> None:
    filled = read(
        b"<</FT/Tx/T(a1)/V(x)/Kids[%d 0 R %d 0 R]>>" % (FIRST + 1, FIRST + 2),
        b"<</Subtype/Widget/Parent %d 0 R>>" % FIRST,
        b"<</Subtype/Widget/Parent %d 0 R>>" % FIRST,
        shown=(FIRST + 1, FIRST + 2),
    )

    assert filled.values == {"a1": "x"}


def test_fields_that_only_the_page_lists_are_found() -> None:
    content = form(
        text("a1", literal("x")),
        b"<</FT/Tx/T(a2)/V(y)>>",
        b"<</Subtype/Widget/Parent %d 0 R>>" % (FIRST + 1),
        fields=[],
        shown=[FIRST, FIRST + 2],
    )

    assert read_form(content).values == {"a1": "x", "a2": "y"}


@pytest.mark.parametrize("state", ["Ja", "On", "Yes", "1", "#c3#bc"])
def test_a_box_is_ticked_by_any_state(state: str) -> None:
    filled = read(b"<</FT/Btn/T(a3------rot)/V/%b/AS/%b>>" % (state.encode(), state.encode()))

    assert filled.values == {"a3": ("rot",)}


@pytest.mark.parametrize("said", [b"/AS/Ja", b"/V/Ja"])
def test_a_box_is_ticked_if_only_its_look_or_only_its_value_says_so(said: bytes) -> None:
    filled = read(b"<</FT/Btn/T(a3------rot)%b>>" % said)

    assert filled.values == {"a3": ("rot",)}
    assert filled.doubtful == ()


@pytest.mark.parametrize("said", [b"/AS/Ja/V/Off", b"/V/Ja/AS/Off"])
def test_a_box_that_says_two_things_is_ticked_and_doubtful(said: bytes) -> None:
    filled = read(b"<</FT/Btn/T(a3------rot)%b>>" % said)

    assert filled.values == {"a3": ("rot",)}
    assert filled.doubtful == ("a3",)


def test_a_group_is_read_by_its_value_where_its_buttons_say_nothing() -> None:
    kids = [b"<</Subtype/Widget>>", b"<</Subtype/Widget>>"]

    assert read(*group("a4", *kids, more=b"/V/gr_xfc_n")).values == {"a4": ("grün",)}
    assert read(*group("a4", *kids, more=b"/V(gr_xfc_n)")).values == {"a4": ("grün",)}


def test_a_group_is_read_by_the_looks_of_its_buttons_where_it_has_no_value() -> None:
    filled = read(*group("a4", button(b"rot"), button(b"blau", b"blau")))

    assert filled.values == {"a4": ("blau",)}
    assert filled.doubtful == ()


def test_a_group_whose_buttons_do_not_show_its_value_is_doubtful() -> None:
    filled = read(*group("a4", button(b"rot"), button(b"blau"), more=b"/V/blau"))

    assert filled.values == {"a4": ("blau",)}
    assert filled.doubtful == ("a4",)


def test_a_group_with_a_list_of_options_names_its_states_by_their_places() -> None:
    filled = read(*group("a4", button(b"0"), button(b"1", b"1"), more=b"/V/1/Opt[(rot)(gr_xfc_n)]"))

    assert filled.values == {"a4": ("grün",)}


def test_a_group_taken_back_has_no_choice() -> None:
    assert read(*group("a4", button(b"rot"), button(b"blau"), more=b"/V/Off")).values == {"a4": ()}


@pytest.mark.parametrize("parent", [b"", b"/Parent %d 0 R" % FIRST])
def test_a_button_that_preview_took_out_of_its_group_is_the_choice(parent: bytes) -> None:
    taken_out = button(b"blau", b"blau", RADIO + b"/T(a4)/V/blau" + parent)

    filled = read(*group("a4", button(b"rot"), taken_out), shown=(FIRST + 1, FIRST + 2))

    assert filled.values == {"a4": ("blau",)}
    assert filled.doubtful == ()


def test_a_button_that_preview_took_out_says_more_than_the_old_value_of_its_group() -> None:
    revision = Revision(write_sheet(small_sheet()))
    revision.choose("a4", "rot")
    later = Revision(revision.saved())
    later.take(later.kids("a4")["blau"], "Parent")
    later.put(later.kids("a4")["blau"], T=b"(a4)", V=b"/blau", AS=b"/blau", FT=b"/Btn", Ff=b"32768")
    later.put(later.kids("a4")["rot"], AS=b"/Off")

    filled = read_form(later.saved())

    assert filled.values["a4"] == ("blau",)
    assert filled.doubtful == ("a4",)


def test_a_box_of_a_choice_that_a_program_took_out_of_its_group_still_belongs_to_it() -> None:
    later = Revision(write_sheet(small_sheet()))
    blue = later.kids("a4")["blau"]
    later.take(blue, "Parent")
    later.put(blue, T=b"(a4)", V=b"/blau", AS=b"/blau", FT=b"/Btn")

    filled = read_form(later.saved())

    assert filled.values["a4"] == ("blau",)
    assert filled.doubtful == ()


def test_two_boxes_of_one_choice_that_are_both_drawn_on_are_doubtful() -> None:
    later = Revision(write_sheet(small_sheet()))
    later.choose("a4", "rot")
    later.put(later.kids("a4")["blau"], AS=b"/blau")

    filled = read_form(later.saved())

    assert filled.values["a4"] == ("rot",)
    assert filled.doubtful == ("a4",)


def test_a_choice_taken_back_is_empty() -> None:
    earlier = Revision(write_sheet(small_sheet()))
    earlier.choose("a4", "rot")
    later = Revision(earlier.saved())
    later.put(later.fields["a4"], V=b"/Off")
    later.put(later.kids("a4")["rot"], AS=b"/Off")

    filled = read_form(later.saved())

    assert filled.values["a4"] == ()
    assert filled.doubtful == ()


def test_a_choice_of_one_option_only_is_read_by_its_name() -> None:
    field = b"<</FT/Btn/T(a4)/V/gr_xfc_n/AS/gr_xfc_n%b>>" % (LOOKS % b"gr_xfc_n")

    assert read(field).values == {"a4": ("grün",)}


def test_a_text_that_is_only_drawn_is_read_and_doubtful() -> None:
    look = stream(
        b"/Tx BMC BT /F 9 Tf 2 4 Td (Nur gemalt) Tj ET EMC",
        b"/Subtype/Form/BBox[0 0 99 9]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
    )

    filled = read(text("a1", more=b"/AP<</N %d 0 R>>" % (FIRST + 1)), look)

    assert filled.values == {"a1": "Nur gemalt"}
    assert filled.doubtful == ("a1",)


def test_a_text_taken_back_is_empty_even_if_it_is_still_drawn() -> None:
    look = stream(b"BT (alt) Tj ET", b"/Subtype/Form")

    assert read(text("a1", b"()", b"/AP<</N %d 0 R>>" % (FIRST + 1)), look).values == {"a1": ""}


def test_one_text_said_twice_in_two_ways_is_doubtful() -> None:
    filled = read(
        b"<</FT/Tx/T(a1)/Kids[%d 0 R %d 0 R]>>" % (FIRST + 1, FIRST + 2),
        b"<</Subtype/Widget/Parent %d 0 R/V(x)>>" % FIRST,
        b"<</Subtype/Widget/Parent %d 0 R/V(y)>>" % FIRST,
    )

    assert filled.values == {"a1": "y"}
    assert filled.doubtful == ("a1",)


def test_letters_that_a_program_lost_make_a_text_doubtful() -> None:
    assert read(text("a1", literal("gut \uf600"))).doubtful == ("a1",)


def test_fields_of_other_programs_are_told_and_their_buttons_and_signatures_left_out() -> None:
    content = form(
        text("a1", literal("x")),
        text("Text 1", literal("y")),
        b"<</FT/Ch/T(Liste)/V[(eins)(zwei)]>>",
        b"<</FT/Btn/Ff 65536/T(Drucken)>>",
        b"<</FT/Sig/T(Unterschrift)>>",
    )

    assert read_form(content).values == {"a1": "x", "Text 1": "y", "Liste": ("eins", "zwei")}


def test_a_field_that_lost_its_kind_is_known_by_what_it_carries() -> None:
    content = form(
        b"<</T(a1)/V(x)>>",
        b"<</T(a3------rot)/AS/Ja>>",
        b"<</T(a4)>>",
        b"<</T(a4)/FT/Tx/V(y)>>",
    )

    assert read_form(content).values == {"a1": "x", "a3": ("rot",), "a4": "y"}


def test_a_state_that_is_no_name_of_ours_is_told_as_it_is() -> None:
    assert read(*group("a4", button(b"_xffffffff_", b"_xffffffff_"))).values == {"a4": ("_xffffffff_",)}


def test_a_box_does_not_take_the_place_of_a_text_of_the_same_name() -> None:
    content = form(text("a3", literal("x")), b"<</FT/Btn/T(a3------rot)/AS/Ja>>")

    assert "x" in read_form(content).values.values()
