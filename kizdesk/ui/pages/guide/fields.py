"""Hold the fields of a form whose values are parts of the guide, and show those that fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.forms import Binding, Editor, FieldCell
from kizdesk.ui.forms.binding import DELAY, Read, Write
from kizdesk.ui.forms.columns import GroupBlock

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


_TWO_FROM = 60
"""Letters beside each other from which on there is room for two fields."""


class Fields(QWidget):
    """Be fields in groups; each writes itself."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(parent)
        self.session = session
        self._delay = delay
        self._cells: dict[str, FieldCell] = {}
        self._bindings: dict[str, Binding] = {}
        self._groups: list[GroupBlock] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(session.theme.sizes.padding)

    def add_group(self, title: str, help_text: str = "") -> GroupBlock:
        """Begin a group of fields."""
        group = GroupBlock(self.session.theme.sizes, title, help_text, self, two_from=_TWO_FROM)
        self._groups.append(group)
        self.column.addWidget(group)
        return group

    def add(
        self,
        name: str,
        label: str,
        editor: Editor,
        access: tuple[Read, Write],
        *,
        help_text: str = "",
        wide: bool = False,
    ) -> FieldCell:
        """Add a field to the last group: its words, its editor, and how its value is read and written."""
        cell = FieldCell(editor, label, help_text)
        binding = Binding(editor, self.session, *access, delay=self._delay)
        binding.refused.connect(cell.show_refusal)
        for part in editor.parts:
            if not part.objectName():
                part.setObjectName(f"guide.{name}")
        self._cells[name], self._bindings[name] = cell, binding
        self._groups[-1].add(cell, wide=wide)
        return cell

    def cell(self, name: str) -> FieldCell:
        """Return the words and the editor of a field."""
        return self._cells[name]

    def show_all(self) -> None:
        """Show the values of something else."""
        for binding in self._shown():
            binding.show()

    def refresh(self) -> None:
        """Show the values that changed."""
        for binding in self._shown():
            binding.refresh()

    def flush(self) -> bool:
        """Write what is typed; tells whether all of it was taken."""
        taken = [binding.flush() for binding in self._shown()]
        return all(taken)

    def show_only(self, wanted: frozenset[str]) -> None:
        """Show the fields of these names and no others."""
        changed = False
        for name, cell in self._cells.items():
            shown = name in wanted
            if cell.isHidden() is shown:
                cell.setVisible(shown)
                changed = True
                if shown:
                    self._bindings[name].show()
        if changed:
            for group in self._groups:
                group.arrange()

    def reveal(self, name: str) -> bool:
        """Put the focus into a field; returns False if it is not shown."""
        cell = self._cells.get(name)
        if cell is None or cell.isHidden():
            return False
        cell.editor.setFocus()
        cell.highlight()
        return True

    def _shown(self) -> Iterator[Binding]:
        for name, binding in self._bindings.items():
            if not self._cells[name].isHidden():
                yield binding
