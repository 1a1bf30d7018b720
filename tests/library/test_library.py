"""Check the door to all data, and that a broken copy of the data is found."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kizdesk.concept.outline import Outline
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.fields import FieldStatus, Strand
from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir

FIELDS = [
    "fruehe_bildung",
    "schule",
    "uebergang",
    "eltern",
    "sprache",
    "oeffnung",
    "arbeit",
    "wohnen",
    "gesundheit",
    "senioren",
    "teilhabe",
    "sport_kultur",
    "neuzuwanderung",
    "antidiskriminierung",
    "einbuergerung",
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the resources that a test may break."""
    target = tmp_path / "resources"
    shutil.copytree(resources_dir(), target, ignore=shutil.ignore_patterns("fonts"))
    return target


def test_nothing_is_wrong_with_the_data(library: Library) -> None:
    assert library.check_all() == []


def test_the_catalogue_has_fifteen_fields_in_two_strands(library: Library) -> None:
    fields = library.catalogue_fields()
    assert [field.id for field in fields] == FIELDS
    assert [field.strand for field in fields] == [Strand.EDUCATION] * 5 + [Strand.CROSS_CUTTING] * 10
    assert all(field.status is FieldStatus.PROPOSED and field.description for field in fields)


def test_indicators_have_unique_ids(library: Library) -> None:
    indicators = library.indicators()
    assert len({indicator.id for indicator in indicators}) == len(indicators) == 45


def test_the_example_has_records_with_unique_ids(library: Library) -> None:
    records = [(type(record), record.id) for record in library.example()]
    assert len(records) == len(set(records)) > 0


def test_the_example_comes_in_the_same_order_every_time(library: Library) -> None:
    assert library.example() == library.example()


def test_the_word_template_is_a_word_file(library: Library) -> None:
    assert library.word_template().startswith(b"PK")


def test_other_files_are_read_by_their_name(library: Library) -> None:
    assert "chapters" in library.toml("concept/outline.toml")


def test_a_missing_file_asks_to_install_again(tmp_path: Path) -> None:
    empty = Library(tmp_path, tmp_path)
    for ask in (empty.districts, empty.rules, empty.word_template, lambda: empty.shapes(["05162004"])):
        with pytest.raises(EnvironmentFault, match="Bitte installieren Sie kizdesk neu"):
            ask()


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("catalogue/kreise_nrw.csv", lambda text: text.replace("05162;", "05163;"), "nicht dieselben Kreise"),
        (
            "catalogue/kreise_nrw.csv",
            lambda text: text.replace(";Kreis;", ";Land;", 1),
            "„Land“ ist hier nicht möglich",
        ),
        ("map/gemeinden_nrw.geojson", lambda text: text.replace("05162004", "99999999"), "Rhein-Kreis Neuss: Auf der"),
        ("map/gemeinden_nrw.geojson", lambda text: text[:-10], "ist nicht als GeoJSON lesbar"),
        ("map/gemeinden_nrw.geojson", lambda _: "[]", "keine Umrisse"),
        ("rules.toml", lambda text: text.replace("[cost_missing]", "[cost_gone]"), "„cost_missing“ ist nicht bekannt"),
        ("indicators.csv", lambda text: text.replace("D02;", "D01;"), "Die Kennung D01 steht schon in Zeile 2."),
        ("fields.toml", lambda text: text.replace('"schule"', '"eltern"'), "Die Kennung „eltern“ ist schon vergeben."),
        (
            "texts/40-ziele.toml",
            lambda text: text.replace('chapter = "leitlinien"', 'chapter = "handlungsfelder"'),
            "Für das Kapitel „handlungsfelder“ passen mehrere gleich gut",
        ),
    ],
)
def test_data_that_does_not_fit_together_is_found(
    copy: Path, name: str, change: Callable[[str], str], told: str
) -> None:
    path = copy / name
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    findings = Library(copy, forms_dir()).check_all()
    assert [finding for finding in findings if told in finding]


def test_a_fault_in_the_example_is_named_with_file_line_and_entry(tmp_path: Path) -> None:
    path = tmp_path / "resources/example/teil/20-personen.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[[person]]\nid = "p1"\n\n[[person]]\nid = "p2"\nfarbe = "rot"\n', encoding="utf-8")
    with pytest.raises(UserError) as caught:
        Library(tmp_path / "resources", forms_dir()).example()
    assert str(caught.value) == (
        "resources/example/teil/20-personen.toml, Zeile 4, Eintrag „p2“: das Feld „farbe“ ist hier nicht bekannt."
    )


def test_an_id_used_in_two_files_of_the_example_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        path = tmp_path / f"resources/example/{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('[[person]]\nid = "p1"\n', encoding="utf-8")
    with pytest.raises(UserError, match=r"b\.toml, Zeile 2, Eintrag „p1“: Die Kennung „p1“ ist schon vergeben"):
        Library(tmp_path / "resources", forms_dir()).example()


def test_a_profile_prints_what_a_question_depends_on_before_its_answer(library: Library) -> None:
    outline = Outline.of(library.toml("concept/outline.toml"))
    printed = [*outline.facts, *(question for group in outline.profile for question in group.questions)]
    guide = library.latest_guide()
    for position, name in enumerate(printed):
        condition = guide.question(name).condition
        assert condition is None or condition.question_id in printed[:position]
