"""Be the buttons that turn pages, zoom and rotate; pressing them leaves the keyboard where it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from kizdesk.ui.pages.interview.scan.fitting import Fit, Look
from kizdesk.ui.pages.interview.scan.keys import KEYS
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import icon_button, tip_text
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label

_BUTTONS: tuple[tuple[str, str, str, str], ...] = (
    ("before", "left", "Vorige Seite", ""),
    ("after", "right", "Nächste Seite", ""),
    ("farther", "minus", "Kleiner", "farther"),
    ("nearer", "plus", "Größer", "nearer"),
    ("width", "fit-width", "So breit wie der Platz", "fit"),
    ("page", "fit-page", "Ganze Seite", "fit"),
    ("turn-left", "turn-left", "Gegen den Uhrzeigersinn drehen", ""),
    ("turn-right", "turn-right", "Im Uhrzeigersinn drehen", "turn"),
)
_WAYS: Mapping[str, int] = {"before": -1, "after": 1}
_DIGITS = 4
"""Of the number of a page."""
_GROUPS = (
    ("before", "number", "count", "after"),
    ("farther", "zoom", "nearer", "width", "page"),
    ("turn-left", "turn-right"),
)


class Tools(FlowRow):
    """Be a row that wraps where there is little room."""

    turned_to = Signal(int)
    """The page of this number, counted from 0, is wanted."""
    turned_on = Signal(int)
    """The page after (1) or before (-1) is wanted."""
    zoomed = Signal(float)
    fitted = Signal(object)
    rotated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = self._pages = 0
        self._number = QLineEdit()
        self._count = label("", "muted", wrap=False)
        self._zoom = label("", "muted", wrap=False)
        self._waits = label("", "small", wrap=False)
        self._made: dict[str, QToolButton] = {}
        self._build()
        self._connect()

    @property
    def has_pages(self) -> bool:
        """Tell whether there is anything to turn."""
        return self._pages > 0

    def show_look(self, look: Look, pages: int, zoom: float, ways: Collection[int]) -> None:
        """Show the page, the zoom, and what is possible; ``ways`` are the directions in which there is more."""
        self._page, self._pages = look.page, pages
        self._show_number()
        for part in (self._number, self._count):
            part.setVisible(pages > 1)
        self._count.setText(self.tr("von {0}").format(pages) if pages else "")
        for name, way in _WAYS.items():
            self._made[name].setEnabled(way in ways)
        self._zoom.setText(f"{max(1, round(zoom * 100))} %" if pages else "")
        self._made["width"].setChecked(look.fit is Fit.WIDTH)
        self._made["page"].setChecked(look.fit is Fit.PAGE)
        for name in ("farther", "nearer", "width", "page", "turn-left", "turn-right"):
            self._made[name].setEnabled(pages > 0)

    @Slot(str)
    def show_waiting(self, text: str) -> None:
        """Say what takes long, or nothing."""
        self._waits.setText(text)
        self._waits.setVisible(bool(text))

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at."""
        parts: dict[str, QWidget] = {**self._made, "number": self._number}
        return tuple(parts[name] for names in _GROUPS for name in names if name in parts)

    def _build(self) -> None:
        sizes = self._theme.sizes
        for name, sign, tip, key in _BUTTONS:
            made = icon_button(self._theme.icon(sign), self.tr(tip), name=f"scan-{name}")
            made.setToolTip(tip_text(tip, KEYS[key][0] if key else ""))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setCheckable(name in ("width", "page"))
            self._made[name] = made
        self._number.setObjectName("scan-number")
        self._number.setAccessibleName(self.tr("Seite der Vorlage"))
        self._number.setMaxLength(_DIGITS)
        self._number.setFixedWidth(self._number.fontMetrics().horizontalAdvance("0" * _DIGITS) + sizes.margin)
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._number.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("000 %"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        parts: dict[str, QWidget] = {
            **self._made,
            "number": self._number,
            "count": self._count,
            "zoom": self._zoom,
        }
        for names in _GROUPS:
            group = QWidget(self)
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(sizes.unit)
            for name in names:
                row.addWidget(parts[name])
            self.add(group)
        self.add(self._waits)
        self._waits.hide()

    def _connect(self) -> None:
        self._number.editingFinished.connect(self._go)
        for name, way in _WAYS.items():
            self._made[name].clicked.connect(partial(self._step, way))
        for name, steps in (("farther", -1.0), ("nearer", 1.0)):
            self._made[name].clicked.connect(partial(self._press_zoom, steps))
        for name, fit in (("width", Fit.WIDTH), ("page", Fit.PAGE)):
            self._made[name].clicked.connect(partial(self._press_fit, fit))
        for name, degrees in (("turn-left", -90), ("turn-right", 90)):
            self._made[name].clicked.connect(partial(self._press_turn, degrees))
        self._theme.changed.connect(self._draw_signs)

    @Slot()
    def _go(self) -> None:
        """Go to the page that was typed; what is none goes back to the page that is shown."""
        typed = self._number.text().strip()
        page = int(typed) - 1 if typed.isdecimal() else -1
        if 0 <= page < self._pages and page != self._page:
            self.turned_to.emit(page)
        self._show_number()

    def _step(self, way: int) -> None:
        self.turned_on.emit(way)

    def _show_number(self) -> None:
        self._number.setText(str(self._page + 1) if self._pages else "")

    def _press_zoom(self, steps: float) -> None:
        self.zoomed.emit(steps)

    def _press_fit(self, fit: Fit) -> None:
        self.fitted.emit(fit)

    def _press_turn(self, degrees: int) -> None:
        self.rotated.emit(degrees)

    @Slot()
    def _draw_signs(self) -> None:
        for name, sign, _, _ in _BUTTONS:
            self._made[name].setIcon(self._theme.icon(sign))
