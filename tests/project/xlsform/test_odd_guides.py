"""Whatever staff write into a guide, pyxform takes its form, and every text stands in it."""

from __future__ import annotations

from datetime import UTC, datetime
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from kizdesk.domain.guide import Condition, Guide, Option, OptionSource, Question, QuestionType, Repeat, Section
from kizdesk.domain.texts import clean
from kizdesk.project.xlsform.export import sheets_of
from kizdesk.project.xlsform.form import form_of
from kizdesk.project.xlsform.wording import shown
from kizdesk.writers.workbook import write_workbook
from tests.project.xlsform.sample import SOURCES

ODD = "${a01} =1+1 <b>&amp; ]]> *_#[]()\\ \"'„“ ŞşŁłØ😀\n\t\x00\u2028\ufffe"
TEXTS = st.one_of(st.text(ODD, max_size=30), st.text(max_size=30), st.sampled_from(["", " ", "=1", "${x", "_x0041_"]))
IDS = st.one_of(
    st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
    st.sampled_from(["data", "meta", "ja_nein", "kommunen", "A", "a", "a_b", "1", "ä ö", "it's", "Größe", "名前"]),
    st.text(min_size=1, max_size=8),
)
CHOICES = (QuestionType.SINGLE, QuestionType.MULTIPLE)
RATED = (QuestionType.SCALE, QuestionType.SCALE_MATRIX)
PLAIN = str.maketrans("“”‘’\xa0", "\"\"'' ")
"""Quotation marks that pyxform makes straight, and the blank that it makes a common one."""
NOW = datetime(2026, 1, 5, tzinfo=UTC)


def options(least: int) -> st.SearchStrategy[tuple[Option, ...]]:
    """Draw options whose ids differ."""
    listed = st.lists(st.builds(Option, IDS, TEXTS), min_size=least, max_size=4, unique_by=lambda option: option.id)
    return listed.map(tuple)


@st.composite
def questions(draw: st.DrawFn, question_id: str, earlier: list[Question]) -> Question:
    """Draw a question that may depend on an earlier one."""
    kind = draw(st.sampled_from(QuestionType))
    source = draw(st.sampled_from(OptionSource)) if kind in CHOICES else OptionSource.OWN
    several = kind is QuestionType.MULTIPLE
    return Question(
        id=question_id,
        number=draw(TEXTS),
        text=draw(TEXTS),
        type=kind,
        hint=draw(TEXTS),
        required=draw(st.booleans()),
        options=draw(options(1)) if kind in CHOICES and source is OptionSource.OWN else (),
        option_source=source,
        columns=draw(options(1)) if kind is QuestionType.TABLE else (),
        rows=tuple(draw(st.lists(TEXTS, max_size=2))) if kind is QuestionType.TABLE else (),
        items=draw(options(1)) if kind is QuestionType.SCALE_MATRIX else (),
        scale=("schlecht", draw(TEXTS)) if kind in RATED else ("", ""),
        min_choices=draw(st.integers(0, 2)) if several else 0,
        max_choices=draw(st.sampled_from([0, 2, 9])) if several else 0,
        free_text=draw(st.booleans()),
        not_rated=draw(st.booleans()),
        condition=draw(conditions(earlier)),
        retired=draw(st.sampled_from([False, False, False, True])),
    )


def conditions(earlier: list[Question]) -> st.SearchStrategy[Condition | None]:
    """Draw a condition on one of the earlier questions, or none."""
    if not earlier:
        return st.none()
    wanted = st.lists(st.sampled_from(["ja", "1", "a", "it's", "05162004"]), max_size=2).map(tuple)
    made = st.builds(Condition, st.sampled_from([asked.id for asked in earlier]), wanted, st.booleans())
    return st.one_of(st.none(), made)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    """Draw a guide of some sections with at least one question that is asked."""
    ids = draw(st.lists(IDS, min_size=1, max_size=7, unique=True))
    earlier: list[Question] = []
    for question_id in ids:
        earlier.append(draw(questions(question_id, earlier)))
    earlier.append(Question("zuletzt", "Z", "Zuletzt?", QuestionType.TEXT))
    cut = draw(st.integers(0, len(earlier)))
    repeats = draw(st.tuples(st.sampled_from(Repeat), st.sampled_from(Repeat)))
    parts = (tuple(earlier[:cut]), tuple(earlier[cut:]))
    names = draw(st.lists(IDS, min_size=2, max_size=2, unique=True))
    sections = tuple(
        Section(name, draw(TEXTS), draw(TEXTS), part, hint=draw(TEXTS), repeat=repeat)
        for name, part, repeat in zip(names, parts, repeats, strict=True)
    )
    return Guide(draw(IDS), "2026-1", draw(TEXTS), "", sections)


@settings(max_examples=60, deadline=None)
@given(guides())
def test_pyxform_takes_the_form_of_any_guide_without_a_warning(guide: Guide) -> None:
    data = write_workbook(sheets_of(form_of(guide, SOURCES)), title=guide.title, created=NOW)

    assert convert(data).warnings == []


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_letter_of_a_text_stands_in_the_form(text: str, hint: str) -> None:
    asked = Question("a01", "1", text, QuestionType.TEXT, hint=hint)
    made = form_of(Guide("probe", "2026-1", "Probe", "", (Section("a", "A", "Teil", (asked,)),)), SOURCES)
    told = unescape(convert(write_workbook(sheets_of(made), title="", created=NOW)).xform)

    for part, label in ((text, f"1 {text}"), (hint, hint)):
        wanted = shown(label, "").translate(PLAIN)
        assert not clean(part).strip() or wanted in told
