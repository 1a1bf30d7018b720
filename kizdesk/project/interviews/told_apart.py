"""Name what tells interviews of the same municipality and day apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kizdesk.domain.interviews import Interview, InterviewForm
from kizdesk.project.wording.labels import Labels


def told_apart(labels: Labels, interviews: Iterable[Interview]) -> Mapping[str, str]:
    """Return by id how an interview was held, with its time where that is not enough; only where there are several."""
    held = list(interviews)
    often = Counter((it.municipality_id, it.held_on) for it in held)
    several = [it for it in held if often[it.municipality_id, it.held_on] > 1]
    kinds = {it.id: _kind(labels, it) for it in several}
    alike = Counter((it.municipality_id, it.held_on, kinds[it.id]) for it in several)
    return {
        it.id: _timed(kinds[it.id], it) if alike[it.municipality_id, it.held_on, kinds[it.id]] > 1 else kinds[it.id]
        for it in several
    }


def _kind(labels: Labels, interview: Interview) -> str:
    if interview.form is InterviewForm.FORM:
        return "Formular"
    return " ".join(filter(None, ("Gespräch", labels.of(interview.form))))


def _timed(kind: str, interview: Interview) -> str:
    return f"{kind}, {interview.started:%H:%M} Uhr" if interview.started is not None else kind
