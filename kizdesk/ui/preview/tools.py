"""Be the buttons that turn pages, zoom and search in the preview."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import icon_button
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.search import SearchField
from kizdesk.ui.widgets.stops import follow_each_other, stops

_BUTTONS: tuple[tuple[str, str, str], ...] = (
    ("before", "left", "Vorige Seite"),
    ("after", "right", "Nächste Seite"),
    ("farther", "minus", "Kleiner"),
    ("nearer", "plus", "Größer"),
    ("width", "fit-width", "So breit wie der Platz"),
    ("hit-before", "up", "Vorige Fundstelle"),
    ("hit-after", "down", "Nächste Fundstelle"),
)
_GROUPS = (
    ("before", "word", "number", "count", "after"),
    ("farther", "zoom", "nearer", "width"),
    ("search", "hit-before", "hit-after", "hits"),
)
_DIGITS = 4
_LETTERS = 18
"""Of words to look for, so many are seen."""


class PreviewTools(FlowRow):
    """Be a row that wraps where there is little room."""

    turned_to = Signal(int)
    """The page of this number, from 1, is wanted."""
    zoomed = Signal(float)
    """So many steps larger."""
    fitted = Signal()
    """Pages shall be as wide as the view, or not any more."""
    searched = Signal(str)
    stepped = Signal(int)
    """The next hit (1) or the one before (-1) is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        """Take the theme, and whether there is little room."""
        super().__init__(parent)
        self._theme = theme
        self._page = self._pages = 0
        self.search = SearchField(theme, self.tr("Im Text suchen …"))
        self._number = QLineEdit()
        self._labels = {name: label("", "muted", wrap=False) for name in ("word", "count", "zoom", "hits")}
        self._made: dict[str, QToolButton] = {}
        self._build()
        self._labels["word"].setHidden(narrow)
        self._connect()

    def show_page(self, page: int, pages: int) -> None:
        """Show where one is."""
        self._page, self._pages = page, pages
        self._number.setText(str(page) if pages else "")
        self._labels["count"].setText(self.tr("von {0}").format(pages) if pages else "")
        self._made["before"].setEnabled(page > 1)
        self._made["after"].setEnabled(page < pages)
        for name in ("farther", "nearer", "width"):
            self._made[name].setEnabled(pages > 0)
        self._number.setEnabled(pages > 0)

    def show_zoom(self, percent: int, *, fits: bool) -> None:
        """Show how large pages are."""
        self._labels["zoom"].setText(f"{percent} %" if percent else "")
        with QSignalBlocker(self._made["width"]):
            self._made["width"].setChecked(fits)

    def show_hits(self, current: int, count: int, left: int) -> None:
        """Show which of the hits is chosen, from 1, or that there are none, or that pages are left to search."""
        words = bool(self.search.text().strip())
        self._labels["hits"].setText(self._told(current, count, left) if words else "")
        self._labels["hits"].setVisible(words)
        for name in ("hit-before", "hit-after"):
            self._made[name].setEnabled(count > 0)

    def _told(self, current: int, count: int, left: int) -> str:
        if left:
            return self.tr("wird gezählt …")
        if not count:
            return self.tr("nicht gefunden")
        if current:
            return self.tr("{0} von {1}").format(current, count)
        return self.tr("1 Stelle") if count == 1 else self.tr("{0} Stellen").format(count)

    def put_first(self, choice: QWidget) -> None:
        """Take what stands before all else."""
        self.insert_first(choice)
        follow_each_other((*stops(choice), *self.stops()))

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at."""
        parts: dict[str, QWidget] = {**self._made, "number": self._number, "search": self.search}
        return tuple(parts[name] for names in _GROUPS for name in names if name in parts)

    def _build(self) -> None:
        for name, sign, tip in _BUTTONS:
            self._made[name] = icon_button(self._theme.icon(sign), self.tr(tip), name=f"preview-{name}")
            self._made[name].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._made["width"].setCheckable(True)
        self._labels["word"].setText(self.tr("Seite"))
        metrics = self._number.fontMetrics()
        self._number.setObjectName("preview-number")
        self._number.setAccessibleName(self.tr("Seite der Vorschau"))
        self._number.setMaxLength(_DIGITS)
        self._number.setFixedWidth(metrics.horizontalAdvance("0" * _DIGITS) + self._theme.sizes.margin)
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._labels["count"].setMinimumWidth(metrics.horizontalAdvance(self.tr("von {0}").format("000")))
        self._labels["zoom"].setMinimumWidth(metrics.horizontalAdvance("000 %"))
        self._labels["zoom"].setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.search.setObjectName("preview-search")
        self.search.setMinimumWidth(metrics.averageCharWidth() * _LETTERS + self._theme.sizes.margin)
        parts: dict[str, QWidget] = {
            **self._made,
            **self._labels,
            "number": self._number,
            "search": self.search,
        }
        for names in _GROUPS:
            group = QWidget(self)
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._theme.sizes.unit)
            for name in names:
                row.addWidget(parts[name])
            self.add(group)
        follow_each_other(self.stops())
        self.show_page(0, 0)
        self.show_hits(0, 0, 0)

    def _connect(self) -> None:
        self._number.editingFinished.connect(self._go)
        for name, way in (("before", -1), ("after", 1)):
            self._made[name].clicked.connect(partial(self._turn, way))
        for name, steps in (("farther", -1.0), ("nearer", 1.0)):
            self._made[name].clicked.connect(partial(self._press_zoom, steps))
        for name, way in (("hit-before", -1), ("hit-after", 1)):
            self._made[name].clicked.connect(partial(self._step, way))
        self._made["width"].clicked.connect(self._fit)
        self.search.searched.connect(self.searched)
        self.search.returnPressed.connect(partial(self._step, 1))
        self._theme.changed.connect(self._draw_signs)

    @Slot()
    def _go(self) -> None:
        """Go to the page that was typed; what is none goes back to the page that is shown."""
        typed = self._number.text().strip()
        page = int(typed) if typed.isdecimal() else 0
        if 1 <= page <= self._pages and page != self._page:
            self.turned_to.emit(page)
        else:
            self._number.setText(str(self._page) if self._pages else "")

    def _turn(self, way: int) -> None:
        self.turned_to.emit(min(max(self._page + way, 1), self._pages))

    def _press_zoom(self, steps: float) -> None:
        self.zoomed.emit(steps)

    def _step(self, way: int) -> None:
        self.stepped.emit(way)

    def _fit(self) -> None:
        self.fitted.emit()

    @Slot()
    def _draw_signs(self) -> None:
        for name, sign, _ in _BUTTONS:
            self._made[name].setIcon(self._theme.icon(sign))
