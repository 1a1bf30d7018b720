"""Have documents printed by the other process."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kizdesk.children.asked import Asked, GoneError
from kizdesk.concept.tree import Heading, Paragraph, Run
from kizdesk.writers.press.press import ages
from kizdesk.writers.print import Printed, PrintLane, sheets
from kizdesk.writers.print.lane import Unprintable
from tests.writers.sample import CREATED, document, rich


@pytest.fixture(scope="module")
def lane() -> Iterator[PrintLane]:
    """Return a way to the process."""
    with PrintLane() as opened:
        yield opened


def test_the_other_process_gives_the_pdf_and_the_place_of_each_block(lane: PrintLane) -> None:
    printed = lane.request(sheets(rich()), printed=CREATED)

    assert printed.pdf.startswith(b"%PDF-1.7")
    assert printed.pages
    assert [place.block_id for place in printed.places] == [block.id for block in rich().blocks]


def test_a_place_on_a_page_leads_to_its_block_and_back(lane: PrintLane) -> None:
    printed = lane.request(sheets(rich()), printed=CREATED)

    place = printed.place_of("anlass/gesetz")

    assert place is not None
    assert printed.block_at(place.page, place.top + 5) == "anlass/gesetz"
    assert printed.block_at(1, 400) == ""
    assert printed.place_of("gibt es nicht") is None


def test_what_changed_is_seen_in_the_next_print(lane: PrintLane) -> None:
    first, second = (
        lane.request(sheets(document(Heading(id="h", level=1, text=text))), printed=CREATED) for text in "AB"
    )

    assert first.pdf != second.pdf


def test_whoever_wants_it_no_more_breaks_off_and_the_next_one_is_served(lane: PrintLane) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lane.request(sheets(rich()), beat=stop, printed=CREATED)

    small = document(Heading(id="h", level=1, text="Kapitel"), Paragraph(id="p", runs=(Run("Satz"),)))
    assert [place.block_id for place in lane.request(sheets(small), printed=CREATED).places] == ["h", "p"]


def test_a_process_that_holds_too_much_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kizdesk.writers.print.lane._GROWTH", 0.5)
    with PrintLane(most_held=1) as lane:
        pdfs = [lane.request(sheets(rich()), printed=CREATED).pdf for _ in range(3)]

    assert len(set(pdfs)) == 1


def test_a_document_that_needs_much_by_itself_keeps_its_process() -> None:
    with PrintLane(most_held=1) as lane:
        lane.request(sheets(rich()), printed=CREATED)
        lane.request(sheets(rich()), printed=CREATED)
        held = lane.held
        lane.request(sheets(rich()), printed=CREATED)

        assert held > 1
        assert lane.held > 0


def test_a_large_document_gets_a_process_that_may_hold_as_much_and_has_room_to_grow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[object] = []
    begin = Asked.begin

    def noted(asked: Asked, limits: object = None) -> None:
        begun.extend([limits] if limits else [])
        begin(asked, limits)

    monkeypatch.setattr(Asked, "begin", noted)
    small, large = sheets(document()), sheets(rich())
    larger = replace(large, files={**large.files, "note.txt": b"more"})
    per_byte = 4_000_000_000 // sum(map(len, large.files.values()))
    monkeypatch.setattr("kizdesk.writers.print.lane._MOST_PER_BYTE", per_byte)
    monkeypatch.setattr("kizdesk.writers.print.lane._MOST", per_byte * sum(map(len, small.files.values())))
    with PrintLane() as lane:
        for made in (small, large, larger, small):
            lane.request(made, printed=CREATED)

    assert begun == [{"memory": pytest.approx(5_000_000_000, rel=0.01)}]


def test_what_holds_little_keeps_all_and_what_holds_much_ages() -> None:
    assert [ages(held << 20) for held in (0, 100, 480, 490, 540, 2000)] == [8, 0, 0, 1, 4, 8]


def test_what_cannot_be_printed_is_a_bug_with_its_reason(lane: PrintLane) -> None:
    made = sheets(rich())
    broken = replace(made, files={**made.files, "main.typ": b"#panic(1)"})

    with pytest.raises(Unprintable, match="panic"):
        lane.request(broken, printed=CREATED)


def test_an_error_that_ends_the_process_twice_is_a_bug_and_no_lack_of_memory(
    lane: PrintLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise GoneError(is_bug=True)

    monkeypatch.setattr("kizdesk.children.asked.Asked.ask", gone)

    with pytest.raises(Unprintable, match="ended"):
        lane.request(sheets(rich()), printed=CREATED)


def test_a_print_that_nobody_looks_at_takes_little_room_and_stays_the_same() -> None:
    printed = Printed(b"/Type/Pages/Count 3" + bytes(10_000), ())
    before = printed.pdf
    printed.pack()
    printed.pack()

    assert printed.pdf == before
    assert printed.pages == 3
    assert len(printed._held[0]) < 100
