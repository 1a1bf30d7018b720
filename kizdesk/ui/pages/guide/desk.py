"""Stand the tree of the guide and the form of what is chosen side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.guide import Guide
from kizdesk.project.guides.telling import Kind
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.pages.guide.doing import Doing
from kizdesk.ui.pages.guide.pane import GuidePane
from kizdesk.ui.pages.guide.tree_model import Node
from kizdesk.ui.pages.guide.tree_view import GuideTree
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.labels import label

_SHARES = (9, 14)


class GuideDesk(QWidget):
    """Be the desk on which the guide is edited."""

    chosen = Signal()
    """Another question or section is chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(parent)
        self._session = session
        self._doing = Doing(session, self)
        self.tree = GuideTree(session.theme)
        self.pane = GuidePane(session, delay=delay)
        self._meaning = label("", "small")
        self._build()
        self._connect()

    @property
    def node(self) -> Node | None:
        """Return the question or section chosen."""
        return self.tree.node

    def show_guide(self, guide: Guide, marks: Mapping[str, Kind], meaning: str) -> None:
        """Show another guide, and say what the next change does; at first the tree stands on the first own question."""
        self.tree.show_guide(guide, marks)
        self._meaning.setText(meaning)
        if self.node is None:
            first = next((question.id for question in guide.questions() if not question.binding), "")
            self.tree.reveal(first)
        self.pane.show_node(self.node)

    def reveal(self, wanted: str, field: str = "") -> bool:
        """Go to a question or section, and into one of its fields."""
        if not self.tree.reveal(wanted):
            return False
        if not (field and self.pane.reveal(field)):
            self.tree.setFocus()
        return True

    def add_question(self) -> None:
        """Add a question behind the one chosen and type its words."""
        self._type_into(self._doing.add(self.node))

    def add_section(self) -> None:
        """Add a section behind the one chosen and type its title."""
        self._type_into(self._doing.add_section(self.node))

    def flush(self) -> None:
        """Write what is typed."""
        self.pane.flush()

    def _build(self) -> None:
        left = Card()
        left.body.addWidget(self.tree, 1)
        left.body.addWidget(self._meaning)
        self.tree.set_fixed(fixed=self._session.read_only)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Columns((left, self.pane), _SHARES, self._session.memory, "guide"))

    def _connect(self) -> None:
        tree, pane = self.tree, self.pane
        tree.chosen.connect(self._show)
        tree.entered.connect(pane.focus_first)
        tree.stepped.connect(self._step)
        tree.dropped.connect(self._drop)
        tree.added.connect(self._add)
        for asked in (tree.deleted, pane.drop_asked):
            asked.connect(self._remove)
        for asked in (tree.copied, pane.copy_asked):
            asked.connect(self._copy)
        pane.back_asked.connect(self._bring_back)
        pane.step_asked.connect(self._step)

    def _show(self, node: Node | None) -> None:
        self.pane.show_node(node)
        self.chosen.emit()

    def _add(self) -> None:
        if not self._session.read_only:
            self.add_question()

    def _type_into(self, wanted: str) -> None:
        if wanted:
            self.tree.reveal(wanted)
            self.pane.focus_first(chosen=True)

    def _copy(self) -> None:
        node = self.node
        if node is not None and not self._session.read_only:
            self.pane.flush()
            self._type_into(self._doing.copy(node))

    def _remove(self) -> None:
        node = self.node
        if node is None or self._session.read_only or (node.question is not None and node.question.retired):
            return
        self.pane.flush()
        self.tree.setFocus()
        self._doing.remove(node)

    def _bring_back(self) -> None:
        node = self.node
        if node is not None:
            self._doing.bring_back(node)

    def _step(self, step: int) -> None:
        node = self.node
        if node is not None and not self._session.read_only:
            self.pane.flush()
            self._doing.step(node, step)
            self.tree.reveal(node.id)

    def _drop(self, moved: str, section_id: str, place: int) -> None:
        self.pane.flush()
        self._doing.put(moved, section_id, place)
        self.tree.reveal(moved)
