"""Make the records of districts of a given size: Neuss, Steinfurt, Eifelkreis."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from random import Random

from bench.words import paragraph, sentence, title
from kizdesk.domain.answering import asked
from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, MeasureLevel, Priority, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.guide import Guide, Question, QuestionType
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Attachment,
    Evidence,
    EvidenceKind,
    Interview,
    InterviewStatus,
    Offering,
    answer_id,
    passage_text,
)
from kizdesk.domain.people import Body, BodyLevel, Person
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.versions import ChapterText

_PERIOD = FocusPeriod(id="period-1", starts=date(2026, 3, 1), ends=date(2028, 2, 29))
_SILENT = 0.85
"""Share of the answers of second and later interviews that add nothing, so that the concept stays printable."""
_CHAPTERS = ("vorwort", "anlass", "begriffe", "kreis", "verwaltung", "aufgaben", "traeger", "ehrenamt", "steuerung")


@dataclass(frozen=True, slots=True)
class Load:
    """Say how large a district is."""

    name: str
    municipalities: int
    interviews: int
    """Per municipality."""
    fields: int
    asked_fields: int
    """How many fields of action each interview asks about."""
    measures: int
    evidence: int
    attachments: int
    attachment_bytes: int = 20_000


NEUSS = Load("Neuss", 8, 1, 6, 4, 25, 60, 10)
STEINFURT = Load("Steinfurt", 24, 5, 12, 20, 300, 2000, 500)
EIFELKREIS = Load("Eifelkreis", 235, 1, 12, 4, 300, 2000, 235)
TWICE_STEINFURT = Load("Doppelt", 48, 5, 24, 20, 600, 4000, 10)
"""Has twice of all that is printed, for the growth of the Word file."""
LOADS = (NEUSS, STEINFURT, EIFELKREIS)


def records_of(load: Load, guide: Guide) -> Iterator[Record]:
    """Yield all records of a district, the same for the same load and guide."""
    random = Random(load.name)
    yield Project(
        id="project",
        title=f"Integrationskonzept {load.name}",
        legal_basis_id="tintg-2022",
        guide_id=guide.id,
        guide_version=guide.version,
    )
    yield District(id="05999", name=f"Kreis {load.name}", population=400_000)
    fields = tuple(_fields(load, random))
    yield from fields
    adopted = [field for field in fields if field.status is FieldStatus.ADOPTED]
    answers: list[Answer] = []
    for record in _stock_taking(load, guide, random, [field.id for field in fields[: load.asked_fields]]):
        if isinstance(record, Answer):
            answers.append(record)
        yield record
    yield from _evidence(load, random, answers, adopted)
    yield from _measures(load, random, adopted)
    yield from _focus(adopted)
    for number, chapter in enumerate(_CHAPTERS):
        yield ChapterText(id=f"text-{chapter}", chapter=chapter, text=paragraph(random, 12), position=number)


def attachment_bytes(load: Load, number: int) -> bytes:
    """Return the content of an attachment, different for each."""
    return Random(f"{load.name}/{number}").randbytes(load.attachment_bytes)


def _fields(load: Load, random: Random) -> Iterator[FieldOfAction]:
    for number in range(max(load.fields, load.asked_fields)):
        yield FieldOfAction(
            id=f"field-{number}",
            title=f"Handlungsfeld {number + 1}",
            strand=Strand.EDUCATION if number % 2 == 0 else Strand.CROSS_CUTTING,
            status=FieldStatus.ADOPTED if number < load.fields else FieldStatus.PROPOSED,
            description=paragraph(random, 2),
            situation=paragraph(random, 4),
            needs=paragraph(random, 4),
            guiding_goal=sentence(random),
            position=number,
        )


def _stock_taking(load: Load, guide: Guide, random: Random, field_ids: list[str]) -> Iterator[Record]:
    for place in range(load.municipalities):
        ags = f"05999{place + 1:03d}"
        yield Municipality(
            id=ags, name=f"Musterstadt {place + 1}", kind="Stadt", population=random.randint(4000, 90_000)
        )
        yield Body(id=f"rat-{ags}", name=f"Rat {place + 1}", level=BodyLevel.MUNICIPALITY, municipality_id=ags)
        for turn in range(load.interviews):
            yield from _interview(guide, random, ags, turn, field_ids)
        for number in range(5):
            yield _offering(random, ags, number, field_ids)
    for number in range(load.attachments):
        data = attachment_bytes(load, number)
        sha256 = hashlib.sha256(data).hexdigest()
        name = f"Anlage {number + 1}.pdf"
        yield Attachment(id=f"att-{number}", name=name, media_type="application/pdf", size=len(data), sha256=sha256)


def _interview(guide: Guide, random: Random, ags: str, turn: int, field_ids: list[str]) -> Iterator[Record]:
    name = f"Anna Beispiel-{ags}{turn}"
    person = Person(id=f"person-{ags}-{turn}", name=name, function="Integrationsbeauftragte", municipality_id=ags)
    yield person
    interview = Interview(
        id=f"gespraech-{ags}-{turn}",
        municipality_id=ags,
        guide_id=guide.id,
        guide_version=guide.version,
        held_on=date(2026, 1 + turn, 1 + turn),
        status=InterviewStatus.RELEASED,
        person_ids=(person.id,),
        field_ids=tuple(field_ids),
    )
    yield interview
    for item in asked(guide, interview, {}):
        if not item.question.binding:
            silent = turn > 0 and random.random() < _SILENT
            answer = _answer(random, interview.id, item.question, item.scope_id)
            yield replace(answer, state=AnswerState.DECLINED) if silent else answer


def _answer(random: Random, interview_id: str, question: Question, scope_id: str) -> Answer:
    text = ""
    choices: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    match question.type:
        case QuestionType.NUMBER | QuestionType.PERCENT:
            text = str(random.randint(1, 90))
        case QuestionType.DATE:
            text = "2025-06-01"
        case QuestionType.YES_NO | QuestionType.YES_NO_PARTLY:
            choices, text = (random.choice(("ja", "nein")),), sentence(random)
        case QuestionType.SCALE:
            choices = (str(random.randint(1, 5)),)
        case QuestionType.SINGLE | QuestionType.MULTIPLE:
            choices = tuple(option.id for option in question.options[:1])
            text = sentence(random)
        case QuestionType.SCALE_MATRIX:
            rows = tuple((item.id, str(random.randint(1, 5))) for item in question.items)
        case QuestionType.TABLE:
            rows = tuple(tuple(title(random) for _ in question.columns) for _ in range(2))
        case _:
            text = sentence(random)
    key = answer_id(interview_id, question.id, scope_id)
    return Answer(
        id=key,
        interview_id=interview_id,
        question_id=question.id,
        scope_id=scope_id,
        text=text,
        choices=choices,
        rows=rows,
    )


def _offering(random: Random, ags: str, number: int, field_ids: list[str]) -> Offering:
    return Offering(
        id=f"angebot-{ags}-{number}",
        title=title(random),
        municipality_id=ags,
        provider="Freier Träger",
        field_ids=(random.choice(field_ids),),
        target_groups=("kinder", "eltern"),
        description=paragraph(random, 2),
    )


def _evidence(load: Load, random: Random, answers: list[Answer], fields: list[FieldOfAction]) -> Iterator[Evidence]:
    worded = [answer for answer in answers if len(answer.text) > 20]
    for number in range(load.evidence):
        answer = worded[number * 7 % len(worded)]
        passage = passage_text(answer)
        end = min(len(passage), 60)
        yield Evidence(
            id=f"beleg-{number}",
            answer_id=answer.id,
            field_id=random.choice(fields).id,
            kind=random.choice(tuple(EvidenceKind)),
            start=0,
            end=end,
            wording=passage[:end],
        )


def _measures(load: Load, random: Random, fields: list[FieldOfAction]) -> Iterator[Record]:
    goals = [
        Goal(id=f"ziel-{n}", field_id=fields[n % len(fields)].id, title=title(random)) for n in range(len(fields) * 4)
    ]
    yield from goals
    for number in range(load.measures):
        yield Measure(
            id=f"massnahme-{number}",
            goal_id=goals[number % len(goals)].id,
            title=title(random),
            description=sentence(random),
            lead="Kommunales Integrationszentrum",
            partners="Kommunen, freie Träger",
            target_group="Neuzugewanderte",
            level=random.choice(tuple(MeasureLevel)),
            starts=date(2026, 1, 1),
            effort_fte=Decimal("0.25"),
            effort_eur=Decimal(random.randint(1, 50) * 1000),
            priority=random.choice(tuple(Priority)),
            evidence_ids=(f"beleg-{number % load.evidence}",),
            position=number,
        )


def _focus(fields: list[FieldOfAction]) -> Iterator[Record]:
    yield _PERIOD
    for number, field in enumerate(fields[:2]):
        yield Focus(
            id=f"schwerpunkt-{number}", period_id=_PERIOD.id, field_id=field.id, reason="Hoher Bedarf in allen Orten."
        )
