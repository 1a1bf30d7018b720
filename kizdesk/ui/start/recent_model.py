"""List the projects opened last."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kizdesk.ui.memory import Recent

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """Name what a line holds beside its text."""

    PROJECT = Qt.ItemDataRole.UserRole
    MISSING = Qt.ItemDataRole.UserRole + 1


class RecentModel(QAbstractListModel):
    """Hold the projects opened last, and which of them cannot be found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projects: tuple[Recent, ...] = ()
        self._missing: frozenset[Path] = frozenset()

    def show_projects(self, projects: tuple[Recent, ...]) -> None:
        """Show other projects."""
        self.beginResetModel()
        self._projects = projects
        self.endResetModel()

    def show_missing(self, missing: frozenset[Path]) -> None:
        """Mark those that cannot be found."""
        self._missing = missing
        if self._projects:
            self.dataChanged.emit(self.index(0), self.index(len(self._projects) - 1))

    def project(self, row: int) -> Recent | None:
        """Return the project of a row, or None."""
        return self._projects[row] if 0 <= row < len(self._projects) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._projects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a line shows, says and holds."""
        project = self.project(index.row())
        if project is None:
            return None
        gone = project.path in self._missing
        held: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: project.title,
            Qt.ItemDataRole.AccessibleTextRole: ". ".join(
                (project.title, line_of(project, missing=gone), opened_line(project))
            ),
            Qt.ItemDataRole.ToolTipRole: self.tr("{path} (Alt+{digit})").format(
                path=project.path, digit=index.row() + 1
            ),
            Role.PROJECT: project,
            Role.MISSING: gone,
        }
        return held.get(role)


def line_of(project: Recent, *, missing: bool) -> str:
    """Return the state of a project in one line."""
    return "Die Datei ist nicht mehr an ihrem Platz." if missing else project.state


def opened_line(project: Recent) -> str:
    """Return when a project was opened last."""
    if project.opened is None:
        return ""
    return f"zuletzt geöffnet am {project.opened.astimezone():%d.%m.%Y}"
