"""Say how far a project is with the same count of municipalities as its overview."""

from __future__ import annotations

from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.stocktaking import matrix
from kizdesk.project.wording.state_line import state_line

DORMAGEN = "05162004"


def test_a_municipality_with_an_interview_to_come_counts_as_in_the_overview(project: OpenProject) -> None:
    held = add_interview(project, DORMAGEN)
    set_value(project, Interview, held.id, "status", InterviewStatus.DONE)
    assert state_line(project.snapshot) == "1 von 8 Kommunen abgeschlossen, noch keine Fassung"

    add_interview(project, DORMAGEN)
    assert matrix(project).interviews.number == "0 von 8"
    assert state_line(project.snapshot) == "0 von 8 Kommunen abgeschlossen, noch keine Fassung"
