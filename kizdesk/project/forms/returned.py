"""Be what is known of a returned file: what it is, what it says, and how that stands to the project."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from kizdesk.paperwork.reading import Filled, Outcome, Reason
from kizdesk.project.forms.awaited import Waiting
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
    CONSENT = "einvernehmen"
    KEPT = "als-scan"
    REFUSED = "abgelehnt"


STATE_WORDS = {
    State.NEW: "neu",
    State.EQUAL: "schon bekannt",
    State.DIFFERENT: "abweichend",
    State.DOUBLE: "doppelt",
    State.BLANK: "nicht ausgefüllt",
    State.OLDER_GUIDE: "anderer Leitfaden",
    State.OTHER_MUNICIPALITY: "andere Kommune",
    State.OTHER_PROJECT: "anderes Projekt",
    State.CONSENT: "Antwort zum Einvernehmen",
    State.KEPT: "liegt als Scan bei",
    State.REFUSED: "nicht lesbar",
}
"""What a file is in few words, for lists."""
TO_TYPE_OFF = "nur als Scan"
"""What a file is of which nothing can be read, but somebody may type it off."""
TAKEABLE = frozenset((State.NEW, State.EQUAL, State.DIFFERENT, State.OLDER_GUIDE, State.OTHER_MUNICIPALITY))
"""What can be taken over, all but the first only if somebody says so."""
THE_FILE = "/"
"""The key by which a file without an entry is chosen: what it says goes into the note of the interview."""
_TO_TYPE_OFF = frozenset((Reason.PRINTED, Reason.INCOMPLETE))
_PICTURES = (".png", ".jpg", ".jpeg")


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
class Received:
    """Be a file that was read, whatever the project says to it: the form or why it is none, and its bytes if kept."""

    name: str
    outcome: Outcome
    content: bytes = field(default=b"", repr=False)
    size: int = 0
    into: str = ""
    """The interview somebody chose for it among those that wait."""

    @property
    def light(self) -> Received:
        """Return it without its bytes, to be compared in another process."""
        return replace(self, content=b"")


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
    """The bytes of the file, to be kept with the interview, where they are at hand."""
    size: int = 0
    reason: Reason | None = None
    """Why it is refused."""
    sha256: str = ""
    interview_id: str = ""
    """The interview it belongs to; that may not be there yet."""
    places: tuple[Waiting, ...] = ()
    """Where it can go, the likeliest first; empty if there is nothing to choose."""
    into: str = ""
    """What somebody chose of them."""
    behind: str = ""
    """The file of the same go beside which it stands; what that file says is not in the project yet."""

    @property
    def words(self) -> str:
        """Return what the file is in few words."""
        return TO_TYPE_OFF if self.may_be_scan else STATE_WORDS[self.state]

    @property
    def received(self) -> Received | None:
        """Return the form that was read; None for a file that is none."""
        return Received(self.name, self.filled, self.content, self.size, self.into) if self.filled is not None else None

    @property
    def takeable(self) -> bool:
        """Tell whether something of it can be taken over, be it what was left out when the same file came before."""
        return self.state in TAKEABLE or (self.state is State.DOUBLE and bool(self.open_keys))

    @property
    def may_be_scan(self) -> bool:
        """Tell whether the file shows answers that somebody can type off."""
        is_picture = self.reason is Reason.NOT_PDF and self.name.lower().endswith(_PICTURES)
        return self.state is State.REFUSED and (is_picture or self.reason in _TO_TYPE_OFF)

    @property
    def proposed(self) -> frozenset[str]:
        """Return the keys of the entries that contradict nothing the project knows."""
        plain = (it for it in self.entries if it.standing is not Standing.DIFFERENT and not it.undecided)
        return frozenset(entry.key for entry in plain) or self._bare

    @property
    def proposed_at_first(self) -> frozenset[str]:
        """Return what is chosen before anybody looked: of a new form all that does not deny itself, else nothing."""
        return self.proposed if self.state is State.NEW else frozenset()

    @property
    def open_keys(self) -> frozenset[str]:
        """Return the keys of the entries that the project does not hold as the form says them."""
        return frozenset(entry.key for entry in self.entries if entry.standing is not Standing.EQUAL)

    @property
    def all_keys(self) -> frozenset[str]:
        """Return the keys of all entries, or what stands for the file if it has none."""
        return frozenset(entry.key for entry in self.entries) or self._bare

    @property
    def _bare(self) -> frozenset[str]:
        return frozenset() if self.entries else frozenset((THE_FILE,))


@dataclass(frozen=True, slots=True)
class Judged:
    """Be a reading with what taking it over would write."""

    reading: Reading
    whose: Whose | None = None
    target: Target | None = None
    contents: Contents = _NOTHING
    compared: tuple[Compared, ...] = ()
