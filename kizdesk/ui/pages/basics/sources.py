"""Show the papers that the concept rests on, and where each of them is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.versions import SourceDocument
from kizdesk.project.basics.sources_used import Use, source_uses
from kizdesk.project.records import next_position
from kizdesk.ui.forms import Day, DeskSpec, FieldSpec, Group, Line, LongText, RecordDesk
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.basics.keys import DESK_KEYS
from kizdesk.ui.pages.basics.links import LinkCard, number_text
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column


class SourcesPage(Page):
    """Be the list of sources."""

    kinds = frozenset({"source_document"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._uses: Mapping[str, tuple[Use, ...]] = {}
        self._read_uses()
        self._desk = RecordDesk(session, self._spec())
        self._used = LinkCard(session, self.tr("Verwendet in"))
        self._build()
        self._desk.chosen.connect(self._show_uses)

    def heading(self) -> Heading:
        """Return title and state."""
        count = len(self.session.project.snapshot.all(SourceDocument))
        used = number_text(len(self._uses), self.tr("eine ist verwendet"), self.tr("{0} sind verwendet"))
        state = number_text(count, self.tr("Eine Quelle"), self.tr("{0} Quellen"))
        return Heading(self.tr("Quellen"), f"{state}, {used}" if count else self.tr("Noch keine Quelle erfasst"))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the button of the head; an empty page has its own."""
        return () if self._desk.is_bare else (self._desk.new_action,)

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return None if self._desk.is_bare else self._desk.new_action

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Quellen sind die Unterlagen, auf denen das Konzept beruht: Vorlagen, Gesetze, Berichte, Statistiken. "
            "Sie stehen im Konzept im Verzeichnis der Quellen. Voten, Anregungen und Termine können auf sie verweisen; "
            "unter „Verwendet in“ steht, wo das geschieht. Wird eine Quelle gelöscht, verlieren diese Stellen "
            "nur den Verweis."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the list."""
        return DESK_KEYS

    def reveal(self, target: Target) -> bool:
        """Show a source."""
        return self._desk.reveal(target.id, target.field)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        self._read_uses()
        self._desk.refresh(changes)
        self._show_uses(self._desk.record)
        self.heading_changed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._desk)
        self._desk.below.addWidget(self._used)

    def _spec(self) -> DeskSpec[SourceDocument]:
        return DeskSpec(
            record_type=SourceDocument,
            columns=(
                Column(self.tr("Titel"), _title, stretch=True, strong=True),
                Column(self.tr("Datum"), _dated, text=_day_text, width=10),
                Column(self.tr("Verwendet"), self._use_count, text=self._use_text),
            ),
            groups=(Group("", self._fields()),),
            make=_new_source,
            new_text=self.tr("Neue Quelle"),
            new_in_head=True,
            drops_unused=True,
            shares=(6, 5),
            empty=self.tr(
                "Ein Konzept überzeugt, wenn es sagt, worauf es beruht. "
                "Erfassen Sie die Unterlagen, auf die sich Beschlüsse, Voten und Texte stützen."
            ),
        )

    def _fields(self) -> tuple[FieldSpec, ...]:
        return (
            FieldSpec("title", self.tr("Titel"), Line, required=True, wide=True),
            FieldSpec("author", self.tr("Herausgeber oder Verfasser"), Line, wide=True),
            FieldSpec("dated", self.tr("Datum"), Day),
            FieldSpec(
                "reference",
                self.tr("Fundstelle"),
                Line,
                help=self.tr("Nummer, Ort der Veröffentlichung oder Internetadresse"),
                wide=True,
            ),
            FieldSpec("note", self.tr("Bemerkung"), LongText, wide=True),
        )

    def _use_count(self, source: SourceDocument) -> int:
        return len(self._uses.get(source.id, ()))

    def _use_text(self, source: SourceDocument) -> str:
        count = self._use_count(source)
        return number_text(count, self.tr("einmal"), self.tr("{0}-mal")) if count else self.tr("nirgends")

    def _read_uses(self) -> None:
        self._uses = source_uses(self.session.project.snapshot)

    def _show_uses(self, source: SourceDocument | None) -> None:
        uses = self._uses.get(source.id, ()) if source is not None else ()
        links = [(use.text, partial(self.session.go, use.target)) for use in uses]
        self._used.show_links(links, self.tr("Noch keine Stelle verweist auf diese Quelle."))


def _title(source: SourceDocument) -> str:
    return source.title


def _day_text(source: SourceDocument) -> str:
    return f"{source.dated:%d.%m.%Y}" if source.dated else "–"


def _dated(source: SourceDocument) -> object:
    return source.dated


def _new_source(session: Session) -> SourceDocument:
    project = session.project
    return SourceDocument(id=project.new_id(), title="", position=next_position(project.snapshot, SourceDocument))
