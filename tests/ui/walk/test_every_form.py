"""Walk with the Tab key through the form of every kind of record: from the top to the bottom, and past no field."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Target
from kizdesk.domain.people import Body
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.versions import SourceDocument
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.forms import RecordForm
from kizdesk.ui.forms.cell import FieldCell
from kizdesk.ui.memory import Memory
from kizdesk.ui.session import Session
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.ui.walk.looking import stops

_SHOWN_MS = 10
"""Boxes that were made anew are shown a moment later."""
WITH_FORMS = 12
"""Kinds of records, at least, that have a form."""


@pytest.fixture
def window(
    made_example: Path, tmp_path: Path, theme: Theme, ui_surroundings: Surroundings, qtbot: QtBot
) -> Iterator[MainWindow]:
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    made = MainWindow(Memory(path.with_suffix(".ini")), theme, QLabel("Start"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_project(OpenProject.open(path, ui_surroundings))
    yield made
    made.close()


def test_the_tab_key_goes_through_every_form_in_the_order_of_reading(window: MainWindow, qtbot: QtBot) -> None:
    assert window.shell is not None
    session = window.shell.session
    for entry in PAGES:
        session.open(entry.key)
    qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=20_000)
    add(session.project, Body(id="neu", name="Beirat"))
    add(session.project, SourceDocument(id="neu", title="Niederschrift"))
    seen, wrong = set(), {}
    for entry in PAGES:
        for kind, form in _forms(window, session, entry, qtbot):
            seen.add(kind)
            walked, read = _walked(window, form), _read(form)
            if walked != read:
                wrong[f"{entry.key}: {kind}"] = (walked, read)
    assert wrong == {}
    assert len(seen) >= WITH_FORMS, seen


def _forms(window: MainWindow, session: Session, entry: PageEntry, qtbot: QtBot) -> Iterator[tuple[str, RecordForm]]:
    """Yield the forms of a page, each with a record of its kind."""
    assert window.shell is not None
    session.open(entry.key)
    page = window.shell.navigator.page
    assert page is not None
    for kind in sorted(page.kinds & TYPE_OF_KIND.keys()):
        held = session.project.snapshot.all(TYPE_OF_KIND[kind])
        page.reveal(Target(entry.step, kind, held[0].id if held else ""))
        qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=20_000)
        qtbot.wait(_SHOWN_MS)
        for form in page.findChildren(RecordForm):
            if form.isVisible() and form.isEnabled():
                yield kind, form


def _walked(window: MainWindow, form: RecordForm) -> list[str]:
    """Return the fields as the Tab key meets them, each as often as it is entered."""
    first = form.editor(_read(form)[0])
    begin = next(part for part in first.parts if part.isVisible())
    cells = [_cell(stop) for stop in stops(window, begin)]
    inside = [cell.editor.objectName() for cell in cells if cell is not None and form.isAncestorOf(cell)]
    return [name.rpartition(".")[2] for name, _ in groupby(inside)]


def _read(form: RecordForm) -> list[str]:
    """Return the fields as they are read: line by line, each from left to right."""
    places = {}
    for field in form.fields:
        cell = _cell(form.editor(field))
        if cell is not None and cell.isVisible() and any(part.isVisible() for part in form.editor(field).parts):
            place = cell.mapTo(form, QPoint(0, 0))
            places[field] = (place.y(), place.x())
    return sorted(places, key=lambda field: places[field])


def _cell(widget: QWidget | None) -> FieldCell | None:
    while widget is not None and not isinstance(widget, FieldCell):
        widget = widget.parentWidget()
    return widget
