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
        self._column = QVBoxLayout(self)
        self._help_label: WrapLabel | None = None
        self._refusal: WrapLabel | None = None
        self._timer = QTimer(self)
        self._build()
        self._timer.timeout.connect(self._calm)
        editor.describe(label, self._description())

    def show_refusal(self, sentence: str) -> None:
        """Say why the value was not taken; nothing if the text is empty."""
        if self._refusal is None and sentence:
            self._refusal = self._words_below("problem", 2)
        if self._refusal is not None:
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
        self.editor.describe(label, self._description(self._refused()))

    def explain(self, help_text: str) -> None:
        """Show other help."""
        self._help = help_text
        self._show_help()
        self.editor.describe(self._label.text(), self._description(self._refused()))

    def highlight(self) -> None:
        """Show for a moment that this is the place."""
        set_look(self, "here", "true")
        self._timer.start()

    def space(self, length: int) -> None:
        """Leave so much room between the words and the editor."""
        self._column.setSpacing(length)

    def _build(self) -> None:
        self.setProperty(WHOLE, "true")
        self._label.setBuddy(self.editor)
        self._label.setProperty("role", "strong")
        head = QHBoxLayout()
        head.addWidget(self._label)
        if self._required:
            head.addWidget(self._duty())
        head.addStretch(1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self.editor)
        self._column.addStretch(1)
        self.editor.setParent(self)
        self._show_help()
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_FOR)

    def _duty(self) -> QLabel:
        made = QLabel(self.tr("Pflichtangabe"), self)
        made.setProperty("role", "small")
        return made

    def _words_below(self, role: str, place: int) -> WrapLabel:
        """Make a line of words below the editor; most fields never need it, and each label takes 15 kB."""
        made = WrapLabel("", role, self)
        self._column.insertWidget(place, made)
        return made

    def _show_help(self) -> None:
        if self._help_label is None and self._help:
            self._help_label = self._words_below("small", self._column.count() - 1)
        if self._help_label is not None:
            self._help_label.setText(self._help)
            self._help_label.setVisible(bool(self._help))

    def _refused(self) -> str:
        return self._refusal.text() if self._refusal is not None else ""

    def _description(self, sentence: str = "") -> str:
        duty = self.tr("Pflichtangabe.") if self._required else ""
        return " ".join(part for part in (sentence, duty, self._help) if part)

    @Slot()
    def _calm(self) -> None:
        set_look(self, "here", "")
