"""Be the start page: what the program is for, the projects opened last, and how to begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.memory import MOST_RECENT, Recent
from kizdesk.ui.start import opening
from kizdesk.ui.start.name_line import NameLine
from kizdesk.ui.start.opening import Request
from kizdesk.ui.start.passphrase import PassphrasePanel
from kizdesk.ui.start.recent_model import RecentModel
from kizdesk.ui.start.recent_view import RecentView
from kizdesk.ui.start.refusal import RefusalPanel
from kizdesk.ui.start.starter import Starter
from kizdesk.ui.widgets.buttons import button, give_keys
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

PURPOSE = "Von der Bestandsaufnahme zum Integrationskonzept eines Kreises – ohne Internet, in einer Datei."


class HomePage(QWidget):
    """Show the projects opened last; a project is opened, asked for its passphrase or explained on this page."""

    new_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starter = starter
        self._new = button(self.tr("Neues Projekt"), kind="primary", shortcut="Ctrl+N", name="new-project")
        self._file = button(self.tr("Projekt öffnen …"), shortcut="Ctrl+O", name="open-project")
        self._example = button(
            self.tr("Beispielprojekt"),
            tip=self.tr("Öffnet den Rhein-Kreis Neuss mit erfundenen Antworten"),
            name="example-project",
        )
        self._model = RecentModel(self)
        self._recent = RecentView(self._model, starter.theme)
        self._empty = EmptyState(
            self.tr(
                "Hier stehen später Ihre Projekte. Ein Projekt ist eine Datei mit allem, was zu einem "
                "Integrationskonzept gehört; das Beispielprojekt zeigt, wie eines aussieht."
            ),
            self.tr("Neues Projekt"),
        )
        self._passphrase = PassphrasePanel(starter.theme)
        self._refusal = RefusalPanel(starter.theme)
        self._name = NameLine(starter)
        self._row = QWidget()
        self._open = button(self.tr("Öffnen"), shortcut="", name="open-recent", tip=self.tr("Eingabe"))
        self._drop = button(
            self.tr("Aus der Liste nehmen"), kind="quiet", name="forget-recent", tip=self.tr("Die Datei bleibt (Entf)")
        )
        give_keys(self._empty.begin_button, "Ctrl+N")
        self._build()
        self._connect()
        self.show_recent()

    def show_recent(self) -> None:
        """Show the projects as the machine remembers them, and look which are still there."""
        projects = self._starter.memory.recent
        self._model.show_projects(projects)
        for widget in (self._recent, self._row):
            widget.setVisible(bool(projects))
        self._empty.setVisible(not projects)
        self._new.setVisible(bool(projects))
        self._fill_button(filled=bool(projects))
        if projects:
            self._recent.setCurrentIndex(self._model.index(0))
            paths = tuple(project.path for project in projects)
            self._starter.jobs.run(partial(opening.missing, paths), self._model.show_missing, key="missing-projects")

    def ask_passphrase(self, request: Request, wrong: str) -> None:
        """Ask for the passphrase of a project."""
        self._refusal.hide()
        self._fill_button(filled=False)
        self._passphrase.ask(request, wrong)

    def show_refusal(self, request: Request | None, error: UserError | EnvironmentFault | str) -> None:
        """Say why a project was not opened, and offer what can be done instead."""
        self._passphrase.hide()
        readable, copies = bool(getattr(error, "readable", False)), getattr(error, "copies", ())
        self._refusal.show_refusal(request, str(error), readable=readable, copies=copies)

    def clear_messages(self) -> None:
        """Take away what is said about an opening before."""
        self._refusal.hide()
        self._passphrase.hide()
        self._fill_button(filled=bool(self._starter.memory.recent))

    def take_focus(self) -> None:
        """Put the focus where one begins."""
        self._fill_button(filled=bool(self._starter.memory.recent))
        (self._recent if self._starter.memory.recent else self._empty.begin_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def ask_name(self) -> None:
        """Ask for the name."""
        self._name.ask()

    def _build(self) -> None:
        sizes = self._starter.theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.padding)
        outer.setSpacing(sizes.gap)
        outer.addLayout(self._head())
        outer.addWidget(self._passphrase)
        outer.addWidget(self._refusal)
        outer.addWidget(self._recent, 1)
        self._empty.setProperty("ground", "card")
        outer.addWidget(self._empty, 1)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._open)
        row.addWidget(self._drop)
        row.addStretch(1)
        outer.addWidget(self._row)
        outer.addWidget(self._name)

    def _head(self) -> QHBoxLayout:
        sizes = self._starter.theme.sizes
        head = QHBoxLayout()
        head.setSpacing(sizes.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self.tr("Projekte"), "title", wrap=False))
        words.addWidget(label(self.tr("Ein Projekt öffnen oder ein neues beginnen"), "subtitle"))
        head.addLayout(words, 1)
        for widget in (self._example, self._file, self._new):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _connect(self) -> None:
        starter = self._starter
        self._new.clicked.connect(self.new_wanted)
        self._empty.begun.connect(self.new_wanted)
        self._file.clicked.connect(self.file_wanted)
        self._example.clicked.connect(self._open_example)
        self._recent.chosen.connect(self._open_recent)
        self._recent.dropped.connect(self._forget)
        self._open.clicked.connect(self._recent.open_current)
        self._drop.clicked.connect(self._recent.drop_current)
        self._passphrase.given.connect(self._open_with)
        self._passphrase.left.connect(self.take_focus)
        self._refusal.reading_wanted.connect(self._read)
        self._refusal.copy_wanted.connect(starter.put_back)
        starter.recent_changed.connect(self.show_recent)
        for digit in range(1, MOST_RECENT + 1):
            keys = QShortcut(QKeySequence(f"Alt+{digit}"), self)
            keys.activated.connect(partial(self._open_row, digit - 1))

    def _fill_button(self, *, filled: bool) -> None:
        """Fill the button for a new project, unless another one is what the page is for now."""
        set_look(self._new, "kind", "primary" if filled else "plain")

    def _open_row(self, row: int) -> None:
        project = self._model.project(row)
        if project is not None:
            self._open_recent(project)

    def _open_recent(self, project: Recent) -> None:
        self._name.take()
        self._starter.open(project.path)

    def _open_example(self) -> None:
        self._name.take()
        self._starter.open_example()

    def _open_with(self, request: Request, passphrase: str) -> None:
        self._starter.open(request.path, passphrase=passphrase, read_only=request.read_only)

    def _read(self, request: Request) -> None:
        self._starter.open(request.path, passphrase=request.passphrase, read_only=True)

    def _forget(self, project: Recent) -> None:
        self._starter.forget(project.path)
