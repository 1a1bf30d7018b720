"""Change the guide as the page asks, and tell what was done with the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from kizdesk.domain.guide import Repeat, Section
from kizdesk.project.guides.editions import choose_version
from kizdesk.project.guides.moving import move
from kizdesk.project.guides.numbering import is_opening
from kizdesk.project.guides.questions import add_question, bring_back, drop_question, duplicate_question, move_question
from kizdesk.project.guides.sections import add_section, delete_section, move_section
from kizdesk.ui.pages.guide.tree_model import Node
from kizdesk.ui.session import Session


class Doing(QObject):
    """Do what concerns whole questions, sections and versions."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def add(self, node: Node | None) -> str:
        """Add a question behind another one, or to a section; returns its id, nothing if it is refused."""
        project = self._session.project
        sections = project.guides.present.sections
        free = [section for section in sections if section.repeat is not Repeat.PER_OFFERING]
        section = node.section if node is not None else free[-1]
        after = node.question.id if node is not None and node.question is not None else ""
        return self._session.attempt(partial(add_question, project, section.id, after)) or ""

    def add_section(self, node: Node | None) -> str:
        """Add a section behind another one; returns its id."""
        after = node.section.id if node is not None else ""
        return self._session.attempt(partial(add_section, self._session.project, after)) or ""

    def copy(self, node: Node) -> str:
        """Add a copy of a question; returns its id, nothing if it is refused."""
        if node.question is None:
            return ""
        return self._session.attempt(partial(duplicate_question, self._session.project, node.question.id)) or ""

    def remove(self, node: Node) -> None:
        """Drop a question, or delete a section nobody knows yet."""
        project = self._session.project
        if node.question is None:
            done = self.tr("Abschnitt „{0}“ gelöscht").format(node.section.title)
            self._session.carry_out(partial(delete_section, project, node.section.id), done)
            return
        before = project.snapshot
        stays = self._session.attempt(partial(drop_question, project, node.question.id))
        if stays is not None:
            words = self.tr("Frage „{0}“ herausgenommen") if stays else self.tr("Frage „{0}“ gelöscht")
            self._session.say_done(words.format(node.question.short or node.question.text), before)

    def bring_back(self, node: Node) -> None:
        """Ask a question again."""
        if node.question is not None:
            self._session.attempt(partial(bring_back, self._session.project, node.question.id))

    def put(self, moved: str, section_id: str, place: int) -> None:
        """Put a question into a section, or a section among the others, at a place."""
        project = self._session.project
        if section_id:
            self._session.attempt(partial(move_question, project, moved, section_id, place))
        else:
            self._session.attempt(partial(move_section, project, moved, place))

    def step(self, node: Node, step: int) -> None:
        """Move a question or section one place up or down; a question also into the next section."""
        sections = self._session.project.guides.present.sections
        row = next(row for row, section in enumerate(sections) if section.id == node.section.id)
        if node.question is None:
            if 0 <= row + step < len(sections):
                self.put(node.section.id, "", row + step)
            return
        ids = [question.id for question in node.section.questions]
        place = ids.index(node.question.id) + step
        if 0 <= place < len(ids):
            self.put(node.question.id, node.section.id, place)
            return
        beyond = sections[row + 1 :] if step > 0 else sections[:row][::-1]
        goal = next((section for section in beyond if _takes(section, node)), None)
        if goal is not None:
            self.put(node.question.id, goal.id, 0 if step > 0 else len(goal.questions))

    def choose(self, version: str) -> None:
        """Make another version that of the project."""
        done = self.tr("Neue Gespräche folgen jetzt der Fassung {0}").format(version)
        self._session.carry_out(partial(choose_version, self._session.project, version), done)

    def move_interviews(self, interview_ids: tuple[str, ...], words: str) -> None:
        """Move interviews to the present version."""
        self._session.carry_out(partial(move, self._session.project, interview_ids), words)


def _takes(section: Section, node: Node) -> bool:
    """Tell whether a question may stand in another section."""
    bound = node.question is not None and bool(node.question.binding)
    return section.repeat is node.section.repeat and not bound and not is_opening(section)
