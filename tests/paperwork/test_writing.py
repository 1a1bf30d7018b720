import io
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kizdesk.paperwork import names
from kizdesk.paperwork.names import FieldName
from kizdesk.paperwork.sheet import Ask, Choice, Column, Grid, Identity, Part, Pick, names_of
from kizdesk.paperwork.writing import write_sheet
from tests.paperwork.forms import IDENTITY, OFFERINGS, guide_sheet, small_sheet
from tests.paperwork.widgets import PRINT, inner, lying_on, widgets, words

NAMES = ("Şahin", "Đorđević", "Łukasz", "Ørsted", "Őrség", "Țepeș", "Þórshöfn", "Ẽ ẞ Ǧ Ů")


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


def test_the_same_form_gives_the_same_bytes() -> None:
    assert write_sheet(small_sheet()) == write_sheet(small_sheet())


def test_two_forms_have_different_fingerprints() -> None:
    first, second = (read(write_sheet(small_sheet(replace(IDENTITY, form_id=form_id)))) for form_id in ("a", "b"))

    assert first.trailer["/ID"] != second.trailer["/ID"]


def test_every_field_of_the_sheet_is_in_the_file_once_and_in_the_order_of_reading(guide: PdfReader) -> None:
    seen = list(dict.fromkeys(widget.name for widget in widgets(guide) if not widget.hidden))

    assert seen == [name.text for entry in guide_sheet().entries() for name in names_of(entry)]


def test_all_fields_are_in_the_list_of_the_form(guide: PdfReader) -> None:
    fields = guide.get_fields() or {}

    assert set(fields) == {widget.name for widget in widgets(guide)}


def test_the_tab_key_goes_through_fields_in_the_order_they_stand_in(guide: PdfReader) -> None:
    assert {str(page["/Tabs"]) for page in guide.pages} == {"/S"}


def test_an_empty_form_carries_no_values(guide: PdfReader) -> None:
    visible = [widget for widget in widgets(guide) if not widget.hidden]

    assert not [widget.name for widget in visible if "/V" in widget.entry or "/V" in widget.group]
    assert {str(widget.entry["/AS"]) for widget in visible if widget.kind == "/Btn"} == {"/Off"}


def test_a_text_field_takes_any_length_and_lines_and_shrinks_its_letters(small: PdfReader) -> None:
    texts = [widget for widget in widgets(small) if widget.kind == "/Tx" and not widget.hidden]

    assert texts
    assert not [widget for widget in texts if "/MaxLen" in widget.entry]
    assert {widget.ways for widget in texts} == {1 << 12}
    assert {str(widget.entry["/DA"]).split()[1] for widget in texts} == {"0"}


def test_every_field_has_an_accessible_name_and_is_printed(guide: PdfReader) -> None:
    visible = [widget for widget in widgets(guide) if not widget.hidden]

    assert not [widget.name for widget in visible if not widget.tooltip]
    assert {widget.flags for widget in visible} == {PRINT}


def test_the_accessible_names_say_question_row_and_option(small: PdfReader) -> None:
    spoken = {widget.name: widget.tooltip for widget in widgets(small)}

    assert spoken["a1"] == "A.1 Wie heißt es? Ein Wort genügt."
    assert spoken["a3------rot"] == "A.3 Welche Farben?: Rot"
    assert spoken["a3------blau"] == "A.3: Blau"
    assert spoken["a5----2--wann"] == "A.5: Zeile 2, Wann"
    assert spoken["b1--angebot1"] == "Angebot 1, B.1 Titel?"


def test_each_button_says_what_it_stands_for(small: PdfReader) -> None:
    steps = [widget.tooltip for widget in widgets(small) if widget.name == "a6----rot"]

    assert steps[0] == "A.6: Rot, 1 (schlecht)"
    assert steps[-1] == "A.6: Rot, nicht beurteilbar"


def test_no_two_fields_of_a_page_have_one_accessible_name(guide: PdfReader) -> None:
    found = Counter((widget.page, widget.tooltip) for widget in widgets(guide) if not widget.hidden)

    assert not [key for key, count in found.items() if count > 1]


def test_the_states_of_buttons_are_the_ids_of_choices(small: PdfReader) -> None:
    picks = [widget.states - {"/Off"} for widget in widgets(small) if widget.name == "a4"]
    ticks = [widget.states for widget in widgets(small) if widget.name.startswith("a3--") and widget.kind == "/Btn"]

    assert [names.choice_of(state) for states in picks for state in states] == ["rot", "grün", "blau"]
    assert ticks == [{"/Off", f"/{names.TICKED}"}] * 3


def test_a_chosen_button_can_be_taken_back_in_a_browser_because_it_is_a_check_box(small: PdfReader) -> None:
    groups = [widget.group for widget in widgets(small) if widget.name == "a4"]

    assert len(groups) == 3
    assert all(str(group["/FT"]) == "/Btn" and "/Ff" not in group for group in groups)


def test_the_identity_travels_in_hidden_fields(guide: PdfReader) -> None:
    fields = guide.get_fields() or {}
    texts = {key: str(fields[names.identity_field(key)].value) for key in IDENTITY.texts()}

    assert Identity.from_texts(texts) == IDENTITY
    assert [widget.name for widget in widgets(guide) if widget.hidden] == list(map(names.identity_field, texts))


def test_the_identity_travels_in_the_properties_of_the_document(guide: PdfReader) -> None:
    properties = guide.metadata
    assert properties is not None
    texts = {key: str(properties[names.identity_property(key)]) for key in IDENTITY.texts()}

    assert Identity.from_texts(texts) == IDENTITY


def test_title_language_and_date_are_those_of_the_form(guide: PdfReader) -> None:
    catalogue, about = guide.root_object, guide.metadata
    assert about is not None

    assert str(catalogue["/Lang"]) == "de-DE"
    assert str(inner(catalogue, "/ViewerPreferences")["/DisplayDocTitle"]) == "True"
    assert about.title == "Bestandsaufnahme zur Integration – Stadt Neuss"
    assert about.creation_date_raw == "D:20261121000000Z"


def test_there_is_no_script_and_no_xfa(guide: PdfReader) -> None:
    content = write_sheet(guide_sheet())

    assert not [word for word in (b"/JavaScript", b"/JS", b"/XFA", b"/OpenAction", b"/AA ") if word in content]
    assert "/XFA" not in inner(guide.root_object, "/AcroForm")


def test_every_page_says_whose_it_is_and_which(guide: PdfReader) -> None:
    pages = [words(page) for page in guide.pages]
    line = "Projekt 3f8a5f0e6c1d4b07 · Kommune 05162024 · Vordruck expertengespraech 2026-1 · Formular f-0007"

    assert not [number for number, text in enumerate(pages) if line not in text]
    assert not [n for n, text in enumerate(pages, start=1) if f"Seite {n} von {len(pages)}" not in text]


def test_every_page_has_a_code_of_squares(guide: PdfReader) -> None:
    for page in guide.pages:
        content = page.get_contents()
        assert content is not None
        assert content.get_data().count(b" 1 re") > 200


def test_the_first_page_says_for_whom_from_whom_and_until_when(guide: PdfReader) -> None:
    text = words(guide.pages[0])

    for part in ("Stadt Neuss", "Rhein-Kreis Neuss", "Ayşe Şahin-Łukasz", "15. Januar 2027", "Vielen Dank"):
        assert part in text


def test_the_last_page_says_where_the_form_goes(guide: PdfReader) -> None:
    assert "Bitte senden Sie das Formular bis zum 15. Januar 2027 an" in words(guide.pages[-1])


def test_sections_can_be_jumped_to(guide: PdfReader) -> None:
    titles = [str(entry.title) for entry in guide.outline if not isinstance(entry, list)]
    links = [entry for entry in lying_on(guide.pages[0]) if str(entry["/Subtype"]) == "/Link"]

    assert titles[:2] == ["0  Gesprächsdaten und Datenschutz", "A  Ausgangslage der Kommune"]
    assert len(titles) == len(guide_sheet().parts) == len(links) + OFFERINGS - 1


def test_blocks_to_be_filled_in_share_a_line_of_the_contents(guide: PdfReader) -> None:
    assert "Angebot 1 bis 6" in words(guide.pages[0])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_any_latin_letters_stands_on_every_page(name: str) -> None:
    pages = read(write_sheet(small_sheet(replace(IDENTITY, municipality_name=name)))).pages

    assert not [page for page in pages if name not in words(page)]


def test_a_long_name_stands_whole_in_the_head_where_no_section_goes_on() -> None:
    name = "Stadt Şahin-Đorđević an der Łukasz und Ørsted im Kreis"
    second = read(write_sheet(small_sheet(replace(IDENTITY, municipality_name=name)))).pages[1]

    assert f"Ein Formular · {name}" in words(second)


def test_a_long_title_of_a_section_stands_whole_in_the_contents_and_the_head(guide: PdfReader) -> None:
    title = next(part.title for part in guide_sheet().parts if "Schulentwicklung" in part.title)
    pages = [words(page) for page in guide.pages]

    assert title in pages[0]
    assert f"G {title}" in " ".join(pages)


def test_letters_written_with_loose_accents_are_drawn_as_one() -> None:
    loose = replace(IDENTITY, municipality_name="S\u0327ahin")

    assert "Şahin" in words(read(write_sheet(small_sheet(loose))).pages[0])


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_name_can_be_written_and_comes_back(name: str) -> None:
    identity = replace(IDENTITY, municipality_name=name)
    fields = read(write_sheet(small_sheet(identity))).get_fields() or {}

    assert fields[names.identity_field("municipality_name")].value == name


def test_what_is_known_is_printed_and_not_put_into_fields(small: PdfReader) -> None:
    text = words(small.pages[0])

    assert "Uns bereits bekannt: Łęg Straße 5" in text


def test_a_question_stands_on_the_page_of_its_first_field(guide: PdfReader) -> None:
    page_of = {widget.name: widget.page for widget in reversed(list(widgets(guide)))}
    texts = [words(page) for page in guide.pages]

    for part in guide_sheet().parts:
        for ask in part.asks:
            first = next(names_of(ask.entries[0]))
            start = " ".join(f"{ask.number} {ask.text}".split()[:6])
            assert start in texts[page_of[first.text]]


def test_no_field_covers_another_or_leaves_the_page(guide: PdfReader) -> None:
    for number in range(len(guide.pages)):
        rects = [widget.rect for widget in widgets(guide) if widget.page == number and not widget.hidden]
        for left, low, right, high in rects:
            assert 48 <= left < right <= 547.3
            assert 90 <= low < high <= 790
        assert not [pair for pair in combinations(rects, 2) if overlap(*pair)]


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_the_head_of_a_table_is_repeated_on_the_next_page() -> None:
    rows = tuple(Choice(str(row), f"Reihe {row}") for row in range(60))
    grid = Grid(FieldName("a"), (Column("was", "Was"), Column("wann", "Wann")), rows)
    sheet = replace(small_sheet(), parts=(Part("Lang", (Ask("1", "Was wann?", (grid,)),)),))

    pages = [words(page) for page in read(write_sheet(sheet)).pages]

    assert len(pages) > 2
    assert not [text for text in pages if "Was Wann" not in text]


def test_the_options_of_one_choice_go_on_over_pages_and_stay_one_field() -> None:
    choices = tuple(
        Choice(str(number), f"Einrichtung Nummer {number} der Wohlfahrtspflege " * 2) for number in range(60)
    )
    sheet = replace(small_sheet(), parts=(Part("Lang", (Ask("1", "Welche?", (Pick(FieldName("a"), choices),)),)),))

    reader = read(write_sheet(sheet))
    buttons = [widget for widget in widgets(reader) if widget.name == "a"]

    assert len({widget.page for widget in buttons}) > 1
    assert min(widget.rect[1] for widget in buttons) > 90
    assert [names.choice_of(state) for widget in buttons for state in widget.states - {"/Off"}] == [
        choice.id for choice in choices
    ]
    assert len([name for name in reader.get_fields() or {} if name == "a"]) == 1


def test_a_long_introduction_goes_on_over_pages() -> None:
    pages = read(write_sheet(replace(small_sheet(), introduction=("Vorspann und " * 900,)))).pages

    assert sum(page.extract_text().count("Vorspann") for page in pages) == 900
    assert len(words(pages[0])) > 3_000


def test_two_fields_of_one_name_are_refused() -> None:
    sheet = small_sheet()

    with pytest.raises(ValueError, match="a1"):
        write_sheet(replace(sheet, parts=(*sheet.parts, sheet.parts[0])))
