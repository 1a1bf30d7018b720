"""Show what the law asks for as a short list, with the state of each and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from kizdesk.domain.legal import Precondition, PreconditionState
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

_SIGNS = {True: ("done", "done", "erfüllt"), False: ("warning", "attention", "offen"), None: ("info", "muted", "")}


class PreconditionsCard(Card):
    """Be the list of preconditions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Was das Gesetz verlangt"), parent)
        self._session = session
        self._states: tuple[PreconditionState, ...] = ()
        self._count = label("", "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(session.theme.sizes.gap)
        self.body.addWidget(self._count)
        self.body.addLayout(self._rows)
        session.theme.changed.connect(self._draw)

    def expect(self, asked: Sequence[Precondition]) -> None:
        """Show what is asked for until it is known how it stands, so that the page keeps its shape."""
        self.show_states([PreconditionState(item.id, item.text, item.source) for item in asked])
        self._count.setText(self.tr("Wird geprüft …"))

    def show_states(self, states: Sequence[PreconditionState]) -> None:
        """Show other states; rows that did not change stay as they are."""
        if tuple(states) != self._states:
            self._states = tuple(states)
            self._draw()

    def _draw(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        met = sum(state.is_met is True for state in self._states)
        words = (
            self.tr("{0} von {1} Voraussetzungen ist erfüllt.")
            if met <= 1
            else self.tr("{0} von {1} Voraussetzungen sind erfüllt.")
        )
        self._count.setText(words.format(met or self.tr("Keine"), len(self._states)))
        for state in self._states:
            self._rows.addWidget(self._row(state))

    def _row(self, state: PreconditionState) -> QWidget:
        sign, colour, word = _SIGNS[state.is_met]
        row = QFrame()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._session.theme.sizes.gap_small)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        picture = QLabel()
        picture.setPixmap(self._session.theme.pixmap(sign, colour, ratio=self.devicePixelRatioF()))
        picture.setAccessibleName(word)
        said = label(state.text)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(picture, 0, 0, top)
        grid.addWidget(said, 0, 1)
        below = label(self.tr("{0} · {1}").format(word, state.source) if word else state.source, "small")
        grid.addWidget(below, 1, 1, 1, 2)
        if state.target is not None and state.is_met is False:
            grid.addWidget(self._way(state), 0, 2, top)
            for beside in (picture, said):  # in line with the words of the button
                beside.setContentsMargins(0, self._session.theme.sizes.unit, 0, 0)
        return row

    def _way(self, state: PreconditionState) -> QWidget:
        """Return the button that leads to what is missing."""
        shown = button(self.tr("Anzeigen"), kind="link", name=f"precondition-{state.id}")
        set_look(shown, "dense", "true")
        shown.setAccessibleName(self.tr("Anzeigen: {0}").format(state.text))
        shown.setToolTip(state.advice)
        shown.setAccessibleDescription(state.advice)
        if state.target is not None:
            shown.clicked.connect(partial(self._session.go, state.target))
        return shown
