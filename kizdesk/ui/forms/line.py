"""Edit what fits into one line: text, numbers, amounts, days and times."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.german import read_amount, read_clock, read_whole, write_amount, write_clock
from kizdesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

OPEN = "nicht beziffert"
_WIDEST = 500
"""Letters that no line can show at once; what follows need not be measured."""


class Line(Editor):
    """Edit a text of one line; spaces around it are not kept."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, unit: str = "") -> None:
        super().__init__(session, parent)
        self._line = TextLine(self)
        self._build(unit)
        self._line.textEdited.connect(self.edited)
        self._line.returnPressed.connect(self.committed)
        self._line.textChanged.connect(self._explain)

    def value(self) -> Any:
        """Return the text."""
        return self._line.text().strip()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self.show_text(str(value or ""))

    def text(self) -> str:
        """Return what is typed, as it stands."""
        return self._line.text()

    def show_text(self, text: str) -> None:
        """Show a text as it is; the cursor stays where it was."""
        if text != self._line.text():
            place = self._line.cursorPosition()
            self._line.setText(text)
            self._line.setCursorPosition(place if self.has_focus() else 0)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._line.setReadOnly(on)

    def set_placeholder(self, text: str) -> None:
        """Show a hint while nothing is typed."""
        self._line.setPlaceholderText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the text still fits."""
        super().resizeEvent(event)
        self._explain()

    def _explain(self, _text: str = "") -> None:
        """Show a text that does not fit as tooltip."""
        text, around = self._line.text(), 2 * self.session.theme.sizes.gap
        cut = self._line.fontMetrics().horizontalAdvance(text[:_WIDEST]) > self._line.width() - around
        self._line.setToolTip(text if cut else "")

    def _build(self, unit: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        if unit:
            beside = QLabel(unit, self)
            beside.setProperty("role", "muted")
            row.addWidget(beside)
        self.watch(self._line)


class Whole(Line):
    """Edit a whole number; ``optional`` allows none."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        unit: str = "",
        optional: bool = False,
        least: int | None = 0,
        most: int | None = None,
        grouped: bool = True,
    ) -> None:
        super().__init__(session, parent, unit=unit)
        self._unit_text, self._optional, self._grouped = unit, optional, grouped
        self._least, self._most = least, most

    def value(self) -> int | None:
        """Return the number, or None if none is typed and none is allowed."""
        number = read_whole(self.text(), unit=self._unit_text)
        _refuse_none(number, optional=self._optional)
        _refuse_outside(number, self._least, self._most)
        return number

    def set_value(self, value: int | None) -> None:
        """Show a number."""
        self.show_text("" if value is None else write_amount(Decimal(value), places=0, grouped=self._grouped))


class Amount(Line):
    """Edit a number with decimals, an amount of money unless another unit is given.

    ``factor`` is what the shown number is divided by to be kept: 100 shows a share as per cent.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        unit: str = "€",
        optional: bool = False,
        least: Decimal | None = Decimal(0),
        most: Decimal | None = None,
        places: int = 2,
        factor: int = 1,
    ) -> None:
        super().__init__(session, parent, unit=unit)
        self._unit_text, self._optional = unit, optional
        self._least, self._most = least, most
        self._places, self._factor = places, factor
        self.set_placeholder(OPEN if optional else "")

    def value(self) -> Decimal | None:
        """Return the number, or None if none is typed and none is allowed."""
        number = read_amount(self.text(), unit=self._unit_text)
        _refuse_none(number, optional=self._optional)
        _refuse_outside(number, self._least, self._most)
        return None if number is None else number / self._factor if self._factor != 1 else number

    def set_value(self, value: Decimal | None) -> None:
        """Show a number."""
        self.show_text("" if value is None else write_amount(value * self._factor, places=self._places))


class Clock(Line):
    """Edit a time of day or none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, unit="Uhr")
        self.set_placeholder("z. B. 14:30")

    def value(self) -> time | None:
        """Return the time, or None if none is typed."""
        return read_clock(self.text())

    def set_value(self, value: time | None) -> None:
        """Show a time."""
        self.show_text("" if value is None else write_clock(value))


def _refuse_none(number: object, *, optional: bool) -> None:
    if number is None and not optional:
        raise UserError("Hier wird eine Zahl gebraucht. Bitte eine Zahl eingeben.")


def _refuse_outside(number: Decimal | int | None, least: Decimal | int | None, most: Decimal | int | None) -> None:
    if number is not None and least is not None and number < least:
        raise UserError(f"Die Zahl ist zu klein. Bitte mindestens {write_amount(Decimal(least), places=0)} eingeben.")
    if number is not None and most is not None and number > most:
        raise UserError(f"Die Zahl ist zu groß. Bitte höchstens {write_amount(Decimal(most), places=0)} eingeben.")
