"""Turn what is chosen of a returned form into changes of the project."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from kizdesk.domain.answering import asked, is_filled
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.counting import is_required
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Repeat
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.domain.people import Person
from kizdesk.paperwork.reading import Filled
from kizdesk.project.forms import phrases
from kizdesk.project.forms.comparing import Compared, Target
from kizdesk.project.forms.returned import Judged
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import edits

_PDF = "application/pdf"
_SHORT = 16
"""Letters of a SHA-256 that tell the files of one form apart."""


def attachment_id(form_id: str, sha256: str) -> str:
    """Return the id of a file that came back; it tells the form."""
    return f"{form_id}/{sha256[:_SHORT]}"


def interview_of(project: OpenProject, form_id: str) -> Interview | None:
    """Return the interview into which a form was taken over before."""
    snapshot = project.snapshot
    for held in snapshot.all(Attachment):
        if held.id.startswith(f"{form_id}/") and held.interview_id:
            return snapshot.find(Interview, held.interview_id)
    return snapshot.find(Interview, form_id)


def changes_of(project: OpenProject, judged: Judged, keys: Collection[str]) -> list[Change]:
    """Return what taking over the chosen entries of a form changes: interview, answers, people, offerings, the file."""
    reading, target = judged.reading, judged.target
    if target is None or reading.filled is None:
        return []
    chosen = [one for one in judged.compared if one.entry.key in keys]
    changes = [change for one in chosen for change in _written(one)]
    changes += _interview(project, judged, target, reading.filled, chosen)
    attached = Attachment(
        id=attachment_id(target.form_id, reading.filled.sha256),
        name=reading.name,
        media_type=_PDF,
        size=reading.size,
        sha256=reading.filled.sha256,
        interview_id=target.interview_id,
    )
    kept = project.snapshot.find(Attachment, attached.id)
    return changes + ([Create(attached)] if kept is None else edits(kept, attached))


def _written(one: Compared) -> list[Change]:
    if one.before is None:
        return [Create(one.after)]
    return edits(one.before, one.after)


def _interview(
    project: OpenProject, judged: Judged, target: Target, filled: Filled, chosen: Sequence[Compared]
) -> list[Change]:
    held = project.snapshot.find(Interview, target.interview_id)
    begun = held or Interview(
        id=target.interview_id,
        municipality_id=target.municipality_id,
        guide_id=target.guide.id,
        guide_version=target.guide.version,
    )
    answers = [one.after for one in chosen if isinstance(one.after, Answer)]
    scopes = {answer.scope_id for answer in answers if answer.scope_id}
    after = replace(
        begun,
        form=InterviewForm.FORM,
        held_on=begun.held_on if target.is_there else project.now().date(),
        person_ids=_joined(begun.person_ids, _people(judged, chosen)),
        field_ids=_joined(begun.field_ids, _in_order(project, scopes)),
        note=_noted(begun.note, judged.contents.leftovers, [line for one in chosen for line in one.notes], filled),
    )
    if after.status in (InterviewStatus.PLANNED, InterviewStatus.RUNNING):
        after = replace(after, status=_status(project, judged, target, after, answers))
    return [Create(after)] if held is None else edits(held, after)


def _people(judged: Judged, chosen: Sequence[Compared]) -> Iterator[str]:
    """Yield who answered: those ticked, those known, and those added; who is known takes part even if left as is."""
    yield from (person.id for person in judged.contents.known_people)
    for one in judged.compared:
        if isinstance(one.after, Person) and (one.before is not None or one in chosen):
            yield one.after.id


def _status(
    project: OpenProject, judged: Judged, target: Target, interview: Interview, answers: Iterable[Answer]
) -> InterviewStatus:
    """Return that an interview is held if all required questions the form asked are answered, else that it runs."""
    held = {it.id: it for it in project.snapshot.all(Answer) if it.interview_id == interview.id}
    held |= {answer.id: answer for answer in answers}
    issue = judged.whose.issue if judged.whose is not None else None
    wanted = issue.section_ids if issue is not None else ()
    for item in asked(target.guide, interview, held):
        section = target.guide.section_of(item.question.id)
        if section.repeat is Repeat.PER_OFFERING or (wanted and section.id not in wanted):
            continue
        identity = "/".join(filter(None, (interview.id, item.question.id, item.scope_id)))
        if item.visible and is_required(item.question) and not is_filled(held.get(identity)):
            return InterviewStatus.RUNNING
    return InterviewStatus.DONE


def _in_order(project: OpenProject, field_ids: set[str]) -> list[str]:
    fields = sorted(project.snapshot.all(FieldOfAction), key=lambda field: field.position)
    return [field.id for field in fields if field.id in field_ids]


def _joined(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _noted(note: str, leftovers: Sequence[str], notes: Sequence[str], filled: Filled) -> str:
    """Return the note of an interview with what has no place elsewhere, each line once."""
    left = [line for line in leftovers if line not in note]
    head = [phrases.LEFTOVERS.format(sent_on=filled.identity.sent_on)] if left else []
    return "\n".join(filter(None, (note, *(line for line in notes if line not in note), *head, *left)))
