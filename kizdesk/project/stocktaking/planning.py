"""Plan interviews, invite people, release and delete: what is done around an interview in step 2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from kizdesk.concept.german import figure, number
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment, Interview, InterviewStatus
from kizdesk.domain.kinds import counted
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality
from kizdesk.project.durable.borders import cleaned
from kizdesk.project.files import disk_faults
from kizdesk.project.interviews.releasing import put_release
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of
from kizdesk.project.records import consequences, updates
from kizdesk.project.stocktaking.rows import InterviewRow

_ROLE = "Expertengespräch"
_NOBODY = "Bitte einen Namen oder eine Funktion eingeben."
ONE_TEXT = "Ein einzelnes Gespräch planen"
"""The words of the button that plans one interview with a municipality that is chosen afterwards."""
_ONE_STATE = {
    InterviewStatus.PLANNED: "noch nicht begonnen",
    InterviewStatus.RUNNING: "es läuft",
    InterviewStatus.DONE: "abgeschlossen, noch nicht freigegeben",
    InterviewStatus.RELEASED: "abgeschlossen und freigegeben",
}
_KILO, _MEGA = 1024, 1024 * 1024


def unplanned(project: OpenProject) -> tuple[Municipality, ...]:
    """Return the municipalities without an interview, in the order of their names."""
    facts = facts_of(project)
    spoken = {interview.municipality_id for interview in facts.snapshot.all(Interview)}
    return tuple(place for place in facts.municipalities if place.id not in spoken)


def plan(project: OpenProject, municipality_ids: Iterable[str]) -> tuple[Interview, ...]:
    """Plan an interview with each of some municipalities, in one step; raises UserError if one is gone."""
    settings, snapshot = project.settings, project.snapshot
    made = tuple(
        Interview(
            id=project.new_id(),
            municipality_id=snapshot.get(Municipality, municipality_id).id,
            guide_id=settings.guide_id,
            guide_version=settings.guide_version,
        )
        for municipality_id in municipality_ids
    )
    label = "Gespräch planen" if len(made) == 1 else f"{len(made)} Gespräche planen"
    project.commit(label, *(Create(interview) for interview in made))
    return made


def plan_text(count: int) -> str:
    """Return the words of the button that plans so many interviews: ``Gespräche mit allen acht Kommunen planen``."""
    few = {1: "Gespräch planen", 2: "Gespräche mit beiden Kommunen planen"}
    return few.get(count, f"Gespräche mit allen {number(count)} Kommunen planen")


def rest_text(count: int) -> str:
    """Return the words of the button that plans the interviews that are missing beside others."""
    return f"Alle {number(count)} weiteren planen"


def state_text(rows: Sequence[InterviewRow]) -> str:
    """Return in one line how many interviews there are and how far they are."""
    if not rows:
        return "Noch kein Gespräch geplant"
    if len(rows) == 1:
        return f"Ein Gespräch, {_ONE_STATE[rows[0].status]}"
    counted = Counter(row.status for row in rows)
    released = counted[InterviewStatus.RELEASED]
    held, running = released + counted[InterviewStatus.DONE], counted[InterviewStatus.RUNNING]
    freed = f"davon {figure(released)} freigegeben" if released else "noch keines freigegeben"
    parts = [f"{figure(held)} abgeschlossen, {freed}"] if held else []
    parts += ["eines läuft" if running == 1 else f"{figure(running)} laufen"] if running else []
    return f"{figure(len(rows))} Gespräche, {', '.join(parts) or 'noch keines begonnen'}"


def invite(project: OpenProject, interview_id: str, name: str, function: str = "") -> Person:
    """Add a new person who takes part in an interview, in one step; raises UserError if nothing is known of them."""
    interview = project.snapshot.get(Interview, interview_id)
    if not (name.strip() or function.strip()):
        raise UserError(_NOBODY)
    person = cleaned(
        Person(
            id=project.new_id(),
            name=name.strip(),
            function=function.strip(),
            municipality_id=interview.municipality_id,
            roles=(_ROLE,),
        )
    )
    ids = (*interview.person_ids, person.id)
    project.commit("Person hinzufügen", Create(person), *updates(interview, {"person_ids": ids}))
    return person


def release(project: OpenProject, interview_id: str, day: date | None = None) -> bool:
    """Note that the municipality released the minutes, today unless another day is known; tell whether that is new.

    Raises UserError if the interview was not held yet, or the day is still to come.
    """
    interview = project.snapshot.get(Interview, interview_id)
    before = project.snapshot
    put_release(project, interview_id, day or interview.released_on or project.now().date())
    return project.snapshot is not before


def remove(project: OpenProject, interview_id: str) -> str:
    """Delete an interview with its answers, evidence and attachments in one step; return in words what went along."""
    snapshot = project.snapshot
    files = attachments_of(project, interview_id)
    changes: list[Change] = [
        change
        for change in consequences(snapshot, Interview, interview_id)
        if not (isinstance(change, Update) and change.record_type is Attachment)
    ]
    changes += [Delete(Attachment, file.id) for file in files]
    project.commit("Gespräch löschen", *changes)
    gone = Counter(change.record_type for change in changes if isinstance(change, Delete))
    return ", ".join(counted(kind, count) for kind, count in gone.items() if kind is not Interview)


def attachments_of(project: OpenProject, interview_id: str) -> tuple[Attachment, ...]:
    """Return the files kept with an interview, by name."""
    found = [file for file in project.snapshot.all(Attachment) if file.interview_id == interview_id]
    return tuple(sorted(found, key=lambda file: (file.name.casefold(), file.id)))


def save_attachment(project: OpenProject, attachment_id: str, target: Path) -> None:
    """Write an attachment to a path the user chose; raises EnvironmentFault if the disk refuses."""
    data = project.blob(project.snapshot.get(Attachment, attachment_id).sha256)
    with disk_faults(target):
        target.write_bytes(data)


def size_text(size: int) -> str:
    """Return how large a file is, as an office reads it."""
    if size < _MEGA:
        return f"{figure(max(1, round(size / _KILO)))} KB"
    return f"{size / _MEGA:.1f} MB".replace(".", ",")
