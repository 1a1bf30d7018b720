"""Hold what is said of a question, that the concept does not print it, against what the concept prints."""

import re

import pytest

from kizdesk.concept.storing import dump
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Question, QuestionType, Repeat
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.project.concept import draft_document
from kizdesk.project.fields.edit import adopt_field
from kizdesk.project.interviews.edit import add_interview, guide_of, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.outline import leave_out
from kizdesk.project.records import set_values
from kizdesk.project.runner.printed import printed_words

_TEXTS = (QuestionType.TEXT, QuestionType.LONG_TEXT)


@pytest.fixture
def asked(project: OpenProject) -> list[Question]:
    """Answer every question that takes a text and is asked of everybody, in enough municipalities to be compared."""
    field = project.snapshot.all(FieldOfAction)[0]
    adopt_field(project, field.id)
    found: list[Question] = []
    for place in project.snapshot.all(Municipality)[:2]:
        interview = add_interview(project, place.id)
        values: dict[str, object] = {"status": InterviewStatus.RUNNING, "field_ids": (field.id,)}
        set_values(project, Interview, interview.id, values)
        guide = guide_of(project, interview)
        found = [it for it in guide.questions() if it.type in _TEXTS and not it.binding and it.condition is None]
        for question in found:
            scope = field.id if guide.section_of(question.id).repeat is Repeat.PER_FIELD else ""
            answer = Answer(
                id="", interview_id=interview.id, question_id=question.id, scope_id=scope, text=f"Wort{question.id}."
            )
            put_answer(project, answer)
    return found


def test_what_is_said_not_to_be_printed_is_not_and_all_else_is(project: OpenProject, asked: list[Question]) -> None:
    printed = set(re.findall(r"Wort(\w+)", dump(draft_document(project)).decode()))
    guide = guide_of(project, project.snapshot.all(Interview)[0])
    silent = {question.id for question in asked if not printed_words(project, guide, question)}

    assert silent == printed
    assert {"g03", "m01"} <= printed
    assert {"g01", "g04"} & printed == set()


@pytest.mark.parametrize("chapter", ["profile", "bestand", "gemeinden", "verwaltung", "schwerpunkte", "ueberblick"])
def test_what_stood_in_a_chapter_that_is_left_out_is_said_not_to_be_printed(
    chapter: str, project: OpenProject, asked: list[Question]
) -> None:
    leave_out(project, chapter, left_out=True)
    printed = set(re.findall(r"Wort(\w+)", dump(draft_document(project)).decode()))
    guide = guide_of(project, project.snapshot.all(Interview)[0])

    assert {question.id for question in asked if not printed_words(project, guide, question)} == printed
