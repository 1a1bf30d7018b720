"""Say what can be chosen, and where the choices come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from kizdesk.domain.base import Record
from kizdesk.domain.texts import sort_key

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

R = TypeVar("R", bound=Record)
MANY = 12
"""From more options than this on, an editor can be searched."""


@dataclass(frozen=True, slots=True)
class Option:
    """Be something that can be chosen: its value and what it is called."""

    value: Any
    text: str


Source = Callable[["Session"], Sequence[Option]]
"""Returns what can be chosen now; asked again after every change."""


def records_of(
    record_type: type[R],
    text: Callable[[R], str],
    *,
    only: Callable[[R], bool] | None = None,
    by_position: bool = False,
) -> Source:
    """Return the source that offers the records of a kind by their ids, in the order of names or of positions."""
    return partial(_offer_records, record_type, text, only, by_position=by_position)


def fixed(*options: tuple[Any, str]) -> Source:
    """Return the source that always offers the same values with their words."""
    held = tuple(Option(value, text) for value, text in options)
    return partial(_offer_fixed, held)


def _offer_fixed(held: Sequence[Option], _session: Session) -> Sequence[Option]:
    return held


def _offer_records(
    record_type: type[R],
    text: Callable[[R], str],
    only: Callable[[R], bool] | None,
    session: Session,
    *,
    by_position: bool,
) -> Sequence[Option]:
    found = [record for record in session.project.snapshot.all(record_type) if only is None or only(record)]
    options = [Option(record.id, text(record) or "ohne Namen") for record in found]
    if by_position:
        places = {record.id: getattr(record, "position", 0) for record in found}
        return sorted(options, key=lambda option: places[option.value])
    return sorted(options, key=lambda option: sort_key(option.text))
