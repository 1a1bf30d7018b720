"""Note the Einwilligungen: who consented to what, when, on which proof, and whether it was revoked."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kizdesk.domain.guide import Option
from kizdesk.project.runner.ask import Ask, Kind, LineSpec, Reply
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.line_block import LineBlock
from kizdesk.ui.pages.interview.replies.matrix import GradeButton
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SIZES = Sizes()
_DETAILS = (LineSpec("Erteilt am", Kind.DAY), LineSpec("Widerrufen am", Kind.DAY), LineSpec("Nachweis"))
_ACROSS = 2
"""So many purposes stand side by side."""
Spot = tuple[str, str]
"""A person and a purpose."""


class ConsentsReply(ReplyEditor):
    """Tick purposes per person; below stand day, proof and revocation of the one chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._nobody = label(
            self.tr("Noch nimmt niemand teil. Bitte zuerst bei Frage 0.3 die Teilnehmenden eintragen."), "muted"
        )
        self._grid = QGridLayout()
        self._people: tuple[Option, ...] = ()
        self._purposes: tuple[Option, ...] = ()
        self._buttons: dict[Spot, GradeButton] = {}
        self._held: dict[Spot, tuple[str, str, str]] = {}
        self._found: dict[Spot, tuple[str, str, str]] | None = None
        self._at: Spot | None = None
        self._about = label("", "strong")
        self._details = LineBlock(self._today, self.watch, self)
        self._read_only = False
        self._day = self._today()
        self._build()

    def begin(self) -> None:
        """Look anew at what was consented to before: it can be revoked, not just be taken away."""
        self._found = None

    def show_ask(self, ask: Ask) -> None:
        """Show people and purposes."""
        if (ask.items, ask.options) != (self._people, self._purposes):
            self._people, self._purposes = ask.items, ask.options
            self._fill()
        self._day = ask.day or self._today()
        self._nobody.setVisible(not self._people)

    def value(self) -> Any:
        """Return person, purpose, day, proof and revocation; raises UserError if a day cannot be read."""
        self._take_details()
        return Reply(rows=tuple((*spot, *cells) for spot, cells in sorted(self._held.items()) if any(cells)))

    def set_value(self, value: Any) -> None:
        """Show what was consented to."""
        rows = reply_or_empty(value).rows
        self._held = {(row[0], row[1]): (row[2], row[3], row[4]) for row in rows}
        if self._found is None:
            self._found = dict(self._held)
        self._show_held()

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._read_only = on
        self._details.set_read_only(on=on)

    def take_key(self, event: QKeyEvent) -> bool:
        """Tick a purpose of the current person by its digit."""
        typed, spot = event.text(), self._at
        if spot is None or not typed.isdigit() or not 1 <= int(typed) <= len(self._purposes):
            return False
        button = self._buttons[spot[0], self._purposes[int(typed) - 1].id]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()
        return True

    def stops(self) -> tuple[QWidget, ...]:
        """Return the places person by person, then the details of one."""
        return (*self._buttons.values(), *self._details.all_lines)

    def home(self) -> QWidget | None:
        """Return the place of the first person and purpose."""
        return next(iter(self._buttons.values()), None)

    def away(self) -> QWidget | None:
        """Return the place chosen last."""
        return self._buttons.get(self._at) if self._at is not None else None

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.gap_small)
        self._grid.setSpacing(_SIZES.unit)
        column.addWidget(self._nobody)
        column.addLayout(self._grid)
        column.addWidget(self._about)
        column.addWidget(self._details)
        column.addStretch(1)
        self._details.show_specs(_DETAILS)
        self._details.edited.connect(self.edited)
        self._details.entered.connect(self.went_on)

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                self._parts = [part for part in self._parts if part is not widget]
                widget.hide()
                widget.deleteLater()
        self._buttons, self._at = {}, None
        for row, person in enumerate(self._people):
            top = row * (1 + -(-len(self._purposes) // _ACROSS))
            self._grid.addWidget(label(person.label, "strong"), top, 0, 1, _ACROSS)
            for number, purpose in enumerate(self._purposes):
                made = self._made(row, number, person, purpose)
                self._grid.addWidget(made, top + 1 + number // _ACROSS, number % _ACROSS)
        for button in self._buttons.values():
            button.show()
        first = next(iter(self._buttons), None)
        self._choose(first)

    def _made(self, row: int, column: int, person: Option, purpose: Option) -> GradeButton:
        button = GradeButton(f"{column + 1}  {purpose.label}", self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "option")
        button.setProperty("part", f"{person.label}: {purpose.label}")
        button.setObjectName(f"consent-{row + 1}-{column + 1}")
        button.clicked.connect(partial(self._tick, (person.id, purpose.id)))
        button.moved.connect(partial(self._move, row, column))
        button.came.connect(partial(self._choose, (person.id, purpose.id)))
        self._buttons[person.id, purpose.id] = button
        self.watch(button)
        return button

    def _show_held(self) -> None:
        for spot, button in self._buttons.items():
            granted, _, revoked = self._held.get(spot, ("", "", ""))
            button.setChecked(bool(granted) and not revoked)
            text = next(option.label for option in self._purposes if option.id == spot[1])
            number = [option.id for option in self._purposes].index(spot[1]) + 1
            sign = "✓  " if granted and not revoked else ""
            button.setText(f"{number}  {sign}{text}" + (self.tr(" (widerrufen)") if revoked else ""))
        self._show_details()

    def _show_details(self) -> None:
        spot = self._at
        shown = spot is not None and spot in self._held
        self._about.setVisible(shown)
        self._details.setVisible(shown)
        if spot is None or not shown:
            return
        granted, proof, revoked = self._held[spot]
        person = next(option.label for option in self._people if option.id == spot[0])
        purpose = next(option.label for option in self._purposes if option.id == spot[1])
        self._about.setText(f"{person}: {purpose}")
        self._details.show_texts((granted, revoked, proof))

    def _take_details(self) -> None:
        if self._at is not None and self._at in self._held:
            granted, revoked, proof = (*self._details.texts(), "", "", "")[:3]
            self._held[self._at] = (granted, proof, revoked)

    def _choose(self, spot: Spot | None) -> None:
        self._at = spot
        self._show_details()

    def _move(self, row: int, column: int, down: int, right: int) -> None:
        places = list(self._buttons.values())
        to = row * len(self._purposes) + column + _ACROSS * down + right
        if 0 <= to < len(places):
            places[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _tick(self, spot: Spot) -> None:
        if not self._read_only:
            self._turn(spot)
        self._at = spot
        self._show_held()
        if not self._read_only:
            self._tell()

    def _turn(self, spot: Spot) -> None:
        """Grant, revoke today what was granted before, or take back what was ticked by mistake just now."""
        before = (self._found or {}).get(spot)
        granted, proof, revoked = self._held.get(spot, ("", "", ""))
        if spot not in self._held:
            self._held[spot] = (self._day.isoformat(), "", "")
        elif before is None:
            del self._held[spot]
        elif not revoked:
            self._held[spot] = (granted, proof, self._today().isoformat())
        elif not before[2]:
            self._held[spot] = (granted, proof, "")

    def _today(self) -> date:
        return self.session.project.now().date()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
        self.committed.emit()
