from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from tests.project.merging.laptops import Laptops, hold, part


@pytest.fixture
def laptops(project: OpenProject, surroundings: Surroundings, tmp_path: Path) -> Laptops:
    """Return a project with one interview and its copy."""
    hold(project, "alt")
    return part(project, tmp_path / "laptop", surroundings)
