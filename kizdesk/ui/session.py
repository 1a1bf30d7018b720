"""Hold what every page works with: the open project, its changes, the reading lane, words, memory and theme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.errors import ElsewhereError, EnvironmentFault, UserError
from kizdesk.project.apart.here import Here, Place
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.theme import Theme

if TYPE_CHECKING:
    from kizdesk.domain.snapshot import Snapshot
    from kizdesk.project.opened import OpenProject
    from kizdesk.project.wording.labels import Labels

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Message:
    """Be a sentence in the bar at the bottom: ``kind`` is ``info``, ``attention`` or ``problem``."""

    text: str
    kind: str = "info"
    action: str = ""
    """Text of a button beside the sentence; empty for none."""
    act: Callable[[], object] | None = None
    of_step: bool = False
    """Its button is about the last step; the message goes when the project is changed again."""
    about: str = ""
    """The work it tells of, such as ``copy``: what was said of the same work before is settled by it."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Be a place to go to: a page by its key, with what it shall open, or the place of a target."""

    page: str = ""
    argument: str = ""
    target: Target | None = None


class Session(QObject):
    """Be one open project for the window; pages read ``project.snapshot`` and call the functions of `project`."""

    changed = Signal(object)
    """The changes just made, as a tuple; an empty tuple after undo and redo: everything may have changed."""
    saved = Signal(object)
    """The SaveState after each write or fault."""
    said = Signal(object)
    """A Message for the bar at the bottom."""
    undone = Signal(str)
    """What the step did that is undone now, in a statement with the record it concerns."""
    redone = Signal(str)
    going = Signal(object)
    """A Destination the user wants to see."""
    looked = Signal()
    """The page shows another record to be edited: the preview beside it shows where that is printed."""
    moved_on = Signal()
    """A page shows another place of its own: what was said about the one before goes."""
    leaving = Signal()
    """Editors write what they hold: before undo, export, change of page and closing."""
    closing = Signal()
    """The project is to be closed: what was begun and left without a word goes."""

    def __init__(
        self,
        project: OpenProject,
        labels: Labels,
        jobs: Jobs,
        memory: Memory,
        theme: Theme,
        parent: QObject | None = None,
        *,
        apart: Place | None = None,
    ) -> None:
        super().__init__(parent)
        self.apart: Place = apart or Here()
        """Where jobs do what takes long; ``partial(apart.run, work, project.pinned())`` is such a job."""
        self.project = project
        self.labels = labels
        self.jobs = jobs
        self.memory = memory
        self.theme = theme
        self.is_watched = False
        """Somebody watches in the preview what becomes of what is typed: it is written sooner."""
        self._held: WeakKeyDictionary[QObject, str] = WeakKeyDictionary()
        self._steps = 0
        self._is_noting = False
        jobs.refused.connect(self.say_refusal)
        self._ends = (project.subscribe(self._tell_changed), project.on_saved(self.saved.emit))

    @property
    def read_only(self) -> bool:
        """Tell whether the project is only read."""
        return self.project.read_only

    @property
    def held(self) -> tuple[str, ...]:
        """Return why editors hold something that is not written, each with the name of its field."""
        return tuple(self._held.values())

    @property
    def is_noting(self) -> bool:
        """Tell whether what changes just now is no step of anybody, but observed by the program itself."""
        return self._is_noting

    def note(self, action: Callable[[], object]) -> None:
        """Have the program write what it observed; what the bar says of the last step stays true."""
        self._is_noting = True
        try:
            self.attempt(action)
        finally:
            self._is_noting = False

    def hold(self, editor: QObject, sentence: str) -> None:
        """Remember why an editor holds something that is not written; an empty sentence if all is well again."""
        if sentence:
            self._held[editor] = sentence
        else:
            self._held.pop(editor, None)

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something with the project; what it refuses is said in the bar, and None is returned."""
        try:
            return action()
        except (UserError, EnvironmentFault) as refusal:
            self.say_refusal(refusal)
            return None

    def carry_out(self, action: Callable[[], object], done: str) -> bool:
        """Do something and tell so, with the button that takes it back; where it is refused, say why, return False."""
        before = self.project.snapshot
        try:
            action()
        except (UserError, EnvironmentFault) as refusal:
            self.say_refusal(refusal)
            return False
        self.say_done(done, before)
        return True

    def say(
        self,
        text: str,
        *,
        kind: str = "info",
        action: str = "",
        act: Callable[[], object] | None = None,
        about: str = "",
    ) -> None:
        """Show a sentence in the bar at the bottom, with a button if there is something to do.

        What failed before of the work it is ``about`` is not said any longer.
        """
        self.said.emit(Message(text, kind, action, act, about=about))

    def say_refusal(self, refusal: UserError | EnvironmentFault) -> None:
        """Show why something is not possible in the bar at the bottom, with the way to what is missing."""
        if isinstance(refusal, ElsewhereError):
            self.say(str(refusal), kind="problem", action=self.tr("Anzeigen"), act=partial(self.go, refusal.target))
        else:
            self.say(str(refusal), kind="problem")

    def say_done(self, text: str, since: Snapshot | None = None) -> None:
        """Tell what was done, with the button that takes it back, unless nothing changed ``since`` a moment."""
        if since is self.project.snapshot:
            self.say(text)
            return
        self.say_of_step(text, self.tr("Rückgängig"), self.undo)

    def say_of_step(self, text: str, action: str, act: Callable[[], object]) -> None:
        """Tell of the last step, with a button that acts on this very step or not at all."""
        self.said.emit(Message(text, action=action, act=partial(self._act_on, self._steps, act), of_step=True))

    def undo(self) -> None:
        """Take the last step back, and tell which."""
        self.leaving.emit()
        before = self.project.snapshot
        label = self.attempt(self.project.undo)
        if label is not None:
            self.undone.emit(self._told(self.project.snapshot, before, label))

    def redo(self) -> None:
        """Bring the last step taken back again, and tell which."""
        self.leaving.emit()
        before = self.project.snapshot
        label = self.attempt(self.project.redo)
        if label is not None:
            self.redone.emit(self._told(before, self.project.snapshot, label))

    def go(self, target: Target) -> None:
        """Show the place of a target."""
        self.going.emit(Destination(target=target))

    def open(self, page: str, argument: str = "") -> None:
        """Show a page by its key, with what it shall open, such as the id of an interview."""
        self.going.emit(Destination(page=page, argument=argument))

    def end(self) -> None:
        """Stop listening to the project; the caller closes it."""
        for end in self._ends:
            end()
        self.apart.close()

    def _act_on(self, step: int, act: Callable[[], object]) -> None:
        """Act unless editors held a change that is a step of its own."""
        self.leaving.emit()
        if step == self._steps:
            act()
        else:
            self.say(self.tr("Inzwischen ist noch etwas geändert worden. Strg+Z nimmt eines nach dem anderen zurück."))

    def _told(self, older: Snapshot, newer: Snapshot, label: str) -> str:
        from kizdesk.project.wording.told import told

        return told(self.project, older, newer, label)

    def _tell_changed(self, changes: tuple[Change, ...]) -> None:
        if not self._is_noting:
            self._steps += 1
        self.changed.emit(changes)
