"""Say how a focus period stands with its rules: what is broken in full, what is kept in one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kizdesk.project.focus.rules import FocusRule
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label


class RulePanel(QWidget):
    """Be the broken rules, each with its source and the way to mend it, and the names of those that are kept.

    What is mended leaves its room free until the page is shown again, so that nothing above slides under the hand.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[FocusRule, ...] | None = None
        self._period_id = ""
        self._broken = Card(ground="attention")
        self._kept_sign = QLabel()
        self._kept = label("", "done")
        self._rows: list[QWidget] = []
        self._build()
        session.theme.changed.connect(self._draw)

    def show_rules(self, rules: Sequence[FocusRule], period_id: str) -> None:
        """Show how a period stands."""
        if tuple(rules) == self._shown and period_id == self._period_id:
            return
        self._keep_room(other=period_id != self._period_id)
        self._shown, self._period_id = tuple(rules), period_id
        for row in self._rows:
            self._broken.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        broken = [rule for rule in rules if not rule.kept]
        self._rows = [self._row(rule) for rule in broken]
        for row in self._rows:
            self._broken.body.addWidget(row)
            row.show()
        self._broken.setVisible(bool(broken))
        kept = " · ".join(rule.title for rule in rules if rule.kept)
        self._kept.setText(self.tr("In Ordnung: {0}").format(kept) if kept else "")
        self._kept_sign.setVisible(bool(kept))
        self._kept.setToolTip("\n".join(_with_source(rule) for rule in rules if rule.kept))

    def showEvent(self, event: QShowEvent) -> None:
        """Need no more room than there is to say."""
        super().showEvent(event)
        self.setMinimumHeight(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(0)

    def _keep_room(self, *, other: bool) -> None:
        self.setMinimumHeight(0 if other or not self.isVisible() else self.height())

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        self._broken.set_title(self.tr("Was noch fehlt"))
        self._broken.setObjectName("focus.broken")
        column.addWidget(self._broken)
        line = QHBoxLayout()
        line.setSpacing(sizes.gap_small)
        line.addWidget(self._kept_sign)
        line.addWidget(self._kept, 1)
        column.addLayout(line)
        column.addStretch(1)
        self._kept.setObjectName("focus.kept")
        self._draw()

    def _row(self, rule: FocusRule) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._session.theme.sizes.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(rule.text))
        if rule.source:
            words.addWidget(label(self.tr("Quelle: {0}").format(rule.source), "small"))
        line.addLayout(words, 1)
        go = button(self.tr("Anzeigen"), kind="link", name="focus.mend")
        go.setAccessibleName(self.tr("Anzeigen: {0}").format(rule.title))
        go.clicked.connect(partial(self._session.go, rule.target))
        line.addWidget(go)
        return row

    def _draw(self) -> None:
        self._kept_sign.setPixmap(self._session.theme.pixmap("check", "done", ratio=self.devicePixelRatioF()))


def _with_source(rule: FocusRule) -> str:
    return f"{rule.text} ({rule.source})" if rule.source else rule.text
