"""Be the pane with the concept as it is printed: pages, tools for them, and the way to where they come from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.checks import Step, Target
from kizdesk.project.output.preview import Origin, Preview, Source, Spot, origins
from kizdesk.ui.preview.live import LivePrint
from kizdesk.ui.preview.tools import PreviewTools
from kizdesk.ui.preview.words import place_in
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.widgets.labels import ElidedLabel, label
from kizdesk.ui.widgets.messages import MessageBar

if TYPE_CHECKING:
    from kizdesk.ui.preview.document import ReadPdf
    from kizdesk.ui.preview.finding import Finder
    from kizdesk.ui.preview.view import PdfPages

_ZOOM = "preview/zoom"
"""Under this name the machine remembers the zoom; 0 for pages as wide as the view."""


class PreviewPane(QFrame):
    """Be the pane; it prints and holds a document only while it is seen."""

    shown = Signal()
    """Pages of a new preview are shown."""

    def __init__(
        self,
        session: Session,
        name: str,
        parent: QWidget | None = None,
        *,
        narrow: bool = False,
        live: LivePrint | None = None,
    ) -> None:
        """Take the session, and the name under which zoom is remembered."""
        super().__init__(parent)
        self.session = session
        self.live = live or LivePrint.of(session)
        self.tools = PreviewTools(session.theme, narrow=narrow)
        self.is_leading = False
        """Somebody clicked here, and is being led to where that is edited."""
        self._zoom_name = f"{_ZOOM}/{name}"
        self._in_brief = False
        self._preview: Preview | None = None
        self._shown: Preview | None = None
        """What the view holds the pages of."""
        self._left = Spot()
        """Where the pages stood when the pane was closed."""
        self._words = ""
        """What is printed where somebody clicked last."""
        self._wanted: Source | None = None
        self._view: PdfPages | None = None
        self._finder: Finder | None = None
        self._fault = MessageBar(session.theme, seconds=0, closable=False)
        self._stack = QStackedWidget()
        self._sentence = label("", "muted")
        self._state = ElidedLabel("", "small")
        self._build()
        self._connect()

    @property
    def view(self) -> PdfPages | None:
        """Return the view of the pages; None until the pane was shown."""
        return self._view

    @property
    def preview(self) -> Preview | None:
        """Return what is shown."""
        return self._preview

    @property
    def pages(self) -> int:
        """Return how many pages there are; 0 while nobody knows."""
        return self._view.pdf.pageCount() if self._view is not None and self._preview is not None else 0

    @property
    def state(self) -> str:
        """Return the line below the pages."""
        return self._state.text()

    def choose(self, *, in_brief: bool) -> None:
        """Show the Kurzfassung, or the whole."""
        if in_brief != self._in_brief:
            self._in_brief = in_brief
            self._empty()
            if self.isVisible():
                self.live.watch(self, in_brief=in_brief)

    def focus_search(self) -> None:
        """Put the focus into the line for words to look for."""
        self.tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.search.selectAll()

    def follow(self, kind: str, ident: str) -> None:
        """Show where a record is printed, now or as soon as it is."""
        self._wanted = (kind, ident)
        self._go_to_wanted()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the newest preview there is, and have the next one made."""
        super().showEvent(event)
        self._make_view()
        ready = self.live.preview if self.live.in_brief == self._in_brief else None
        if ready is not None:
            QTimer.singleShot(0, self, self._open_ready)  # when the page is drawn
        else:
            self._say_waiting()
        self.live.watch(self, in_brief=self._in_brief)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back what the pages take."""
        super().hideEvent(event)
        self.live.leave(self)
        if self._view is not None:
            self._left = self._view.spot
            self._close()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        self.setProperty("ground", "card")
        self.setAccessibleName(self.tr("Vorschau"))
        self._state.setObjectName("preview-state")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.gap_small, sizes.gap_small, sizes.gap_small, sizes.unit)
        column.setSpacing(sizes.gap_small)
        for widget in (self.tools, self._fault, self._stack, self._state):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        box = QWidget()
        within = QVBoxLayout(box)
        within.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.margin)
        within.addStretch(1)
        within.addWidget(self._sentence)
        within.addStretch(2)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack.addWidget(box)

    def _connect(self) -> None:
        self.live.began.connect(self._say_waiting)
        self.live.came.connect(self._take)
        self.live.refused.connect(self._say_refusal)
        self._fault.acted.connect(self._again)
        self.tools.turned_to.connect(self._turn)
        self.tools.zoomed.connect(self._step_zoom)
        self.tools.fitted.connect(self._fit)

    def _make_view(self) -> None:
        """Load what shows PDFs, and make the view."""
        if self._view is not None:
            return
        from kizdesk.ui.preview.finding import Finder
        from kizdesk.ui.preview.view import PdfPages

        view = PdfPages(self.session.theme, self._stack)
        self._view, self._finder = view, Finder(view)
        self._stack.addWidget(view)
        QWidget.setTabOrder(self.tools.stops()[-1], view)
        view.set_zoom(self.session.memory.value(self._zoom_name, 0.0))
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._note_zoom)
        view.clicked.connect(self._follow_click)
        view.chosen.connect(self._choose_seen)
        self.tools.searched.connect(self._finder.look_for)
        self.tools.stepped.connect(self._finder.step)
        self._finder.counted.connect(self.tools.show_hits)

    @Slot()
    def _say_waiting(self) -> None:
        if not self.isVisible():
            return
        self._fault.clear()
        if self._preview is None:
            self._sentence.setText(self.tr("Die Vorschau wird erstellt …"))
            self._stack.setCurrentIndex(0)
            self._state.setText("")
        else:
            self._state.setText(self.tr("Vorschau wird erneuert …"))

    @Slot(str)
    def _say_refusal(self, sentence: str) -> None:
        if self.isVisible():
            self._fault.say(sentence, "problem", self.tr("Noch einmal"))
            self._state.setText(self.tr("Gezeigt wird ein älterer Stand.") if self._preview is not None else "")
            self._sentence.setText("")

    @Slot(object)
    def _take(self, before: Preview | None) -> None:
        preview = self.live.preview
        if self.isVisible() and preview is not None and self.live.in_brief == self._in_brief:
            self._show(preview, self.live.take_pages())
            changed = preview.changed(self.live.touched, before) if before is not None else None
            if changed is not None and self._view is not None and not self._view.sees(changed):
                self._view.show_spot(changed, within=True)

    @Slot()
    def _open_ready(self) -> None:
        ready = self.live.preview
        if self.isVisible() and ready is not None and ready is not self._shown:
            self._open(ready)

    def _open(self, preview: Preview) -> None:
        """Read the pages of a preview that was printed before, and show them."""
        from kizdesk.ui.preview.document import Reading

        work = Reading(preview.printed, self.thread())
        self.session.jobs.run(work, partial(self._show_again, preview), key=f"preview/{self._zoom_name}")

    def _show_again(self, preview: Preview, read: ReadPdf) -> None:
        if self.isVisible() and preview is self.live.preview and preview is not self._shown:
            self._show(preview, read)
        else:
            read.forget()

    def _show(self, preview: Preview, read: ReadPdf | None) -> None:
        view, before = self._view, self._preview
        if view is None or self._finder is None:
            return
        if read is None:  # another pane has them
            self._open(preview)
            return
        spot = view.spot if before is not None and view.geometry_now() is not None else self._left
        self._preview = self._shown = preview
        self._stack.setCurrentWidget(view)
        view.show_pdf(read)
        view.show_spot(preview.kept(spot, before) if before is not None else spot)
        self._finder.follow()
        self._fault.clear()
        self._state.setText(
            self.tr("Ein Klick auf einen Absatz führt dorthin, wo er bearbeitet wird.")
            if self.live.is_fresh
            else self.tr("Vorschau wird erneuert …")
        )
        self._show_page(view.spot.page)
        self._show_zoom()
        self._go_to_wanted()
        self.shown.emit()

    def _empty(self) -> None:
        self._preview, self._left = None, Spot()
        self._close()
        self.tools.show_page(0, 0)
        self._fault.clear()
        if self.isVisible():
            self._say_waiting()

    def _close(self) -> None:
        self._shown = None
        if self._view is not None and self._finder is not None:
            self._view.close_pdf()
            self._finder.follow()

    def _go_to_wanted(self) -> None:
        if self._wanted is None or self._shown is None or self._view is None or not self.isVisible():
            return
        spot = self._shown.spot_of_record(self._wanted)
        if spot is not None:
            self._wanted = None
            if not self._view.sees(spot):
                self._view.show_spot(spot, within=True)

    @Slot()
    def _again(self) -> None:
        self.live.again()

    @Slot(int)
    def _show_page(self, page: int) -> None:
        if self._view is not None:
            self.tools.show_page(page, self._view.pdf.pageCount())

    @Slot(int)
    def _turn(self, page: int) -> None:
        if self._view is not None:
            self._view.show_spot(Spot(page))

    @Slot(float)
    def _step_zoom(self, steps: float) -> None:
        if self._view is not None:
            self._view.step_zoom(steps)

    @Slot()
    def _fit(self) -> None:
        if self._view is not None:
            self._view.set_zoom(0.0)

    @Slot()
    def _note_zoom(self) -> None:
        if self._view is not None:
            self.session.memory.remember(self._zoom_name, self._view.zoom)
            self._show_zoom()

    def _show_zoom(self) -> None:
        if self._view is not None:
            self.tools.show_zoom(self._view.percent(), fits=not self._view.zoom)

    @Slot()
    def _choose_seen(self) -> None:
        """Go to where the hit of the search comes from, or else what stands at the upper edge."""
        if self._view is not None:
            self._words = ""
            hit = self._finder.current if self._finder is not None else None
            self._go_to_source(hit if hit is not None and self._view.sees(hit) else self._view.spot)

    @Slot(object)
    def _follow_click(self, spot: Spot | None) -> None:
        """Turn to the page that a line of the contents names, or go to where a paragraph is edited."""
        listed = spot is not None and self._preview is not None and not self._preview.block_at(spot)
        to = self._view.linked_from(spot) if spot is not None and listed and self._view is not None else None
        if to is not None and self._view is not None:
            self._view.show_spot(to)
        else:
            self._words = self._view.words_clicked() if self._view is not None else ""
            self._go_to_source(spot)

    def _go_to_source(self, spot: Spot | None) -> None:
        """Go to where what stands at a spot is edited; several such places are offered in a menu."""
        if spot is None or self._preview is None or self._view is None:
            return
        sources = self._preview.sources_at(spot)
        if not sources:
            self._lead(self._frame_of(spot))
            return
        found = origins(self.session.project, sources)
        if not found:
            self.session.say(self.tr("Woraus dieser Absatz entstand, gibt es inzwischen nicht mehr."))
        elif len(found) == 1:
            self._lead(Destination(target=found[0].target))
        else:
            self._offer(found, spot)

    def _frame_of(self, spot: Spot) -> Destination:
        """Return where the cover comes from, or the contents."""
        if spot.page == 1:
            return Destination(target=Target(Step.BASICS, "project", "project"))
        return Destination("output.outline")

    def _offer(self, found: tuple[Origin, ...], spot: Spot) -> None:
        if self._view is None:
            return
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Woraus dieser Absatz entstand"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for origin in found:
            action = menu.addAction(origin.name.replace("&", "&&"))
            action.triggered.connect(partial(self._lead, Destination(target=origin.target)))
        menu.popup(self._view.viewport().mapToGlobal(self._view.place_of(spot)))

    def _lead(self, destination: Destination, *_: object) -> None:
        self.is_leading = True
        self.session.going.emit(destination)
        self.is_leading = False
        self._find_words()

    def _find_words(self) -> None:
        """Put the cursor of the text one was led to where the words stand."""
        area = self.window().focusWidget()
        place = place_in(area.toPlainText(), self._words) if isinstance(area, QPlainTextEdit) else None
        if isinstance(area, QPlainTextEdit) and place is not None:
            cursor = area.textCursor()
            cursor.setPosition(place)
            area.setTextCursor(cursor)
            area.ensureCursorVisible()
