"""Show one record as a form, and write what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Change, Update
from kizdesk.project.records import set_value
from kizdesk.ui.forms.binding import DELAY, Binding
from kizdesk.ui.forms.cell import FieldCell
from kizdesk.ui.forms.columns import GroupBlock
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.remarks import RemarkLine
from kizdesk.ui.forms.spec import FieldSpec, Group

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

RecordWrite = Callable[[str, Any, str], object]
"""Takes the id of the record, the value and the token of the stay."""


class RecordForm(QWidget):
    """Show a record in groups of fields; every field writes itself.

    The page calls ``refresh`` with the changes that it is told of.
    """

    record_gone = Signal()
    """The record shown is no longer there."""

    def __init__(
        self,
        session: Session,
        record_type: type[Record],
        groups: Iterable[Group],
        parent: QWidget | None = None,
        *,
        delay: int = DELAY,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._record_type = record_type
        self._groups = tuple(groups)
        self._record_id: str | None = None
        self._delay = delay
        self.remarks = RemarkLine(self)
        """Stands below the fields; who lets the form scroll may put it where it stays in sight."""
        self._cells: dict[str, FieldCell] = {}
        self._bindings: dict[str, Binding] = {}
        self._writes: dict[str, RecordWrite] = {}
        self._build()
        self.show_record(None)

    @property
    def record_id(self) -> str | None:
        """Return the id of the record shown."""
        return self._record_id

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields in the order of reading."""
        return tuple(self._cells)

    @property
    def is_dirty(self) -> bool:
        """Tell whether a field holds something that is not written, also because it was refused."""
        return any(binding.is_dirty for binding in self._bindings.values())

    def editor(self, field: str) -> Editor:
        """Return the editor of a field."""
        return self._cells[field].editor

    def binding(self, field: str) -> Binding:
        """Return what ties a field to the project."""
        return self._bindings[field]

    def set_write(self, field: str, write: RecordWrite) -> None:
        """Write a field by a function of the project instead of a plain setting of its value."""
        self._writes[field] = write

    def set_shown(self, field: str, *, shown: bool) -> None:
        """Show a field only where it makes sense."""
        self._cells[field].setVisible(shown)
        for block in self.findChildren(GroupBlock):
            block.arrange()

    def show_remark(self, field: str, sentence: str) -> None:
        """Say below the form what may be wrong with the value of a field; nothing if the text is empty."""
        self._cells[field].show_remark(sentence)

    def show_record(self, record_id: str | None) -> None:
        """Show another record, or none; what is typed for the one before is written first."""
        self.flush()
        self._record_id = record_id
        self.setEnabled(self._record() is not None)
        for name, binding in self._bindings.items():
            self._cells[name].editor.reload()
            binding.show()

    def flush(self) -> None:
        """Write what is typed; what is refused is said in the bar, for the field may be gone."""
        for name, binding in self._bindings.items():
            if not binding.flush() and self._record() is not None:
                self._session.say(f"{self._label(name)}: {binding.sentence}", kind="problem")

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed; an empty sequence means that everything may be different."""
        if self._record_id is None:
            return
        if self._record() is None:
            self.show_record(None)
            self.record_gone.emit()
            return
        touched = self._touched(changes)
        for name, binding in self._bindings.items():
            if touched is None:
                self._cells[name].editor.reload()
            if touched is None or name in touched:
                binding.refresh()

    def reveal(self, field: str) -> bool:
        """Scroll to a field, put the focus there and highlight it for a moment; False if there is none."""
        cell = self._cells.get(field)
        if cell is None:
            return False
        self._scroll_to(cell)
        cell.editor.setFocus()
        cell.highlight()
        return True

    def focus_first(self) -> None:
        """Put the focus into the first field, with its label in sight."""
        if self._cells:
            next(iter(self._cells.values())).editor.setFocus()
            self._show_first()
            QTimer.singleShot(0, self, self._show_first)

    def begin(self) -> None:
        """Put the focus into the first field of a new record: what is typed replaces the title it begins with."""
        if self._cells:
            self.focus_first()
            next(iter(self._cells.values())).editor.choose_text()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        sizes = self._session.theme.sizes
        column.setSpacing(sizes.padding + sizes.gap_small)
        for group in self._groups:
            block = GroupBlock(sizes, group.title, group.help, self, two_from=group.two_from)
            for spec in group.specs:
                block.add(self._make_cell(spec, block), wide=spec.wide)
            column.addWidget(block)
        column.addWidget(self.remarks)
        column.addStretch(1)

    def _make_cell(self, spec: FieldSpec, parent: QWidget) -> FieldCell:
        editor = spec.editor(self._session)
        editor.setObjectName(f"{kind_of(self._record_type)}.{spec.name}")
        if spec.placeholder:
            editor.set_placeholder(spec.placeholder)
        cell = FieldCell(editor, spec.label, spec.help, required=spec.required, remarks=self.remarks, parent=parent)
        cell.space(self._session.theme.sizes.unit)
        read, write = partial(self._read, spec.name), partial(self._write, spec.name)
        binding = Binding(editor, self._session, read, write, delay=self._delay)
        binding.refused.connect(cell.show_refusal)
        self._cells[spec.name], self._bindings[spec.name] = cell, binding
        return cell

    @Slot()
    def _show_first(self) -> None:
        """Scroll to the first field; a form that was hidden has its height only now."""
        first = next(iter(self._cells.values()))
        if first.editor.has_focus():
            self._scroll_to(first, from_top=True)

    def _scroll_to(self, cell: FieldCell, *, from_top: bool = False) -> None:
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            if from_top:
                area.verticalScrollBar().setValue(0)
            area.ensureWidgetVisible(cell)

    def _record(self) -> Record | None:
        if self._record_id is None:
            return None
        return self._session.project.snapshot.find(self._record_type, self._record_id)

    def _read(self, field: str) -> Any:
        record = self._record()
        return None if record is None else getattr(record, field)

    def _write(self, field: str, value: Any, stay: str) -> None:
        if self._record_id is None:
            return
        if field in self._writes:
            self._writes[field](self._record_id, value, stay)
        else:
            set_value(self._session.project, self._record_type, self._record_id, field, value, stay=stay)
        self._try_again(field)

    def _try_again(self, written: str) -> None:
        """Write what was refused in other fields: it may fit what stands beside it now."""
        for name, binding in self._bindings.items():
            if name != written and binding.sentence:
                binding.flush()

    def _label(self, field: str) -> str:
        return next(spec.label for group in self._groups for spec in group.specs if spec.name == field)

    def _touched(self, changes: Sequence[Change]) -> set[str] | None:
        """Return the fields that may show something else; None for all, also when what can be chosen changed."""
        touched: set[str] = set()
        for change in changes:
            if not (isinstance(change, Update) and change.record_type is self._record_type):
                return None
            if change.id == self._record_id:
                touched.add(change.field)
        return touched if changes else None
