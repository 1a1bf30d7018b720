"""Show one chapter beside the outline: its title, what is chosen for it, its texts, and how it begins."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from kizdesk.project.basics.chapters import set_title, titled, word_count
from kizdesk.ui import forms
from kizdesk.ui.pages.basics.chapter_desk import AFTER
from kizdesk.ui.pages.basics.links import number_text
from kizdesk.ui.pages.output.outline_line import Line
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ScrollPage


class OutlineCard(Card):
    """Be the card of the chapter chosen."""

    print_toggled = Signal()
    """The chapter shall be printed, or left out."""
    short_toggled = Signal()
    """The chapter shall stand in the Kurzfassung, or not."""
    step_wanted = Signal(int)
    """The chapter shall go up (-1) or down (1)."""
    text_wanted = Signal(str)
    """Its text shall be written: the one before what is generated, or that at the place ``after``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._session = session
        self._line: Line | None = None
        self._where = label("", "muted")
        self._own = forms.Line(session)
        self._binding = forms.Binding(self._own, session, self._read_title, self._write_title)
        self._print = QCheckBox(self.tr("Im Konzept drucken"))
        self._short = QCheckBox(self.tr("In die Kurzfassung aufnehmen"))
        self._up = button(self.tr("Nach oben"), name="chapter-up")
        self._down = button(self.tr("Nach unten"), name="chapter-down")
        self._data = label(self.tr("Danach folgt, was aus den Daten entsteht."), "muted")
        self._texts = {closes: label("", "body") for closes in (False, True)}
        self._write = {
            closes: button(self.tr("Schreiben"), name="write-after" if closes else "write-before")
            for closes in (False, True)
        }
        self._preview_head = label(self.tr("So beginnt das Kapitel"), "strong")
        self._preview = label("", "muted")
        self._fill()
        self._connect()

    def show_line(self, line: Line | None) -> None:
        """Show another chapter, or the same anew; what is typed is written first."""
        changed = (line.key if line else "") != (self._line.key if self._line else "")
        if changed:
            self._binding.flush()
        self._line = line
        self.setEnabled(line is not None)
        if changed:
            self._binding.show()
        else:
            self._binding.refresh()
        if line is not None:
            self._show(line)

    def flush(self) -> None:
        """Write what is typed."""
        self._binding.flush()

    def focus_title(self) -> None:
        """Put the focus into the title."""
        self._own.setFocus()

    def _show(self, line: Line) -> None:
        row = line.row
        self.set_title(line.named)
        self._where.setText(self._standing(line))
        for box, on in ((self._print, row.printed), (self._short, row.in_short)):
            with QSignalBlocker(box):
                box.setChecked(on)
        free = not self._session.read_only
        self._print.setEnabled(free and not row.with_chapter)
        self._short.setEnabled(free)
        self._up.setEnabled(free and row.place > 0)
        self._down.setEnabled(free and row.place < row.siblings - 1)
        self._show_texts(line)
        self._data.setVisible(line.held is not None and line.held.generated)
        preview = list(line.held.preview) if line.held is not None else []
        self._preview.setText("\n".join(filter(None, preview)) or self._nothing(line))
        passing = line.is_missing and bool(preview)
        self._preview_head.setText(
            self.tr("So beginnt das Kapitel im Entwurf") if passing else self.tr("So beginnt das Kapitel")
        )

    def _standing(self, line: Line) -> str:
        row, page = line.row, line.page
        if row.with_chapter:
            return self.tr("Wird nicht gedruckt, weil sein Kapitel weggelassen ist.")
        if row.left_out:
            return self.tr("Wird nicht gedruckt. Der Inhalt bleibt erhalten.")
        if line.held is not None and line.held.announces and (line.is_passing or line.is_missing):
            return self._passing(line, line.held.announces)
        if line.is_missing:
            return self.tr("Noch leer, wird nicht gedruckt.")
        return self.tr("Beginnt in Word etwa auf Seite {0}.").format(page) if page else ""

    def _passing(self, line: Line, remark: str) -> str:
        """Say of a proposed text about nothing where it stands, and until when no version has it."""
        until = self.tr(
            "{0} In einer Fassung erscheint das Kapitel erst, wenn dazu etwas eingetragen oder der Text bearbeitet ist."
        ).format(remark)
        if line.version:
            return self.tr("Fehlt in Fassung {0}. {1}").format(line.version, until)
        return self.tr("Beginnt in Word etwa auf Seite {0}, aber nur im Entwurf. {1}").format(line.page, until)

    def _show_texts(self, line: Line) -> None:
        text = line.row.text
        before = self.tr("Text davor") if text.generates else self.tr("Text")
        for closes, name, words in ((False, before, text.before), (True, self.tr("Text danach"), text.after)):
            count = word_count(words)
            length = number_text(count, self.tr("1 Wort"), self.tr("{0} Wörter")) if count else self.tr("noch keiner")
            self._texts[closes].setText(self.tr("{0}: {1}").format(name, length))
            made = self._write[closes]
            made.setText(self.tr("Bearbeiten") if count else self.tr("Schreiben"))
            made.setAccessibleName(self.tr("{0} {1}").format(name, made.text().lower()))
            for widget in (made, self._texts[closes]):
                widget.setVisible(text.generates or not closes)

    def _nothing(self, line: Line) -> str:
        if line.held is None or line.is_missing:
            return self.tr("Noch ist nichts da. Sobald etwas eingetragen ist oder ein Text dasteht, erscheint es hier.")
        return self.tr("Das Kapitel hat noch keinen Text; gedruckt wird seine Überschrift mit den Abschnitten.")

    def _fill(self) -> None:
        self._own.setObjectName("outline.title")
        self._print.setObjectName("outline.print")
        self._short.setObjectName("outline.short")
        gap = self._session.theme.sizes.gap_small
        cell = forms.FieldCell(
            self._own, self.tr("Eigener Titel"), self.tr("Ohne eigenen Titel gilt der Titel aus der Gliederung.")
        )
        cell.space(self._session.theme.sizes.unit)
        self._binding.refused.connect(cell.show_refusal)
        scroll = ScrollPage()
        scroll.body.setSpacing(gap)
        moves = QHBoxLayout()
        moves.setSpacing(gap)
        moves.addWidget(self._up)
        moves.addWidget(self._down)
        moves.addStretch(1)
        scroll.body.addWidget(self._where)
        scroll.body.addWidget(self._print)
        scroll.body.addWidget(self._short)
        scroll.body.addLayout(moves)
        scroll.body.addLayout(_row(self._texts[False], self._write[False], gap))
        scroll.body.addWidget(self._data)
        scroll.body.addLayout(_row(self._texts[True], self._write[True], gap))
        scroll.body.addWidget(cell)
        scroll.body.addWidget(self._preview_head)
        scroll.body.addWidget(self._preview)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll, 1)

    def _connect(self) -> None:
        self._print.clicked.connect(self.print_toggled)
        self._short.clicked.connect(self.short_toggled)
        self._up.clicked.connect(partial(self._step, -1))
        self._down.clicked.connect(partial(self._step, 1))
        for closes, made in self._write.items():
            made.clicked.connect(partial(self._write_text, AFTER if closes else ""))

    def _step(self, by: int, _checked: object = None) -> None:
        self.step_wanted.emit(by)

    def _write_text(self, place: str, _checked: object = None) -> None:
        self.text_wanted.emit(place)

    def _read_title(self) -> str:
        found = titled(self._session.project.snapshot, self._line.key) if self._line is not None else None
        return found.title if found is not None else ""

    def _write_title(self, value: str, stay: str) -> None:
        if self._line is not None:
            set_title(self._session.project, self._line.key, value, stay=stay)


def _row(words: QWidget, made: QPushButton, gap: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    row.addWidget(words, 1)
    row.addWidget(made)
    return row
