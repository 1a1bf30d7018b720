"""Load the versioned interview guides."""

from __future__ import annotations

import re
from pathlib import Path

from kizdesk.domain.codec import revive
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide
from kizdesk.library.guide_faults import faults_of
from kizdesk.library.toml_file import read_toml

GUIDE_ID = "expertengespraech"
_NAME = re.compile(r"(?P<id>[a-z]+(?:-[a-z]+)*)-(?P<version>\d{4}-\d+)")


def load_guide(path: Path) -> Guide:
    """Return the guide of a file; raises ShapeError with file, line and question for the first fault in it."""
    file = read_toml(path, f"{path.parent.name}/{path.name}")
    guide = file.traced(lambda data: revive(Guide, data))
    file.refuse(faults_of(guide))
    if path.stem != f"{guide.id}-{guide.version}":
        raise file.fault("version", f"Die Datei muss {guide.id}-{guide.version}.toml heißen, wie Kennung und Fassung.")
    return guide


def guide_path(folder: Path, guide_id: str, version: str) -> Path:
    """Return the file of a guide; raises UserError if the program has none of that version."""
    path = folder / f"{guide_id}-{version}.toml"
    if not _NAME.fullmatch(f"{guide_id}-{version}") or not path.is_file():
        message = f"Der Leitfaden „{guide_id}“ in der Fassung „{version}“ ist in diesem Programm nicht enthalten."
        raise UserError(f"{message} Bitte aktualisieren Sie kizdesk.")
    return path


def guide_versions(folder: Path, guide_id: str = GUIDE_ID) -> list[str]:
    """Return the versions of a guide, oldest first."""
    names = [_NAME.fullmatch(path.stem) for path in folder.glob(f"{guide_id}-*.toml")]
    versions = [name["version"] for name in names if name and name["id"] == guide_id]
    return sorted(versions, key=lambda version: [int(part) for part in version.split("-")])
