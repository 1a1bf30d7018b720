from typing import Any

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.project.interviews.edit import add_interview, attach, put_answer
from kizdesk.project.opened import OpenProject


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    return add_interview(project, "05162004")


def answer(interview: Interview, question_id: str, **given: Any) -> Answer:
    values: dict[str, Any] = {"id": "", "interview_id": interview.id, "question_id": question_id, **given}
    return Answer(**values)


def test_an_interview_remembers_the_version_of_its_guide(interview: Interview) -> None:
    assert (interview.guide_id, interview.guide_version) == ("expertengespraech", "2026-1")


def test_an_answer_has_its_id_from_interview_and_question(project: OpenProject, interview: Interview) -> None:
    written = put_answer(project, answer(interview, "b03", choices=("soziales",)))

    assert written.id == f"{interview.id}/b03"


def test_an_answer_given_again_replaces_the_first(project: OpenProject, interview: Interview) -> None:
    put_answer(project, answer(interview, "b03", choices=("soziales",)))
    put_answer(project, answer(interview, "b03", choices=("jugend",)))

    assert [given.choices for given in project.snapshot.all(Answer)] == [("jugend",)]


def test_what_is_typed_in_one_stay_is_one_step(project: OpenProject, interview: Interview) -> None:
    put_answer(project, answer(interview, "a01", text="Keine"))
    for text in ("Ein", "Eine", "Eine Stelle"):
        put_answer(project, answer(interview, "a01", text=text), stay="a01")

    project.undo()

    assert [given.text for given in project.snapshot.all(Answer)] == ["Keine"]


def test_an_option_that_is_not_offered_is_refused(project: OpenProject, interview: Interview) -> None:
    with pytest.raises(UserError, match="steht nicht zur Auswahl"):
        put_answer(project, answer(interview, "b03", choices=("unfug",)))


def test_an_unknown_question_is_refused(project: OpenProject, interview: Interview) -> None:
    with pytest.raises(UserError, match="steht nicht im Leitfaden"):
        put_answer(project, answer(interview, "z99", text="x"))


def test_a_question_bound_to_a_record_has_no_answer_of_its_own(project: OpenProject, interview: Interview) -> None:
    with pytest.raises(UserError, match="im Gespräch selbst"):
        put_answer(project, answer(interview, "x02", text="2026-01-05"))


def test_a_question_per_field_needs_its_field(project: OpenProject, interview: Interview) -> None:
    with pytest.raises(UserError, match="zu einem Handlungsfeld"):
        put_answer(project, answer(interview, "g01", text="x"))


def test_an_attachment_is_kept_inside_the_project(project: OpenProject, interview: Interview) -> None:
    attachment = attach(project, "Satzung.pdf", "application/pdf", b"%PDF", interview.id)

    assert project.blob(attachment.sha256) == b"%PDF"


def test_an_answer_about_an_unknown_field_of_action_is_refused(project: OpenProject, interview: Interview) -> None:
    with pytest.raises(UserError, match="nicht vorhanden"):
        put_answer(project, answer(interview, "g01", scope_id="weg", text="Gut"))


def test_the_first_answer_typed_in_one_stay_is_one_step(project: OpenProject, interview: Interview) -> None:
    for text in ("Ein", "Eine", "Eine Stelle"):
        put_answer(project, answer(interview, "a01", text=text), stay="a01")

    project.undo()

    assert project.snapshot.all(Answer) == ()
    project.redo()
    assert [given.text for given in project.snapshot.all(Answer)] == ["Eine Stelle"]


def test_a_file_for_an_unknown_interview_leaves_no_bytes_behind(project: OpenProject) -> None:
    with pytest.raises(UserError, match="nicht mehr vorhanden"):
        attach(project, "a.txt", "text/plain", b"inhalt", "weg")

    assert list(project.blobs()) == []
