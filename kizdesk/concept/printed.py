"""Know which answers of an interview the concept prints; all others serve the comparison and as evidence."""

from __future__ import annotations

from kizdesk.concept.chapters.cooperation import ROLE, WISHES
from kizdesk.concept.chapters.overview import STRENGTHS, WEAKNESSES
from kizdesk.concept.chapters.profile import NEEDS
from kizdesk.concept.chapters.structures import OFFICES_QUESTION
from kizdesk.concept.chapters.synopsis import comparable
from kizdesk.concept.figures.urgency import GRADE, NAMED
from kizdesk.concept.outline import Outline
from kizdesk.domain.guide import Guide


def printed_questions(outline: Outline, guide: Guide) -> frozenset[str]:
    """Return the ids of the questions whose answers stand in the concept; those bound to records are not judged."""
    return frozenset(
        (
            *outline.facts,
            *(question_id for group in outline.profile for question_id in group.questions),
            *(question.id for question in comparable(guide)),
            *(question_id for question_id, _ in WISHES),
            *(ROLE, STRENGTHS, WEAKNESSES, NEEDS, OFFICES_QUESTION, GRADE, NAMED),
        )
    )
