"""Test the shape of every document, whatever the project holds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kizdesk.concept.tree import BlockKind, Document, Heading, Table
from kizdesk.domain.places import District, Project
from tests.concept.sample import block, blocks_of, built, everything, said, version

BASE = [record for record in everything() if isinstance(record, Project | District)]
REST = [*(record for record in everything() if not isinstance(record, Project | District)), version()]


def faults(document: Document) -> list[str]:
    """Return what is wrong with the shape of a document."""
    found: list[str] = []
    ids = [item.id for item in document.blocks]
    if len(ids) != len(set(ids)):
        found.append("two blocks have the same id")
    level = 0
    for item, following in zip(document.blocks, [*document.blocks[1:], None], strict=True):
        if isinstance(item, Heading):
            if item.level > level + 1:
                found.append(f"gap before {item.id}")
            level = item.level
            if following is None or (isinstance(following, Heading) and following.level <= item.level):
                found.append(f"nothing follows {item.id}")
            if not item.text.strip():
                found.append(f"no words in {item.id}")
        if isinstance(item, Table):
            rows = [row.id for row in item.rows]
            if not rows or len(rows) != len(set(rows)):
                found.append(f"rows of {item.id}")
            if any(len(row.cells) != len(item.columns) for row in item.rows):
                found.append(f"cells of {item.id}")
    return found


def test_the_whole_sample_is_sound() -> None:
    assert not faults(built())


def test_an_empty_project_is_sound() -> None:
    assert not faults(built([]))


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(range(len(REST)))))
def test_any_part_of_a_project_is_sound(chosen: set[int]) -> None:
    assert not faults(built([*BASE, *(REST[index] for index in sorted(chosen))]))


def test_no_raw_id_is_printed() -> None:
    words = said(built())
    assert not [raw for raw in ("gespraech-a", "angebot-a", "m-1", "beleg-1", "05999", "zeit-1") if raw in words]


def test_prose_stands_before_what_is_generated() -> None:
    ids = [item.id for item in blocks_of(built(), "handlungsfelder")]
    assert ids[:3] == ["kapitel/handlungsfelder", "kapitel/handlungsfelder/text-2#1", "handlungsfelder/prioritaeten"]


def test_a_title_of_ones_own_replaces_that_of_the_outline() -> None:
    heading = block(built(), "kapitel/handlungsfelder")
    assert isinstance(heading, Heading)
    assert heading.text == "Was wir tun"


def test_a_chapter_with_nothing_but_blanks_leaves_no_heading() -> None:
    assert not blocks_of(built(), "begriffe")


def test_annexes_are_lettered_without_a_gap() -> None:
    headings = [item.text for item in built().blocks if isinstance(item, Heading) and item.text.startswith("Anlage")]
    assert headings == [
        "Anlage A: Maßnahmenübersicht",
        "Anlage B: Verzeichnis der Angebote",
        "Anlage C: Beteiligte",
        "Anlage D: Quellen",
    ]


def test_process_votes_and_sources_are_record_and_all_else_is_content() -> None:
    document = built()
    record = {"beteiligung", "anlage_beteiligte", "anlage_quellen"}
    kinds = {key: {item.kind for item in blocks_of(document, key)} for key in (*record, "handlungsfelder", "zentrum")}
    assert all(kinds[key] == {BlockKind.RECORD} for key in record)
    assert kinds["handlungsfelder"] == kinds["zentrum"] == {BlockKind.CONTENT}


def test_the_comparison_and_the_overview_of_measures_stand_in_landscape() -> None:
    document = built()
    chosen = [*blocks_of(document, "synopse"), *blocks_of(document, "anlage_massnahmen")]
    assert chosen
    assert all(item.landscape for item in chosen)


def test_every_table_row_of_facts_names_its_source() -> None:
    document = built()
    tables = [
        item for item in document.blocks if isinstance(item, Table) and item.id.startswith(("kerndaten", "synopse"))
    ]
    assert tables
    assert all(row.sources for table in tables for row in table.rows if row.municipalities and row.cells[1] != "–")
