"""Follow the colours of the system, or keep those that somebody chose; keep the size of type."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStyleHints

from kizdesk.ui.memory import Memory
from kizdesk.ui.theme import Theme

CHOICES = ("light", "dark", "system")
SCALES = (1.0, 1.15, 1.3)
"""How much larger than usual the type may be."""


class SchemeChoice(QObject):
    """Hold whether the window is light, dark or like the system; the choice is remembered."""

    changed = Signal(str)

    def __init__(self, theme: Theme, memory: Memory, hints: QStyleHints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._memory = memory
        self._hints = hints
        hints.colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> str:
        """Return ``light``, ``dark`` or ``system``."""
        return self._memory.scheme if self._memory.scheme in CHOICES else "system"

    @property
    def scale(self) -> float:
        """Return how much larger than usual the type is."""
        return self._memory.scale if self._memory.scale in SCALES else SCALES[0]

    def choose(self, choice: str) -> None:
        """Take a choice, remember it and show it at once."""
        self._memory.remember_scheme(choice)
        self._follow()
        self.changed.emit(choice)

    def choose_scale(self, scale: float) -> None:
        """Take a size of type, remember it and show it at once."""
        self._memory.remember_scale(scale)
        self._theme.choose(scale=scale)

    def _follow(self) -> None:
        wanted = shown(self.choice, self._hints)
        if wanted != self._theme.scheme:
            self._theme.choose(scheme=wanted)


def shown(choice: str, hints: QStyleHints) -> str:
    """Return the scheme that a choice means now."""
    if choice in ("light", "dark"):
        return choice
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
