"""Step 2, Bestandsaufnahme: write the minutes of an interview, and tell what was changed since their release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kizdesk.concept.minutes.build import minutes
from kizdesk.concept.minutes.changes import ChangeKind, Difference, MinutesChange
from kizdesk.concept.minutes.items import Told, items
from kizdesk.concept.tree import Document
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import District, Municipality
from kizdesk.project.apart.here import Place
from kizdesk.project.files import ensure_folder, is_there
from kizdesk.project.interviews.minutes_changes import account_of, is_released_anew, log_of, since_release
from kizdesk.project.machine import plain_name
from kizdesk.project.opened import LogEntry, OpenProject
from kizdesk.project.output.writing import Progress, Written, write_document
from kizdesk.writers.word import write_word

__all__ = [
    "ChangeKind",
    "MinutesChange",
    "MinutesInFile",
    "can_be_written",
    "changed_since_release",
    "minutes_document",
    "minutes_name",
    "write_all_minutes",
    "write_minutes",
    "write_minutes_elsewhere",
]
_TITLE, _ENDING = "Gesprächsprotokoll", ".docx"
_CHANGED = " – geändert"
_ANEW = " – erneut freigegeben {day}"
_KEPT = "Das bisherige Protokoll „{name}“ bleibt daneben erhalten."
_PLACE = 120
"""Bytes of a municipality in the name of the file: systems take 255 for the whole."""
_NOTHING = (
    "Zu diesem Gespräch ist noch nichts erfasst, das die Kommune freigeben könnte. Bitte zuerst die Antworten eingeben."
)


@dataclass(frozen=True, slots=True)
class MinutesInFile:
    """Be the writing of the minutes of an interview into a file, as work that can be sent to another process.

    What was changed since their release goes with it: the record of changes stays where the file is open.
    """

    interview_id: str
    target: Path
    since: tuple[Difference, ...] = ()

    def __call__(self, project: OpenProject, progress: Progress) -> Written:
        """Write them."""
        return _write(project, project.snapshot.get(Interview, self.interview_id), self.target, self.since, progress)


def write_minutes(project: OpenProject, interview_id: str, target: Path, progress: Progress) -> Written:
    """Write the minutes of an interview as a Word file; a file that somebody worked on is kept under another name.

    Raises UserError if nothing is told in the interview, EnvironmentFault if the target cannot be written.
    """
    interview = project.snapshot.get(Interview, interview_id)
    return _write(project, interview, target, since_release(project, interview, log_of(project, interview)), progress)


def write_minutes_elsewhere(
    place: Place, folder: Path, interview_id: str, project: OpenProject, progress: Progress
) -> Written:
    """Write the minutes of an interview into a folder under their name, in the process that ``place`` has for it."""
    interview = project.snapshot.get(Interview, interview_id)
    log = log_of(project, interview)
    since = since_release(project, interview, log)
    target = folder / _file_name(project, interview, since, log)
    return place.run(MinutesInFile(interview_id, target, since), project, progress)


def write_all_minutes(
    project: OpenProject, interviews: Sequence[Interview], folder: Path, progress: Progress
) -> list[Written]:
    """Write the minutes of several interviews into a folder, each under its own name, as one by one."""
    log = project.log() if any(it.released_on for it in interviews) else []
    written: list[Written] = []
    for number, interview in enumerate(interviews):
        since = since_release(project, interview, log)
        name = _file_name(project, interview, since, log)
        progress(f"„{name}“ schreiben", number / len(interviews))
        written.append(_write(project, interview, folder / name, since, _silent))
    progress("Gesprächsprotokolle sind geschrieben", 1.0)
    return written


def minutes_document(project: OpenProject, interview_id: str) -> Document:
    """Return the minutes of an interview as they stand."""
    interview = project.snapshot.get(Interview, interview_id)
    return _document(project, interview, since_release(project, interview, log_of(project, interview)))


def can_be_written(project: OpenProject, interview: Interview) -> bool:
    """Tell whether anything is told in an interview that a municipality could release."""
    account = account_of(project, project.snapshot, interview)
    return any(item.told is not Told.OPEN for item in items(account))


def changed_since_release(project: OpenProject, interview_id: str) -> tuple[MinutesChange, ...]:
    """Return what the minutes tell differently than at their release; nothing where they are not released.

    What was changed and changed back is not among it, nor is what is not printed, such as notes.
    """
    interview = project.snapshot.get(Interview, interview_id)
    return tuple(difference.change for difference in since_release(project, interview, log_of(project, interview)))


def minutes_name(project: OpenProject, interview: Interview) -> str:
    """Return a file name that every office computer takes, and that no other interview of the project has."""
    own = _stem(project, interview)
    same = [it.id for it in project.snapshot.all(Interview) if _stem(project, it).casefold() == own.casefold()]
    number = same.index(interview.id) + 1
    return f"{own}{f' Gespräch {number}' if number > 1 else ''}{_ENDING}"


def _file_name(project: OpenProject, interview: Interview, since: Sequence[Difference], log: Sequence[LogEntry]) -> str:
    """Return the name of the file; what is changed or released anew leaves the file alone that was released."""
    anew = is_released_anew(project, interview, log)
    told = _ANEW.format(day=interview.released_on) if anew else ""
    name = minutes_name(project, interview)
    return f"{name.removesuffix(_ENDING)}{told}{_CHANGED if since else ''}{_ENDING}"


def _write(
    project: OpenProject, interview: Interview, target: Path, since: Sequence[Difference], progress: Progress
) -> Written:
    if not can_be_written(project, interview):
        raise UserError(_NOTHING)
    ensure_folder(target.parent)
    written = write_document(project, target, progress, write_word, lambda: _document(project, interview, since))
    released = target.with_name(minutes_name(project, interview))
    kept = (_KEPT.format(name=released.name),) if released != target and is_there(released) else ()
    return replace(written, remarks=(*_told(interview, since), *kept, *written.remarks))


def _silent(_what: str, _share: float) -> None:
    """Leave out the steps within one file, which takes a moment only."""


def _stem(project: OpenProject, interview: Interview) -> str:
    snapshot = project.snapshot
    place = snapshot.find(Municipality, interview.municipality_id)
    name = place.name if place is not None else next((found.name for found in snapshot.all(District)), "")
    fitting = plain_name(name).encode("utf-8", "ignore")[:_PLACE].decode("utf-8", "ignore").strip(" .")
    day = interview.held_on.isoformat() if interview.held_on else "ohne Datum"
    return " ".join(filter(None, [_TITLE, fitting, day]))


def _document(project: OpenProject, interview: Interview, since: Sequence[Difference]) -> Document:
    return minutes(account_of(project, project.snapshot, interview), since, project.now().date())


def _told(interview: Interview, since: Sequence[Difference]) -> tuple[str, ...]:
    if not since or interview.released_on is None:
        return ()
    day = f"{interview.released_on:%d.%m.%Y}"
    if len(since) == 1:
        return (f"Seit der Freigabe am {day} wurde eine Stelle geändert; sie ist gekennzeichnet.",)
    return (f"Seit der Freigabe am {day} wurden {len(since)} Stellen geändert; sie sind gekennzeichnet.",)
