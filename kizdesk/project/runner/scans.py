"""Find the scans of an interview that can be shown beside its questions, read them, and attach more."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment, Interview
from kizdesk.domain.scans import can_be_shown, counted
from kizdesk.project.files import FileRead, sha256_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.stocktaking.planning import attachments_of

_BROKEN = (
    "„{name}“ ist in der Projektdatei beschädigt. Bitte die Anlage löschen und die Datei noch einmal anhängen; steht "
    "sie in einer Sicherung, lässt sie sich auch von dort holen."
)


def scans_of(project: OpenProject, interview_id: str) -> tuple[Attachment, ...]:
    """Return the attachments of an interview that can be shown, as people count."""
    found = [file for file in attachments_of(project, interview_id) if can_be_shown(file)]
    return tuple(sorted(found, key=lambda file: (counted(file.name), file.id)))


def scan_bytes(project: OpenProject, attachment_id: str) -> bytes:
    """Return the bytes of an attachment; raises UserError if they are gone or not what was attached."""
    file = project.snapshot.get(Attachment, attachment_id)
    data = project.blob(file.sha256)
    if sha256_of(data) != file.sha256:
        raise UserError(_BROKEN.format(name=file.name))
    return data


def attach_scans(project: OpenProject, interview_id: str, files: Iterable[FileRead]) -> tuple[Attachment, ...]:
    """Keep files with an interview in one step and return their attachments; what is kept already stays one.

    Raises UserError if the interview is gone.
    """
    project.snapshot.get(Interview, interview_id)
    kept = {file.sha256: file for file in attachments_of(project, interview_id)}
    made: dict[str, Attachment] = {}
    shown: list[Attachment] = []
    for file in files:
        found = kept.get(file.sha256) or made.get(file.sha256)
        if found is None:
            project.put_blob(file.data, file.sha256)
            found = made[file.sha256] = Attachment(
                id=project.new_id(),
                name=file.name,
                media_type=file.media_type,
                size=len(file.data),
                sha256=file.sha256,
                interview_id=interview_id,
            )
        shown.append(found)
    label = "Vorlage anhängen" if len(made) == 1 else "Vorlagen anhängen"
    project.commit(label, *(Create(attachment) for attachment in made.values()))
    return tuple(shown)
