"""Be what stands beside the questions: which attachment is shown, the tools for it, and the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.interviews import Attachment
from kizdesk.ui.pages.interview.scan.tools import Tools
from kizdesk.ui.pages.interview.scan.view import PageView
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button, icon_button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.stops import follow_each_other

_FEWEST_LETTERS = 8
_CHOOSER_LETTERS = 24
"""Letters of a file's name that can be read where the tools stand beside it."""


class ScanPane(QFrame):
    """Be the pane; files can be dropped on it."""

    chosen = Signal(str)
    """The attachment of this id shall be shown."""
    picking = Signal()
    """Another file shall be chosen."""
    dropped = Signal(list)
    """Files of these paths shall be attached and shown."""
    closed = Signal()
    done = Signal()
    """The keyboard shall go back to the answer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_attach = True
        self._current = -1
        self.chooser = QComboBox()
        self.tools = Tools(theme)
        self.view = PageView(theme)
        self._close = icon_button(
            theme.icon("close"), self.tr("Vorlage schließen"), shortcut="", name="scan-close", parent=self
        )
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._in_one_row = False
        self._instead = QStackedWidget()
        self._sentence = label("", "muted")
        self._pick = button(self.tr("Datei wählen …   Alt+W"), name="scan-pick")
        self._build()
        self._connect()

    def show_files(self, files: Sequence[Attachment], current: str, *, can_attach: bool) -> None:
        """Show which files there are and which of them is looked at."""
        self._can_attach = can_attach
        self.setAcceptDrops(can_attach)
        with QSignalBlocker(self.chooser):
            self.chooser.clear()
            for file in files:
                self.chooser.addItem(file.name, file.id)
                self.chooser.setItemData(self.chooser.count() - 1, file.name, Qt.ItemDataRole.ToolTipRole)
            if can_attach and files:
                self.chooser.addItem(self.tr("Andere Datei wählen …"), "")
            self._current = next((number for number, file in enumerate(files) if file.id == current), -1)
            self.chooser.setCurrentIndex(self._current)
        self.chooser.setEnabled(bool(files))
        self.chooser.setToolTip(self.chooser.currentText())

    def say(self, sentence: str) -> None:
        """Say why no page is shown; nothing shows the page again."""
        self._sentence.setText(sentence)
        self._sentence.set_role("problem" if self._current >= 0 else "muted")
        there = self.chooser.count() > 0
        self._pick.setText(self.tr("Andere Datei wählen …") if there else self.tr("Datei wählen …   Alt+W"))
        self._pick.setAccessibleName(self._pick.text())
        self._pick.setVisible(self._can_attach)
        self._instead.setCurrentIndex(1 if sentence else 0)
        self.tools.setVisible(not sentence or self.tools.has_pages)
        self.chooser.setVisible(there)
        self._arrange()

    def say_nothing_there(self) -> None:
        """Teach what the pane is for."""
        there = self.tr(
            "Hier steht die Vorlage neben den Fragen: ein Scan oder Foto des ausgefüllten Formulars, als PDF, PNG oder "
            "JPEG. Dateien lassen sich auch hierher ziehen; sie werden zum Gespräch gelegt."
        )
        read_only = self.tr("Zu diesem Gespräch liegt kein Scan oder Foto vor, das sich daneben zeigen lässt.")
        self.say(there if self._can_attach else read_only)

    def open_chooser(self) -> None:
        """Let another file be chosen by keys."""
        if self.chooser.count() == 0:
            self.picking.emit()
        else:
            self.chooser.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.chooser.showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools where they fit."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back on Esc and Enter; what is typed here by mistake answers no question."""
        modified = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if modified:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and show so."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            set_look(self, "ground", "selection")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        set_look(self, "ground", "card")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        set_look(self, "ground", "card")
        self.dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _arrange(self) -> None:
        """Put the tools beside the chooser where both have room, so that the page is higher."""
        letter = self.fontMetrics().averageCharWidth()
        needed = self.tools.sizeHint().width() + self._close.sizeHint().width() + _CHOOSER_LETTERS * letter
        if (self.width() >= needed) != self._in_one_row:
            self._in_one_row = not self._in_one_row
            (self._head if self._in_one_row else self._column).insertWidget(1, self.tools)
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the Tab key go as one reads."""
        tools = self.tools.stops()
        head = (self.chooser, *tools, self._close) if self._in_one_row else (self.chooser, self._close, *tools)
        follow_each_other((*head, self.view, self._pick))

    @Slot(int)
    def _choose(self, index: int) -> None:
        ident = str(self.chooser.itemData(index) or "")
        if ident:
            self.chosen.emit(ident)
            return
        with QSignalBlocker(self.chooser):
            self.chooser.setCurrentIndex(self._current)
        self.picking.emit()

    def _build(self) -> None:
        sizes = self._theme.sizes
        self.setProperty("ground", "card")
        self.setAccessibleName(self.tr("Vorlage"))
        self.chooser.setObjectName("scan-chooser")
        self.chooser.setAccessibleName(self.tr("Vorlage wählen"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(_FEWEST_LETTERS)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chooser.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.setAccessibleName(self.tr("Seite der Vorlage"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = self._column
        column.setContentsMargins(sizes.gap, sizes.gap, sizes.gap, sizes.gap)
        column.setSpacing(sizes.gap_small)
        self._head.setSpacing(sizes.gap_small)
        self._head.addWidget(self.chooser, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(self._head)
        column.addWidget(self.tools)
        column.addWidget(self._instead, 1)
        self._instead.addWidget(self.view)
        self._instead.addWidget(self._said())
        self._order_tabs()

    def _said(self) -> QWidget:
        box, sizes = QWidget(), self._theme.sizes
        column = QVBoxLayout(box)
        column.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.margin)
        column.setSpacing(sizes.padding)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return box

    def _connect(self) -> None:
        self.chooser.activated.connect(self._choose)
        self._close.clicked.connect(self.closed)
        self._pick.clicked.connect(self.picking)
        self._theme.changed.connect(self._draw_sign)

    @Slot()
    def _draw_sign(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
