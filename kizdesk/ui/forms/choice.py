"""Choose one of few: values of an enum, yes or no, yes, no or open."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.options import Option
from kizdesk.ui.forms.suggestions import ClickThrough
from kizdesk.ui.widgets.buttons import button

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

SEGMENTS = 4
"""Up to so many options stand side by side."""
_LETTERS = 36
"""Up to so many letters in all; more is a box."""
_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Whoever comes back like this goes on where the cursor was."""


class Flag(Editor):
    """Say yes or no with one box; ``text`` stands beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, text: str = "ja") -> None:
        super().__init__(session, parent)
        self._box = QCheckBox(text, self)
        self._read_only = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addStretch(1)
        self.watch(self._box)
        self._box.clicked.connect(self._choose)

    def value(self) -> bool:
        """Tell whether the box is ticked."""
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick the box or not."""
        self._box.setChecked(bool(value))

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._box.setEnabled(not on)

    @Slot()
    def _choose(self) -> None:
        self.edited.emit()
        self.committed.emit()


class Segments(Editor):
    """Choose one of few options that stand side by side; arrow keys go from one to the next."""

    def __init__(self, session: Session, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._options = options
        self._group = QButtonGroup(self)
        self._buttons: list[QPushButton] = []
        self._build()
        self._group.idClicked.connect(self._choose)

    def value(self) -> Any:
        """Return the chosen value, or None if there is none."""
        number = self._group.checkedId()
        return self._options[number].value if number >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose an option."""
        chosen = next((number for number, option in enumerate(self._options) if option.value == value), -1)
        self._group.setExclusive(False)
        for number, made in enumerate(self._buttons):
            made.setChecked(number == chosen)
        self._group.setExclusive(True)
        self.lead_with(self._buttons[max(chosen, 0)])

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        for made in self._buttons:
            made.setEnabled(not on)

    def _build(self) -> None:
        frame = QFrame(self)
        frame.setProperty("ground", "segments")
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        for number, option in enumerate(self._options):
            made = button(option.text, kind="segment", parent=frame)
            made.setCheckable(True)
            self._group.addButton(made, number)
            self._buttons.append(made)
            inner.addWidget(made)
            self.watch(made, option.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(frame)
        row.addStretch(1)

    @Slot()
    def _choose(self) -> None:
        self.edited.emit()
        self.committed.emit()


class Picker(QComboBox):
    """Be a box of choices that the wheel does not change by accident."""

    clicked_beside = Signal()
    """The choices found while typing closed because something else was clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(16)
        self._explained = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the choice shortened at its end; the whole of it is the tooltip."""
        if self.isEditable():
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        whole = option.currentText
        option.currentText = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._explain(whole if option.currentText != whole else "")

    def make_searchable(self) -> QLineEdit:
        """Take letters that choices contain; a click into the line opens all of them. Returns the line."""
        line, completer = QLineEdit(self), QCompleter(self.model(), self)
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(self.maxVisibleItems())
        self.setCompleter(completer)
        ClickThrough(completer).clicked_beside.connect(self.clicked_beside)
        line.installEventFilter(self)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show all choices at a click; what is typed then takes the place of the choice and narrows the list."""
        completer, clicked = self.completer(), event.type() == QEvent.Type.MouseButtonRelease
        if clicked and completer is not None and isinstance(watched, QLineEdit) and watched.isEnabled():
            watched.selectAll()
            completer.setCompletionPrefix("")
            completer.complete()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the whole text however the box was come to, so that typing takes its place."""
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() not in _BACK:
            line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choices with Enter as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isEditable():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def _explain(self, cut: str) -> None:
        if self.toolTip() == self._explained and self.toolTip() != cut:
            self.setToolTip(cut)
            self._explained = cut


class Box(Editor):
    """Choose one of several options from a box that opens."""

    def __init__(self, session: Session, options: tuple[Option, ...], parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._options = options
        self._box = Picker(self)
        self._box.addItems([option.text for option in options])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.watch(self._box)
        self._box.activated.connect(self._choose)

    def value(self) -> Any:
        """Return the chosen value, or None if there is none."""
        number = self._box.currentIndex()
        return self._options[number].value if number >= 0 else None

    def set_value(self, value: Any) -> None:
        """Choose an option."""
        values = [option.value for option in self._options]
        self._box.setCurrentIndex(values.index(value) if value in values else -1)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._box.setEnabled(not on)

    def set_placeholder(self, text: str) -> None:
        """Show a hint while nothing is chosen."""
        self._box.setPlaceholderText(text)

    @Slot()
    def _choose(self) -> None:
        self.edited.emit()
        self.committed.emit()


class Choice(Editor):
    """Choose a value of an enum; ``optional`` adds a choice for none, called ``empty``; ``boxed`` saves width."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        of: type[Enum],
        optional: bool = False,
        empty: str = "offen",
        boxed: bool = False,
    ) -> None:
        super().__init__(session, parent)
        words = tuple(Option(value, text) for value, text in session.labels.options(of))
        options = (Option(None, empty), *words) if optional else words
        few = len(options) <= SEGMENTS and sum(len(option.text) for option in options) <= _LETTERS
        self._inner = Segments(session, options, self) if few and not boxed else Box(session, options, self)
        self.adopt(self._inner)

    def value(self) -> Any:
        """Return the chosen value, or None if there is none."""
        return self._inner.value()

    def set_value(self, value: Any) -> None:
        """Choose a value."""
        self._inner.set_value(value)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._inner.set_read_only(on=on)


class ThreeWay(Segments):
    """Say yes, no or leave it open."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        words: tuple[str, str, str] = ("ja", "nein", "offen"),
    ) -> None:
        options = tuple(Option(value, text) for value, text in zip((True, False, None), words, strict=True))
        super().__init__(session, options, parent)
