"""Note how long each section of an interview was talked about, and tell it in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kizdesk.domain.changes import Update
from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus, SectionTime
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject

Spot = tuple[str, str]
"""A section, and the field of action it is asked about, if it is one of those."""
_LABEL = "Gesprächszeit festhalten"
_FEW = 3
"""So many sections are named."""
_MINUTE, _HOUR = 60, 60


def is_timed(interview: Interview) -> bool:
    """Tell whether time spent on an interview counts: while it is under way; a form is typed off, not talked about."""
    return interview.status is InterviewStatus.RUNNING and interview.form is not InterviewForm.FORM


def add_times(project: OpenProject, interview_id: str, spent: Mapping[Spot, int]) -> None:
    """Add seconds to what was spent on sections before; this is noted and is no step to undo."""
    interview = project.snapshot.find(Interview, interview_id)
    if interview is None or not any(spent.values()):
        return
    times = {(it.section_id, it.scope_id): it for it in interview.section_times}
    for spot, seconds in spent.items():
        before = times.get(spot, SectionTime(section_id=spot[0], scope_id=spot[1]))
        times[spot] = replace(before, seconds=before.seconds + seconds)
    change = Update(Interview, interview_id, "section_times", tuple(times.values()))
    project.note(_LABEL, change, stay=f"gespraechszeit/{interview_id}")


def section_seconds(interview: Interview, section_id: str, scope_id: str = "") -> int:
    """Return how many seconds were spent on a section and field."""
    spot = (section_id, scope_id)
    return sum(it.seconds for it in interview.section_times if (it.section_id, it.scope_id) == spot)


def duration_words(seconds: int) -> str:
    """Return a stretch of time as lists show it: ``12 min``, ``1 h 5 min``; empty below a minute."""
    minutes = round(seconds / _MINUTE)
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return f"{rest} min" if rest else ""
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def times_line(project: OpenProject, interview: Interview) -> str:
    """Say how long was talked, and about what longest: ``58 min, davon 12 min Gremien``; empty below a minute."""
    total = duration_words(sum(it.seconds for it in interview.section_times))
    if not total:
        return ""
    spent: dict[str, int] = {}
    for it in interview.section_times:
        spent[it.section_id] = spent.get(it.section_id, 0) + it.seconds
    names = {section.id: section.brief for section in guide_of(project, interview).sections}
    longest = sorted(spent, key=lambda key: -spent[key])[:_FEW]
    named = [f"{words} {names[key]}" for key in longest if key in names and (words := duration_words(spent[key]))]
    return f"{total}, davon {', '.join(named)}" if len(spent) > 1 and named else total
