"""Collect Python's garbage on the window's thread only.

A collection runs in whichever thread happens to ask for memory. In the thread of a job it would destroy widgets
there, and Qt crashes; in the midst of typing it would be felt. So the program collects by itself: young objects often,
all of them when nothing was done for a while, and never those that came with the project, which live as long as it.

PySide reads the source of every module that is imported, to see whether it uses PySide, and Python keeps all that text
for tracebacks: 20 MB that nobody needs. A traceback reads again what it shows.
"""

from __future__ import annotations

import gc
import linecache

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class Collector(QObject):
    """Collect once a second the young objects that the interpreter would have collected by now, and all in rests."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        gc.disable()
        self._timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the older of the two young generations whose counter is full, and forget the source of modules."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                break
        linecache.clearcache()

    def collect_all(self) -> None:
        """Collect every generation; for moments in which nobody types."""
        gc.collect()

    def spare(self) -> None:
        """Look no more at what is there by now: the program itself and a project just opened."""
        gc.freeze()

    def spare_nothing(self) -> None:
        """Look at everything again: a project was closed."""
        gc.unfreeze()
        gc.collect()

    def end(self) -> None:
        """Leave collecting to the interpreter again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
