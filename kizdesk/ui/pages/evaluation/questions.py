"""Choose a question: grouped by section, found while typing, next and previous by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from kizdesk.project.comparison import QuestionChoice, QuestionGroup
from kizdesk.ui.forms.suggestions import ClickThrough

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
WORDS = int(ROLE.UserRole) + 1
_NO_INDEX = QModelIndex()


class QuestionModel(QAbstractListModel):
    """Be the sections, which cannot be chosen, with their questions."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QuestionGroup | QuestionChoice] = []

    def show_groups(self, groups: Sequence[QuestionGroup]) -> None:
        """Show other questions."""
        rows: list[QuestionGroup | QuestionChoice] = []
        for group in groups:
            rows += [group, *group.questions]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the rows; a section has none."""
        return tuple(row.id if isinstance(row, QuestionChoice) else "" for row in self._rows)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return what a row shows."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return _of_section(row, role) if isinstance(row, QuestionGroup) else _of_question(row, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only questions be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], QuestionGroup):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _of_section(row: QuestionGroup, role: int) -> object:
    if role == ROLE.FontRole:
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font
    return f"{row.letter}  {row.title}" if role in (ROLE.DisplayRole, ROLE.AccessibleTextRole) else None


def _of_question(row: QuestionChoice, role: int) -> object:
    if role in (ROLE.DisplayRole, ROLE.EditRole, ROLE.AccessibleTextRole):
        return f"{row.number}  {row.short}"
    return {int(ROLE.ToolTipRole): row.text, WORDS: f"{row.number}  {row.short} {row.text}"}.get(int(role))


class QuestionChooser(QComboBox):
    """Be the line in which a question is chosen."""

    chosen = Signal(str)
    """The id of the question the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = QuestionModel()
        self._current = ""
        self._build()
        self.activated.connect(self._take)

    @property
    def question_id(self) -> str:
        """Return the id of the question chosen."""
        return self._current

    def show_groups(self, groups: Sequence[QuestionGroup]) -> None:
        """Offer questions; the chosen one stays if it is among them."""
        self._questions.show_groups(groups)
        self.choose(self._current if self._current in self._questions.ids else self._first())

    def choose(self, question_id: str) -> bool:
        """Show a question as chosen, without telling anyone."""
        if not question_id or question_id not in self._questions.ids:
            return False
        self._current = question_id
        place = self._questions.ids.index(question_id)
        self.setCurrentIndex(place)
        self.setEditText(self.itemText(place))
        self.setToolTip(str(self.currentData(ROLE.ToolTipRole) or ""))
        return True

    def go(self, step: int) -> bool:
        """Choose the question some places further; returns False at the end."""
        ids = [ident for ident in self._questions.ids if ident]
        place = ids.index(self._current) + step if self._current in ids else 0
        if not 0 <= place < len(ids):
            return False
        self.choose(ids[place])
        self.chosen.emit(ids[place])
        return True

    def _build(self) -> None:
        self.setModel(self._questions)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setObjectName("question")
        self.setAccessibleName(self.tr("Frage"))
        self.setMaxVisibleItems(18)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self._questions, self)
        completer.setCompletionRole(WORDS)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        ClickThrough(completer).clicked_beside.connect(self._restore)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(self.tr("Frage"))
            line.setPlaceholderText(self.tr("Frage suchen …"))
            line.returnPressed.connect(self._read)
            line.editingFinished.connect(self._restore)

    def _first(self) -> str:
        return next((ident for ident in self._questions.ids if ident), "")

    def _take(self, place: int) -> None:
        ident = self._questions.ids[place] if 0 <= place < len(self._questions.ids) else ""
        if ident and self.choose(ident):
            self.chosen.emit(ident)

    def _read(self) -> None:
        typed = self.currentText().strip().casefold()
        for place in range(self._questions.rowCount()):
            words = str(self._questions.index(place).data(WORDS) or "").casefold()
            if typed and typed in words:
                self._take(place)
                return

    def _restore(self) -> None:
        self.choose(self._current)
