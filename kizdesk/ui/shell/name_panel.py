"""Ask for the name under which somebody works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kizdesk.ui.session import Session
from kizdesk.ui.shell.overlay import Overlay
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label


class NamePanel(Overlay):
    """Be a line for the name; it stands with every change in the record."""

    taken = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._line = QLineEdit()
        self._take = button(self.tr("Übernehmen"), kind="primary", name="take-name")
        self._close = button(self.tr("Schließen"), name="close-name")
        self._build()
        self._line.textChanged.connect(self._follow)
        self._line.returnPressed.connect(self._use)
        self._take.clicked.connect(self._use)
        self._close.clicked.connect(self.leave)

    def ask(self) -> None:
        """Show the name as it is now."""
        self._line.setText(self._session.project.who)
        self._follow(self._line.text())
        self.appear()
        self._line.selectAll()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Stand in the middle of the upper half, as high as needed."""
        sizes, room = self._session.theme.sizes, self.under.rect()
        width = min(sizes.text_width // 2 + sizes.margin * 4, room.width() - 2 * sizes.margin)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry((room.width() - width) // 2, sizes.margin * 2, width, height)

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.setAccessibleName(self.tr("Ihr Name"))
        self._line.setObjectName("user-name")
        self._line.setAccessibleName(self.tr("Ihr Name"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.padding)
        outer.setSpacing(sizes.gap)
        outer.addWidget(label(self.tr("Ihr Name"), "card_title"))
        outer.addWidget(label(self.tr("Mit diesem Namen steht von nun an im Änderungsprotokoll, was Sie ändern.")))
        outer.addWidget(self._line)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._take)
        outer.addLayout(row)

    def _follow(self, text: str) -> None:
        self._take.setEnabled(bool(text.strip()))

    def _use(self) -> None:
        name = self._line.text().strip()
        if name:
            self._session.project.work_as(name)
            self.leave()
            self.taken.emit(name)
