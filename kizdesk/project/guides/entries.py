"""Edit what a question offers: its options, the columns of its table, the lines of its matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, Option, OptionSource, Question, QuestionType
from kizdesk.project.guides.drafting import question_of, with_question
from kizdesk.project.guides.editions import edit, uses_of
from kizdesk.project.guides.questions import new_id
from kizdesk.project.guides.ties import why_choice_stays, why_type_stays
from kizdesk.project.opened import OpenProject


class Entries(Enum):
    """Tell which entries of a question are meant, by the field that holds them."""

    OPTIONS = "options"
    COLUMNS = "columns"
    ITEMS = "items"

    def of(self, question: Question) -> tuple[Option, ...]:
        """Return those that are offered."""
        return {
            Entries.OPTIONS: question.options,
            Entries.COLUMNS: question.columns,
            Entries.ITEMS: question.items,
        }[self]

    def retired_of(self, question: Question) -> tuple[Option, ...]:
        """Return those that are no longer offered."""
        return {
            Entries.OPTIONS: question.retired_options,
            Entries.COLUMNS: question.retired_columns,
            Entries.ITEMS: question.retired_items,
        }[self]

    def set_in(self, question: Question, offered: Sequence[Option], retired: Sequence[Option]) -> Question:
        """Return a question with other entries."""
        kept, gone = tuple(offered), tuple(retired)
        match self:
            case Entries.OPTIONS:
                return replace(question, options=kept, retired_options=gone)
            case Entries.COLUMNS:
                return replace(question, columns=kept, retired_columns=gone)
            case Entries.ITEMS:
                return replace(question, items=kept, retired_items=gone)


def entries_of(question: Question) -> Entries | None:
    """Return which entries a question of its type has; None for a type without any of its own."""
    if question.binding:
        return None
    match question.type:
        case QuestionType.SINGLE | QuestionType.MULTIPLE:
            return Entries.OPTIONS if question.option_source is OptionSource.OWN else None
        case QuestionType.TABLE:
            return Entries.COLUMNS
        case QuestionType.SCALE_MATRIX:
            return Entries.ITEMS
        case _:
            return None


def set_entries(project: OpenProject, question_id: str, rows: Sequence[tuple[str, str]], *, stay: str = "") -> None:
    """Set what a question offers, in order, as pairs of id and label; one without an id is new.

    What is left out is retired if an earlier version has it. Raises UserError if a condition asks about it.
    """
    present = project.guides.present
    question = question_of(present, question_id)
    kind = entries_of(question)
    if kind is None:
        raise UserError(why_type_stays(question) or "Diese Frage hat keine Antworten zur Auswahl.")
    known = {entry.id for entry in (*kind.of(question), *kind.retired_of(question))}
    offered = [
        Option(key if key in known else new_id(project, "o"), label.strip()) for key, label in rows if label.strip()
    ]
    ids = {entry.id for entry in offered}
    gone = [entry for entry in kind.of(question) if entry.id not in ids]
    for entry in gone:
        if kind is Entries.OPTIONS and (reason := why_choice_stays(present, question, entry.id, entry.label)):
            raise UserError(reason)
    earlier = _earlier(project, present, question_id, kind)
    retired = [entry for entry in kind.retired_of(question) if entry.id not in ids]
    changed = kind.set_in(question, offered, [*retired, *(entry for entry in gone if entry.id in earlier)])
    edit(project, f"Frage {question.number} ändern", lambda guide: with_question(guide, changed), stay=stay)


def bring_entry_back(project: OpenProject, question_id: str, entry_id: str) -> None:
    """Offer again, at the end, what a question no longer offered."""
    question = question_of(project.guides.present, question_id)
    kind = entries_of(question)
    retired = kind.retired_of(question) if kind is not None else ()
    rows = [(entry.id, entry.label) for entry in (kind.of(question) if kind is not None else ())]
    back = [(entry.id, entry.label) for entry in retired if entry.id == entry_id]
    set_entries(project, question_id, [*rows, *back])


def _earlier(project: OpenProject, present: Guide, question_id: str, kind: Entries) -> set[str]:
    """Return the ids of entries that another version has, or that the present one has while somebody works by it."""
    guides = project.guides
    edition = guides.edition(present.id, present.version)
    versions = [version for version in guides.versions(present.id) if version != present.version]
    if edition is None or uses_of(project, present.id, present.version).any:
        versions.append(present.version)
    found: set[str] = set()
    for version in versions:
        for question in guides.of(present.id, version).questions():
            if question.id == question_id:
                found |= {entry.id for entry in (*kind.of(question), *kind.retired_of(question))}
    return found
