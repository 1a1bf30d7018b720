import pytest

from kizdesk.paperwork.writing import look
from kizdesk.paperwork.writing.flow import Bond, Page, Strip, bound, height_of, paginate, spaced
from kizdesk.paperwork.writing.paper import Paper

THIRD = look.FRAME / 3


def nothing(_paper: Paper, _top: float) -> None:
    """Draw nothing."""


def strip(height: float = THIRD, bond: Bond = Bond.NONE, *, gap: float = 0.0, anchor: str = "") -> Strip:
    return Strip(height, nothing, gap=gap, bond=bond, anchor=anchor)


def counts(pages: list[Page]) -> list[int]:
    return [len(page.strips) for page in pages]


def test_strips_fill_a_page_before_the_next_begins() -> None:
    assert counts(paginate([strip()] * 7)) == [3, 3, 1]


@pytest.mark.parametrize("bond", [Bond.BLOCK, Bond.ASK, Bond.FIRM])
def test_what_is_tied_together_goes_to_the_next_page_together(bond: Bond) -> None:
    assert counts(paginate([strip(), strip(), *bound([strip(), strip()], bond)])) == [2, 2]


def test_what_is_too_tall_for_a_page_gives_up_its_weakest_bond_first() -> None:
    first = bound([strip(), strip()], Bond.FIRM)
    second = bound([strip(), strip()], Bond.FIRM)

    pages = paginate(bound([*first, *second], Bond.BLOCK))

    assert counts(pages) == [2, 2]


def test_a_block_taller_than_a_page_does_not_begin_at_the_foot_of_one() -> None:
    block = bound([strip(THIRD / 2) for _ in range(8)], Bond.BLOCK)

    assert counts(paginate([strip(), strip(), strip(THIRD / 2), *block])) == [3, 6, 2]
    assert counts(paginate([strip(), strip(), *block])) == [4, 6]


def test_what_is_firmly_tied_and_too_tall_is_torn_all_the_same() -> None:
    assert counts(paginate(bound([strip()] * 5, Bond.FIRM))) == [3, 2]


def test_a_gap_is_left_between_strips_but_not_at_the_top_of_a_page() -> None:
    pages = paginate([strip(look.FRAME - 30), strip(20, gap=10), strip(20, gap=10)])

    assert [top for _, top in pages[0].strips] == [look.TOP, look.TOP - look.FRAME + 20]
    assert [top for _, top in pages[1].strips] == [look.TOP]


def test_a_head_is_repeated_above_a_row_that_begins_a_page() -> None:
    head = Strip(20, nothing, bond=Bond.FIRM, anchor="head")
    rows = [Strip(THIRD, nothing, head=head) for _ in range(5)]

    pages = paginate([head, *rows])

    assert [[strip.anchor for strip, _ in page.strips] for page in pages] == [
        ["head", "", ""],
        ["head", "", ""],
        ["head", ""],
    ]


def test_the_height_of_strips_leaves_out_the_gap_above_them() -> None:
    assert height_of(spaced([strip(10), strip(10, gap=5)], 7)) == 25
    assert height_of([]) == 0


def test_nothing_to_tie_or_to_space_stays_nothing() -> None:
    assert bound([], Bond.FIRM) == []
    assert spaced([], 5) == []
