"""Mark the places of a form that are no plain answer to a question; what goes out and what comes back agree here.

A plain answer has the name of its question and, in a block per field of action, the field as scope. Rows of tables are
counted from 1; where the guide proposes rows, their first column is printed and has no field.
"""

from __future__ import annotations

from kizdesk.paperwork import FieldName
from kizdesk.project.runner.ask import Ask, Shape

REMARK = "bemerkung"
"""The row of the remark beside choices."""
FILES = "dateien"
"""The row in which the names of files are written that are sent along."""
KNOWN_PEOPLE = "bekannt"
"""The scope of the check boxes of people the office knows; their columns are the ids of the people."""
STAND = "stand"
"""The row in which a known offering is confirmed; its scope is the id of the offering."""
CHANGED = "aenderung"
"""The row that says what has changed in a known offering."""
STILL_TRUE, HAS_CHANGED, IS_GONE = "stimmt", "geaendert", "beendet"
"""What can be said of a known offering."""
_NEW = "neu"


def new_offering(number: int) -> str:
    """Return the scope of an empty block for an offering, counted from 1."""
    return f"{_NEW}{number}"


def is_new_offering(scope: str) -> bool:
    """Tell whether a scope is that of an empty block for an offering."""
    return scope.startswith(_NEW) and scope.removeprefix(_NEW).isdigit()


def line_name(name: FieldName, asked: Ask, index: int) -> FieldName:
    """Return the name of one line of a question: its own if it is all there is, else one with a number."""
    alone = asked.shape is Shape.LINES and len(asked.lines) == 1
    return name if alone else name.at_row(f"zeile{index + 1}")
