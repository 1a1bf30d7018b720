"""Choose a field of action as focus, and write its reason right below."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.focus import Focus
from kizdesk.project.focus_sheet import FocusOption
from kizdesk.project.records import set_value
from kizdesk.ui.forms import Binding, FieldCell, LongText
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
    """Be one field: a box, how urgent it is found, its place among the chosen ones, its reason."""

    ticked = Signal(str)
    """The id of the field that shall be a focus."""
    unticked = Signal(str)
    """The id of the field that shall be none any more."""
    moved = Signal(str, int)
    """The id of the field, and the step it shall go among the chosen ones."""

    def __init__(self, session: Session, option: FocusOption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._option = session, option
        self._box = QCheckBox()
        self._title = TickLabel("", "strong")
        self._urgency = label("", "muted", wrap=False)
        self._former = label(self.tr("gehört nicht mehr zum Konzept"), "attention")
        self._up = icon_button(session.theme.icon("up", "muted"), self.tr("Nach oben (Alt+Pfeil auf)"))
        self._down = icon_button(session.theme.icon("down", "muted"), self.tr("Nach unten (Alt+Pfeil ab)"))
        self._editor = LongText(session, least=2)
        self._cell = FieldCell(self._editor, self.tr("Begründung"))
        self._binding = Binding(self._editor, session, self._read, self._write)
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
        return (self._box, self._up, self._down, *self._editor.parts)

    def show_option(self, option: FocusOption, number: int) -> None:
        """Show the field with its number among the chosen ones; 0 if it is not chosen."""
        other = option.focus is None or self._option.focus is None or option.focus.id != self._option.focus.id
        self._option = option
        chosen = option.focus is not None
        self._box.setChecked(chosen)
        self._title.setText(f"{number}. {option.title}" if chosen else option.title)
        self._title.set_role("strong" if chosen else "body")
        self._former.setVisible(not option.adopted)
        self._cell.setVisible(chosen)
        for made in (self._up, self._down):
            made.setVisible(chosen and not self._session.read_only)
        if other:
            self._binding.show()
        else:
            self._binding.refresh()
        self._name(option)

    def show_urgency(self, text: str, tip: str = "") -> None:
        """Say how urgent the interviews find it."""
        self._urgency.setText(text)
        self._urgency.setToolTip(tip)

    def flush(self) -> None:
        """Write the reason that is typed."""
        self._binding.flush()

    def focus_box(self) -> None:
        """Put the focus onto the box."""
        self._box.setFocus()

    def focus_reason(self) -> None:
        """Put the focus into the reason and show for a moment that this is the place."""
        self._editor.setFocus()
        self._cell.highlight()

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
        self._editor.setObjectName(f"focus.reason.{option.field_id}")
        self._editor.describe(self.tr("Begründung: {0}").format(option.title))

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        head = QHBoxLayout()
        head.setSpacing(sizes.gap_small)
        head.addWidget(self._box)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._former)
        head.addLayout(words, 1)
        head.addWidget(self._urgency)
        head.addWidget(self._up)
        head.addWidget(self._down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.unit)
        column.addLayout(head)
        inset = QHBoxLayout()
        inset.setContentsMargins(sizes.ring, 0, 0, sizes.gap_small)
        inset.addWidget(self._cell)
        column.addLayout(inset)
        self._box.setEnabled(not self._session.read_only)
        self._editor.set_placeholder(self.tr("Warum hat dieses Feld in den nächsten zwei Jahren Vorrang?"))

    def _connect(self) -> None:
        self._box.clicked.connect(self._tick)
        self._title.clicked.connect(self._box.click)
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        self._binding.refused.connect(self._cell.show_refusal)
        for stop in self.stops:
            stop.installEventFilter(self)
        self._session.theme.changed.connect(self._draw)

    def _tick(self) -> None:
        told = self.ticked if self._box.isChecked() else self.unticked
        self._binding.flush()
        told.emit(self._option.field_id)

    def _move(self, step: int) -> None:
        if self._option.focus is not None and not self._session.read_only:
            self._binding.flush()
            self.moved.emit(self._option.field_id, step)

    def _draw(self) -> None:
        self._up.setIcon(self._session.theme.icon("up", "muted"))
        self._down.setIcon(self._session.theme.icon("down", "muted"))

    def _focus(self) -> Focus | None:
        held = self._option.focus
        return None if held is None else self._session.project.snapshot.find(Focus, held.id)

    def _read(self) -> Any:
        found = self._focus()
        return "" if found is None else found.reason

    def _write(self, value: Any, stay: str) -> None:
        found = self._focus()
        if found is not None:
            set_value(self._session.project, Focus, found.id, "reason", value, stay=stay)
