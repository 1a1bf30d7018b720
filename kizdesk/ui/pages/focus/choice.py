"""Choose a field of action as focus; nothing moves when it is ticked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kizdesk.project.focus.sheet import FocusOption
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import icon_button
from kizdesk.ui.widgets.labels import WrapLabel, label

_ALT = Qt.KeyboardModifier.AltModifier


class TickLabel(WrapLabel):
    """Be the words of a box that are long enough to wrap; a click on them is a click on the box."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that it was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()


class FieldChoice(QWidget):
    """Be one field: a box, its number among the chosen ones, how urgent it is found, and the way to its reason."""

    ticked = Signal(str)
    """The id of the field that shall be a focus."""
    unticked = Signal(str)
    """The id of the field that shall be none any more."""
    moved = Signal(str, int)
    """The id of the field, and the step it shall go among the chosen ones."""
    reasoned = Signal(str)
    """The id of the field whose reason shall be written."""

    def __init__(self, session: Session, option: FocusOption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._option = session, option
        self._box = QCheckBox()
        self._number = QLabel()
        self._title = TickLabel("", "body")
        self._urgency = label("", "muted", wrap=False)
        self._former = label(self.tr("gehört nicht mehr zum Konzept"), "attention")
        self._up = icon_button(session.theme.icon("up", "muted"), self.tr("Nach oben (Alt+Pfeil auf)"))
        self._down = icon_button(session.theme.icon("down", "muted"), self.tr("Nach unten (Alt+Pfeil ab)"))
        self._why = icon_button(session.theme.icon("edit", "muted"), self.tr("Begründung schreiben"))
        self._build()
        self._connect()
        self.show_option(option, 0)

    @property
    def option(self) -> FocusOption:
        """Return the field shown."""
        return self._option

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, in the order of reading."""
        return (self._box, self._up, self._down, self._why)

    def show_option(self, option: FocusOption, number: int, count: int = 0) -> None:
        """Show the field with its number among the ``count`` chosen ones; 0 if it is not chosen."""
        self._option = option
        chosen = option.focus is not None
        self._box.setChecked(chosen)
        self._number.setText(f"{number}." if chosen else "")
        self._title.setText(option.title)
        self._former.setVisible(not option.adopted)
        self._why.setVisible(chosen)
        for made, free in ((self._up, number > 1), (self._down, 0 < number < count)):
            if made.hasFocus() and not free:  # what is pressed once too often must not untick
                (self._why if chosen else self._box).setFocus()
            made.setEnabled(free)
            made.setVisible(chosen and count > 1 and not self._session.read_only)
        self._name(option)

    def show_urgency(self, text: str, tip: str = "") -> None:
        """Say how urgent the interviews find it."""
        self._urgency.setText(text)
        self._urgency.setToolTip(tip)

    def focus_box(self) -> None:
        """Put the focus onto the box."""
        self._box.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the field with Alt and the arrows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.modifiers() & _ALT:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _name(self, option: FocusOption) -> None:
        self._box.setAccessibleName(option.title)
        self._box.setObjectName(f"focus.choose.{option.field_id}")
        self._up.setAccessibleName(self.tr("{0} nach oben").format(option.title))
        self._down.setAccessibleName(self.tr("{0} nach unten").format(option.title))
        self._up.setObjectName(f"focus.up.{option.field_id}")
        self._down.setObjectName(f"focus.down.{option.field_id}")
        self._why.setAccessibleName(self.tr("{0} begründen").format(option.title))
        self._why.setObjectName(f"focus.why.{option.field_id}")

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        head = QHBoxLayout(self)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(sizes.gap_small)
        head.addWidget(self._box)
        head.addWidget(self._number)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._former)
        head.addLayout(words, 1)
        head.addWidget(self._urgency)
        self._number.setProperty("role", "strong")
        self._number.setFixedWidth(sizes.gap_small * 2)
        for made in (self._up, self._down, self._why):
            keep_room(made)
            head.addWidget(made)
        self._box.setEnabled(not self._session.read_only)

    def _connect(self) -> None:
        self._box.clicked.connect(self._tick)
        self._title.clicked.connect(self._box.click)
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        self._why.clicked.connect(self._reason)
        for stop in self.stops:
            stop.installEventFilter(self)
        self._session.theme.changed.connect(self._draw)

    def _tick(self) -> None:
        told = self.ticked if self._box.isChecked() else self.unticked
        told.emit(self._option.field_id)

    def _reason(self) -> None:
        self.reasoned.emit(self._option.field_id)

    def _move(self, step: int) -> None:
        if self._option.focus is not None and not self._session.read_only:
            self.moved.emit(self._option.field_id, step)

    def _draw(self) -> None:
        self._up.setIcon(self._session.theme.icon("up", "muted"))
        self._down.setIcon(self._session.theme.icon("down", "muted"))
        self._why.setIcon(self._session.theme.icon("edit", "muted"))


def keep_room(widget: QWidget) -> None:
    """Leave the place of a widget free while it is hidden, so that nothing moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
