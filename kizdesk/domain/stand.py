"""Derive where a municipality stands in the stock-taking from its interviews, the same for everybody who counts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from kizdesk.domain.interviews import Interview, InterviewStatus

_HELD = frozenset({InterviewStatus.DONE, InterviewStatus.RELEASED})


class Stand(Enum):
    """Tell where a municipality stands."""

    OPEN = "offen"
    PLANNED = "geplant"
    RUNNING = "laeuft"
    DONE = "abgeschlossen"
    RELEASED = "freigegeben"

    @property
    def is_done(self) -> bool:
        """Tell whether its interviews are held."""
        return self in (Stand.DONE, Stand.RELEASED)

    @property
    def is_waiting(self) -> bool:
        """Tell whether nobody has spoken with it yet."""
        return self in (Stand.OPEN, Stand.PLANNED)


def stand_of(interviews: Iterable[Interview]) -> Stand:
    """Return where a municipality with these interviews stands."""
    states = {interview.status for interview in interviews}
    if not states:
        return Stand.OPEN
    if states == {InterviewStatus.PLANNED}:
        return Stand.PLANNED
    if not states <= _HELD:
        return Stand.RUNNING
    return Stand.RELEASED if states == {InterviewStatus.RELEASED} else Stand.DONE
