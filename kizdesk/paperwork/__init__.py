"""Write fillable PDF forms, and read them back when they come in.

What a form is stands here; ``writing`` and ``reading`` are imported by themselves, because each brings a
library of its own and the process that reads foreign files must start fast.
"""

from __future__ import annotations

from kizdesk.paperwork.names import FieldName
from kizdesk.paperwork.sheet import (
    Ask,
    Choice,
    Column,
    Entry,
    Grid,
    Identity,
    Line,
    Part,
    Pick,
    Rating,
    Sheet,
    Ticks,
)

__all__ = [
    "Ask",
    "Choice",
    "Column",
    "Entry",
    "FieldName",
    "Grid",
    "Identity",
    "Line",
    "Part",
    "Pick",
    "Rating",
    "Sheet",
    "Ticks",
]
