"""Hold the files that came back, what the project says to each, and which of their entries are chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from kizdesk.project.forms.comparing import Standing
from kizdesk.project.forms.returned import THE_FILE, Reading, Received, State
from kizdesk.project.forms.taking import Chosen

_SETTLED = (State.DOUBLE, State.KEPT)
_TAKEN, _WAITS, _READS = "übernommen", "nicht gelesen", "wird gelesen …"


class Rank(IntEnum):
    """Say how urgently somebody has to look at a file."""

    OPEN = 0
    WAITING = 1
    READY = 2
    SETTLED = 3


@dataclass(frozen=True, slots=True)
class FileRow:
    """Be a file with what is known of it; without a reading it is not read yet."""

    path: Path
    reading: Reading | None
    keys: frozenset[str]
    is_taken: bool = False
    """It was taken over here, a moment ago."""
    is_read_now: bool = False

    @property
    def name(self) -> str:
        """Return the municipality whose form it is, or else the name of the file."""
        is_ours = self.reading is not None and self.reading.state not in (State.REFUSED, State.OTHER_PROJECT)
        return (self.reading.municipality if self.reading is not None and is_ours else "") or self.path.name

    @property
    def words(self) -> str:
        """Return what the file is in few words."""
        if self.reading is None:
            return _READS if self.is_read_now else _WAITS
        state = _TAKEN if self.is_taken else self.reading.words
        count = self.notices if self.reading.state is State.NEW else 0
        return f"{state}, {'ein Hinweis' if count == 1 else f'{count} Hinweise'}" if count else state

    @property
    def notices(self) -> int:
        """Return how much of the form was not understood, is doubtful or has no place."""
        if self.reading is None:
            return 0
        entries = sum(bool(entry.remarks) or entry.doubtful for entry in self.reading.entries)
        return entries + len(self.reading.leftovers)

    @property
    def open_keys(self) -> frozenset[str]:
        """Return what of the file can still be taken over."""
        waits = self.is_taken and self.reading is not None and self.reading.state is not State.DOUBLE
        if self.reading is None or waits or not self.reading.takeable:
            return frozenset()
        return self.reading.open_keys if self.reading.state is State.DOUBLE else self.reading.all_keys

    @property
    def is_chosen(self) -> bool:
        """Tell whether something of the file would be taken over."""
        return bool(self.keys & self.open_keys)

    @property
    def share(self) -> float | None:
        """Return how much of what can be taken over is chosen; None if nothing can."""
        wanted = self.open_keys
        return len(self.keys & wanted) / len(wanted) if wanted else None

    @property
    def held(self) -> tuple[int, int]:
        """Return how many entries are chosen, or in the project already, and how many there are."""
        entries = self.reading.entries if self.reading is not None else ()
        settled = self.reading is not None and self.reading.state in _SETTLED
        chosen = sum(entry.key in self.keys or (settled and entry.standing is Standing.EQUAL) for entry in entries)
        return chosen, len(entries)

    @property
    def order(self) -> tuple[int, bool, bool]:
        """Return the place in the list: what has to be decided, what can be kept, and what only says why not."""
        may_be_scan = self.reading is not None and self.reading.may_be_scan
        return self.rank, not self.open_keys, not may_be_scan

    @property
    def rank(self) -> Rank:
        """Return how urgently somebody has to look at the file."""
        if self.reading is None:
            return Rank.WAITING
        if self.is_taken or self.reading.state in _SETTLED:
            return Rank.SETTLED
        return Rank.READY if self.reading.state is State.NEW else Rank.OPEN


class Batch:
    """Hold files in the order they came in; what is chosen stays chosen as long as it is what was seen."""

    def __init__(self) -> None:
        self._received: dict[Path, Received | None] = {}
        self._readings: dict[Path, Reading] = {}
        self._agreed: dict[Path, dict[str, tuple[str, ...]]] = {}
        """By file and key what stood beside an entry when it was chosen."""
        self._taken: set[Path] = set()
        self._settled: dict[Path, dict[str, tuple[str, ...]]] = {}
        """What was chosen of files when they were taken over; it is chosen again if that is undone."""
        self._has_turned = False

    @property
    def unread(self) -> tuple[Path, ...]:
        """Return the files that are not read yet."""
        return tuple(path for path, received in self._received.items() if received is None)

    @property
    def read(self) -> tuple[Path, ...]:
        """Return the files that are read."""
        return tuple(path for path, received in self._received.items() if received is not None)

    @property
    def received(self) -> tuple[Received, ...]:
        """Return what was read of them, without the bytes."""
        return tuple(received.light for received in self._received.values() if received is not None)

    @property
    def contents(self) -> Mapping[str, bytes]:
        """Return the bytes of the files by their SHA-256."""
        held = (received for received in self._received.values() if received is not None)
        return {received.outcome.sha256: received.content for received in held}

    @property
    def chosen_keys(self) -> tuple[frozenset[str] | None, ...]:
        """Return for each of them the keys chosen, None where nobody could choose yet."""
        return tuple(frozenset(self._agreed[path]) if path in self._agreed else None for path in self.read)

    @property
    def are_related(self) -> bool:
        """Tell whether two files come from one municipality, so that choosing from one matters to the other."""
        places = [reading.municipality_id for reading in self._readings.values() if reading.entries]
        return len(set(places)) < len(places)

    @property
    def has_turned(self) -> bool:
        """Tell whether comparing showed that taking over was undone or redone, so that other keys are chosen now."""
        return self._has_turned

    def add(self, paths: Iterable[Path]) -> None:
        """Take more files to be read; what is settled makes room, and what is there already is read anew."""
        for row in self.rows():
            if row.rank is Rank.SETTLED:
                self.drop(row.path)
        for path in paths:
            self.drop(path)
            self._received[path] = None

    def drop(self, path: Path) -> None:
        """Forget a file."""
        self._received.pop(path, None)
        self._readings.pop(path, None)
        self._agreed.pop(path, None)
        self._taken.discard(path)
        self._settled.pop(path, None)

    def receive(self, paths: Sequence[Path], received: Sequence[Received]) -> None:
        """Keep what was read, unless the file was taken off the list meanwhile."""
        for path, file in zip(paths, received, strict=True):
            if path in self._received:
                self._received[path] = file

    def compare(self, paths: Sequence[Path], readings: Sequence[Reading]) -> list[str]:
        """Keep what the project says to files; return the names of those from which to choose anew."""
        changed = []
        self._has_turned = False
        for path, reading in zip(paths, readings, strict=True):
            if path not in self._received:
                continue
            self._readings[path] = reading
            self._follow_undo(path, is_there=reading.state is State.DOUBLE)
            if path not in self._agreed:
                self._agreed[path] = _seen(reading, reading.proposed_at_first)
            elif lost := _overtaken(reading, self._agreed[path]):
                self._agreed[path] = {key: old for key, old in self._agreed[path].items() if key not in lost}
                changed.append(path.name)
        return changed

    def choose(self, path: Path, keys: Collection[str]) -> None:
        """Choose these entries of a file and no others."""
        reading = self._readings.get(path)
        if reading is not None:
            self._agreed[path] = _seen(reading, keys)

    def place(self, path: Path, interview_id: str) -> None:
        """Choose the interview a file shall go into."""
        received = self._received.get(path)
        if received is not None:
            self._received[path] = replace(received, into=interview_id)

    def rows(self, *, is_reading: bool = False) -> tuple[FileRow, ...]:
        """Return the files, those somebody has to look at first."""
        rows = [
            FileRow(
                path,
                self._readings.get(path),
                frozenset(self._agreed.get(path, ())),
                is_taken=path in self._taken,
                is_read_now=is_reading,
            )
            for path in self._received
        ]
        return tuple(sorted(rows, key=lambda row: row.order))

    def choices(self) -> tuple[tuple[Path, Chosen], ...]:
        """Return what would be taken over, in the order the files came in."""
        rows = {row.path: row for row in self.rows()}
        return tuple(
            (path, Chosen(row.reading, row.keys))
            for path in self._received
            if (row := rows[path]).is_chosen and row.reading is not None
        )

    def note_taken(self, paths: Iterable[Path]) -> None:
        """Remember files that were taken over."""
        for path in paths:
            if path in self._received:
                self._settle(path)

    def _settle(self, path: Path) -> None:
        """Choose nothing more of a file, for all that was chosen is in the project."""
        self._taken.add(path)
        self._settled[path] = self._settled.get(path, {}) | self._agreed.get(path, {})
        self._agreed[path] = {}

    def _follow_undo(self, path: Path, *, is_there: bool) -> None:
        """Choose again what was taken over if that was undone, and nothing more if it was redone."""
        if path not in self._settled or is_there == (path in self._taken):
            return
        self._has_turned = True
        if is_there:
            self._settle(path)
        else:
            self._taken.discard(path)
            self._agreed[path] = dict(self._settled[path])


def _seen(reading: Reading, keys: Collection[str]) -> dict[str, tuple[str, ...]]:
    seen = {entry.key: entry.old for entry in reading.entries if entry.key in keys}
    return seen | ({THE_FILE: ()} if THE_FILE in keys else {})


def _overtaken(reading: Reading, agreed: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the chosen keys beside which something else stands now."""
    different = (entry for entry in reading.entries if entry.standing is Standing.DIFFERENT)
    return {entry.key for entry in different if entry.key in agreed and agreed[entry.key] != entry.old}
