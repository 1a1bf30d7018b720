"""Describe a list of records with a form beside it, as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Generic, TypeVar

from kizdesk.domain.base import Record, kind_of
from kizdesk.ui.forms.spec import Group
from kizdesk.ui.tables import Column

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class DeskSpec(Generic[R]):
    """Be a desk for records of one kind: what the list shows, what the form shows, and how a new one begins."""

    record_type: type[R]
    columns: tuple[Column[R], ...]
    groups: tuple[Group, ...]
    make: Callable[[Session], R]
    """Returns the record that „Neu“ adds, with an id from ``session.project.new_id()``."""
    new_text: str
    """Words of the button, such as „Neue Person“."""
    empty: str
    """One sentence why there should be records here."""
    rows: Callable[[Session], Sequence[R]] | None = None
    """Returns the records shown; without it all of the kind, by their position."""
    sorts_itself: bool = False
    """What the records say gives their order, so nobody moves them."""
    copies: bool = True
    """Strg+D makes a second one."""
    new_in_head: bool = False
    """The page has the button for a new record in its head; the list has none of its own."""
    drops_unused: bool = False
    """A new record that is left again as it began goes away."""
    upright: bool = False
    """The list stands above the form instead of beside it."""
    name: str = ""
    """Under which widths and columns are remembered; without it the kind."""
    shares: tuple[int, int] = (2, 3)
    """Shares of the width that list and form begin with."""

    @property
    def key(self) -> str:
        """Return the name under which things are remembered."""
        return self.name or kind_of(self.record_type)

    @property
    def ordered(self) -> bool:
        """Tell whether the user decides the order."""
        return not self.sorts_itself and any(field.name == "position" for field in fields(self.record_type))
