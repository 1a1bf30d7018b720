"""Put a label above an editor, and help and refusals below it; remarks stand where the form wants them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.remarks import RemarkLine
from kizdesk.ui.widgets.labels import WrapLabel
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import WHOLE

_SHOWN_FOR = 1500
"""Milliseconds that a field stays highlighted when somebody was sent there."""


class FieldCell(QFrame):
    """Be one field with all its words."""

    def __init__(
        self,
        editor: Editor,
        label: str,
        help_text: str = "",
        *,
        required: bool = False,
        remarks: RemarkLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._remarks = remarks
        self._help = help_text
        self._required = required
        self._label = QLabel(label, self)
        self._duty = QLabel(self.tr("Pflichtangabe"), self)
        self._help_label = WrapLabel(help_text, "small", self)
        self._refusal = WrapLabel("", "problem", self)
        self._timer = QTimer(self)
        self._build()
        self._timer.timeout.connect(self._calm)
        editor.describe(label, self._description())

    def show_refusal(self, sentence: str) -> None:
        """Say why the value was not taken; nothing if the text is empty."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self.editor.describe(self._label.text(), self._description(sentence))

    def show_remark(self, sentence: str) -> None:
        """Say what may be wrong with a value that is taken; nothing if the text is empty."""
        if self._remarks is not None:
            self._remarks.put(self, sentence)
        self.editor.describe(self._label.text(), self._description(sentence))

    def rename(self, label: str) -> None:
        """Show another label."""
        self._label.setText(label)
        self.editor.describe(label, self._description(self._refusal.text()))

    def explain(self, help_text: str) -> None:
        """Show other help."""
        self._help = help_text
        self._help_label.setText(help_text)
        self._help_label.setVisible(bool(help_text))
        self.editor.describe(self._label.text(), self._description(self._refusal.text()))

    def highlight(self) -> None:
        """Show for a moment that this is the place."""
        set_look(self, "here", "true")
        self._timer.start()

    def space(self, length: int) -> None:
        """Leave so much room between the words and the editor."""
        column = self.layout()
        if column is not None:
            column.setSpacing(length)

    def _build(self) -> None:
        self.setProperty(WHOLE, "true")
        self._label.setBuddy(self.editor)
        self._label.setProperty("role", "strong")
        self._duty.setProperty("role", "small")
        self._duty.setVisible(self._required)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addWidget(self._duty)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.editor)
        column.addWidget(self._refusal)
        column.addWidget(self._help_label)
        column.addStretch(1)
        self.editor.setParent(self)
        self._help_label.setVisible(bool(self._help))
        self._refusal.setVisible(False)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)

    def _description(self, sentence: str = "") -> str:
        duty = self.tr("Pflichtangabe.") if self._required else ""
        return " ".join(part for part in (sentence, duty, self._help) if part)

    @Slot()
    def _calm(self) -> None:
        set_look(self, "here", "")
