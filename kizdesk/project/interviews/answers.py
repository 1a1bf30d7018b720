"""Judge whether an answer has the shape its question asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Guide, OptionSource, Question, QuestionType, Repeat
from kizdesk.domain.interviews import Answer
from kizdesk.domain.options import GRADES, NOT_RATED, OF_TYPE, grades_of
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.library import Library

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_RATED = {option.id for option in (*GRADES, NOT_RATED)}
_SINGLE = (QuestionType.YES_NO, QuestionType.YES_NO_PARTLY, QuestionType.SINGLE, QuestionType.SCALE)


def refuse_misfit(guide: Guide, answer: Answer, snapshot: Snapshot, library: Library) -> None:
    """Raise UserError if an answer does not fit its question."""
    question = _question(guide, answer)
    if question.binding:
        raise UserError(
            f"Frage {question.number} wird im Gespräch selbst oder im Verzeichnis der Angebote beantwortet, nicht hier."
        )
    repeated = guide.section_of(question.id).repeat is Repeat.PER_FIELD
    if repeated != bool(answer.scope_id):
        wanted = "zu einem Handlungsfeld" if repeated else "ohne Handlungsfeld"
        raise UserError(f"Frage {question.number} wird {wanted} beantwortet.")
    _refuse_text(question, answer.text)
    _refuse_choices(question, answer.choices, _options(question, snapshot, library))
    _refuse_rows(question, answer.rows)


def _question(guide: Guide, answer: Answer) -> Question:
    try:
        return guide.question(answer.question_id)
    except KeyError:
        raise UserError(f"Die Frage „{answer.question_id}“ steht nicht im Leitfaden {guide.version}.") from None


def _refuse_text(question: Question, text: str) -> None:
    check = _TEXT_CHECKS.get(question.type)
    if text and check is not None:
        check(question, text)


def _refuse_number(question: Question, text: str) -> None:
    if not _NUMBER.fullmatch(text):
        raise UserError(f"Frage {question.number}: „{text}“ ist keine Zahl. Bitte eine Zahl eingeben.")


def _refuse_percent(question: Question, text: str) -> None:
    _refuse_number(question, text)
    if not 0 <= float(text) <= 100:
        raise UserError(f"Frage {question.number}: Bitte einen Anteil zwischen 0 und 100 Prozent eingeben.")


def _refuse_date(question: Question, text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise UserError(f"Frage {question.number}: „{text}“ ist kein Datum. Bitte ein Datum eingeben.") from None


_TEXT_CHECKS: dict[QuestionType, Callable[[Question, str], None]] = {
    QuestionType.NUMBER: _refuse_number,
    QuestionType.PERCENT: _refuse_percent,
    QuestionType.DATE: _refuse_date,
}


def _options(question: Question, snapshot: Snapshot, library: Library) -> set[str] | None:
    """Return the ids that may be chosen, or None for a question without choices."""
    if question.type in OF_TYPE:
        return {option.id for option in OF_TYPE[question.type]}
    if question.type is QuestionType.SCALE:
        return {option.id for option in grades_of(question)}
    if question.type not in (QuestionType.SINGLE, QuestionType.MULTIPLE):
        return None
    return _listed(question, snapshot, library)


def _listed(question: Question, snapshot: Snapshot, library: Library) -> set[str]:
    match question.option_source:
        case OptionSource.FIELDS:
            return set(snapshot.by_id(FieldOfAction))
        case OptionSource.MUNICIPALITIES:
            return set(snapshot.by_id(Municipality))
        case OptionSource.INDICATORS:
            return {option.id for option in library.indicators()}
        case OptionSource.OWN:
            return {option.id for option in question.options}


def _refuse_choices(question: Question, choices: tuple[str, ...], options: set[str] | None) -> None:
    if options is None:
        if choices:
            raise UserError(f"Frage {question.number} hat nichts zum Ankreuzen. Bitte mit Text antworten.")
        return
    unknown = [choice for choice in choices if choice not in options]
    if unknown:
        raise UserError(f"Frage {question.number}: „{unknown[0]}“ steht nicht zur Auswahl.")
    limit = 1 if question.type in _SINGLE else question.max_choices
    if limit and len(choices) > limit:
        raise UserError(f"Frage {question.number}: Bitte höchstens {limit} ankreuzen, es sind {len(choices)}.")


def _refuse_rows(question: Question, rows: tuple[tuple[str, ...], ...]) -> None:
    if question.type is QuestionType.SCALE_MATRIX:
        items = {item.id for item in question.items}
        for row in rows:
            if len(row) != 2 or row[0] not in items or row[1] not in _RATED:
                raise UserError(
                    f"Frage {question.number}: Bitte jede Zeile von 1 bis 5 oder „nicht beurteilbar“ werten."
                )
    elif question.type is QuestionType.TABLE:
        if any(len(row) > len(question.columns) for row in rows):
            raise UserError(f"Frage {question.number}: Die Tabelle hat nur {len(question.columns)} Spalten.")
    elif rows:
        raise UserError(f"Frage {question.number} hat keine Tabelle. Bitte mit Text antworten.")
