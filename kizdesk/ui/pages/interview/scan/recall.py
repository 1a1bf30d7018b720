"""Remember on this machine which attachment was shown beside an interview, and how each was looked at."""

from __future__ import annotations

import json

from kizdesk.ui.pages.interview.scan.fitting import LARGEST, SMALLEST, Fit, Look
from kizdesk.ui.widgets.remembering import Remembers

_LOOKS, _CHOICES = "scan/looks", "scan/choices"
_MOST = 200
"""Attachments and interviews that are remembered; the oldest are forgotten first."""


class Recall:
    """Keep looks and choices; what somebody garbled in the file is passed over."""

    def __init__(self, memory: Remembers) -> None:
        self._memory = memory

    def look(self, attachment_id: str) -> Look:
        """Return how an attachment was looked at; a new one is fitted as the last one was."""
        kept = self._lines(_LOOKS)
        own = kept.get(attachment_id)
        if own is not None:
            return _look(own)
        last = _look(next(iter(kept.values()), []))
        return Look(fit=last.fit if last.fit is not Fit.CHOSEN else Fit.WIDTH)

    def keep_look(self, attachment_id: str, look: Look) -> None:
        """Remember how an attachment is looked at."""
        self._keep(_LOOKS, attachment_id, [look.page, look.turn, look.fit.value, round(look.zoom, 4)])

    def choice(self, interview_id: str) -> tuple[str, bool]:
        """Return the attachment that was chosen for an interview, and whether it was shown when it was left."""
        match self._lines(_CHOICES).get(interview_id):
            case [str() as attachment_id, bool() as shown]:
                return attachment_id, shown
        return "", False

    def keep_choice(self, interview_id: str, attachment_id: str, *, shown: bool) -> None:
        """Remember what is chosen for an interview, and whether it is shown."""
        self._keep(_CHOICES, interview_id, [attachment_id, shown])

    def _lines(self, key: str) -> dict[str, list[object]]:
        found: dict[str, list[object]] = {}
        for line in self._memory.value(key, [""]):
            try:
                match json.loads(line):
                    case [str() as name, *rest]:
                        found[name] = rest
            except ValueError:
                continue
        return found

    def _keep(self, key: str, name: str, values: list[object]) -> None:
        others = [[other, *kept] for other, kept in self._lines(key).items() if other != name]
        lines = [json.dumps(line, ensure_ascii=False) for line in ([name, *values], *others)][:_MOST]
        self._memory.remember(key, lines)


def _look(values: list[object]) -> Look:
    match values:
        case [int() as page, 0 | 90 | 180 | 270 as turn, str() as fit, int() | float() as zoom]:
            if page >= 0 and fit in {each.value for each in Fit}:
                return Look(page, int(turn), Fit(fit), max(SMALLEST, min(LARGEST, float(zoom))))
    return Look()
