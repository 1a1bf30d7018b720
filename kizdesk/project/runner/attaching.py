"""Attach a file to an answer in one step, and hand a copy of it out again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.interviews import AnswerState, Attachment
from kizdesk.project.files import FileRead, disk_faults, free_name
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import updates
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import answer_at, blank_answer, question_at


def attach_to(project: OpenProject, interview_id: str, place: Place, file: FileRead) -> Attachment:
    """Keep a file read before with the answer at a place; raises UserError if the interview is gone."""
    question = question_at(project, interview_id, place)
    project.put_blob(file.data, file.sha256)
    made = Attachment(
        id=project.new_id(),
        name=file.name,
        media_type=file.media_type,
        size=len(file.data),
        sha256=file.sha256,
        interview_id=interview_id,
    )
    before = answer_at(project, interview_id, place)
    changes: list[Change] = [Create(made)]
    if before is None:
        changes.append(Create(replace(blank_answer(interview_id, place), attachment_ids=(made.id,))))
    else:
        given: dict[str, object] = {"attachment_ids": (*before.attachment_ids, made.id), "state": AnswerState.GIVEN}
        changes += updates(before, given)
    project.commit(f"Datei zu Frage {question.number} anhängen", *changes)
    return made


def copy_out(project: OpenProject, attachment_id: str, folder: Path) -> Path:
    """Write an attachment into a folder under its name and return where it is; raises UserError if it is gone."""
    attachment = project.snapshot.get(Attachment, attachment_id)
    data = project.blob(attachment.sha256)
    path = free_name(folder / (Path(attachment.name).name or "Anlage"))
    with disk_faults(path):
        path.write_bytes(data)
    return path
