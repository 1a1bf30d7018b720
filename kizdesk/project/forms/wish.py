"""Say what forms shall be written: for whom, about what, until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kizdesk.domain.counting import is_register
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Repeat, Section
from kizdesk.domain.places import Municipality
from kizdesk.domain.texts import fold, sort_key
from kizdesk.project.forms.offerings import offerings_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force

BLOCKS = 6
"""So many empty blocks for offerings a form has if nothing else is said."""
MOST_BLOCKS = 50
_NO_PLACES = "Dieses Projekt hat keine Kommunen, für die ein Formular auszugeben wäre."
_PASSED = "Die Rückgabe am {day:%d.%m.%Y} ist schon vorbei. Bitte einen Tag ab heute wählen."
_BLOCKS = f"Möglich sind 0 bis {MOST_BLOCKS} leere Angebote. Bitte eine Zahl dazwischen wählen."
_NOTHING = "So enthielte das Formular keine Frage. Bitte mehr Abschnitte, Handlungsfelder oder leere Angebote wählen."
_NO_FIELD = (
    "Noch ist kein Handlungsfeld aufgenommen; nach einzelnen Handlungsfeldern fragen die Formulare deshalb nicht. "
    "Bitte Handlungsfelder aufnehmen oder für die Formulare wählen."
)
_PRIVACY = (
    "Bitte die Information zum Datenschutz nach Art. 13 DSGVO mitsenden: Formular und Anschreiben nennen sie als "
    "Anlage, kizdesk schreibt sie aber nicht, sie kommt aus Ihrem Haus."
)


@dataclass(frozen=True, slots=True)
class FormWish:
    """Be what forms shall be like."""

    municipality_ids: tuple[str, ...] = ()
    """Empty for all."""
    section_ids: tuple[str, ...] = ()
    """Empty for all."""
    field_ids: tuple[str, ...] = ()
    """The fields of action that are asked about one by one; empty for those that are part of the concept."""
    offering_blocks: int = BLOCKS
    return_by: date | None = None
    with_known: bool = True
    """Print what the office knows already from the municipality."""
    sender: tuple[str, ...] = ()
    """Empty for the district and the person who answers questions."""
    introduction: tuple[str, ...] = ()
    """Empty for the usual words."""
    with_letters: bool = False
    """Write a letter beside each form."""


def issues(project: OpenProject, wish: FormWish) -> tuple[FormIssue, ...]:
    """Return one form for each municipality that is wished, not recorded yet.

    Raises UserError if nothing would be asked, the last day has passed, or something wished is gone.
    """
    places = wished_places(project, wish)
    today = project.now().date()
    refuse_passed(project, wish.return_by)
    if not 0 <= wish.offering_blocks <= MOST_BLOCKS:
        raise UserError(_BLOCKS)
    sections, fields = wished_sections(project, wish), wished_fields(project, wish)
    asks = any(_asks(section, fields, wish.offering_blocks) for section in sections)
    if not asks and not _confirms(project, wish, sections, places):
        raise UserError(_NOTHING)
    guide = guide_in_force(project)
    return tuple(
        FormIssue(
            id=project.new_id(),
            municipality_id=place.id,
            guide_id=guide.id,
            guide_version=guide.version,
            section_ids=wish.section_ids and tuple(section.id for section in sections),
            field_ids=_printed(sections, fields),
            offering_blocks=wish.offering_blocks if _has(sections, Repeat.PER_OFFERING) else 0,
            sent_on=today,
            return_by=wish.return_by,
        )
        for place in places
    )


def refuse_passed(project: OpenProject, return_by: date | None) -> None:
    """Raise UserError if the last day for the return is over."""
    if return_by is not None and return_by < project.now().date():
        raise UserError(_PASSED.format(day=return_by))


def wished_places(project: OpenProject, wish: FormWish) -> tuple[Municipality, ...]:
    """Return the municipalities that get a form, in the order of their names."""
    snapshot = project.snapshot
    wanted = [snapshot.get(Municipality, key) for key in dict.fromkeys(wish.municipality_ids)]
    places = wanted or snapshot.all(Municipality)
    if not places:
        raise UserError(_NO_PLACES)
    return tuple(sorted(places, key=lambda place: sort_key(place.name)))


def wished_sections(project: OpenProject, wish: FormWish) -> tuple[Section, ...]:
    """Return the sections of the guide that are asked for, in its order; raises UserError for one it has not."""
    return chosen_sections(guide_in_force(project).sections, wish.section_ids)


def chosen_sections(sections: Iterable[Section], section_ids: Iterable[str]) -> tuple[Section, ...]:
    """Return the sections of the given ids, or all if there are none; raises UserError for an unknown id."""
    by_id = {section.id: section for section in sections}
    wanted = set(section_ids)
    unknown = sorted(wanted - by_id.keys())
    if unknown:
        letters = ", ".join(section.letter for section in by_id.values())
        raise UserError(f"Einen Abschnitt „{unknown[0]}“ hat der Leitfaden nicht. Möglich sind: {letters}.")
    return tuple(section for section in by_id.values() if not wanted or section.id in wanted)


def wished_fields(project: OpenProject, wish: FormWish) -> tuple[FieldOfAction, ...]:
    """Return the fields of action that are asked about one by one, in their order."""
    snapshot = project.snapshot
    wanted = [snapshot.get(FieldOfAction, key) for key in dict.fromkeys(wish.field_ids)]
    fields = wanted or [item for item in snapshot.all(FieldOfAction) if item.status is FieldStatus.ADOPTED]
    return tuple(sorted(fields, key=lambda item: item.position))


def advice(project: OpenProject, wish: FormWish) -> tuple[str, ...]:
    """Return what whoever sends the forms has to know."""
    lacks = _has(wished_sections(project, wish), Repeat.PER_FIELD) and not wished_fields(project, wish)
    return (*((_NO_FIELD,) if lacks else ()), _PRIVACY)


def place_called(project: OpenProject, name: str) -> str:
    """Return the id of a municipality by name or official key; raises UserError if there is none, or more than one."""
    places, wanted = project.snapshot.all(Municipality), name.strip()
    if any(place.id == wanted for place in places):
        return wanted
    found = [place.id for place in places if fold(wanted) in filter(None, map(fold, (place.name, place.official_name)))]
    if len(found) > 1:
        raise UserError(f"Mehrere Kommunen heißen „{name}“. Bitte den Gemeindeschlüssel angeben: {', '.join(found)}.")
    if found:
        return found[0]
    known = ", ".join(sorted((place.name for place in places), key=sort_key))
    raise UserError(f"Eine Kommune „{name}“ hat das Projekt nicht. Möglich sind: {known}.")


def section_called(project: OpenProject, name: str) -> str:
    """Return the id of a section of the guide by its letter or title; raises UserError if there is none."""
    sections = guide_in_force(project).sections
    for section in sections:
        if fold(name.strip()) in map(fold, (section.letter, section.title, section.short)):
            return section.id
    letters = ", ".join(section.letter for section in sections)
    raise UserError(f"Einen Abschnitt „{name}“ hat der Leitfaden nicht. Möglich sind: {letters}.")


def offering_sections(project: OpenProject) -> tuple[str, ...]:
    """Return the sections of the guide that are the register of offerings."""
    return tuple(section.id for section in guide_in_force(project).sections if is_register(section))


def field_called(project: OpenProject, name: str) -> str:
    """Return the id of a field of action by its title; raises UserError if there is none."""
    fields = [item for item in project.snapshot.all(FieldOfAction) if item.status is not FieldStatus.FORMER]
    for field in fields:
        if fold(name.strip()) == fold(field.title):
            return field.id
    known = "; ".join(field.title for field in sorted(fields, key=lambda item: item.position))
    raise UserError(f"Ein Handlungsfeld „{name}“ hat das Projekt nicht. Möglich sind: {known}.")


def _asks(section: Section, fields: tuple[FieldOfAction, ...], blocks: int) -> bool:
    questions = [question for question in section.questions if not question.retired]
    match section.repeat:
        case Repeat.PER_OFFERING:
            return bool(questions) and blocks > 0
        case Repeat.PER_FIELD:
            return bool(questions) and bool(fields)
        case Repeat.NONE:
            return any(not question.binding for question in questions)


def can_be_asked(section: Section) -> bool:
    """Tell whether a form can ask anything of a section; some are about the conversation itself."""
    questions = [question for question in section.questions if not question.retired]
    return any(not question.binding or question.binding.startswith("offering.") for question in questions)


def _confirms(
    project: OpenProject, wish: FormWish, sections: Iterable[Section], places: Iterable[Municipality]
) -> bool:
    """Tell whether each municipality is asked about offerings that are known."""
    is_wished = wish.with_known and _has(sections, Repeat.PER_OFFERING)
    return is_wished and all(offerings_of(project, place.id) for place in places)


def _has(sections: Iterable[Section], repeat: Repeat) -> bool:
    return any(section.repeat is repeat for section in sections)


def _printed(sections: Iterable[Section], fields: Iterable[FieldOfAction]) -> tuple[str, ...]:
    return tuple(field.id for field in fields) if _has(sections, Repeat.PER_FIELD) else ()
