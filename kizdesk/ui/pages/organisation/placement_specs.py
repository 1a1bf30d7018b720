"""Describe the lists of tasks and of courses of action as data."""

from __future__ import annotations

from functools import partial

from kizdesk.domain.organisation import CentreTask, CourseOfAction
from kizdesk.project.records import next_position
from kizdesk.ui.forms import DeskSpec, FieldSpec, Flag, Group, Line, LongText
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column


def tasks() -> DeskSpec[CentreTask]:
    """Return the tasks of the centre."""
    return DeskSpec(
        CentreTask,
        (
            Column("Aufgabe", _task_title, stretch=True, strong=True, width=20),
            Column("Quelle", _task_source, role=_muted, width=14, spare=True),
        ),
        (
            Group(
                "",
                (
                    FieldSpec("title", "Aufgabe", Line, required=True, wide=True),
                    FieldSpec("text", "Beschreibung", partial(LongText, least=6), wide=True),
                    FieldSpec(
                        "source",
                        "Quelle",
                        Line,
                        help="Fundstelle im Gesetz, oder wer die Aufgabe beschlossen hat.",
                        wide=True,
                    ),
                ),
            ),
        ),
        _new_task,
        "Neue Aufgabe",
        "Das Gesetz nennt die Aufgaben des Zentrums; der Kreis kann eigene hinzufügen.",
        new_in_head=True,
        shares=(6, 5),
    )


def courses() -> DeskSpec[CourseOfAction]:
    """Return the courses of action for the report on the state of affairs."""
    return DeskSpec(
        CourseOfAction,
        (
            Column("Handlungsoption", _course_title, stretch=True, strong=True),
            Column("Vorgeschlagen", _course_chosen, text=_course_words, role=_course_role, align="left"),
        ),
        (
            Group(
                "",
                (
                    FieldSpec("title", "Handlungsoption", Line, required=True, wide=True),
                    FieldSpec(
                        "text",
                        "Was sie bedeutet",
                        partial(LongText, least=6),
                        help="Steht im Sachstandsbericht: was dann geschieht, was es kostet, was dafür spricht.",
                        wide=True,
                    ),
                    FieldSpec(
                        "chosen",
                        "Vorschlag der Verwaltung",
                        partial(Flag, text="diese Option wird vorgeschlagen"),
                        wide=True,
                    ),
                ),
            ),
        ),
        _new_course,
        "Neue Handlungsoption",
        "Der Sachstandsbericht legt dem Gremium mehrere Wege vor, zum Beispiel jetzt beantragen oder abwarten.",
        new_in_head=True,
    )


def _new_task(session: Session) -> CentreTask:
    project = session.project
    return CentreTask(id=project.new_id(), title="Neue Aufgabe", position=next_position(project.snapshot, CentreTask))


def _new_course(session: Session) -> CourseOfAction:
    project = session.project
    position = next_position(project.snapshot, CourseOfAction)
    return CourseOfAction(id=project.new_id(), title="Neue Handlungsoption", position=position)


def _task_title(task: CentreTask) -> object:
    return task.title


def _task_source(task: CentreTask) -> object:
    return task.source or None


def _muted(_task: CentreTask) -> str:
    return "muted"


def _course_title(course: CourseOfAction) -> object:
    return course.title


def _course_chosen(course: CourseOfAction) -> object:
    return course.chosen


def _course_words(course: CourseOfAction) -> str:
    return "ja" if course.chosen else "–"


def _course_role(course: CourseOfAction) -> str:
    return "done" if course.chosen else "muted"
