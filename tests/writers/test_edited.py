from pathlib import Path

import docx
import pytest

from kizdesk.writers.word.edited import was_edited
from tests.writers.conftest import built
from tests.writers.sample import document


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "Konzept.docx"
    path.write_bytes(built(document()))
    return path


def test_a_file_is_unedited_after_it_was_written(written: Path) -> None:
    assert not was_edited(written)


def test_a_file_that_somebody_saved_is_edited(written: Path) -> None:
    document = docx.Document(str(written))
    document.core_properties.last_modified_by = "Sozialamt"
    document.save(str(written))
    assert was_edited(written)


def test_a_file_that_is_no_word_file_is_somebodys_work(tmp_path: Path) -> None:
    note = tmp_path / "Konzept.docx"
    note.write_text("Notiz", encoding="utf-8")
    assert was_edited(note)
