"""Keep a form that came back on paper, or without its fields, with an interview, so that somebody types it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.interviews import Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.project.files import FileRead
from kizdesk.project.forms.awaited import names_of, planned_for
from kizdesk.project.forms.identity import told_by_name
from kizdesk.project.forms.judging import attached
from kizdesk.project.forms.returned import Reading
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force
from kizdesk.project.records import edits

_NEW = "Neues Gespräch nach diesem Formular"
_LABEL = "Anlage hinzufügen"
_BACK, _BACK_MANY = "Rückgabe des Formulars vermerken", "Rückgaben von Formularen vermerken"


@dataclass(frozen=True, slots=True)
class ScanPlace:
    """Be an interview a scan can lie with, in words; without an id it is made for the scan."""

    interview_id: str
    words: str


def proposed_municipality(project: OpenProject, reading: Reading) -> str:
    """Return the municipality a scan seems to come from, by what stands in the file or by its name, or nothing."""
    if reading.municipality_id:
        return reading.municipality_id
    told = told_by_name(project.snapshot, reading.name)
    return told[0].id if len(told) == 1 else ""


def scan_places(project: OpenProject, municipality_id: str) -> tuple[ScanPlace, ...]:
    """Return where a scan of a municipality can lie, the likeliest first: with a form that is awaited, or anew."""
    held = [it for it in project.snapshot.all(Interview) if it.municipality_id == municipality_id]
    awaited = planned_for(project, municipality_id, guide_in_force(project).id)
    named = dict(zip((it.id for it in held), names_of(project, held), strict=True))
    rest = [key for key in named if awaited is None or key != awaited.id]
    own = [ScanPlace(awaited.id, named[awaited.id])] if awaited is not None else []
    return (*own, ScanPlace("", _NEW), *(ScanPlace(key, named[key]) for key in reversed(rest)))


def keep_scan(
    project: OpenProject,
    file: FileRead,
    municipality_id: str,
    interview_id: str = "",
    *,
    is_notice_enclosed: bool = False,
) -> str:
    """Keep a file with an interview, made if none is named, in one step; return its id.

    With ``is_notice_enclosed`` the interview says that the information on privacy was given.

    A file that is kept with it already changes nothing. Raises UserError if municipality or interview are gone.
    """
    snapshot = project.snapshot
    place = snapshot.get(Municipality, municipality_id)
    kept = attached(snapshot, file.sha256)
    if kept is not None and interview_id in ("", kept.interview_id):
        return kept.interview_id
    guide = guide_in_force(project)
    interview = snapshot.get(Interview, interview_id) if interview_id else None
    changes: list[Change] = []
    if interview is not None and interview.status in (InterviewStatus.PLANNED, InterviewStatus.RUNNING):
        came = _noticed(came_on_paper(project, interview), is_enclosed=is_notice_enclosed)
        changes += edits(interview, came)
    if interview is None:
        interview = Interview(
            id=project.new_id(),
            municipality_id=place.id,
            guide_id=guide.id,
            guide_version=guide.version,
        )
        interview = _noticed(came_on_paper(project, interview), is_enclosed=is_notice_enclosed)
        changes.append(Create(interview))
    made = Attachment(
        id=project.new_id(),
        name=file.name,
        media_type=file.media_type,
        size=len(file.data),
        sha256=file.sha256,
        interview_id=interview.id,
    )
    project.put_blob(file.data, file.sha256)
    project.commit(_LABEL, *changes, Create(made))
    return interview.id


def came_on_paper(project: OpenProject, interview: Interview) -> Interview:
    """Return an interview as that of a form which came today at the latest; what is arranged as a talk stays one."""
    if interview.form not in (None, InterviewForm.FORM):
        return interview
    today = project.now().date()
    return replace(interview, form=InterviewForm.FORM, held_on=min(interview.held_on or today, today))


def _noticed(interview: Interview, *, is_enclosed: bool) -> Interview:
    """Return an interview with the information on privacy noted, unless somebody said otherwise."""
    is_unsaid = is_enclosed and interview.privacy_notice_given is None
    return replace(interview, privacy_notice_given=True) if is_unsaid else interview


def note_back(project: OpenProject, municipality_ids: Sequence[str]) -> tuple[str, ...]:
    """Note that forms came back otherwise, such as on paper, in one step; return the interviews to type them into."""
    guide = guide_in_force(project)
    changes: list[Change] = []
    found: list[str] = []
    for place_id in municipality_ids:
        planned = planned_for(project, project.snapshot.get(Municipality, place_id).id, guide.id)
        begun = planned or Interview(
            id=project.new_id(), municipality_id=place_id, guide_id=guide.id, guide_version=guide.version
        )
        today = project.now().date()
        back = replace(begun, form=InterviewForm.FORM, held_on=today, status=InterviewStatus.RUNNING)
        changes += [Create(back)] if planned is None else edits(planned, back)
        found.append(back.id)
    project.commit(_BACK if len(found) == 1 else f"{len(found)} {_BACK_MANY}", *changes)
    return tuple(found)
