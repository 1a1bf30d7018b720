from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.files import MOST_ATTACHED, read_attachment
from kizdesk.project.interviews.edit import attach, attach_file
from kizdesk.project.opened import OpenProject


class Stopped(Exception):
    """Be what a cancelled job raises."""


def silent(_text: str, _share: float) -> None:
    return


def stop(_text: str, _share: float) -> None:
    raise Stopped


def test_a_file_is_read_and_attached(project: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    path.write_bytes(b"%PDF " * 500_000)
    told: list[tuple[str, float]] = []
    read = read_attachment(path, lambda text, share: told.append((text, share)))
    attached = attach_file(project, read)
    assert (attached.name, attached.media_type, attached.size) == ("Bericht.pdf", "application/pdf", 2_500_000)
    assert project.blob(attached.sha256) == path.read_bytes()
    assert [text for text, _ in told] == ["„Bericht.pdf“ lesen"] * 3
    assert told[-1][1] < 1
    assert project.verify() == []


def test_a_file_of_unknown_kind_is_attached_as_bytes(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    assert read_attachment(tmp_path / "x", silent).media_type == "application/octet-stream"


def test_reading_stops_when_nobody_wants_it(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    with pytest.raises(Stopped):
        read_attachment(tmp_path / "x", stop)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "gross.tif").open("wb") as stream:
        stream.truncate(MOST_ATTACHED + 1)
    with pytest.raises(UserError, match="51 MB zu groß.*höchstens 50 MB.*Bitte"):
        read_attachment(tmp_path / "gross.tif", stop)


def test_large_bytes_are_refused(project: OpenProject) -> None:
    with pytest.raises(UserError, match="zu groß"):
        attach(project, "gross.tif", "image/tiff", bytes(MOST_ATTACHED + 1))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "leer.txt").touch()
    with pytest.raises(UserError, match="„leer.txt“ ist leer"):
        read_attachment(tmp_path / "leer.txt", silent)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="nicht vorhanden"):
        read_attachment(tmp_path / "fehlt.pdf", silent)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="ist ein Ordner"):
        read_attachment(tmp_path, silent)
