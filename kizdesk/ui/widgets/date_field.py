"""Type a day freely or choose it from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import icon_button
from kizdesk.ui.widgets.compound import Compound
from kizdesk.ui.widgets.days import day_text, read_day
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

_FIRST, _LAST = QDate(1900, 1, 1), QDate(2199, 12, 31)
"""What the calendar offers; a year that Python does not know would be an error."""


class DateField(Compound):
    """Be a line for a day; empty is allowed, and what cannot be read stays with a sentence that says so."""

    day_changed = Signal(object)
    """The day the user entered, as date or None for empty."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        """Take a name that a screen reader speaks; a quiet one leaves the sentence to the form it stands in."""
        super().__init__(parent)
        self._theme = theme
        self._day: date | None = None
        self.line = QLineEdit(self)
        """The line itself, for labels and the order of Tab."""
        self._open = icon_button(theme.icon("calendar", "muted"), self.tr("Kalender öffnen"), name="open-calendar")
        self._sentence = None if quiet else label("", "problem")
        self._calendar: QCalendarWidget | None = None
        self._build(name)
        self._connect()

    @property
    def day(self) -> date | None:
        """Return the day shown; None if the line is empty or cannot be read."""
        return read_day(self.line.text())

    @property
    def valid(self) -> bool:
        """Return whether the line is empty or holds a day."""
        return not self.line.text().strip() or self.day is not None

    @property
    def sentence(self) -> str:
        """Return the sentence about a line that cannot be read."""
        return self._sentence.text() if self._sentence is not None else ""

    def show_day(self, day: date | None) -> None:
        """Show a day without telling anyone; what is being typed stays while the day is the same."""
        if day == self._day and self.line.isModified():
            return
        self._day = day
        self.line.setText(day_text(day))
        self._judge()

    def set_read_only(self, *, read_only: bool) -> None:
        """Refuse changes, or take them."""
        self.line.setReadOnly(read_only)
        self._open.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt and the arrow down, as in every date line."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._show_calendar()
        else:
            super().keyPressEvent(event)

    def _build(self, name: str) -> None:
        self.line.setObjectName("day")
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("TT.MM.JJJJ"))
        self.line.setMaxLength(24)
        self.lead_with(self.line)
        row = QHBoxLayout()
        row.setSpacing(self._theme.sizes.unit)
        row.addWidget(self.line, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)  # else the lower sign would make the line lower
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(self._theme.sizes.unit)
        outer.addLayout(row)
        if self._sentence is not None:
            outer.addWidget(self._sentence)
            self._sentence.hide()

    def _connect(self) -> None:
        self.line.editingFinished.connect(self._finish)
        self.line.textEdited.connect(self._forgive)
        self._open.clicked.connect(self._show_calendar)
        self._theme.changed.connect(self._draw_sign)

    def _finish(self) -> None:
        self._judge()
        if not self.valid:
            return
        day = self.day
        self.line.setText(day_text(day))
        if day != self._day:
            self._day = day
            self.day_changed.emit(day)

    def _judge(self) -> None:
        if self._sentence is None:
            return
        sentence = "" if self.valid else self.tr("Diesen Tag gibt es nicht. Bitte schreiben Sie ihn wie 01.02.2026.")
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        set_look(self.line, "state", "error" if sentence else "")

    def _forgive(self) -> None:
        if self.sentence and self.valid:
            self._judge()

    def _show_calendar(self) -> None:
        if self.line.isReadOnly():
            return
        calendar = self._calendar or self._made_calendar()
        day = self.day
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.move(self._place(calendar))
        calendar.show()
        calendar.setFocus()

    def _place(self, calendar: QCalendarWidget) -> QPoint:
        below = self.line.mapToGlobal(QPoint(0, self.line.height() + self._theme.sizes.unit))
        room = self.screen().availableGeometry()
        size = calendar.sizeHint()
        left = min(below.x(), room.right() - size.width())
        fits = below.y() + size.height() <= room.bottom()
        top = below.y() if fits else self.line.mapToGlobal(QPoint(0, 0)).y() - size.height()
        return QPoint(left, top)

    def _made_calendar(self) -> QCalendarWidget:
        made = QCalendarWidget(self)
        made.setWindowFlag(Qt.WindowType.Popup)
        made.setLocale(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        made.setDateRange(_FIRST, _LAST)
        made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        made.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        made.setObjectName("calendar")
        made.setAccessibleName(self.tr("Kalender"))
        made.clicked.connect(self._take)
        made.activated.connect(self._take)
        self._calendar = made
        self._tint()
        return made

    def _take(self, chosen: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.line.setText(day_text(date(chosen.year(), chosen.month(), chosen.day())))
        self.line.setFocus()
        self._finish()

    def _draw_sign(self) -> None:
        self._open.setIcon(self._theme.icon("calendar", "muted"))
        self._tint()

    def _tint(self) -> None:
        if self._calendar is None:
            return
        weekend = QTextCharFormat()
        weekend.setForeground(self._theme.colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, weekend)
