"""Keep the district's logo, which stands on the cover and at the head of letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kizdesk.domain.changes import Create, Delete, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.places import Project
from kizdesk.project.files import FileRead, read_attachment, sha256_of, size_of
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.writers.logo import drawn, is_picture, refuse_no_picture
from kizdesk.writers.print import PrintOptions

MOST = 8 * 1024 * 1024
"""Bytes of the largest picture that is taken: each file that is printed carries it."""
_TOO_LARGE = (
    "„{name}“ ist mit {size} MB zu groß, ein Logo darf höchstens {most} MB haben. Bitte eine kleinere Fassung wählen."
)
_BROKEN = "Das Logo ist in der Projektdatei beschädigt. Bitte das Logo entfernen und noch einmal aufnehmen."
_MB = 1024 * 1024


def logo_file(project: OpenProject) -> Attachment | None:
    """Return the attachment that is the logo, if there is one."""
    return project.snapshot.find(Attachment, project.settings.logo_id)


def logo(project: OpenProject) -> bytes | None:
    """Return the bytes of the logo, a PNG or JPEG; None without one. Raises UserError if they are none."""
    file = logo_file(project)
    if file is None:
        return None
    data = project.blob(file.sha256)
    if sha256_of(data) != file.sha256 or not is_picture(data):
        raise UserError(_BROKEN)
    return data


def with_logo(project: OpenProject, options: PrintOptions | None = None) -> PrintOptions:
    """Return how it is printed, with the logo; raises UserError if that is damaged."""
    return replace(options or PrintOptions(), logo=logo(project) or b"")


@dataclass(frozen=True, slots=True)
class LogoShown:
    """Be the logo as its page shows it."""

    name: str
    picture: bytes
    """A small PNG of our own making, so that the window opens no foreign picture; empty if it cannot be drawn."""


def logo_shown(project: OpenProject) -> LogoShown | None:
    """Return the logo to be shown; it is drawn anew, so it belongs into a job."""
    file = logo_file(project)
    if file is None:
        return None
    try:
        data = logo(project)
    except UserError:
        return LogoShown(file.name, b"")
    return LogoShown(file.name, drawn(data or b""))


def read_logo(path: Path, progress: Callable[[str, float], None]) -> FileRead:
    """Read a picture to be the logo; raises UserError for what is none, EnvironmentFault if it cannot be read."""
    size = size_of(path)
    if size > MOST:
        raise UserError(_TOO_LARGE.format(name=path.name, size=-(-size // _MB), most=MOST // _MB))
    file = read_attachment(path, progress)
    refuse_no_picture(file.name, file.data)
    return file


def take_logo(project: OpenProject, file: FileRead) -> Attachment:
    """Make a picture the logo, in place of the one before, in one step."""
    project.put_blob(file.data, file.sha256)
    made = Attachment(
        id=project.new_id(), name=file.name, media_type=file.media_type, size=len(file.data), sha256=file.sha256
    )
    before = logo_file(project)
    gone = () if before is None else (Delete(Attachment, before.id),)
    project.commit("Logo aufnehmen", Create(made), Update(Project, PROJECT_ID, "logo_id", made.id), *gone)
    return made


def remove_logo(project: OpenProject) -> None:
    """Take the logo away."""
    before = logo_file(project)
    if before is not None:
        project.commit("Logo löschen", Update(Project, PROJECT_ID, "logo_id", ""), Delete(Attachment, before.id))
