"""Be what is known of a returned file: what it is, what it says, and how that stands to the project."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from kizdesk.paperwork.reading import Filled
from kizdesk.project.forms.comparing import Compared, Entry, Standing, Target
from kizdesk.project.forms.contents import Contents
from kizdesk.project.forms.identity import Whose

_NOTHING = Contents()


class State(StrEnum):
    """Tell what a returned file is."""

    NEW = "neu"
    EQUAL = "gleich"
    DIFFERENT = "abweichend"
    DOUBLE = "doppelt"
    BLANK = "leer"
    OLDER_GUIDE = "anderer-leitfaden"
    OTHER_MUNICIPALITY = "andere-kommune"
    OTHER_PROJECT = "anderes-projekt"
    REFUSED = "abgelehnt"


STATE_WORDS = {
    State.NEW: "neu",
    State.EQUAL: "schon bekannt",
    State.DIFFERENT: "abweichend",
    State.DOUBLE: "doppelt",
    State.BLANK: "nicht ausgefüllt",
    State.OLDER_GUIDE: "andere Fassung des Leitfadens",
    State.OTHER_MUNICIPALITY: "andere Kommune als im Dateinamen",
    State.OTHER_PROJECT: "anderes Projekt",
    State.REFUSED: "nicht lesbar",
}
"""What a file is in few words, for lists."""
TAKEABLE = frozenset((State.NEW, State.EQUAL, State.DIFFERENT, State.OLDER_GUIDE, State.OTHER_MUNICIPALITY))
"""What can be taken over, all but the first only if somebody says so."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Be a file that came back: where it lies, or its bytes."""

    name: str
    file: Path | bytes = field(repr=False)

    @classmethod
    def at(cls, path: Path) -> Incoming:
        """Return a file that lies at a path."""
        return cls(path.name, path)


@dataclass(frozen=True, slots=True)
class Reading:
    """Be one file with what it is, what it says, and in German what that means and what to do."""

    name: str
    state: State
    sentence: str
    municipality_id: str = ""
    municipality: str = ""
    sent_on: date | None = None
    entries: tuple[Entry, ...] = ()
    leftovers: tuple[str, ...] = ()
    """What has no place in the guide; it is kept in the note of the interview."""
    remarks: tuple[str, ...] = ()
    filled: Filled | None = field(default=None, repr=False)
    content: bytes = field(default=b"", repr=False)
    """The bytes of the file, to be kept with the interview."""

    @property
    def takeable(self) -> bool:
        """Tell whether it can be taken over."""
        return self.state in TAKEABLE

    @property
    def proposed(self) -> frozenset[str]:
        """Return the keys of the entries that contradict nothing the project knows."""
        return frozenset(entry.key for entry in self.entries if entry.standing is not Standing.DIFFERENT)

    @property
    def all_keys(self) -> frozenset[str]:
        """Return the keys of all entries."""
        return frozenset(entry.key for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Judged:
    """Be a reading with what taking it over would write."""

    reading: Reading
    whose: Whose | None = None
    target: Target | None = None
    contents: Contents = _NOTHING
    compared: tuple[Compared, ...] = ()
