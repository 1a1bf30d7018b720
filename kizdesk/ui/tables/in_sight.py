"""Keep in sight what somebody stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView


def keep_in_sight(view: QAbstractItemView, former: int) -> None:
    """Show the row whole that is chosen, where it was seen whole before the view became lower."""
    place = view.visualRect(view.currentIndex())
    if place.isValid() and view.viewport().height() <= place.bottom() < former:
        view.scrollTo(view.currentIndex())
