"""Show the versions of the guide: which one is followed, what is different, which interviews are held by another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.interviews import InterviewStatus
from kizdesk.project.guides.moving import Elsewhere, elsewhere
from kizdesk.project.guides.standing import base_of, standing, version_choices
from kizdesk.project.guides.telling import Difference, differences
from kizdesk.project.opened import OpenProject
from kizdesk.ui.forms import Binding, FieldCell, One, Option
from kizdesk.ui.jobs import Progress
from kizdesk.ui.pages.guide.doing import Doing
from kizdesk.ui.pages.guide.lines import LineList, Row
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ScrollPage

_DETAILS = 6
"""So many answers without a place are told of one interview; the rest is counted."""


class VersionsView(QWidget):
    """Be the view of versions, differences and interviews."""

    opened = Signal(str)
    """The id of a question or section somebody wants to see."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._doing = Doing(session, self)
        self._moving: tuple[Elsewhere, ...] = ()
        self._version = One(session, source=self._versions, optional=False)
        self._binding = Binding(self._version, session, self._read, self._choose)
        self._meaning = label("", "muted")
        self._differences, self._elsewhere = Card(), Card(self.tr("Gespräche nach einer anderen Fassung"))
        self._changed = LineList(self.tr("Keine Unterschiede: Die Fassung ist, wie sie mit dem Programm kam."))
        self._held = LineList(self.tr("Alle Gespräche folgen der Fassung des Projekts."))
        self._all = button(self.tr("Alle umstellen"), name="guide.move-all")
        self._all.setVisible(False)
        self._build()
        self._all.clicked.connect(self._move_all)
        self._held.asked.connect(self._move_one)
        self._changed.asked.connect(self.opened)

    def show_all(self) -> None:
        """Show the versions as they are now; what takes longer comes from a job."""
        project = self._session.project
        self._version.reload()
        self._binding.show()
        self._meaning.setText(standing(project).meaning)
        base = base_of(project)
        words = self.tr("Unterschiede zur Fassung {0}").format(base.version) if base else self.tr("Unterschiede")
        self._differences.set_title(words)
        self._session.jobs.run(partial(_read_all, project.pinned()), self._take, key="guide.versions")

    def focus_first(self) -> None:
        """Put the focus on the choice of version."""
        self._version.setFocus()

    def _build(self) -> None:
        page = ScrollPage()
        card = Card(self.tr("Fassung des Projekts"))
        cell = FieldCell(self._version, self.tr("Neue Gespräche und Formulare folgen der Fassung"))
        self._binding.refused.connect(cell.show_refusal)
        card.body.addWidget(cell)
        card.body.addWidget(self._meaning)
        for part in self._version.parts:
            part.setObjectName("guide.version")
        self._differences.body.addWidget(self._changed)
        row = QHBoxLayout()
        row.addWidget(self._all)
        row.addStretch(1)
        self._elsewhere.body.addWidget(label(self._why(), "muted"))
        self._elsewhere.body.addWidget(self._held)
        self._elsewhere.body.addLayout(row)
        for shown in (card, self._elsewhere, self._differences):
            page.body.addWidget(shown)
        page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _why(self) -> str:
        return self.tr(
            "Ein begonnenes Gespräch behält seine Fassung, ebenso ein geplantes, für dessen Kommune ein Formular "
            "dieser Fassung ausgegeben ist; andere geplante ohne Antworten gehen von selbst mit. "
            "Beim Umstellen gehen die Antworten mit ihren Fragen mit. Was keinen Platz mehr hat, bleibt aufbewahrt."
        )

    def _versions(self, _session: Session) -> Sequence[Option]:
        return [Option(found.version, found.words) for found in version_choices(self._session.project)]

    def _read(self) -> str:
        return self._session.project.settings.guide_version

    def _choose(self, version: str, _stay: str) -> None:
        self._doing.choose(version)

    def _take(self, found: tuple[tuple[Difference, ...], tuple[Elsewhere, ...]]) -> None:
        changed, held = found
        self._changed.show_rows(tuple(self._difference(item) for item in changed))
        self._moving = held
        self._held.show_rows(tuple(self._interview(item) for item in held))
        movable = self._movable()
        self._all.setVisible(len(movable) > 1)
        self._all.setEnabled(not self._session.read_only)

    def _difference(self, item: Difference) -> Row:
        return Row(item.id, item.name, item.kind.value, item.lines, self.tr("Zeigen"))

    def _interview(self, item: Elsewhere) -> Row:
        title = ", ".join(filter(None, (item.municipality, item.day, item.apart)))
        version = self.tr("Fassung {0}").format(item.version)
        lines = [*item.noted, *item.unplaced]
        told = lines[:_DETAILS]
        if len(lines) > _DETAILS:
            told.append(self.tr("… und {0} weitere").format(len(lines) - _DETAILS))
        can = item.is_earlier and not self._session.read_only
        detail = f"{version} · {item.sentence}"
        return Row(item.interview_id, title, detail, tuple(told), self.tr("Umstellen") if can else "")

    def _movable(self) -> tuple[str, ...]:
        """Return the interviews that are moved together: those whose minutes the municipality has not released yet."""
        released = InterviewStatus.RELEASED
        return tuple(it.interview_id for it in self._moving if it.is_earlier and it.status is not released)

    def _move_all(self) -> None:
        ids = self._movable()
        words = self.tr("{0} Gespräche auf die Fassung {1} umgestellt").format(len(ids), self._read())
        self._doing.move_interviews(ids, words)

    def _move_one(self, interview_id: str) -> None:
        name = next((it.municipality for it in self._moving if it.interview_id == interview_id), "")
        words = self.tr("Gespräch mit {0} auf die Fassung {1} umgestellt").format(name, self._read())
        self._doing.move_interviews((interview_id,), words)


def _read_all(project: OpenProject, progress: Progress) -> tuple[tuple[Difference, ...], tuple[Elsewhere, ...]]:
    _ = progress
    base = base_of(project)
    changed = differences(project, base, project.guides.present) if base is not None else ()
    return changed, elsewhere(project)
