"""Put what a form says beside what the project knows: answer by answer, offering by offering, person by person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kizdesk.domain.answering import is_filled
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer, Continuation, Interview, Offering, answer_id
from kizdesk.domain.people import Person
from kizdesk.domain.texts import fold
from kizdesk.project.forms import marks
from kizdesk.project.forms.contents import DOUBT, Contents, Heard, HeardOffering, HeardPerson, HeardStand
from kizdesk.project.forms.offerings import offering_words
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.bound import offering_values
from kizdesk.project.runner.known import conversations, origin_words
from kizdesk.project.runner.replies import text_in
from kizdesk.project.runner.words import reply_words

_PERSON = ("name", "function", "unit", "phone", "email")
_ROLE = "Expertengespräch"
_STANDS = {
    marks.STILL_TRUE: "Die Angaben stimmen noch.",
    marks.HAS_CHANGED: "Die Angaben haben sich geändert.",
    marks.IS_GONE: "Das Angebot gibt es nicht mehr.",
}
_NAMELESS = "ohne Namen"
_REGISTER = "aus dem Verzeichnis der Angebote"
_PEOPLE = "von der Seite „Personen“"
OWN = "in diesem Gespräch"
"""Where stands what an earlier file of the same form said, or what somebody typed or mended since."""


class Standing(StrEnum):
    """Tell how one answer of a form stands to what the project knows."""

    NEW = "neu"
    EQUAL = "gleich"
    DIFFERENT = "abweichend"


@dataclass(frozen=True, slots=True)
class Entry:
    """Be one answer, offering or person of a form beside what the project knows of it."""

    key: str
    """What is chosen by; it stays the same however often the file is read."""
    title: str
    standing: Standing
    old: tuple[str, ...]
    new: tuple[str, ...]
    source: str = ""
    """Where the old comes from, such as ``aus dem Gespräch vom 12.03.2026``."""
    remarks: tuple[str, ...] = ()
    """What was not understood or found no place; it is kept as a note."""
    doubtful: bool = False
    """Somebody should look into the PDF: it says two things, or lost letters."""
    undecided: bool = False
    """It denies itself, so that nobody should take it over unseen."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Be an entry with the records it would leave, what it becomes if it is taken over."""

    entry: Entry
    before: Any
    """The record that would be edited; None if one would be added."""
    after: Any
    notes: tuple[str, ...] = ()
    """What is kept in the note of the interview, because the record has no place for it that is not printed."""


@dataclass(frozen=True, slots=True)
class Target:
    """Be the interview that a form belongs to; it may not be there yet."""

    interview_id: str
    form_id: str
    municipality_id: str
    guide: Guide
    is_there: bool


class Comparer:
    """Compare the contents of a form with a project."""

    def __init__(self, project: OpenProject, target: Target) -> None:
        self._project = project
        self._target = target
        self._snapshot = project.snapshot
        self._questions = [item for item in target.guide.questions() if item.binding.startswith("offering.")]
        held = self._snapshot.find(Interview, target.interview_id)
        self._noted = held.note if held is not None else ""
        self._others = conversations(project, target.municipality_id, target.guide.id)

    def compared(self, contents: Contents) -> tuple[Compared, ...]:
        """Return everything a form says that can be taken over, in the order of the form."""
        return (
            *(self._person(person) for person in contents.people),
            *(self._answer(heard) for heard in contents.answers),
            *(self._stand(stand) for stand in contents.stands),
            *(self._offering(offering) for offering in contents.offerings),
        )

    def _answer(self, heard: Heard) -> Compared:
        own = self._snapshot.find(Answer, self._answer_id(heard))
        after = self._written(heard, own)
        known, source = (own, OWN) if own is not None else self._known(heard)
        old = self._words(heard, known)
        entry = Entry(
            key=heard.key,
            title=self._title(heard),
            standing=_answer_standing(heard, after, known, is_own=own is not None),
            old=old,
            new=() if heard.said.reply.is_empty else self._words(heard, after),
            source=source if old else "",
            remarks=heard.said.remarks,
            doubtful=heard.doubtful or heard.said.denies_itself,
            undecided=heard.said.denies_itself,
        )
        return Compared(entry, own, after)

    def _answer_id(self, heard: Heard) -> str:
        return answer_id(self._target.interview_id, heard.question.id, heard.scope_id)

    def _title(self, heard: Heard) -> str:
        field = self._snapshot.find(FieldOfAction, heard.scope_id)
        return f"{heard.question.name} · {field.title}" if field is not None else heard.question.name

    def _written(self, heard: Heard, own: Answer | None) -> Answer:
        """Return the answer as it would stand; what is left blank in the form takes nothing away."""
        blank = Answer(
            id=self._answer_id(heard),
            interview_id=self._target.interview_id,
            question_id=heard.question.id,
            scope_id=heard.scope_id,
        )
        before, reply = own or blank, heard.said.reply
        note = _noted(before.note, heard.said.remarks)
        if reply.is_empty:
            return replace(before, note=note)
        text = text_in(heard.question, reply)
        return replace(before, text=text, choices=reply.choices, rows=reply.rows, state=blank.state, note=note)

    def _known(self, heard: Heard) -> tuple[Answer | None, str]:
        for other in self._others:
            answer = self._snapshot.find(Answer, answer_id(other.id, heard.question.id, heard.scope_id))
            if answer is not None and is_filled(answer):
                return answer, f"aus {origin_words(other)}"
        return None, ""

    def _words(self, heard: Heard, answer: Answer | None) -> tuple[str, ...]:
        return reply_words(self._project, heard.question, answer) if answer is not None and is_filled(answer) else ()

    def _person(self, heard: HeardPerson) -> Compared:
        before = self._person_known(heard)
        cells = dict(zip(_PERSON, heard.cells, strict=False))
        if before is None:
            place = self._target.municipality_id
            after = Person(id=self._person_id(heard), municipality_id=place, roles=(_ROLE,), **cells)
        else:
            said: dict[str, Any] = {name: cell for name, cell in cells.items() if cell}
            after = replace(before, **said)
        entry = Entry(
            key=f"person/{heard.row}",
            title=f"Mitgewirkt: {after.known_as}",
            standing=_standing(before, after),
            old=_person_words(before) if before is not None else (),
            new=_person_words(after),
            source=_PEOPLE if before is not None else "",
            remarks=(DOUBT,) if heard.doubtful else (),
            doubtful=heard.doubtful,
        )
        return Compared(entry, before, after)

    def _person_known(self, heard: HeardPerson) -> Person | None:
        """Find a person of the municipality by name, one without a name by the function, or who came in this row."""
        came = self._snapshot.find(Person, self._person_id(heard))
        alike = [person for person in self._snapshot.all(Person) if self._is_meant(person, heard)]
        return came if came in alike or not alike else alike[0]

    def _is_meant(self, person: Person, heard: HeardPerson) -> bool:
        if person.municipality_id != self._target.municipality_id:
            return False
        name, function = fold(heard.cells[0]), fold(heard.cells[1])
        return fold(person.name) == name if name else not person.name and fold(person.function) == function

    def _person_id(self, heard: HeardPerson) -> str:
        return f"{self._target.form_id}/person{heard.row}"

    def _offering(self, heard: HeardOffering) -> Compared:
        values: dict[str, Any] = {}
        for question, said in heard.replies:
            if not said.reply.is_empty:
                filled = offering_values(question.binding, said.reply)
                values |= {name: value for name, value in filled.items() if value not in ("", None, ())}
        before = self._offering_known(heard.scope, str(values.get("title", "")))
        blank = Offering(
            id=self._offering_id(heard.scope),
            title="",
            municipality_id=self._target.municipality_id,
            interview_id=self._target.interview_id,
        )
        after = replace(before or blank, **values)
        title = f"Angebot „{after.title or _NAMELESS}“"
        notes = tuple(f"{title}, {remark}" for remark in heard.remarks)
        entry = Entry(
            key=f"angebot/{heard.scope}",
            title=title,
            standing=self._noted_standing(before, after, notes),
            old=self._offering_words(before) if before is not None else (),
            new=self._offering_words(after),
            source=_REGISTER if before is not None else "",
            remarks=heard.remarks,
            doubtful=heard.doubtful,
        )
        return Compared(entry, before, after, notes)

    def _stand(self, heard: HeardStand) -> Compared:
        before = heard.offering
        title = f"Angebot „{before.title}“"
        said = " ".join(filter(None, (_STANDS.get(heard.stand, ""), heard.text)))
        notes = () if heard.stand == marks.STILL_TRUE and not heard.text else (f"{title}: {said}",)
        after = replace(before, continuation=Continuation.END) if heard.stand == marks.IS_GONE else before
        entry = Entry(
            key=f"angebot/{before.id}",
            title=title,
            standing=self._noted_standing(before, after, notes),
            old=self._offering_words(before),
            new=(said,),
            source=_REGISTER,
            remarks=(DOUBT,) if heard.doubtful else (),
            doubtful=heard.doubtful,
        )
        return Compared(entry, before, after, notes)

    def _noted_standing(self, before: object, after: object, notes: Sequence[str]) -> Standing:
        standing = _standing(before, after)
        is_new = any(line not in self._noted for line in notes)
        return Standing.DIFFERENT if standing is Standing.EQUAL and is_new else standing

    def _offering_id(self, scope: str) -> str:
        return f"{self._target.form_id}/{scope}"

    def _offering_known(self, scope: str, title: str) -> Offering | None:
        """Find the offering that came from this very block, or one of the municipality that has the same name."""
        came = self._snapshot.find(Offering, self._offering_id(scope))
        if came is not None or not title:
            return came
        own = (it for it in self._snapshot.all(Offering) if it.municipality_id == self._target.municipality_id)
        return next((offering for offering in own if fold(offering.title) == fold(title)), None)

    def _offering_words(self, offering: Offering) -> tuple[str, ...]:
        return (offering.title or _NAMELESS, *offering_words(self._project, self._questions, offering))


def standing_of(entries: Sequence[Entry]) -> Standing:
    """Tell how a whole form stands to the project."""
    standings = {entry.standing for entry in entries}
    if Standing.DIFFERENT in standings:
        return Standing.DIFFERENT
    return Standing.EQUAL if standings == {Standing.EQUAL} else Standing.NEW


def _answer_standing(heard: Heard, after: Answer, known: Answer | None, *, is_own: bool) -> Standing:
    if known is None or not (is_filled(known) or (is_own and known.note)):
        return Standing.NEW
    same_note = not is_own or known.note == after.note
    if heard.said.reply.is_empty:
        return Standing.EQUAL if same_note and is_own else Standing.NEW
    return Standing.EQUAL if same_note and _essence(known) == _essence(after) else Standing.DIFFERENT


def _essence(answer: Answer) -> tuple[object, ...]:
    """Return what an answer says, without blanks around it and without the order of what is ticked."""
    rows = tuple(tuple(cell.strip() for cell in row) for row in answer.rows if any(row))
    trimmed = tuple(_without_end(row) for row in rows)
    return answer.text.strip(), frozenset(answer.choices), trimmed


def _without_end(row: tuple[str, ...]) -> tuple[str, ...]:
    filled = [place for place, cell in enumerate(row, start=1) if cell]
    return row[: filled[-1]] if filled else ()


def _standing(before: object, after: object) -> Standing:
    if before is None:
        return Standing.NEW
    return Standing.EQUAL if before == after else Standing.DIFFERENT


def _noted(text: str, remarks: Sequence[str]) -> str:
    new = [remark for remark in remarks if remark not in text]
    return "\n".join(filter(None, (text, *new)))


def _person_words(person: Person) -> tuple[str, ...]:
    return tuple(_told(person))


def _told(person: Person) -> Iterator[str]:
    yield ", ".join(filter(None, (person.name, person.function, person.unit)))
    if reached := ", ".join(filter(None, (person.phone, person.email))):
        yield reached
