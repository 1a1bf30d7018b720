"""Say which program this is, and to whom we owe what."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk import __version__
from kizdesk.ui.shell.overlay import Overlay
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ReadingArea, ScrollBody


class AboutPanel(Overlay):
    """Show version, licences and sources; its text is made when it is first asked for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._area = ReadingArea(self.tr("Lizenzen und Quellen"))
        self._close = button(self.tr("Schließen"), name="close-about")
        self._build()
        self._close.clicked.connect(self.leave)

    def ask(self) -> None:
        """Show the panel."""
        if self._area.widget() is None:
            self._area.setWidget(self._body())
        self.appear()
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Stand in the middle."""
        sizes, room = self._theme.sizes, self.under.rect()
        width = min(sizes.text_width, room.width() - 2 * sizes.margin)
        height = min(room.height() - 2 * sizes.margin, sizes.row * 16)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def _build(self) -> None:
        sizes = self._theme.sizes
        self.setAccessibleName(self.tr("Über kizdesk"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.padding)
        outer.setSpacing(sizes.gap)
        outer.addWidget(label(self.tr("kizdesk {version}").format(version=__version__), "card_title"))
        outer.addWidget(self._area, 1)
        outer.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)

    def _body(self) -> QWidget:
        from kizdesk.project.surroundings import of_this_machine

        library = of_this_machine().library
        body = ScrollBody()
        body.setProperty("ground", "scroll")
        column = QVBoxLayout(body)
        sizes = self._theme.sizes
        column.setContentsMargins(sizes.gap_small, sizes.unit, sizes.gap_small, sizes.unit)
        column.setSpacing(sizes.padding)
        for title, text in self._texts(library.map_attribution, library.catalogue_attribution):
            told = QVBoxLayout()
            told.setSpacing(sizes.unit)
            told.addWidget(label(title, "strong"))
            told.addWidget(label(text))
            column.addLayout(told)
        column.addStretch(1)
        return body

    def _texts(self, map_source: str, catalogue_source: str) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Lizenz"),
                self.tr(
                    "kizdesk steht unter der Lizenz der Europäischen Union für freie Software (EUPL-1.2). Wer es hat, "
                    "darf es nutzen, weitergeben und ändern. Es arbeitet ohne Netz und sendet nichts."
                ),
            ),
            (
                self.tr("Qt und PySide6"),
                self.tr(
                    "Die Oberfläche beruht auf Qt {version} und PySide6, © The Qt Company Ltd. und weitere, unter der "
                    "Lizenz LGPL-3.0. Beide können durch eigene Fassungen ersetzt werden."
                ).format(version=qVersion()),
            ),
            (
                self.tr("Schrift"),
                self.tr("Source Sans 3, © Adobe, unter der SIL Open Font License (OFL-1.1)."),
            ),
            (self.tr("Karten"), map_source),
            (self.tr("Kreise und Gemeinden"), catalogue_source),
            (
                self.tr("Weitere Bausteine"),
                self.tr(
                    "Python (PSF), SQLAlchemy, python-docx, openpyxl, markdown-it-py und platformdirs (MIT), "
                    "SQLCipher, ReportLab, pypdf, lxml und click (BSD), Typst (Apache-2.0). Ihre Lizenztexte liegen "
                    "den Paketen bei."
                ),
            ),
        )
