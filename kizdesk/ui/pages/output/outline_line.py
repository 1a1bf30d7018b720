"""Word the lines of the outline: what a chapter holds, and what is chosen for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kizdesk.project.output.outline import OutlineRow
from kizdesk.project.output.outline_held import Held


@dataclass(frozen=True, slots=True)
class Line:
    """Be one chapter with what is known of its content; that is nothing until the concept was built."""

    row: OutlineRow
    held: Held | None = None
    version: int = 0
    """The version that is printed now; 0 for the draft."""

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
    def is_passing(self) -> bool:
        """Tell whether the draft prints it and no version would: it only announces what is not entered."""
        return self.held is not None and bool(self.held.announces) and self.row.printed and not self.version

    @property
    def is_missing(self) -> bool:
        """Tell whether it is not printed though nobody left it out: there is nothing yet."""
        return self.held is not None and self.row.printed and self.held.page is None

    @property
    def content(self) -> str:
        """Return what stands in the chapter, in the order in which it is printed, or why it is not printed."""
        if self.is_passing:
            return "nur im Entwurf"
        if self.is_missing:
            announces = self.held is not None and self.held.announces
            return f"fehlt in Fassung {self.version}" if announces else "leer, nicht gedruckt"
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
        printed = "wird nicht gedruckt" if self.is_missing else "wird gedruckt" if row.printed else "weggelassen"
        parts = [
            self.named,
            "mit seinem Kapitel weggelassen" if row.with_chapter else printed,
            "in der Kurzfassung" if row.in_short else "",
            self.content,
            f"Platz {row.place + 1} von {row.siblings}",
        ]
        return ", ".join(filter(None, parts))


def counted_text(lines: Sequence[Line]) -> str:
    """Say how many of all chapters are printed."""
    printed = sum(line.row.printed and not line.is_missing for line in lines)
    return f"{printed} von {len(lines)} Kapiteln" if printed < len(lines) else f"alle {printed} Kapitel"


def unprinted_text(lines: Sequence[Line]) -> str:
    """Say which chapters only the draft has, and which are not printed at all; nothing if all always are."""
    passing, missing = sum(line.is_passing for line in lines), sum(line.is_missing for line in lines)
    gone = sum(not line.row.printed for line in lines)
    several = (
        (
            passing,
            "{0} steht nur im Entwurf und fehlt in einer Fassung, solange nichts dazu eingetragen ist",
            "{0} stehen nur im Entwurf und fehlen in einer Fassung, solange nichts dazu eingetragen ist",
        ),
        (missing, "{0} ist noch leer und wird nicht gedruckt", "{0} sind noch leer und werden nicht gedruckt"),
        (gone, "{0} ist weggelassen", "{0} sind weggelassen"),
    )
    told: list[str] = []
    for count, one, many in several:
        if count == 1:
            told.append(one.format("eines" if told else "Ein Kapitel"))
        elif count:
            told.append(many.format(count if told else f"{count} Kapitel"))
    return f"{'; '.join(told)}." if told else ""


def pages_text(count: int) -> str:
    """Return a number of pages as it was estimated."""
    return "etwa eine Seite" if count == 1 else f"etwa {count} Seiten"
