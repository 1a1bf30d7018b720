"""Show what the centre costs: posts, further amounts, stated totals, shares, and the result beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Update
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.cost import CostItem, Post, StatedTotal
from kizdesk.domain.errors import UserError
from kizdesk.domain.kinds import counted
from kizdesk.domain.places import Municipality, Project
from kizdesk.project.missing import Missing
from kizdesk.project.organisation.cost_outlook import CostGap, CostOutlook, CostResult, post_words
from kizdesk.project.organisation.edit import adopt_funded_posts, missing_posts
from kizdesk.ui.forms import RecordDesk
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.organisation.cost_specs import OF_EMPLOYED, OF_SECONDED, items, posts, stated
from kizdesk.ui.pages.organisation.result import ResultCard, formula_words
from kizdesk.ui.pages.organisation.shares import SharesCard
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.labels import label

_POSTS, _ITEMS, _STATED, _SHARES = "post", "cost_item", "stated_total", "shares"
_VIEWS = (_POSTS, _ITEMS, _STATED, _SHARES)
_WIDTHS = (13, 8)


class CostPage(Page):
    """Be the cost sheet; the result follows every key."""

    kinds = frozenset({_POSTS, _ITEMS, _STATED})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._outlook = CostOutlook(session.project)
        self._result: CostResult = self._outlook.result()
        self._views = SegmentedChoice(
            (
                (_POSTS, self.tr("Stellen")),
                (_ITEMS, self.tr("Weitere Beträge")),
                (_STATED, self.tr("Angaben aus Vorlagen")),
                (_SHARES, self.tr("Anteile der Kommunen")),
            ),
            self.tr("Ansicht"),
        )
        self._posts: RecordDesk[Post] = RecordDesk(session, posts())
        self._items: RecordDesk[CostItem] = RecordDesk(session, items(session.labels))
        self._stated: RecordDesk[StatedTotal] = RecordDesk(session, stated(session.labels))
        self._shares = SharesCard(session)
        self._stack = QStackedWidget(self)
        self._card = ResultCard(session)
        self._words = label("", "info")
        self._adopt = QAction(self.tr("Stellen aus der Förderrichtlinie übernehmen"), self)
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and state."""
        title = self.tr("Kosten und Förderung")
        if self._result.is_empty:
            return Heading(title, self.tr("Was kostet das Zentrum, und was zahlt das Land?"))
        words = {line.key: line.amount_text for line in self._result.lines}
        open_ones = len(self._result.gaps)
        if any(gap.counts for gap in self._result.gaps):
            many = self.tr("ein Betrag") if open_ones == 1 else self.tr("{0} Beträge").format(open_ones)
            return Heading(title, self.tr("{0} noch nicht beziffert").format(many))
        text = self.tr("Zuschussbedarf {0} im Jahr · Mehrkosten {1}").format(words["deficit"], words["extra"])
        return Heading(title, text)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the actions of the list shown."""
        view = self._views.value
        if view == _SHARES:
            return ()
        adopt = (self._adopt,) if view == _POSTS and self._has(Post) and missing_posts(self.session.project) else ()
        desk = self._desk(view)
        own_words = desk is not self._posts and desk.is_bare
        return adopt if own_words else (*adopt, desk.new_action)

    def main_action(self) -> QAction | None:
        """Return what adds an entry, unless the empty list offers a beginning itself."""
        view = self._views.value
        kind = {_POSTS: Post, _ITEMS: CostItem, _STATED: StatedTotal}.get(view)
        return self._desk(view).new_action if kind is not None and self._has(kind) else None

    def missing(self) -> tuple[str, Target | None] | None:
        """Return the first amount that leaves totals open."""
        gaps = sorted(self._result.gaps, key=_counts_not)
        if not gaps or not gaps[0].counts:
            return None
        more = self.tr(" und {0} weitere").format(len(gaps) - 1) if len(gaps) > 1 else ""
        return self.tr("Noch nicht beziffert: {0}{1}.").format(gaps[0].text, more), gaps[0].target

    def missing_points(self) -> Sequence[Missing]:
        """Return every amount that is not known yet."""
        return [Missing(gap.text, gap.target) for gap in sorted(self._result.gaps, key=_counts_not)]

    def help_text(self) -> str:
        """Return what the page is for and how it reckons."""
        return (
            self.tr("Tragen Sie links Stellen und Beträge ein; das Ergebnis rechts rechnet bei jeder Taste mit.")
            + "\n"
            + formula_words()
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the lists."""
        return (
            KeyHelp(self.tr("Einfg"), self.tr("neuer Eintrag in der Liste")),
            KeyHelp(self.tr("Strg+D"), self.tr("Eintrag der Liste duplizieren")),
            KeyHelp(self.tr("Entf"), self.tr("Eintrag der Liste löschen")),
            KeyHelp(self.tr("Alt+Pfeil auf, Alt+Pfeil ab"), self.tr("Reihenfolge in der Liste ändern")),
        )

    def open(self, argument: str) -> None:
        """Show one of the lists by its kind."""
        if argument in _VIEWS:
            self._show_view(argument)

    def reveal(self, target: Target) -> bool:
        """Show the place of a target and put the focus there."""
        if target.kind not in self.kinds:
            return False
        self._show_view(target.kind)
        desk = self._desk(target.kind)
        desk.refresh(())
        if not (target.id and desk.reveal(target.id, target.field)):
            begin = desk.table.empty_state.findChildren(QWidget, "begin")
            (desk.table if desk.table.rows.rowCount() else begin[0]).setFocus()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        touched = {type(change.record) if isinstance(change, Create) else change.record_type for change in changes}
        if changes and not touched & {Post, CostItem, StatedTotal, Municipality, Project}:
            return
        if not changes or Project in touched:
            self._outlook = CostOutlook(self.session.project)
        for kind, desk in ((Post, self._posts), (CostItem, self._items), (StatedTotal, self._stated)):
            if not changes or kind in touched:
                desk.refresh(changes)
        self._reckon()
        self._fit_post()
        self.heading_changed.emit()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(self.session.theme.sizes.gap)
        outer.addWidget(self._views)
        for view in (self._posts, self._items, self._stated, self._shares):
            self._stack.addWidget(view)
        outer.addWidget(Columns((self._stack, self._card), _WIDTHS, self.session.memory, "cost"), 1)
        column = self._posts.form.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self._words)
        self._words.setObjectName("cost.post-words")
        self._adopt.setObjectName("cost.adopt")
        self._adopt.setEnabled(not self.session.read_only)
        sentence = self.tr(
            "Aus den Stellen ergibt sich, was das Zentrum kostet. Die Förderrichtlinie nennt, welche Stellen das Land "
            "bis zu welchem Betrag fördert; was sie wirklich kosten, tragen Sie danach ein."
        )
        self._posts.table.show_empty(sentence, "" if self.session.read_only else self._adopt.text())

    def _connect(self) -> None:
        self._views.chosen.connect(self._show_view)
        self._adopt.triggered.connect(self._adopt_posts)
        self._posts.table.empty_state.begun.disconnect(self._posts.add_new)
        self._posts.table.empty_state.begun.connect(self._adopt_posts)
        self._posts.chosen.connect(self._follow_post)
        self._shares.begun.connect(self._go_to_shares)
        for form in (self._posts.form, self._items.form):
            for field in form.fields:
                form.editor(field).edited.connect(self._reckon)

    def _desk(self, view: str) -> RecordDesk[Any]:
        desks: dict[str, RecordDesk[Any]] = {_POSTS: self._posts, _ITEMS: self._items, _STATED: self._stated}
        return desks[view]

    def _has(self, kind: type[Record]) -> bool:
        return bool(self.session.project.snapshot.by_id(kind))

    def _show_view(self, view: str) -> None:
        self._views.choose(view)
        self._stack.setCurrentIndex(_VIEWS.index(view))
        self.heading_changed.emit()

    @Slot()
    def _reckon(self) -> None:
        """Reckon with what is typed, whether it is written yet or not."""
        edits = [*_typed(self._posts, Post), *_typed(self._items, CostItem)]
        self._result = self._outlook.result(edits)
        self._card.show_result(self._result)
        self._shares.show_shares(self._result.shares, self._way_to_shares())
        post = self._posts.record
        if post is not None:
            own: dict[str, Any] = {edit.field: edit.value for edit in edits if edit.record_type is Post}
            self._words.setText(post_words(replace(post, **own)))
        self._words.setVisible(post is not None)

    @property
    def _uncounted(self) -> Municipality | None:
        """Return a municipality whose people are not entered."""
        places = self.session.project.snapshot.all(Municipality)
        return next((place for place in places if not place.population), None)

    def _way_to_shares(self) -> str:
        """Return the words of the way to what the shares lack; what is not quantified is named in the result."""
        if self.session.read_only:
            return ""
        if self._result.is_empty:
            return self.tr("Stellen eintragen")
        return self.tr("Bevölkerung eintragen") if self._uncounted is not None else ""

    @Slot()
    def _go_to_shares(self) -> None:
        place = self._uncounted
        if self._result.is_empty:
            self.reveal(Target(Step.ORGANISATION, _POSTS))
        elif place is not None:
            self.session.go(Target(Step.BASICS, "municipality", place.id, "population"))

    @Slot(object)
    def _follow_post(self, _post: Post | None) -> None:
        self._reckon()
        self._fit_post()

    def _fit_post(self) -> None:
        """Show only the fields that a post of its kind has."""
        post = self._posts.record
        for field in OF_SECONDED:
            self._posts.form.set_shown(field, shown=post is not None and post.seconded)
        for field in OF_EMPLOYED:
            self._posts.form.set_shown(field, shown=post is None or not post.seconded)

    def _adopt_posts(self) -> None:
        made = self.session.attempt(partial(adopt_funded_posts, self.session.project))
        if made:
            self.session.say_done(self.tr("{0} aus der Förderrichtlinie übernommen.").format(counted(Post, len(made))))
            self._posts.refresh(())
            self._posts.reveal(made[0].id, "workplace_cost" if made[0].seconded else "personnel_cost")


def _counts_not(gap: CostGap) -> bool:
    return not gap.counts


def _typed(desk: RecordDesk[Any], kind: type[Record]) -> list[Update]:
    """Return what is typed in a form and not written yet; half a number is left out."""
    found: list[Update] = []
    form = desk.form
    if form.record_id is None or desk.record is None:
        return found
    for field in form.fields:
        if form.binding(field).is_dirty:
            try:
                found.append(Update(kind, form.record_id, field, form.editor(field).value()))
            except UserError:
                continue
    return found
