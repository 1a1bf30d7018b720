"""Show the papers for the bodies, edit the chosen one field by field, and save it as a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.project.letters.fields import LETTERS
from kizdesk.project.output.writing import Progress, Written, default_folder
from kizdesk.project.papers.reading import KINDS
from kizdesk.project.papers.writing import Fate, fate_of
from kizdesk.ui.jobs import Job, Refusal
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.papers.bench import Bench, PaperBench
from kizdesk.ui.pages.papers.letter_bench import LetterBench
from kizdesk.ui.pages.papers.saved_line import SavedLine
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.cards import ListCard
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.stops import follow_each_other, stops

_FOLDER = "output.folder"
"""Under this the page „Ausgeben“ remembers its folder, too."""


class PapersPage(Page):
    """Be the list of papers, the fields of the chosen one, and the chosen field."""

    kinds = frozenset({"paper", "paper_entry", "paper_stop", "paper_question"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        letters = [LetterBench(session, kind, self) for kind in LETTERS]
        self._benches: tuple[Bench, ...] = (*(PaperBench(session, kind, self) for kind in KINDS), *letters)
        self._papers: TableView[Bench] = TableView(
            _columns(), _key, session.theme, session.memory, "output.papers", dense=True
        )
        self._sides, self._desks = QStackedWidget(self), QStackedWidget(self)
        self._hint = MessageBar(session.theme, seconds=0, closable=False)
        self._fault = MessageBar(session.theme, seconds=0)
        self._saved = SavedLine(session)
        self._save = self.make_action(
            self.tr("Als Word speichern"), self._write, keys="Ctrl+Return", name="papers.save"
        )
        self._job: Job | None = None
        self._told: dict[str, tuple[str, str, str]] = {}
        self._fate = Fate.FREE
        self._build()
        self._connect()
        for letter in letters:
            letter.changed.connect(self._show_hint)
        self.refresh(())

    def heading(self) -> Heading:
        """Return title and state."""
        bench = self._bench
        return Heading(self.tr("Vorlagen und Schreiben"), self.tr("{0}: {1}").format(bench.title, bench.state))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the button of the head."""
        return (self._save,)

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return self._save

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Sitzungsvorlage und Sachstandsbericht entstehen aus den Daten des Projekts: aus Terminen, Voten, "
            "Schwerpunkten, Kosten und dem wirklichen Stand des Einvernehmens. Jedes Feld lässt sich selbst schreiben; "
            "dann bleibt Ihr Text, und der heutige Vorschlag steht darunter. „Vorschlag übernehmen“ bringt ihn zurück. "
            "Der Aufbau folgt der Vorlage eines Kreises oder einer Stadt und lässt sich wechseln, ohne dass etwas "
            "verloren geht. Einladung, Bitte um Einvernehmen und Erinnerung sind Schreiben an die Kommunen: Angekreuzt "
            "sind die, für die ein Schreiben jetzt ansteht. In den Texten stehen Wörter wie {Kommune}, für die das "
            "Programm je Kommune das Richtige einsetzt. Die Dateien liegen im Ordner „Briefe“; verschickt wird nichts. "
            "Was Sie angefragt oder erinnert haben, wird erst festgehalten, wenn Sie es danach bestätigen."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Strg+Eingabe", self.tr("Als Word speichern")),
            KeyHelp("Eingabe", self.tr("Aus der Liste der Felder in das Feld")),
            KeyHelp("Leertaste", self.tr("Kommune für das Schreiben ankreuzen oder nicht")),
            KeyHelp("Alt+Pfeil auf, Alt+Pfeil ab", self.tr("Sitzung oder Frage in der Reihenfolge verschieben")),
        )

    def open(self, argument: str) -> None:
        """Show a paper by its key, and after ``#`` a place of it: ``sitzungsvorlage#beschluss``."""
        key, _, place = argument.partition("#")
        if self._papers.reveal(key) and place:
            self._bench.open(place)

    def reveal(self, target: Target) -> bool:
        """Show the paper, and the field in it, of a target."""
        for bench in self._benches:
            if bench.shows(target):
                self._papers.reveal(bench.key)
                bench.shows(target)
                return True
        self._papers.setFocus()
        return not target.id

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        if changes:
            self._told.clear()
        for bench in self._benches:
            bench.refresh(changes)
        self._papers.show_rows(self._benches)
        if self._papers.current_row is None:
            self._papers.reveal(self._benches[0].key)
        self._show_place()
        self._show_hint()
        self.heading_changed.emit()

    def place_to_go_on(self) -> QWidget | None:
        """Return the list of papers."""
        return self._papers

    def hideEvent(self, event: QHideEvent) -> None:
        """Say no more what was said to a visit that is over."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._told.clear()
            self._show_hint()

    @property
    def _bench(self) -> Bench:
        return self._papers.current_row or self._benches[0]

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        self._papers.setObjectName("papers.list")
        self._papers.setAccessibleName(self.tr("Schriftstücke"))
        self._papers.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._papers.horizontalHeader().setMaximumHeight(0)  # needs no heads; the lists below need the room
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap)
        papers = ListCard()
        papers.add_list(self._papers)
        column.addWidget(papers)
        column.addWidget(self._sides, 1)
        for bench in self._benches:
            self._sides.addWidget(bench.side)
            self._desks.addWidget(bench.desk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(sizes.gap)
        whole.addWidget(Columns((left, self._right()), (5, 8), self.session.memory, "output.papers"), 1)
        whole.addWidget(self._saved)
        self._fit()

    def _right(self) -> QWidget:
        """Return the desk and below it what is said: there it moves neither a list nor the field that is edited."""
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap_small)
        column.addWidget(self._desks, 1)
        for part in (self._hint, self._fault):
            column.addWidget(part)
        return right

    def _connect(self) -> None:
        self._papers.row_changed.connect(self._show)
        self._saved.folder_wanted.connect(self._choose_folder)
        self.session.theme.changed.connect(self._fit)
        self._fault.acted.connect(self._write)
        self._fault.closed.connect(self._forget)
        self._hint.acted.connect(self._go_on)

    def _show(self, bench: Bench | None) -> None:
        if bench is not None:
            bench.enter()
            self._sides.setCurrentWidget(bench.side)
            self._desks.setCurrentWidget(bench.desk)
            follow_each_other(
                [
                    it
                    for part in (self._papers, bench.side, bench.desk, self._hint, self._fault, self._saved)
                    for it in stops(part)
                ]
            )
            self._show_hint()
            self._show_place()
            self.heading_changed.emit()

    def _show_hint(self) -> None:
        """Say what the chosen paper lacks, with the way there, and what was said of it since it was chosen."""
        bench = self._bench
        self._save.setEnabled(self._job is None and bench.can_be_written)
        if bench.hint:
            self._hint.say(bench.hint, "info", bench.way[0])
        else:
            self._hint.clear()
        if bench.key in self._told:
            self._fault.say(*self._told[bench.key])
        else:
            self._fault.clear()

    def _tell(self, bench: Bench, text: str, kind: str, action: str = "") -> None:
        self._told[bench.key] = (text, kind, action)
        self._show_hint()

    def _forget(self) -> None:
        self._told.pop(self._bench.key, None)

    def _show_place(self) -> None:
        """Say where the chosen paper will lie, and look whether there is one already."""
        self._fate = Fate.FREE
        self._saved.show_folder(self._target)
        name = self._bench.file_name
        if name:
            look = partial(_read_fate, self._target / name)
            self.session.jobs.run(look, self._take_fate, key="papers.fate", failed=self._take_no_fate)

    def _take_fate(self, fate: Fate) -> None:
        self._fate = fate
        if fate is not Fate.FREE and self._bench.file_name and not self._saved.tells_of_written:
            self._saved.show_folder(self._target, self._bench.file_name, fate)

    def _take_no_fate(self, _refusal: Refusal) -> None:
        """Say nothing of a folder that cannot be read: writing will tell why."""

    def _go_on(self) -> None:
        """Show the page where what is missing can be entered."""
        self.session.open(self._bench.way[1])

    @property
    def _target(self) -> Path:
        kept = self.session.memory.value(self._key_of_folder, "")
        return Path(str(kept)) if kept else default_folder(self.session.project)

    @property
    def _key_of_folder(self) -> str:
        return f"{_FOLDER}.{self.session.project.path}"

    def _fit(self) -> None:
        """Give the list of papers the height of its rows, and what is left to the fields."""
        rows = len(self._benches) * self._papers.verticalHeader().defaultSectionSize()
        self._papers.setFixedHeight(rows + 3 * self.session.theme.sizes.unit)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Ordner für die Ausgabe"), str(self._target))
        if chosen:
            self.session.memory.remember(self._key_of_folder, chosen)
            self._show_place()

    def _write(self) -> None:
        if self._job is not None:
            return
        self.session.leaving.emit()
        self._bench.flush()
        bench = self._bench
        self._forget()
        self._fault.clear()
        if not bench.can_be_written:
            return
        work = bench.work(self._target)
        bound = partial(self.session.apart.run, work, self.session.project.pinned())
        label = self.tr("{0} speichern").format(bench.title)
        self._job = self.session.jobs.run(
            bound, partial(self._take, bench), label=label, failed=partial(self._refuse, bench)
        )
        self._job.ended.connect(self._end)
        self._save.setEnabled(False)

    def _end(self) -> None:
        cancelled = self._job is not None and self._job.is_cancelled
        self._job = None
        self._show_hint()
        if cancelled:
            text = self.tr("Das Speichern ist abgebrochen; eine vorhandene Datei ist unverändert.")
            self._tell(self._bench, text, "attention", self.tr("Noch einmal"))

    def _take(self, bench: Bench, written: Written) -> None:
        replaced = bench is self._bench and self._fate is Fate.REPLACED
        self._saved.show_written(written, self.session.project.now(), replaced=replaced)
        self._fate = Fate.REPLACED
        if written.remarks:
            self._tell(bench, " ".join(written.remarks), "attention")
        bench.taken()
        told = (
            self.tr("„{0}“ ist geschrieben.")
            if written.path.suffix
            else self.tr("Die Schreiben liegen im Ordner „{0}“.")
        )
        self.session.say(told.format(written.path.name))

    def _refuse(self, bench: Bench, refusal: Refusal) -> None:
        self._tell(bench, str(refusal), "problem", self.tr("Noch einmal"))


def _read_fate(path: Path, progress: Progress) -> Fate:
    progress("", 0.0)
    return fate_of(path)


def _columns() -> tuple[Column[Bench], ...]:
    return (
        Column("Schriftstück", _title, stretch=True, strong=True, width=16),
        Column("Stand", _state, role=_role, width=15, spare=True),
    )


def _key(bench: Bench) -> str:
    return bench.key


def _title(bench: Bench) -> str:
    return bench.title


def _state(bench: Bench) -> str:
    return bench.state


def _role(_bench: Bench) -> str:
    return "muted"
