"""Describe a form as data: groups of fields, each with its label, help and editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kizdesk.ui.forms.editor import Editor

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

EditorMaker = Callable[["Session"], Editor]
"""An editor class, or a partial of one with its settings, such as ``partial(Amount, unit="€ im Jahr")``."""

TWO_FROM = 84


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """Be one field of a form; ``name`` is the field of the record."""

    name: str
    label: str
    editor: EditorMaker
    help: str = ""
    required: bool = False
    placeholder: str = ""
    wide: bool = False
    """Takes the whole width where the form has two columns."""


@dataclass(frozen=True, slots=True)
class Group:
    """Be fields that belong together, under a title; an empty title shows none."""

    title: str
    specs: tuple[FieldSpec, ...]
    help: str = ""
    two_from: int = TWO_FROM
    """Letters that the form must be wide for two columns; fewer where the fields are short."""
