"""Show beside a question what is known already, and take it over with its origin."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, AnswerState, Interview, InterviewForm
from kizdesk.domain.people import Person
from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.interviews.edit import add_interview, guide_of, put_answer
from kizdesk.project.interviews.minutes import minutes_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete, set_value
from kizdesk.project.runner.ask import Reply
from kizdesk.project.runner.asking import read_at, write_at
from kizdesk.project.runner.known import known, take_over, taken_words
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import answer_at, put_off, write_note
from kizdesk.project.surroundings import Surroundings

GREVENBROICH = "05162008"
B01, B05 = Place("b", "b01"), Place("b", "b05")


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    return add_interview(project, GREVENBROICH)


def _earlier(project: OpenProject, day: date | None, form: InterviewForm | None = None) -> Interview:
    made = add_interview(project, GREVENBROICH, form)
    set_value(project, Interview, made.id, "held_on", day)
    return made


def _given(project: OpenProject, interview: Interview, question_id: str, text: str = "", *choices: str) -> Answer:
    answer = Answer(id="", interview_id=interview.id, question_id=question_id, text=text, choices=choices)
    return put_answer(project, answer)


def test_what_is_known_comes_from_every_other_conversation_the_latest_first(
    project: OpenProject, interview: Interview
) -> None:
    _given(project, _earlier(project, date(2010, 1, 1)), "b05", "", "keine")
    _given(project, _earlier(project, date(2026, 3, 12), InterviewForm.FORM), "b05", "", "jugendamt")
    _given(project, _earlier(project, None), "b05", "", "einbuergerungsbehoerde")
    assert [(it.source, it.lines) for it in known(project, interview.id, B05)] == [
        ("Aus den schriftlichen Angaben vom 12.03.2026", ("Jugendamt",)),
        ("Aus dem Gespräch vom 01.01.2010", ("Keine davon",)),
        ("Aus dem Gespräch ohne Datum", ("Einbürgerungsbehörde",)),
    ]


def test_the_latest_is_taken_over_in_one_step_with_its_origin(project: OpenProject, interview: Interview) -> None:
    _given(project, _earlier(project, date(2010, 1, 1)), "b05", "", "keine")
    form = _earlier(project, date(2026, 3, 12), InterviewForm.FORM)
    _given(project, form, "b05", "", "jugendamt")
    before = project.snapshot
    take_over(project, interview.id, B05)
    taken = answer_at(project, interview.id, B05)
    assert taken is not None
    assert (taken.choices, taken.taken_from) == (("jugendamt",), form.id)
    assert taken_words(project, interview.id, B05) == "Übernommen aus den schriftlichen Angaben vom 12.03.2026."
    assert [it.is_same for it in known(project, interview.id, B05)] == [True, False]
    project.undo()
    assert project.snapshot.all(Answer) == before.all(Answer)


def test_an_older_answer_is_taken_over_where_it_is_chosen(project: OpenProject, interview: Interview) -> None:
    old = _earlier(project, date(2010, 1, 1))
    _given(project, old, "b05", "", "keine")
    _given(project, _earlier(project, date(2026, 3, 12)), "b05", "", "jugendamt")
    take_over(project, interview.id, B05, old.id)
    assert read_at(project, interview.id, B05).choices == ("keine",)


def test_what_was_written_here_stays_above_what_is_taken_over(project: OpenProject, interview: Interview) -> None:
    _given(project, _earlier(project, date(2026, 3, 12)), "a03", "Kaum Wohnungen")
    own = _given(project, interview, "a03", "Viel Zuzug\n„Es wird eng.“")
    place = Place("a", "a03")
    assert take_over(project, interview.id, place) == "Die frühere Antwort steht jetzt hinter Ihrer eigenen."
    assert read_at(project, interview.id, place).text == "Viel Zuzug\n„Es wird eng.“\n\nKaum Wohnungen"
    assert [it.is_same for it in known(project, interview.id, place)] == [True]
    project.undo()
    assert answer_at(project, interview.id, place) == own


def test_what_was_taken_over_and_written_on_is_not_taken_over_twice(project: OpenProject, interview: Interview) -> None:
    _given(project, _earlier(project, date(2026, 3, 12)), "a03", "Kaum Wohnungen")
    _given(project, interview, "a03", "Kaum Wohnungen\n„Es wird eng.“")
    assert take_over(project, interview.id, Place("a", "a03")) == ""
    assert read_at(project, interview.id, Place("a", "a03")).text == "Kaum Wohnungen\n„Es wird eng.“"


def test_where_one_answer_has_room_the_sentence_tells_what_was_replaced(
    project: OpenProject, interview: Interview
) -> None:
    _given(project, _earlier(project, date(2026, 3, 12)), "b05", "", "jugendamt")
    _given(project, interview, "b05", "", "keine")
    assert take_over(project, interview.id, B05) == "Die frühere Antwort steht jetzt anstelle Ihrer eigenen."
    assert read_at(project, interview.id, B05).choices == ("jugendamt",)


def test_who_takes_part_here_stays_beside_those_of_another_conversation(
    project: OpenProject, interview: Interview
) -> None:
    other = _earlier(project, date(2026, 3, 12))
    for held, name in ((interview, "hier"), (other, "dort")):
        project.commit("Person hinzufügen", Create(Person(id=name, name=name)))
        set_value(project, Interview, held.id, "person_ids", (name,))
    guide = guide_of(project, interview)
    section = guide.sections[0]
    question = next(it for it in section.questions if it.binding == "interview.person_ids")
    take_over(project, interview.id, Place(section.id, question.id))
    assert project.snapshot.get(Interview, interview.id).person_ids == ("hier", "dort")


def test_who_changes_what_was_taken_over_answers_himself(project: OpenProject, interview: Interview) -> None:
    _given(project, _earlier(project, date(2026, 3, 12)), "b01", "Sozialamt")
    take_over(project, interview.id, B01)
    write_at(project, interview.id, B01, Reply(lines=("Amt für Migration",)))
    changed = answer_at(project, interview.id, B01)
    assert changed is not None
    assert changed.taken_from == ""
    project.undo()
    assert taken_words(project, interview.id, B01) == "Übernommen aus dem Gespräch vom 12.03.2026."


def test_a_note_and_putting_off_leave_the_origin(project: OpenProject, interview: Interview) -> None:
    _given(project, _earlier(project, date(2026, 3, 12)), "b01", "Sozialamt")
    take_over(project, interview.id, B01)
    write_note(project, interview.id, B01, "Nachfragen")
    put_off(project, interview.id, B01, AnswerState.LATER)
    put_off(project, interview.id, B01, AnswerState.LATER)
    write_at(project, interview.id, B01, Reply(lines=("Sozialamt",)))
    assert taken_words(project, interview.id, B01)


def test_the_origin_outlives_the_conversation_it_was(project: OpenProject, interview: Interview) -> None:
    other = _earlier(project, date(2026, 3, 12))
    _given(project, other, "b01", "Sozialamt")
    take_over(project, interview.id, B01)
    delete(project, Interview, other.id)
    assert taken_words(project, interview.id, B01) == "Übernommen aus einem früheren Gespräch."


def test_blocks_per_field_know_the_same_field_only(project: OpenProject, interview: Interview) -> None:
    language, work = [field.id for field in project.snapshot.all(FieldOfAction)][:2]
    other = _earlier(project, date(2026, 3, 12))
    for place in (interview, other):
        set_value(project, Interview, place.id, "field_ids", (language, work))
    put_answer(
        project, Answer(id="", interview_id=other.id, question_id="g01", scope_id=work, text="Viele offene Stellen")
    )
    assert not known(project, interview.id, Place("g", "g01", language))
    take_over(project, interview.id, Place("g", "g01", work))
    assert read_at(project, interview.id, Place("g", "g01", work)).text == "Viele offene Stellen"


def test_an_answer_that_a_condition_hides_is_not_known(project: OpenProject, interview: Interview) -> None:
    other = _earlier(project, date(2026, 3, 12))
    _given(project, other, "b03", "", "sport")
    _given(project, other, "b04", "In einer Steuerungsgruppe")
    assert known(project, interview.id, Place("b", "b04"))
    _given(project, other, "b03")
    assert not known(project, interview.id, Place("b", "b04"))


def test_a_promise_is_not_known(project: OpenProject, interview: Interview) -> None:
    other = _earlier(project, date(2026, 3, 12))
    put_answer(
        project,
        Answer(id="", interview_id=other.id, question_id="b01", text="Amt", state=AnswerState.LATER),
    )
    assert not known(project, interview.id, B01)


def test_another_municipality_is_not_known(project: OpenProject, interview: Interview) -> None:
    _given(project, add_interview(project, "05162004"), "b01", "Amt 50")
    assert not known(project, interview.id, B01)
    with pytest.raises(UserError, match="nichts bekannt"):
        take_over(project, interview.id, B01)


def test_the_minutes_say_where_an_answer_was_taken_from(project: OpenProject, interview: Interview) -> None:
    _given(project, _earlier(project, date(2026, 3, 12), InterviewForm.FORM), "b01", "Sozialamt")
    take_over(project, interview.id, B01)
    told = repr(minutes_document(project, interview.id))
    assert "Übernommen aus den schriftlichen Angaben vom 12. März 2026." in told


def _as_older(guide: str) -> str:
    """Return the text of a guide as an older version, in which B.5 is answered in words."""
    older = guide.replace('version = "2026-1"', 'version = "2020-1"')
    start = older.index('id = "b05"')
    end = older.index("[[sections.questions]]", start)
    b05 = 'id = "b05"\nnumber = "B.5"\ntext = "Welche Behörden?"\ntype = "langtext"\nshort = "Behörden"\n\n'
    return older[:start] + b05 + older[end:]


@pytest.fixture
def with_older_guide(project: OpenProject, tmp_path: Path) -> Iterator[OpenProject]:
    """Return the project with an older version of the guide, in which B.5 is a long text."""
    forms = tmp_path / "guides"
    forms.mkdir()
    text = (forms_dir() / "expertengespraech-2026-1.toml").read_text(encoding="utf-8")
    (forms / "expertengespraech-2026-1.toml").write_text(text, encoding="utf-8")
    (forms / "expertengespraech-2020-1.toml").write_text(_as_older(text), encoding="utf-8")
    copy = shutil.copy(project.path, tmp_path / "copy.kizdesk")
    surroundings = Surroundings(
        library=Library(resources_dir(), forms), clock=project.now, new_id=project.new_id, who="Erika Muster"
    )
    with OpenProject.open(Path(copy), surroundings) as opened:
        yield opened


def test_answers_under_an_older_guide_are_known_by_the_id_of_their_question(with_older_guide: OpenProject) -> None:
    project = with_older_guide
    interview, other = add_interview(project, GREVENBROICH), _earlier(project, date(2020, 5, 4))
    set_value(project, Interview, other.id, "guide_version", "2020-1")
    _given(project, other, "b01", "Sozialamt")
    take_over(project, interview.id, B01)
    assert read_at(project, interview.id, B01).lines == ("Sozialamt",)


def test_what_no_longer_fits_the_question_is_shown_and_not_taken_over(with_older_guide: OpenProject) -> None:
    project = with_older_guide
    interview, other = add_interview(project, GREVENBROICH), _earlier(project, date(2020, 5, 4))
    set_value(project, Interview, other.id, "guide_version", "2020-1")
    _given(project, other, "b05", "Jugendamt und Sozialamt")
    found = known(project, interview.id, B05)
    assert [(it.lines, it.fits) for it in found] == [(("Jugendamt und Sozialamt",), False)]
    with pytest.raises(UserError, match="passt nicht mehr"):
        take_over(project, interview.id, B05)


def test_a_choice_becomes_words_where_words_are_asked_today(with_older_guide: OpenProject) -> None:
    project = with_older_guide
    interview, other = add_interview(project, GREVENBROICH), _earlier(project, date(2026, 5, 4))
    set_value(project, Interview, interview.id, "guide_version", "2020-1")
    _given(project, other, "b05", "", "jugendamt", "einbuergerungsbehoerde")
    take_over(project, interview.id, B05)
    assert read_at(project, interview.id, B05).text == "Jugendamt\nEinbürgerungsbehörde"
