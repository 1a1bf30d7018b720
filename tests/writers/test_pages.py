"""Check how the pages of what is listed are found; a small program stands in for LibreOffice."""

import sys
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from kizdesk.concept.tree import Figure, Heading, Table
from kizdesk.writers.word import write_word_laid_out
from kizdesk.writers.word.bookmarks import bookmark_name
from kizdesk.writers.word.estimate import estimated_pages
from kizdesk.writers.word.pages import find_office, measured_pages
from tests.writers.conftest import drawn, silent
from tests.writers.sample import CREATED, document, large, rich

LISTED = [block for block in rich().blocks if isinstance(block, Heading | Table | Figure)]
OFFICE = """
import pathlib, shutil, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
shutil.copy({pdf!r}, folder / "dokument.pdf")
"""


def office(folder: Path, script: str) -> tuple[str, ...]:
    """Return the command of a stand-in for LibreOffice."""
    path = folder / "office.py"
    path.write_text(script, encoding="utf-8")
    return (sys.executable, str(path))


@pytest.fixture
def laid_out(tmp_path: Path) -> tuple[str, ...]:
    """Return an office that lays all that is listed on a page of its own."""
    writer = PdfWriter()
    for _ in range(len(LISTED) + 1):
        writer.add_blank_page(100, 100)
    for page, block in enumerate(LISTED, start=1):
        name = bookmark_name(block.id).replace("_", "5F")
        writer.add_named_destination(name, page)
    pdf = tmp_path / "fertig.pdf"
    writer.write(pdf)
    return office(tmp_path, OFFICE.format(pdf=str(pdf)))


def test_pages_are_read_from_the_laid_out_file(tmp_path: Path, laid_out: tuple[str, ...]) -> None:
    written = tmp_path / "a.docx"
    written.write_bytes(b"docx")

    found = measured_pages(written, rich(), office=laid_out)

    assert found is not None
    assert dict(found.blocks) == {block.id: page for page, block in enumerate(LISTED, start=2)}
    assert found.count == len(LISTED) + 1


def test_measured_pages_stand_in_the_contents_and_the_report_says_so(
    tmp_path: Path, template: bytes, laid_out: tuple[str, ...]
) -> None:
    target = tmp_path / "a.docx"

    report = write_word_laid_out(
        rich(), target, template=template, figures=drawn, created=CREATED, progress=silent, office=laid_out
    )

    entries = [p.text for p in docx.Document(str(target)).paragraphs if str(p.style and p.style.name) == "toc 1"]
    assert [entry.rsplit("\t", 1)[1] for entry in entries] == ["2", "3", "5", "17", "22"]
    assert report.pages == len(LISTED) + 1
    assert "sind ermittelt" in report.note


def test_without_an_office_pages_are_estimated_and_the_report_says_so(tmp_path: Path, template: bytes) -> None:
    report = write_word_laid_out(
        rich(), tmp_path / "a.docx", template=template, figures=drawn, created=CREATED, progress=silent, office=()
    )

    assert report.pages is None
    assert "geschätzt" in report.note


@pytest.mark.parametrize(
    "script",
    ["raise SystemExit(1)", "", OFFICE.format(pdf=__file__), "import time; time.sleep(60)"],
    ids=["fails", "writes nothing", "writes no PDF", "hangs"],
)
def test_an_office_that_fails_costs_nothing_but_the_measure(tmp_path: Path, script: str) -> None:
    written = tmp_path / "a.docx"
    written.write_bytes(b"docx")

    assert measured_pages(written, rich(), office=office(tmp_path, script), time_limit=2) is None


def test_an_office_that_is_not_there_costs_nothing_but_the_measure(tmp_path: Path) -> None:
    written = tmp_path / "a.docx"
    written.write_bytes(b"docx")

    assert measured_pages(written, rich(), office=(str(tmp_path / "fehlt"),)) is None


def test_no_office_is_found_where_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("ProgramFiles", raising=False)

    assert find_office() == ()


def test_estimated_pages_name_all_that_is_listed_and_never_go_back() -> None:
    pages = estimated_pages(rich())

    assert list(pages) == [block.id for block in LISTED]
    assert list(pages.values()) == sorted(pages.values())
    assert pages["vorwort"] == 4


def test_a_chapter_begins_a_page_of_its_own() -> None:
    pages = estimated_pages(document(*(Heading(id=str(n), level=1, text="K") for n in range(4))))

    assert list(pages.values()) == [3, 4, 5, 6]


def test_the_largest_concept_is_estimated_at_its_size() -> None:
    assert 180 <= max(estimated_pages(large()).values()) <= 300


def test_work_cancelled_while_the_office_lays_out_leaves_what_stood_there(tmp_path: Path, template: bytes) -> None:
    class Cancelled(Exception):
        pass

    def cancel(text: str, share: float) -> None:
        if "Seitenzahlen" in text and share > 0.4:
            raise Cancelled

    target = tmp_path / "a.docx"
    target.write_bytes(b"wie vorher")
    slow = office(tmp_path, "import time; time.sleep(60)")

    with pytest.raises(Cancelled):
        write_word_laid_out(
            rich(), target, template=template, figures=drawn, created=CREATED, progress=cancel, office=slow
        )

    assert target.read_bytes() == b"wie vorher"


def test_the_office_is_not_told_the_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIZDESK_PASSPHRASE", "geheim")
    seen, written = tmp_path / "gesehen.txt", tmp_path / "a.docx"
    written.write_bytes(b"docx")
    script = f"import os, pathlib; pathlib.Path({str(seen)!r}).write_text(' '.join(os.environ))"

    measured_pages(written, rich(), office=office(tmp_path, script))

    assert "PATH" in seen.read_text(encoding="utf-8")
    assert "KIZDESK_PASSPHRASE" not in seen.read_text(encoding="utf-8")
