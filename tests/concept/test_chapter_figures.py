"""Test the figures that chapters print: where they help, in numbers, and never as content of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.figures.district_map import field_picture
from kizdesk.concept.figures.heat_table import heat_table, printed_heat_table
from kizdesk.concept.figures.population_chart import population_chart
from kizdesk.concept.figures.process_line import process_line
from kizdesk.concept.figures.shares_chart import shares_chart, shares_note
from kizdesk.concept.figures.urgency import Urgency, urgency_alt
from kizdesk.concept.figures.words import wrapped
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.survey import Survey
from kizdesk.concept.tree import Document, Figure
from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.guide import Option, Question, QuestionType, Section
from kizdesk.domain.interviews import Answer, Interview, Offering, answer_id
from kizdesk.domain.people import Consultation
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import AHEIM, BESTADT, CEDORF, GUIDE, built, everything, materials

PEOPLE = Question(
    "a01", "A.1", "Wie viele Menschen?", QuestionType.TABLE, short="Bevölkerung",
    columns=tuple(Option(key, key) for key in ("merkmal", "wert", "stichtag", "quelle")),
)  # fmt: skip
ASKING = replace(GUIDE, sections=(*GUIDE.sections, Section("a", "A", "Ausgangslage", (PEOPLE,))))
SVG = "{http://www.w3.org/2000/svg}"
PLACES = {AHEIM: "Aheim", BESTADT: "Bestadt", CEDORF: "Cedorf"}
NEW = (
    "kreis/bevoelkerung/bild", "kerndaten/anteil/foreign", "kerndaten/anteil/history", "ueberblick/gespraeche/karte",
    "ueberblick/angebote/bild", "schwerpunkte/zeitleiste", "verlauf/zeitleiste",
)  # fmt: skip


def context(records: list[Record]) -> Context:
    snapshot = Snapshot.of(records)
    return Context(Facts(snapshot), materials(), Survey(snapshot, ASKING))


def without(*kinds: type[Record]) -> list[Record]:
    return [record for record in everything() if not isinstance(record, kinds)]


def peopled(counts: dict[str, int]) -> list[Record]:
    places: list[Record] = [Municipality(id=ags, name=PLACES[ags], population=n) for ags, n in counts.items()]
    return [*without(Municipality), *places]


def said(numbers: dict[str, tuple[tuple[str, str], ...]]) -> list[Record]:
    """Return the sample with what municipalities say of their people, each in an interview of its own."""
    records: list[Record] = []
    for ags, rows in numbers.items():
        talk = Interview(id=f"zahlen-{ags}", municipality_id=ags, guide_id=GUIDE.id, guide_version=GUIDE.version)
        cells = tuple((label, value, "31.12.2012", "Melderegister") for label, value in rows)
        records += [
            talk, Answer(id=answer_id(talk.id, "a01"), interview_id=talk.id, question_id="a01", rows=cells),
        ]  # fmt: skip
    places: list[Record] = [Municipality(id=ags, name=name, population=10_000) for ags, name in PLACES.items()]
    return [*without(Municipality, Interview, Answer), *places, *records]


def figures(document: Document) -> dict[str, Figure]:
    return {block.id: block for block in document.blocks if isinstance(block, Figure)}


def alt(picture: object) -> str:
    assert picture is not None
    return str(getattr(picture, "alt", ""))


def test_the_people_of_the_municipalities_stand_the_largest_first_with_their_sum() -> None:
    drawn = population_chart(context(peopled({AHEIM: 6_000, BESTADT: 30_000, CEDORF: 4_000})))
    assert "Bestadt 30.000, Aheim 6.000 und Cedorf 4.000; zusammen 40.000." in alt(drawn)


def test_the_bar_of_a_municipality_carries_its_people_and_their_share() -> None:
    drawn = population_chart(context(peopled({AHEIM: 6_000, BESTADT: 30_000, CEDORF: 4_000})))
    assert drawn is not None
    assert "30.000 (75,0 %)" in [item.text for item in etree.fromstring(drawn.svg.encode()).iter(f"{SVG}text")]


def test_without_the_people_of_one_municipality_there_is_no_chart() -> None:
    assert population_chart(context(peopled({AHEIM: 6_000, BESTADT: 0, CEDORF: 4_000}))) is None


FOREIGN = {
    AHEIM: (("Einwohnerinnen und Einwohner", "5.000"), ("davon mit ausländischer Staatsangehörigkeit", "400")),
    BESTADT: (("Nichtdeutsche", "rund 1.200"),),
    CEDORF: (("Menschen ohne deutsche Staatsangehörigkeit", "6,5 %"),),
}


def test_shares_are_those_the_municipalities_said_or_follow_from_their_numbers() -> None:
    named = "Bestadt rund 12 %, Aheim 8,0 % und Cedorf 6,5 %."
    assert alt(shares_chart(context(said(FOREIGN)), "foreign")).endswith(named)


@pytest.mark.parametrize("value", ["etwa jede fünfte Person", "15 bis 18 von hundert", "nicht bekannt", "", "12.5000"])
def test_what_is_no_number_is_no_share(value: str) -> None:
    assert shares_chart(context(said({**FOREIGN, CEDORF: (("Nichtdeutsche", value),)})), "foreign") is None


def test_a_heading_of_its_own_is_not_compared() -> None:
    own = (("davon japanische Staatsangehörige", "550"),)
    assert shares_chart(context(said({**FOREIGN, CEDORF: own})), "foreign") is None


def test_more_than_everybody_is_no_share() -> None:
    assert shares_chart(context(said({**FOREIGN, CEDORF: (("Nichtdeutsche", "90.000"),)})), "foreign") is None


def test_the_note_names_who_has_said_no_number() -> None:
    assert shares_note(context(said({AHEIM: FOREIGN[AHEIM]})), "foreign").endswith(
        "Keine vergleichbare Zahl: Bestadt und Cedorf."
    )


def test_what_most_have_not_said_is_no_chart() -> None:
    silent: list[Record] = [
        Municipality(id=f"05999{n:03d}", name=f"Ort {n}", population=5_000) for n in range(100, 104)
    ]
    assert shares_chart(context([*said(FOREIGN), *silent]), "foreign") is None


def test_the_map_of_a_field_counts_its_offerings() -> None:
    extra = [Offering(id=f"neu-{n}", title="Kurs", municipality_id=BESTADT, field_ids=("sprache",)) for n in range(2)]
    assert "Bestadt 2" in alt(field_picture(context([*everything(), *extra]), "sprache"))


def test_a_field_without_offerings_has_no_map() -> None:
    assert field_picture(context(without(Offering)), "sprache") is None


def wide(count: int) -> list[Record]:
    places: list[Record] = [Municipality(id=f"05999{n:03d}", name=f"Ort mit Namen {n}") for n in range(count)]
    fields: list[Record] = [FieldOfAction(id=f"f{n}", title=f"Feld {n}", strand=Strand.EDUCATION) for n in range(4)]
    offers: list[Record] = [
        Offering(id=f"o{n}-{k}", title="Kurs", municipality_id=f"05999{n:03d}", field_ids=(f"f{k}",))
        for n in range(count)
        for k in range(4)
    ]
    return [*places, *fields, *offers]


def test_the_words_for_a_large_heat_table_are_its_sums() -> None:
    told = alt(heat_table(context(wide(30))))
    assert "„Feld 1“: 30 in 30 Kommunen." in told
    assert len(told) < 1_000


def test_a_heat_table_that_is_too_wide_to_read_is_not_printed() -> None:
    assert printed_heat_table(context(wide(30))) is not None
    assert printed_heat_table(context(wide(40))) is None


def test_the_words_for_many_bars_sum_up_the_last_ones() -> None:
    items = [Urgency(f"f{n}", f"Ein Feld der Nummer {n}", Strand.EDUCATION, (2, 4), 0) for n in range(40)]
    told = urgency_alt(context(everything()), items)
    assert "weitere Felder mit Mitteln von 3,0 bis 3,0" in told
    assert len(told) < 1_100


def test_on_paper_the_time_line_knows_no_present_day() -> None:
    drawn = process_line(context(everything()), None)
    assert drawn is not None
    assert "heute" not in drawn.svg


def test_what_is_drawn_beside_the_data_does_not_count_as_content() -> None:
    steps = [Consultation(id=f"s{n}", title="Schritt", held_on=date(2013, n, 1), outcome="Ja") for n in (1, 2, 3)]
    document = built([*everything(), *steps])
    found = figures(document)
    assert {"verlauf/zeitleiste", "ueberblick/angebote/bild"} <= found.keys()
    bare = replace(document, blocks=tuple(block for block in document.blocks if block.id not in NEW))
    assert fingerprint(bare) == fingerprint(document)


def test_a_word_that_is_too_long_for_a_line_is_broken_between_syllables() -> None:
    lines = wrapped("Teilhabe und Migrantenselbstorganisationen", 150, 17, 4)
    assert lines == ["Teilhabe und", "Migrantenselbstor-", "ganisationen"]


def test_a_word_without_a_place_to_break_is_cut() -> None:
    assert wrapped("x" * 300, 100, 17, 2)[0].endswith("…")


def test_no_type_of_a_printed_figure_is_smaller_than_seven_points() -> None:
    steps = [Consultation(id=f"s{n}", title="Schritt", held_on=date(2013, n, 1), outcome="Ja") for n in (1, 2, 3)]
    for block in figures(built([*everything(), *steps])).values():
        root = etree.fromstring(block.svg.encode())
        point = block.width_mm / float(root.attrib["width"]) * 72 / 25.4
        assert min(float(item.attrib["font-size"]) for item in root.iter(f"{SVG}text")) * point >= 7
