"""Say how far the steps are that listen to the municipalities: stock-taking and evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.german import capital, figure
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, Evidence, Interview
from kizdesk.domain.stand import Stand, stand_of
from kizdesk.project.evaluation.passages import TO_READ
from kizdesk.project.missing import Missing
from kizdesk.project.overview.given import Given, StepState
from kizdesk.project.overview.phrases import Part, some
from kizdesk.project.stocktaking import Matrix, MatrixRow, matrix

_REQUIRED = "required_unanswered"
_TOLD_BY_ROWS = (_REQUIRED, "interview_missing", "interview_unfinished", "answer_later", "interview_open_questions")


def stocktaking_state(given: Given) -> StepState:
    """Return how many municipalities were heard, and where interviews and answers are still to come."""
    step = Step.STOCK_TAKING
    if not given.facts.municipalities:
        line = "ohne Kommunen" if given.is_city else "noch keine Kommunen"
        return StepState(step, 1.0 if given.is_city else 0.0, line, "", None)
    table = matrix(given.project)
    rows = table.rows
    done = sum(row.stand.is_done for row in rows)
    share = sum(1.0 if row.stand.is_done else row.total.share for row in rows) / len(rows)
    target = next((row.target for row in sorted(rows, key=_urgency) if not row.stand.is_done), None)
    later = next((row.target for row in rows if row.total.later), None)
    required = next((finding.target for finding in given.of(step) if finding.rule == _REQUIRED), None)
    line = f"{done} von {len(rows)} Kommunen"
    return given.state(step, share, line, _stocktaking_parts(given, table), required or target or later)


def evaluation_state(given: Given) -> StepState:
    """Return how much evidence there is, and which fields and municipalities have none.

    It is done when every municipality was heard and is quoted at least once, and every field has evidence; an answer
    without any is no gap, for many show nothing.
    """
    step, snapshot = Step.EVALUATION, given.facts.snapshot
    if given.is_city and not given.facts.municipalities:
        return StepState(step, 1.0, "ohne Kommunen", "", None)
    pieces = snapshot.all(Evidence)
    supported = {item.field_id for item in pieces}
    fields = given.facts.adopted
    bare = [field for field in fields if field.id not in supported]
    unheard, silent = _unheard(given), _silent(given)
    told = [*given.phrases.parts(given.of(step)), *_evidence_parts(given, bare, silent, unheard)]
    share = _supported_share(len(fields), len(bare), len(pieces), len(given.pressing(step)))
    heard = 1 - (unheard + len(silent)) / max(len(given.facts.municipalities), 1)
    line = "ein Beleg" if len(pieces) == 1 else f"{figure(len(pieces))} Belege" if pieces else "noch keine Belege"
    first = next((finding.target for finding in given.of(step)), None)
    return given.state(step, share * heard, line, told, first or _evidence_target(bare, silent, pieces))


def _evidence_parts(given: Given, bare: Sequence[FieldOfAction], silent: Sequence[str], unheard: int) -> Iterator[Part]:
    step, heard = Step.EVALUATION, Target(Step.STOCK_TAKING)
    if not given.facts.snapshot.all(Evidence):
        begun = bool(given.facts.snapshot.all(Interview))
        words = "Belege aus den Gesprächen" if begun else "Gespräche zum Auswerten"
        place = Target(step, "evidence") if begun else heard
        yield Part(words, plural=True, points=(Missing(words, place),))
        return
    if bare:
        named = some([f"„{field.title}“" for field in bare], "Belege zu {names}", "Belege zu {n} Handlungsfeldern")
        each = [Missing(f"Belege zu „{field.title}“", Target(step, "evidence", "", field.id)) for field in bare]
        yield Part(named, len(bare), plural=True, points=tuple(each))
    if silent:
        named = some(silent, "Belege aus {names}", "Belege aus {n} Kommunen")
        each = [Missing(f"Belege aus {name}", Target(step, "evidence", "", TO_READ)) for name in silent]
        yield Part(named, len(silent), plural=True, points=tuple(each))
    if unheard:
        words = "Antworten einer Kommune" if unheard == 1 else f"Antworten von {unheard} Kommunen"
        yield Part(words, plural=True, points=(Missing(words, heard),))


def _evidence_target(bare: Sequence[FieldOfAction], silent: Sequence[str], pieces: Sequence[Evidence]) -> Target:
    step = Step.EVALUATION
    if pieces and bare:
        return Target(step, "evidence", "", bare[0].id)
    if silent:
        return Target(step, "evidence", "", TO_READ)
    return Target(Step.STOCK_TAKING) if pieces else Target(step, "evidence")


def _unheard(given: Given) -> int:
    """Return with how many municipalities no interview is finished."""
    return sum(not done for done in _finished(given).values())


def _silent(given: Given) -> list[str]:
    """Return the names of the municipalities that were heard, but whose answers hold no evidence."""
    snapshot = given.facts.snapshot
    answers = snapshot.by_id(Answer)
    marked = {answers[item.answer_id].interview_id for item in snapshot.all(Evidence) if item.answer_id in answers}
    quoted = {interview.municipality_id for interview in snapshot.all(Interview) if interview.id in marked}
    return [given.facts.place(place) for place, done in _finished(given).items() if done and place not in quoted]


def _finished(given: Given) -> dict[str, bool]:
    """Tell of every municipality whether an interview with it is finished."""
    held: dict[str, list[Interview]] = {}
    for interview in given.facts.snapshot.all(Interview):
        held.setdefault(interview.municipality_id, []).append(interview)
    return {place.id: stand_of(held.get(place.id, ())).is_done for place in given.facts.municipalities}


def _supported_share(fields: int, bare: int, pieces: int, gaps: int) -> float:
    if not pieces:
        return 0.0
    if not fields:
        return 0.5
    return (fields - bare) / fields * (0.9 if gaps else 1.0)


def _urgency(row: MatrixRow) -> int:
    return (Stand.OPEN, Stand.PLANNED, Stand.RUNNING, Stand.DONE, Stand.RELEASED).index(row.stand)


def _stocktaking_parts(given: Given, table: Matrix) -> list[Part]:
    rows = table.rows
    waiting = _in(rows, Stand.OPEN, Stand.PLANNED)
    parts = [
        *_required(given),
        *_places(waiting, "Gespräch in {names}", "Gespräche in {names}", "Gespräche in {n} Kommunen"),
        *_places(_in(rows, Stand.RUNNING), "Abschluss in {names}", "Abschluss in {names}", "Abschluss in {n} Kommunen"),
        *_later(table),
    ]
    findings = [finding for finding in given.of(Step.STOCK_TAKING) if finding.rule not in _TOLD_BY_ROWS]
    return [*parts, *given.phrases.parts(findings)]


def _later(table: Matrix) -> Iterator[Part]:
    """Count the answers that are still to come; each municipality is a point."""
    rows = [row for row in table.rows if row.total.later]
    if rows:
        each = [Missing(f"{capital(_answers(row.total.later))} aus {row.name}", row.target) for row in rows]
        count = table.later.count
        where = rows[0].name if len(rows) == 1 else f"{len(rows)} Kommunen"
        yield Part(f"{_answers(count)} aus {where}", len(rows), plural=count > 1, points=tuple(each))


def _answers(count: int) -> str:
    return "eine zugesagte Antwort" if count == 1 else f"{count} zugesagte Antworten"


def _required(given: Given) -> Iterator[Part]:
    """Name the required answer that is missing in an interview; several are counted."""
    found = [finding for finding in given.of(Step.STOCK_TAKING) if finding.rule == _REQUIRED]
    if not found:
        return
    each = [Missing("Pflichtangabe {frage} ({kommune})".format(**one.values), one.target) for one in found]
    if len(each) == 1:
        yield Part(each[0].text, points=tuple(each))
        return
    first = found[0].values
    alone = len({one.values["kommune"] for one in found}) == 1
    words = f"{len(found)} Pflichtangaben" + (f" aus {first['kommune']}" if alone else "")
    yield Part(words, len(found), plural=True, points=tuple(each))


def _in(rows: Sequence[MatrixRow], *stands: Stand) -> list[MatrixRow]:
    return [row for row in rows if row.stand in stands]


def _places(rows: Sequence[MatrixRow], one: str, few: str, many: str) -> Iterator[Part]:
    if rows:
        text = some([row.name for row in rows], few if len(rows) > 1 else one, many)
        yield Part(text, len(rows), points=tuple(Missing(one.format(names=row.name), row.target) for row in rows))
