"""Make ways of answering in idle moments, so that no question has to wait for its widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from kizdesk.project.runner.ask import Ask, Shape

_STEP = 8
"""So many options or items are made at once."""
_PAUSE = 40
"""Milliseconds between two steps."""
_SKIPPED = (Shape.PEOPLE, Shape.CONSENTS, Shape.FILES)


class Warmer(QObject):
    """Hand out larger and larger questions, one each idle moment."""

    def __init__(self, ready: Callable[[Ask], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ready = ready
        self._steps: Iterator[Ask] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._next)

    def begin(self, asks: Sequence[Ask]) -> None:
        """Begin with the questions that need the most room."""
        self._steps = _steps(asks)
        self._timer.start()

    def end(self) -> None:
        """Stop."""
        self._timer.stop()

    @Slot()
    def _next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
        else:
            self._ready(step)


def _steps(asks: Sequence[Ask]) -> Iterator[Ask]:
    for made in asks:
        if made.shape in _SKIPPED:
            continue
        most = max(len(made.options) if not made.items else 0, len(made.items), 1)
        for count in range(_STEP, most + _STEP, _STEP):
            options = made.options if made.items else made.options[:count]
            yield replace(made, options=options, items=made.items[:count])
