"""Hear a form that was sent under an earlier version of the guide, and carry what it says to the present one."""

from __future__ import annotations

from dataclasses import replace

from kizdesk.domain.carrying import carried
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, Question, QuestionType
from kizdesk.domain.interviews import Answer
from kizdesk.paperwork.reading import Filled
from kizdesk.project.forms.heard import Said
from kizdesk.project.guides.types import titles_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.replies import reply_of, text_in

_LEFT = "Aus Fassung {version}: {text}"


class EarlierForm:
    """Know how a form asked, as far as the project still has the version it was written by."""

    def __init__(self, project: OpenProject, guide: Guide, filled: Filled) -> None:
        self._project = project
        self._guide = guide
        identity = filled.identity
        try:
            self._asked = project.guides.of(identity.guide_id, identity.guide_version)
        except UserError:
            self._asked = guide

    def question(self, question_id: str) -> Question | None:
        """Return a question by its id as the form asked it; None for one that nobody knows."""
        then, now = self._asked.find(question_id), self._guide.find(question_id)
        return now if then is None or (now is not None and now.binding) else then

    def carried(self, heard: Said, asked: Question, question: Question) -> Said:
        """Return what was said to a question in the shape in which it is asked now; what has no place is a remark."""
        if asked is question or question.binding:
            return heard
        answer = _answer(heard, asked)
        there = carried(answer, asked, question, titles_of(self._project))
        if there.answer is answer:
            return heard
        left = [_LEFT.format(version=self._asked.version, text="; ".join(there.left))] if there.left else []
        return replace(heard, reply=reply_of(question, there.answer), remarks=(*heard.remarks, *left))

    def in_words(self, heard: Said, asked: Question) -> str:
        """Return what was said to a question in words."""
        words = replace(asked, type=QuestionType.LONG_TEXT)
        return carried(_answer(heard, asked), asked, words, titles_of(self._project)).answer.text


def _answer(heard: Said, asked: Question) -> Answer:
    reply = heard.reply
    text = text_in(asked, reply)
    return Answer(id="", interview_id="", question_id=asked.id, text=text, choices=reply.choices, rows=reply.rows)
