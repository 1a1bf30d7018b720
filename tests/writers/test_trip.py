"""Check that blocks, headings and tables survive LibreOffice: opened there and saved as .docx again.

Where LibreOffice is installed it makes the trip; elsewhere the stored file stands in, which ``--update`` rewrites.
"""

import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from kizdesk.concept.tree import Heading, Table
from kizdesk.writers.word import find_office
from kizdesk.writers.word.read_back import read_back
from tests.writers.conftest import built, w
from tests.writers.sample import rich

STORED = Path(__file__).resolve().parent / "data" / "saved-by-libreoffice.docx"
KEYS = [block.id for block in rich().blocks]


def travelled(office: tuple[str, ...], written: Path, folder: Path) -> bytes:
    """Return the file as LibreOffice saves it."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    target = folder / "zurück"
    command = [*office, profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target)]
    subprocess.run([*command, str(written)], check=True, capture_output=True, timeout=120)
    return (target / written.name).read_bytes()


@pytest.fixture(scope="module")
def returned(rich_file: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> bytes:
    """Return the rich document as it comes back."""
    office = find_office()
    if not office:
        return STORED.read_bytes()
    data = travelled(office, rich_file, tmp_path_factory.mktemp("reise"))
    if request.config.getoption("--update", default=False):
        STORED.parent.mkdir(exist_ok=True)
        STORED.write_bytes(data)
    return data


def titles(word: WordDocument) -> list[tuple[str, str]]:
    styled = ((str(p.style and p.style.name), p.text) for p in word.paragraphs)
    return [(name, text) for name, text in styled if name.startswith(("Heading", "Überschrift"))]


def cells(word: WordDocument) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]


def test_every_block_comes_back_with_its_words(returned: bytes, rich_file: Path) -> None:
    assert read_back(returned, KEYS) == read_back(rich_file.read_bytes(), KEYS)
    assert list(read_back(returned, KEYS)) == KEYS


def test_every_heading_and_table_comes_back(returned: bytes, word: WordDocument) -> None:
    back = docx.Document(BytesIO(returned))

    assert titles(back) == titles(word)
    assert cells(back) == cells(word)


def test_footnotes_and_fields_come_back(returned: bytes, word: WordDocument) -> None:
    def leading(part: bytes) -> list[str]:
        words = (str(text.text).split() for text in parse_xml(part).iter(w("instrText")))
        return [f"{kind} {anchor}" for kind, anchor, *_ in words if kind in ("REF", "NOTEREF", "PAGEREF", "SEQ")]

    with zipfile.ZipFile(BytesIO(returned)) as package:
        notes = "".join(str(text.text) for text in parse_xml(package.read("word/footnotes.xml")).iter(w("t")))
        back = leading(package.read("word/document.xml"))

    assert notes == "Sitzungsvorlage 50/2403/XV/2013.Verkündet am 24.\u00a0Februar 2012."
    assert back == leading(word.element.xml.encode())


def test_python_docx_reads_every_heading_and_table(word: WordDocument) -> None:
    blocks = rich().blocks

    assert [text for _, text in titles(word)] == [block.text for block in blocks if isinstance(block, Heading)]
    shapes = [(len(table.rows), len(table.columns)) for table in word.tables]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert shapes == [(len(t.rows) + any(c.title for c in t.columns), len(t.columns)) for t in tables]


def test_the_stored_file_is_of_the_present_sample() -> None:
    assert list(read_back(STORED.read_bytes(), KEYS)) == KEYS


def changed(data: bytes, change: Callable[[WordDocument], None]) -> bytes:
    word = docx.Document(BytesIO(data))
    change(word)
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def test_what_somebody_wrote_behind_a_paragraph_belongs_to_it() -> None:
    def write(word: WordDocument) -> None:
        next(p for p in word.paragraphs if p.text == "Integration gelingt vor Ort.").add_run(" Auch hier.")

    back = read_back(changed(built(rich()), write), KEYS)
    assert back["vorwort/vorspann"] == "Integration gelingt vor Ort. Auch hier."


def test_a_deleted_block_does_not_come_back() -> None:
    def delete(word: WordDocument) -> None:
        found = next(p for p in word.paragraphs if p.text == "Integration gelingt vor Ort.")
        word.element.body.remove(found._p)

    assert "vorwort/vorspann" not in read_back(changed(built(rich()), delete), KEYS)


def test_a_paragraph_put_into_a_list_belongs_to_it() -> None:
    def insert(word: WordDocument) -> None:
        next(p for p in word.paragraphs if p.text == "Bürgermeisterkonferenz").insert_paragraph_before("Verbände")

    back = read_back(changed(built(rich()), insert), KEYS)
    assert back["anlass/beteiligte"] == "Steuerungsgruppe\nVerbände\nBürgermeisterkonferenz"
