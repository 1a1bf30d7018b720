"""Do what the outline is asked for: add, adopt, move, copy and delete, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, Goal, Measure, Strand
from kizdesk.domain.kinds import kind_name
from kizdesk.project.fields.edit import (
    add_field,
    add_goal,
    add_measure,
    adopt_field,
    duplicate_measure,
    move_field,
    move_goal,
    move_measure,
    take_field_out,
)
from kizdesk.project.records import delete, losses
from kizdesk.ui.pages.fields.branch import FIELD, GOAL, MEASURE, Branch
from kizdesk.ui.session import Session

TYPES: dict[str, type[Record]] = {FIELD: FieldOfAction, GOAL: Goal, MEASURE: Measure}


class Doing(QObject):
    """Change the project for the outline, and say what was done with the button that takes it back."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def add(self, kind: str, title: str, home: Branch) -> str:
        """Add a record below a branch and return its key; empty if it was refused."""
        project = self._session.project
        acts: dict[str, Callable[[], Record]] = {
            FIELD: lambda: add_field(project, title, Strand(home.id)),
            GOAL: partial(add_goal, project, home.id, title),
            MEASURE: partial(add_measure, project, home.id, title),
        }
        made = self._session.attempt(acts[kind])
        return "" if made is None else f"{kind}:{made.id}"

    def adopt(self, field_id: str) -> None:
        """Make a field part of the concept."""
        self._session.attempt(partial(self._adopt, field_id))

    def remove(self, branch: Branch) -> None:
        """Take a field out of the concept; delete anything else, but no proposal of the catalogue."""
        if branch.kind == FIELD and not branch.proposed:
            self._session.attempt(partial(self._take_out, branch))
        elif branch.kind == FIELD and self._session.project.snapshot.get(FieldOfAction, branch.id).catalogue_id:
            text = self.tr("Vorschläge des Programms stehen nicht im Konzept und brauchen nicht gelöscht zu werden.")
            self._session.say(text)
        else:
            self._session.attempt(partial(self._delete, branch))

    def copy(self, branch: Branch) -> str:
        """Put a copy behind a measure and return its key; empty if it was refused."""
        made = self._session.attempt(partial(duplicate_measure, self._session.project, branch.id))
        return "" if made is None else f"{MEASURE}:{made.id}"

    def move(self, key: str, home: Branch, place: int) -> None:
        """Put a branch at a place below another."""
        project = self._session.project
        kind, record_id = key.split(":", 1)
        acts: dict[str, Callable[[], None]] = {
            FIELD: lambda: move_field(project, record_id, Strand(home.id), place),
            GOAL: partial(move_goal, project, record_id, home.id, place),
            MEASURE: partial(move_measure, project, record_id, home.id, place),
        }
        self._session.attempt(acts[kind])

    def tell_moved(self, home: Branch) -> None:
        """Say below what something stands now."""
        self._session.say_done(self.tr("Verschoben nach „{0}“.").format(home.title))

    def _adopt(self, field_id: str) -> None:
        adopt_field(self._session.project, field_id)
        title = self._session.project.snapshot.get(FieldOfAction, field_id).title
        self._session.say_done(self.tr("„{0}“ ins Konzept aufgenommen.").format(title))

    def _take_out(self, branch: Branch) -> None:
        take_field_out(self._session.project, branch.id)
        kept = self.tr(" Ziele und Maßnahmen bleiben erhalten.") if branch.below else ""
        self._session.say_done(self.tr("„{0}“ herausgenommen.").format(branch.title) + kept)

    def _delete(self, branch: Branch) -> None:
        project, kind = self._session.project, TYPES[branch.kind]
        also = losses(project.snapshot, kind, branch.id)
        delete(project, kind, branch.id)
        text = self.tr("{0} „{1}“ gelöscht").format(kind_name(kind), branch.title)
        self._session.say_done(self.tr("{0}, damit auch {1}.").format(text, also) if also else f"{text}.")
