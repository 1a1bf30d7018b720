"""Say of a question that its answer is not printed."""

from __future__ import annotations

from kizdesk.concept.outline import Outline
from kizdesk.concept.printed import printed_questions
from kizdesk.domain.guide import Guide, Question
from kizdesk.domain.layout import ChapterChoice
from kizdesk.project.opened import OpenProject


def printed_words(project: OpenProject, guide: Guide, question: Question) -> str:
    """Return a sentence for a question whose answer the concept does not print; empty for all others."""
    if not question.id or question.binding:
        return ""
    outline = Outline.of(project.library.toml("concept/outline.toml"))
    chosen = outline.printed(project.snapshot.all(ChapterChoice))
    if question.id in printed_questions(chosen, guide):
        return ""
    return (
        "Diese Antwort wird nicht ins Konzept gedruckt; unter „Auswertung“ steht sie neben denen der anderen Kommunen."
    )
