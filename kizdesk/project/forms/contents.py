"""Sort what a returned form holds by the questions of the guide: answers, offerings, people, and what has no place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Guide, OptionSource, Question, Repeat
from kizdesk.domain.interviews import Offering
from kizdesk.domain.people import Person
from kizdesk.paperwork import FieldName
from kizdesk.paperwork.names import parse
from kizdesk.paperwork.reading import Filled, Value
from kizdesk.project.forms import marks
from kizdesk.project.forms.earlier import EarlierForm
from kizdesk.project.forms.heard import Place, Said, said, text_of
from kizdesk.project.forms.people import BINDING
from kizdesk.project.forms.spoken import understood
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.ask import Ask, Kind, Reply, Shape, ask

_FUNDING = "offering.funding"
_AMOUNT = 2
"""The place of the amount in a row of funding."""
_MISREAD = "Nicht verstanden: Betrag „{text}“"
DOUBT = "Bitte mit dem PDF vergleichen: Die Datei sagt hier zweierlei oder hat Zeichen verloren."
Block = tuple[str, str]
"""A question and its scope."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Be the answer to a question, outside of the register of offerings."""

    question: Question
    scope_id: str
    said: Said
    doubtful: bool

    @property
    def key(self) -> str:
        """Return what tells this answer from all others of the form."""
        return "/".join(filter(None, (self.question.id, self.scope_id)))


@dataclass(frozen=True, slots=True)
class HeardOffering:
    """Be a block in which an offering is described, with the questions that were answered."""

    scope: str
    replies: tuple[tuple[Question, Said], ...]
    doubtful: bool

    @property
    def remarks(self) -> tuple[str, ...]:
        """Return what was not understood, each with its question."""
        said = (f"{question.name}: {remark}" for question, heard in self.replies for remark in heard.remarks)
        return (*said, DOUBT) if self.doubtful else tuple(said)


@dataclass(frozen=True, slots=True)
class HeardStand:
    """Be what is said of an offering the office knew: one of the marks, and what has changed."""

    offering: Offering
    stand: str
    text: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class HeardPerson:
    """Be a row of the table of those who answered: name, function, unit, phone, e-mail."""

    row: int
    cells: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """Be all that a form says."""

    answers: tuple[Heard, ...] = ()
    offerings: tuple[HeardOffering, ...] = ()
    stands: tuple[HeardStand, ...] = ()
    people: tuple[HeardPerson, ...] = ()
    known_people: tuple[Person, ...] = ()
    """Those the office knows who are ticked as having answered."""
    leftovers: tuple[str, ...] = ()
    """What has no place in the guide, in words."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was filled in."""
        held = (self.answers, self.offerings, self.stands, self.people, self.known_people, self.leftovers)
        return not any(held)


def contents_of(project: OpenProject, guide: Guide, filled: Filled) -> Contents:
    """Return what a form says, mapped by ids to a version of the guide."""
    return _Sorter(project, guide, filled).contents()


class _Sorter:
    def __init__(self, project: OpenProject, guide: Guide, filled: Filled) -> None:
        self._project = project
        self._guide = guide
        self._earlier = EarlierForm(project, guide, filled)
        self._leftovers: list[str] = []
        self._doubtful: set[Block] = set()
        self._blocks: dict[Block, dict[Place, Value]] = defaultdict(dict)
        doubts = frozenset(filled.doubtful)
        for text, value in filled.values.items():
            if text_of(value):
                self._put(text, value, doubtful=text in doubts)

    def contents(self) -> Contents:
        """Go through the guide, so that everything stands in its order."""
        answers = tuple(self._answers())
        offerings, stands = tuple(self._offerings()), tuple(self._stands())
        people, known = tuple(self._people()), tuple(self._known_people())
        for (question_id, _), fields in self._blocks.items():
            self._leave(question_id, fields)
        return Contents(answers, offerings, stands, people, known, tuple(self._leftovers))

    def _put(self, text: str, value: Value, *, doubtful: bool) -> None:
        try:
            name = parse(text)
        except ValueError:
            name = None
        if name is None or self._earlier.question(name.question) is None:
            self._leftovers.append(f"Feld „{text}“: „{text_of(value)}“")
            return
        self._blocks[name.question, name.scope][name.row, name.column] = value
        if doubtful:
            self._doubtful.add((name.question, name.scope))

    def _leave(self, question_id: str, fields: Mapping[Place, Value]) -> None:
        """Say in words what has no place, each line with its question as the form asked it."""
        question = self._earlier.question(question_id)
        if question is None:
            return
        if question.binding:
            lines = [f"„{text_of(value)}“" for value in fields.values()]
        else:
            heard = self._heard(question, fields)
            words = self._earlier.in_words(heard, question)
            lines = [*([f"„{words}“"] if words else []), *heard.remarks]
        self._leftovers += [f"{question.name}: {line}" for line in lines]

    def _answers(self) -> Iterator[Heard]:
        fields = self._project.snapshot.by_id(FieldOfAction)
        for section in self._guide.sections:
            scopes = fields if section.repeat is Repeat.PER_FIELD else ("",)
            for question in section.questions:
                if section.repeat is Repeat.PER_OFFERING or question.binding or question.retired:
                    continue
                for scope in scopes:
                    if block := self._blocks.pop((question.id, scope), None):
                        heard = self._said(question, block)
                        doubtful = (question.id, scope) in self._doubtful
                        yield Heard(question, scope, _doubted(heard, doubtful=doubtful), doubtful)

    def _offerings(self) -> Iterator[HeardOffering]:
        questions = [item for item in self._guide.questions() if item.binding.startswith("offering.")]
        numbers = {scope for _, scope in self._blocks if marks.is_new_offering(scope)}
        for scope in sorted(numbers, key=lambda text: (len(text), text)):
            replies, doubtful = [], False
            for question in questions:
                if question.retired or not (block := self._blocks.pop((question.id, scope), None)):
                    continue
                heard = self._said(question, block)
                doubtful |= (question.id, scope) in self._doubtful
                replies.append((question, _funded(heard) if question.binding == _FUNDING else heard))
            if replies:
                yield HeardOffering(scope, tuple(replies), doubtful)

    def _stands(self) -> Iterator[HeardStand]:
        known = self._project.snapshot.by_id(Offering)
        for block in [block for block in self._blocks if block[1] in known]:
            fields = self._blocks[block]
            stand, text = (text_of(fields.pop((row, ""), "")) for row in (marks.STAND, marks.CHANGED))
            if not fields:
                del self._blocks[block]
            if stand or text:
                yield HeardStand(known[block[1]], stand, text, block in self._doubtful)

    def _people(self) -> Iterator[HeardPerson]:
        question = self._people_question()
        block = self._blocks.pop((question.id, ""), None) if question is not None else None
        if question is None or not block:
            return
        asked = replace(ask(self._project, question), shape=Shape.TABLE, columns=question.columns)
        heard = said(asked, {}, block)
        self._leftovers += [f"{question.name}: {remark}" for remark in heard.remarks]
        doubtful = (question.id, "") in self._doubtful
        for row, cells in enumerate(heard.reply.rows, start=1):
            yield HeardPerson(row, tuple(" ".join(cell.split()) for cell in cells), doubtful)

    def _known_people(self) -> Iterator[Person]:
        question = self._people_question()
        if question is None:
            return
        name = FieldName(question.id, marks.KNOWN_PEOPLE)
        fields = self._blocks.pop((name.question, name.scope), {})
        known = self._project.snapshot.by_id(Person)
        for value in fields.values():
            for person_id in (value,) if isinstance(value, str) else value:
                if person_id in known:
                    yield known[person_id]
                else:
                    self._leftovers.append(f"{question.name}: eine Person, die im Projekt nicht mehr steht")

    def _people_question(self) -> Question | None:
        return next((item for item in self._guide.questions() if item.binding == BINDING), None)

    def _said(self, question: Question, block: Mapping[Place, Value]) -> Said:
        as_sent = self._earlier.question(question.id) or question
        return self._earlier.carried(self._heard(as_sent, block), as_sent, question)

    def _heard(self, question: Question, block: Mapping[Place, Value]) -> Said:
        asked = ask(self._project, question)
        return said(asked, self._labels(question, asked), block)

    def _labels(self, question: Question, asked: Ask) -> dict[str, str]:
        """Return what can be chosen; a form may have been sent while a field of action was still asked about."""
        labels = {option.id: option.label for option in asked.options}
        if question.option_source is OptionSource.FIELDS:
            fields = self._project.snapshot.all(FieldOfAction)
            labels = {field.id: field.title for field in fields} | labels
        return labels


def _doubted(heard: Said, *, doubtful: bool) -> Said:
    return replace(heard, remarks=(*heard.remarks, DOUBT)) if doubtful else heard


def _funded(heard: Said) -> Said:
    """Return the rows of funding with amounts as numbers; what is none is said in words."""
    rows, remarks = [], list(heard.remarks)
    for row in heard.reply.rows:
        amount = understood(Kind.NUMBER, row[_AMOUNT]) if len(row) > _AMOUNT else ""
        if amount is None:
            remarks.append(_MISREAD.format(text=row[_AMOUNT]))
        cells = list(row)
        cells[_AMOUNT : _AMOUNT + 1] = [amount or ""]
        rows.append(tuple(cells))
    return Said(Reply(rows=tuple(rows)), tuple(remarks))
