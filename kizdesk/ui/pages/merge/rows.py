"""Describe the list of interviews of another copy, and word how far taking them over is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kizdesk.project.merging.judging import STANDING_WORDS, Comparison, Met, Standing
from kizdesk.ui.tables import Column

_ROLES = {
    Standing.NEW: "info",
    Standing.EQUAL: "muted",
    Standing.DIFFERENT: "attention",
    Standing.DELETED: "attention",
    Standing.IMPOSSIBLE: "problem",
}
_READ_ONLY = "Das Projekt ist nur zum Lesen geöffnet: Gespräche lassen sich ansehen, aber nicht übernehmen."


@dataclass(frozen=True, slots=True)
class MetRow:
    """Be an interview of the other copy as the list shows it."""

    met: Met
    is_chosen: bool
    is_taken: bool = False
    """It was taken over here, a moment ago."""

    @property
    def ticked(self) -> float | None:
        """Return whether it is ticked; None where there is nothing to tick."""
        return float(self.is_chosen) if self.met.takeable else None

    @property
    def words(self) -> str:
        """Return how it stands, in few words."""
        return "übernommen" if self.is_taken else STANDING_WORDS[self.met.standing]

    @property
    def title(self) -> str:
        """Return the municipality with the day."""
        day = f"{self.met.held_on:%d.%m.%Y}" if self.met.held_on else ""
        return ", ".join(filter(None, (self.met.municipality or "Ohne Kommune", day, self.met.apart)))


def key_of(row: MetRow) -> str:
    """Return what tells interviews apart."""
    return row.met.id


def role_of(row: MetRow) -> str:
    """Return the colour of how an interview stands."""
    return "done" if row.is_taken else _ROLES[row.met.standing]


def state_text(name: str, comparison: Comparison, *, read_only: bool) -> str:
    """Return what the other file holds, in one line."""
    if read_only:
        return _READ_ONLY
    counts = [(standing, len(comparison.of(standing))) for standing in Standing]
    parts = [f"{count} {STANDING_WORDS[standing]}" for standing, count in counts if count]
    if comparison.only_here:
        parts.append(f"{comparison.only_here} nur hier")
    return f"{name}: {', '.join(parts) or 'keine Gespräche'}"


def take_text(count: int, *, with_revocations: bool) -> str:
    """Return the words of the button that takes so many interviews over."""
    if count:
        return "Ein Gespräch übernehmen" if count == 1 else f"{count} Gespräche übernehmen"
    return "Widerrufe übernehmen" if with_revocations else "Übernehmen"


def done_text(count: int, ended: Sequence[str], left: int) -> str:
    """Say what was taken over, and what is left."""
    parts = []
    if count:
        parts.append("Ein Gespräch ist übernommen" if count == 1 else f"{count} Gespräche sind übernommen")
    if ended:
        parts.append(
            "eine Einwilligung ist beendet" if len(ended) == 1 else f"{len(ended)} Einwilligungen sind beendet"
        )
    if left:
        parts.append("ein Gespräch bleibt, wie es hier ist" if left == 1 else f"{left} bleiben, wie sie hier sind")
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}."


def revoked_text(ends: Sequence[str]) -> str:
    """Say which Einwilligungen end with taking over, whatever is ticked."""
    if not ends:
        return ""
    kind = "Eine Einwilligung ist" if len(ends) == 1 else f"{len(ends)} Einwilligungen sind"
    ending = "sie endet" if len(ends) == 1 else "sie enden"
    return f"{kind} in der anderen Datei widerrufen oder gelöscht; {ending} hier mit dem Übernehmen: {'; '.join(ends)}."


def ended_text(ended: Sequence[str]) -> str:
    """Say which Einwilligungen ended with what was taken over."""
    return f"Beendet, weil in der anderen Datei widerrufen oder gelöscht: {'; '.join(ended)}." if ended else ""


def _name(row: MetRow) -> str:
    return ", ".join(filter(None, (row.met.municipality or "Ohne Kommune", row.met.apart)))


def _ticked(row: MetRow) -> float | None:
    return row.ticked


def _day(row: MetRow) -> date | None:
    return row.met.held_on


def _words(row: MetRow) -> str:
    return row.words


def _rank(row: MetRow) -> int:
    return tuple(Standing).index(row.met.standing)


def _tip(row: MetRow) -> str:
    return row.met.sentence


def _answers(row: MetRow) -> int:
    return row.met.answers


COLUMNS: tuple[Column[MetRow], ...] = (
    Column("Kommune", _name, check=_ticked, tip=_name, strong=True, stretch=True, width=16),
    Column("Datum", _day, width=10),
    Column("Stand", _rank, text=_words, tip=_tip, role=role_of, align="left", width=12),
    Column("Antworten", _answers, width=9, spare=True),
)
READ_ONLY: tuple[Column[MetRow], ...] = (
    Column("Kommune", _name, strong=True, stretch=True, width=16),
    *COLUMNS[1:],
)
"""Without boxes to tick."""
