"""Print the offerings of a municipality that are known, to be confirmed, and empty blocks for others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from kizdesk.concept.naming import Naming
from kizdesk.domain.guide import Guide, Question, Section
from kizdesk.domain.interviews import Offering
from kizdesk.domain.texts import sort_key
from kizdesk.paperwork import Ask, Choice, Entry, FieldName, Line, Part, Pick
from kizdesk.project.forms import marks
from kizdesk.project.forms.entries import entries_of, grid, is_one
from kizdesk.project.forms.hints import hint_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of
from kizdesk.project.runner.ask import Ask as Asked
from kizdesk.project.runner.ask import Kind, Reply, Shape, ask
from kizdesk.project.runner.bound import read_offering
from kizdesk.project.runner.words import day_words, number_words

_KNOWN_HINT = (
    "Diese Angebote haben wir schon aufgenommen. Bitte kreuzen Sie zu jedem an, ob die Angaben noch stimmen; "
    "ausfüllen müssen Sie sie nicht noch einmal."
)
_NEW_HINT = (
    "Bitte füllen Sie für jedes Angebot einen dieser Blöcke aus. Blöcke, die Sie nicht brauchen, bleiben frei. "
    "Reichen sie nicht, legen Sie weitere Angebote bitte formlos bei."
)
_STAND = (
    Choice(marks.STILL_TRUE, "Stimmt so"),
    Choice(marks.HAS_CHANGED, "Hat sich geändert"),
    Choice(marks.IS_GONE, "Gibt es nicht mehr"),
)
_CHANGED = "Was hat sich geändert?"
_FUNDS = 3
_MONEY = "betrag_eur"


def offering_parts(
    project: OpenProject, guide: Guide, section: Section, municipality_id: str, blocks: int, *, with_known: bool
) -> Iterator[Part]:
    """Yield the part with what is known, then one part for each empty block."""
    known = offerings_of(project, municipality_id) if with_known else ()
    questions = [question for question in section.questions if not question.retired]
    if known and questions:
        naming = facts_of(project).naming
        asks = tuple(
            _known(project, naming, questions, offering, index) for index, offering in enumerate(known, start=1)
        )
        yield Part("Angebote, die wir kennen", asks, section.letter, _KNOWN_HINT)
    word = "Weiteres Angebot" if known else "Angebot"
    for number in range(1, blocks + 1):
        scope = marks.new_offering(number)
        asks = tuple(_new(project, guide, question, scope, section.id) for question in questions)
        yield Part(f"{word} {number}", asks, section.letter, _NEW_HINT if number == 1 else "", keep_together=True)


def offerings_of(project: OpenProject, municipality_id: str) -> tuple[Offering, ...]:
    """Return the offerings of a municipality that have a name, in its order."""
    own = [item for item in project.snapshot.all(Offering) if item.municipality_id == municipality_id and item.title]
    return tuple(sorted(own, key=lambda item: sort_key(item.title)))


def offering_words(project: OpenProject, questions: Iterable[Question], offering: Offering) -> tuple[str, ...]:
    """Return what is known of an offering, a line for each question that is answered, its title left out."""
    lines = []
    for question in questions:
        if question.binding == "offering.title":
            continue
        words = _words(ask(project, question), read_offering(offering, question.binding))
        if words:
            short = question.short or question.text
            lines.append(f"{short}: {words.removeprefix(short).lstrip()}")
    return tuple(lines)


def _known(project: OpenProject, naming: Naming, questions: list[Question], offering: Offering, number: int) -> Ask:
    name = FieldName(questions[0].id, offering.id)
    entries = (
        Pick(name.at_row(marks.STAND), _STAND),
        Line(name.at_row(marks.CHANGED), _CHANGED, lines=2),
    )
    words = offering_words(project, questions, offering) or ("Mehr als der Name ist uns nicht bekannt.",)
    free = partial(naming.free, interview_id=offering.interview_id, municipality_id=offering.municipality_id)
    title, *printed = map(free, (offering.title, *words))
    return Ask(f"{number}.", title, entries, known=tuple(printed), keep_together=True)


def _new(project: OpenProject, guide: Guide, question: Question, scope: str, section_id: str) -> Ask:
    asked, name = ask(project, question), FieldName(question.id, scope)
    entries: tuple[Entry, ...] = (
        (grid(question, name, _FUNDS),) if asked.shape is Shape.TABLE else entries_of(project, asked, name)
    )
    hint = hint_of(project, guide, asked, (section_id,))
    return Ask(question.number, question.text, entries, hint, keep_together=is_one(entries))


def _words(asked: Asked, reply: Reply) -> str:
    labels = {option.id: option.label for option in asked.options}
    chosen = ", ".join(labels.get(choice, choice) for choice in reply.choices)
    lines = ", ".join(
        f"{spec.label} {_spelled(spec.kind, text)}".strip()
        for spec, text in zip(asked.lines, reply.lines, strict=False)
        if text
    )
    money = [column.id == _MONEY for column in asked.columns]
    rows = "; ".join(
        ", ".join(_euros(cell) if is_money else cell for cell, is_money in zip(row, money, strict=False) if cell)
        for row in reply.rows
    )
    return ", ".join(filter(None, (chosen, lines, rows, " ".join(reply.text.split()))))


def _spelled(kind: Kind, text: str) -> str:
    match kind:
        case Kind.DAY:
            return day_words(text)
        case Kind.NUMBER | Kind.WHOLE:
            return number_words(text)
        case _:
            return text


def _euros(amount: str) -> str:
    return f"{number_words(amount)} Euro"
