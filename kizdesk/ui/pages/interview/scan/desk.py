"""Show, choose and attach what stands beside the questions of an interview."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from kizdesk.domain.interviews import Attachment
from kizdesk.domain.scans import SUFFIXES, is_picture
from kizdesk.project.runner.scans import attach_scans, scans_of
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.pages.interview.card import QuestionCard
from kizdesk.ui.pages.interview.frame import Frame
from kizdesk.ui.pages.interview.scan.drawer import Drawer
from kizdesk.ui.pages.interview.scan.fitting import Fit
from kizdesk.ui.pages.interview.scan.keys import make_keys
from kizdesk.ui.pages.interview.scan.offer import ScanOffer
from kizdesk.ui.pages.interview.scan.pane import ScanPane
from kizdesk.ui.pages.interview.scan.reading import ReadScans, read_scans
from kizdesk.ui.pages.interview.scan.recall import Recall
from kizdesk.ui.pages.interview.scan.showing import Showing
from kizdesk.ui.pages.interview.speaking import announce
from kizdesk.ui.pages.interview.walk import Walk

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class ScanDesk(QObject):
    """Be the hands of the pane; the question keeps the keyboard."""

    def __init__(self, session: Session, walk: Walk, frame: Frame, card: QuestionCard, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._walk, self._frame, self._card, self._page = session, walk, frame, card, page
        self._recall = Recall(session.memory)
        self._interview_id = ""
        self._files: tuple[Attachment, ...] = ()
        self._spoken = ""
        self._pane = ScanPane(session.theme)
        self._offer = ScanOffer()
        self._showing = Showing(session, self._pane.view, Drawer(), self)
        self._keys = make_keys(page, self._deeds())
        self._action: QAction | None = None
        frame.hold_beside(self._pane)
        frame.hold_above(self._offer)
        self._connect()

    @property
    def is_open(self) -> bool:
        """Tell whether the pane is shown."""
        return self._frame.has_beside

    def name_by_state(self, action: QAction) -> None:
        """Let the words of an action say what it does now."""
        self._action = action
        self._name_action()

    def follow(self) -> None:
        """Show what belongs to the interview that is held; another one may have left the pane open or closed."""
        interview_id = self._walk.interview_id
        self._files = scans_of(self._session.project, interview_id)
        if interview_id != self._interview_id:
            self._interview_id = interview_id
            _, shown = self._recall.choice(interview_id)
            self._showing.show_file(None, self._showing.look)
            self._set_open(on=shown and bool(self._files))
        if self.is_open:
            self._show_files()
        self._show_offer()

    @Slot()
    def toggle(self) -> None:
        """Show the pane, or take it away."""
        if self._walk.interview is None:
            return
        self._set_open(on=not self.is_open)
        if self.is_open:
            self._show_files()
        self._keep_choice()
        self._show_offer()

    @Slot(list)
    def attach(self, paths: Sequence[str]) -> None:
        """Read files, keep them with the interview in one step, and show the first."""
        if self._session.read_only or not paths:
            return
        self._session.jobs.run(
            partial(read_scans, tuple(Path(path) for path in paths)),
            partial(self._keep, self._interview_id),
            label=self.tr("Die Vorlage wird gelesen"),
            failed=self._refuse,
        )

    def _keep(self, interview_id: str, read: ReadScans) -> None:
        if read.files:
            before = self._session.project.snapshot
            kept = self._session.attempt(partial(attach_scans, self._session.project, interview_id, read.files))
            if kept and interview_id == self._interview_id:
                self._choose(kept[0].id)
            if kept and self._session.project.snapshot is not before:
                text = self.tr("„{0}“ ist angehängt.") if len(kept) == 1 else self.tr("{1} Dateien sind angehängt.")
                self._session.say_done(text.format(kept[0].name, len(kept)))
        if read.refused:
            self._session.say(" ".join(read.refused), kind="problem")

    def _refuse(self, refusal: Refusal) -> None:
        self._session.say_refusal(refusal)

    @Slot()
    def _pick(self) -> None:
        if self._session.read_only:
            return
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        paths, _ = QFileDialog.getOpenFileNames(
            self._page, self.tr("Vorlage wählen"), "", self.tr("Scans und Fotos ({0})").format(patterns)
        )
        self.attach(paths)

    def _set_open(self, *, on: bool) -> None:
        if on == self.is_open:
            return
        focused = QApplication.focusWidget()
        within = focused is not None and self._pane.isAncestorOf(focused)
        self._frame.show_beside(on=on)
        for action in self._keys:
            action.setEnabled(on)
        if not on:
            self._showing.rest()
            if within:
                self._card.focus_answer()
        self._name_action()

    def _name_action(self) -> None:
        if self._action is not None:
            shut, opened = self.tr("Vorlage daneben zeigen"), self.tr("Vorlage schließen")
            self._action.setText(opened if self.is_open else shut)

    def _show_files(self) -> None:
        current = self._showing.file
        kept = next((file for file in self._files if current is not None and file.id == current.id), None)
        wanted = kept or self._first()
        self._pane.show_files(
            self._files, wanted.id if wanted is not None else "", can_attach=not self._session.read_only
        )
        if wanted is None:
            self._showing.show_file(None, self._showing.look)
            self._pane.say_nothing_there()
        elif kept is None:
            self._showing.show_file(wanted, self._recall.look(wanted.id))

    def _show_offer(self) -> None:
        first = self._first()
        self._offer.show_files(self._files, first.id if first is not None else "", needed=not self.is_open)

    def _first(self) -> Attachment | None:
        """Return the attachment chosen last for this interview, or else the first."""
        chosen, _ = self._recall.choice(self._interview_id)
        return next((file for file in self._files if file.id == chosen), next(iter(self._files), None))

    @Slot(str)
    def _choose_here(self, attachment_id: str) -> None:
        """Show what was chosen in the list, and answer on."""
        self._choose(attachment_id)
        self._card.focus_answer()

    def _choose(self, attachment_id: str, *, from_end: bool = False) -> None:
        file = next((file for file in self._files if file.id == attachment_id), None)
        if file is None:
            return
        self._set_open(on=True)
        self._pane.show_files(self._files, file.id, can_attach=not self._session.read_only)
        self._showing.show_file(file, self._recall.look(file.id), from_end=from_end)
        self._keep_choice()
        self._show_offer()

    def _keep_choice(self) -> None:
        file = self._showing.file or self._first()
        self._recall.keep_choice(self._interview_id, file.id if file is not None else "", shown=self.is_open)

    @Slot(int)
    def _turn_on(self, way: int) -> None:
        """Go to the next page, or to the next photo."""
        found = self._neighbour(way)
        if isinstance(found, Attachment):
            self._choose(found.id, from_end=way < 0)
        elif found is not None:
            self._showing.turn_to(found, from_end=way < 0)

    def _neighbour(self, way: int) -> int | Attachment | None:
        """Return the page before or after; forms are photographed page by page, so a photo leads to the next one."""
        file, page = self._showing.file, self._showing.look.page + way
        if file is None or 0 <= page < self._showing.pages:
            return None if file is None else page
        photos = [other for other in self._files if is_picture(other)]
        ids = [photo.id for photo in photos]
        place = ids.index(file.id) + way if file.id in ids else -1
        return photos[place] if 0 <= place < len(photos) else None

    @Slot()
    def _show_look(self) -> None:
        showing = self._showing
        ways = [way for way in (-1, 1) if self._neighbour(way) is not None]
        self._pane.tools.show_look(showing.look, showing.pages, showing.zoom, ways)
        if showing.file is None or not showing.pages:
            return
        self._recall.keep_look(showing.file.id, showing.look)
        where = self.tr("{0}, Seite {1} von {2}").format(showing.file.name, showing.look.page + 1, showing.pages)
        self._pane.view.setAccessibleDescription(where)
        if where != self._spoken:
            self._spoken = where
            announce(self._pane.view, where)

    def _fit_next(self) -> None:
        self._showing.fit(Fit.PAGE if self._showing.look.fit is Fit.WIDTH else Fit.WIDTH)

    def _go_to_end(self, *, last: bool) -> None:
        self._showing.turn_to(self._showing.pages - 1 if last else 0)

    def _deeds(self) -> Mapping[str, Callable[[], object]]:
        view, showing = self._pane.view, self._showing
        return {
            "on": partial(view.go_on, 1),
            "back": partial(view.go_on, -1),
            "first": partial(self._go_to_end, last=False),
            "last": partial(self._go_to_end, last=True),
            "left": partial(view.move_by, -1, 0),
            "right": partial(view.move_by, 1, 0),
            "up": partial(view.move_by, 0, -1),
            "down": partial(view.move_by, 0, 1),
            "nearer": partial(showing.zoom_by, 1.0),
            "farther": partial(showing.zoom_by, -1.0),
            "fit": self._fit_next,
            "turn": partial(showing.turn, 90),
            "choose": self._pane.open_chooser,
        }

    def _connect(self) -> None:
        pane, showing = self._pane, self._showing
        pane.chosen.connect(self._choose_here)
        pane.picking.connect(self._pick)
        pane.dropped.connect(self.attach)
        pane.closed.connect(self.toggle)
        pane.done.connect(self._card.focus_answer)
        pane.view.turned_on.connect(self._turn_on)
        pane.view.zoomed.connect(showing.zoom_by)
        pane.tools.turned_to.connect(showing.turn_to)
        pane.tools.turned_on.connect(self._turn_on)
        pane.tools.zoomed.connect(showing.zoom_by)
        pane.tools.fitted.connect(showing.fit)
        pane.tools.rotated.connect(showing.turn)
        showing.changed.connect(self._show_look)
        showing.refused.connect(pane.say)
        showing.waiting.connect(pane.tools.show_waiting)
        self._offer.wanted.connect(self.toggle)
