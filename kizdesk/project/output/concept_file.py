"""Offer what can go into the Word file of the concept, propose its name, and tell what becomes of one that is there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

from kizdesk.domain.errors import UserError
from kizdesk.domain.places import District
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.files import is_there
from kizdesk.project.machine import FORBIDDEN, plain_name
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.concept_files import PDF_ENDING
from kizdesk.project.output.writing import is_somebodys_work
from kizdesk.project.overview import ConceptState, concept_state

ENDING = ".docx"
_TITLE = "Integrationskonzept"
_PLACE = 60
"""Letters of a district in the name."""
_BYTES = 200
"""Bytes of a whole name: systems take 255, and beside the file stands one with a longer name while it is written."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending."""


@dataclass(frozen=True, slots=True)
class Content:
    """Be what can be written into the Word file: the draft, or a frozen version."""

    version_id: str
    """Empty for the present content: the draft, or the latest version if nothing changed since."""
    title: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Be where the concept stands and what can be written, what is usually wanted first."""

    state: ConceptState
    contents: tuple[Content, ...]


class Fate(Enum):
    """Tell what becomes of a file when another is written under its name."""

    FREE = "frei"
    """There is none."""
    REPLACED = "ersetzt"
    KEPT = "aufgehoben"
    """Somebody worked on it: it stays under another name."""


def choice(project: OpenProject) -> Choice:
    """Return what can be written; it builds the whole concept, so it belongs into a job."""
    state = concept_state(project)
    versions = sorted(project.snapshot.all(ConceptVersion), key=_number, reverse=True)
    frozen = [_of_version(project.snapshot, version) for version in versions]
    if state.number and not state.changes:
        latest = replace(frozen[0], version_id="")  # with the consents that came in since it was frozen
        return Choice(state, (latest, *frozen[1:]))
    title = f"Entwurf: heutiger Stand, anders als Fassung {state.number}" if state.number else "Entwurf: heutiger Stand"
    draft = Content("", title, proposed_name(project.snapshot, None, project.now().date()))
    return Choice(state, (draft, *frozen))


def proposed_name(snapshot: Snapshot, version: ConceptVersion | None, day: date) -> str:
    """Return a file name that tells the district and the version, or the day of a draft."""
    district = next((plain_name(found.name)[:_PLACE].strip() for found in snapshot.all(District)), "")
    what = f"Entwurf {day:%Y-%m-%d}" if version is None else f"Fassung {version.number}"
    return f"{' '.join(part for part in (_TITLE, district) if part)} – {what}{ENDING}"


def reviewed_name(name: str) -> str:
    """Return the file name of the review copy of a concept."""
    return f"{_TITLE}-Prüffassung{name.removeprefix(_TITLE)}" if name.startswith(_TITLE) else f"Prüffassung {name}"


def name_in_brief(name: str) -> str:
    """Return what the Kurzfassung is called beside a concept of a proposed name."""
    return f"{_TITLE}-Kurzfassung{name.removeprefix(_TITLE)}"


def named_word(line: str) -> str:
    """Return the file name that a typed line means, with or without an ending of ours.

    Raises UserError for one that no office computer takes.
    """
    name = line.strip().rstrip(".")
    for ending in (ENDING, PDF_ENDING):
        if name.lower().endswith(ending):
            name = name[: -len(ending)].rstrip(" .")
            break
    if not name:
        raise UserError("Bitte einen Dateinamen angeben.")
    wrong = [sign for sign in FORBIDDEN if sign in name]
    if wrong or not name.isprintable():
        raise UserError(f"In einem Dateinamen dürfen diese Zeichen nicht stehen: {' '.join(wrong or FORBIDDEN)}")
    if _DEVICES.fullmatch(name):
        raise UserError(f"„{name}“ ist unter Windows für Geräte vergeben. Bitte einen anderen Dateinamen verwenden.")
    if len((name + ENDING).encode("utf-8", "replace")) > _BYTES:
        raise UserError("Der Dateiname ist zu lang. Bitte einen kürzeren verwenden.")
    return name + ENDING


def fate_of(path: Path) -> Fate:
    """Return what writing would do to a file; raises EnvironmentFault if the disk does not tell."""
    if not is_there(path):
        return Fate.FREE
    if path.suffix == PDF_ENDING:
        return Fate.REPLACED
    return Fate.KEPT if is_somebodys_work(path) else Fate.REPLACED


def _of_version(snapshot: Snapshot, version: ConceptVersion) -> Content:
    title = f"Fassung {version.number} vom {version.printed_on:%d.%m.%Y}, „{version.name}“"
    return Content(version.id, title, proposed_name(snapshot, version, version.printed_on))


def _number(version: ConceptVersion) -> int:
    return version.number
