"""Show what other conversations answered to the question, the latest first, each to be taken over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kizdesk.project.runner.known import Known
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label

_MOST = 3
"""So many conversations are shown."""
_LINES, _LETTERS = (8, 3), (220, 90)
"""Lines and letters of the latest answer, and of those before it; the tooltip holds all of it."""


class KnownCard(Card):
    """Be the card; it hides itself when nothing is known."""

    taken = Signal(str)
    """The id of the conversation whose answer shall be taken over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Bereits bekannt", parent)
        self._entries = tuple(_Entry(number, self) for number in range(_MOST))
        self._more = label("", "muted")
        for entry in self._entries:
            entry.taken.connect(self.taken)
        self.body.addWidget(self._more)

    def show_known(self, known: Sequence[Known], *, read_only: bool) -> None:
        """Show what is known."""
        self.setVisible(bool(known))
        for number, entry in enumerate(self._entries):
            entry.show_known(known[number] if number < len(known) else None, read_only=read_only)
        more = len(known) - _MOST
        self._more.setText(
            self.tr("Dazu gibt es noch ein älteres Gespräch.")
            if more == 1
            else self.tr("Dazu gibt es noch {0} ältere Gespräche.").format(more)
        )
        self._more.setVisible(more > 0)


class _Entry(QObject):
    """Be what one conversation answered: its widgets stand in the card itself, which knows their heights."""

    taken = Signal(str)

    def __init__(self, number: int, card: Card) -> None:
        super().__init__(card)
        self._interview_id, self._rank = "", min(number, 1)
        self._source, self._words, self._state = label("", "muted"), label(""), label("", "muted")
        name = "take-over" if not number else f"take-over-{number + 1}"
        text = self.tr("Übernehmen   Alt+Ü") if not number else self.tr("Diese übernehmen")
        self._take = button(text, name=name, kind="plain" if not number else "quiet")
        self._all = (self._source, self._words, self._state, self._take)
        for widget in self._all:
            card.body.addWidget(widget)
        policy = self._take.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self._take.setSizePolicy(policy)
        self._words.setObjectName(f"known-words-{number + 1}")
        self._state.setObjectName(f"known-state-{number + 1}")
        self._take.clicked.connect(self._tell)

    def show_known(self, known: Known | None, *, read_only: bool) -> None:
        """Show one conversation, or nothing."""
        for widget in self._all:
            widget.setVisible(known is not None)
        if known is None:
            return
        self._interview_id = known.interview_id
        shown = _cut(known.lines, _LINES[self._rank], _LETTERS[self._rank])
        self._source.setText(f"{known.source}:")
        self._words.setText("\n".join(shown))
        self._words.setToolTip("\n".join(known.lines) if shown != known.lines else "")
        self._state.setText(self._state_of(known))
        self._state.setVisible(known.is_same or not known.fits)
        self._take.setVisible(known.fits and not known.is_same)
        self._take.setEnabled(not read_only)
        self._take.setAccessibleDescription(f"{known.source}: {'; '.join(known.lines)}")

    def _state_of(self, known: Known) -> str:
        if known.is_same:
            return self.tr("Das steht auch hier als Antwort.")
        return self.tr("Die Frage verlangt heute eine andere Antwort; übernehmen lässt sich diese nicht.")

    @Slot()
    def _tell(self) -> None:
        self.taken.emit(self._interview_id)


def _cut(lines: tuple[str, ...], most: int, letters: int) -> tuple[str, ...]:
    """Return as much of an answer as there is room for."""
    shown: list[str] = []
    for line in lines[:most]:
        if len(line) > letters:
            return (*shown, f"{_whole_words(line, letters)}\u00a0…")
        shown.append(line)
        letters -= len(line)
    return tuple(shown) if len(lines) <= most else (*shown, "…")


def _whole_words(line: str, letters: int) -> str:
    """Return the words of a line that have room; of a line that is one long word, its beginning."""
    words, blank, _ = line[: letters + 1].rpartition(" ")
    return words.rstrip() if blank else line[:letters]
