"""Know which answers of an interview the concept prints; all others serve the comparison and as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    chapters: Mapping[str, Iterable[str]] = {
        "profile": (*outline.facts, *(key for group in outline.profile for key in group.questions), NEEDS),
        "synopse": (question.id for question in comparable(guide)),
        "gemeinden": (*(question_id for question_id, _ in WISHES), ROLE),
        "ueberblick": (STRENGTHS, WEAKNESSES),
        "verwaltung": (OFFICES_QUESTION,),
        "schwerpunkte": (GRADE, NAMED),
    }
    return frozenset(question for key, found in chapters.items() if outline.find(key) for question in found)
