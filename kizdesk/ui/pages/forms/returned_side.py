"""Show one file that came back: what it is, what to do, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Interview
from kizdesk.project.forms.returned import State
from kizdesk.ui.pages.forms.returned_batch import FileRow, Rank
from kizdesk.ui.pages.forms.returned_entries import EntriesView
from kizdesk.ui.pages.forms.returned_list import role_of
from kizdesk.ui.pages.forms.returned_place import PlaceRow
from kizdesk.ui.pages.forms.returned_scan import ScanForm
from kizdesk.ui.pages.forms.returned_words import kept_text
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import ElidedLabel, label
from kizdesk.ui.widgets.look import set_look

_RUNNER, _REGISTER = "interview.runner", "participation.consents"
_NOT_READ = "Diese Datei ist noch nicht gelesen."
_TAKEN = "Dieses Formular ist übernommen. Die Datei liegt als Anlage beim Gespräch."


class FileSide(Card):
    """Be the card of the file chosen."""

    ticked = Signal(object)
    """The keys of the entries whose boxes were pressed, as a tuple."""
    wanted = Signal(object)
    """The keys that shall be chosen from the file, and no others."""
    placed = Signal(str)
    """The interview the file shall go into."""
    dropped = Signal()
    """The file shall go off the list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._session = session
        self._row: FileRow | None = None
        self._file = ElidedLabel("", "muted")
        self._sentence = label()
        self._remarks = label("", "attention")
        self._new = self._deed("choose-new", self._choose_new)
        self._all = self._deed("choose-all", self._choose_all)
        self._none = self._deed("choose-none", self._choose_none, self.tr("Nichts ankreuzen"))
        self._register = self._deed("to-consents", self._open_register, self.tr("Zum Einvernehmen"))
        self._pdf = self._deed("open-file", self._open_file, self.tr("Datei öffnen"))
        self._interview = self._deed("to-interview", self._open_interview, self.tr("Zum Gespräch"))
        self._off = self._deed("drop-file", self.dropped.emit, self.tr("Aus der Liste nehmen"))
        self.entries = EntriesView(session)
        self._scan = ScanForm(session)
        self._place = PlaceRow(session)
        self._ticks, self._bodies = FlowRow(), QStackedWidget()
        self._lay_out()

    def show_file(self, row: FileRow | None) -> None:
        """Show a file, or nothing."""
        is_other = self._row is None or row is None or row.path != self._row.path
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        if is_other:
            self.entries.begin_anew()
        self.set_title(row.name)
        self._file.setText(_file_words(row))
        self._file.setVisible(self._file.text() != row.name)
        self._show_words(row)
        self._place.show_file(row)
        self._show_deeds(row)
        self._show_body(row)

    def note_enclosed(self, *, on: bool) -> None:
        """Follow whether the information on privacy lay with the forms."""
        self._scan.is_notice_enclosed = on

    def _deed(self, name: str, act: object, text: str = "") -> QPushButton:
        made = button(text, kind="quiet", name=name)
        made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        for made in (self._interview, self._register, self._pdf, self._off):
            set_look(made, "dense", "true")
            self.head.addWidget(made)
        for made in (self._none, self._all, self._new):  # what comes and goes stands last
            set_look(made, "dense", "true")
            self._ticks.add(made)
        self._bodies.addWidget(self.entries)
        self._bodies.addWidget(self._scan)
        self._bodies.addWidget(QWidget())
        for widget in (self._file, self._sentence, self._remarks, self._place, self._ticks):
            self.body.addWidget(widget)
        self.body.addWidget(self._bodies, 1)
        self.entries.ticked.connect(self.ticked)
        self._place.chosen.connect(self.placed)

    def _show_words(self, row: FileRow) -> None:
        reading = row.reading
        text = _NOT_READ if reading is None else _TAKEN if row.is_taken and not row.open_keys else reading.sentence
        self._sentence.setText(text)
        self._sentence.set_role(role_of(row) if row.rank is Rank.OPEN else "body")
        self._remarks.setText("\n".join(_remarks(row)))
        self._remarks.setVisible(bool(self._remarks.text()))

    def _show_deeds(self, row: FileRow) -> None:
        new = row.open_keys & row.reading.proposed if row.reading is not None else frozenset()
        every = row.open_keys
        self._ticks.setVisible(len(every) > 1 and not self._session.read_only)
        self._new.setVisible(bool(new) and new != every)
        for made, text in (
            (self._new, self.tr("Ohne Abweichung ankreuzen ({0})").format(len(new))),
            (self._all, self.tr("Alle ankreuzen ({0})").format(len(every))),
        ):
            made.setText(text)
            made.setAccessibleName(text)
        self._interview.setVisible(self._interview_id(row) != "")
        self._register.setVisible(row.reading is not None and row.reading.state is State.CONSENT)

    def _show_body(self, row: FileRow) -> None:
        reading = row.reading
        if reading is not None and (reading.entries or reading.leftovers):
            self.entries.show_file(row)
            self._bodies.setCurrentIndex(0)
        elif reading is not None and reading.may_be_scan:
            self._scan.show_file(row)
            self._bodies.setCurrentIndex(1)
        else:
            self._bodies.setCurrentIndex(2)

    def _interview_id(self, row: FileRow) -> str:
        reading = row.reading
        if reading is None or reading.state not in (State.DOUBLE, State.KEPT):
            return ""
        held = self._session.project.snapshot.find(Interview, reading.interview_id)
        return held.id if held is not None else ""

    @Slot()
    def _choose_new(self) -> None:
        if self._row is not None and self._row.reading is not None:
            self.wanted.emit(self._row.reading.proposed)

    @Slot()
    def _choose_all(self) -> None:
        if self._row is not None and self._row.reading is not None:
            self.wanted.emit(self._row.reading.all_keys)

    @Slot()
    def _choose_none(self) -> None:
        self.wanted.emit(frozenset())

    @Slot()
    def _open_file(self) -> None:
        row = self._row
        if row is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(row.path))):
            text = self.tr("„{0}“ lässt sich nicht öffnen. Bitte prüfen, ob die Datei noch an ihrem Ort liegt.")
            self._session.say(text.format(row.path.name), kind="problem")

    @Slot()
    def _open_interview(self) -> None:
        if self._row is not None and (found := self._interview_id(self._row)):
            self._session.open(_RUNNER, found)

    @Slot()
    def _open_register(self) -> None:
        if self._row is not None and self._row.reading is not None:
            place = Target(Step.PARTICIPATION, "municipality", self._row.reading.municipality_id)
            self._session.going.emit(Destination(page=_REGISTER, target=place))


def _remarks(row: FileRow) -> Iterator[str]:
    if row.reading is None:
        return
    yield from row.reading.remarks
    if row.notices and row.open_keys:
        held = "Eine Angabe ist" if row.notices == 1 else f"{row.notices} Angaben sind"
        yield f"{held} nicht ganz verstanden, widersprüchlich oder ohne Platz im Leitfaden; {kept_text(row)}."


def _file_words(row: FileRow) -> str:
    sent = row.reading.sent_on if row.reading is not None else None
    return f"{row.path.name} · ausgegeben am {sent:%d.%m.%Y}" if sent is not None else row.path.name
