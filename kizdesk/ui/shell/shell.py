"""Put the parts around the pages of one open project together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Step
from kizdesk.domain.places import District
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.page import KeyHelp
from kizdesk.ui.session import Session
from kizdesk.ui.shell.beside import Beside
from kizdesk.ui.shell.care import FIRST_MS, Care
from kizdesk.ui.shell.dropping import FileDrops
from kizdesk.ui.shell.file_work import FileWork
from kizdesk.ui.shell.focus_keeper import FocusKeeper
from kizdesk.ui.shell.foot import Foot
from kizdesk.ui.shell.header import Header
from kizdesk.ui.shell.help_panel import HelpPanel
from kizdesk.ui.shell.missing_panel import MissingPanel
from kizdesk.ui.shell.name_panel import NamePanel
from kizdesk.ui.shell.navigator import Navigator
from kizdesk.ui.shell.notices import Notices
from kizdesk.ui.shell.palette import Palette
from kizdesk.ui.shell.palette_model import Offer
from kizdesk.ui.shell.rail import Rail
from kizdesk.ui.shell.reading import order
from kizdesk.ui.shell.said import JobLine, SaidBar
from kizdesk.ui.shell.status import StatusLine
from kizdesk.ui.shell.wishes import WISHES, Wish
from kizdesk.ui.widgets.buttons import key_text
from kizdesk.ui.widgets.choices import StepTabs
from kizdesk.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from kizdesk.project.missing import Missing
    from kizdesk.project.overview import ConceptState, StepState
    from kizdesk.ui.shell.backups_panel import BackupsPanel

VERSIONS = "participation.versions"


class Shell(QWidget):
    """Be the window's content while a project is open."""

    def __init__(
        self,
        session: Session,
        commands: Sequence[QAction],
        keys: Sequence[KeyHelp],
        entries: Sequence[PageEntry] = PAGES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._actions = tuple(commands)
        self._more_offers: Callable[[], Sequence[Offer]] = tuple
        self._states: dict[Step, StepState] = {}
        self._concept: ConceptState | None = None
        self._tabs: tuple[list[tuple[str, str]], str] = [], ""
        theme = session.theme
        self.rail = Rail(theme, [(step, session.labels.of(step)) for step in Step])
        self.header = Header(theme)
        self.tabs = StepTabs()
        self.navigator = Navigator(session, entries, self)
        self._column = QWidget()
        self.beside = Beside(session, self._column)
        self.foot = Foot(theme)
        self.said = SaidBar(theme)
        self.job_line = JobLine()
        self.status = StatusLine(theme)
        self.care = Care(session, self)
        self.files = FileWork(session, self)
        self.keeper = FocusKeeper(self.navigator, self.header, self.job_line, self)
        self._build()
        self.notices = Notices(theme, self.said, self.job_line, self.foot, self._column)
        self.palette_panel = Palette(session, self._offers, self)
        self.help_panel = HelpPanel(theme, keys, self)
        self.name_panel = NamePanel(session, self)
        self.missing_panel = MissingPanel(session, self)
        self.drops = FileDrops(session, self)
        self._connect()

    @cached_property
    def backups_panel(self) -> BackupsPanel:
        """Return the list of backups, which is built when it is asked for."""
        from kizdesk.ui.shell.backups_panel import BackupsPanel

        panel = BackupsPanel(self.session, self)
        panel.chosen.connect(self.files.put_back)
        return panel

    def begin(self) -> None:
        """Show the project; jobs of the first page begin when it is drawn."""
        self.session.jobs.hold_back()
        self._show_project()
        self.status.show_saving(self.session.project.save_state, read_only=self.session.read_only)
        self.navigator.begin()
        self.keeper.begin()
        if self.focusWidget() is None:
            self.rail.setFocus()
        self.care.begin()
        QTimer.singleShot(FIRST_MS, self.session.jobs, self.session.jobs.let_begin)

    def end(self) -> None:
        """Stop everything that works by itself."""
        self.care.end()
        self.navigator.end()

    def go_on(self) -> None:
        """Work on after closing was not possible or not wanted."""
        self.navigator.go_on()
        self.care.begin()

    def show_help(self) -> None:
        """Show the help of the page."""
        self.help_panel.ask(self.navigator.page)

    def show_message(self) -> None:
        """Put the focus onto what the program says, or else onto the line about what is missing."""
        if self.said.isVisible():
            self.said.take_focus()
        elif not self.foot.take_focus():
            self.session.say(self.tr("Zurzeit gibt es keine Meldung."))

    def list_missing(self) -> None:
        """Show one by one what is missing here."""
        self.session.leaving.emit()
        self.missing_panel.ask(self._missing_points())

    def offer(self, more: Callable[[], Sequence[Offer]]) -> None:
        """Let the palette offer more commands."""
        self._more_offers = more

    def leave_panel(self) -> None:
        """Close the panel that lies uppermost."""
        over = (self.palette_panel, self.name_panel, self.missing_panel, self.help_panel)
        next((panel for panel in over if panel.isVisible()), self.help_panel).leave()

    def find_here(self) -> None:
        """Put the focus into the page's own search line, or open the palette."""
        page = self.navigator.page
        if self.beside.focus_search():
            return
        lines = page.findChildren(SearchField) if page is not None else []
        own = next((line for line in lines if line.isVisible()), None)
        if own is None:
            self.palette_panel.ask()
        else:
            own.setFocus()
            own.selectAll()

    def fold(self, width: int) -> None:
        """Fold the rail in a window that is narrow, or would be with the preview beside the page."""
        sizes = self.session.theme.sizes
        claimed = sizes.preview_usual if self.beside.is_open else 0
        self.rail.fold(narrow=width < sizes.rail_folds_below + claimed)

    def focusNextPrevChild(self, *forward: bool) -> bool:
        """Go on in the order of reading, with what was made meanwhile as well; stay on the page if focus is lost.

        What is typed is written first: the next place may go with it, such as the button beside what was missing.
        """
        if self.keeper.catch():
            return True
        self.session.leaving.emit()
        self._order()
        return super().focusNextPrevChild(*forward)

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        column = QVBoxLayout(self._column)
        column.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.gap)
        column.setSpacing(sizes.gap)
        for widget in (self.header, self.tabs, self.navigator.stack, self.foot):
            column.addWidget(widget, 1 if widget is self.navigator.stack else 0)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addWidget(self.beside, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(upper, 1)
        outer.addWidget(self.status)
        self.header.put_in_corner(self.beside.button)

    def _connect(self) -> None:
        session, navigator = self.session, self.navigator
        self.rail.chosen.connect(navigator.show_step)
        self.rail.search_wanted.connect(self.palette_panel.ask)
        self.tabs.chosen.connect(navigator.show)
        navigator.turned.connect(self.said.forget_page)
        session.moved_on.connect(self.said.forget_place)
        navigator.turned.connect(self._follow_page)
        navigator.turned.connect(self._show_beside)
        self.beside.turned.connect(self._make_room)
        self.beside.left.connect(self.keeper.enter)
        navigator.shown.connect(self.palette_panel.leave_to_page)
        navigator.shown.connect(self._show_entry)
        navigator.used.connect(self.care.wait)
        self.foot.wanted.connect(session.go)
        self.foot.all_wanted.connect(self.list_missing)
        self.foot.back.connect(self._go_back)
        self.foot.on.connect(partial(navigator.move, 1))
        self.status.versions_wanted.connect(partial(session.open, VERSIONS))
        self.status.help_wanted.connect(self.show_help)
        self.status.retry_wanted.connect(self.files.retry)
        self.status.rescue_wanted.connect(self.files.rescue)
        self.files.moved.connect(self._show_saving)
        self.files.moved.connect(self._show_project)
        self.care.states_came.connect(self._show_states)
        self.care.concept_came.connect(self._show_concept)
        session.changed.connect(self._note_change)
        session.saved.connect(self._show_saving)
        session.said.connect(self.said.say)
        session.undone.connect(self._say_undone)
        session.redone.connect(self._say_redone)
        session.jobs.started.connect(self.job_line.follow)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.help_panel)
        away.activated.connect(self.leave_panel)

    def _go_back(self) -> None:
        """Go back; from a page aside of the way, or after a jump, onto the page one came from."""
        before, origin = self.navigator.entry, self.navigator.origin
        self.navigator.move(-1)
        aside = origin is not None or (before is not None and before.hidden)
        if aside and self.navigator.entry is not before:
            self.keeper.enter()

    def _show_project(self) -> None:
        project = self.session.project
        place = next((district.name for district in project.snapshot.all(District)), "")
        title = project.settings.title
        self.rail.show_project(place or title, title if place else "", project.path)

    def _follow_page(self) -> None:
        self.help_panel.follow(self.navigator.page)

    def _show_beside(self) -> None:
        entry, page = self.navigator.entry, self.navigator.page
        if entry is not None and page is not None:
            self.beside.show_for(entry, page)

    def _make_room(self) -> None:
        self.fold(self.window().width())
        self._order()

    def _show_entry(self, entry: PageEntry) -> None:
        page = self.navigator.page
        if page is None:
            return
        self.rail.choose(entry.step)
        for built in self.navigator.built:
            built.heading_changed.disconnect(self._show_head) if built.property("followed") else None
            built.setProperty("followed", built is page)
        page.heading_changed.connect(self._show_head)
        self._show_head()

    def _show_head(self) -> None:
        page = self.navigator.page
        if page is None:
            return
        self.header.show_heading(page.heading(), page.actions_shown(), page.main_action())
        self._show_tabs()
        self._show_missing()
        entry, origin, on = self.navigator.entry, self.navigator.origin, self.navigator.neighbour(1)
        aside = entry is not None and entry.hidden
        words = self.tr("Zurück zu „{0}“").format(origin.tab) if origin is not None else page.way_back()
        back = self.navigator.can_go_back or aside
        self.foot.show_ways(back=back, on=on is not None, words=words, aside=aside)
        self._order()

    def _show_tabs(self) -> None:
        """Show the tabs of the step, unless the page is aside of them."""
        entry = self.navigator.entry
        tabs = self.navigator.tabs(entry.step) if entry is not None else []
        key = entry.key if entry is not None else ""
        if (tabs, key) != self._tabs:
            self._tabs = tabs, key
            self.tabs.show_tabs(tabs if key in dict(tabs) else [], key)

    def _order(self) -> None:
        order(self.rail, (self.header, self.tabs), (self.said, self.job_line, self.foot, self.status))

    def _show_missing(self) -> None:
        page, entry = self.navigator.page, self.navigator.entry
        own = page.missing() if page is not None else None
        state = self._states.get(entry.step) if entry is not None else None
        text, target = own or ((state.missing, state.target) if state is not None else ("", None))
        self.foot.show_missing(text, target, len(self._missing_points()))

    def _missing_points(self) -> Sequence[Missing]:
        """Return one by one what the line below the page tells in one sentence."""
        page, entry = self.navigator.page, self.navigator.entry
        if page is not None and page.missing() is not None:
            return page.missing_points()
        state = self._states.get(entry.step) if entry is not None else None
        return state.points if state is not None else ()

    def _show_states(self, states: tuple[StepState, ...]) -> None:
        self._states = {state.step: state for state in states}
        self.rail.show_states(states)
        self._show_missing()

    def _show_concept(self, state: ConceptState) -> None:
        self._concept = state
        self.status.show_version(state.line)

    def _note_change(self, changes: Sequence[Change]) -> None:
        """Follow a change; what the bar tells of is not the last step any more.

        What the line below the page says about a record that was changed just now is not said until it is known anew,
        and neither is how much changed since the latest version.
        """
        if not self.session.is_noting:
            self.said.forget_step()
            if self._concept is not None:
                self.status.show_version(self._concept.version)
        touched = {change.record.id if isinstance(change, Create) else change.id for change in changes}
        told = {step: state.target.id for step, state in self._states.items() if state.target is not None}
        for step in [step for step, record in told.items() if record in touched or not changes]:
            del self._states[step]
        self._show_missing()
        self._show_project()
        self._show_saving()

    def _show_saving(self, state: object = None) -> None:
        self.status.show_saving(self.session.project.save_state, read_only=self.session.read_only)

    def _say_undone(self, step: str) -> None:
        text = self.tr("{0} – zurückgenommen.").format(step)
        self.session.say_of_step(text, self.tr("Wiederholen"), self.session.redo)

    def _say_redone(self, step: str) -> None:
        self.session.say_done(self.tr("{0} – wiederholt.").format(step))

    def _offers(self) -> list[Offer]:
        found = [_offer(action) for action in self._actions if action.isEnabled()]
        found.extend(self._more_offers())
        for entry in self.navigator.entries:
            if not entry.hidden:
                where = self.session.labels.of(entry.step)
                found.append(Offer(entry.tab, where, partial(self.navigator.show, entry.key)))
        tabs = {entry.key: entry.tab for entry in self.navigator.entries}
        found.extend(
            Offer(wish.title, tabs.get(wish.page, ""), partial(self._grant, wish), wish.words) for wish in WISHES
        )
        for page in self.navigator.built:
            where = page.heading().title
            key = page.objectName().removeprefix("page-")
            enabled = [action for action in page.actions_shown() if _can_be_done(action)]
            found.extend(Offer(_plain(action), where, partial(self._do, key, action)) for action in enabled)
        return found

    def _grant(self, wish: Wish) -> None:
        """Do what somebody looked for; where nothing is to be opened the focus goes onto the page, shown or not."""
        self.session.open(wish.page, wish.argument)
        page = self.navigator.page
        named = [action for action in page.actions_shown() if action.objectName() == wish.deed] if page else []
        deed = next((action for action in named if wish.deed and _can_be_done(action)), None)
        if deed is not None:
            deed.trigger()
        elif not wish.argument:
            self.keeper.enter()

    def _do(self, key: str, action: QAction) -> None:
        self.navigator.show(key)
        action.trigger()


def _can_be_done(action: QAction) -> bool:
    return action.isEnabled() and action.isVisible() and bool(action.text())


def _plain(action: QAction) -> str:
    return action.text().replace("&", "")


def _offer(action: QAction) -> Offer:
    return Offer(_plain(action), key_text(action.shortcut()), action.trigger)
