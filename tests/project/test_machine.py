"""Test which file or folder a typed line means."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.project.machine import named_file, named_folder

BESIDE = Path("/daten/Kreis.kizdesk")


@pytest.mark.parametrize(
    ("line", "folder"),
    [
        (' "/daten/aus" ', Path("/daten/aus")),
        ("Zweite Runde", Path("/daten/Zweite Runde")),
        ("~/aus", Path.home() / "aus"),
        ("~Formulare", Path("/daten/~Formulare")),
        (" ", None),
    ],
)
def test_a_typed_folder_is_found(line: str, folder: Path | None) -> None:
    assert named_folder(line, BESIDE) == folder


def test_a_file_whose_name_begins_like_a_home_is_no_home() -> None:
    assert named_file("~Entwurf") == Path("~Entwurf.kizdesk")
