"""Hear what pages say, and name the hand that shows one."""

from __future__ import annotations

from collections.abc import Callable

from kizdesk.ui.page import Page
from kizdesk.ui.session import Destination, Session

Show = Callable[[Page], None]
"""Shows a page in a small window, until the test is over."""


class Ears:
    """Hear where the user wants to go and what is said."""

    def __init__(self, session: Session) -> None:
        self.ways: list[Destination] = []
        self.said: list[str] = []
        session.going.connect(self.ways.append)
        session.said.connect(self._hear)

    def _hear(self, message: object) -> None:
        self.said.append(str(getattr(message, "text", "")))
