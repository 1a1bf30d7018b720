"""Compare the written text of a document with the stored one; ``--update`` rewrites it."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx.oxml import parse_xml

from tests.writers.conftest import built
from tests.writers.sample import rich

REFERENCE = Path(__file__).resolve().parent / "reference"
PARTS = {
    "document.txt": "word/document.xml",
    "header.txt": "word/header2.xml",
    "footer.txt": "word/footer2.xml",
    "core.txt": "docProps/core.xml",
}
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')


def text_form(part: bytes) -> str:
    """Return the XML of a part, a line for every paragraph, row and table."""
    plain = _NAMESPACE.sub("", part.decode())
    return (
        re.sub(r"(<w:p>|<w:tr>|<w:tbl>|<w:tblGrid>|<w:tc>|<w:sectPr>|</w:tbl>|<dc|<cp)", r"\n\1", plain).strip() + "\n"
    )


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_written_as_stored(name: str, request: pytest.FixtureRequest) -> None:
    with zipfile.ZipFile(io.BytesIO(built(rich()))) as package:
        found = text_form(package.read(PARTS[name]))
    stored = REFERENCE / name
    if request.config.getoption("--update", default=False):
        REFERENCE.mkdir(exist_ok=True)
        stored.write_text(found, encoding="utf-8", newline="\n")

    assert found == stored.read_text(encoding="utf-8")


def test_the_stored_parts_are_sound_xml() -> None:
    with zipfile.ZipFile(io.BytesIO(built(rich()))) as package:
        for part in PARTS.values():
            assert parse_xml(package.read(part)) is not None
