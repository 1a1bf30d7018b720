"""Test what is offered for a project that cannot be opened as it was asked for."""

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kizdesk.project.entry import NotOpened, copies_of, enter
from kizdesk.project.surroundings import Surroundings
from kizdesk.store.backup import dated, folder_of
from kizdesk.store.lock import FileLock
from tests.project.conftest import START


@pytest.fixture
def older(_new: Path, tmp_path: Path) -> Path:
    """Return a sound project of an older version with a backup beside it."""
    path = Path(shutil.copy(_new, tmp_path / "neuss.kizdesk"))
    folder_of(path).mkdir()
    shutil.copy(path, dated(folder_of(path) / path.name, START))
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA user_version = 65536")
    connection.close()
    return path


def test_a_sound_file_of_an_older_version_is_not_to_be_replaced_by_a_backup(
    older: Path, surroundings: Surroundings
) -> None:
    with pytest.raises(NotOpened, match="ältere Dateiversion") as refusal:
        enter(older, surroundings, read_only=True)

    assert refusal.value.copies == ()
    assert copies_of(older)


def test_a_file_of_an_older_version_that_somebody_else_has_is_not_to_be_replaced_either(
    older: Path, surroundings: Surroundings
) -> None:
    lock = FileLock.take(older, "Frau Y", START)
    try:
        with pytest.raises(NotOpened) as refusal:
            enter(older, surroundings)
    finally:
        lock.release()

    assert refusal.value.copies == ()
