"""Read and write the records that questions show: the interview itself, its people, an offering."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from kizdesk.domain.guide import Question
from kizdesk.domain.interviews import FundingRow, Interview, Offering
from kizdesk.project.durable.borders import typed
from kizdesk.project.interviews.releasing import put_release
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_values
from kizdesk.project.runner.ask import Reply
from kizdesk.project.runner.involved import read_consents, read_people, write_consents, write_people

Values = dict[str, object]


def read_bound(project: OpenProject, interview_id: str, question: Question, scope_id: str) -> Reply:
    """Return what a record holds, as the screen shows it."""
    interview = project.snapshot.get(Interview, interview_id)
    match question.binding:
        case "interview.person_ids":
            return Reply(rows=read_people(project, interview))
        case "privacy_consent.purpose":
            return Reply(rows=read_consents(project, interview))
    if question.binding in _OFFERING:
        offering = project.snapshot.find(Offering, scope_id)
        return read_offering(offering, question.binding) if offering is not None else Reply()
    return _INTERVIEW[question.binding][0](interview)


def read_offering(offering: Offering, binding: str) -> Reply:
    """Return what an offering holds where a question shows it; raises KeyError for a binding that is not its own."""
    return _OFFERING[binding][0](offering)


def write_bound(
    project: OpenProject, interview_id: str, question: Question, scope_id: str, reply: Reply, *, stay: str
) -> None:
    """Write what is answered into its record; an offering begins with the first answer about it."""
    interview = project.snapshot.get(Interview, interview_id)
    label = f"Frage {question.number} beantworten"
    match question.binding:
        case "interview.person_ids":
            write_people(project, interview, reply.rows, label, stay=stay)
        case "privacy_consent.purpose":
            write_consents(project, interview, reply.rows, label, stay=stay)
        case "interview.released_on":
            put_release(project, interview_id, _day(_line(reply)), label=label, stay=stay)
        case binding if binding in _OFFERING:
            _write_offering(project, interview, scope_id, _OFFERING[binding][1](reply), label, stay)
        case binding:
            values = _INTERVIEW[binding][1](reply)
            set_values(project, Interview, interview_id, values, label=label, stay=stay)


def offering_values(binding: str, reply: Reply) -> dict[str, Any]:
    """Return the values of an offering that an answer stands for, in the types of its fields."""
    return {name: typed(Offering, name, value) for name, value in _OFFERING[binding][1](reply).items()}


def _write_offering(
    project: OpenProject, interview: Interview, scope_id: str, values: Values, label: str, stay: str
) -> None:
    if project.snapshot.find(Offering, scope_id) is not None:
        set_values(project, Offering, scope_id, values, label=label, stay=stay)
        return
    blank = Offering(id=scope_id, title="", municipality_id=interview.municipality_id, interview_id=interview.id)
    edits: dict[str, Any] = {name: typed(Offering, name, value) for name, value in values.items()}
    add(project, replace(blank, **edits), "Angebot hinzufügen", stay=stay)


def _line(reply: Reply, number: int = 0) -> str:
    return reply.lines[number] if len(reply.lines) > number else ""


def _one(reply: Reply) -> str:
    return reply.choices[0] if reply.choices else ""


def _choice(value: Any) -> tuple[str, ...]:
    return (str(value.value),) if value is not None else ()


def _yes_no(value: object) -> tuple[str, ...]:
    return () if value is None else ("ja" if value else "nein",)


def _truth(reply: Reply) -> bool | None:
    return {"ja": True, "nein": False}.get(_one(reply))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _clock(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _iso(value: date | None) -> str:
    return value.isoformat() if value is not None else ""


def _hours(value: time | None) -> str:
    return value.strftime("%H:%M") if value is not None else ""


def _lines(*texts: str) -> tuple[str, ...]:
    return texts if any(texts) else ()


def _funding(offering: Offering) -> tuple[tuple[str, ...], ...]:
    return tuple((row.source, row.programme, _amount(row.amount_eur), row.until) for row in offering.funding)


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"


def _funding_row(row: tuple[str, ...]) -> FundingRow:
    source, programme, amount, until = (*row, "", "", "", "")[:4]
    return FundingRow(source=source, programme=programme, amount_eur=Decimal(amount) if amount else None, until=until)


_Reader = Callable[[Any], Reply]
_Writer = Callable[[Reply], Values]
_INTERVIEW: Mapping[str, tuple[_Reader, _Writer]] = {
    "interview.municipality_id": (
        lambda it: Reply(choices=(it.municipality_id,)),
        lambda reply: {"municipality_id": _one(reply)} if reply.choices else {},
    ),
    "interview.held_on": (
        lambda it: Reply(
            choices=_choice(it.form), lines=_lines(_iso(it.held_on), _hours(it.started), _hours(it.ended))
        ),
        lambda reply: {
            "form": _one(reply) or None,
            "held_on": _day(_line(reply)),
            "started": _clock(_line(reply, 1)),
            "ended": _clock(_line(reply, 2)),
        },
    ),
    "interview.interviewers": (
        lambda it: Reply(lines=_lines(it.interviewers)),
        lambda reply: {"interviewers": _line(reply)},
    ),
    "interview.privacy_notice_given": (
        lambda it: Reply(choices=_yes_no(it.privacy_notice_given)),
        lambda reply: {"privacy_notice_given": _truth(reply)},
    ),
    "interview.released_on": (
        lambda it: Reply(lines=_lines(_iso(it.released_on))),
        lambda reply: {"released_on": _day(_line(reply))},
    ),
}
_OFFERING: Mapping[str, tuple[_Reader, _Writer]] = {
    "offering.title": (lambda it: Reply(lines=_lines(it.title)), lambda reply: {"title": _line(reply)}),
    "offering.provider": (
        lambda it: Reply(lines=_lines(it.provider, it.partners)),
        lambda reply: {"provider": _line(reply), "partners": _line(reply, 1)},
    ),
    "offering.field_ids": (lambda it: Reply(choices=it.field_ids), lambda reply: {"field_ids": reply.choices}),
    "offering.target_groups": (
        lambda it: Reply(choices=it.target_groups),
        lambda reply: {"target_groups": reply.choices},
    ),
    "offering.description": (lambda it: Reply(text=it.description), lambda reply: {"description": reply.text}),
    "offering.reach": (
        lambda it: Reply(choices=_choice(it.reach), lines=_lines(it.place)),
        lambda reply: {"reach": _one(reply) or None, "place": _line(reply)},
    ),
    "offering.permanent": (
        lambda it: Reply(choices=_yes_no(it.permanent), lines=_lines(_iso(it.starts), _iso(it.ends))),
        lambda reply: {
            "permanent": _truth(reply),
            "starts": _day(_line(reply)),
            "ends": _day(_line(reply, 1)),
        },
    ),
    "offering.funding": (
        lambda it: Reply(rows=_funding(it)),
        lambda reply: {"funding": tuple(_funding_row(row) for row in reply.rows if any(row))},
    ),
    "offering.people_per_year": (
        lambda it: Reply(lines=_lines("" if it.people_per_year is None else str(it.people_per_year))),
        lambda reply: {"people_per_year": int(_line(reply)) if _line(reply) else None},
    ),
    "offering.success": (lambda it: Reply(text=it.success), lambda reply: {"success": reply.text}),
    "offering.continuation": (
        lambda it: Reply(choices=_choice(it.continuation)),
        lambda reply: {"continuation": _one(reply) or None},
    ),
    "offering.may_publish": (
        lambda it: Reply(choices=_yes_no(it.may_publish)),
        lambda reply: {"may_publish": _truth(reply)},
    ),
}
