"""Find what a form said about a question on an offering that the offering has no place for."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.interviews import Interview, Offering
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import question_at
from kizdesk.project.runner.words import closed

_TOLD = "Aus dem Formular, im Vermerk des Gesprächs: {text}"


def noted_words(project: OpenProject, interview_id: str, place: Place) -> str:
    """Say what the note of the interview holds for a question on an offering; empty for nothing, and elsewhere."""
    offering = project.snapshot.find(Offering, place.scope_id) if place.scope_id and place.question_id else None
    if offering is None:
        return ""
    head = f"Angebot „{offering.title}“, {question_at(project, interview_id, place).name}: "
    found = [line.removeprefix(head) for line in _lines(project, interview_id, offering) if line.startswith(head)]
    return _TOLD.format(text=closed("; ".join(dict.fromkeys(found)))) if found else ""


def _lines(project: OpenProject, interview_id: str, offering: Offering) -> Iterator[str]:
    for key in dict.fromkeys((interview_id, offering.interview_id)):
        interview = project.snapshot.find(Interview, key)
        if interview is not None:
            yield from interview.note.splitlines()
