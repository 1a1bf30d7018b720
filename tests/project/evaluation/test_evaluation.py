import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Answer, EvidenceKind
from kizdesk.project.evaluation.marking import mark_again, mark_evidence, stale_evidence
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value

TEXT = "Es fehlen Plätze. In der Kita fehlen Plätze für Zweijährige."


@pytest.fixture
def answer(project: OpenProject) -> Answer:
    interview = add_interview(project, "05162004")
    return put_answer(project, Answer(id="", interview_id=interview.id, question_id="a01", text=TEXT))


def test_the_place_of_evidence_follows_from_its_wording(project: OpenProject, answer: Answer) -> None:
    evidence = mark_evidence(project, answer.id, "fruehe_bildung", EvidenceKind.NEED, "In der Kita")

    assert TEXT[evidence.start : evidence.end] == "In der Kita"


def test_of_two_places_the_nearer_one_is_taken(project: OpenProject, answer: Answer) -> None:
    evidence = mark_evidence(project, answer.id, "fruehe_bildung", EvidenceKind.NEED, "fehlen Plätze", near=30)

    assert evidence.start == TEXT.rindex("fehlen Plätze")


def test_a_wording_that_is_not_there_is_refused(project: OpenProject, answer: Answer) -> None:
    with pytest.raises(UserError, match="neu markieren"):
        mark_evidence(project, answer.id, "schule", EvidenceKind.NEED, "steht nicht da")


def test_an_edited_answer_flags_its_evidence_until_it_is_marked_again(project: OpenProject, answer: Answer) -> None:
    evidence = mark_evidence(project, answer.id, "fruehe_bildung", EvidenceKind.NEED, "In der Kita")
    set_value(project, Answer, answer.id, "text", f"Neu: {TEXT}")

    assert [item.id for item in stale_evidence(project)] == [evidence.id]
    mark_again(project, evidence.id)
    assert stale_evidence(project) == []
