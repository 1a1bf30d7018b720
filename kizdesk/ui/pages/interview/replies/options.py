"""Be the options of a question as large buttons, each with the key that chooses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kizdesk.domain.guide import Option
from kizdesk.domain.options import NONE_OF_THEM
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import ElidedLabel

_SIZES = Sizes()
_KEYS = "123456789abcdefghijklmnopqrstuvwxyzäöü"
_WORDS = {"ja": "j", "nein": "n", "teilweise": "t", "unbekannt": "u", "n": "n"}
"""Options that can be chosen by their first letter as well."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_MANY = 9
"""From so many options on there are no first letters to choose by."""
_TWO_FROM, _WIDE = 13, 96
"""From so many options on they stand in two columns, if there is room for so many letters."""


class OptionButton(QPushButton):
    """Be one option: its key, room for a tick, its words; the words stay in their place when it is chosen."""

    moved = Signal(int)
    """An arrow key asks for the option before or after."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = QLabel(self)
        self._tick = QLabel("✓", self)
        self._words = ElidedLabel("", "body", self)
        self._detail = QLabel("", self)
        self._row = QHBoxLayout(self)
        self._build()
        self.toggled.connect(self._tick.setVisible)

    def show_option(self, key: str, text: str, spoken: str, detail: str = "") -> None:
        """Show another option, with something more about it at its right."""
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self.setProperty("part", spoken)
        self._detail.setText(detail)
        self._make_room()
        self.setProperty("hint", ". ".join(filter(None, [detail, self.tr("Taste {0}").format(key) if key else ""])))
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(str(self.property("hint")))

    def sizeHint(self) -> QSize:
        """Return the size of the words with their key."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the words with their key."""
        return self._row.totalMinimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words what room there is."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, go to the neighbours with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def _make_room(self) -> None:
        """Leave out what stands at the right rather than to shorten the words, and tell words that are shortened."""
        self._detail.setVisible(bool(self._detail.text()))
        if self._row.totalSizeHint().width() > self.width():
            self._detail.hide()
        cut = self._row.totalSizeHint().width() > self.width()
        self.setToolTip(self._words.text() if cut else "")

    def _build(self) -> None:
        self.setProperty("kind", "option")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._key.setProperty("role", "key")
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        policy = self._tick.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._tick.setSizePolicy(policy)
        self._tick.hide()
        row = self._row
        row.setContentsMargins(_SIZES.gap, _SIZES.unit, _SIZES.gap, _SIZES.unit)
        row.setSpacing(_SIZES.gap_small)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._tick)
        row.addWidget(self._words, 1)
        row.addWidget(self._detail)
        self._detail.setProperty("role", "muted")
        self._detail.hide()
        for inner in (self._key, self._tick, self._words, self._detail):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(_SIZES.control)


class OptionBlock(QWidget):
    """Be the options; with ``most`` 1 a choice replaces the one before, else what would be too much is not ticked.

    The option that none of them holds takes the others away, and goes with the first of them.
    """

    chosen = Signal()
    """The user chose or took back an option."""
    overfilled = Signal()
    """The user wanted to choose more than can be."""

    def __init__(self, watch: Callable[[QWidget, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._watch = watch
        self._options: tuple[Option, ...] = ()
        self._most = 0
        self._others: tuple[str, ...] = ()
        self._read_only = False
        self._has_keys = True
        self._across = False
        self._is_wide = False
        """Options with something more beside them take the whole width."""
        self._arranged = (0, 0)
        self._all: list[OptionButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SIZES.gap_small)

    @property
    def buttons(self) -> tuple[OptionButton, ...]:
        """Return the buttons shown."""
        return tuple(self._all[: len(self._options)])

    @property
    def all_buttons(self) -> tuple[OptionButton, ...]:
        """Return all buttons made so far, shown or not."""
        return tuple(self._all)

    def show_options(
        self,
        options: Sequence[Option],
        most: int,
        *,
        across: bool = False,
        spoken: Sequence[str] = (),
        details: Sequence[str] = (),
        keys: bool = True,
    ) -> None:
        """Show other options; ``across`` puts them side by side with their keys only."""
        self._is_wide = bool(details)
        self._has_keys = keys
        self._most = most
        names = list(spoken) or [option.label for option in options]
        while len(self._all) < len(options):
            self._add()
        self._across = across
        for number, button in enumerate(self._all):
            shown = number < len(options)
            button.setVisible(shown)
            if shown:
                key = "" if across and options[number].id != "n" else self._key(number, options)
                button.show_option(key, options[number].label, names[number], details[number] if details else "")
        self._options = tuple(options)
        self._arrange()
        self.setVisible(bool(options))

    def reserve(self, count: int) -> None:
        """Make so many options without showing them."""
        while len(self._all) < count:
            self._add()
            made = self._all[-1]
            made.hide()
            for part in (made, *made.findChildren(QWidget)):
                part.ensurePolished()

    def show_chosen(self, ids: Sequence[str]) -> None:
        """Show what is chosen; what cannot be seen here is kept."""
        self._others = tuple(chosen for chosen in ids if chosen not in {option.id for option in self._options})
        for option, button in zip(self._options, self.buttons, strict=True):
            button.setChecked(option.id in ids)

    def ids(self) -> tuple[str, ...]:
        """Return what is chosen, in the order of the options."""
        seen = tuple(
            option.id for option, button in zip(self._options, self.buttons, strict=True) if button.isChecked()
        )
        return seen if self._most == 1 and seen else (*seen, *self._others)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a digit or a letter; tell whether it is one of the keys shown."""
        typed = event.text().lower()
        if not typed or event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        for number, option in enumerate(self._options):
            if typed in (self._key(number, self._options), self._word(option)):
                self._all[number].setFocus(Qt.FocusReason.TabFocusReason)
                self._all[number].click()
                return True
        return False

    def first(self) -> QWidget | None:
        """Return the chosen option, or else the first."""
        buttons = self.buttons
        return next((button for button in buttons if button.isChecked()), buttons[0] if buttons else None)

    def set_read_only(self, *, on: bool) -> None:
        """Accept nothing, or accept again; what is chosen stays to be read."""
        self._read_only = on

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the options into one column or two, as the width allows."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = len(self._options)
        letters = self.width() // max(self.fontMetrics().averageCharWidth(), 1)
        two = count >= _TWO_FROM and letters >= _WIDE and not self._is_wide
        wanted = count if self._across else 2 if two else 1
        if (count, wanted) == self._arranged:
            return
        self._arranged = (count, wanted)
        depth = -(-count // max(wanted, 1))
        for number, button in enumerate(self.buttons):
            self._grid.addWidget(button, number % depth, number // depth)

    def _key(self, number: int, options: Sequence[Option]) -> str:
        if not self._has_keys:
            return ""
        if options[number].id == "n":
            return "n"
        return _KEYS[number] if number < len(_KEYS) else ""

    def _word(self, option: Option) -> str:
        few = self._has_keys and len(self._options) < _MANY
        return _WORDS.get(option.id, "?" * 2) if few else "?" * 2

    def _add(self) -> None:
        button = OptionButton(self)
        number = len(self._all)
        button.setObjectName(f"option-{number + 1}")
        button.clicked.connect(partial(self._choose, number))
        button.moved.connect(partial(self._move, number))
        self._watch(button, "")
        self._all.append(button)

    def _choose(self, number: int) -> None:
        button = self._all[number]
        if self._read_only:
            button.setChecked(not button.isChecked())
            return
        if button.isChecked():
            self._drop_beside(number)
        if self._most and button.isChecked() and len(self.ids()) > self._most:
            button.setChecked(False)
            self.overfilled.emit()
        else:
            self.chosen.emit()

    def _drop_beside(self, number: int) -> None:
        """Take away the ticks that cannot stand beside a new one."""
        wanted = self._options[number].id
        for option, other in zip(self._options, self.buttons, strict=True):
            apart = self._most == 1 or NONE_OF_THEM in (wanted, option.id)
            if apart and option.id != wanted:
                other.setChecked(False)

    def _move(self, number: int, step: int) -> None:
        buttons = self.buttons
        buttons[(number + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
