"""Make an XLSForm of a guide."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.guide import Guide, Question
from kizdesk.project.xlsform.conditions import Conditions, is_gone
from kizdesk.project.xlsform.lists import Lists
from kizdesk.project.xlsform.named import Named
from kizdesk.project.xlsform.names import choice_name
from kizdesk.project.xlsform.questions import Questions
from kizdesk.project.xlsform.rows import LANGUAGE, Row, Sources, XlsForm
from kizdesk.project.xlsform.sections import Sections
from kizdesk.project.xlsform.wording import worded


def form_of(guide: Guide, sources: Sources) -> XlsForm:
    """Return a guide as an XLSForm; names follow from its ids, and what is never asked any more is left out."""
    named, lists = Named(guide), Lists(sources)
    questions = Questions(named, lists, Conditions(guide, named, lists))
    survey = tuple(_survey(guide, Sections(named, questions)))
    held = [question for question in guide.questions() if not is_gone(guide, question)]
    return XlsForm(
        survey=survey,
        choices=tuple(lists.rows()),
        settings=_settings(guide),
        left_out=tuple(_told(question) for question in guide.questions() if is_gone(guide, question)),
        open_lists=tuple(question.number for question in held if questions.is_open(question)),
    )


def _told(question: Question) -> str:
    """Return what people call a question that is left out; one that was dropped has no number any more."""
    return (question.short if question.retired else "") or question.number


def _survey(guide: Guide, sections: Sections) -> Iterator[Row]:
    for section in guide.sections:
        asked = tuple(question for question in section.questions if not is_gone(guide, question))
        if asked:
            yield from sections.rows(section, asked)


def _settings(guide: Guide) -> tuple[tuple[str, str], ...]:
    form_id = choice_name(guide.id)
    return (
        ("form_title", worded(guide.title, form_id)),
        ("form_id", form_id),
        ("version", worded(guide.version, "1")),
        ("default_language", LANGUAGE),
        ("clean_text_values", "no"),  # else line breaks within a text become blanks
    )
