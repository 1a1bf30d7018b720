"""Describe the three lists of the page of evidence: passages, fields of action, and answers still to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from kizdesk.domain.interviews import EvidenceKind
from kizdesk.project.evaluation.evidence import EvidenceRow, FieldEvidence
from kizdesk.project.evaluation.passages import OpenAnswer
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.pages.evaluation.kinds import COLOURS, KINDS
from kizdesk.ui.tables import Column

STAND, NOTE = "Stand", "Notiz"
"""Columns of the passages that stand there only while they have something to say."""


@dataclass(frozen=True, slots=True)
class Task:
    """Be an answer to be read; ``done`` once something is marked in it."""

    place: int
    """In the order of the questions."""
    answer: OpenAnswer
    done: bool


def passages() -> tuple[Column[EvidenceRow], ...]:
    """Return the columns of the passages."""
    return (
        Column("Art", _kind_place, text=_kind, role=_kind_role, strong=True, width=8),
        Column("Stelle", _wording, text=_line, tip=_tip, stretch=True, width=17),
        Column("Woher", _where, width=22),
        Column("Handlungsfeld", _field, width=22, spare=True),
        Column(STAND, _stand, role=_stand_role, width=16, spare=True),
        Column("Maßnahmen", _used, text=_used_text, tip=_used_tip, align="right", width=10, spare=True),
        Column(NOTE, _note, width=16, spare=True),
    )


def fields(labels: Labels) -> tuple[Column[FieldEvidence], ...]:
    """Return the columns of the fields of action."""
    kinds = tuple(Column(labels.of(kind), _count_of(kind), align="right") for kind in EvidenceKind)
    return (
        Column("Handlungsfeld", _title, stretch=True, strong=True, width=40),
        *kinds,
        Column("Gesamt", _total, align="right", strong=True),
        Column("Kommunen", _places, align="right", spare=True),
        Column("Ohne Maßnahme", _unused, align="right"),
        Column("Veraltet", _stale, text=_stale_text, role=_stale_role, align="right", spare=True),
    )


def tasks() -> tuple[Column[Task], ...]:
    """Return the columns of the answers to be read."""
    return (
        Column("Frage", _task_place, text=_number, tip=_question, width=5),
        Column("Kommune", _municipality, strong=True),
        Column("Antwort", _beginning, tip=_question, stretch=True, width=22),
        Column("Stand", _done, role=_done_role),
    )


def passage_key(row: EvidenceRow) -> str:
    """Return what tells passages apart."""
    return row.id


def silent(rows: Sequence[EvidenceRow]) -> tuple[str, ...]:
    """Return the columns that would say nothing, or the same of each passage."""
    speaks = {STAND: any(row.stale for row in rows), NOTE: any(row.note for row in rows)}
    return tuple(name for name, has_news in speaks.items() if not has_news)


def field_key(row: FieldEvidence) -> str:
    """Return what tells fields apart."""
    return row.field_id


def task_key(row: Task) -> str:
    """Return what tells answers apart."""
    return row.answer.answer_id


def _kind_place(row: EvidenceRow) -> int:
    return KINDS.index(row.kind)


def _kind(row: EvidenceRow) -> str:
    return row.kind_text


def _kind_role(row: EvidenceRow) -> str:
    return COLOURS[row.kind]


def _wording(row: EvidenceRow) -> str:
    return row.wording


def _line(row: EvidenceRow) -> str:
    return " ".join(row.wording.split())


def _tip(row: EvidenceRow) -> str:
    return "\n".join(filter(None, [row.wording, row.note]))


def _where(row: EvidenceRow) -> str:
    return row.where


def _field(row: EvidenceRow) -> str:
    return row.field


def _stand(row: EvidenceRow) -> str:
    return "neu zu markieren" if row.stale else "steht im Text"


def _stand_role(row: EvidenceRow) -> str:
    return "attention" if row.stale else "muted"


def _used(row: EvidenceRow) -> int:
    return len(row.measures)


def _used_text(row: EvidenceRow) -> str:
    return str(len(row.measures) or "–")


def _used_tip(row: EvidenceRow) -> str:
    return "\n".join(used.title for used in row.measures) or "Noch stützt sich keine Maßnahme darauf."


def _note(row: EvidenceRow) -> str:
    return row.note


def _title(row: FieldEvidence) -> str:
    return row.title


def _count_of(kind: EvidenceKind) -> Callable[[FieldEvidence], object]:
    return partial(_count, kind)


def _count(kind: EvidenceKind, row: FieldEvidence) -> int:
    return row.counts[kind]


def _total(row: FieldEvidence) -> int:
    return row.total


def _places(row: FieldEvidence) -> int:
    return row.municipalities


def _unused(row: FieldEvidence) -> int:
    return row.unused


def _stale(row: FieldEvidence) -> int:
    return row.stale


def _stale_text(row: FieldEvidence) -> str:
    return str(row.stale or "–")


def _stale_role(row: FieldEvidence) -> str:
    return "attention" if row.stale else "muted"


def _task_place(row: Task) -> int:
    return row.place


def _number(row: Task) -> str:
    return row.answer.number


def _question(row: Task) -> str:
    return "\n".join(filter(None, [f"{row.answer.number}  {row.answer.question}", row.answer.scope]))


def _municipality(row: Task) -> str:
    return row.answer.municipality


def _beginning(row: Task) -> str:
    return row.answer.beginning


def _done(row: Task) -> str:
    return "Beleg markiert" if row.done else "ohne Beleg"


def _done_role(row: Task) -> str:
    return "done" if row.done else "muted"
