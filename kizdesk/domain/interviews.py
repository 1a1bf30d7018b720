"""Describe the stock-taking: interviews, answers, offerings and the evidence taken from answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum

from kizdesk.domain.base import Record


class InterviewForm(Enum):
    """Tell how the interview was held."""

    ON_SITE = "vor_ort"
    PHONE = "telefon"
    VIDEO = "video"
    FORM = "formular"


class InterviewStatus(Enum):
    """Tell how far the interview is."""

    PLANNED = "geplant"
    RUNNING = "begonnen"
    DONE = "gefuehrt"
    RELEASED = "freigegeben"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTime:
    """Be how long a section of the guide was talked about."""

    section_id: str
    scope_id: str = ""
    """The field of action when the section is repeated per field, else empty."""
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """Be one conversation with a municipality or one returned form."""

    municipality_id: str
    guide_id: str
    guide_version: str
    held_on: date | None = None
    started: time | None = None
    ended: time | None = None
    form: InterviewForm | None = None
    status: InterviewStatus = InterviewStatus.PLANNED
    person_ids: tuple[str, ...] = ()
    interviewers: str = ""
    privacy_notice_given: bool | None = None
    released_on: date | None = None
    field_ids: tuple[str, ...] = ()
    """The fields of action for which the block of section G is asked."""
    note: str = ""
    section_times: tuple[SectionTime, ...] = ()


class AnswerState(Enum):
    """Tell what became of a question; a question hidden by its condition keeps its answer and state."""

    GIVEN = "gegeben"
    LATER = "nachreichen"
    DECLINED = "keine_angabe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """Be the answer to one question in one interview, in the shape its question's type asks for.

    ``text``: words; a number as ``1234.5``; a date as ISO; a remark beside choices.
    ``choices``: ids of options. ``rows``: cells of a table in the order of the question's columns,
    or of a scale matrix as (item id, ``1``-``5`` or ``n``).
    """

    interview_id: str
    question_id: str
    scope_id: str = ""
    """The field of action when the question stands in a block repeated per field, else empty."""
    state: AnswerState = AnswerState.GIVEN
    text: str = ""
    choices: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    attachment_ids: tuple[str, ...] = ()
    note: str = ""
    taken_from: str = ""
    """The interview or returned form it was taken over from by the office; empty for one given here."""


def by_day(interviews: Iterable[Interview]) -> list[Interview]:
    """Return interviews in the order in which they took place; one without a day comes last."""
    return sorted(interviews, key=lambda interview: interview.held_on or date.max)


def answer_id(interview_id: str, question_id: str, scope_id: str = "") -> str:
    """Return the id of an answer: there is one per interview, question and scope."""
    return "/".join(filter(None, (interview_id, question_id, scope_id)))


class Continuation(Enum):
    """Tell what shall become of an offering."""

    CONTINUE = "fortfuehren"
    EXPAND = "ausbauen"
    TRANSFER = "kreisweit_uebertragen"
    END = "beenden"
    OPEN = "offen"


class Reach(Enum):
    """Tell how far an offering reaches."""

    QUARTER = "quartier"
    MUNICIPALITY = "kommune"
    SEVERAL = "mehrere_kommunen"
    DISTRICT = "kreis"


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingRow:
    """Be one source of an offering's money; an amount of None is not yet quantified."""

    source: str
    programme: str = ""
    amount_eur: Decimal | None = None
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering(Record):
    """Be a project or service that exists (section E of the guide is this register)."""

    title: str
    municipality_id: str = ""
    """Empty for an offering of the district itself."""
    interview_id: str = ""
    provider: str = ""
    partners: str = ""
    field_ids: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    description: str = ""
    reach: Reach | None = None
    place: str = ""
    permanent: bool | None = None
    """True for a Regelangebot, False for a project."""
    starts: date | None = None
    ends: date | None = None
    funding: tuple[FundingRow, ...] = ()
    people_per_year: int | None = None
    success: str = ""
    continuation: Continuation | None = None
    may_publish: bool | None = None


class EvidenceKind(Enum):
    """Tell what a passage shows."""

    STRENGTH = "staerke"
    NEED = "bedarf"
    OBSTACLE = "hindernis"
    IDEA = "idee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """Be a passage of an answer, assigned to a field of action.

    ``start`` and ``end`` are offsets in characters into :func:`passage_text` of the answer;
    ``wording`` is what stood there when it was marked.
    """

    answer_id: str
    field_id: str
    kind: EvidenceKind
    start: int
    end: int
    wording: str
    note: str = ""


def passage_text(answer: Answer) -> str:
    """Return the text of an answer in which passages are marked: its words, then its rows, one a line."""
    if not answer.rows:
        return answer.text
    lines = ["; ".join(cell for cell in row if cell) for row in answer.rows]
    return "\n".join(part for part in (answer.text, *lines) if part)


def is_stale(evidence: Evidence, answer: Answer | None) -> bool:
    """Tell whether the answer was edited so that the marked wording no longer stands at its place."""
    if answer is None:
        return True
    return passage_text(answer)[evidence.start : evidence.end] != evidence.wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """Be a file kept inside the project; its bytes are stored once under their SHA-256."""

    name: str
    media_type: str
    size: int
    """In bytes."""
    sha256: str
    interview_id: str = ""
