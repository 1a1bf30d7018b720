"""Be the menu „Projekt“: the file, the look and the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kizdesk.ui.memory import Memory
from kizdesk.ui.scheme import SCALES, SchemeChoice
from kizdesk.ui.shell.palette_model import Offer
from kizdesk.ui.widgets.buttons import key_text

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject

_UPPER = ("new", "open")
_LOWER = ("save_copy", "verify", "backups", "log", "", "name")
_LOOK_WORDS = "ansicht aussehen farben modus nachtmodus theme dunkel dunkler hell heller"
_SCALE_WORDS = "ansicht darstellung groß größer klein kleiner text zoom lesbar"
_RECENT_WORDS = "zuletzt geöffnet wechseln anderes"
_MOST = 60
"""Letters of a step that are shown."""
_LAST = ("", "about", "close_project", "quit")


class ProjectMenu(QMenu):
    """Offer the commands of the project; what was opened last is looked up when the menu is shown."""

    recent_wanted = Signal(object)
    """The path of a project opened before."""

    def __init__(
        self,
        commands: Mapping[str, QAction],
        memory: Memory,
        choice: SchemeChoice,
        project: OpenProject,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._commands = commands
        self._memory = memory
        self._choice = choice
        self._here = project.path
        self._steps = tuple(self._step(name) for name in ("undo", "redo"))
        self.addSeparator()
        self._add(commands, _UPPER)
        self._recent = self.addMenu(self.tr("Zuletzt geöffnet"))
        self.addSeparator()
        self._add(commands, _LOWER)
        schemes = (("light", self.tr("Hell")), ("dark", self.tr("Dunkel")), ("system", self.tr("Wie das System")))
        self.looks = self._choices(self.tr("Darstellung"), schemes, self._choose_scheme)
        scales = [(str(scale), self.tr("{percent} %").format(percent=round(scale * 100))) for scale in SCALES]
        self.scales = self._choices(self.tr("Schriftgröße"), scales, self._choose_scale)
        self._add(commands, _LAST)
        self.aboutToShow.connect(self._refresh)
        self._refresh()

    def offers(self) -> list[Offer]:
        """Return what stands in menus below this one, for the palette."""
        self._refresh()
        looks = [
            Offer(self.tr("Darstellung: {0}").format(action.text()), "", action.trigger, _LOOK_WORDS)
            for action in self.looks.actions()
        ]
        scales = [
            Offer(self.tr("Schriftgröße: {0}").format(action.text()), "", action.trigger, _SCALE_WORDS)
            for action in self.scales.actions()
        ]
        recent = [
            Offer(self.tr("Projekt öffnen: {0}").format(action.text()), action.toolTip(), action.trigger, _RECENT_WORDS)
            for action in self._recent.actions()
        ]
        return [*looks, *scales, *recent]

    def ask_above(self, button: QWidget) -> None:
        """Open above the button at the foot of the rail; the choice is then made by keys too.

        A button with a menu of its own would draw its sign out of line with its neighbours.
        """
        self.popup(button.mapToGlobal(QPoint(0, -self.sizeHint().height())))

    def _step(self, name: str) -> QAction:
        """Add a command that says what it would take back; its keys stay with the command of the window."""
        action = self.addAction("")
        action.setObjectName(f"menu-{name}")
        action.triggered.connect(self._commands[name].trigger)
        return action

    def _name_steps(self) -> None:
        state = self._project.save_state
        for action, name, label in zip(
            self._steps, ("undo", "redo"), (state.undo_label, state.redo_label), strict=True
        ):
            command = self._commands[name]
            what = f"{command.text()}: {_shortened(label)}" if label else command.text()
            action.setText(f"{what}\t{key_text(command.shortcut())}")
            action.setEnabled(bool(label))

    def _add(self, commands: Mapping[str, QAction], names: Sequence[str]) -> None:
        for name in names:
            if name:
                self.addAction(commands[name])
            else:
                self.addSeparator()

    def _choices(self, title: str, options: Sequence[tuple[str, str]], choose: object) -> QActionGroup:
        menu = self.addMenu(title)
        group = QActionGroup(self)
        for value, text in options:
            action = QAction(text, self)
            action.setObjectName(f"choose-{value}")
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(choose)
        return group

    def _refresh(self) -> None:
        self._name_steps()
        self._recent.clear()
        for project in self._memory.recent:
            if project.path != self._here:
                action = self._recent.addAction(project.title or project.path.stem)
                action.setToolTip(str(project.path))
                action.triggered.connect(partial(self._open, project.path))
        self._recent.setEnabled(not self._recent.isEmpty())
        for group, value in ((self.looks, self._choice.choice), (self.scales, str(self._choice.scale))):
            for action in group.actions():
                action.setChecked(action.data() == value)

    def _open(self, path: Path) -> None:
        self.recent_wanted.emit(path)

    def _choose_scheme(self, action: QAction) -> None:
        self._choice.choose(str(action.data()))

    def _choose_scale(self, action: QAction) -> None:
        self._choice.choose_scale(float(action.data()))


def _shortened(label: str) -> str:
    text = label.replace("&", "&&").replace("\t", " ")
    return text if len(text) <= _MOST else f"{text[:_MOST].rstrip()} …"
