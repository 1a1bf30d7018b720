"""Find everything and do everything by a few letters: the palette of Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.texts import fold
from kizdesk.ui.jobs import Progress
from kizdesk.ui.session import Session
from kizdesk.ui.shell.overlay import Overlay
from kizdesk.ui.shell.palette_model import Offer, PaletteDelegate, PaletteModel
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject
    from kizdesk.project.search_places import Place

_DEBOUNCE_MS = 120
_MOST = 30
_RECENT = "shell/commands"


def _search(project: OpenProject, words: str, progress: Progress) -> tuple[Place, ...]:
    from kizdesk.project.search_places import places

    progress("", 0.1)
    return places(project, words, _MOST)


class Palette(Overlay):
    """Search the whole project and all commands while somebody types."""

    def __init__(self, session: Session, commands: Callable[[], Sequence[Offer]], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._commands = commands
        self._places: tuple[Place, ...] = ()
        self._line = QLineEdit()
        self._model = PaletteModel(self)
        self._view = QListView()
        self._nothing = label(self.tr("Dazu wurde nichts gefunden. Bitte versuchen Sie ein anderes Wort."), "muted")
        self._soon = QTimer(self)
        self._build()
        self._connect()

    def ask(self) -> None:
        """Show the palette, empty."""
        self._line.clear()
        self._places = ()
        self._fill()
        self.appear()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave_to_page(self, _: object = None) -> None:
        """Make way for the page that somebody went to."""
        if self.isVisible():
            self.leave()

    def place(self) -> None:
        """Stand in the middle of the upper half."""
        sizes, room = self._session.theme.sizes, self.under.rect()
        width = min(sizes.text_width, room.width() - 2 * sizes.margin)
        height = min(self._needed(width), room.height() * 2 // 3)
        self.setGeometry((room.width() - width) // 2, sizes.margin * 2, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and choose in the list while the focus stays in the line."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            key = Qt.Key(event.key())
            if key in steps:
                self._choose(self._model.next_row(self._view.currentIndex().row(), steps[key]))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.setAccessibleName(self.tr("Suchen und Befehle"))
        self._line.setObjectName("palette-line")
        self._line.setPlaceholderText(self.tr("Im Projekt suchen oder einen Befehl nennen"))
        self._line.setAccessibleName(self._line.placeholderText())
        self._view.setObjectName("palette-list")
        self._view.setAccessibleName(self.tr("Fundstellen und Befehle"))
        self._view.setModel(self._model)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows move in it while one types
        set_look(self._view, "bare", "true")
        self._view.setItemDelegate(PaletteDelegate(self._session.theme, self._model, self))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.gap, sizes.gap, sizes.gap, sizes.gap)
        outer.setSpacing(sizes.gap_small)
        outer.addWidget(self._line)
        outer.addWidget(self._nothing)
        outer.addWidget(self._view, 1)

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(_DEBOUNCE_MS)
        self._soon.timeout.connect(self._ask_project)
        self._line.textEdited.connect(self._typed)
        self._line.installEventFilter(self)
        self._view.clicked.connect(self._run)

    def _typed(self) -> None:
        self._places = ()
        self._fill()
        self._soon.start()

    def _ask_project(self) -> None:
        words = self._line.text().strip()
        if words:
            work = partial(_search, self._session.project.pinned(), words)
            self._session.jobs.run(work, partial(self._take, words), key="palette", failed=self._fail)

    def _take(self, words: str, places: tuple[Place, ...]) -> None:
        if words == self._line.text().strip():
            self._places = places
            self._fill()

    def _fail(self, refusal: UserError | EnvironmentFault) -> None:
        self._session.say(str(refusal), kind="problem")

    def _fill(self) -> None:
        words = self._line.text().casefold().split()
        found = self._matching(words) if words else self._recent()
        recent = not words and any(self._session.memory.value(_RECENT, [""]))
        title = self.tr("Zuletzt") if recent else self.tr("Befehle")
        offers = [Offer(title), *found] if found else []
        if self._places:
            offers.append(Offer(self.tr("Im Projekt")))
        for place in self._places:
            run = partial(self._session.go, place.target)
            offers.append(Offer(place.title, place.where, run, found=_beside(place, words)))
        self._model.show_offers(offers)
        self._nothing.setVisible(bool(words) and not offers)
        self._view.setVisible(bool(offers))
        self._choose(self._model.next_row(-1, 1) if words else -1)
        self.place()

    def _needed(self, width: int) -> int:
        """Return the height that line and hits need."""
        gap = self._session.theme.sizes.gap
        margins = 2 * gap
        spacing = self._session.theme.sizes.gap_small
        height = margins + self._line.sizeHint().height() + 2 * self.frameWidth()
        if not self._nothing.isHidden():
            height += spacing + self._nothing.heightForWidth(width - margins)
        if not self._view.isHidden():
            rows = sum(self._view.sizeHintForRow(row) for row in range(self._model.rowCount()))
            height += spacing + rows
        return height

    def _matching(self, words: Sequence[str]) -> list[Offer]:
        wanted = [fold(word) for word in words]
        fitting = [offer for offer in self._commands() if _fits(wanted, f"{offer.title} {offer.where} {offer.words}")]
        return sorted(fitting, key=partial(_misses_title, wanted))[:_MOST]

    def _recent(self) -> list[Offer]:
        names = self._session.memory.value(_RECENT, [""])
        known = {offer.title: offer for offer in self._commands() if not offer.words}
        return [known[name] for name in names if name in known] or list(known.values())[:_MOST]

    def _choose(self, row: int) -> None:
        self._view.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    def _run(self, index: QModelIndex) -> None:
        offer = self._model.offer(index.row())
        if offer is None or offer.run is None:
            return
        memory = self._session.memory
        kept = [name for name in memory.value(_RECENT, [""]) if name and name != offer.title]
        if any(offer.title == command.title for command in self._commands()):
            memory.remember(_RECENT, [offer.title, *kept][:8])
        self.leave()
        offer.run()


def _fits(words: Sequence[str], text: str) -> bool:
    known = fold(text)
    return all(word in known for word in words)


def _beside(place: Place, words: Sequence[str]) -> str:
    """Return the words around what was found, unless the title says them."""
    title, snippet = fold(place.title.strip("… ")), fold(place.snippet.strip("… "))
    told = snippet in title or (snippet.startswith(title) and all(fold(word) in title for word in words))
    return "" if told else place.snippet


def _misses_title(words: Sequence[str], offer: Offer) -> bool:
    return not _fits(words, offer.title)
