"""Change a paper; each change is one step that can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind, PaperQuestion, PaperStop
from kizdesk.domain.people import Body, Consultation
from kizdesk.project.opened import OpenProject
from kizdesk.project.papers.editing import (
    add_question,
    adopt_answer,
    adopt_proposal,
    choose_layout,
    new_stop,
    propose_stops,
    put_stops_together,
    set_date,
    write_field,
)
from kizdesk.project.papers.reading import FieldState, PaperSheet, read_paper, stops_shown, unanswered
from kizdesk.project.records import add, set_value

COUNCIL, REPORT = PaperKind.COUNCIL, PaperKind.REPORT


def state(sheet: PaperSheet, key: str) -> FieldState:
    return next(field.state for field in sheet.fields if field.key == key)


@pytest.fixture
def planned(project: OpenProject) -> OpenProject:
    add(project, Body(id="kt", name="Kreistag", adopts=True))
    add(project, Consultation(id="k1", title="Beschluss", body_id="kt", held_on=date(2026, 6, 23), planned=True))
    add(project, Consultation(id="k2", title="Vorberatung", body_id="kt", held_on=date(2026, 5, 5)))
    return project


def test_reading_a_paper_changes_nothing(project: OpenProject) -> None:
    before = project.snapshot
    sheet = read_paper(project, COUNCIL)

    assert project.snapshot is before
    assert not sheet.is_begun


def test_the_first_text_makes_the_paper_in_the_same_step(project: OpenProject) -> None:
    write_field(project, COUNCIL, "betreff", "Unser Konzept")

    assert state(read_paper(project, COUNCIL), "betreff") is FieldState.OWN
    project.undo()
    assert not project.snapshot.all(Paper)
    assert not project.snapshot.all(PaperEntry)


def test_a_text_is_written_into_the_same_record_again(project: OpenProject) -> None:
    write_field(project, COUNCIL, "betreff", "Eins")
    write_field(project, COUNCIL, "betreff", "Zwei")

    assert [entry.value for entry in project.snapshot.all(PaperEntry)] == ["Zwei"]


def test_the_proposal_comes_back_and_the_own_text_with_undo(project: OpenProject) -> None:
    write_field(project, COUNCIL, "betreff", "Unser Konzept")
    adopt_proposal(project, COUNCIL, ["betreff"])
    assert state(read_paper(project, COUNCIL), "betreff") is FieldState.PROPOSED

    project.undo()
    assert state(read_paper(project, COUNCIL), "betreff") is FieldState.OWN


def test_a_field_that_was_emptied_is_called_so(project: OpenProject) -> None:
    write_field(project, COUNCIL, "betreff", "")

    assert state(read_paper(project, COUNCIL), "betreff") is FieldState.BLANK


def test_another_layout_keeps_what_was_written(project: OpenProject) -> None:
    write_field(project, COUNCIL, "leitbild", "Leitbild 2030")
    choose_layout(project, COUNCIL, "neuss")
    assert "leitbild" not in [field.key for field in read_paper(project, COUNCIL).fields]

    choose_layout(project, COUNCIL, "rheine")
    assert state(read_paper(project, COUNCIL), "leitbild") is FieldState.OWN


def test_a_layout_that_no_longer_exists_gives_way_to_the_general_one(project: OpenProject) -> None:
    choose_layout(project, COUNCIL, "fort")

    assert read_paper(project, COUNCIL).layout.id == "allgemein"


def test_a_date_can_be_given_and_taken_back(project: OpenProject) -> None:
    set_date(project, COUNCIL, date(2026, 5, 4))
    assert read_paper(project, COUNCIL).dated == date(2026, 5, 4)

    set_date(project, COUNCIL, None)
    assert state(read_paper(project, COUNCIL), "datum") is FieldState.PROPOSED


def test_planned_meetings_become_stations_of_ones_own_in_one_step(planned: OpenProject) -> None:
    put_stops_together(planned, COUNCIL)
    assert [stop.consultation_id for stop in planned.snapshot.all(PaperStop)] == ["k1"]

    planned.undo()
    assert not planned.snapshot.all(PaperStop)
    assert not planned.snapshot.all(Paper)


def test_the_next_station_is_a_meeting_that_is_not_there_yet(planned: OpenProject) -> None:
    put_stops_together(planned, COUNCIL)
    add(planned, new_stop(planned, COUNCIL))
    assert [stop.consultation_id for stop in planned.snapshot.all(PaperStop)] == ["k1", "k2"]

    with pytest.raises(UserError, match="stehen schon in der Beratungsfolge"):
        new_stop(planned, COUNCIL)


def test_the_meetings_stand_by_date_however_they_were_taken_up(planned: OpenProject) -> None:
    put_stops_together(planned, COUNCIL)
    add(planned, new_stop(planned, COUNCIL))

    assert [stop.consultation.id for stop in stops_shown(planned, COUNCIL)] == ["k2", "k1"]


def test_without_any_meeting_there_is_nothing_to_put_together(project: OpenProject) -> None:
    with pytest.raises(UserError, match="unter „Termine“ eintragen"):
        put_stops_together(project, COUNCIL)


def test_the_beratungsfolge_follows_the_meetings_again(planned: OpenProject) -> None:
    put_stops_together(planned, COUNCIL)
    propose_stops(planned, COUNCIL)

    assert not planned.snapshot.all(PaperStop)
    assert state(read_paper(planned, COUNCIL), "beratungsfolge") is FieldState.PROPOSED


def test_a_question_makes_the_report_in_the_same_step(project: OpenProject) -> None:
    add_question(project, "Was kostet es?")
    assert len(project.snapshot.all(PaperQuestion)) == 1

    project.undo()
    assert not project.snapshot.all(Paper)


def test_what_the_data_tell_is_taken_into_an_answer(example: OpenProject) -> None:
    asked = next(item for item in example.snapshot.all(PaperQuestion) if "Kosten" in item.question)
    adopt_answer(example, asked.id)

    assert "324.850 Euro" in example.snapshot.get(PaperQuestion, asked.id).answer


def test_where_the_data_tell_nothing_there_is_nothing_to_take(project: OpenProject) -> None:
    asked = add_question(project, "Wann regnet es?")
    assert unanswered(project) == {asked.id}

    with pytest.raises(UserError, match="keinen Vorschlag"):
        adopt_answer(project, asked.id)


def test_a_subject_that_a_question_asks_for_is_told_there(example: OpenProject) -> None:
    sheet = read_paper(example, REPORT)
    assert state(sheet, "kosten") is FieldState.ANSWERED

    for asked in example.snapshot.all(PaperQuestion):
        set_value(example, PaperQuestion, asked.id, "answer", "Eigene Antwort")
    assert state(read_paper(example, REPORT), "kosten") is FieldState.PROPOSED


def test_what_is_typed_is_printed_where_a_file_brought_two_entries_for_a_field(project: OpenProject) -> None:
    add(project, Paper(id="p", kind=COUNCIL))
    add(project, PaperEntry(id="a", paper_id="p", field="betreff", value="Eins"))
    add(project, PaperEntry(id="b", paper_id="p", field="betreff", value="Zwei"))
    write_field(project, COUNCIL, "betreff", "Drei")

    sheet = read_paper(project, COUNCIL)
    assert [field.value.text for field in sheet.fields if field.key == "betreff"] == ["Drei"]
    adopt_proposal(project, COUNCIL, ["betreff"])
    assert state(read_paper(project, COUNCIL), "betreff") is FieldState.PROPOSED
