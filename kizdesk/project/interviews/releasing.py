"""Note that a municipality released the minutes of an interview, or take that back: day and state go together."""

from __future__ import annotations

from datetime import date

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values

NOT_HELD = "Dieses Gespräch ist noch nicht geführt. Bitte es zuerst abschließen, dann die Freigabe eintragen."
AHEAD = "Der {day:%d.%m.%Y} liegt noch vor uns. Bitte den Tag eintragen, an dem die Kommune freigegeben hat."
_LABEL = "Gespräch freigeben"
_BACK = "Freigabe zurücknehmen"
_STATE = "Gespräch bearbeiten"


def put_release(project: OpenProject, interview_id: str, day: date | None, *, label: str = "", stay: str = "") -> None:
    """Enter the day of the release, which releases the interview, or take day and release away.

    Raises UserError if the interview is not held yet, or the day is still to come.
    """
    interview = project.snapshot.get(Interview, interview_id)
    values: dict[str, object] = {"released_on": day}
    if day is not None:
        if not is_held(interview):
            raise UserError(NOT_HELD)
        if day > project.now().date():
            raise UserError(AHEAD.format(day=day))
        values["status"] = InterviewStatus.RELEASED
    elif interview.status is InterviewStatus.RELEASED:
        values["status"] = InterviewStatus.DONE
    set_values(project, Interview, interview_id, values, label=label or (_LABEL if day else _BACK), stay=stay)


def put_status(project: OpenProject, interview_id: str, status: InterviewStatus, *, stay: str = "") -> None:
    """Set how far an interview is; released is it from today if no day is known, and not any more without the state.

    An interview that is taken up again keeps the day: its minutes mark what is changed after it.
    """
    interview = project.snapshot.get(Interview, interview_id)
    values: dict[str, object] = {"status": status}
    if status is InterviewStatus.RELEASED:
        values["released_on"] = interview.released_on or project.now().date()
    elif status in (InterviewStatus.DONE, InterviewStatus.PLANNED):
        values["released_on"] = None
    set_values(project, Interview, interview_id, values, label=_STATE, stay=stay)


def is_held(interview: Interview) -> bool:
    """Tell whether an interview is over, so that its minutes can be released."""
    return interview.status in (InterviewStatus.DONE, InterviewStatus.RELEASED)


def ended_status(interview: Interview) -> InterviewStatus:
    """Return the state of an interview that ends now: released if it was before it was taken up again."""
    return InterviewStatus.DONE if interview.released_on is None else InterviewStatus.RELEASED
