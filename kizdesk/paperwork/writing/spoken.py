"""Say what a field is called by a screen reader and in the tooltip of a viewer."""

from __future__ import annotations

from kizdesk.paperwork.sheet import Ask, Part


class Voice:
    """Name the fields of one question: the first with its whole wording, the others with its number."""

    def __init__(self, part: Part, ask: Ask) -> None:
        repeated = any(entry.name.scope for entry in ask.entries)
        scope = f"{part.title}, " if repeated else ""
        self._short = f"{scope}{ask.number}".strip(", ") or ask.text
        self._lead = " ".join(filter(None, (f"{scope}{ask.number}", ask.text, ask.hint))).strip()

    def say(self, *labels: str) -> str:
        """Return the name of the next field with what stands beside it."""
        lead, self._lead = self._lead, self._short
        return ": ".join(filter(None, (lead, ", ".join(filter(None, labels)))))
