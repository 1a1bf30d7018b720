"""Type the name of a body or take one of those proposed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.forms import Editor
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.session import Session


class Proposed(Editor):
    """Type a name or take one of those proposed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._box = Picker(self)
        line = self._box.make_searchable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self.watch(line)
        self._box.setAccessibleName(self.tr("Vorschläge"))
        self._box.editTextChanged.connect(self.edited)

    def offer(self, names: Sequence[str]) -> None:
        """Propose names; the first is taken."""
        self._box.clear()
        self._box.addItems(list(names))

    def value(self) -> str:
        """Return the name."""
        return self._box.currentText().strip()

    def set_value(self, value: object) -> None:
        """Show a name."""
        self._box.setEditText(str(value or ""))

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._box.setEnabled(not on)
