"""Hammer undo and redo, and take away what pages show, under every page."""

from __future__ import annotations

from functools import partial

from PySide6.QtTest import QTest

from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, Measure
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Body, Person
from kizdesk.domain.places import Municipality
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.project.records import delete
from tests.ui.faults.program import KEYS, Program
from tests.ui.faults.test_file_gone import type_title

SHOWN: tuple[tuple[type[Record], str], ...] = (
    (Measure, "fields.fields"),
    (FieldOfAction, "focus.focus"),
    (FocusPeriod, "focus.focus"),
    (Interview, "stocktaking.interviews"),
    (Person, "basics.people"),
    (Body, "participation.meetings"),
    (Municipality, "basics.project"),
)


def records(program: Program) -> dict[type[Record], tuple[Record, ...]]:
    return {kind: program.project.snapshot.all(kind) for kind in RECORD_TYPES}


def test_undo_and_redo_hammered_while_typing_come_back_to_the_same(example: Program) -> None:
    for number, key in enumerate(KEYS[::3]):
        example.show(key)
        type_title(example, f"Titel {number}")
    whole = records(example)
    for _ in range(200):
        example.session.undo()
    assert example.project.settings.title
    for _ in range(200):
        example.session.redo()
    QTest.qWait(0)
    assert records(example) == whole
    example.settle()


def test_every_page_bears_that_what_it_shows_is_taken_away(example: Program) -> None:
    for kind, key in SHOWN:
        example.show(key)
        for record in example.project.snapshot.all(kind):
            if example.project.snapshot.find(kind, record.id) is not None:
                example.session.attempt(partial(delete, example.project, kind, record.id))
        example.settle()
        assert example.bugs == [], kind
    for key in KEYS:
        example.show(key)
    while example.project.undo_label is not None and "löschen" in example.project.undo_label:
        example.session.undo()
    for key in KEYS:
        example.show(key)
    assert example.project.verify() == []


def test_the_runner_bears_that_its_interview_is_taken_away(example: Program) -> None:
    example.show("interview.runner")
    for interview in example.project.snapshot.all(Interview):
        delete(example.project, Interview, interview.id)
    example.settle()
    example.session.undo()
    example.settle()
