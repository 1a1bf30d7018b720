"""Add, rename, order and take out the sections of the guide."""

from __future__ import annotations

from dataclasses import replace

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, Section
from kizdesk.project.guides.drafting import (
    section_of,
    with_new_section,
    with_section,
    without_loose_conditions,
    without_section,
)
from kizdesk.project.guides.editions import edit
from kizdesk.project.guides.numbering import is_opening
from kizdesk.project.guides.questions import is_new, new_id, new_question, refuse_order
from kizdesk.project.guides.ties import why_it_stays
from kizdesk.project.opened import OpenProject

_NEW = "Neuer Abschnitt"
FIELDS = frozenset({"title", "short", "hint"})


def add_section(project: OpenProject, after_id: str = "", title: str = _NEW) -> str:
    """Add a section with its first question, behind another one or at the end; returns its id."""
    section = Section(new_id(project, "s"), "", title, (new_question(project),))

    def draft(guide: Guide) -> Guide:
        ids = [other.id for other in guide.sections]
        return with_new_section(guide, section, ids.index(after_id) + 1 if after_id in ids else len(ids))

    edit(project, "Abschnitt anlegen", draft)
    return section.id


def set_section(project: OpenProject, section_id: str, field: str, value: str, *, stay: str = "") -> None:
    """Set title, short title or hint of a section."""
    if field not in FIELDS:
        raise KeyError(field)
    section = section_of(project.guides.present, section_id)
    values = {name: value if name == field else getattr(section, name) for name in FIELDS}
    changed = replace(section, title=values["title"], short=values["short"], hint=values["hint"])
    edit(project, f"Abschnitt {section.letter} ändern", lambda guide: with_section(guide, changed), stay=stay)


def move_section(project: OpenProject, section_id: str, place: int) -> None:
    """Put a section at a place, counted without it; the one about the interview itself stays first."""
    present = project.guides.present
    section = section_of(present, section_id)
    first = present.sections[0]
    if is_opening(first) and (section.id == first.id or place == 0):
        raise UserError(f"Der Abschnitt „{first.title}“ steht am Anfang: Ohne ihn darf kein Gespräch beginnen.")

    def draft(guide: Guide) -> Guide:
        return with_new_section(without_section(guide, section_id), section, place)

    refuse_order(present, draft(present))
    edit(project, f"Abschnitt {section.letter} verschieben", draft)


def why_section_stays(project: OpenProject, section_id: str) -> str:
    """Say why a section cannot be deleted; empty where it can, because nobody knows it yet."""
    section = section_of(project.guides.present, section_id)
    if all(is_new(project, question.id) for question in section.questions):
        return ""
    return (
        f"Den Abschnitt „{section.title}“ kennen schon Gespräche oder frühere Fassungen. Bitte seine Fragen einzeln "
        "herausnehmen; ein Abschnitt ohne Fragen wird nicht gestellt."
    )


def delete_section(project: OpenProject, section_id: str) -> None:
    """Delete a section that was added in the version being worked on."""
    section = section_of(project.guides.present, section_id)
    if reason := why_section_stays(project, section_id):
        raise UserError(reason)
    for question in section.questions:
        alone = with_section(project.guides.present, replace(section, questions=(question,)))
        if reason := why_it_stays(alone, question):
            raise UserError(reason)
    label = f"Abschnitt {section.letter} löschen"
    edit(project, label, lambda guide: without_loose_conditions(without_section(guide, section_id)))
