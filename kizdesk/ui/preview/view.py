"""Show the pages of a PDF below each other, keep the place in it, and say where somebody clicked."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QModelIndex, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfLinkModel, QPdfPageRenderer
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QWidget

from kizdesk.project.output.preview import Spot
from kizdesk.ui.preview.document import ReadPdf
from kizdesk.ui.preview.geometry import Geometry, placed
from kizdesk.ui.theme import Theme

LEAST, MOST = 0.25, 4.0
_STEP = 1.2
_NOTCH = 120
_POINTS = 72.0
_NEAR = 4
"""Pixels that the mouse may move during a click."""
_LINE = 10.0
"""Points between a click and the line of the contents that is meant."""
_LOOKED = 0.25
"""Share of the view's height above a place that somebody wants to see."""
_REACHES = (240.0, 160.0, 90.0, 40.0)
"""Points to the right of a click within which words are read, where there are any."""
_PICTURES = 4
"""So many pages can be seen at once, unless they are very small."""
_CURTAIN_MS = 700
"""So long the old page is shown at most until the new one is drawn."""


class PdfPages(QPdfView):
    """Be the view; a document put in keeps the place until the caller chooses another."""

    clicked = Signal(object)
    """The Spot of a click."""
    page_changed = Signal(int)
    """The page seen now, from 1."""
    zoom_changed = Signal()
    chosen = Signal()
    """Enter was pressed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._none = QPdfDocument(self)
        self._read: ReadPdf | None = None
        self._links = QPdfLinkModel(self)
        self._curtain = QLabel(self.viewport())
        self._pictures: dict[int, QImage] = {}
        """The pages that were drawn last, by their number from 0."""
        self._geometry: Geometry | None = None
        self._spot: Spot | None = None
        self._pressed = QPoint()
        self._sides = self._theme.sizes.gap_small
        self._build()
        self._connect()

    @property
    def pdf(self) -> QPdfDocument:
        """Return the document shown."""
        return self._read.document if self._read is not None else self._none

    @property
    def zoom(self) -> float:
        """Return the zoom; 0 if the pages are as wide as the view."""
        return self.zoomFactor() if self.zoomMode() is QPdfView.ZoomMode.Custom else 0.0

    @property
    def spot(self) -> Spot:
        """Return what stands at the upper edge."""
        geometry = self.geometry_now()
        return geometry.spot_at(QPoint(0, self.verticalScrollBar().value())) if geometry else Spot()

    def show_pdf(self, read: ReadPdf) -> None:
        """Show another document; the one before is given back."""
        self._draw_curtain()
        self._put(read)

    def close_pdf(self) -> None:
        """Give the memory of the document back."""
        self._lift_curtain()
        self._put(None)

    def geometry_now(self) -> Geometry | None:
        """Return where the pages stand; None without a document."""
        if self._read is None or self._read.document.status() is not QPdfDocument.Status.Ready:
            return None
        if self._geometry is None:
            resolution = QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS
            zoom, width = self.zoom or None, self.viewport().width()
            self._geometry = placed(self._read.sizes, resolution, zoom, width, self._sides, self._sides)
        return self._geometry

    def show_spot(self, spot: Spot, *, within: bool = False) -> None:
        """Put a place at the upper edge, or somewhat below it if it shall be seen within its surroundings."""
        geometry = self.geometry_now()
        if geometry is not None:
            above = round(self.viewport().height() * _LOOKED) if within else 0
            self.verticalScrollBar().setValue(geometry.height_of(spot) - above)

    def sees(self, spot: Spot) -> bool:
        """Tell whether a place can be seen."""
        geometry = self.geometry_now()
        if geometry is None:
            return False
        top = self.verticalScrollBar().value()
        return top <= geometry.height_of(spot) < top + self.viewport().height()

    def place_of(self, spot: Spot) -> QPoint:
        """Return where in the view a place is, in the middle of its page."""
        geometry = self.geometry_now()
        if geometry is None:
            return QPoint()
        page = geometry.pages[spot.page - 1]
        across = page.center().x() - self.horizontalScrollBar().value()
        return QPoint(across, geometry.height_of(spot) - self.verticalScrollBar().value())

    def linked_from(self, spot: Spot) -> Spot | None:
        """Return where the line of the contents at a spot leads; Qt takes a link to be no wider than its first word."""
        self._links.setPage(spot.page - 1)
        roles, rows = QPdfLinkModel.Role, range(self._links.rowCount(QModelIndex()))
        found: list[tuple[float, Spot]] = []
        for row in rows:
            index = self._links.index(row, 0)
            place, page, to = (index.data(role.value) for role in (roles.Rectangle, roles.Page, roles.Location))
            if page >= 0:
                found.append((abs(place.center().y() - spot.top), Spot(page + 1, to.y())))
        distance, spot_there = min(found, key=_distance, default=(_LINE, spot))
        return spot_there if distance < _LINE else None

    def words_clicked(self) -> str:
        """Return what is printed from the last click on in its line; the first and the last word may be cut."""
        geometry = self.geometry_now()
        found = geometry.point_at(self._on_pages(self._pressed)) if geometry is not None else None
        if found is None:
            return ""
        page, x, y = found
        texts = (self.pdf.getSelection(page, QPointF(x, y), QPointF(x + far, y)).text() for far in _REACHES)
        return next((text for text in texts if text), "")

    def set_zoom(self, zoom: float) -> None:
        """Show the pages so large, or as wide as the view with 0; the place stays."""
        spot = self.spot
        if zoom:
            self.setZoomFactor(min(max(zoom, LEAST), MOST))
            self.setZoomMode(QPdfView.ZoomMode.Custom)
        else:
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._geometry = None
        self.show_spot(spot)
        self.zoom_changed.emit()

    def step_zoom(self, steps: float) -> None:
        """Show the pages larger, or smaller with negative steps."""
        geometry = self.geometry_now()
        if geometry is not None:
            scale = geometry.scales[self.spot.page - 1]
            resolution = QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS
            self.set_zoom(scale / resolution * _STEP**steps)

    def percent(self) -> int:
        """Return how large the page seen now is, beside paper."""
        geometry = self.geometry_now()
        if geometry is None:
            return 0
        resolution = QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS
        return round(geometry.scales[self.spot.page - 1] / resolution * 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place when the width changes."""
        spot = self.spot if event.oldSize().width() > 0 else None
        self._geometry = None
        super().resizeEvent(event)
        if spot is not None and event.oldSize().width() != event.size().width():
            self.show_spot(spot)
            self.zoom_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click begins."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on anything but a link, which Qt follows."""
        place = event.position().toPoint()
        near = (place - self._pressed).manhattanLength() <= _NEAR
        if event.button() is Qt.MouseButton.LeftButton and near and not self._is_link(place):
            self.clicked.emit(self._spot_at(place))
            return
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(event.angleDelta().y() / _NOTCH)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, go to the ends, and choose what is seen by keys."""
        bar, key = self.verticalScrollBar(), event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.step_zoom(1 if key == Qt.Key.Key_Plus else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("preview-pages")
        self.setAccessibleName(self.tr("Seiten der Vorschau"))
        self.setFrameShape(QPdfView.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setDocumentMargins(QMargins(self._sides, self._sides, self._sides, self._sides))
        self.setPageSpacing(self._sides)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDocument(self._none)
        self._curtain.hide()
        self._curtain.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour()

    def _connect(self) -> None:
        self.pageNavigator().currentPageChanged.connect(self._tell_page)
        self._theme.changed.connect(self._colour)
        for renderer in self.findChildren(QPdfPageRenderer):
            renderer.pageRendered.connect(self._take_picture)

    @Slot()
    def _colour(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window):
            palette.setColor(role, self._theme.colour("header"))
        self.setPalette(palette)

    @Slot(int)
    def _tell_page(self, page: int) -> None:
        self.page_changed.emit(page + 1)

    def _put(self, read: ReadPdf | None) -> None:
        old, self._read = self._read, read
        if read is not None:
            read.document.setParent(self)
            read.buffer.setParent(self)
        self._geometry = None
        self._pictures.clear()
        self.setDocument(self.pdf)
        self._links.setDocument(self.pdf)
        if old is not None:
            old.forget()

    def _draw_curtain(self) -> None:
        """Show the old pages until the new ones are drawn, which would else be white for a moment.

        They are put together from their pictures: `grab` would first lay out every hidden page of the window anew.
        """
        seen = self._seen()
        if not self.isVisible() or not any(number in self._pictures for number in seen):
            return
        picture = QPixmap(self.viewport().size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(self.palette().color(QPalette.ColorRole.Dark))
        painter = QPainter(picture)
        for number, place in seen.items():
            painter.fillRect(place, Qt.GlobalColor.white)  # a picture holds only what is printed on the paper
            if number in self._pictures:
                painter.drawImage(place, self._pictures[number])
        painter.end()
        self._curtain.setPixmap(picture)
        self._curtain.resize(self.viewport().size())
        self._curtain.show()
        QTimer.singleShot(_CURTAIN_MS, self, self._lift_curtain)

    def _seen(self) -> dict[int, QRect]:
        """Return the pages that can be seen, by their number from 0, and where they are in the view."""
        geometry = self.geometry_now()
        if geometry is None:
            return {}
        above = -self._on_pages(QPoint())
        places = (page.translated(above) for page in geometry.pages)
        return {number: place for number, place in enumerate(places) if place.intersects(self.viewport().rect())}

    def _take_picture(self, number: int, _size: QSize, picture: QImage, *_: object) -> None:
        """Keep the picture of a page, and show the new pages when all that can be seen are drawn."""
        self._pictures.pop(number, None)
        self._pictures[number] = picture
        while len(self._pictures) > _PICTURES:
            del self._pictures[next(iter(self._pictures))]
        if not self._curtain.isHidden() and self._seen().keys() <= self._pictures.keys():
            self._lift_curtain()

    @Slot()
    def _lift_curtain(self) -> None:
        self._curtain.hide()
        self._curtain.clear()

    def _on_pages(self, place: QPoint) -> QPoint:
        return place + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _spot_at(self, place: QPoint) -> Spot | None:
        geometry = self.geometry_now()
        found = geometry.point_at(self._on_pages(place)) if geometry is not None else None
        return Spot(found[0] + 1, found[2]) if found is not None else None

    def _is_link(self, place: QPoint) -> bool:
        geometry = self.geometry_now()
        found = geometry.point_at(self._on_pages(place)) if geometry is not None else None
        if found is None:
            return False
        self._links.setPage(found[0])
        return self._links.linkAt(QPointF(found[1], found[2])).isValid()


def _distance(found: tuple[float, Spot]) -> float:
    return found[0]
