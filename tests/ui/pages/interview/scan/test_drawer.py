"""A second process draws what comes from outside; whatever that does to it, the window goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.jobs import Cancelled
from kizdesk.ui.pages.interview.scan.drawer import COMMAND, Drawer, Drawn, Wish
from kizdesk.ui.pages.interview.scan.fitting import Fit, Look
from tests.ui.pages.interview.scan.papers import BLUE, RED, pdf, photo, picture, saved

ROOM = QSize(400, 500)


def go_on(_text: str, _share: float) -> None:
    """Never stop."""


def draw(drawer: Drawer, data: bytes, look: Look | None = None, ratio: float = 1.0) -> Drawn:
    return drawer.draw(Wish(str(hash(data)), look or Look(), ROOM, ratio), lambda: data, go_on)


def image_of(drawn: Drawn) -> QImage:
    assert drawn.refusal == ""
    assert drawn.image is not None
    return drawn.image


@pytest.fixture(scope="module")
def drawer() -> Iterator[Drawer]:
    made = Drawer()
    yield made
    made.rest()


def test_a_page_of_a_pdf_is_drawn_as_wide_as_the_room(drawer: Drawer) -> None:
    drawn = draw(drawer, pdf(), Look(page=1))

    assert (drawn.pages, drawn.page) == (3, 1)
    assert image_of(drawn).width() == 400
    assert abs(image_of(drawn).height() - 566) <= 1
    assert image_of(drawn).pixelColor(200, 50) == RED


def test_a_page_has_the_dots_of_a_fine_screen(drawer: Drawer) -> None:
    assert image_of(draw(drawer, pdf(), Look(fit=Fit.PAGE), ratio=1.5)).height() == 750


def test_a_turned_page_stands_on_its_side(drawer: Drawer) -> None:
    image = image_of(draw(drawer, pdf(), Look(turn=90)))

    assert image.width() == 400
    assert image.height() < 400
    assert image.pixelColor(image.width() - 20, 50) == RED
    assert image.pixelColor(20, 50).lightness() > 250


def test_a_page_behind_the_last_is_the_last(drawer: Drawer) -> None:
    assert draw(drawer, pdf(), Look(page=9)).page == 2


def test_what_shines_through_is_drawn_on_white(drawer: Drawer) -> None:
    clear = QImage(40, 40, QImage.Format.Format_ARGB32)
    clear.fill(0)

    assert image_of(draw(drawer, saved(clear, "png"))).pixelColor(5, 5).lightness() > 250


@pytest.mark.parametrize(("orientation", "left"), [(1, RED), (3, BLUE)])
def test_a_photo_lies_as_the_camera_was_held(drawer: Drawer, orientation: int, left: object) -> None:
    colour = image_of(draw(drawer, photo(orientation))).pixelColor(10, 100)

    assert (colour.red() > colour.blue()) == (left == RED)


def test_a_photo_taken_upright_stands_upright(drawer: Drawer) -> None:
    drawn = draw(drawer, photo(6))

    assert drawn.size is not None
    assert drawn.size.width() < drawn.size.height()
    assert image_of(drawn).pixelColor(200, 20).red() > 150


def test_a_page_far_into_a_long_pdf_is_drawn(drawer: Drawer) -> None:
    drawn = draw(drawer, pdf(2000), Look(page=1999))

    assert (drawn.pages, drawn.page) == (2000, 1999)


def test_however_far_a_page_is_zoomed_it_has_no_more_dots_than_can_be_borne(drawer: Drawer) -> None:
    image = image_of(draw(drawer, pdf(1), Look(fit=Fit.CHOSEN, zoom=8.0), ratio=2.0))

    assert 15_000_000 < image.width() * image.height() <= 16_000_000


def test_a_jpeg_of_30000_dots_is_unpacked_smaller(drawer: Drawer) -> None:
    wide = QImage(30_000, 900, QImage.Format.Format_RGB32)
    wide.fill(BLUE)
    drawn = draw(drawer, saved(wide, "jpeg"))

    assert drawn.size is not None
    assert drawn.size.width() == 30_000
    assert image_of(drawn).width() == 400


def test_a_png_of_30000_by_30000_dots_is_refused_with_its_size(drawer: Drawer) -> None:
    huge = QImage(30_000, 30_000, QImage.Format.Format_Mono)
    huge.fill(0)

    with pytest.raises(UserError, match="30.000 × 30.000 Bildpunkten zu groß"):
        draw(drawer, saved(huge, "png"))


def test_a_fine_scan_that_arrived_half_is_called_damaged_and_not_too_large(drawer: Drawer) -> None:
    fine = QImage(5_000, 7_000, QImage.Format.Format_Grayscale8)
    fine.fill(BLUE)
    data = saved(fine, "png")

    assert image_of(draw(drawer, data)).width() == 400
    with pytest.raises(UserError, match="beschädigt oder unvollständig"):
        draw(drawer, data[: len(data) // 2])


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf(password="geheim"), "mit einem Kennwort geschützt"),
        (pdf()[:300], "beschädigt oder unvollständig"),
        (b"%PDF-1.7 und sonst nichts", "beschädigt oder unvollständig"),
        (picture()[:60], "beschädigt oder unvollständig"),
        (b"\xff\xd8\xff\xe0 und sonst nichts", "beschädigt oder unvollständig"),
        (b"GIF89a", "weder PDF noch PNG noch JPEG"),
        (b"", "weder PDF noch PNG noch JPEG"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_and_the_next_one_drawn(drawer: Drawer, data: bytes, why: str) -> None:
    with pytest.raises(UserError, match=why):
        draw(drawer, data)

    assert image_of(draw(drawer, picture())).width() == 400


def test_a_pdf_that_only_may_not_be_changed_is_shown(drawer: Drawer) -> None:
    assert draw(drawer, pdf(password="")).pages == 3


def patched(change: str) -> tuple[str, ...]:
    """Return the command of a process in which something goes wrong."""
    begin = "import sys; sys.path.insert(0, sys.argv[1]); import kizdesk.ui.pages.interview.scan.child as child\n"
    code = f"{begin}import os, time\nplain = child.Opener.open\n"
    code += f"def open_it(self, data):\n    {change}\nchild.Opener.open = open_it\n"
    return tuple(f"{code}child.main()" if part.startswith("import sys") else part for part in COMMAND)


def test_a_crash_of_the_process_is_a_sentence_and_the_next_file_is_drawn() -> None:
    drawer = Drawer(patched("return os.abort() if b'tot' in data else plain(self, data)"))

    with pytest.raises(UserError, match="zu viel Speicher oder ist beschädigt"):
        draw(drawer, b"%PDF- tot")

    assert image_of(draw(drawer, picture())).width() == 400
    drawer.rest()


def test_a_file_that_takes_too_long_is_given_up() -> None:
    drawer = Drawer(patched("return time.sleep(60) if b'lahm' in data else plain(self, data)"), seconds=0.3)

    with pytest.raises(UserError, match="zu lange"):
        draw(drawer, b"%PDF- lahm")
    drawer.rest()


def test_a_file_that_needs_more_memory_than_it_may_have_is_refused() -> None:
    drawer = Drawer(memory=150 << 20)
    large = QImage(7_000, 7_000, QImage.Format.Format_RGB32)
    large.fill(BLUE)

    with pytest.raises(UserError):
        draw(drawer, saved(large, "png"))
    drawer.rest()


def test_who_cancels_does_not_wait() -> None:
    drawer, calls, began = Drawer(patched("time.sleep(60)")), [], monotonic()

    def cancel(_text: str, _share: float) -> None:
        calls.append(1)
        if len(calls) > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        drawer.draw(Wish("a", Look(), ROOM), lambda: b"%PDF-", cancel)

    assert monotonic() - began < 9


def test_without_a_second_process_it_is_said_what_to_do() -> None:
    with pytest.raises(EnvironmentFault, match="andere Programme schließen"):
        draw(Drawer(("/nirgends/python",)), picture())


def test_the_process_stays_as_large_as_it_is_however_many_files_it_opens() -> None:
    code = (
        "import resource, sys\n"
        "from tests.ui.pages.interview.scan.papers import pdf\n"
        "from kizdesk.ui.pages.interview.scan.sheets import Opener, QSize\n"
        "opener, data = Opener(), pdf()\n"
        "opener.open(data).drawn(0, QSize(400, 500))\n"
        "room = resource.getrlimit(resource.RLIMIT_DATA)[1]\n"
        "size = next(int(line.split()[1]) for line in open('/proc/self/status') if line.startswith('VmData'))\n"
        "resource.setrlimit(resource.RLIMIT_DATA, ((size << 10) + (40 << 20), room))\n"
        "print(sum(not opener.open(data).drawn(0, QSize(400, 500)).isNull() for _ in range(200)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[5]
    )

    assert done.stdout.strip() == "200"


def test_the_process_opens_no_project_and_no_database() -> None:
    code = (
        "import sys, kizdesk.ui.pages.interview.scan.child; "
        "print([m for m in ('sqlcipher3', 'kizdesk.store', 'kizdesk.project.opened', 'PySide6.QtWidgets')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[5]
    )

    assert done.stdout.strip() == "[]"
