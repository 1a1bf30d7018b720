"""Check that exports at the same time do not take each other's file, and that nothing is left running."""

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfWriter

from kizdesk.writers.target import replace_file
from kizdesk.writers.word.pages import measured_pages
from tests.writers.sample import rich

LEAVES_A_CHILD = """
import pathlib, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path({note!r}).write_text(str(child.pid))
"""
DAMAGED = """
import pathlib, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
(folder / "dokument.pdf").write_bytes(pathlib.Path({pdf!r}).read_bytes())
"""


def test_exports_to_one_file_at_the_same_time_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"

    def write(number: int) -> None:
        for _ in range(10):
            replace_file(target, bytes([number]) * 100_000)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))

    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    assert target.stat().st_size == 100_000
    assert len(set(target.read_bytes())) == 1


def test_what_an_office_leaves_behind_is_ended(tmp_path: Path) -> None:
    written, script, note = tmp_path / "a.docx", tmp_path / "office.py", tmp_path / "kind"
    written.write_bytes(b"docx")
    script.write_text(LEAVES_A_CHILD.format(note=str(note)), encoding="utf-8")

    measured_pages(written, rich(), office=(sys.executable, str(script)))

    assert ended(int(note.read_text()))


def ended(pid: int) -> bool:
    """Tell whether a process ends within a second; one that nobody has buried yet has ended."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


def test_the_temporary_folder_goes_even_if_the_office_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written, folder = tmp_path / "a.docx", tmp_path / "tmp"
    written.write_bytes(b"docx")
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))

    for script in ("raise SystemExit(1)", "import time; time.sleep(60)"):
        measured_pages(written, rich(), office=(sys.executable, "-c", script), time_limit=0.5)

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("sound", "damaged"), [(b"/Type /Pages", b"/Ty]e /Pages"), (b"/Names [", b"/Nam9s ["), (b"trailer\n", b"trailer/")]
)
def test_a_pdf_whose_objects_are_not_what_they_should_be_is_none(tmp_path: Path, sound: bytes, damaged: bytes) -> None:
    written, script, pdf = tmp_path / "a.docx", tmp_path / "office.py", tmp_path / "x.pdf"
    written.write_bytes(b"docx")
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_named_destination("ort", 0)
    writer.write(pdf)
    assert sound in pdf.read_bytes()
    pdf.write_bytes(pdf.read_bytes().replace(sound, damaged, 1))
    script.write_text(DAMAGED.format(pdf=str(pdf)), encoding="utf-8")

    assert measured_pages(written, rich(), office=(sys.executable, str(script))) is None
