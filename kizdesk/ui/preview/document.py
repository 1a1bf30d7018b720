"""Read a PDF for a view in any thread: what takes long of it needs no window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, QThread
from PySide6.QtPdf import QPdfDocument

from kizdesk.project.output.printing import Printed
from kizdesk.ui.jobs import Progress


@dataclass(frozen=True, slots=True)
class ReadPdf:
    """Be a document that can be shown; it belongs to the thread of the window."""

    document: QPdfDocument
    buffer: QBuffer
    sizes: tuple[QSizeF, ...]
    """Of the pages, in points. Qt looks for each page in the file the first time that it is asked, and knows then."""

    def forget(self) -> None:
        """Give everything back, in a turn of its own."""
        self.document.deleteLater()
        self.buffer.deleteLater()


def read_pdf(data: bytes, home: QThread) -> ReadPdf:
    """Return a document for another thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    sizes = tuple(document.pagePointSize(number) for number in range(document.pageCount()))
    for made in (document, buffer):
        made.moveToThread(home)
    return ReadPdf(document, buffer, sizes)


@dataclass(frozen=True, slots=True)
class Reading:
    """Be the work of reading what was printed before."""

    printed: Printed
    home: QThread

    def __call__(self, progress: Progress) -> ReadPdf:
        """Read, if that is still wanted."""
        progress("", 0.0)
        return read_pdf(self.printed.pdf, self.home)
