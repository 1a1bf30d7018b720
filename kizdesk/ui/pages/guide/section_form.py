"""Edit one section of the guide: title, short title, hint."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from kizdesk.domain.guide import Repeat
from kizdesk.ui.forms import Line, LongText
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.pages.guide.bench import Bench
from kizdesk.ui.pages.guide.fields import Fields
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import label


class SectionForm(Fields):
    """Be the form of a section."""

    def __init__(self, session: Session, bench: Bench, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(session, parent, delay=delay)
        self._bench = bench
        self._repeat = label("", "muted")
        self.add_group("")
        for name, words, editor, wide in (
            ("title", self.tr("Titel des Abschnitts"), Line(session), True),
            ("short", self.tr("Kurztitel für schmale Spalten"), Line(session), False),
            ("hint", self.tr("Hinweis am Anfang des Abschnitts"), LongText(session, least=1, most=6), True),
        ):
            access = partial(bench.read_section, name), partial(bench.write_section, name)
            self.add(f"section-{name}", words, editor, access, wide=wide)
        self.column.addWidget(self._repeat)
        self.column.addStretch(1)

    def show_section(self) -> None:
        """Show the section of the bench, another one than before."""
        self._tell()
        self.show_all()

    def refresh_section(self) -> None:
        """Show what changed of the section."""
        if self._bench.section is not None:
            self._tell()
            self.refresh()

    def _tell(self) -> None:
        section = self._bench.section
        told = {
            Repeat.PER_FIELD: self.tr("Dieser Abschnitt wird für jedes Handlungsfeld des Gesprächs einmal gefragt."),
            Repeat.PER_OFFERING: self.tr("Dieser Abschnitt ist das Verzeichnis der Angebote; je Angebot einmal."),
        }
        words = told.get(section.repeat, "") if section is not None else ""
        self._repeat.setText(words)
        self._repeat.setVisible(bool(words))
