"""Print a PDF on paper: ask which pages on which printer, and draw them in another thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.ui.jobs import Progress

NO_PRINTER = (
    "Auf diesem Rechner ist kein Drucker eingerichtet. Bitte das Konzept unter „Ausgeben“ als PDF speichern und die "
    "Datei an einem Rechner mit Drucker drucken."
)
_REFUSED = (
    "Der Drucker hat den Auftrag nicht angenommen. Bitte nachsehen, ob er eingeschaltet und verbunden ist, oder das "
    "Konzept unter „Ausgeben“ als PDF speichern."
)
_BROKEN = "Eine Seite ließ sich nicht zeichnen. Bitte die Vorschau neu öffnen und es noch einmal versuchen."
_POINTS, _MOST_DOTS = 72.0, 600
"""More dots to the inch than this are not seen on paper, but take long."""
_BAND = 1024
"""Dots of height that are drawn at once: a whole page would take a hundred megabytes."""


@dataclass(frozen=True, slots=True)
class PaperWork:
    """Be the work of printing pages; who cancels it keeps what came out already."""

    pdf: bytes
    printer: QPrinter

    def __call__(self, progress: Progress) -> int:
        """Print, and return how many pages there were; raises EnvironmentFault if the printer takes none."""
        buffer, document = QBuffer(), QPdfDocument()
        buffer.setData(QByteArray(self.pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        painter = QPainter()
        try:
            self.printer.setFullPage(True)
            if not painter.begin(self.printer):
                raise EnvironmentFault(_REFUSED)
            return self._print(document, painter, progress)
        except BaseException:
            self.printer.abort()
            raise
        finally:
            if painter.isActive():
                painter.end()
            document.close()
            buffer.close()

    def _print(self, document: QPdfDocument, painter: QPainter, progress: Progress) -> int:
        pages = wanted_pages(self.printer, document.pageCount())
        copies = 1 if self.printer.supportsMultipleCopies() else self.printer.copyCount()
        turns = [page for _ in range(copies) for page in pages]
        for count, page in enumerate(turns):
            progress(f"Seite {count + 1} von {len(turns)} wird gedruckt", count / len(turns))
            if count and not self.printer.newPage():
                raise EnvironmentFault(_REFUSED)
            _draw(document, page, painter, self.printer)
        return len(turns)


def has_printer() -> bool:
    """Tell whether a printer is set up."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, pages: int, page: int) -> QPrinter | None:
    """Let somebody choose printer, pages and sides in the dialog of the system; None if that was left."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Integrationskonzept")
    dialog = QPrintDialog(printer, parent)
    dialog.setOptions(
        QAbstractPrintDialog.PrintDialogOption.PrintPageRange | QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage
    )
    dialog.setMinMax(1, pages)
    taken = dialog.exec() == QPrintDialog.DialogCode.Accepted
    if taken and printer.printRange() is QPrinter.PrintRange.CurrentPage:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(page, page)
    dialog.deleteLater()
    return printer if taken else None


def wanted_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the pages chosen, counted from 0, in the order they come out."""
    chosen = printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0
    first, last = (printer.fromPage(), printer.toPage()) if chosen else (1, count)
    pages = list(range(max(first, 1) - 1, min(max(last, first), count)))
    return pages[::-1] if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst else pages


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    """Draw a page in its own size, smaller if the paper is; what lies across is turned."""
    size = document.pagePointSize(page)
    paper = QSizeF(printer.paperRect(QPrinter.Unit.DevicePixel).size())
    painter.save()
    if (size.width() > size.height()) != (paper.width() > paper.height()):
        painter.translate(paper.width(), 0)
        painter.rotate(90)
        paper = paper.transposed()
    dots = min(printer.resolution(), _MOST_DOTS)
    whole = (size * dots / _POINTS).toSize()
    scale = min(
        printer.resolution() / dots, paper.width() / max(1, whole.width()), paper.height() / max(1, whole.height())
    )
    painter.translate((paper.width() - whole.width() * scale) / 2, (paper.height() - whole.height() * scale) / 2)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for band in _bands(whole):
        painter.drawImage(QRectF(band), _rendered(document, page, whole, band))
    painter.restore()


def _bands(whole: QSize) -> Iterator[QRect]:
    for top in range(0, whole.height(), _BAND):
        yield QRect(0, top, whole.width(), min(_BAND, whole.height() - top))


def _rendered(document: QPdfDocument, page: int, whole: QSize, band: QRect) -> QImage:
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(band)
    image = document.render(page, band.size(), options)
    if image.isNull():
        raise EnvironmentFault(_BROKEN)
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(0xFFFFFFFF)
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    painter.end()
    return made
