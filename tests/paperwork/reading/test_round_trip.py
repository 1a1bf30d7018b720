"""What people type comes back exactly, whatever it is and however it was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kizdesk.paperwork import names
from kizdesk.paperwork.names import FieldName
from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.sheet import Ask, Choice, Column, Entry, Grid, Line, Part, Pick, Rating, Sheet, Ticks
from kizdesk.paperwork.writing import write_sheet
from tests.paperwork.forms import ASIDE, IDENTITY, STEPS
from tests.paperwork.reading.build import FIRST, Revision, form, literal, stream, text

LONGEST = 4_000
FIELDS = 50
LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x250))))
SPECIAL = "€„“”‚‘’–—…‰™•ẞ😀🇩🇪👩\u200d👧ŞşĐđŁłØøŐő\\()<>[]{}%#/\t\n\r\n\r"
ANY = st.characters(exclude_categories=("Cs", "Cc", "Co"), exclude_characters="\ufffd")
SHORT = st.one_of(st.text(LATIN + SPECIAL * 8, max_size=80), st.text(ANY, max_size=20))
LONG = st.tuples(st.text(LATIN + SPECIAL, min_size=1, max_size=20), st.integers(1, LONGEST)).map(
    lambda parts: (parts[0] * LONGEST)[: parts[1]]
)
BLANK = st.text(" \n\t", max_size=3)
TYPED = st.tuples(BLANK, st.one_of(*[SHORT] * 7, LONG), BLANK).map("".join)
IDS = st.text(min_size=1, max_size=12)
ENCODINGS = ("utf-16-be", "utf-16-le", "utf-8", "stream", "hex")


def written(typed: str, encoding: str) -> bytes:
    """Return a text as a program writes it; a stream is returned as its bytes."""
    match encoding:
        case "utf-16-le":
            return literal("\ufeff" + typed, "utf-16-le")
        case "utf-8":
            return literal("\ufeff" + typed, "utf-8")
        case "hex":
            return b"<feff" + typed.encode("utf-16-be").hex().encode() + b">"
        case _:
            return literal(typed)


def meant(typed: str) -> str:
    return re.sub("\r\n?", "\n", typed)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TYPED, st.sampled_from(ENCODINGS)), min_size=FIELDS, max_size=FIELDS))
def test_ten_thousand_texts_come_back_exactly(answers: Sequence[tuple[str, str]]) -> None:
    objects, streams = [], []
    for number, (typed, encoding) in enumerate(answers):
        value = written(typed, encoding)
        if encoding == "stream":
            streams.append(stream(b"\xfe\xff" + typed.encode("utf-16-be")))
            value = b"%d 0 R" % (FIRST + FIELDS + len(streams) - 1)
        objects.append(text(f"a{number}", value))

    filled = read_form(form(*objects, *streams, fields=range(FIRST, FIRST + FIELDS)))

    assert filled.values == {f"a{number}": meant(typed) for number, (typed, _) in enumerate(answers)}
    assert filled.doubtful == ()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_every_kind_of_entry_comes_back_exactly(data: st.DataObject) -> None:
    ids = data.draw(st.lists(IDS, min_size=2, max_size=4, unique=True))
    choices = tuple(Choice(choice_id, "Wort") for choice_id in ids)
    columns = tuple(Column(choice.id, "Wort") for choice in choices)
    line, ticks, pick = (FieldName(f"f{number}", data.draw(IDS)) for number in range(3))
    grid, rating = FieldName("f3", data.draw(IDS)), FieldName("f4")
    entries: tuple[Entry, ...] = (
        Line(line),
        Ticks(ticks, choices),
        Pick(pick, choices),
        Grid(grid, columns, choices),
        Rating(rating, choices, STEPS, aside=ASIDE),
    )
    answers = tuple(Ask(str(number), "Frage?", (entry,)) for number, entry in enumerate(entries))
    revision = Revision(write_sheet(Sheet(IDENTITY, "Formular", (Part("Teil", answers),))))
    typed, cell = data.draw(TYPED), data.draw(TYPED)
    ticked = data.draw(st.sets(st.sampled_from(ids)))
    chosen, item, step = (data.draw(st.sampled_from(found)) for found in (ids, ids, [*"12345", "n"]))

    revision.write(line.text, literal(typed))
    revision.write(grid.at_row(ids[0]).at_column(ids[-1]).text, literal(cell))
    for choice_id in ticked:
        revision.tick(ticks.at_column(choice_id).text)
    revision.choose(pick.text, names.state_of(chosen))
    revision.choose(rating.at_row(item).text, names.state_of(step))
    filled = read_form(revision.saved())

    assert filled.values[line.text] == meant(typed)
    assert filled.values[grid.at_row(ids[0]).at_column(ids[-1]).text] == meant(cell)
    assert filled.values[ticks.text] == tuple(choice_id for choice_id in ids if choice_id in ticked)
    assert filled.values[pick.text] == (chosen,)
    assert filled.values[rating.at_row(item).text] == (step,)
    assert sum(map(bool, filled.values.values())) == sum(map(bool, (typed, cell, ticked))) + 2
    assert filled.doubtful == ()
