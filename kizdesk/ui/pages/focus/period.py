"""Edit when a focus period begins, and the words that belong to it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.errors import UserError
from kizdesk.domain.focus import FocusPeriod, end_of_two_years
from kizdesk.project.focus.edit import move_period, proposed_commitment
from kizdesk.project.focus.sheet import FocusSheet, FocusVote
from kizdesk.project.records import set_value
from kizdesk.ui.forms import Day, FieldSpec, Group, LongText, RecordForm
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.pages.focus.choice import keep_room
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.days import day_text
from kizdesk.ui.widgets.labels import ElidedLabel, label


class PeriodCard(Card):
    """Be the first day of a period, the end that follows from it, and the choice among the periods."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        spec = FieldSpec("starts", self.tr("Erster Tag"), partial(Day, optional=False))
        self.form = RecordForm(session, FocusPeriod, (Group("", (spec,)),))
        self.picker = Picker(self)
        """All periods, to choose which one is shown."""
        self.choosing = QWidget(self)
        """The periods with their caption."""
        self._ends = ElidedLabel()
        self._build_card()
        self.form.set_write("starts", self._move)
        self.form.editor("starts").edited.connect(self._follow)

    def show_sheet(self, sheet: FocusSheet) -> None:
        """Show a period."""
        if self.form.record_id != sheet.period.id:
            self.form.show_record(sheet.period.id)
        self._follow()

    def _build_card(self) -> None:
        sizes = self._session.theme.sizes
        self.setAccessibleName(self.tr("Zeitraum"))
        row = QHBoxLayout()
        row.setSpacing(sizes.margin)
        row.addWidget(self.form, 1)
        words = QVBoxLayout()
        words.setContentsMargins(0, sizes.unit, 0, 0)
        words.setSpacing(sizes.unit)
        self._ends.setMinimumHeight(sizes.control)
        self._ends.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(label(self.tr("Letzter Tag, ergibt sich daraus"), "strong"))
        words.addWidget(self._ends)
        words.addStretch(1)
        row.addLayout(words, 1)
        choice = QVBoxLayout(self.choosing)
        choice.setContentsMargins(0, sizes.unit, 0, 0)
        choice.setSpacing(sizes.unit)
        caption = label(self.tr("Zeitraum, der hier steht"), "strong")
        caption.setBuddy(self.picker)
        choice.addWidget(caption)
        choice.addWidget(self.picker)
        choice.addStretch(1)
        row.addWidget(self.choosing, 1, Qt.AlignmentFlag.AlignTop)
        self._ends.setObjectName("focus.ends")
        self.picker.setObjectName("focus.period")
        self.picker.setAccessibleName(self.tr("Schwerpunktzeitraum wählen"))
        self.body.addLayout(row)

    @Slot()
    def _follow(self) -> None:
        """Show the end that belongs to the day as it is being typed."""
        try:
            starts = self.form.editor("starts").value()
        except UserError:
            self._ends.setText("–")
            return
        period = self._session.project.snapshot.find(FocusPeriod, self.form.record_id or "")
        if period is not None and starts == period.starts:
            self._ends.setText(day_text(period.ends))
        else:
            self._ends.setText(day_text(end_of_two_years(starts)))

    def _move(self, period_id: str, starts: date, stay: str) -> None:
        move_period(self._session.project, period_id, starts, stay=stay)


class WordsCard(Card):
    """Be the self-commitment with a proposal, the note, and what bodies said on the focus."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.form = RecordForm(session, FocusPeriod, (Group("", self._specs()),))
        self._propose = button(self.tr("Vorschlag für die Selbstverpflichtung einsetzen"), name="focus.propose")
        self._votes_title = label(self.tr("Voten zu den Schwerpunkten"), "card_title")
        self._votes = label("", "body")
        self._build_card()
        self._propose.clicked.connect(self._fill)

    def show_sheet(self, sheet: FocusSheet) -> None:
        """Show a period."""
        if self.form.record_id != sheet.period.id:
            self.form.show_record(sheet.period.id)
        empty = not sheet.period.self_commitment.strip()
        self._propose.setVisible(empty and not self._session.read_only)
        self._votes.setText("\n".join(_voted(vote) for vote in sheet.votes))
        for widget in (self._votes_title, self._votes):
            widget.setVisible(bool(sheet.votes))

    def refresh(self, changes: tuple[Change, ...]) -> None:
        """Show what changed."""
        self.form.refresh(changes)

    def _specs(self) -> tuple[FieldSpec, ...]:
        return (
            FieldSpec(
                "self_commitment",
                self.tr("Selbstverpflichtung"),
                partial(LongText, least=2),
                help=self.tr(
                    "Das Versprechen, die Schwerpunkte alle zwei Jahre neu festzulegen, "
                    "in Abstimmung mit den örtlichen Akteuren."
                ),
                required=True,
                wide=True,
            ),
            FieldSpec("note", self.tr("Anmerkung"), partial(LongText, least=2), wide=True),
        )

    def _build_card(self) -> None:
        self.set_title(self.tr("Selbstverpflichtung und Anmerkung"))
        keep_room(self._propose)
        self.head.addWidget(self._propose)
        self.body.addWidget(self.form)
        self.body.addWidget(self._votes_title)
        self.body.addWidget(self._votes)

    @Slot()
    def _fill(self) -> None:
        self.form.flush()
        project, period_id = self._session.project, self.form.record_id or ""
        text = proposed_commitment(project)
        self._session.attempt(partial(set_value, project, FocusPeriod, period_id, "self_commitment", text))
        self.form.editor("self_commitment").setFocus()


def _voted(vote: FocusVote) -> str:
    return ", ".join(part for part in (f"{vote.body}: {vote.result}", vote.day, vote.proof) if part)
