"""Believe of an answer only what has the shape of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kizdesk.paperwork.reading.outcome import Filled, Outcome, Reason, Refusal, Refused, Value
from kizdesk.paperwork.sheet import Identity


def outcome_of(answer: object, sha256: str) -> Outcome:
    """Return what an answer says; raises Refusal for one that says nothing."""
    try:
        match answer:
            case {"reason": str(reason), "clues": dict(clues)}:
                return Refused(Reason(reason), sha256, _texts(clues))
            case {"identity": dict(identity), "values": dict(values), "doubtful": list(doubtful)}:
                named = {_text(name): _value(value) for name, value in values.items()}
                return Filled(Identity.from_texts(_texts(identity)), named, sha256, tuple(map(_text, doubtful)))
    except ValueError as wrong:
        raise Refusal(Reason.DAMAGED) from wrong
    raise Refusal(Reason.DAMAGED)


def _texts(found: Mapping[Any, object]) -> dict[str, str]:
    return {_text(key): _text(value) for key, value in found.items()}


def _value(value: object) -> Value:
    return tuple(map(_text, value)) if isinstance(value, list) else _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value
