"""Read the evidence: what a field of action rests on, and what of an answer is marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kizdesk.concept.facts import Facts
from kizdesk.domain.answering import is_hidden
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction, Measure
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer, Evidence, EvidenceKind, Interview, is_stale
from kizdesk.domain.texts import fold, sort_key
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of
from kizdesk.project.wording.labels import Labels

_HIDDEN = "derzeit nicht gefragt"


@dataclass(frozen=True, slots=True)
class EvidenceFilter:
    """Say which evidence is wanted; what is left empty lets all pass."""

    field_id: str = ""
    municipality_id: str = ""
    kind: EvidenceKind | None = None
    only_stale: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class UsedBy:
    """Be a measure that rests on a piece of evidence."""

    measure_id: str
    title: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Be one marked passage with where it comes from and what rests on it."""

    id: str
    field_id: str
    field: str
    kind: EvidenceKind
    kind_text: str
    wording: str
    """People who did not consent to being named stand in it by function."""
    note: str
    start: int
    end: int
    """Offsets in characters into the passage text of the answer."""
    hidden: bool
    """The answer is only kept: it is not asked for any more, and the passage counts nowhere."""
    stale: bool
    """The answer was edited; the wording no longer stands there."""
    municipality_id: str
    municipality: str
    interview_id: str
    answer_id: str
    question_id: str
    number: str
    where: str
    """Such as ``Dormagen, Frage B.5``."""
    target: Target
    """Where the answer stands."""
    measures: tuple[UsedBy, ...]


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """Count the evidence of one field of action."""

    field_id: str
    title: str
    strand_text: str
    adopted: bool
    counts: Mapping[EvidenceKind, int]
    municipalities: int
    """How many municipalities speak."""
    stale: int
    unused: int
    """Passages on which no measure rests."""

    @property
    def total(self) -> int:
        """Return how many passages there are."""
        return sum(self.counts.values())


def evidence(project: OpenProject, wanted: EvidenceFilter | None = None) -> tuple[EvidenceRow, ...]:
    """Return the evidence that passes a filter: by field, kind, municipality and place in the text."""
    wish = wanted or EvidenceFilter()
    book = _Book(project)
    rows = [book.row(item) for item in project.snapshot.all(Evidence) if _asked_for(item, wish)]
    return tuple(sorted((row for row in rows if _passes(row, wish)), key=book.order))


def evidence_of_field(project: OpenProject, field_id: str) -> tuple[EvidenceRow, ...]:
    """Return what a field of action has as evidence."""
    return evidence(project, EvidenceFilter(field_id=field_id))


def evidence_of_measure(project: OpenProject, measure_id: str) -> tuple[EvidenceRow, ...]:
    """Return what a measure rests on, in the order in which it was chosen."""
    snapshot, book = project.snapshot, _Book(project)
    known = snapshot.by_id(Evidence)
    chosen = snapshot.get(Measure, measure_id).evidence_ids
    return tuple(book.row(known[evidence_id]) for evidence_id in chosen if evidence_id in known)


def evidence_of_answer(project: OpenProject, answer_id: str) -> tuple[EvidenceRow, ...]:
    """Return what is marked in an answer, in the order of its text."""
    book = _Book(project)
    marked = [item for item in project.snapshot.all(Evidence) if item.answer_id == answer_id]
    return tuple(book.row(item) for item in sorted(marked, key=lambda item: (item.start, item.end, item.id)))


def evidence_counts(project: OpenProject) -> tuple[FieldEvidence, ...]:
    """Return the counts of every field of action, those of the concept and those with evidence, in their order."""
    book, facts = _Book(project), facts_of(project)
    found = []
    for field in facts.fields:
        pieces = facts.evidence.get(field.id, ())
        if pieces or field in facts.adopted:
            rows = [row for row in map(book.row, pieces) if not row.hidden]
            found.append(book.counted(field, rows, adopted=field in facts.adopted))
    return tuple(found)


def passages_per_field(project: OpenProject) -> Counter[str]:
    """Return how many passages each field of action has, without those of answers that are only kept."""
    snapshot = project.snapshot
    answers, interviews = snapshot.by_id(Answer), snapshot.by_id(Interview)
    found: Counter[str] = Counter()
    for item in snapshot.all(Evidence):
        answer = answers.get(item.answer_id)
        interview = interviews.get(answer.interview_id) if answer is not None else None
        if (
            answer is None
            or interview is None
            or not is_hidden(guide_of(project, interview), interview, answer, answers)
        ):
            found[item.field_id] += 1
    return found


class _Book:
    """Know for each passage its answer, its interview, its question and the measures that rest on it."""

    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self._labels = Labels(project.library)
        self._facts: Facts = facts_of(project)
        snapshot = self._facts.snapshot
        self._answers: Mapping[str, Answer] = snapshot.by_id(Answer)
        self._interviews: Mapping[str, Interview] = snapshot.by_id(Interview)
        self._kinds = {kind: self._labels.of(kind) for kind in EvidenceKind}
        self._fields = {field.id: place for place, field in enumerate(self._facts.fields)}
        self._used: dict[str, list[UsedBy]] = {}
        for measure in snapshot.all(Measure):
            for evidence_id in measure.evidence_ids:
                self._used.setdefault(evidence_id, []).append(UsedBy(measure.id, measure.title))

    def row(self, item: Evidence) -> EvidenceRow:
        answer = self._answers.get(item.answer_id)
        interview = self._interviews.get(answer.interview_id) if answer else None
        number = self._number(interview, answer) if interview and answer else ""
        place = self._facts.place(interview.municipality_id) if interview else ""
        question_id = answer.question_id if answer else ""
        hidden = self._is_hidden(interview, answer)
        return EvidenceRow(
            id=item.id,
            field_id=item.field_id,
            field=self._facts.field_title(item.field_id),
            kind=item.kind,
            kind_text=self._kinds[item.kind],
            wording=self._facts.naming.free(item.wording, answer.interview_id if answer else ""),
            note=item.note,
            start=item.start,
            end=item.end,
            stale=is_stale(item, answer),
            municipality_id=interview.municipality_id if interview else "",
            municipality=place,
            interview_id=interview.id if interview else "",
            answer_id=item.answer_id,
            question_id=question_id,
            number=number,
            hidden=hidden,
            where=", ".join(filter(None, [place, number and f"Frage {number}", _HIDDEN if hidden else ""])),
            target=Target(Step.STOCK_TAKING, "answer", item.answer_id, question_id),
            measures=tuple(self._used.get(item.id, ())),
        )

    def counted(self, field: FieldOfAction, rows: list[EvidenceRow], *, adopted: bool) -> FieldEvidence:
        return FieldEvidence(
            field_id=field.id,
            title=field.title,
            strand_text=self._labels.of(field.strand),
            adopted=adopted,
            counts={kind: sum(row.kind is kind for row in rows) for kind in EvidenceKind},
            municipalities=len({row.municipality_id for row in rows if row.municipality_id}),
            stale=sum(row.stale for row in rows),
            unused=sum(not row.measures for row in rows),
        )

    def order(self, row: EvidenceRow) -> tuple[object, ...]:
        kinds = list(EvidenceKind)
        place = self._fields.get(row.field_id, len(self._fields))
        return place, kinds.index(row.kind), sort_key(row.municipality), row.number, row.start, row.id

    def _is_hidden(self, interview: Interview | None, answer: Answer | None) -> bool:
        if interview is None or answer is None:
            return False
        return is_hidden(guide_of(self._project, interview), interview, answer, self._answers)

    def _number(self, interview: Interview, answer: Answer) -> str:
        guide: Guide = guide_of(self._project, interview)
        try:
            return guide.question(answer.question_id).number
        except KeyError:
            return ""


def _asked_for(item: Evidence, wish: EvidenceFilter) -> bool:
    return (not wish.field_id or item.field_id == wish.field_id) and (wish.kind is None or item.kind is wish.kind)


def _passes(row: EvidenceRow, wish: EvidenceFilter) -> bool:
    if wish.municipality_id and row.municipality_id != wish.municipality_id:
        return False
    if wish.only_stale and not row.stale:
        return False
    return all(word in _folded(row) for word in fold(wish.words).split()) if wish.words else True


def _folded(row: EvidenceRow) -> str:
    return fold(" ".join(_texts(row)))


def _texts(row: EvidenceRow) -> Iterator[str]:
    yield from (row.wording, row.note, row.field, row.where, row.kind_text)
    yield from (used.title for used in row.measures)
