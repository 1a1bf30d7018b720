"""Say what may be wrong with values that are taken, below the fields that scroll, where nothing moves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kizdesk.ui.widgets.labels import WrapLabel


class RemarkLine(WrapLabel):
    """Be the one place for the remarks on all fields of a form.

    A remark comes while somebody types; below its field it would push the next field away from under the hand.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "attention", parent)
        self._sentences: dict[QWidget, str] = {}
        self.hide()

    def put(self, cell: QWidget, sentence: str) -> None:
        """Say something about the value of a field; nothing if the text is empty."""
        self._sentences[cell] = sentence
        said = " ".join(filter(None, self._sentences.values()))
        self.setText(said)
        self.setVisible(bool(said))
