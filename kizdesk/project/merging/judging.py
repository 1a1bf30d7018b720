"""Judge how each interview of another copy stands to ours, and what taking it over would write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kizdesk.domain.answering import is_filled
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, InterviewStatus, Offering
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.domain.places import Municipality
from kizdesk.domain.texts import fold, sort_key
from kizdesk.project.interviews.told_apart import told_apart
from kizdesk.project.memory import collector_paused
from kizdesk.project.merging import phrases
from kizdesk.project.merging.belonging import Belongings, Key, key_of
from kizdesk.project.merging.editions import Editions
from kizdesk.project.merging.fitting import Fitted, Fitter
from kizdesk.project.merging.other import READ, OtherCopy, Progress
from kizdesk.project.merging.showing import places_of
from kizdesk.project.merging.strictness import Strictness
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import edits
from kizdesk.project.wording.labels import Labels

_STAY_GONE: tuple[type[Record], ...] = (Person, PrivacyConsent)
"""What was deleted here is not brought back, whatever comes with an interview."""
_STAY_GONE_WITH: tuple[type[Record], ...] = (*_STAY_GONE, Offering, Attachment, Evidence)
"""The same where the interview itself is still here."""


class Standing(StrEnum):
    """Tell how an interview of another copy stands to ours."""

    NEW = "neu"
    DIFFERENT = "abweichend"
    DELETED = "gelöscht"
    """It was deleted here."""
    IMPOSSIBLE = "nicht möglich"
    """It cannot be taken over: something it needs is not here."""
    EQUAL = "gleich"


STANDING_WORDS = {
    Standing.NEW: "neu",
    Standing.EQUAL: "gleich",
    Standing.DIFFERENT: "abweichend",
    Standing.DELETED: "hier gelöscht",
    Standing.IMPOSSIBLE: "nicht möglich",
}
TAKEABLE = frozenset((Standing.NEW, Standing.DIFFERENT, Standing.DELETED))
"""What can be taken over, all but the first only if somebody chooses it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Be a record before and after an interview is taken over; one of them may be None."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Return the record as it will be, or as it was."""
        found = self.after if self.after is not None else self.before
        if found is None:
            raise ValueError("a pair needs a record")
        return found


@dataclass(frozen=True, slots=True)
class Met:
    """Be one interview of another copy with how it stands to ours, and in German what that means."""

    interview: Interview
    standing: Standing
    municipality: str
    sentence: str
    remarks: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    """What taking it over changes."""
    answers: int = 0
    """How many answers it holds there."""
    apart: str = ""
    """What tells it from another of the same municipality and day."""
    is_only_planned_here: bool = False
    """It was held there and is here as it was planned, without anything in it."""

    @property
    def id(self) -> str:
        """Return the id of the interview."""
        return self.interview.id

    @property
    def held_on(self) -> date | None:
        """Return its day."""
        return self.interview.held_on

    @property
    def is_proposed(self) -> bool:
        """Tell whether it is chosen unless somebody says otherwise: nothing said here would be lost."""
        return self.standing is Standing.NEW or (self.standing is Standing.DIFFERENT and self.is_only_planned_here)

    @property
    def takeable(self) -> bool:
        """Tell whether it can be taken over."""
        return self.standing in TAKEABLE

    def changes(self) -> Iterator[Change]:
        """Yield what taking it over writes."""
        for pair in self.pairs:
            if pair.before is None and pair.after is not None:
                yield Create(pair.after)
            elif pair.before is not None and pair.after is None:
                yield Delete(type(pair.before), pair.before.id)
            elif pair.before is not None and pair.after is not None:
                yield from edits(pair.before, pair.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Be another copy beside the project: its interviews, and what is taken over in any case."""

    project: OpenProject
    """The project as it was compared."""
    met: tuple[Met, ...]
    only_here: int
    """How many interviews only this project has."""
    revocations: tuple[Update | Delete, ...] = ()
    """What ends Einwilligungen that were revoked or deleted there."""

    def of(self, standing: Standing) -> tuple[Met, ...]:
        """Return the interviews that stand so."""
        return tuple(met for met in self.met if met.standing is standing)

    def find(self, interview_id: str) -> Met | None:
        """Return an interview by its id."""
        return next((met for met in self.met if met.id == interview_id), None)


def compare(project: OpenProject, other: OtherCopy, progress: Progress) -> Comparison:
    """Tell how each interview of another copy stands to ours; who cancels raises in ``progress``."""
    pinned, interviews, found = project.pinned(), other.snapshot.all(Interview), []
    with collector_paused():
        judge = Judge(pinned, other)
        for number, interview in enumerate(interviews):
            progress("Gespräche vergleichen", READ + (1 - READ) * number / len(interviews))
            found.append(judge.judged(interview))
    theirs = other.snapshot.by_id(Interview)
    only_here = sum(interview.id not in theirs for interview in pinned.snapshot.all(Interview))
    apart = told_apart(Labels(project.library), {**pinned.snapshot.by_id(Interview), **theirs}.values())
    named = (replace(one, apart=apart.get(one.id, "")) for one in found)
    met = tuple(sorted(named, key=_order))
    return Comparison(pinned, met, only_here, tuple(judge.strictness.revocations()))


class Judge:
    """Judge the interviews of another copy."""

    def __init__(self, project: OpenProject, other: OtherCopy) -> None:
        self._other = other
        self.strictness = Strictness(project.snapshot, other.snapshot, _gone(other))
        ended = project.imagined(self.strictness.revocations())  # what is taken over in any case is no difference
        self._ours, self._theirs = ended.snapshot, other.snapshot
        self._removed = project.lineage().removed
        self._here, self._there = Belongings(self._ours), Belongings(self._theirs)
        self._fitter = Fitter(self._ours, self._theirs)
        self._editions = Editions(project, self._theirs)
        self._people = frozenset(map(_called, self._ours.all(Person)))

    def judged(self, interview: Interview) -> Met:
        """Tell how an interview of the other copy stands to ours."""
        ours = self._ours.find(Interview, interview.id)
        here = self._here.of(ours) if ours is not None else ()
        whole = self._editions.translated(self._there.of(interview))
        place = self._theirs.find(Municipality, interview.municipality_id)
        met = Met(
            interview=interview,
            standing=Standing.EQUAL,
            municipality=place.name if place is not None else "",
            sentence=phrases.EQUAL,
            answers=sum(isinstance(record, Answer) and is_filled(record) for record in whole),
        )
        if self._is_equal(here, whole):
            return replace(met, remarks=tuple(self._staying(here, whole)))
        left_out = dict(self._left_out(whole, is_here=ours is not None))
        fitted = self._fitter.fitted(whole, frozenset(left_out))
        remarks = (*self._editions.remarks(interview), *fitted.remarks, *dict.fromkeys(left_out.values()))
        if ours is not None and self.strictness.strict(interview) != interview:
            remarks = (*remarks, phrases.RELEASED)
        pairs = tuple(self._replacing(here, fitted.records)) if ours is not None else ()
        stays = self._staying(here, fitted.records)
        if ours is not None and not pairs:
            return replace(met, remarks=(*remarks, *stays))
        refusal = self._refusal(interview, fitted)
        if refusal:
            return replace(met, standing=Standing.IMPOSSIBLE, sentence=refusal, remarks=remarks)
        if ours is None:
            return self._new(met, fitted, remarks)
        is_planned = _is_only_planned(ours, here) and interview.status is not InterviewStatus.PLANNED
        told = phrases.different(sum(places_of(pair.before, pair.after) for pair in pairs))
        remarks = (*remarks, *stays, *self._twins(pairs))
        return replace(
            met,
            standing=Standing.DIFFERENT,
            sentence=phrases.ONLY_PLANNED if is_planned else told,
            remarks=remarks,
            pairs=pairs,
            is_only_planned_here=is_planned,
        )

    def _is_equal(self, here: Sequence[Record], whole: Sequence[Record]) -> bool:
        """Tell whether all of an interview is here just so and no answer beside, which is quick and mostly so."""
        if not here or any(self._ours.find(type(record), record.id) != record for record in whole):
            return False
        answers = (sum(isinstance(record, Answer) for record in records) for records in (here, whole))
        return len(set(answers)) == 1

    def _new(self, met: Met, fitted: Fitted, remarks: tuple[str, ...]) -> Met:
        """Tell of an interview that is not here; one that was deleted here comes back as it is there, if chosen."""
        was_here = (kind_of(Interview), met.id) in self._removed
        kept = () if was_here else self._kept(fitted.records)
        pairs = tuple(pair for pair in self._replacing((), fitted.records) if was_here or pair.before is None)
        counts = Counter(type(pair.record) for pair in pairs if not isinstance(pair.record, Interview | Answer))
        counts[Answer] = sum(isinstance(pair.record, Answer) and is_filled(pair.record) for pair in pairs)
        return replace(
            met,
            standing=Standing.DELETED if was_here else Standing.NEW,
            sentence=(phrases.deleted if was_here else phrases.new)(counts),
            remarks=(*remarks, *dict.fromkeys(kept), *self._twins(pairs)),
            pairs=pairs,
        )

    def _left_out(self, records: Iterable[Record], *, is_here: bool) -> Iterator[tuple[Key, str]]:
        """Yield what is not taken along, with the reason."""
        gone = _STAY_GONE_WITH if is_here else _STAY_GONE
        for record in records:
            if isinstance(record, Attachment) and record.sha256 in self._other.broken:
                yield key_of(record), phrases.BROKEN.format(name=record.name)
            elif isinstance(record, gone) and self._was_removed(record):
                yield key_of(record), phrases.stays_gone(type(record))

    def _was_removed(self, record: Record) -> bool:
        is_here = self._ours.find(type(record), record.id) is not None
        return not is_here and (kind_of(type(record)), record.id) in self._removed

    def _refusal(self, interview: Interview, fitted: Fitted) -> str:
        """Return why an interview cannot be taken over; empty if it can."""
        coming = next((record for record in fitted.records if isinstance(record, Interview)), None)
        if coming is None:
            place = self._theirs.find(Municipality, interview.municipality_id)
            return phrases.NO_PLACE.format(name=place.name if place is not None else "ohne Namen")
        return "" if self._editions.is_known(coming) else phrases.NO_GUIDE.format(version=interview.guide_version)

    def _kept(self, records: Iterable[Record]) -> Iterator[str]:
        """Yield what is said of records that are here and differ: a new interview changes none of them."""
        for record in records:
            ours = self._ours.find(type(record), record.id)
            if ours is not None and ours != record and not isinstance(record, PrivacyConsent):
                yield phrases.kept(ours)

    def _staying(self, here: Iterable[Record], records: Iterable[Record]) -> Iterator[str]:
        """Yield what hangs on the interview here only and stays in any case, first what somebody deleted there."""
        theirs = {key_of(record) for record in records}
        only_here = [record for record in here if key_of(record) not in theirs]
        removed = [
            record for record in only_here if isinstance(record, _STAY_GONE_WITH) and self._is_gone_there(record)
        ]
        if removed:
            yield phrases.removed(Counter(map(type, removed)))
        counts = Counter(type(record) for record in only_here if record not in removed and self._stays(record))
        if counts:
            yield phrases.staying(counts)

    def _is_gone_there(self, record: Record) -> bool:
        return (kind_of(type(record)), record.id) in self._other.lineage.removed

    def _stays(self, record: Record) -> bool:
        """Tell whether a record stays though the other copy has none such."""
        if isinstance(record, Answer):
            return self._fitter.has_no_place_there(record)
        return isinstance(record, Offering | Attachment | Evidence)

    def _twins(self, pairs: Iterable[Pair]) -> Iterator[str]:
        """Yield who is entered here already, by name and municipality: each laptop may have done so by itself."""
        for pair in pairs:
            person = pair.after
            if pair.before is None and isinstance(person, Person) and person.name and _called(person) in self._people:
                yield phrases.TWICE.format(name=person.name)

    def _replacing(self, here: Sequence[Record], records: Iterable[Record]) -> Iterator[Pair]:
        """Yield what differs when the interview of the other copy takes the place of ours."""
        theirs = {key_of(record): record for record in records}
        for (kind, record_id), record in theirs.items():
            ours = self._ours.find(kind, record_id)
            there = self.strictness.strict(record)
            after = there if ours is None else self._fitter.completed(ours, there)
            if ours != after and places_of(ours, after):
                yield Pair(ours, after)
        marked = {record.answer_id for record in here if isinstance(record, Evidence)}
        for record in here:
            if isinstance(record, Answer) and key_of(record) not in theirs and not self._stays(record):
                yield from _emptied(record, is_marked=record.id in marked)


def _is_only_planned(interview: Interview, here: Iterable[Record]) -> bool:
    """Tell whether an interview is planned and nothing hangs on it but who shall take part."""
    is_planned = interview.status is InterviewStatus.PLANNED
    return is_planned and not any(isinstance(it, Answer | Attachment | Offering | Evidence) for it in here)


def _gone(other: OtherCopy) -> frozenset[tuple[str, str]]:
    """Return what was deleted in another copy and is not there again."""
    held = other.snapshot.by_id(PrivacyConsent)
    return frozenset(key for key in other.lineage.removed if key[1] not in held)


def _called(person: Person) -> tuple[str, str]:
    return " ".join(fold(person.name).split()), person.municipality_id


def _emptied(answer: Answer, *, is_marked: bool) -> Iterator[Pair]:
    """Yield how an answer goes that the other copy does not have; one with evidence stays without words."""
    if not is_marked:
        yield Pair(answer, None)
        return
    empty = Answer(
        id=answer.id,
        interview_id=answer.interview_id,
        question_id=answer.question_id,
        scope_id=answer.scope_id,
    )
    if empty != answer:
        yield Pair(answer, empty)


def _order(met: Met) -> tuple[object, ...]:
    order: Sequence[Standing] = tuple(Standing)
    return order.index(met.standing), sort_key(met.municipality), str(met.held_on or "")
