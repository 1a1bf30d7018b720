"""Share the library of the program and a way to write data files for a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir

Write = Callable[[str, str], Path]


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the library over the program's own data; it only reads."""
    return Library(resources_dir(), forms_dir())


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a text file and returns its path."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file
