"""Read and write at the places of an interview: answers, records, people, Einwilligungen, what is known."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Attachment,
    Interview,
    InterviewForm,
    InterviewStatus,
    Offering,
)
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.project.files import read_attachment
from kizdesk.project.interviews.edit import add_interview, guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_value
from kizdesk.project.runner.ask import Reply, Shape
from kizdesk.project.runner.asking import ask_at, largest_asks, read_at, write_at
from kizdesk.project.runner.attaching import attach_to, copy_out
from kizdesk.project.runner.head import begin, end, involved, resume, state_line, title
from kizdesk.project.runner.known import take_over
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.quoting import quotation, with_line
from kizdesk.project.runner.replies import put_off
from kizdesk.project.wording.labels import Labels

GREVENBROICH = "05162008"
PEOPLE, CONSENTS = Place("x", "x03"), Place("x", "x06")


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    return add_interview(project, GREVENBROICH, InterviewForm.ON_SITE)


def _now(project: OpenProject, interview: Interview) -> Interview:
    return project.snapshot.get(Interview, interview.id)


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("a01", Reply(rows=(("Bevölkerung", "64.000", "", ""),))),
        ("a03", Reply(text="Südstadt")),
        ("b01", Reply(lines=("Fachbereich Soziales",))),
        ("b03", Reply(text="weitere", choices=("jugend", "schule"))),
        ("i01", Reply(lines=("12",))),
        ("i02", Reply(lines=("12.5",))),
        ("x02", Reply(choices=("video",), lines=("2026-01-07", "09:30", "10:45"))),
        ("x04", Reply(lines=("Erika Muster",))),
        ("x05", Reply(choices=("nein",))),
    ],
)
def test_what_is_written_is_read_again(project: OpenProject, interview: Interview, question: str, reply: Reply) -> None:
    place = Place(question[0], question)
    write_at(project, interview.id, place, reply)
    assert read_at(project, interview.id, place) == reply


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        ("e01", Reply(lines=("Sprachcafé",))),
        ("e02", Reply(lines=("VHS", "Caritas"))),
        ("e04", Reply(choices=("kinder", "eltern"))),
        ("e05", Reply(text="Treffen")),
        ("e06", Reply(choices=("kreis",), lines=("Südstadt",))),
        ("e07", Reply(choices=("nein",), lines=("2025-08-01", "2027-07-31"))),
        ("e08", Reply(rows=(("Land", "Rucksack", "1200.50", "2027"),))),
        ("e09", Reply(lines=("48",))),
        ("e10", Reply(text="gut")),
        ("e11", Reply(choices=("ausbauen",))),
        ("e12", Reply(choices=("ja",))),
    ],
)
def test_an_offering_begins_with_the_first_answer_about_it(
    project: OpenProject, interview: Interview, question: str, reply: Reply
) -> None:
    place = Place("e", question, "angebot-neu")
    write_at(project, interview.id, place, reply)
    assert read_at(project, interview.id, place) == reply
    made = project.snapshot.get(Offering, "angebot-neu")
    assert (made.municipality_id, made.interview_id) == (GREVENBROICH, interview.id)


def test_releasing_the_minutes_releases_the_interview_and_back(project: OpenProject, interview: Interview) -> None:
    end(project, interview.id)
    write_at(project, interview.id, Place("x", "x07"), Reply(lines=("2026-01-04",)))
    released = _now(project, interview)
    assert (released.status, released.released_on) == (InterviewStatus.RELEASED, date(2026, 1, 4))
    write_at(project, interview.id, Place("x", "x07"), Reply())
    assert _now(project, interview).status is InterviewStatus.DONE


def test_people_are_added_edited_and_let_go(project: OpenProject, interview: Interview) -> None:
    write_at(project, interview.id, PEOPLE, Reply(rows=(("p1", "Aylin Yıldız", "Leitung", "", "", ""),)))
    assert project.snapshot.get(Person, "p1").municipality_id == GREVENBROICH
    write_at(project, interview.id, PEOPLE, Reply(rows=(("p1", "Aylin Yıldız", "Stabsstelle", "", "", ""),)))
    assert project.snapshot.get(Person, "p1").function == "Stabsstelle"
    write_at(project, interview.id, PEOPLE, Reply())
    assert _now(project, interview).person_ids == ()
    assert project.snapshot.find(Person, "p1") is not None


def _with_person(project: OpenProject, interview: Interview) -> None:
    write_at(project, interview.id, PEOPLE, Reply(rows=(("p1", "Aylin Yıldız", "Leitung", "", "", ""),)))


def test_a_purpose_has_one_name_in_the_guide_in_the_interview_and_on_the_page_of_a_person(
    project: OpenProject, interview: Interview
) -> None:
    asked = ask_at(project, interview.id, CONSENTS)
    known = {purpose.value: words for purpose, words in Labels(project.library).options(PrivacyPurpose)}
    assert {option.id: option.label.lower() for option in asked.options} == {
        key: words.lower() for key, words in known.items()
    }
    assert asked.options == guide_of(project, interview).question("x06").options


@pytest.mark.parametrize(("held", "proposed"), [(date(2025, 12, 1), date(2025, 12, 1)), (date(2099, 1, 1), None)])
def test_an_einwilligung_is_proposed_the_day_of_the_interview_unless_it_is_still_to_come(
    project: OpenProject, interview: Interview, held: date, proposed: date | None
) -> None:
    set_value(project, Interview, interview.id, "held_on", held)
    assert ask_at(project, interview.id, CONSENTS).day == proposed


def test_what_proves_a_consent_is_no_beleg(project: OpenProject, interview: Interview) -> None:
    hint = ask_at(project, interview.id, CONSENTS).question.hint
    assert "Nachweis" in hint
    assert "Beleg" not in hint


def test_an_einwilligung_is_given_proved_and_revoked(project: OpenProject, interview: Interview) -> None:
    _with_person(project, interview)
    assert involved(project, _now(project, interview))[0].consents == "Einwilligungen: noch keine erfasst"
    given = ("p1", "zitat", "2026-01-05", "Formblatt", "")
    write_at(project, interview.id, CONSENTS, Reply(rows=(given,)))
    assert involved(project, _now(project, interview))[0].consents == "Eingewilligt: wörtliches Zitat"
    write_at(project, interview.id, CONSENTS, Reply(rows=((*given[:4], "2026-01-09"),)))
    held = project.snapshot.all(PrivacyConsent)[0]
    assert (held.purpose, held.revoked_on, held.proof) == (PrivacyPurpose.QUOTE, date(2026, 1, 9), "Formblatt")
    assert involved(project, _now(project, interview))[0].consents == "Widerrufen: wörtliches Zitat"
    assert not involved(project, _now(project, interview))[0].may_quote


@pytest.mark.parametrize("row", [("", "", "2026-01-09"), ("2026-01-05", "", "2026-01-01")])
def test_a_revocation_that_does_not_fit_is_refused(
    project: OpenProject, interview: Interview, row: tuple[str, str, str]
) -> None:
    _with_person(project, interview)
    with pytest.raises(UserError, match="Bitte"):
        write_at(project, interview.id, CONSENTS, Reply(rows=(("p1", "foto", *row),)))


def test_an_answer_to_a_question_put_off_is_given(project: OpenProject, interview: Interview) -> None:
    place = Place("b", "b01")
    assert put_off(project, interview.id, place, AnswerState.LATER) is AnswerState.LATER
    write_at(project, interview.id, place, Reply(lines=("Sozialamt",)))
    assert project.snapshot.all(Answer)[0].state is AnswerState.GIVEN


def test_people_of_an_earlier_conversation_are_taken_over(project: OpenProject, interview: Interview) -> None:
    other = add_interview(project, GREVENBROICH)
    add(project, Person(id="p9", function="Leitung", municipality_id=GREVENBROICH))
    set_value(project, Interview, other.id, "person_ids", ("p9",))
    take_over(project, interview.id, PEOPLE)
    assert _now(project, interview).person_ids == ("p9",)


def test_an_interview_begins_and_ends_with_sensible_hours(project: OpenProject, interview: Interview) -> None:
    assert begin(project, interview.id)
    assert not begin(project, interview.id)
    end(project, interview.id)
    done = _now(project, interview)
    assert done.status is InterviewStatus.DONE
    assert done.held_on is not None
    assert done.started is not None
    assert done.ended is not None
    assert done.started.second == 0


def test_an_ended_interview_is_taken_up_again_and_ends_later(project: OpenProject, interview: Interview) -> None:
    begin(project, interview.id)
    end(project, interview.id)
    resume(project, interview.id)
    again = _now(project, interview)
    assert (again.status, again.ended) == (InterviewStatus.RUNNING, None)
    end(project, interview.id)
    assert _now(project, interview).ended is not None


def test_an_interview_planned_for_another_day_has_no_hours(project: OpenProject, interview: Interview) -> None:
    set_value(project, Interview, interview.id, "held_on", date(2026, 3, 1))
    begin(project, interview.id)
    assert _now(project, interview).started is None


def test_the_state_counts_people_in_words(project: OpenProject, interview: Interview) -> None:
    _with_person(project, interview)
    assert title(project, interview) == "Gespräch mit Grevenbroich"
    line = state_line(project, Labels(project.library), _now(project, interview))
    assert line == "ohne Datum, vor Ort · eine Person beteiligt · Leitfaden 2026-1"


def test_a_quotation_has_its_marks_and_its_speaker_once() -> None:
    assert quotation(" „Wir brauchen\nRäume“ ", "Leitung") == "„Wir brauchen Räume“ (Leitung)"
    assert with_line("Im Norden.", "„Ja“") == "Im Norden.\n„Ja“"
    with pytest.raises(UserError, match="Wortlaut"):
        quotation("  ")


def test_a_quotation_keeps_the_marks_of_another_within_it() -> None:
    assert quotation("Er sagte „ja“") == "„Er sagte ‚ja‘“"
    assert quotation("„Ja“ und „Nein“") == "„‚Ja‘ und ‚Nein‘“"


def test_a_file_is_attached_in_one_step_and_handed_out_again(
    project: OpenProject, interview: Interview, tmp_path: Path
) -> None:
    (tmp_path / "bericht.pdf").write_bytes(b"Bericht")
    file = read_attachment(tmp_path / "bericht.pdf", lambda _text, _share: None)
    made = attach_to(project, interview.id, Place("o", "o02"), file)
    assert read_at(project, interview.id, Place("o", "o02")).files == (made.id,)
    assert copy_out(project, made.id, tmp_path).read_bytes() == b"Bericht"
    project.undo()
    assert not project.snapshot.all(Attachment)


def test_choices_say_in_words_how_many_there_may_be(project: OpenProject, interview: Interview) -> None:
    assert ask_at(project, interview.id, Place("m", "m04")).limit_sentence == "Bitte genau drei ankreuzen."
    assert ask_at(project, interview.id, Place("b", "b05")).limit_sentence == "Mehrere Antworten sind möglich."
    assert ask_at(project, interview.id, Place("n", "n06")).limit_sentence == ""


def test_every_way_of_answering_is_used_by_the_guide(project: OpenProject, interview: Interview) -> None:
    assert {made.shape for made in largest_asks(project, interview.id)} == set(Shape)


def test_an_interview_that_is_said_to_begin_later_today_can_be_ended(
    project: OpenProject, interview: Interview
) -> None:
    begin(project, interview.id)
    set_value(project, Interview, interview.id, "started", time(23, 30))

    end(project, interview.id)

    held = _now(project, interview)
    assert (held.status, held.ended) == (InterviewStatus.DONE, None)


def test_an_interview_with_an_end_before_now_can_be_begun(project: OpenProject, interview: Interview) -> None:
    set_value(project, Interview, interview.id, "ended", time(0, 30))

    assert begin(project, interview.id)
    assert _now(project, interview).started is None


def test_times_in_the_wrong_order_are_refused_where_they_are_typed(project: OpenProject, interview: Interview) -> None:
    set_value(project, Interview, interview.id, "started", time(14))

    with pytest.raises(UserError, match=r"Das Ende \(13:00\) liegt vor dem Beginn \(14:00\)"):
        set_value(project, Interview, interview.id, "ended", time(13))


def test_what_to_do_about_the_notice_depends_on_whether_the_interview_has_begun(
    project: OpenProject, interview: Interview
) -> None:
    notice = Place("x", "x05")
    assert "darf das Gespräch nicht beginnen" in ask_at(project, interview.id, notice).question.hint
    begin(project, interview.id)
    assert "bitte jetzt" in ask_at(project, interview.id, notice).question.hint
    end(project, interview.id)
    assert "nachgereicht" in ask_at(project, interview.id, notice).question.hint


def test_the_first_section_is_called_after_all_it_holds(project: OpenProject, interview: Interview) -> None:
    names = [section.brief for section in guide_of(project, interview).sections]
    assert names[:2] == ["Gesprächsdaten", "Ausgangslage"]
