"""Attach what cannot be attached, and much at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget

from kizdesk.domain.interviews import Attachment
from kizdesk.ui.pages.stocktaking.files_card import FilesCard
from tests.ui.faults.program import Program
from tests.ui.faults.test_read_only import drop


def dropped(program: Program, *paths: Path) -> QWidget:
    """Drop files onto the card of an interview."""
    card = program.show("stocktaking.interviews").findChildren(FilesCard)[0]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(card, data)
    program.settle()
    return card


def test_a_picture_too_large_is_refused_with_its_size(example: Program, tmp_path: Path) -> None:
    picture = tmp_path / "bild.tif"
    with picture.open("wb") as stream:
        stream.truncate(80 * 1024 * 1024)
    dropped(example, picture)
    assert "80 MB" in example.said


def test_an_empty_file_is_refused(example: Program, tmp_path: Path) -> None:
    (tmp_path / "leer.txt").touch()
    dropped(example, tmp_path / "leer.txt")
    assert "ist leer" in example.said


def test_a_folder_is_refused(example: Program, tmp_path: Path) -> None:
    (tmp_path / "Ordner").mkdir()
    dropped(example, tmp_path / "Ordner")
    assert "ist ein Ordner" in example.said


def test_a_file_that_is_gone_is_refused(example: Program, tmp_path: Path) -> None:
    dropped(example, tmp_path / "weg.txt")
    assert "nicht vorhanden" in example.said


def test_what_is_no_file_does_not_hold_up_the_window(example: Program, tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "rohr")
        dropped(example, tmp_path / "rohr")
        assert "keine Datei" in example.said


def test_a_file_without_rights_is_refused(example: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "geheim.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    dropped(example, tmp_path / "geheim.txt")
    assert "lässt sich nicht lesen" in example.said


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_thirty_files_at_once_are_all_kept(example: Program, tmp_path: Path) -> None:
    before = len(example.project.snapshot.all(Attachment))
    paths = [tmp_path / f"Anlage {number}.txt" for number in range(30)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    dropped(example, *paths)
    assert len(example.project.snapshot.all(Attachment)) == before + 30
    assert example.project.flush(10)
    assert example.project.verify() == []
