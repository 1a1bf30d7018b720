"""Give sections their letters and questions their numbers, by their order; ids stay what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from kizdesk.domain.guide import Guide, Question, Section

OPENING = "0"
"""The letter of the section about the interview itself, which stands first."""
_FIRST = "interview.privacy_notice_given"
"""What has to be settled before anything else is asked."""
_NUMBER = re.compile(r"[0A-Z]+(?:\.\d+| \(entfallen \d+\))")
_NAMED = re.compile(rf"\bFragen? {_NUMBER.pattern}(?:(?:, | und | oder | bis |–){_NUMBER.pattern})*")
"""Where a text names questions: one, several, or from one to another."""


def renumbered(guide: Guide) -> Guide:
    """Return a guide with letters and numbers in order, also where a text names the number of a question."""
    letters = list(_letters(guide.sections))
    sections = [_numbered(section, letter) for section, letter in zip(guide.sections, letters, strict=True)]
    before = {question.id: question.number for question in guide.questions()}
    after = {question.id: question.number for section in sections for question in section.questions}
    moved = {before[key]: number for key, number in after.items() if before[key] != number}
    if not moved and [section.letter for section in guide.sections] == letters:
        return guide
    return replace(guide, sections=tuple(_reworded(section, moved) for section in sections))


def is_opening(section: Section) -> bool:
    """Tell whether a section is about the interview itself, its people and what they consent to."""
    return any(question.binding == _FIRST for question in section.questions)


def unnumbered(text: str) -> str:
    """Return a text without the numbers of the questions it names, for comparing."""
    return _each_number(text, lambda _number: "")


def _letters(sections: Sequence[Section]) -> Iterator[str]:
    count = 0
    for place, section in enumerate(sections):
        if place == 0 and is_opening(section):
            yield OPENING
            continue
        high, low = divmod(count, len(ascii_uppercase))
        yield (ascii_uppercase[high - 1] if high else "") + ascii_uppercase[low]
        count += 1


def _numbered(section: Section, letter: str) -> Section:
    asked = gone = 0
    questions: list[Question] = []
    for question in section.questions:
        if question.retired:
            gone += 1
            number = f"{letter} (entfallen {gone})"
        else:
            asked += 1
            number = f"{letter}.{asked}"
        questions.append(question if question.number == number else replace(question, number=number))
    return replace(section, letter=letter, questions=tuple(questions))


def _reworded(section: Section, moved: Mapping[str, str]) -> Section:
    questions = tuple(
        replace(question, text=_renamed(question.text, moved), hint=_renamed(question.hint, moved))
        for question in section.questions
    )
    return replace(section, hint=_renamed(section.hint, moved), questions=questions)


def _renamed(text: str, moved: Mapping[str, str]) -> str:
    return _each_number(text, lambda number: moved.get(number, number))


def _each_number(text: str, write: Callable[[str], str]) -> str:
    def written(named: re.Match[str]) -> str:
        return _NUMBER.sub(lambda found: write(found[0]), named[0])

    return _NAMED.sub(written, text)
