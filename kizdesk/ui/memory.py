"""Keep what the machine remembers: window, columns, the user's name and the projects opened last."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")
MOST_RECENT = 9
"""As many as can be opened with Alt and a digit."""
_NAME, _SCHEME, _SCALE = "user/name", "window/scheme", "window/scale"
_GEOMETRY, _RECENT = "window/geometry", "projects/recent"


@dataclass(frozen=True, slots=True)
class Recent:
    """Be a project opened before: where it is, its title, its state in one line, and when it was opened last."""

    path: Path
    title: str
    state: str = ""
    opened: datetime | None = None


class Memory:
    """Keep small values under names in one file of the machine, written at once."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def name(self) -> str:
        """Return the name under which this person works, or nothing."""
        return self.value(_NAME, "")

    @property
    def scheme(self) -> str:
        """Return ``light``, ``dark`` or ``system``."""
        return self.value(_SCHEME, "system")

    @property
    def scale(self) -> float:
        """Return how much larger than usual the type is."""
        return self.value(_SCALE, 1.0)

    @property
    def geometry(self) -> QByteArray:
        """Return where the window stood."""
        return self.value(_GEOMETRY, QByteArray())

    @property
    def recent(self) -> tuple[Recent, ...]:
        """Return the projects opened last, newest first."""
        found = (_recent(line) for line in self.value(_RECENT, [""]))
        return tuple(project for project in found if project is not None)

    def value(self, key: str, default: T) -> T:
        """Return what was remembered, or the default if there is nothing of its type."""
        found = self._settings.value(key)
        if isinstance(default, bytes | QByteArray | list):
            kept: object = [found] if isinstance(default, list) and isinstance(found, str) else found
        else:
            kept = _parsed(found)
        if isinstance(default, float) and type(kept) is int:
            kept = float(kept)
        return kept if type(kept) is type(default) else default

    def remember(self, key: str, value: object) -> None:
        """Keep a value: text, number, bytes, or a list of texts."""
        plain = isinstance(value, bytes | QByteArray | list)
        self._settings.setValue(key, value if plain else json.dumps(value, ensure_ascii=False))

    def forget(self, key: str) -> None:
        """Keep nothing under a name any more."""
        self._settings.remove(key)

    def flush(self) -> None:
        """Write everything to the file now."""
        self._settings.sync()

    def remember_name(self, name: str) -> None:
        """Keep the name under which this person works."""
        self.remember(_NAME, name.strip())

    def remember_scheme(self, scheme: str) -> None:
        """Keep the choice of ``light``, ``dark`` or ``system``."""
        self.remember(_SCHEME, scheme)

    def remember_scale(self, scale: float) -> None:
        """Keep how much larger than usual the type is."""
        self.remember(_SCALE, scale)

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Keep where the window stands."""
        self.remember(_GEOMETRY, geometry)

    def remember_recent(self, project: Recent) -> None:
        """Put a project first among those opened last."""
        others = [other for other in self.recent if other.path != project.path]
        self._keep_recent([project, *others][:MOST_RECENT])

    def forget_recent(self, path: Path) -> None:
        """Take a project off the list; its file stays."""
        self._keep_recent([other for other in self.recent if other.path != path])

    def _keep_recent(self, projects: list[Recent]) -> None:
        self.remember(_RECENT, [json.dumps(asdict(project), default=str, ensure_ascii=False) for project in projects])


def _parsed(found: object) -> object:
    try:
        return json.loads(found) if isinstance(found, str) else found
    except ValueError:
        return found


def _recent(line: object) -> Recent | None:
    """Return a remembered project; what somebody garbled in the file is passed over."""
    try:
        kept = json.loads(str(line))
        opened = kept["opened"]
        when = datetime.fromisoformat(opened) if opened else None
        return Recent(Path(kept["path"]), str(kept["title"]), str(kept["state"]), when)
    except (ValueError, KeyError, TypeError):
        return None
