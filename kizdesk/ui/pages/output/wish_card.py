"""Ask what shall be written, under which name and where."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.project.machine import named_folder
from kizdesk.project.output.concept_file import Content, Fate, fate_of, name_in_brief, named_word, reviewed_name
from kizdesk.project.output.concept_files import pdf_name
from kizdesk.project.output.writing import can_count_pages
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.jobs import Progress, Refusal
from kizdesk.ui.pages.output.kinds_choice import KindsChoice
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.labels import label

_FOLDER, _COUNT = "output.folder", "output.count_pages"
_PAUSE_MS = 300
_LONG, _BRIEF = "long", "brief"


class WishCard(Card):
    """Be the card with content, kinds of file, folder and name; all but content and name is remembered."""

    entered = Signal()
    """Enter was pressed in a line."""
    kinds_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.tr("Integrationskonzept"), parent)
        self._session = session
        self._contents: tuple[Content, ...] = ()
        self._proposed = ""
        self._content = Picker(self)
        extents = ((_LONG, self.tr("Langfassung")), (_BRIEF, self.tr("Kurzfassung")))
        self._extent = SegmentedChoice(extents, self.tr("Umfang"))
        self._kinds = KindsChoice(session)
        self._only = label("", "body")
        self._folder = QLineEdit()
        self._name = QLineEdit()
        self._fate = label(self.tr("Es wird nachgesehen, ob es die Datei schon gibt …"), "muted")
        self._change = button(self.tr("Ordner wählen …"), name="choose-folder")
        self._count = QCheckBox(self.tr("Seitenzahlen des Inhaltsverzeichnisses genau ermitteln (dauert länger)"))
        self._review_of_present = self.tr("Prüffassung mit Kommentaren: worauf ein Abschnitt beruht, was dort fehlt")
        self._review_of_version = self.tr("Prüffassung mit Kommentaren: worauf ein Abschnitt beruht")
        self._review = QCheckBox(self._review_of_present)
        self._pause = QTimer(self)
        self._fill()
        self._connect()

    @property
    def counts_pages(self) -> bool:
        """Tell whether LibreOffice shall count the pages."""
        return can_count_pages() and self._count.isChecked()

    @property
    def kinds(self) -> KindsChoice:
        """Return what the concept shall be written as."""
        return self._kinds

    @property
    def has_comments(self) -> bool:
        """Tell whether it shall be a review copy."""
        return self._kinds.word and self._review.isChecked()

    @property
    def version_id(self) -> str:
        """Return the version to be written; empty for the present content."""
        number = self._content.currentIndex()
        return self._contents[number].version_id if 0 <= number < len(self._contents) else ""

    @property
    def in_brief(self) -> bool:
        """Tell whether only the Kurzfassung shall be written."""
        return self._extent.value == _BRIEF

    @property
    def file_name(self) -> str:
        """Return the name of the Word file; raises UserError for one that cannot be."""
        return named_word(self._name.text())

    def folder(self) -> Path | None:
        """Return the folder given, or None if there is none."""
        return named_folder(self._folder.text(), self._session.project.path)

    def propose(self, folder: Path) -> None:
        """Propose a folder unless there is one."""
        if not self._folder.text():
            self._folder.setText(str(self._session.memory.value(self._key, "") or folder))

    def show_contents(self, contents: Sequence[Content], remark: str) -> None:
        """Offer what can be written; what was chosen stays, and a remark stands where there is no choice."""
        chosen = self.version_id if self._contents else None
        self._contents = tuple(contents)
        ids = [content.version_id for content in contents]
        with QSignalBlocker(self._content):
            self._content.clear()
            self._content.addItems([content.title for content in contents])
            self._content.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self._content.setVisible(len(contents) > 1)
        self._only.setVisible(len(contents) < 2)
        self._only.setText(remark)
        self._propose_name()

    def look_again(self) -> None:
        """Tell anew what becomes of a file of that name, at once unless it is being typed."""
        typed = self._folder.hasFocus() or self._name.hasFocus()
        self._pause.start(_PAUSE_MS if typed else 0)

    def remember(self) -> None:
        """Keep what was chosen for the next time."""
        self._session.memory.remember(self._key, self._folder.text())
        self._session.memory.remember(_COUNT, self._count.isChecked())
        self._kinds.remember()

    def take_focus(self) -> None:
        """Put the focus into the folder, which is what one changes most."""
        self._folder.setFocus()

    @property
    def _key(self) -> str:
        return f"{_FOLDER}.{self._session.project.path}"

    def _fill(self) -> None:
        for line, name, words in (
            (self._folder, "export-folder", self.tr("Ordner")),
            (self._name, "export-name", self.tr("Dateiname")),
            (self._content, "export-content", self.tr("Inhalt")),
            (self._extent, "export-extent", self.tr("Umfang")),
            (self._kinds, "export-kinds", self.tr("Ausgeben als")),
        ):
            line.setObjectName(name)
            line.setAccessibleName(words)
        self._count.setObjectName("export-count")
        self._count.setChecked(self._session.memory.value(_COUNT, default=True))
        self._review.setObjectName("export-review")
        self._content.hide()
        self._pause.setSingleShot(True)
        self.body.addLayout(self._grid())
        self.body.addWidget(self._count)
        self.body.addWidget(self._review)
        self._show_kinds()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        sizes = self._session.theme.sizes
        grid.setHorizontalSpacing(sizes.gap)
        grid.setVerticalSpacing(sizes.gap_small)
        grid.setColumnStretch(1, 1)
        named = (self._content, self._extent, self._kinds, self._folder, None, self._name)
        for row, line in enumerate(named):
            if line is not None:
                caption = label(line.accessibleName(), "strong", wrap=False)
                caption.setBuddy(line)
                grid.addWidget(caption, row, 0)
        grid.addWidget(self._content, 0, 1, 1, 2)
        grid.addWidget(self._only, 0, 1, 1, 2)
        grid.addWidget(self._extent, 1, 1)
        grid.addWidget(self._kinds, 2, 1, 1, 2)
        grid.addWidget(self._folder, 3, 1)
        grid.addWidget(self._change, 3, 2)
        grid.addWidget(label(self.tr("Gibt es den Ordner noch nicht, legt kizdesk ihn an."), "muted"), 4, 1, 1, 2)
        grid.addWidget(self._name, 5, 1, 1, 2)
        grid.addWidget(self._fate, 6, 1, 1, 2)
        return grid

    def _connect(self) -> None:
        self._change.clicked.connect(self._choose)
        self._content.activated.connect(self._propose_name)
        self._extent.chosen.connect(self._propose_name)
        self._review.toggled.connect(self._propose_name)
        self._kinds.changed.connect(self._show_kinds)
        for line in (self._folder, self._name):
            line.returnPressed.connect(self.entered)
            line.textChanged.connect(self.look_again)
        self._pause.timeout.connect(self._look)

    def _propose_name(self) -> None:
        """Propose the name that fits the content, unless somebody gave one."""
        number = max(self._content.currentIndex(), 0)
        self._review.setText(self._review_of_version if self.version_id else self._review_of_present)
        if self._contents and self._name.text() in ("", self._proposed):
            name = self._contents[number].file_name
            name = name_in_brief(name) if self.in_brief else name
            name = reviewed_name(name) if self.has_comments else name
            self._proposed = name if self._kinds.word else pdf_name(name)
            self._name.setText(self._proposed)
            self._name.setCursorPosition(0)

    def _show_kinds(self) -> None:
        """Offer what belongs to the Word file only where one is wanted."""
        self._count.setVisible(self._kinds.word and can_count_pages())
        self._review.setVisible(self._kinds.word)
        self._propose_name()
        self.look_again()
        self.kinds_changed.emit()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Ordner für die Ausgabe"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)

    def _look(self) -> None:
        if not self._contents:  # what is proposed comes with them
            return
        folder = self.folder()
        if folder is None:
            self._fate.setText(self.tr("Bitte einen Ordner angeben."))
            return
        try:
            name = self.file_name
            path = folder / (name if self._kinds.word else pdf_name(name))
        except UserError as refusal:
            self._fate.setText(str(refusal))
            return
        self._session.jobs.run(partial(_read_fate, path), self._tell, key="output.fate", failed=self._tell_nothing)

    def _tell(self, fate: Fate) -> None:
        words = {
            Fate.FREE: self.tr("Eine Datei dieses Namens gibt es dort noch nicht."),
            Fate.REPLACED: self.tr(
                "Diese Datei gibt es dort schon. Eine weitere Ausgabe ersetzt sie; hat jemand sie in Word bearbeitet, "
                "bleibt sie daneben erhalten."
            ),
            Fate.KEPT: self.tr(
                "Diese Datei gibt es schon, und jemand hat sie bearbeitet: Sie bleibt daneben erhalten."
            ),
        }
        told = words[fate]
        if not self._kinds.word and fate is Fate.REPLACED:
            told = self.tr("Diese Datei gibt es dort schon. Eine weitere Ausgabe ersetzt sie.")
        elif self._kinds.word and self._kinds.pdf:
            told = self.tr("{0} Das PDF heißt ebenso und endet auf .pdf.").format(told)
        self._fate.setText(told)

    def _tell_nothing(self, refusal: Refusal) -> None:
        self._fate.setText(str(refusal))


def _read_fate(path: Path, progress: Progress) -> Fate:
    progress("", 0.0)
    return fate_of(path)
