"""Remember things of one project: by where it lies, for two projects may have the same name."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path


def remembered_as(path: Path, what: str) -> str:
    """Return the name under which the machine remembers something of a project."""
    return f"shell/{sha256(str(path).encode()).hexdigest()[:16]}/{what}"
