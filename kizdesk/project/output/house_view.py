"""Tell of the house template what its page shows, and write pages that show all its styles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kizdesk.concept.tree import Document
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.places import District
from kizdesk.project.files import free_name
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.house_sample import sample
from kizdesk.project.output.house_template import house_template, prepared_template, roles_of, template_of
from kizdesk.project.output.writing import Written
from kizdesk.writers.word import house, write_word
from kizdesk.writers.word.house import Match, Origin, Prepared, Roles

AUTO = "*"
"""The choice that lets the program find a style."""
OURS = ""
SAMPLE_FILE = "Probeseiten der Hausvorlage.docx"
_TWIPS_PER_MM = 56.6929
_A4 = (210, 297)


class Weight(Enum):
    """Tell how much a remark weighs; the words stand beside it."""

    DISTURBS = "stört"
    MISSING = "fehlt"
    ADDED = "wird ergänzt"
    HINT = "Hinweis"


@dataclass(frozen=True, slots=True)
class Said:
    """Be a remark of the check of a template."""

    weight: Weight
    text: str


@dataclass(frozen=True, slots=True)
class StyleRow:
    """Be what stands for one of our styles, and what else may."""

    role: str
    label: str
    chosen: str
    """The value of the choice that holds."""
    choices: tuple[tuple[str, str], ...]
    """Values and words; the first lets the program find one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Be the house template as its page shows it."""

    name: str
    in_use: bool
    page: str
    header: str
    styles: str
    """How many styles come from it."""
    remarks: tuple[Said, ...]
    rows: tuple[StyleRow, ...]
    fault: str = ""
    """Why nothing can be written on it; all else but name and use is empty then."""


def standing(project: OpenProject) -> Standing | None:
    """Return the house template of a project; it reads the file, so it belongs into a job."""
    found = house_template(project)
    if found is None:
        return None
    try:
        ready = prepared_template(project, found)
    except UserError as refusal:
        name = project.snapshot.get(Attachment, found.attachment_id).name
        return Standing(name, found.in_use, "", "", "", (), (), str(refusal))
    roles = roles_of(project.library)
    own = sum(match.origin is not Origin.OURS for match in ready.matches)
    return Standing(
        name=project.snapshot.get(Attachment, found.attachment_id).name,
        in_use=found.in_use,
        page=_page(ready),
        header=_header(ready),
        styles=f"{own} von {len(ready.matches)} Formatvorlagen aus der Vorlage, die übrigen von kizdesk",
        remarks=said(ready.remarks),
        rows=tuple(_row(match, ready, roles) for match in ready.matches),
    )


def said(remarks: tuple[house.Remark, ...]) -> tuple[Said, ...]:
    """Return remarks of the check as the page shows them."""
    return tuple(Said(Weight(remark.weight.value), remark.text) for remark in remarks)


def write_sample(project: OpenProject, folder: Path, progress: Callable[[str, float], None]) -> Written:
    """Write pages with every style into a folder, under a name that is free there."""
    target = free_name(folder / SAMPLE_FILE)
    report = write_word(
        _document(project), target, template=template_of(project), created=project.now(), progress=progress
    )
    return Written(target, report.size)


def _document(project: OpenProject) -> Document:
    district = next(iter(project.snapshot.all(District)), None)
    return sample("" if district is None else district.name, project.now().date())


def _row(match: Match, ready: Prepared, roles: Roles) -> StyleRow:
    names = ready.choosable[match.style]
    auto = f"selbst gefunden: {roles.shown(match.name)}" if match.origin is Origin.FOUND else "nicht gefunden: kizdesk"
    if match.origin is Origin.CHOSEN or match.is_refused:
        auto = "selbst suchen"
    return StyleRow(
        role=match.style.value,
        label=roles.label(match.style),
        chosen=match.name if match.origin is Origin.CHOSEN else OURS if match.is_refused else AUTO,
        choices=((AUTO, auto), (OURS, "von kizdesk"), *((name, roles.shown(name)) for name in names)),
    )


def _page(ready: Prepared) -> str:
    page = ready.page
    size = (round(page.width / _TWIPS_PER_MM), round(page.height / _TWIPS_PER_MM))
    named = "DIN A4" if size == _A4 else f"{size[0]} × {size[1]} mm"
    return f"{named}, Text {round(page.text_width / _TWIPS_PER_MM)} mm breit"


def _header(ready: Prepared) -> str:
    if ready.has_header:
        return "Kopfzeile mit Logo" if ready.has_logo else "Kopfzeile ohne Logo"
    return "keine Kopfzeile, aber ein Bild in der Fußzeile" if ready.has_logo else "keine Kopfzeile, kein Logo"
