"""Tell what is left to do in the interviews into which forms were taken over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.german import figure, listed
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.project.forms.changes import sections_left
from kizdesk.project.forms.returned import Judged
from kizdesk.project.opened import OpenProject

_FEW = 3
"""So many municipalities are named."""
_BESIDE = "Mit {names} gibt es damit ein weiteres Gespräch neben dem bisherigen."
_NOT_ASKED = "Noch nicht abgeschlossen, weil nicht alle Abschnitte gefragt sind: {names}."
_OPEN = "Noch nicht abgeschlossen, weil Pflichtangaben fehlen: {names}."


def made_beside(before: OpenProject, after: OpenProject, interview_ids: Sequence[str]) -> Iterator[str]:
    """Say with whom there is one interview more beside others."""
    known = before.snapshot.by_id(Interview)
    made = [after.snapshot.get(Interview, key).municipality_id for key in interview_ids if key not in known]
    spoken = {it.municipality_id for it in known.values()}
    if beside := [place for place in made if place in spoken]:
        yield _BESIDE.format(names=_names(after, beside))


def left_to_ask(project: OpenProject, done: Sequence[Judged]) -> Iterator[str]:
    """Say which of the interviews are not over, and why."""
    left: dict[str, bool] = {}
    for judged in done:
        interview = project.snapshot.find(Interview, judged.reading.interview_id)
        if judged.target is not None and interview is not None and interview.status is InterviewStatus.RUNNING:
            left[interview.municipality_id] = bool(sections_left(project, judged, judged.target))
    for words, kind in ((_NOT_ASKED, True), (_OPEN, False)):
        if places := [place for place, not_asked in left.items() if not_asked is kind]:
            yield words.format(names=_names(project, places))


def _names(project: OpenProject, municipality_ids: Sequence[str]) -> str:
    names = [project.snapshot.get(Municipality, key).name for key in dict.fromkeys(municipality_ids)]
    more = len(names) - _FEW
    return listed(names if more < 2 else [*names[:_FEW], f"{figure(more)} weitere"])
