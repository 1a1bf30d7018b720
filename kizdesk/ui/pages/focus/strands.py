"""Show the fields of both strands to choose from; ticking one moves nothing on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.fields import Strand
from kizdesk.domain.focus import Focus
from kizdesk.project.focus.edit import choose_focus, drop_focus, move_focus
from kizdesk.project.focus.ranking import UrgencyRow, proposal_text
from kizdesk.project.focus.sheet import FocusOption, FocusSheet
from kizdesk.ui.pages.focus.choice import FieldChoice
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.stops import follow_each_other


class StrandBlock(QWidget):
    """Be the fields of one strand under its name."""

    def __init__(self, session: Session, strand: Strand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strand = strand
        self._session = session
        self._shown: tuple[FieldChoice, ...] = ()
        self._note = label("", "attention")
        self._go = button(self.tr("Zu den Handlungsfeldern"), kind="link", name="focus.to-fields")
        self._fields = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, session.theme.sizes.gap_small)
        column.setSpacing(session.theme.sizes.gap_small)
        column.addWidget(label(session.labels.of(strand), "card_title"))
        column.addWidget(self._note)
        column.addWidget(self._go)
        column.addLayout(self._fields)
        self._fields.setSpacing(session.theme.sizes.unit)
        self._go.clicked.connect(partial(session.open, "fields.fields", strand.value))

    def show_choices(self, choices: Sequence[FieldChoice]) -> None:
        """Put the fields in their order and say what the strand lacks."""
        if self._shown != tuple(choices):
            self._shown = tuple(choices)
            for choice in choices:
                self._fields.removeWidget(choice)
            for choice in choices:
                self._fields.addWidget(choice)
                choice.show()
        chosen = any(choice.option.focus is not None for choice in choices)
        text = self.tr("Mindestens einer ist gewählt.") if chosen else self.tr("Hier fehlt noch ein Schwerpunkt.")
        if not choices:
            text = self.tr("Dazu gehört noch kein Handlungsfeld zum Konzept. Bitte zuerst eines aufnehmen.")
        self._note.set_role("done" if chosen else "attention")
        self._note.setText(text)
        self._go.setVisible(not choices)

    def focus_way(self) -> bool:
        """Put the focus onto the way to the fields that the strand lacks."""
        self._go.setFocus()
        return True


class StrandsCard(Card):
    """Be the choice of the focus for a period; every tick is one step that can be undone.

    The chosen fields stand first when a period is opened; a tick leaves every field where it stands.
    """

    reasoned = Signal(str)
    """The id of the field whose reason shall be written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._period_id = ""
        self._choices: dict[str, FieldChoice] = {}
        self._rows: Mapping[str, UrgencyRow] = {}
        self._order: list[str] = []
        self._blocks = {strand: StrandBlock(session, strand) for strand in Strand}
        self._proposal = label("", "muted")
        self._take = button(self.tr("Vorschlag übernehmen"), name="focus.take-proposal")
        self._sheet: FocusSheet | None = None
        self._build_card()
        self._take.clicked.connect(self._take_proposal)

    def show_sheet(self, sheet: FocusSheet) -> None:
        """Show what is chosen for a period and what can be."""
        other = sheet.period.id != self._period_id
        self._sheet, self._period_id = sheet, sheet.period.id
        known = {option.field_id for option in sheet.options}
        for field_id in [key for key in self._choices if key not in known]:
            gone = self._choices.pop(field_id)
            gone.hide()
            gone.deleteLater()
        if other or known != set(self._order):
            self._arrange()
        ordered = sorted(sheet.options, key=self._place_shown)
        numbers = self._numbers()
        for strand, block in self._blocks.items():
            own = [option for option in ordered if option.strand is strand]
            count = sum(option.focus is not None for option in own)
            for option in own:
                self._choice(option).show_option(option, numbers.get(option.field_id, 0), count)
            block.show_choices([self._choices[option.field_id] for option in own])
        self._order_stops(
            [self._choices[option.field_id] for strand in Strand for option in ordered if option.strand is strand]
        )
        self._propose(afresh=other)

    def show_urgency(self, rows: Mapping[str, UrgencyRow]) -> None:
        """Say beside each field how urgent the interviews find it."""
        self._rows = rows
        for field_id, choice in self._choices.items():
            self._tell_urgency(field_id, choice)
        if self._sheet is not None:
            self._arrange()
            self.show_sheet(self._sheet)
            self._propose(afresh=True)

    def reveal(self, field_id: str) -> bool:
        """Put the focus onto a field; returns False if it is not here."""
        choice = self._choices.get(field_id)
        if choice is not None:
            choice.focus_box()
        return choice is not None

    def focus_gap(self) -> bool:
        """Put the focus where the first strand that lacks a field gets one; else onto the first field of all."""
        shown = [choice.option for choice in self._choices.values()]
        for strand in Strand:
            own = [option for option in self._ordered(shown) if option.strand is strand]
            if not own:
                return self._blocks[strand].focus_way()
            if not any(option.focus for option in own):
                return self.reveal(own[0].field_id)
        return bool(shown) and self.reveal(self._ordered(shown)[0].field_id)

    def _build_card(self) -> None:
        self.set_title(self.tr("Schwerpunkte wählen"))
        strands = self.tr(
            "Das Konzept hat zwei Stränge, „Integration durch Bildung“ und „Integration als Querschnittsaufgabe“. "
            "Aus jedem muss mindestens ein Handlungsfeld Schwerpunkt sein."
        )
        self.body.addWidget(label(strands, "small"))
        self.body.addWidget(self._proposal)
        self.body.addWidget(self._take)
        for block in self._blocks.values():
            self.body.addWidget(block)
        self.body.addStretch(1)

    def _choice(self, option: FocusOption) -> FieldChoice:
        if option.field_id not in self._choices:
            made = FieldChoice(self._session, option, self)
            made.ticked.connect(self._tick)
            made.unticked.connect(self._untick)
            made.moved.connect(self._move)
            made.reasoned.connect(self.reasoned)
            self._choices[option.field_id] = made
            self._tell_urgency(option.field_id, made)
        return self._choices[option.field_id]

    def _tell_urgency(self, field_id: str, choice: FieldChoice) -> None:
        row = self._rows.get(field_id)
        if row is None:
            choice.show_urgency("")
            return
        words = (
            self.tr("Dringlichkeit {0}").format(row.mean_text)
            if row.count
            else self.tr("{0} × gewünscht").format(row.named)
        )
        choice.show_urgency(words, row.text)

    def _ordered(self, options: Sequence[FocusOption]) -> list[FocusOption]:
        chosen = sorted((option for option in options if option.focus is not None), key=_place)
        rest = [option for option in options if option.focus is None]
        return [*chosen, *sorted(rest, key=self._rank)]

    def _arrange(self) -> None:
        """Put the chosen fields first; until this is done again, each field keeps its place."""
        self._order = [option.field_id for option in self._ordered(self._sheet.options)] if self._sheet else []

    def _place_shown(self, option: FocusOption) -> int:
        return self._order.index(option.field_id)

    def _numbers(self) -> dict[str, int]:
        """Return the place of each chosen field among those of its strand."""
        options = self._sheet.options if self._sheet else ()
        chosen = [option for option in self._ordered(options) if option.focus is not None]
        places = [[option.field_id for option in chosen if option.strand is strand] for strand in Strand]
        return {field_id: number for own in places for number, field_id in enumerate(own, start=1)}

    def _rank(self, option: FocusOption) -> tuple[float, float]:
        row = self._rows.get(option.field_id)
        return (0.0, 0.0) if row is None else (-row.mean, -row.named)

    def _order_stops(self, choices: Sequence[FieldChoice]) -> None:
        follow_each_other([self._take, *(stop for choice in choices for stop in choice.stops)])

    def _proposals(self) -> list[FocusOption]:
        """Return the most urgent field of each strand that lacks one."""
        if self._sheet is None:
            return []
        found = []
        for strand in Strand:
            own = [option for option in self._ordered(self._sheet.options) if option.strand is strand]
            graded = [option for option in own if option.field_id in self._rows]
            if graded and not any(option.focus for option in own):
                found.append(graded[0])
        return found

    def _propose(self, *, afresh: bool) -> None:
        """Offer what is most urgent; once offered it stays until the period is opened again, so that nothing moves."""
        found = self._proposals()
        if afresh:
            shown = bool(found) and not self._session.read_only
            self._proposal.setText(proposal_text([self._rows[option.field_id] for option in found]))
            self._proposal.setVisible(shown)
            self._take.setVisible(shown)
        self._take.setEnabled(bool(found))

    def _take_proposal(self) -> None:
        fields = [option.field_id for option in self._proposals()]
        self.reveal(fields[0])
        self._session.attempt(partial(choose_focus, self._session.project, self._period_id, *fields))

    def _tick(self, field_id: str) -> None:
        self._session.attempt(partial(choose_focus, self._session.project, self._period_id, field_id))

    def _untick(self, field_id: str) -> None:
        title = self._choices[field_id].option.title
        act = partial(drop_focus, self._session.project, self._period_id, field_id)
        self._session.carry_out(act, self.tr("„{0}“ ist kein Schwerpunkt mehr.").format(title))

    def _move(self, field_id: str, step: int) -> None:
        focus = self._choices[field_id].option.focus
        if isinstance(focus, Focus):
            self._session.attempt(partial(move_focus, self._session.project, focus.id, step))
            self._arrange()
            if self._sheet is not None:
                self.show_sheet(self._sheet)


def _place(option: FocusOption) -> tuple[int, str]:
    return (option.focus.position, option.focus.id) if option.focus else (0, "")
