"""Keep places in print from one preview to the next, and know what each block was made of."""

from __future__ import annotations

import pytest

from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.preview import Preview, Source, Spot, origins, preview_content
from kizdesk.writers.print import BlockPlace, Printed

NAMES: dict[str, tuple[Source, ...]] = {
    "kapitel/a": (("chapter_text", "a"),),
    "a/text#1": (("chapter_text", "text-a"),),
    "a/tabelle": (("goal", "z1"), ("measure", "m1")),
    "a/satz": (),
    "a/massnahme": (("measure", "m1"),),
}


def preview(*places: tuple[str, int, float], marks: dict[str, int] | None = None) -> Preview:
    """Return a preview with blocks at pages and heights."""
    printed = Printed(b"", tuple(BlockPlace(*place) for place in places))
    return Preview(printed, NAMES, marks or {})


BEFORE = preview(("kapitel/a", 3, 100), ("a/text#1", 3, 150), ("a/tabelle", 3, 300), ("a/satz", 5, 80))


def test_a_place_keeps_its_distance_from_the_block_above_it() -> None:
    after = preview(("kapitel/a", 4, 50), ("a/text#1", 4, 90))
    assert after.kept(Spot(3, 160), BEFORE) == Spot(4, 100)


def test_a_place_on_a_later_page_of_a_long_block_keeps_its_page_in_it() -> None:
    after = preview(("a/tabelle", 7, 30), ("a/satz", 9, 80))
    assert after.kept(Spot(4, 200), BEFORE) == Spot(8, 200)


def test_where_a_block_is_gone_the_one_before_it_is_shown() -> None:
    after = preview(("kapitel/a", 6, 40), ("a/satz", 7, 10))
    assert after.kept(Spot(3, 160), BEFORE) == Spot(6, 40)


def test_on_cover_and_contents_the_page_stays() -> None:
    assert preview(("kapitel/a", 9, 9)).kept(Spot(2, 33), BEFORE) == Spot(2, 33)


def test_a_block_without_sources_leads_where_the_one_before_it_leads() -> None:
    assert BEFORE.sources_at(Spot(5, 90)) == NAMES["a/tabelle"]
    assert BEFORE.sources_at(Spot(1, 90)) == ()


def test_a_record_is_shown_where_nothing_else_is_told() -> None:
    shown = preview(("a/tabelle", 3, 300), ("a/massnahme", 8, 10))
    assert shown.spot_of_record(("measure", "m1")) == Spot(8, 10)
    assert shown.spot_of_record(("goal", "z1")) == Spot(3, 300)
    assert shown.spot_of_record(("goal", "fehlt")) is None


@pytest.mark.parametrize(("mark", "found"), [(2, Spot(3, 150)), (1, None)])
def test_only_a_block_that_differs_was_changed(mark: int, found: Spot | None) -> None:
    older = preview(("a/text#1", 3, 150), marks={"a/text#1": 1})
    newer = preview(("a/text#1", 3, 150), marks={"a/text#1": mark})
    assert newer.changed([("chapter_text", "text-a")], older) == found


def test_the_blocks_of_a_project_lead_to_records_that_are_there(project: OpenProject) -> None:
    write_chapter(project, "vorwort", "Ein Satz.")
    content = preview_content(project)
    headings = [block for block in content.sources if block.startswith("kapitel/") and block.count("/") == 1]
    assert headings
    for block in (*headings, "kapitel/vorwort"):
        assert [origin.target.kind for origin in origins(project, content.sources[block])] == ["chapter_text"]


def test_what_is_gone_leads_nowhere(project: OpenProject) -> None:
    assert origins(project, [("measure", "fehlt")]) == ()
