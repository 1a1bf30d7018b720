"""Open another copy of the project to read from it; the file itself is never changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from kizdesk.domain.base import Record
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment, Interview, Offering
from kizdesk.domain.people import Body, Consultation, Person
from kizdesk.domain.places import District, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.files import is_same
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.store import Lineage
from kizdesk.store.visiting import VisitedFile

Progress = Callable[[str, float], None]
ITSELF = "„{name}“ ist dieses Projekt selbst. Bitte die Datei vom anderen Rechner wählen."
ELSEWHERE = (
    "„{name}“ gehört zu einem anderen Projekt („{title}“, {district}). Übernommen wird nur aus einer Kopie dieses "
    "Projekts. Bitte die richtige Datei wählen."
)
_OWN_IDS: tuple[type[Record], ...] = (Person, Interview, Offering, Attachment, Body, Consultation, ConceptVersion)
"""Kinds whose ids are drawn and come with no catalogue: who shares one of them shares a project."""
_COPIED = 0.5
"""The share of the work that is done when the file is copied and read."""
READ = 0.8
"""The share that is done when its attachments are checked; the rest is comparing."""


class OtherCopy:
    """Be another copy of the project: its records, and its files on request."""

    def __init__(self, file: VisitedFile) -> None:
        self._file = file
        self.name = file.path.name
        self.path = file.path
        self.snapshot: Snapshot = file.snapshot
        self.broken: frozenset[str] = frozenset()
        """SHA-256 of the attachments whose bytes are missing or damaged there."""

    @property
    def lineage(self) -> Lineage:
        """Return where the file comes from and what was deleted in it."""
        return self._file.lineage

    def blob(self, sha256: str) -> bytes | None:
        """Return the bytes of an attachment; None if they are missing or damaged."""
        return self._file.blob(sha256)

    def close(self) -> None:
        """Let go of it; the file stays as it is."""
        self._file.close()

    def __enter__(self) -> OtherCopy:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def check_files(self, held: frozenset[str], progress: Progress) -> None:
        """Find the attachments that are damaged, those left out whose bytes are held here."""
        wanted = sorted({item.sha256 for item in self.snapshot.all(Attachment)} - held)
        broken = set()
        for number, sha256 in enumerate(wanted):
            progress("Anlagen der anderen Datei prüfen", _COPIED + (READ - _COPIED) * number / len(wanted))
            if self.blob(sha256) is None:
                broken.add(sha256)
        self.broken = frozenset(broken)


def open_other(project: OpenProject, path: Path, progress: Progress, *, passphrase: str | None = None) -> OtherCopy:
    """Open another copy of a project; who cancels raises in ``progress``.

    Raises UserError for the same file and for another project, EnvironmentFault for a file that is missing, damaged,
    newer, protected by another passphrase, or open elsewhere.
    """
    if is_same(path, project.path):
        raise UserError(ITSELF.format(name=path.name))

    def heard(share: float) -> None:
        progress("Die andere Datei lesen", _COPIED * share)

    with ExitStack() as stack:
        other = OtherCopy(VisitedFile(path, passphrase=passphrase, now=project.now(), heard=heard))
        stack.callback(other.close)
        _refuse_elsewhere(project, other)
        other.check_files(frozenset(project.blobs()), progress)
        stack.pop_all()
        return other


def _refuse_elsewhere(project: OpenProject, other: OtherCopy) -> None:
    ours, theirs = project.snapshot, other.snapshot
    same_place = theirs.by_id(District).keys() == ours.by_id(District).keys()
    if same_place and (other.lineage.birth == project.lineage().birth or _share_records(ours, theirs)):
        return
    settings = theirs.find(Project, PROJECT_ID)
    title = settings.title if settings is not None else "ohne Titel"
    district = next((item.name for item in theirs.all(District)), "ohne Kreis")
    raise UserError(ELSEWHERE.format(name=other.name, title=title, district=district))


def _share_records(ours: Snapshot, theirs: Snapshot) -> bool:
    """Tell whether one comes from the other by way of an exchange file, which begins another file."""
    return any(ours.by_id(kind).keys() & theirs.by_id(kind).keys() for kind in _OWN_IDS)
