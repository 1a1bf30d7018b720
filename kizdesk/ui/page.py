"""Say what a page of the window is: one question, its actions, its help, and how it follows the project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import tip_text

if TYPE_CHECKING:
    from kizdesk.project.missing import Missing


@dataclass(frozen=True, slots=True)
class Heading:
    """Be the head of a page: what it is for, and its state in one line."""

    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """Be one line of the help: the keys as printed on a German keyboard, and what they do."""

    keys: str
    does: str


class Page(QWidget):
    """Be a page: it shows the project, calls functions of `project`, and refreshes when something changed."""

    heading_changed = Signal()
    """Title, state or actions are others now."""

    kinds: ClassVar[frozenset[str]] = frozenset()
    """Kinds of records this page can show when somebody jumps to one, such as ``measure``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._stale = True
        session.changed.connect(self._note)

    def heading(self) -> Heading:
        """Return title and state."""
        raise NotImplementedError

    def make_action(self, text: str, act: Callable[..., object], *, keys: str = "", name: str = "") -> QAction:
        """Return an action of the page; its keys work while the page is shown and stand in its tooltip."""
        action = QAction(text, self)
        action.setObjectName(name)
        if keys:
            action.setToolTip(tip_text(text, keys))
            action.setShortcut(QKeySequence(keys))
            self.addAction(action)
        action.triggered.connect(act)
        return action

    def actions_shown(self) -> Sequence[QAction]:
        """Return the actions that stand as buttons at the right of the head, in reading order."""
        return ()

    def main_action(self) -> QAction | None:
        """Return the one of them that is filled: what the page is for."""
        return None

    def missing(self) -> tuple[str, Target | None] | None:
        """Return what is missing on this very page and where; None leaves that line to the step."""
        return None

    def missing_points(self) -> Sequence[Missing]:
        """Return all that is missing, one by one, where the page itself says what is; the first is shown anyway."""
        return ()

    def help_text(self) -> str:
        """Return a short text about the page, two to five sentences."""
        raise NotImplementedError

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys that work here beside those of the window."""
        return ()

    def open(self, argument: str) -> None:
        """Show what somebody asked for, such as the interview of an id; meant for pages that are opened so."""

    def way_here(self) -> str:
        """Return what `open` takes to show again what is shown now; empty where the page says it all."""
        return ""

    def has_tab(self) -> bool:
        """Tell whether a hidden page has a tab for now, because something on it waits for somebody to come back."""
        return False

    def reveal(self, target: Target) -> bool:
        """Show the place of a target and put the focus there; returns False if it is not here."""
        return False

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show the project anew after changes; an empty sequence means that everything may be different."""
        raise NotImplementedError

    def looked_at(self) -> tuple[str, str] | None:
        """Return kind and id of the record that is edited here, for the preview beside; None for none."""
        return None

    def place_to_go_on(self) -> QWidget | None:
        """Return where the focus goes when what had it is gone; None leaves that to the window."""
        return None

    def go_back(self) -> bool:
        """Answer Zurück within the page; returns False if the window shall go to the page before."""
        return False

    def way_back(self) -> str:
        """Return the words of Zurück where they can say more than that; empty for none."""
        return ""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh(())
            self.heading_changed.emit()

    def _note(self, changes: tuple[Change, ...]) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._stale = True
