"""Step 2, Bestandsaufnahme: interviews, their answers and attachments."""

from __future__ import annotations

from dataclasses import replace

from kizdesk.domain.answering import is_filled
from kizdesk.domain.changes import Create
from kizdesk.domain.codec import field_names
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm, answer_id
from kizdesk.domain.places import Municipality
from kizdesk.project.durable.borders import cleaned
from kizdesk.project.files import FileRead, refuse_large, sha256_of
from kizdesk.project.interviews.answers import refuse_misfit
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, updates


def add_interview(project: OpenProject, municipality_id: str, form: InterviewForm | None = None) -> Interview:
    """Plan an interview with a municipality under the project's guide."""
    project.snapshot.get(Municipality, municipality_id)
    settings = project.settings
    return add(
        project,
        Interview(
            id=project.new_id(),
            municipality_id=municipality_id,
            guide_id=settings.guide_id,
            guide_version=settings.guide_version,
            form=form,
        ),
        "Gespräch anlegen",
    )


def guide_of(project: OpenProject, interview: Interview) -> Guide:
    """Return the guide under which an interview is held."""
    return project.guides.of_interview(interview)


def put_answer(project: OpenProject, answer: Answer, *, stay: str = "", label: str = "") -> Answer:
    """Write an answer, new or changed; its id follows from interview, question and scope.

    Raises UserError if it does not fit its question. Returns it as it was written.
    """
    snapshot = project.snapshot
    interview = snapshot.get(Interview, answer.interview_id)
    identity = answer_id(answer.interview_id, answer.question_id, answer.scope_id)
    written = cleaned(replace(answer, id=identity))
    guide = guide_of(project, interview)
    refuse_misfit(guide, written, snapshot, project.library)
    before = snapshot.find(Answer, identity)
    number = guide.question(answer.question_id).number
    label = label or (f"Antwort auf {number} ändern" if is_filled(before) else f"Frage {number} beantworten")
    if before is None:
        project.commit(label, Create(written), stay=stay)
    else:
        values = {name: getattr(written, name) for name in field_names(Answer) if name != "id"}
        project.commit(label, *updates(before, values), stay=stay)
    return written


def attach(project: OpenProject, name: str, media_type: str, data: bytes, interview_id: str = "") -> Attachment:
    """Keep a file inside the project; raises UserError if it is too large or its interview is gone."""
    refuse_large(name, len(data))
    return attach_file(project, FileRead(name, media_type, data, sha256_of(data)), interview_id)


def attach_file(project: OpenProject, file: FileRead, interview_id: str = "") -> Attachment:
    """Keep a file read before inside the project; raises UserError if the interview it belongs to is gone."""
    if interview_id:
        project.snapshot.get(Interview, interview_id)
    project.put_blob(file.data, file.sha256)
    attachment = Attachment(
        id=project.new_id(),
        name=file.name,
        media_type=file.media_type,
        size=len(file.data),
        sha256=file.sha256,
        interview_id=interview_id,
    )
    return add(project, attachment, "Anlage hinzufügen")
