"""Edit running text in small Markdown, with buttons, keys and a view of how it reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.long_text import MOST_LINES, TextArea
from kizdesk.ui.forms.prose_look import ProseLook
from kizdesk.ui.forms.prose_marks import Mark, put
from kizdesk.ui.widgets.buttons import button, tip_text
from kizdesk.ui.widgets.look import set_look

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_BUTTONS = (
    (Mark.BOLD, "Fett", "Ctrl+B"),
    (Mark.ITALIC, "Kursiv", "Ctrl+I"),
    (Mark.LIST, "Liste", "Ctrl+Shift+L"),
    (Mark.NUMBERED, "Nummerierung", "Ctrl+Shift+N"),
    (Mark.LINK, "Internetlink", "Ctrl+Shift+K"),
)
_LEAST_LINES = 6


class Prose(Editor):
    """Edit a text in Markdown; the source is kept exactly as it is typed.

    It is as high as its lines, or with ``fills`` takes the height that its place gives; then it shows no stars while
    nobody writes, for nothing is moved by that. ``printed`` tells as what
    small Markdown it is printed, where that is not what was typed.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        least: int = _LEAST_LINES,
        fills: bool = False,
        printed: Callable[[str], str] = str,
    ) -> None:
        super().__init__(session, parent)
        self._printed = printed
        self._area = TextArea(self, least, least if fills else MOST_LINES + least)
        if fills:
            self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._preview = QTextBrowser(self)
        self._marks: list[QPushButton] = []
        self._view = button(self.tr("Vorschau"), kind="quiet", tip=self.tr("Zeigen, wie der Text gedruckt wird"))
        self._look = ProseLook(self._area.document(), session.theme)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._build()
        self._area.typed.connect(self.edited)
        if fills:
            self._look.show_stars(on=False)
            self._turn.timeout.connect(self._look_at_focus)
        self._view.toggled.connect(self._switch)

    def value(self) -> Any:
        """Return the source."""
        return self._area.whole_text()

    def set_value(self, value: Any) -> None:
        """Show a source."""
        text = str(value or "")
        if text != self._area.whole_text():
            self._area.show_whole_text(text)
            if self._view.isChecked():
                self._preview.setMarkdown(self._printed(text))

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._area.setReadOnly(on)
        for made in self._marks:
            made.setEnabled(not on)

    def set_placeholder(self, text: str) -> None:
        """Show a hint while nothing is typed."""
        self._area.setPlaceholderText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the stars where somebody begins to write: after a click has found its place in the words."""
        if watched is self._area and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._turn.start()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.unit)
        self.watch(self._area)
        bar = QHBoxLayout()
        bar.setSpacing(self.session.theme.sizes.unit)
        for mark, text, keys in _BUTTONS:
            bar.addWidget(self._mark_button(mark, text, keys))
        bar.addStretch(1)
        bar.addWidget(self._view)
        self._view.setCheckable(True)
        set_look(self._view, "dense", "true")
        self.watch(self._view, self._view.text())
        self._preview.setOpenLinks(False)
        self._preview.setVisible(False)
        self._preview.setAccessibleName(self.tr("Vorschau"))
        column.addWidget(self._area)
        column.addWidget(self._preview)
        column.addLayout(bar)

    def _mark_button(self, mark: Mark, text: str, keys: str) -> QPushButton:
        made = button(text, kind="quiet", tip=tip_text(text, keys), parent=self)
        set_look(made, "dense", "true")
        made.clicked.connect(partial(self._put, mark))
        shortcut = QShortcut(QKeySequence(keys), self._area)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(partial(self._put, mark))
        self.watch(made, text)
        self._marks.append(made)
        return made

    def _put(self, mark: Mark, _checked: object = None) -> None:
        if not self._area.isReadOnly() and self._area.isVisibleTo(self):
            cursor = self._area.textCursor()
            put(mark, cursor)
            self._area.setTextCursor(cursor)
            self._area.setFocus()

    @Slot()
    def _look_at_focus(self) -> None:
        self._look.show_stars(on=self._area.hasFocus())

    @Slot()
    def _switch(self) -> None:
        shown = self._view.isChecked()
        if shown:
            self._preview.setMarkdown(self._printed(self._area.whole_text()))
            self._preview.setFixedHeight(self._area.height())
        self._preview.setVisible(shown)
        self._area.setVisible(not shown)
        self.lead_with(self._view if shown else self._area)
        for made in self._marks:
            made.setVisible(not shown)
