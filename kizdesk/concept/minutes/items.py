"""Go through an interview as it was asked, and say of each question what the minutes tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kizdesk.concept.context import Context
from kizdesk.concept.essence import shown
from kizdesk.concept.minutes.answers import answer_blocks
from kizdesk.concept.minutes.offerings import offering_blocks
from kizdesk.concept.naming import InterviewNaming
from kizdesk.concept.tree import AnyBlock, Paragraph, Run
from kizdesk.concept.wording import Wording
from kizdesk.domain.answering import is_filled, is_visible
from kizdesk.domain.guide import Question, Repeat, Section
from kizdesk.domain.interviews import Answer, AnswerState, Interview, Offering, answer_id
from kizdesk.domain.places import Municipality


class Told(Enum):
    """Tell what the minutes say to a question."""

    GIVEN = "beantwortet"
    LATER = "nachreichen"
    DECLINED = "keine_angabe"
    OPEN = "offen"


@dataclass(frozen=True, slots=True)
class Item:
    """Be a question with what was answered, or an offering."""

    id: str
    """The id of the answer or of the offering."""
    part: str
    """The id of the part of the minutes it stands in: a section, for a field of action where there are several."""
    part_title: str
    title: str
    name: str
    """A short name, such as ``B.5 Eigene Behörden``."""
    told: Told
    blocks: tuple[AnyBlock, ...] = ()
    rank: tuple[int, int, int] = (0, 0, 0)
    is_offering: bool = False

    @property
    def words(self) -> str:
        """Return what is told as plain text, by which two moments are compared."""
        words = "\n".join(shown(block) for block in self.blocks)
        return words or (self.told.value if self.told is not Told.OPEN else "")


@dataclass(frozen=True, slots=True)
class Account:
    """Be what the items of one interview are made from."""

    context: Context
    wording: Wording
    interview: Interview
    naming: InterviewNaming

    @classmethod
    def of(cls, context: Context, wording: Wording, interview: Interview) -> Account:
        """Return the account of an interview."""
        return cls(context, wording, interview, context.facts.naming.of(interview))


def items(account: Account) -> Iterator[Item]:
    """Yield the items in the order in which they are asked; what is hidden by a condition is not among them."""
    for index, section in enumerate(account.context.survey.guide.sections):
        match section.repeat:
            case Repeat.PER_OFFERING:
                yield from _offerings(account, section, index)
            case Repeat.PER_FIELD:
                for place, field_id in enumerate(account.interview.field_ids):
                    yield from _questions(account, section, (index, place), field_id)
            case Repeat.NONE:
                yield from _questions(account, section, (index, 0), "")


def is_left(account: Account, section: Section) -> bool:
    """Tell whether a section without items is still to be asked: no offering is known, no field of action chosen."""
    if all(question.retired for question in section.questions):
        return False
    if section.repeat is Repeat.PER_OFFERING:
        return not account.context.facts.offerings.get(account.interview.municipality_id)
    return section.repeat is Repeat.PER_FIELD and not account.interview.field_ids


def _questions(account: Account, section: Section, place: tuple[int, int], scope_id: str) -> Iterator[Item]:
    guide, interview = account.context.survey.guide, account.interview
    answers = account.context.facts.snapshot.by_id(Answer)
    title = f"{section.letter} {section.title}"
    scope = account.context.facts.field_title(scope_id) if scope_id else ""
    for number, question in enumerate(section.questions):
        if question.binding or not is_visible(guide, question, interview.id, scope_id, answers):
            continue
        identity = answer_id(interview.id, question.id, scope_id)
        told, blocks = _told(account, question, answers.get(identity))
        yield Item(
            id=identity,
            part="/".join(filter(None, (section.id, scope_id))),
            part_title=f"{title}: {scope}" if scope else title,
            title=f"{question.number} {question.text}",
            name=f"{question.name} ({scope})" if scope else question.name,
            told=told,
            blocks=blocks,
            rank=(*place, number),
        )


def _told(account: Account, question: Question, answer: Answer | None) -> tuple[Told, tuple[AnyBlock, ...]]:
    if answer is not None and answer.state is AnswerState.LATER:
        return Told.LATER, ()
    if answer is not None and answer.state is AnswerState.DECLINED:
        return Told.DECLINED, ()
    if answer is None or not is_filled(answer):
        return Told.OPEN, ()
    blocks = tuple(answer_blocks(account.context, account.wording, account.naming, question, answer))
    return (Told.GIVEN if blocks else Told.OPEN), blocks


def _offerings(account: Account, section: Section, index: int) -> Iterator[Item]:
    """Yield the offerings that were recorded in this interview, in the order of their recording."""
    for place, offering in enumerate(account.context.facts.snapshot.all(Offering)):
        if offering.interview_id == account.interview.id:
            title = account.naming.free(offering.title) or account.wording.text("offering.untitled")
            yield Item(
                id=offering.id,
                part=section.id,
                part_title=f"{section.letter} {section.title}",
                title=title,
                name=title,
                told=Told.GIVEN,
                blocks=tuple(offering_blocks(account.context, account.wording, account.naming, offering)),
                rank=(index, place, 0),
                is_offering=True,
            )
    yield from _no_offerings(account, section, index)


def _no_offerings(account: Account, section: Section, index: int) -> Iterator[Item]:
    """Yield that the municipality said there are none."""
    facts, words = account.context.facts, account.wording
    place = facts.snapshot.find(Municipality, account.interview.municipality_id)
    if place is None or not place.no_offerings or facts.offerings.get(place.id):
        return
    told = Paragraph(id=f"protokoll/{section.id}/keine", runs=(Run(words.text("offering.none_text")),))
    yield Item(
        id=f"{account.interview.id}/{section.id}",
        part=section.id,
        part_title=f"{section.letter} {section.title}",
        title=words.text("offering.none"),
        name=words.text("offering.none"),
        told=Told.GIVEN,
        blocks=(told,),
        rank=(index, 0, 0),
    )
