"""Read the value of a field: a text, or what is ticked or chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pypdf.generic import ArrayObject

from kizdesk.paperwork import names
from kizdesk.paperwork.reading.document import resolved
from kizdesk.paperwork.reading.drawn import drawn_text
from kizdesk.paperwork.reading.fields import Field
from kizdesk.paperwork.reading.outcome import Value
from kizdesk.paperwork.reading.texts import text_of

_RADIO: Final = 1 << 15
_PUSH: Final = 1 << 16
_LOST: Final = re.compile("[\ue000-\uf8ff\ufffd]")
"""Signs without a meaning of their own: PDFium leaves them where somebody typed an emoji."""
_DRAWN_OFF: Final = "Off"
_OFF: Final = frozenset(("", _DRAWN_OFF))


@dataclass(frozen=True, slots=True)
class Read:
    """Be what a field carries; a tick is told apart, because the boxes of a question belong together."""

    value: Value
    doubtful: bool = False
    is_tick: bool = False


def read_field(field: Field) -> Read | None:
    """Return what a field carries, None for one that carries nothing by its kind."""
    match field.kind or _likely_kind(field):
        case "/Tx":
            return _text(field)
        case "/Ch":
            return _listed(field)
        case "/Btn" if field.flags & _PUSH:
            return None
        case "/Btn" if field.flags & _RADIO or _has_several_states(field):
            return _chosen(field)
        case "/Btn":
            return _ticked(field)
        case _:
            return None


def _likely_kind(field: Field) -> str:
    """Return the kind of a field that lost it: what has states is a button, what has a value a text."""
    if any(spot.state for spot in field.spots):
        return "/Btn"
    return "/Tx" if field.values or any(spot.own is not None for spot in field.spots) else ""


def _text(field: Field) -> Read:
    """Take the text of a place that has one of its own before that of the field above it."""
    own = [text for spot in field.spots if (text := text_of(spot.own)) is not None]
    above = [text for value in field.values if (text := text_of(value)) is not None]
    said = own or above
    if said:
        filled = [text for text in said if text]
        last = filled[-1] if filled else ""
        return Read(last, doubtful=len(set(filled)) > 1 or bool(_LOST.search(last)))
    drawn = next((text for spot in field.spots if (text := drawn_text(spot.widget))), "")
    return Read(drawn, doubtful=bool(drawn))


def _listed(field: Field) -> Read:
    values = [*field.values, *(spot.own for spot in field.spots if spot.own is not None)]
    last = values[-1] if values else None
    parts = [resolved(item) for item in list.copy(last)] if isinstance(last, ArrayObject) else [last]
    return Read(tuple(text for part in parts if (text := text_of(part))))


def _has_several_states(field: Field) -> bool:
    states: set[str] = set()
    return len(field.spots) > 1 and len(states.union(*(spot.states for spot in field.spots))) > 1


def _chosen(field: Field) -> Read:
    """Take what a button itself says before what its group says, and that before what is only drawn."""
    own = _on(text_of(spot.own) for spot in field.spots)
    above = _on(text_of(value) for value in field.values)
    drawn = _on(spot.state for spot in field.spots if spot.state in spot.states)
    said = [_choice(field, state) for state in (*own[-1:], *above[-1:], *drawn[-1:])]
    agreed = len({*said, *(_choice(field, state) for state in own + drawn)}) <= 1
    return Read(tuple(said[:1]), doubtful=not agreed or bool(said and not drawn and _drawn_off(field)))


def _drawn_off(field: Field) -> bool:
    """Return whether every button that could show a choice is drawn as not chosen."""
    return any(spot.states for spot in field.spots) and all(spot.state == _DRAWN_OFF for spot in field.spots)


def _ticked(field: Field) -> Read:
    said = [text for value in (*field.values, *(spot.own for spot in field.spots)) if (text := text_of(value))]
    drawn = [spot.state for spot in field.spots if spot.state]
    on = [*_on(said), *_on(drawn)]
    column = _column(field.name) or (_choice(field, on[0]) if on else "")
    off_said = bool(said) and not _on(said)
    return Read((column,) if on else (), doubtful=bool(on) and (off_said or not _agree(said, drawn)), is_tick=True)


def _agree(said: list[str], drawn: list[str]) -> bool:
    return not (said and drawn) or bool(_on(said)) == bool(_on(drawn))


def _on(states: Iterable[str | None]) -> list[str]:
    return [state for state in states if state is not None and state not in _OFF]


def _choice(field: Field, state: str) -> str:
    """Return the choice a state stands for; with a list of options a state may be its place in there."""
    if field.options and state.isascii() and state.isdigit() and int(state[:9]) < len(field.options):
        state = field.options[int(state[:9])]
    try:
        return names.choice_of(state)
    except ValueError:
        return state


def _column(name: str) -> str:
    try:
        return names.parse(name.rpartition(".")[2]).column
    except ValueError:
        return ""
