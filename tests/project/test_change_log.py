from __future__ import annotations

from kizdesk.domain.changes import Update
from kizdesk.domain.places import Project
from kizdesk.project.change_log import logged_steps
from kizdesk.project.opened import PROJECT_ID, OpenProject


def _rename(project: OpenProject, title: str) -> None:
    project.commit("Titel ändern", Update(Project, PROJECT_ID, "title", title))


def test_the_newest_step_stands_first_with_who_and_what(project: OpenProject) -> None:
    _rename(project, "Integrationskonzept")
    newest = logged_steps(project)[0]
    assert (newest.who, newest.what) == ("Erika Muster", "Titel ändern")
    assert newest.where.endswith("(1 Angabe)")


def test_everything_changed_at_once_is_one_step(project: OpenProject) -> None:
    assert logged_steps(project)[-1].what == "Projekt anlegen"
    assert len({step.number for step in logged_steps(project)}) == len(logged_steps(project))


def test_an_undo_says_what_it_takes_back(project: OpenProject) -> None:
    _rename(project, "Integrationskonzept")
    number = logged_steps(project)[0].number
    project.undo()
    assert logged_steps(project)[0].note == f"nimmt Schritt {number} zurück"


def test_changes_are_recorded_under_another_name_from_the_moment_it_is_said(project: OpenProject) -> None:
    project.work_as("Max Beispiel")
    _rename(project, "Integrationskonzept")
    assert logged_steps(project)[0].who == "Max Beispiel"
