import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from kizdesk.paperwork.names import FieldName
from kizdesk.paperwork.sheet import Ask, Choice, Column, Entry, Line, Part, Pick, Rating, Ticks
from kizdesk.paperwork.writing import kinds, look, tables, write_sheet
from tests.paperwork.forms import ASIDE, STEPS, small_sheet
from tests.paperwork.widgets import Widget, widgets, words

LONG = "Eine Möglichkeit mit einer Beschriftung, die länger ist als andere"


def written(*entries: Entry, known: tuple[str, ...] = ()) -> PdfReader:
    """Return a form that asks one thing."""
    part = Part("Teil", (Ask("A.1", "Frage?", entries, known=known),), letter="A")
    return PdfReader(io.BytesIO(write_sheet(replace(small_sheet(), parts=(part,)))))


def fields(reader: PdfReader) -> list[Widget]:
    return [widget for widget in widgets(reader) if not widget.hidden]


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(str(index), label) for index, label in enumerate(labels))


def left(widget: Widget) -> float:
    return widget.rect[0]


def low(widget: Widget) -> float:
    return widget.rect[1]


def test_columns_have_their_shares_but_at_least_their_longest_word() -> None:
    columns = (Column("a", "Jahr", 1), Column("b", "Vollzeitäquivalente", 1), Column("c", "Titel", 6))

    narrow, word, wide = tables._widths(columns, 300)

    assert narrow + word + wide == pytest.approx(300)
    assert word > kinds.HEAD.width("Vollzeitäquivalente")
    assert wide > 4 * narrow


def test_where_all_columns_are_too_many_the_widest_give_way_and_short_words_stay_whole() -> None:
    labels = ("Organisationseinheiten", "Jahr", "Vollzeitäquivalente", "Zuwendungsbescheide", "Zuwendungsempfänger")
    widths = tables._widths([Column(label, label) for label in labels], 300)

    assert sum(widths) == pytest.approx(300)
    assert widths[1] > kinds.HEAD.width("Jahr") + 2 * look.PADDING


def test_text_fields_stand_side_by_side_where_their_shares_fit() -> None:
    first, second, third = fields(
        written(
            Line(FieldName("a"), "Name", share=8),
            Line(FieldName("b"), "Jahr", share=4),
            Line(FieldName("c"), "Ort", share=6),
        )
    )

    assert low(first) == low(second) > low(third)
    assert left(first) == left(third) < left(second)


def test_a_field_of_more_lines_is_taller() -> None:
    one, six = fields(written(Line(FieldName("a")), Line(FieldName("b"), lines=6)))

    assert six.rect[3] - six.rect[1] > 4 * (one.rect[3] - one.rect[1]) - 10


def test_short_options_stand_in_one_row_close_to_their_labels() -> None:
    boxes = fields(written(Ticks(FieldName("a"), choices("Ja", "Nein", "Teilweise"))))

    assert len({low(box) for box in boxes}) == 1
    assert left(boxes[1]) - left(boxes[0]) < 80


def test_many_options_of_which_some_are_long_stand_in_two_columns() -> None:
    labels = [f"Eine Möglichkeit mit Beschriftung {index}" for index in range(8)]
    boxes = fields(written(Ticks(FieldName("a"), choices(*labels, LONG))))

    assert len({left(box) for box in boxes}) == 2


@pytest.mark.parametrize("count", [4, 10])
def test_options_that_are_all_long_stand_below_one_another(count: int) -> None:
    buttons = fields(written(Pick(FieldName("a"), choices(*[LONG] * count), label="Bitte nur eine")))

    assert len({left(button) for button in buttons}) == 1


@pytest.mark.parametrize("ends", [("wenig", "viel"), ("", "")])
def test_a_scale_stands_in_one_line(ends: tuple[str, str]) -> None:
    scale = Rating(FieldName("a"), (Choice("", ""),), STEPS, ends, ASIDE)
    buttons = fields(written(scale))

    assert len(buttons) == 6
    assert len({low(button) for button in buttons}) == 1
    assert {button.name for button in buttons} == {"a"}


def test_a_scale_with_long_words_becomes_a_table() -> None:
    ends = ("trifft überhaupt nicht oder nur ausnahmsweise zu", "trifft in jedem Fall und uneingeschränkt zu")
    reader = written(Rating(FieldName("a"), (Choice("", ""),), STEPS, ends))

    assert "1 = trifft überhaupt nicht" in words(reader.pages[0])
    assert len(fields(reader)) == 5


def test_a_question_without_fields_is_printed() -> None:
    assert "A.1 Frage?" in words(written().pages[0])


def test_what_is_known_may_be_longer_than_a_page() -> None:
    known = tuple(f"Angabe Nummer {index}" for index in range(120))
    reader = written(Line(FieldName("a")), known=known)
    text = " ".join(words(page) for page in reader.pages)

    assert not [line for line in known if line not in text]
    assert len(reader.pages) > 2


@pytest.mark.parametrize(("together", "page"), [(False, 0), (True, 1)])
def test_a_long_question_stays_on_one_page_if_it_says_so(*, together: bool, page: int) -> None:
    first = Ask("A.1", "Frage?", (Line(FieldName("a"), lines=10),))
    known = tuple(f"Angabe {index}" for index in range(8))
    second = Ask(
        "A.2", "Und?", (Pick(FieldName("b"), choices("Ja", "Nein")), Line(FieldName("c"), lines=12)), known=known
    )
    part = Part("Teil", (first, replace(second, keep_together=together)))
    reader = PdfReader(io.BytesIO(write_sheet(replace(small_sheet(), parts=(part,), introduction=()))))
    assert [index for index, found in enumerate(reader.pages) if "A.2 Und?" in words(found)] == [page]
