"""Show the eight steps with their rings at the left, and the way into the search."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from kizdesk.domain.checks import Step
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button, icon_button, tip_text
from kizdesk.ui.widgets.labels import ElidedLabel, FewLinesLabel
from kizdesk.ui.widgets.ring import paint_ring

if TYPE_CHECKING:
    from kizdesk.project.overview import StepState


class RailStep(QAbstractButton):
    """Be one step: ring, title and a short line of state."""

    moved = Signal(int)
    """The arrow keys ask for the step before or after."""

    def __init__(self, theme: Theme, title: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._number = number
        self._line = ""
        self._share = 0.0
        self._narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_state(self, line: str, share: float) -> None:
        """Show how far the step is."""
        self._line, self._share = line, share
        self._tell()
        self.update()

    def fold(self, *, narrow: bool) -> None:
        """Show the ring only, or everything."""
        self._narrow = narrow
        self._tell()
        self.update()

    def full_width(self) -> int:
        """Return the width at which the title stands unshortened, chosen or not."""
        sizes = self._theme.sizes
        words = QFontMetrics(self._theme.font(weight=QFont.Weight.DemiBold)).horizontalAdvance(self._title)
        return sizes.gap + sizes.ring + sizes.gap + words + sizes.gap

    def sizeHint(self) -> QSize:
        """Return the room for two lines of text."""
        sizes = self._theme.sizes
        lines = self.fontMetrics().height() + self._small().pointSizeF() * 2
        return QSize(sizes.rail_narrow - sizes.padding, round(lines) + sizes.gap_small)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, ring and lines."""
        _ = event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sizes = self._theme.sizes
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("rail_chosen" if self.isChecked() else "rail_hover"))
            painter.drawRoundedRect(whole, sizes.radius, sizes.radius)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("rail_text"), sizes.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, sizes.radius, sizes.radius)
        left = (self.width() - sizes.ring) / 2 if self._narrow else sizes.gap
        ring = QRectF(left, (self.height() - sizes.ring) / 2, sizes.ring, sizes.ring)
        paint_ring(painter, ring, self._theme, self._share, rail=True)
        if not self._narrow:
            self._paint_words(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, choose with the return key."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_words(self, painter: QPainter) -> None:
        sizes = self._theme.sizes
        left = sizes.gap + sizes.ring + sizes.gap
        room = QRect(left, sizes.unit, self.width() - left - sizes.gap_small, self.height() - 2 * sizes.unit)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        top, bottom = int(Qt.AlignmentFlag.AlignTop), int(Qt.AlignmentFlag.AlignBottom)
        parts = ((self._title, self._theme.font(weight=weight), "rail_text", top),)
        for text, font, colour, where in (*parts, (self._line, self._small(), "rail_muted", bottom)):
            painter.setFont(font)
            painter.setPen(self._theme.colour(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, where | int(Qt.TextFlag.TextSingleLine), shown)

    def _small(self) -> QFont:
        return self._theme.font(self._theme.sizes.small)

    def _tell(self) -> None:
        words = [self._title, *([self._line] if self._line else [])]
        place = self.tr("Schritt {number} von 8").format(number=self._number)
        self.setAccessibleName(", ".join([*words, place]))
        self.setToolTip(tip_text(": ".join(words), f"Alt+{self._number}") if self._narrow else f"Alt+{self._number}")


class Rail(QFrame):
    """Be the column at the left."""

    chosen = Signal(object)
    """The Step somebody wants to see."""
    search_wanted = Signal()

    def __init__(self, theme: Theme, titles: Sequence[tuple[Step, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ElidedLabel("", "rail_title")
        self._subtitle = FewLinesLabel("", "rail_muted", steady=False)
        self._file = ElidedLabel("", "rail_muted")
        self.menu_button = button(self.tr("Projekt"), kind="rail", name="project-menu")
        self._search = button(self.tr("Suchen …   Strg+K"), kind="rail", name="open-search")
        self._search_sign = icon_button(theme.icon("search", "rail_text"), self.tr("Suchen"), name="open-search-narrow")
        self._steps = {step: RailStep(theme, title, number) for number, (step, title) in enumerate(titles, 1)}
        self._narrow = False
        self._build()
        self._connect()
        self.fold(narrow=False)

    def show_project(self, title: str, subtitle: str, path: Path) -> None:
        """Show which project is open, and in which file it lies: there may be a copy for another computer."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._file.setText(path.name)
        self._file.setAccessibleName(self.tr("Datei {0}").format(path.name))
        self._file.keep_tip(str(path))

    def show_states(self, states: Sequence[StepState]) -> None:
        """Show how far the steps are."""
        for state in states:
            if state.step in self._steps:
                self._steps[state.step].show_state(state.line, state.share)

    def choose(self, step: Step) -> None:
        """Show a step as chosen, without telling anyone; the focus of the rail goes with it."""
        had_focus = self.window().focusWidget() in self._steps.values()
        self._steps[step].setChecked(True)
        self.setFocusProxy(self._steps[step])
        if had_focus:
            self._steps[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, *, narrow: bool) -> None:
        """Show rings only, or everything."""
        self._narrow = narrow
        self._claim()
        for widget in (self._title, self._subtitle, self._file, self._search):
            widget.setHidden(narrow)
        self._search_sign.setHidden(not narrow)
        self.menu_button.setText("" if narrow else self.tr("Projekt"))
        self.menu_button.setAccessibleName(self.tr("Projekt"))
        for step in self._steps.values():
            step.fold(narrow=narrow)

    def _claim(self) -> None:
        """Take the width that the longest title needs, with larger type as well."""
        sizes = self._theme.sizes
        widest = max(made.full_width() for made in self._steps.values()) + 2 * sizes.gap_small
        self.setFixedWidth(sizes.rail_narrow if self._narrow else max(sizes.rail, widest))

    def _build(self) -> None:
        sizes = self._theme.sizes
        self.setProperty("ground", "rail")
        self.setAccessibleName(self.tr("Schritte"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.gap_small, sizes.padding, sizes.gap_small, sizes.gap)
        outer.setSpacing(sizes.unit)
        outer.addWidget(self._title)
        outer.addWidget(self._subtitle)
        outer.addWidget(self._file)
        self._file.setObjectName("project-file")
        outer.addSpacing(sizes.gap)
        for step, made in self._steps.items():
            made.setObjectName(f"step-{step.value}")
            made.setAutoExclusive(True)
            outer.addWidget(made)
        outer.addStretch(1)
        for widget in (self.menu_button, self._search, self._search_sign):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            outer.addWidget(widget)
        self.menu_button.setAccessibleDescription(self.tr("Öffnet das Menü"))
        self.menu_button.setIcon(self._theme.icon("menu", "rail_text"))
        self._search.setIcon(self._theme.icon("search", "rail_text"))

    def _connect(self) -> None:
        self._search.clicked.connect(self.search_wanted)
        self._search_sign.clicked.connect(self.search_wanted)
        self._theme.changed.connect(self._claim)
        for number, (step, made) in enumerate(self._steps.items(), 1):
            made.clicked.connect(partial(self._choose, step))
            made.moved.connect(partial(self._move, number - 1))
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(made.click)

    def _choose(self, step: Step) -> None:
        self.chosen.emit(step)

    def _move(self, index: int, by: int) -> None:
        steps = list(self._steps.values())
        steps[(index + by) % len(steps)].setFocus(Qt.FocusReason.TabFocusReason)
