"""Show the ways to place the centre side by side; exactly one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.project.organisation.edit import choose_variant
from kizdesk.project.records import add, delete, next_position, reorder
from kizdesk.ui.forms import FieldSpec, Group, Line, LongText, RecordForm
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import icon_button
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.scroll import ScrollPage

_SIDE_BY_SIDE = 3


class VariantCard(Card):
    """Be one variant: whether it is chosen, and what speaks for and against it."""

    picked = Signal(str)
    """The id of the variant that shall be the chosen one."""
    moved = Signal(str, int)
    dropped = Signal(str)

    def __init__(self, session: Session, variant_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session, self._id = session, variant_id
        self._radio = QRadioButton(self.tr("gewählt"))
        icon = session.theme.icon
        self._left = icon_button(icon("left", "muted"), self.tr("Nach links"), name=f"variant.left.{variant_id}")
        self._right = icon_button(icon("right", "muted"), self.tr("Nach rechts"), name=f"variant.right.{variant_id}")
        self._drop = icon_button(icon("trash", "muted"), self.tr("Variante löschen"), name=f"variant.drop.{variant_id}")
        self.form = RecordForm(session, OrganisationVariant, (Group("", self._specs()),))
        self._build_card()
        self._connect()
        self.form.show_record(variant_id)

    def show_variant(self, variant: OrganisationVariant) -> None:
        """Show whether it is chosen."""
        self._radio.setChecked(variant.chosen)
        self._radio.setText(self.tr("gewählt") if variant.chosen else self.tr("wählen"))
        self._radio.setAccessibleName(self.tr("{0} wählen").format(variant.title))
        self.setAccessibleName(variant.title)
        self.set_ground("selection" if variant.chosen else "card")

    def show_place(self, place: int, count: int) -> None:
        """Offer only the ways there are from its place."""
        free = not self._session.read_only
        self._left.setEnabled(free and place > 0)
        self._right.setEnabled(free and place < count - 1)

    def _specs(self) -> tuple[FieldSpec, ...]:
        lines = self.tr("Je Zeile ein Punkt.")
        return (
            FieldSpec("title", self.tr("Variante"), Line, required=True, wide=True),
            FieldSpec("description", self.tr("Beschreibung"), partial(LongText, least=3), wide=True),
            FieldSpec("advantages", self.tr("Dafür spricht"), partial(LongText, least=3), help=lines, wide=True),
            FieldSpec("disadvantages", self.tr("Dagegen spricht"), partial(LongText, least=3), help=lines, wide=True),
        )

    def _build_card(self) -> None:
        head = QHBoxLayout()
        self._radio.setAutoExclusive(False)
        self._radio.setObjectName(f"variant.choose.{self._id}")
        head.addWidget(self._radio, 1)
        for made in (self._left, self._right, self._drop):
            head.addWidget(made)
        self._drop.setEnabled(not self._session.read_only)
        self._radio.setEnabled(not self._session.read_only)
        self.body.addLayout(head)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._radio.clicked.connect(self._pick)
        self._left.clicked.connect(partial(self.moved.emit, self._id, -1))
        self._right.clicked.connect(partial(self.moved.emit, self._id, 1))
        self._drop.clicked.connect(partial(self.dropped.emit, self._id))
        self._session.theme.changed.connect(self._draw)

    def _pick(self) -> None:
        self._radio.setChecked(True)
        self.picked.emit(self._id)

    def _draw(self) -> None:
        for made, name in ((self._left, "left"), (self._right, "right"), (self._drop, "trash")):
            made.setIcon(self._session.theme.icon(name, "muted"))


class VariantsView(QWidget):
    """Be all variants, three side by side."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cards: dict[str, VariantCard] = {}
        self._order: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._scroll = ScrollPage()
        self._empty = EmptyState("")
        self._teaching = Card()
        self._build()
        self._empty.begun.connect(self.add_new)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        variants = self._variants()
        for key in [key for key in self._cards if key not in {variant.id for variant in variants}]:
            gone = self._cards.pop(key)
            gone.hide()
            gone.deleteLater()
        for variant in variants:
            if variant.id not in self._cards:
                self._cards[variant.id] = self._made(variant)
            self._cards[variant.id].form.refresh(changes)
            self._cards[variant.id].show_variant(variant)
        self._arrange(tuple(variant.id for variant in variants))
        self._teaching.setVisible(not variants)
        self._scroll.setVisible(bool(variants))

    def reveal(self, variant_id: str, field: str = "") -> bool:
        """Put the focus into a variant; without one, onto the first."""
        card = self._cards.get(variant_id) if variant_id else next(iter(self._cards.values()), None)
        if card is None:
            self._empty.findChildren(QWidget, "begin")[0].setFocus()
            return not variant_id
        if not (field and card.form.reveal(field)):
            card.form.focus_first()
        return True

    def add_new(self) -> None:
        """Add a variant behind the others; the first one is not chosen by itself."""
        project = self._session.project
        made = OrganisationVariant(
            id=project.new_id(),
            title=self.tr("Neue Variante"),
            position=next_position(project.snapshot, OrganisationVariant),
        )
        if self._session.attempt(partial(add, project, made)) is not None:
            self.refresh(())
            self._cards[made.id].form.begin()

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._teaching.body.addWidget(self._empty)
        self._grid.setSpacing(sizes.gap)
        self._scroll.body.addLayout(self._grid)
        self._scroll.body.addStretch(1)
        column.addWidget(self._teaching)
        column.addWidget(self._scroll)
        why = self.tr(
            "Das Konzept sagt, wo das Zentrum in der Verwaltung steht, und warum gerade dort. Tragen Sie die "
            "Möglichkeiten nebeneinander ein und wählen Sie eine."
        )
        self._empty.show_text(why, "" if self._session.read_only else self.tr("Erste Variante eintragen"))

    def _made(self, variant: OrganisationVariant) -> VariantCard:
        card = VariantCard(self._session, variant.id, self)
        card.setMinimumWidth(self._session.theme.sizes.rail - self._session.theme.sizes.padding)
        card.picked.connect(self._pick)
        card.moved.connect(self._move)
        card.dropped.connect(self._drop)
        return card

    def _arrange(self, order: tuple[str, ...]) -> None:
        if order == self._order:
            return
        self._order = order
        for card in self._cards.values():
            self._grid.removeWidget(card)
        for place, key in enumerate(order):
            self._grid.addWidget(
                self._cards[key], place // _SIDE_BY_SIDE, place % _SIDE_BY_SIDE, Qt.AlignmentFlag.AlignTop
            )
            self._cards[key].show_place(place, len(order))
            self._cards[key].show()
        for column in range(_SIDE_BY_SIDE):
            self._grid.setColumnStretch(column, 1 if column < len(order) else 0)

    def _variants(self) -> list[OrganisationVariant]:
        found = self._session.project.snapshot.all(OrganisationVariant)
        return sorted(found, key=lambda variant: (variant.position, variant.id))

    def _pick(self, variant_id: str) -> None:
        self._session.attempt(partial(choose_variant, self._session.project, variant_id))

    def _move(self, variant_id: str, step: int) -> None:
        order = list(self._order)
        place = order.index(variant_id)
        if 0 <= place + step < len(order):
            order.insert(place + step, order.pop(place))
            self._session.attempt(partial(reorder, self._session.project, OrganisationVariant, order))

    def _drop(self, variant_id: str) -> None:
        title = self._session.project.snapshot.get(OrganisationVariant, variant_id).title
        self._cards[variant_id].form.flush()
        act = partial(delete, self._session.project, OrganisationVariant, variant_id)
        self._session.carry_out(act, self.tr("Die Variante „{0}“ ist gelöscht.").format(title))
