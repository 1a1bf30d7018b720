"""Edit a list of short texts, one on each line."""

from __future__ import annotations

from typing import Any

from kizdesk.ui.forms.long_text import LongText


class Lines(LongText):
    """Edit texts, one on each line; empty lines are not kept."""

    def value(self) -> Any:
        """Return the texts in their order."""
        return tuple(line.strip() for line in super().value().splitlines() if line.strip())

    def set_value(self, value: Any) -> None:
        """Show texts; what is typed stays as it is if it means the same."""
        if tuple(value or ()) != self.value() or not self.has_focus():
            super().set_value("\n".join(value or ()))
