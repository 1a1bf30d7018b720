"""Prepare templates, and write documents on them."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from kizdesk.concept.tree import Document
from kizdesk.writers.word import word_bytes
from kizdesk.writers.word.house import Prepared, Roles, prepared, roles_of
from tests.writers.conftest import TEMPLATE, drawn, silent
from tests.writers.sample import CREATED

ROLES = TEMPLATE.with_name("house.toml")


@cache
def roles() -> Roles:
    """Return the roles of the resources."""
    return roles_of(tomllib.loads(ROLES.read_text(encoding="utf-8")))


def ready(data: bytes, **choices: str) -> Prepared:
    """Prepare a template; choices name roles with underscores for spaces."""
    return prepared(
        data, TEMPLATE.read_bytes(), roles(), {role.replace("_", " "): style for role, style in choices.items()}
    )


def written(document: Document, data: bytes, **choices: str) -> bytes:
    """Return a document written on a template."""
    return word_bytes(document, template=ready(data, **choices).base, figures=drawn, created=CREATED, progress=silent)


def read(data: bytes) -> WordDocument:
    """Read a file back."""
    return docx.Document(io.BytesIO(data))


@pytest.fixture
def saved(tmp_path: Path) -> Callable[[bytes], Path]:
    """Return a function that keeps bytes as a file."""

    def keep(data: bytes) -> Path:
        path = tmp_path / "datei.docx"
        path.write_bytes(data)
        return path

    return keep
