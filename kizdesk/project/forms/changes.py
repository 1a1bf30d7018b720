"""Turn what is chosen of a returned form into changes of the project."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from kizdesk.domain.answering import asked, is_filled
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.counting import is_required
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Repeat, Section
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.domain.people import Person
from kizdesk.paperwork.reading import Filled
from kizdesk.project.forms import phrases
from kizdesk.project.forms.comparing import Compared, Target
from kizdesk.project.forms.returned import Judged
from kizdesk.project.forms.wish import can_be_asked
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


def changes_of(
    project: OpenProject, judged: Judged, keys: Collection[str], *, is_notice_enclosed: bool = False
) -> list[Change]:
    """Return what taking over the chosen entries of a form changes: interview, answers, people, offerings, the file.

    What denies itself and is not chosen is kept beside its question as a note, for somebody has to ask again. With
    ``is_notice_enclosed`` the interview says that the information on privacy was given.
    """
    reading, target = judged.reading, judged.target
    if target is None or reading.filled is None:
        return []
    chosen = [one for one in judged.compared if one.entry.key in keys]
    left = [one for one in judged.compared if one.entry.undecided and one not in chosen]
    changes = [change for one in (*chosen, *map(_noted_only, left)) for change in _written(one)]
    changes += _interview(project, judged, target, reading.filled, chosen, is_notice_enclosed=is_notice_enclosed)
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


def _noted_only(one: Compared) -> Compared:
    """Return an entry of which only the note is written; the answer stays what it was."""
    blank = replace(one.after, text="", choices=(), rows=(), attachment_ids=())
    return replace(one, after=replace(one.before or blank, note=one.after.note))


def _interview(
    project: OpenProject,
    judged: Judged,
    target: Target,
    filled: Filled,
    chosen: Sequence[Compared],
    *,
    is_notice_enclosed: bool,
) -> list[Change]:
    held = project.snapshot.find(Interview, target.interview_id)
    begun = held or Interview(
        id=target.interview_id,
        municipality_id=target.municipality_id,
        guide_id=target.guide.id,
        guide_version=target.guide.version,
    )
    is_begun = held is not None and held.status is not InterviewStatus.PLANNED
    answers = [one.after for one in chosen if isinstance(one.after, Answer)]
    scopes = {answer.scope_id for answer in answers if answer.scope_id}
    after = replace(
        begun,
        form=(begun.form if is_begun else None) or InterviewForm.FORM,
        held_on=(begun.held_on if is_begun else None) or project.now().date(),
        privacy_notice_given=True
        if is_notice_enclosed and begun.privacy_notice_given is None
        else begun.privacy_notice_given,
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
    """Return that an interview is held if the forms for it asked everything and no required answer is missing.

    Otherwise it runs: what no form asked is still to be asked.
    """
    if sections_left(project, judged, target):
        return InterviewStatus.RUNNING
    held = {it.id: it for it in project.snapshot.all(Answer) if it.interview_id == interview.id}
    held |= {answer.id: answer for answer in answers}
    for item in asked(target.guide, interview, held):
        section = target.guide.section_of(item.question.id)
        if section.repeat is Repeat.PER_OFFERING:
            continue
        identity = "/".join(filter(None, (interview.id, item.question.id, item.scope_id)))
        if item.visible and is_required(item.question) and not is_filled(held.get(identity)):
            return InterviewStatus.RUNNING
    return InterviewStatus.DONE


def sections_left(project: OpenProject, judged: Judged, target: Target) -> tuple[Section, ...]:
    """Return the sections that no form asked which came into an interview, nor the one that comes now."""
    snapshot = project.snapshot
    issues = snapshot.by_id(FormIssue)
    files = (it for it in snapshot.all(Attachment) if it.interview_id == target.interview_id)
    came = [issues[key] for file in files if (key := file.id.partition("/")[0]) in issues]
    now = judged.whose.issue if judged.whose is not None else None
    forms = [*came, *([now] if now is not None else [])]
    if not forms or not all(issue.section_ids for issue in forms):
        return ()
    asked_for = {key for issue in forms for key in issue.section_ids}
    return tuple(it for it in target.guide.sections if it.id not in asked_for and can_be_asked(it))


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
