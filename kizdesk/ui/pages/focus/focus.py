"""Show step 5: the focus of two years, its rules, and the ranking that helps to choose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Target
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.votes import Vote
from kizdesk.project.apart.here import Plain
from kizdesk.project.apart.reads import Ranked, ranked
from kizdesk.project.figures import focus_time_line
from kizdesk.project.focus.edit import begin_period
from kizdesk.project.focus.rules import lacking
from kizdesk.project.focus.sheet import FocusSheet, focus_sheet, period_text, present_period
from kizdesk.project.missing import Missing
from kizdesk.project.records import delete
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.focus.period import PeriodCard, WordsCard
from kizdesk.ui.pages.focus.ranking import RankingCard
from kizdesk.ui.pages.focus.reasons import ReasonsCard
from kizdesk.ui.pages.focus.rules import RulePanel
from kizdesk.ui.pages.focus.strands import StrandsCard
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.fitted_figure import FittedFigure
from kizdesk.ui.widgets.scroll import ScrollPage
from kizdesk.ui.widgets.stops import follow_each_other, stops

_SHOWN = (FocusPeriod, Focus, FieldOfAction, Vote)
_RANKED = (Answer, Interview, FieldOfAction)
_LINE_ROWS = 6
"""Rows of controls that the time line may be high."""


class FocusPage(Page):
    """Be the focus: the periods on a line, the choice beside the ranking, reasons and self-commitment."""

    kinds = frozenset({"focus_period", "focus"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._period_id = ""
        self._sheet: FocusSheet | None = None
        self._new = QAction(self.tr("Neuen Schwerpunktzeitraum festlegen"), self)
        self._delete = QAction(self.tr("Zeitraum löschen"), self)
        self._empty = EmptyState("")
        self._stack = QStackedWidget(self)
        self._scroll = ScrollPage()
        self._line_card = Card()
        self._line = FittedFigure(session.theme, most=_LINE_ROWS * session.theme.sizes.control)
        self._period = PeriodCard(session)
        self._picker = self._period.picker
        self._strands = StrandsCard(session)
        self._ranking = RankingCard(session)
        self._words = WordsCard(session)
        self._reasons = ReasonsCard(session)
        self._rules = RulePanel(session)
        self._build()
        self._connect()

    @property
    def period_id(self) -> str:
        """Return the id of the period shown; empty for none."""
        return self._period_id

    def heading(self) -> Heading:
        """Return title and state."""
        title = self.tr("Schwerpunkte für zwei Jahre")
        if self._sheet is None:
            return Heading(title, self.tr("Welche Handlungsfelder haben in den nächsten zwei Jahren Vorrang?"))
        chosen = [option for option in self._sheet.options if option.focus is not None]
        count = self.tr("1 Schwerpunkt") if len(chosen) == 1 else self.tr("{0} Schwerpunkte").format(len(chosen))
        if not chosen:
            none = self.tr("{0} · noch kein Schwerpunkt gewählt")
            return Heading(title, none.format(period_text(self._sheet.period)))
        covered = {option.strand for option in chosen}
        names = [f"„{self.session.labels.of(strand)}“" for strand in Strand if strand not in covered]
        lacking = self.tr(" · noch keiner aus {0}").format(self.tr(" und ").join(names)) if names else ""
        return Heading(title, f"{period_text(self._sheet.period)} · {count}{lacking}")

    def actions_shown(self) -> Sequence[QAction]:
        """Return the actions of the head."""
        return (self._delete, self._new)

    def main_action(self) -> QAction | None:
        """Return nothing: while a period lacks something it is to be mended, and when it does not, all is done."""
        return None

    def missing(self) -> tuple[str, Target | None] | None:
        """Return all that the period shown lacks, and the place of the first."""
        broken = [rule for rule in self._sheet.rules if not rule.kept] if self._sheet else []
        return (lacking(broken), broken[0].target) if broken else None

    def missing_points(self) -> Sequence[Missing]:
        """Return each rule that is broken, with the place that mends it."""
        broken = [rule for rule in self._sheet.rules if not rule.kept] if self._sheet else []
        return [Missing(rule.lack[:1].upper() + rule.lack[1:], rule.target) for rule in broken]

    def help_text(self) -> str:
        """Return what the page is for and which rules hold."""
        return self.tr(
            "Alle zwei Jahre legt der Kreis fest, welche Handlungsfelder Vorrang haben. Das Konzept hat zwei Stränge, "
            "„Integration durch Bildung“ und „Integration als Querschnittsaufgabe“; aus jedem muss mindestens ein "
            "Handlungsfeld dabei sein. Der Zeitraum dauert genau zwei Jahre, und keiner überschneidet einen anderen. "
            "Sie können in beliebiger Reihenfolge arbeiten: Was noch fehlt, steht ganz unten mit seiner Quelle. "
            "Frühere Zeiträume bleiben stehen; ein Klick in die Zeitleiste zeigt sie."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp(self.tr("Leertaste"), self.tr("Handlungsfeld als Schwerpunkt wählen oder abwählen")),
            KeyHelp(self.tr("Alt+Pfeil auf, Alt+Pfeil ab"), self.tr("Reihenfolge der Schwerpunkte ändern")),
            KeyHelp("Pfeiltasten, Eingabe", self.tr("In der Zeitleiste: Zeitraum wählen")),
        )

    def open(self, argument: str) -> None:
        """Show a period by its id."""
        self._choose(argument)

    def reveal(self, target: Target) -> bool:
        """Show the place of a target and put the focus there."""
        self._refresh_sheet()
        snapshot = self.session.project.snapshot
        if target.kind == "focus":
            focus = snapshot.find(Focus, target.id)
            if focus is None:
                return False
            self._choose(focus.period_id)
            place = self._reasons if target.field == "reason" else self._strands
            return place.reveal(focus.field_id)
        if target.kind != "focus_period" or snapshot.find(FocusPeriod, target.id) is None:
            self._focus_begin()
            return target.kind == "focus_period"
        self._choose(target.id)
        if target.field in ("starts", "ends"):
            return self._period.form.reveal("starts")
        if target.field in self._words.form.fields:
            return self._words.form.reveal(target.field)
        return self._strands.focus_gap()

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        touched = {_type_of(change) for change in changes}
        if changes and not touched & {*_SHOWN, *_RANKED}:
            return
        if not changes or touched & set(_SHOWN):
            self._period.form.refresh(changes)
            self._words.refresh(tuple(changes))
            self._refresh_sheet()
        if not changes or touched & set(_RANKED):
            self._rank()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        teaching = Card()
        teaching.body.addWidget(self._empty)
        self._stack.addWidget(teaching)
        self._stack.addWidget(self._scroll)
        self._line.setObjectName("focus.line")
        self._line_card.body.addWidget(self._line)
        columns = QHBoxLayout()
        columns.setSpacing(sizes.gap)
        columns.addWidget(self._strands, 1)
        columns.addWidget(self._ranking, 1)
        for card in (self._line_card, self._period):
            self._scroll.body.addWidget(card)
        self._scroll.body.addLayout(columns)
        for part in (self._words, self._reasons, self._rules):
            self._scroll.body.addWidget(part)
        self._scroll.body.addStretch(1)
        for action, name in ((self._new, "focus.new"), (self._delete, "focus.delete")):
            action.setObjectName(name)
            action.setEnabled(not self.session.read_only)
        self._delete.setPriority(QAction.Priority.LowPriority)

    def _connect(self) -> None:
        self._new.triggered.connect(self._begin)
        self._delete.triggered.connect(self._delete_period)
        self._empty.begun.connect(self._begin_empty)
        self._line.region_chosen.connect(self._choose)
        self._picker.activated.connect(self._pick)
        self._ranking.field_chosen.connect(self._strands.reveal)
        self._strands.reasoned.connect(self._reasons.reveal)

    def _refresh_sheet(self) -> None:
        project = self.session.project
        if project.snapshot.find(FocusPeriod, self._period_id) is None:
            found = present_period(project)
            self._period_id = found.id if found else ""
        self._sheet = focus_sheet(project, self._period_id) if self._period_id else None
        self._stack.setCurrentIndex(0 if self._sheet is None else 1)
        self._delete.setVisible(self._sheet is not None)
        self._new.setVisible(self._sheet is not None)
        self._show_empty()
        if self._sheet is not None:
            self._period.show_sheet(self._sheet)
            self._strands.show_sheet(self._sheet)
            self._words.show_sheet(self._sheet)
            self._reasons.show_sheet(self._sheet)
            self._rules.show_rules(self._sheet.rules, self._period_id)
            self._order_stops()
        self._show_line()
        self.heading_changed.emit()

    def _order_stops(self) -> None:
        """Let the Tab key go on from the words to the reasons and to what is missing, which are made as they come."""
        note = self._words.form.editor("note").parts[-1:]
        follow_each_other([*note, *self._reasons.stops, *stops(self._rules)])

    def _show_line(self) -> None:
        periods = sorted(self.session.project.snapshot.all(FocusPeriod), key=_starts)
        names = {period.id: period_text(period) for period in periods}
        if [self._picker.itemText(row) for row in range(self._picker.count())] != list(names.values()):
            self._picker.clear()
            for period_id, text in names.items():
                self._picker.addItem(text, period_id)
        self._picker.setCurrentIndex(self._picker.findData(self._period_id))
        self._period.choosing.setVisible(len(periods) > 1)
        self._line.show_figure(focus_time_line(self.session.project), names)

    def _show_empty(self) -> None:
        text = self.tr("Zeitraum festlegen")
        why = self.tr(
            "Das Land fördert das Zentrum nur, wenn für je zwei Jahre Schwerpunkte festgelegt sind: mindestens ein "
            "Handlungsfeld aus „Integration durch Bildung“ und eines aus „Integration als Querschnittsaufgabe“."
        )
        if not self._has_fields():
            text = self.tr("Zu den Handlungsfeldern")
            why = self.tr(
                "Schwerpunkt kann nur werden, was als Handlungsfeld zum Konzept gehört. Bitte zuerst mindestens ein "
                "Handlungsfeld aus „Integration durch Bildung“ und eines aus „Integration als Querschnittsaufgabe“ "
                "aufnehmen."
            )
        self._empty.show_text(why, "" if self.session.read_only else text)

    def _has_fields(self) -> bool:
        fields = self.session.project.snapshot.all(FieldOfAction)
        return any(field.status is FieldStatus.ADOPTED for field in fields)

    def _begin_empty(self) -> None:
        if self._has_fields():
            self._begin()
        else:
            self.session.open("fields.fields")

    def _begin(self) -> None:
        made = self.session.attempt(partial(begin_period, self.session.project))
        if made is not None:
            self._choose(made.id)
            self._period.form.reveal("starts")

    def _delete_period(self) -> None:
        if self._sheet is None:
            return
        text = self.tr("Der Schwerpunktzeitraum {0} ist gelöscht.").format(period_text(self._sheet.period))
        self.session.leaving.emit()
        self.session.attempt(partial(delete, self.session.project, FocusPeriod, self._period_id))
        if self.session.project.snapshot.find(FocusPeriod, self._period_id) is None:
            self.session.say_done(text)
        self._refresh_sheet()

    def _choose(self, period_id: str) -> None:
        if self.session.project.snapshot.find(FocusPeriod, period_id) is not None:
            self._period_id = period_id
            self._refresh_sheet()

    def _pick(self, row: int) -> None:
        self._choose(str(self._picker.itemData(row)))

    def _focus_begin(self) -> None:
        for made in self._empty.findChildren(QWidget, "begin"):
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rank(self) -> None:
        self.session.jobs.run(
            partial(self.session.apart.run, Plain(ranked), self.session.project.pinned()),
            self._show_ranking,
            key="focus.ranking",
        )

    def _show_ranking(self, found: Ranked) -> None:
        strands, figure = found
        self._ranking.show_ranking(strands, figure)
        self._strands.show_urgency(self._ranking.rows)


def _starts(period: FocusPeriod) -> tuple[object, str]:
    return period.starts, period.id


def _type_of(change: Change) -> type:
    if isinstance(change, Create):
        return type(change.record)
    return change.record_type
