"""Say how far the steps are that listen to the municipalities: stock-taking and evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.german import figure
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Evidence, Interview
from kizdesk.project.overview.given import Given, StepState
from kizdesk.project.overview.phrases import Part, some
from kizdesk.project.stocktaking import Matrix, MatrixRow, Stand, matrix

_SEVERAL = 2
_TOLD_BY_ROWS = ("interview_missing", "interview_unfinished", "answer_later", "interview_open_questions")


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
    return given.state(
        step, share, f"{done} von {len(rows)} Kommunen", _stocktaking_parts(given, table), target or later
    )


def evaluation_state(given: Given) -> StepState:
    """Return how much evidence there is, and which fields have none."""
    step, snapshot = Step.EVALUATION, given.facts.snapshot
    if given.is_city and not given.facts.municipalities:
        return StepState(step, 1.0, "ohne Kommunen", "", None)
    pieces = snapshot.all(Evidence)
    supported = {item.field_id for item in pieces}
    fields = given.facts.adopted
    bare = [field for field in fields if field.id not in supported]
    parts = list(given.phrases.parts(given.of(step)))
    target: Target | None = None
    if not pieces:
        parts.append(
            Part("Belege aus den Gesprächen" if snapshot.all(Interview) else "Gespräche zum Auswerten", _SEVERAL)
        )
        target = Target(step, "evidence")
    elif bare:
        named = some([f"„{field.title}“" for field in bare], "Belege zu {names}", "Belege zu {n} Handlungsfeldern")
        parts.append(Part(named, len(bare), plural=True))
        target = Target(step, "evidence", "", bare[0].id)
    share = _supported_share(len(fields), len(bare), len(pieces), len(given.pressing(step)))
    line = "ein Beleg" if len(pieces) == 1 else f"{figure(len(pieces))} Belege" if pieces else "noch keine Belege"
    first = next((finding.target for finding in given.of(step)), None)
    return given.state(step, share, line, parts, first or target)


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
        *_places(
            waiting, "Gespräch in {names}" if len(waiting) == 1 else "Gespräche in {names}", "Gespräche in {n} Kommunen"
        ),
        *_places(_in(rows, Stand.RUNNING), "Abschluss in {names}", "Abschluss in {n} Kommunen"),
    ]
    later = table.later.count
    if later:
        parts.append(
            Part("eine nachzureichende Antwort" if later == 1 else f"{later} nachzureichende Antworten", later)
        )
    findings = [finding for finding in given.of(Step.STOCK_TAKING) if finding.rule not in _TOLD_BY_ROWS]
    return [*parts, *given.phrases.parts(findings)]


def _in(rows: Sequence[MatrixRow], *stands: Stand) -> list[str]:
    return [row.name for row in rows if row.stand in stands]


def _places(names: Sequence[str], few: str, many: str) -> Iterator[Part]:
    if names:
        yield Part(some(names, few, many), len(names))
