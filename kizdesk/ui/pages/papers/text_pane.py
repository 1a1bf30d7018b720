"""Edit a field that holds words: a line, a text, a list, a day, a choice or amounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.papers import PaperKind
from kizdesk.project.papers.doubts import doubt_about_date
from kizdesk.project.papers.editing import set_date, write_field
from kizdesk.project.papers.reading import FieldRow, FieldType, FieldValue, as_typed, paper_of
from kizdesk.ui.forms import Binding, Day, FieldCell, Line, Lines, One, Prose, fixed
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.pages.papers.pane import Pane
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import label

_WHOLE = 100
"""Share of the room that a text takes before all else."""
_LEAST_LINES = 2
"""Lines of a text that are always seen; the window stays as high as the screen when the proposal comes below it."""


class TextPane(Pane):
    """Be one field with its editors, one for each of its keys, and below an own text the present proposal."""

    def __init__(self, session: Session, kind: PaperKind, row: FieldRow, parent: QWidget | None = None) -> None:
        super().__init__(session, kind, row, parent)
        self._cells: list[FieldCell] = []
        self._bindings: list[Binding] = []
        self._beside = label(self.tr("Heutiger Vorschlag aus den Daten:"), "strong")
        self._proposal = QTextBrowser()
        self._fill()
        self.show_row(row, ())

    def show_row(self, row: FieldRow, changes: Sequence[Change]) -> None:
        """Show the field as it is now."""
        super().show_row(row, changes)
        for binding in self._bindings:
            binding.refresh()
        self._show_proposal()

    def adopt(self) -> None:
        """Bring the proposal back; a paper without a date of its own bears that of its printing."""
        if self.row.type is FieldType.DAY:
            set_date(self.session.project, self.kind, None)
        else:
            super().adopt()

    def flush(self) -> None:
        """Write what is typed."""
        for binding in self._bindings:
            if not binding.flush():
                self.session.say(f"{self.row.label}: {binding.sentence}", kind="problem")

    def take_focus(self) -> None:
        """Put the focus into the first editor."""
        if self._cells:
            self._cells[0].editor.setFocus()

    def state_text(self) -> str:
        """Return whose text it is, in a sentence."""
        if self.row.type is FieldType.DAY and not self.row.is_own:
            return self.tr("Ohne eigenes Datum trägt das Schriftstück den Tag, an dem es gespeichert wird.")
        doubt = doubt_about_date(self.session.project, self.kind) if self.row.type is FieldType.DAY else ""
        return " ".join(filter(None, (super().state_text(), doubt)))

    def _fill(self) -> None:
        labels = {line.key: f"{line.label} ({line.plan})" for line in self.row.amounts}
        for value in self.row.values:
            editor = self._editor()
            editor.setObjectName(f"papers.{value.key}")
            cell = FieldCell(editor, labels.get(value.key, self._name()), self.row.help if not labels else "")
            cell.space(self.session.theme.sizes.unit)
            binding = Binding(editor, self.session, *self._ways(value.key))
            binding.refused.connect(cell.show_refusal)
            binding.show()
            self._cells.append(cell)
            self._bindings.append(binding)
            if not labels:
                self.column.addWidget(cell, _WHOLE if self.row.type is FieldType.TEXT else 0)
        if labels:
            self.column.addLayout(self._side_by_side())
        if labels and self.row.help:
            self.column.addWidget(label(self.row.help, "small"))
        self._fit()
        self.column.addWidget(self._beside)
        self.column.addWidget(self._proposal, _WHOLE // 2)
        self.column.addStretch(1)
        self._proposal.setObjectName(f"papers.proposal.{self.row.key}")
        self._proposal.setAccessibleName(self._beside.text())
        self._proposal.setOpenLinks(False)
        self._proposal.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._proposal.setMinimumHeight(2 * self.session.theme.sizes.control)

    def _side_by_side(self) -> QGridLayout:
        """Return what comes in beside what goes out, one plan below the other."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.session.theme.sizes.gap)
        grid.setVerticalSpacing(self.session.theme.sizes.gap_small)
        for place, cell in enumerate(self._cells):
            grid.addWidget(cell, place // 2, place % 2)
        return grid

    def _fit(self) -> None:
        """Let a text take the height that there is."""
        for cell in self._cells:
            column = cell.layout()
            if self.row.type is FieldType.TEXT and isinstance(column, QVBoxLayout):
                column.setStretchFactor(cell.editor, _WHOLE)

    def _name(self) -> str:
        return {
            FieldType.TEXT: self.tr("Text"),
            FieldType.LIST: self.tr("Ein Eintrag je Zeile"),
            FieldType.DAY: self.tr("Datum"),
            FieldType.CHOICE: self.tr("Angekreuzt wird"),
        }.get(self.row.type, self.tr("Angabe"))

    def _editor(self) -> Editor:
        makers: dict[FieldType, Callable[[Session], Editor]] = {
            FieldType.TEXT: partial(Prose, fills=True, least=_LEAST_LINES, printed=as_typed),
            FieldType.LIST: Lines,
            FieldType.DAY: Day,
            FieldType.CHOICE: partial(
                One,
                source=fixed(*((option.key, option.text) for option in self.row.options)),
                empty=self.tr("nichts ankreuzen"),
            ),
        }
        return makers.get(self.row.type, Line)(self.session)

    def _ways(self, key: str) -> tuple[Callable[[], Any], Callable[[Any, str], None]]:
        """Return how a key of the field is read and written."""
        if self.row.type is FieldType.DAY:
            return self._read_day, self._write_day
        if self.row.type is FieldType.LIST:
            return partial(self._read_lines, key), partial(self._write_lines, key)
        return partial(self._read, key), partial(self._write, key)

    def _value(self, key: str) -> FieldValue:
        return next(value for value in self.row.values if value.key == key)

    def _read(self, key: str) -> str:
        return self._value(key).text

    def _write(self, key: str, value: Any, stay: str) -> None:
        write_field(self.session.project, self.kind, key, str(value or ""), stay=stay)

    def _read_lines(self, key: str) -> tuple[str, ...]:
        return tuple(line.strip() for line in self._value(key).text.splitlines() if line.strip())

    def _write_lines(self, key: str, value: Sequence[str], stay: str) -> None:
        write_field(self.session.project, self.kind, key, "\n".join(value), stay=stay)

    def _read_day(self) -> date | None:
        return paper_of(self.session.project, self.kind).dated

    def _write_day(self, value: date | None, stay: str) -> None:
        set_date(self.session.project, self.kind, value, stay=stay)

    def _show_proposal(self) -> None:
        """Show what the data tell now beside an own text that says something else."""
        texts = [value.proposal for value in self.row.values if value.is_own and value.proposal != value.text]
        shown = self.row.type is not FieldType.DAY and any(text.strip() for text in texts)
        for part in (self._beside, self._proposal):
            part.setVisible(shown)
        if shown:
            self._proposal.setMarkdown("\n\n".join(self._spelled(text) for text in texts if text.strip()))

    def _spelled(self, text: str) -> str:
        """Return a proposal as it is read: the words of an option, lines one below the other."""
        if self.row.type is FieldType.CHOICE:
            return next((option.text for option in self.row.options if option.key == text), text)
        return as_typed(text) if self.row.type is FieldType.TEXT else "\n\n".join(text.splitlines())
