"""Hold what stands in the sheets of an XLSForm, row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kizdesk.domain.guide import Option, OptionSource

LANGUAGE = "Deutsch (de)"
YES = "yes"
Sources = Mapping[OptionSource, Sequence[Option]]
"""What can be chosen from the registers of a project."""
SURVEY_COLUMNS = {
    "type": "type",
    "name": "name",
    "label": f"label::{LANGUAGE}",
    "hint": f"hint::{LANGUAGE}",
    "required": "required",
    "relevant": "relevant",
    "appearance": "appearance",
    "constraint": "constraint",
    "constraint_message": f"constraint_message::{LANGUAGE}",
    "required_message": f"required_message::{LANGUAGE}",
    "repeat_count": "repeat_count",
    "calculation": "calculation",
}
"""The values of a row and the heads of their columns, in order."""
CHOICE_COLUMNS = ("list_name", "name", f"label::{LANGUAGE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Be one row of the sheet survey: a question, or the begin or end of a group."""

    type: str
    name: str = ""
    label: str = ""
    hint: str = ""
    required: str = ""
    """``yes``, or an expression that tells whether an answer is required."""
    relevant: str = ""
    appearance: str = ""
    constraint: str = ""
    constraint_message: str = ""
    required_message: str = ""
    repeat_count: str = ""
    calculation: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the values in the order of the columns."""
        return tuple(getattr(self, value) for value in SURVEY_COLUMNS)

    @property
    def opens(self) -> bool:
        """Tell whether a group or a repeat begins here."""
        return self.type.startswith("begin_")


@dataclass(frozen=True, slots=True)
class XlsForm:
    """Be a whole form."""

    survey: tuple[Row, ...]
    choices: tuple[tuple[str, str, str], ...]
    """List, name and label of each choice."""
    settings: tuple[tuple[str, str], ...]
    """Name and value of each setting."""
    left_out: tuple[str, ...] = ()
    """Numbers of the questions that are never asked any more."""
    open_lists: tuple[str, ...] = ()
    """Numbers of the questions whose choices the project does not have yet: they ask for a text."""
