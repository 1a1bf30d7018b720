"""Attach files to an answer, by a dialog or by dropping them, with a remark."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.interviews import Attachment
from kizdesk.project.runner.ask import Ask, Reply
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.remark import Remark
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SIZES = Sizes()
_MEGA = 1024 * 1024


class FilesReply(ReplyEditor):
    """Show what is attached; attaching itself is the business of the page."""

    attached = Signal(str)
    """A file of this path shall be attached."""
    opened = Signal(str)
    """The attachment of this id shall be opened."""
    removed = Signal(str)
    """The attachment of this id shall go."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._files: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._add = button(self.tr("Datei anhängen …"), name="attach")
        self._hint = label(self.tr("Dateien können auch hierher gezogen werden, bis 50 MB je Datei."), "small")
        self._remark = Remark(self)
        self._remark.is_offered = True
        self._build()
        self._add.clicked.connect(self._choose)
        self._remark.edited.connect(self.edited)

    def show_ask(self, ask: Ask) -> None:
        """Be ready for another question."""

    def value(self) -> Any:
        """Return files and remark."""
        return Reply(text=self._remark.text(), files=self._files)

    def set_value(self, value: Any) -> None:
        """Show files and remark."""
        reply = reply_or_empty(value)
        if reply.files != self._files:
            self._files = reply.files
            self._fill()
        self._remark.show_text(reply.text)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._add.setEnabled(not on)
        self._remark.set_read_only(on=on)
        self.setAcceptDrops(not on)

    def take_quotation(self, line: str) -> bool:
        """Put a quotation into the remark."""
        self._remark.add_line(line)
        return True

    def home(self) -> QWidget | None:
        """Return the button that attaches."""
        return self._add

    def away(self) -> QWidget | None:
        """Return the same button."""
        return self._add

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attached.emit(url.toLocalFile())
        event.acceptProposedAction()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.gap_small)
        column.addLayout(self._list)
        for widget in (self._add, self._hint, self._remark):
            column.addWidget(widget)
        column.addStretch(1)
        self.watch(self._add, self._add.text())
        self.watch(self._remark.area, self._remark.name)

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, attachment_id in enumerate(self._files):
            attachment = self.session.project.snapshot.find(Attachment, attachment_id)
            if attachment is not None:
                self._list.addWidget(self._row(number, attachment))

    def _row(self, number: int, attachment: Attachment) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        show = button(self.tr("Öffnen"), name=f"open-{number + 1}")
        drop = button(self.tr("Entfernen"), kind="quiet", name=f"drop-{number + 1}")
        show.setAccessibleName(self.tr("{0} öffnen").format(attachment.name))
        drop.setAccessibleName(self.tr("{0} entfernen").format(attachment.name))
        drop.setEnabled(not self.session.read_only)
        show.clicked.connect(partial(self.opened.emit, attachment.id))
        drop.clicked.connect(partial(self.removed.emit, attachment.id))
        row.addWidget(ElidedLabel(attachment.name, "strong"), 1)
        row.addWidget(label(_size(attachment.size), "small", wrap=False))
        row.addWidget(show)
        row.addWidget(drop)
        return holder

    @Slot()
    def _choose(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Dateien anhängen"))
        for path in paths:
            self.attached.emit(path)


def _size(count: int) -> str:
    if count < _MEGA:
        return f"{max(1, round(count / 1024))} KB"
    return f"{count / _MEGA:.1f} MB".replace(".", ",")
