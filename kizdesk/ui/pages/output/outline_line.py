"""Word the lines of the outline: what a chapter holds, and what is chosen for it."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.project.outline import OutlineRow
from kizdesk.project.outline_held import Held


@dataclass(frozen=True, slots=True)
class Line:
    """Be one chapter with what is known of its content; that is nothing until the concept was built."""

    row: OutlineRow
    held: Held | None = None

    @property
    def key(self) -> str:
        """Return the key of the chapter."""
        return self.row.chapter

    @property
    def named(self) -> str:
        """Return the chapter with its number as it is printed."""
        number = self.held.number if self.held is not None and self.row.printed else ""
        return f"{number}  {self.row.text.title}" if number else self.row.text.title

    @property
    def content(self) -> str:
        """Return what stands in the chapter, in the order in which it is printed."""
        text, generated = self.row.text, bool(self.held and self.held.generated)
        parts = [
            "Text" if text.before.strip() else "",
            "Daten" if generated else "",
            "Text" if text.after.strip() else "",
        ]
        return " · ".join(filter(None, parts)) or "noch leer"

    @property
    def page(self) -> str:
        """Return the page on which it begins."""
        known = self.held is not None and self.held.page is not None and self.row.printed
        return str(self.held.page) if self.held is not None and known else ""

    @property
    def spoken(self) -> str:
        """Return the whole line as a screen reader says it."""
        row = self.row
        printed = "wird gedruckt" if row.printed else "weggelassen"
        parts = [
            self.named,
            "mit seinem Kapitel weggelassen" if row.with_chapter else printed,
            "in der Kurzfassung" if row.in_short else "",
            self.content,
            f"Platz {row.place + 1} von {row.siblings}",
        ]
        return ", ".join(filter(None, parts))


def pages_text(count: int) -> str:
    """Return a number of pages as it was estimated."""
    return "etwa eine Seite" if count == 1 else f"etwa {count} Seiten"
