"""Choose several of many: boxes side by side, or a list with a search when they are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kizdesk.domain.texts import fold
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.option_list import OptionModel, OptionView
from kizdesk.ui.forms.options import MANY, Option, Source
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.fitted_box import FittedBox
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import WrapLabel
from kizdesk.ui.widgets.stops import follow_each_other

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class Many(Editor):
    """Choose several options of a source; the value is a tuple in the order of the options."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, source: Source, empty: str = "") -> None:
        super().__init__(session, parent)
        self._source, self._empty = source, empty
        self._unknown: tuple[Any, ...] = ()
        self._boxes: list[FittedBox] = []
        self._flow = FlowRow(self)
        self._model = OptionModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._search = QLineEdit(self)
        self._view = OptionView(self)
        self._all = button(self.tr("Alle auswählen"), name="choose-all")
        self._summary = WrapLabel("", "small", self)
        self._build()
        self._search.textEdited.connect(self._filter)
        self._all.clicked.connect(self._choose_all)
        self._view.activated.connect(self._toggle)
        self._model.chosen.connect(self._choose)
        self.reload()

    def value(self) -> Any:
        """Return the chosen values."""
        return (*self._model.chosen_values(), *self._unknown)

    def set_value(self, value: Any) -> None:
        """Tick the boxes of these values; what is not offered is kept as well."""
        known = {option.value for option in self._model.options}
        self._unknown = tuple(item for item in value or () if item not in known)
        self._model.choose(tuple(value or ()))
        self._show_choice()

    def drop_unknown(self) -> None:
        """Hold no value any more that is not offered."""
        self.set_value(self._model.chosen_values())

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._model.is_read_only = on
        self._all.setEnabled(not on)
        for box in self._boxes:
            box.setEnabled(not on)

    def reload(self) -> None:
        """Fetch the options anew; what is chosen stays."""
        options = tuple(self._source(self.session))
        if options != self._model.options:
            held = self.value()
            self._model.show_options(options)
            self._arrange(options)
            self.set_value(held)
            self.describe(self.accessibleName(), self.accessibleDescription())

    def _build(self) -> None:
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterRole(Qt.ItemDataRole.UserRole)
        self._view.setModel(self._proxy)
        self._search.setPlaceholderText(self.tr("Suchen …"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.session.theme.sizes.unit)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._summary, 0, 0, 1, 2)
        grid.addWidget(self._search, 1, 0)
        grid.addWidget(self._all, 1, 1)
        grid.addWidget(self._view, 2, 0, 1, 2)
        grid.addWidget(self._flow, 3, 0, 1, 2)
        self.watch(self._search, self.tr("suchen"))
        self.watch(self._all, self.tr("alle auswählen"))
        self.watch(self._view)
        self._arrange(())

    def _arrange(self, options: Sequence[Option]) -> None:
        many = len(options) > MANY
        for widget in (self._search, self._all, self._view):
            widget.setVisible(many)
        self._summary.setVisible(many or not options)
        self._flow.setVisible(not many)
        for box in self._boxes:
            self.forget(box)
        self._flow.clear()
        self._boxes = [] if many else [self._made_box(option) for option in options]
        self.lead_with(self._boxes[0] if self._boxes else self._view)
        follow_each_other((self._search, self._all, self._view, *self._boxes))
        self._view.updateGeometry()

    def _made_box(self, option: Option) -> FittedBox:
        box = FittedBox(option.text, self._flow)
        box.setEnabled(not self._model.is_read_only)
        box.setMinimumWidth(self.session.theme.sizes.control)
        box.setToolTip(option.text)
        box.clicked.connect(self._choose_boxes)
        self._flow.add(box)
        self.watch(box, option.text)
        return box

    def _show_choice(self) -> None:
        chosen = set(self._model.chosen_values())
        for box, option in zip(self._boxes, self._model.options, strict=False):
            box.setChecked(option.value in chosen)
        texts = self._model.chosen_texts()
        text = self.tr("Gewählt: ") + ", ".join(texts) if texts else self._empty or self.tr("Noch nichts gewählt.")
        self._summary.setText(text)
        self._all.setText(self.tr("Alle abwählen") if self._has_all() else self.tr("Alle auswählen"))

    def _has_all(self) -> bool:
        return bool(self._model.options) and len(self._model.chosen_values()) == len(self._model.options)

    @Slot()
    def _choose_all(self) -> None:
        """Choose all options, or none if all are chosen."""
        self._model.choose(() if self._has_all() else tuple(option.value for option in self._model.options))
        self._choose()

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._proxy.setFilterFixedString(fold(text.strip()))

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        self._proxy.setData(index, None, Qt.ItemDataRole.CheckStateRole)

    @Slot()
    def _choose_boxes(self) -> None:
        ticked = [option.value for box, option in zip(self._boxes, self._model.options, strict=True) if box.isChecked()]
        self._model.choose(ticked)
        self._choose()

    @Slot()
    def _choose(self) -> None:
        self._show_choice()
        self.edited.emit()
        self.committed.emit()
