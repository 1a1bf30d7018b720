"""Change the outline only where something changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kizdesk.domain.fields import Goal, Measure
from kizdesk.project.evaluation.evidence import evidence
from kizdesk.project.fields.edit import add_measure, duplicate_measure, move_goal, move_measure
from kizdesk.project.records import delete
from kizdesk.ui.pages.fields.branch import Branch
from kizdesk.ui.pages.fields.evidence_model import origin
from kizdesk.ui.pages.fields.fields import FieldsPage
from kizdesk.ui.pages.fields.outline_delegate import whole_parts
from kizdesk.ui.pages.fields.outline_model import OutlineModel
from kizdesk.ui.pages.fields.outline_view import OutlineView
from kizdesk.ui.session import Session
from tests.ui.forms.hands import strike

TREE = "Bildung(A(1 2) B(3)) Sprache(C)"


def tree(words: str, kinds: str = "fgm") -> tuple[Branch, ...]:
    """Return branches as ``A(1 2) B`` says."""
    found, depth, start = [], 0, 0
    for place, letter in enumerate(f"{words} "):
        depth += (letter == "(") - (letter == ")")
        if letter == " " and not depth and start < place:
            name, _, below = words[start:place].partition("(")
            found.append(Branch(kinds[0], name, name, below=tree(below[:-1], kinds[1:]) if below else ()))
        start = place + 1 if letter == " " and not depth else start
    return tuple(found)


def told(model: OutlineModel) -> list[str]:
    """Return the keys and where each stands, as a view would read them."""
    lines: list[str] = []
    waiting = [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop(0)
        branch = model.branch_at(index)
        assert branch is not None
        assert model.index_of(branch.key) == index
        above = model.branch_at(model.parent(index))
        lines.append(f"{above.title if above else ''}>{branch.title}")
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return lines


@pytest.mark.parametrize(
    ("after", "resets"),
    [
        ("Bildung(A(1 2 9) B(3)) Sprache(C)", 0),
        ("Bildung(A(1 9 2) B(3)) Sprache(C)", 0),
        ("Bildung(A(2) B(3)) Sprache(C)", 0),
        ("Bildung(B(3)) Sprache(C)", 0),
        ("Bildung(N(7 8) A(1 2) B(3)) Sprache(C(4))", 0),
        ("Sprache(C)", 0),
        ("", 0),
        ("Bildung(A(2 1) B(3)) Sprache(C)", 1),
        ("Bildung(A(1) B(3 2)) Sprache(C)", 1),
        ("Sprache(C) Bildung(A(1 2) B(3))", 1),
    ],
)
def test_lines_come_and_go_one_by_one_and_only_another_order_makes_the_tree_anew(after: str, resets: int) -> None:
    model = OutlineModel()
    model.show_branches(tree(TREE))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    spy = QSignalSpy(model.modelReset)
    model.show_branches(tree(after))
    fresh = OutlineModel()
    fresh.show_branches(tree(after))

    assert tester.model() is model
    assert told(model) == told(fresh)
    assert spy.count() == resets


def test_a_measure_added_leaves_the_rest_of_the_tree_alone(page: FieldsPage) -> None:
    outline = page.desk.outline
    spy = QSignalSpy(outline.model_shown.modelReset)
    outline.reveal("field_of_action:sprache")
    made = add_measure(page.session.project, "ziel-bildung-eltern", "Neu")

    assert outline.model_shown.index_of(f"measure:{made.id}").isValid()
    assert outline.branch is not None
    assert outline.branch.id == "sprache"
    assert spy.count() == 0


def test_the_measure_below_a_deleted_one_is_chosen_next(page: FieldsPage) -> None:
    outline = page.desk.outline
    outline.reveal("measure:massnahme-01")
    delete(page.session.project, Measure, "massnahme-01")

    assert outline.branch is not None
    assert outline.branch.id == "massnahme-02"


def test_a_goal_that_comes_back_is_open_as_it_was(page: FieldsPage) -> None:
    outline = page.desk.outline
    outline.reveal("goal:ziel-bildung-eltern")
    delete(page.session.project, Goal, "ziel-bildung-eltern")
    page.session.undo()

    assert outline.isExpanded(outline.model_shown.index_of("goal:ziel-bildung-eltern"))


def test_copies_and_moves_are_shown_where_they_stand(page: FieldsPage) -> None:
    project, model = page.session.project, page.desk.outline.model_shown
    copy = duplicate_measure(project, "massnahme-01")
    move_measure(project, "massnahme-02", "ziel-bildung-eltern", 0)
    move_goal(project, "ziel-bildung-eltern", "sprache", 0)

    assert model.index_of(f"measure:{copy.id}").row() == 1
    assert model.index_of("measure:massnahme-02").row() == 0
    home = model.branch_at(model.parent(model.index_of("goal:ziel-bildung-eltern")))
    assert home is not None
    assert home.id == "sprache"


@pytest.mark.parametrize("wanted", ["4 Ziele", "4 Ziele · 8 Maßnahmen", "4 Ziele · 8 Maßnahmen · 29 Belege"])
def test_half_a_count_is_never_shown(qapp: QApplication, wanted: str) -> None:
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance(wanted) + metrics.horizontalAdvance(" · 2")

    assert whole_parts("4 Ziele · 8 Maßnahmen · 29 Belege", metrics, room) == wanted


def test_where_a_passage_comes_from_is_told_in_brief_where_room_is_short(example_session: Session) -> None:
    row = next(item for item in evidence(example_session.project) if item.where == "Dormagen, Frage G.2")

    assert origin(row) == f"{row.kind_text} · Dormagen, Frage G.2"
    assert origin(row, brief=True) == f"{row.kind_text} · Dormagen, G.2"


def test_the_proposal_with_the_focus_keeps_its_name_and_its_button(empty_page: FieldsPage, qtbot: QtBot) -> None:
    outline = empty_page.desk.outline
    strike(Qt.Key.Key_Down)
    assert outline.branch is not None
    assert outline.branch.proposed
    with_focus = inks(outline)
    empty_page.desk.pane.focus_first()
    qtbot.waitUntil(lambda: not outline.hasFocus())

    assert inks(outline) == with_focus > 1


def inks(outline: OutlineView) -> int:
    """Return how many colours the line the outline stands on has within its frame."""
    inside = outline.visualRect(outline.currentIndex()).adjusted(6, 6, -6, -6)
    seen = outline.viewport().grab(inside).toImage()
    return len({seen.pixel(x, y) for x in range(seen.width()) for y in range(seen.height())})
