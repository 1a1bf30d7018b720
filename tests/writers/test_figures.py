"""Check the drawing of figures."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from docx.image.image import Image

from kizdesk.writers.figures import drawer, drawer_when_needed, once, width_mm

BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="20mm" viewBox="0 0 80 20">{}</svg>'


def test_a_figure_has_300_dots_per_inch() -> None:
    drawn = Image.from_blob(drawer()(BLANK.format("")))

    assert abs(drawn.px_width - 80 / 25.4 * 300) < 2
    assert abs(drawn.px_height - 20 / 25.4 * 300) < 2


@pytest.mark.parametrize("family", ["Source Sans 3", "Arial", "sans-serif", "Gibt Es Nicht"])
def test_letters_are_drawn_whatever_typeface_the_machine_has(family: str) -> None:
    letters = f'<text x="2" y="12" font-size="8" font-family="{family}">Đorđević</text>'

    assert len(drawer()(BLANK.format(letters))) > len(drawer()(BLANK.format(""))) + 1000


def test_the_same_figure_gives_the_same_bytes() -> None:
    assert drawer()(BLANK.format("")) == drawer()(BLANK.format(""))


def test_a_figure_that_says_no_width_is_as_wide_as_a_column() -> None:
    assert width_mm('<svg viewBox="0 0 10 10"/>') == 160


def test_nothing_is_prepared_before_the_first_figure() -> None:
    draw = drawer_when_needed()

    assert Image.from_blob(draw(BLANK.format(""))).px_width


def test_the_next_export_does_not_draw_again_what_has_not_changed() -> None:
    again = BLANK.format('<rect width="7" height="7"/>')

    assert drawer_when_needed()(again) is drawer_when_needed()(again)


def test_two_exports_may_draw_at_once() -> None:
    wanted = [BLANK.format(f'<rect width="{n}" height="7"/>') for n in range(8)]

    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(drawer_when_needed(), wanted))

    assert len(set(drawn)) == len(wanted)


def test_a_figure_is_drawn_once() -> None:
    seen: list[str] = []

    def draw(svg: str) -> bytes:
        seen.append(svg)
        return b"png"

    kept = once(draw)

    assert [kept("a"), kept("a"), kept("b")] == [b"png"] * 3
    assert seen == ["a", "b"]
