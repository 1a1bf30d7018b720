"""Collect Python's garbage on the window's thread only.

A collection runs in whichever thread happens to ask for memory. In the thread of a job it would destroy widgets
there, and Qt crashes; in the midst of typing it would be felt. So the program collects by itself, when it has time.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Collector(QObject):
    """Collect once a second what the counters of the interpreter would have collected by now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the oldest generation whose counter is full, and with it the younger ones."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Leave collecting to the interpreter again."""
        self._timer.stop()
        gc.enable()
