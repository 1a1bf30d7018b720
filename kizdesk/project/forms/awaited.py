"""Find the interviews a municipality's form can go into, and name them so that they can be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.project.opened import OpenProject
from kizdesk.project.wording.labels import Labels

ANEW = "neu"
"""What is chosen instead of the id of an interview if a new one shall be made."""
_NEW = "Neues Gespräch nach diesem Formular"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Be an interview a form can go into, in words."""

    interview_id: str
    words: str


def waiting_for(project: OpenProject, municipality_id: str, guide_id: str) -> tuple[Interview, ...]:
    """Return what is planned with a municipality and still empty: forms first, then what has no day yet."""
    snapshot = project.snapshot
    begun = {answer.interview_id for answer in snapshot.all(Answer)}
    held = (it for it in snapshot.all(Interview) if it.municipality_id == municipality_id and it.guide_id == guide_id)
    empty = [it for it in held if it.status is InterviewStatus.PLANNED and it.id not in begun]
    return tuple(sorted(empty, key=lambda it: (it.form is not InterviewForm.FORM, it.held_on is not None)))


def planned_for(project: OpenProject, municipality_id: str, guide_id: str) -> Interview | None:
    """Return the interview a municipality's form goes into; a conversation with a day stays planned beside it."""
    waiting = waiting_for(project, municipality_id, guide_id)
    return next((it for it in waiting if it.form is InterviewForm.FORM or it.held_on is None), None)


def begun_with(project: OpenProject, municipality_id: str, guide_id: str) -> tuple[Interview, ...]:
    """Return the interviews with a municipality that are begun: a form can be put into them, and may belong there."""
    waiting = {it.id for it in waiting_for(project, municipality_id, guide_id)}
    held = (it for it in project.snapshot.all(Interview) if it.municipality_id == municipality_id)
    return tuple(it for it in held if it.guide_id == guide_id and it.id not in waiting)


def place_for(project: OpenProject, municipality_id: str, guide_id: str) -> Interview | None:
    """Return the interview a form goes into unless somebody chooses another: a planned one, or one typed off a scan."""
    planned = planned_for(project, municipality_id, guide_id)
    if planned is not None:
        return planned
    begun = begun_with(project, municipality_id, guide_id)
    return next((it for it in begun if it.status is InterviewStatus.RUNNING and is_typed_off(project, it)), None)


def is_typed_off(project: OpenProject, interview: Interview) -> bool:
    """Tell whether an interview stands for a form that came on paper, so that nothing came into it from a file."""
    files = (it for it in project.snapshot.all(Attachment) if it.interview_id == interview.id)
    return interview.form is InterviewForm.FORM and not any("/" in file.id for file in files)


def choices_of(project: OpenProject, municipality_id: str, guide_id: str) -> tuple[Waiting, ...]:
    """Return where a form can go, the likeliest first; nothing if there is no interview with the municipality."""
    held = (*waiting_for(project, municipality_id, guide_id), *begun_with(project, municipality_id, guide_id))
    names = names_of(project, held)
    named = {it.id: Waiting(it.id, words) for it, words in zip(held, names, strict=True)}
    anew = Waiting(ANEW, _NEW)
    if not named:
        return ()
    first = place_for(project, municipality_id, guide_id)
    if first is None:
        return (anew, *named.values())
    return (named.pop(first.id), *named.values(), anew)


def names_of(project: OpenProject, interviews: Sequence[Interview]) -> tuple[str, ...]:
    """Return the interviews of a municipality in words; those that read the same are numbered."""
    words = [_words(project, it) for it in interviews]
    often, told = Counter(words), Counter[str]()
    names = []
    for word in words:
        told[word] += 1
        names.append(f"{word} ({told[word]} von {often[word]})" if often[word] > 1 else word)
    return tuple(names)


def _words(project: OpenProject, interview: Interview) -> str:
    kind = "Formular" if interview.form is InterviewForm.FORM else "Gespräch"
    day = f" vom {interview.held_on:%d.%m.%Y}" if interview.held_on else " ohne Datum"
    files = [it.name for it in project.snapshot.all(Attachment) if it.interview_id == interview.id]
    kept = f", mit „{files[0]}“" if files else ""
    return f"{kind}{day}, {Labels(project.library).of(interview.status)}{kept}"
