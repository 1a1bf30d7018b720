"""Say what each field of a paper holds: what somebody wrote in it, else what is proposed from the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.layout import FieldType, LayoutField
from kizdesk.concept.papers.parts import PARTS
from kizdesk.domain.papers import PaperQuestion


@dataclass(frozen=True, slots=True)
class FieldValue:
    """Be what one key of a paper holds."""

    key: str
    text: str
    """What is printed: the own text, else the proposal."""
    proposal: str
    is_own: bool = False


def values_of(brief: Brief) -> Mapping[str, FieldValue]:
    """Return what the keys of a paper hold, each part written once."""
    return {key: value_of(brief, field, key) for field in brief.layout.fields for key in field.keys}


def value_of(brief: Brief, field: LayoutField, key: str) -> FieldValue:
    """Return what one key of a field holds."""
    proposal = proposal_of(brief, field, key)
    entry = brief.entries.get(key)
    return FieldValue(key, proposal, proposal) if entry is None else FieldValue(key, entry.value, proposal, is_own=True)


def proposal_of(brief: Brief, field: LayoutField, key: str) -> str:
    """Return what is proposed for one key of a field."""
    if field.type is FieldType.DAY:
        return f"{brief.dated:%d.%m.%Y}"
    if field.type in (FieldType.STOPS, FieldType.QUESTIONS):
        return ""
    names = (key,) if field.amounts else field.proposed_parts
    if field.type is FieldType.TEXT and field.key in answered_fields(brief):
        return ""
    written = (PARTS[name](brief).strip() for name in names if name in PARTS)
    return "\n\n".join(text for text in written if text)


def topic_of(brief: Brief, question: PaperQuestion) -> str:
    """Return what a question is about, as far as its words tell; empty for what the data does not know."""
    asked = question.question.casefold()
    for key, marks in brief.words.lists.items():
        group, _, topic = key.partition(".")
        if group == "topics" and any(mark in asked for mark in marks):
            return topic
    return ""


def answer_of(brief: Brief, question: PaperQuestion) -> FieldValue:
    """Return the answer to a question: the one that somebody gave, else what the data tells of its subject."""
    topic = topic_of(brief, question)
    proposal = "\n\n".join(filter(None, (PARTS[name](brief).strip() for name in _TOPICS.get(topic, ()))))
    own = bool(question.answer.strip())
    return FieldValue(question.id, question.answer if own else proposal, proposal, is_own=own)


_TOPICS: Mapping[str, tuple[str, ...]] = {
    "kosten": ("stand_kosten",),
    "varianten": ("varianten",),
    "voten": ("voten", "stand_einvernehmen"),
    "handlungsfelder": ("handlungsfelder", "schwerpunkte"),
    "recht": ("recht",),
}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "kosten": ("kosten",),
    "varianten": ("anbindung",),
    "voten": ("voten", "einvernehmen"),
    "handlungsfelder": ("handlungsfelder",),
    "recht": ("recht",),
}
"""The fields of a report that stay without a proposal when a question asks for the same."""


def answered_fields(brief: Brief) -> frozenset[str]:
    """Return the fields whose subject is told in the answer to a question."""
    found = (topic_of(brief, question) for question in brief.questions if not question.answer.strip())
    return frozenset(field for topic in found for field in _FIELDS.get(topic, ()))
