"""Open a PDF or a picture from memory and draw its pages; this happens in the second process only."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from kizdesk.domain.scans import ScanKind, kind_of
from kizdesk.ui.pages.interview.scan.faults import Fault, SheetError

MOST_DOTS: Final = 16_000_000
"""Dots of a drawn page; an A4 page has as many at 400 per inch."""
_MOST_MEGABYTES: Final = 400
"""What a picture may take that can only be unpacked as a whole."""
_LIKELY_DOTS: Final = 50_000_000
"""Dots of a picture that is unpacked as a whole unless it is damaged; an A4 page has 35 million at 600 per inch."""
_PER_POINT: Final = 96 / 72
_LARGEST_EDGE: Final = 100_000.0
_TURNED: Final = QImageIOHandler.Transformation.TransformationRotate90


class Sheets(Protocol):
    """Be pages that can be drawn."""

    @property
    def count(self) -> int:
        """Return how many pages there are."""

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in logical pixels, as it lies when it is not zoomed."""

    def drawn(self, page: int, size: QSize) -> QImage:
        """Return a page drawn as large as is asked for; raises SheetError."""


class Opener:
    """Open files one after the other.

    WORKAROUND with the last document Qt takes pdfium down, which then never gives back what it took, 2 MB each time:
    one without pages is kept open. Remove when the memory stays the same without it.
    """

    def __init__(self) -> None:
        self._kept = QPdfDocument()

    def open(self, data: bytes) -> Sheets:
        """Open a file of one of the three kinds; raises SheetError."""
        kind = kind_of(data)
        if kind is None:
            raise SheetError(Fault.FOREIGN)
        return _Document(data) if kind is ScanKind.PDF else _Picture(data, kind)


class _Document:
    """Be a PDF."""

    def __init__(self, data: bytes) -> None:
        self._buffer = _buffer(data)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        error = self._document.error()
        if error is QPdfDocument.Error.IncorrectPassword or error is QPdfDocument.Error.UnsupportedSecurityScheme:
            raise SheetError(Fault.PROTECTED)
        if self._document.status() is not QPdfDocument.Status.Ready or self.count < 1:
            raise SheetError(Fault.DAMAGED)
        self._options = QPdfDocumentRenderOptions()
        self._options.setRenderFlags(QPdfDocumentRenderOptions.RenderFlag.Annotations)

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return int(self._document.pageCount())

    def size(self, page: int) -> QSizeF:
        """Return the size on paper, at 96 logical pixels per inch."""
        points = QSizeF(self._document.pagePointSize(page))
        size = QSizeF(points.width() * _PER_POINT, points.height() * _PER_POINT)
        if not (1 <= size.width() <= _LARGEST_EDGE and 1 <= size.height() <= _LARGEST_EDGE):
            raise SheetError(Fault.DAMAGED)
        return size

    def drawn(self, page: int, size: QSize) -> QImage:
        """Draw the page with what is written into its fields."""
        return _on_paper(self._document.render(page, size, self._options))


class _Picture:
    """Be a picture, turned as the camera says; what has more dots than are ever shown is unpacked smaller."""

    def __init__(self, data: bytes, kind: ScanKind) -> None:
        QImageReader.setAllocationLimit(_MOST_MEGABYTES)
        self._buffer = _buffer(data)
        reader = QImageReader(self._buffer, QByteArray(kind.value.encode()))
        reader.setAutoTransform(True)
        full = reader.size()
        if full.isEmpty():
            raise SheetError(Fault.DAMAGED)
        if (wanted := within(full, MOST_DOTS)) != full:
            reader.setScaledSize(wanted)
        image = reader.read()
        if image.isNull():
            too_large = full.width() * full.height() > _LIKELY_DOTS
            raise SheetError(Fault.TOO_LARGE if too_large else Fault.DAMAGED, (full.width(), full.height()))
        self._image = _on_paper(image)
        turned = bool(reader.transformation().value & _TURNED.value)
        self._size = QSizeF(full.transposed() if turned else full)
        self._buffer.close()

    @property
    def count(self) -> int:
        """Return one."""
        return 1

    def size(self, page: int) -> QSizeF:
        """Return how many dots the picture has."""
        return self._size

    def drawn(self, page: int, size: QSize) -> QImage:
        """Return the picture smaller or larger."""
        smooth = Qt.TransformationMode.SmoothTransformation
        return self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def within(size: QSize, dots: int) -> QSize:
    """Return a size of the same shape that has no more than so many dots."""
    share = min(1.0, (dots / max(1, size.width() * size.height())) ** 0.5)
    return QSize(max(1, int(size.width() * share)), max(1, int(size.height() * share))) if share < 1 else size


def _buffer(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _on_paper(image: QImage) -> QImage:
    """Return what was drawn on white, without anything that shines through."""
    if image.isNull():
        raise SheetError(Fault.DAMAGED)
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    if paper.isNull():
        raise SheetError(Fault.TOO_MUCH)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(QPointF(0, 0), image, QRectF(image.rect()))
    painter.end()
    return paper
