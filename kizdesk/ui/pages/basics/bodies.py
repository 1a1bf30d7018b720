"""Show the Gremien that take part in the process, and the actors of integration work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.people import Actor, Body
from kizdesk.domain.places import Municipality
from kizdesk.domain.votes import Vote
from kizdesk.project.basics.committees import add_usual_bodies, senders, usual_bodies
from kizdesk.ui.forms import RecordDesk
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.basics.bodies_spec import USUAL, BodyDesk, actor_spec
from kizdesk.ui.pages.basics.keys import ORDER_KEYS
from kizdesk.ui.pages.basics.links import number_text
from kizdesk.ui.pages.basics.touched import touches
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.messages import MessageBar


class BodiesPage(Page):
    """Be two lists, one of them shown: Gremien and actors."""

    kinds = frozenset({"body", "actor"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._bodies = BodyDesk(session)
        self._actors: RecordDesk[Actor] = RecordDesk(session, actor_spec(session))
        options = (("body", self.tr("Gremien")), ("actor", self.tr("Akteure")))
        self._choice = SegmentedChoice(options, self.tr("Liste"))
        self._stack = QStackedWidget(self)
        self._offer = MessageBar(session.theme, closable=False, seconds=0)
        self._usual = QAction(USUAL, self)
        self._build()
        self._connect()
        self._show_list("body")

    def heading(self) -> Heading:
        """Return title and state."""
        snapshot = self.session.project.snapshot
        writers = len(senders(snapshot))
        bodies, actors = len(snapshot.all(Body)) - writers, len(snapshot.all(Actor))
        wrote = number_text(writers, self.tr("ein Absender von Schreiben"), self.tr("{0} Absender von Schreiben"))
        said = (
            number_text(bodies, self.tr("Ein Gremium"), self.tr("{0} Gremien")) if bodies else self.tr("Kein Gremium"),
            *([wrote] if writers else []),
            number_text(actors, self.tr("ein Akteur"), self.tr("{0} Akteure")) if actors else self.tr("kein Akteur"),
        )
        state = (
            " · ".join(said) if bodies or actors or writers else self.tr("Noch kein Gremium und kein Akteur erfasst")
        )
        return Heading(self.tr("Gremien und Akteure"), state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the buttons of the head; an empty list has its own."""
        if self._choice.value == "actor":
            return () if self._actors.is_bare else (self._actors.new_action,)
        return (self._bodies.new_action,) if self._bodies.is_bare else (self._usual, self._bodies.new_action)

    def main_action(self) -> QAction | None:
        """Return what the list shown is for."""
        desk = self._actors if self._choice.value == "actor" else self._bodies
        return None if desk.is_bare else desk.new_action

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Gremien beraten und beschließen das Konzept: der Kreistag, seine Ausschüsse, die Steuerungsgruppe und "
            "die Räte der Kommunen. Genau ein Gremium verabschiedet es. Akteure sind die Träger, Verbände und Gruppen "
            "der Integrationsarbeit; das Gesetz verlangt, dass die Zusammenarbeit mit freien Trägern abgestimmt ist "
            "und dass die Arbeit der Ehrenamtlichen koordiniert wird. „Übliche Gremien anlegen“ ergänzt nur, "
            "was noch fehlt."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the lists."""
        return ORDER_KEYS

    def reveal(self, target: Target) -> bool:
        """Show a Gremium or an actor; without one of them the list it would stand in."""
        self._show_list("actor" if target.kind == "actor" else "body")
        desk = self._actors if target.kind == "actor" else self._bodies
        if not target.id:
            (desk.table.empty_state.begin_button if desk.is_bare else desk.table).setFocus()
            return True
        return desk.reveal(target.id, target.field)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        if touches(changes, Body, Municipality, Vote):
            self._bodies.refresh(changes)
            self._show_offer()
        if touches(changes, Actor, Municipality):
            self._actors.refresh(changes)
        self.heading_changed.emit()

    def _build(self) -> None:
        self._usual.setObjectName("usual-bodies")
        self._usual.setToolTip(
            self.tr("Kreistag, Sozialausschuss, Steuerungsgruppe, Bürgermeisterkonferenz und die Räte der Kommunen")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        bar = QHBoxLayout()
        bar.addWidget(self._choice)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addWidget(self._offer)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._bodies)
        self._stack.addWidget(self._actors)
        self._show_offer()

    def _connect(self) -> None:
        self._choice.chosen.connect(self._show_list)
        self._usual.triggered.connect(self._add_usual)
        self._offer.acted.connect(self._add_usual)
        self._bodies.usual_wanted.connect(self._add_usual)

    def _show_list(self, which: str) -> None:
        self._choice.choose(which)
        is_actor = which == "actor"
        self._stack.setCurrentWidget(self._actors if is_actor else self._bodies)
        self._show_offer()
        self.heading_changed.emit()

    def _show_offer(self) -> None:
        snapshot = self.session.project.snapshot
        missing = usual_bodies(self.session.project)
        self._usual.setEnabled(bool(missing) and not self.session.read_only)
        bodies = snapshot.all(Body)
        wanted = bodies and not any(body.adopts for body in bodies) and self._choice.value == "body"
        if wanted and not self.session.read_only:
            text = self.tr("Noch steht nicht fest, welches Gremium das Konzept verabschiedet.")
            self._offer.say(text, "attention", self._usual.text())
        else:
            self._offer.clear()

    def _add_usual(self) -> None:
        self._bodies.form.flush()
        count = self.session.attempt(partial(add_usual_bodies, self.session.project))
        if count:
            text = number_text(count, self.tr("Ein Gremium angelegt."), self.tr("{0} Gremien angelegt."))
            self.session.say_done(text)
            self._bodies.table.setFocus()
