"""Keep the district's own Word template, and give it to all that is written as a Word file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.layout import HouseTemplate, StyleChoice
from kizdesk.library import Library
from kizdesk.project.basics.logo import logo
from kizdesk.project.files import FileRead, read_attachment, sha256_of, size_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import consequences
from kizdesk.writers.word import house
from kizdesk.writers.word.base import Base

_BROKEN = (
    "Die Hausvorlage ist in der Projektdatei beschädigt. Bitte auf der Seite „Hausvorlage“ entfernen und die Datei "
    "noch einmal aufnehmen."
)
_UNFIT = "Die Hausvorlage „{name}“ lässt sich nicht verwenden. {told}"
_NAMED = "„{name}“: {told}"


@dataclass(frozen=True, slots=True)
class TemplateRead:
    """Be a template read from a file and found fit, with what is to be said of it."""

    file: FileRead
    remarks: tuple[house.Remark, ...]


def house_template(project: OpenProject) -> HouseTemplate | None:
    """Return the house template, whether it is in use or not."""
    return next(iter(project.snapshot.all(HouseTemplate)), None)


def read_template(project: OpenProject, path: Path, progress: Callable[[str, float], None]) -> TemplateRead:
    """Read a template from a file; raises UserError for what cannot be one, EnvironmentFault if it cannot be read."""
    try:
        house.refuse_large(size_of(path))
        file = read_attachment(path, progress)
        progress("Vorlage wird geprüft", 0.9)
        return TemplateRead(file, _ready(file.data, project.library, ()).remarks)
    except UserError as refusal:
        told = str(refusal)
        raise UserError(told if path.name in told else _NAMED.format(name=path.name, told=told)) from refusal


def take(project: OpenProject, read: TemplateRead) -> HouseTemplate:
    """Keep a template and use it, in one step; it takes the place of the one before, whose styles stay chosen."""
    file = read.file
    project.put_blob(file.data, file.sha256)
    kept = Attachment(
        id=project.new_id(), name=file.name, media_type=file.media_type, size=len(file.data), sha256=file.sha256
    )
    before = house_template(project)
    if before is None:
        made = HouseTemplate(id=project.new_id(), attachment_id=kept.id)
        project.commit("Hausvorlage aufnehmen", Create(kept), Create(made))
        return made
    changes: list[Change] = [Create(kept), Update(HouseTemplate, before.id, "attachment_id", kept.id)]
    if not before.in_use:
        changes.append(Update(HouseTemplate, before.id, "in_use", value=True))
    if project.snapshot.find(Attachment, before.attachment_id) is not None:
        changes.append(Delete(Attachment, before.attachment_id))
    project.commit("Hausvorlage ändern", *changes)
    return project.snapshot.get(HouseTemplate, before.id)


def remove(project: OpenProject) -> None:
    """Take the template away, with all that was chosen for it; further ones that a file brought along go with it."""
    snapshot = project.snapshot
    files = dict.fromkeys(template.attachment_id for template in snapshot.all(HouseTemplate))
    if files:
        gone = (change for file in files for change in consequences(snapshot, Attachment, file))
        project.commit("Hausvorlage löschen", *gone)


def use(project: OpenProject, *, in_use: bool) -> None:
    """Use the template for all that is written, or keep it aside."""
    found = house_template(project)
    if found is not None and found.in_use is not in_use:
        label = "Hausvorlage wählen" if in_use else "Hausvorlage abwählen"
        project.commit(label, Update(HouseTemplate, found.id, "in_use", in_use))


def choose_style(project: OpenProject, role: str, style: str | None) -> None:
    """Let a style of the template stand for one of ours; empty takes ours, None lets the program find one."""
    found = house_template(project)
    if found is None:
        return
    before = next((one for one in _choices(project, found) if one.role == role), None)
    if style is None:
        if before is not None:
            project.commit("Formatvorlage zurücksetzen", Delete(StyleChoice, before.id))
    elif before is None:
        made = StyleChoice(id=project.new_id(), template_id=found.id, role=role, style=style)
        project.commit("Formatvorlage zuordnen", Create(made))
    elif before.style != style:
        project.commit("Formatvorlage zuordnen", Update(StyleChoice, before.id, "style", style))


def template_of(project: OpenProject) -> Base:
    """Return on what the project's Word files are made: the house template in use, or ours, with the logo.

    Raises UserError if the template or the logo is damaged.
    """
    found = house_template(project)
    shown = logo(project) or b""
    if found is None or not found.in_use:
        return Base(project.library.word_template(), logo=shown)
    ready = prepared_template(project, found)
    return ready.base if ready.has_logo else replace(ready.base, logo=shown)


def prepared_template(project: OpenProject, template: HouseTemplate) -> house.Prepared:
    """Return a template as the writer needs it, and what is to be said of it; raises UserError if it is damaged."""
    file = project.snapshot.get(Attachment, template.attachment_id)
    data = project.blob(file.sha256)
    if sha256_of(data) != file.sha256:
        raise UserError(_BROKEN)
    chosen = tuple(sorted((one.role, one.style) for one in _choices(project, template)))
    try:
        return _ready(data, project.library, chosen)
    except UserError as refusal:
        raise UserError(_UNFIT.format(name=file.name, told=refusal)) from refusal


def roles_of(library: Library) -> house.Roles:
    """Return the styles that a template may have for ours."""
    return house.roles_of(library.toml("word/house.toml"))


def _choices(project: OpenProject, template: HouseTemplate) -> list[StyleChoice]:
    return [one for one in project.snapshot.all(StyleChoice) if one.template_id == template.id]


@lru_cache(maxsize=2)
def _ready(data: bytes, library: Library, chosen: tuple[tuple[str, str], ...]) -> house.Prepared:
    choices: Mapping[str, str] = dict(chosen)
    return house.prepared(data, library.word_template(), roles_of(library), choices)
