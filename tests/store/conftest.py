from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kizdesk.store import ProjectFile
from tests.store.support import NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Kreis.kizdesk"


@pytest.fixture
def project(path: Path) -> Iterator[ProjectFile]:
    with ProjectFile.create(path, who="Frau X", now=NOW) as created:
        yield created
