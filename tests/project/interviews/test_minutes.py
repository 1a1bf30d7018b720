"""Test the minutes of an interview as a file, and what is known of changes after their release."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PureWindowsPath
from typing import Any

import docx
import pytest

from kizdesk.concept.essence import shown
from kizdesk.domain.changes import Delete
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.interviews import Answer, Interview, InterviewForm, InterviewStatus, Offering, answer_id
from kizdesk.domain.places import Municipality
from kizdesk.library import Library
from kizdesk.project.apart.elsewhere import Elsewhere
from kizdesk.project.durable.interchange import export_data, import_data
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.interviews.minutes import (
    ChangeKind,
    changed_since_release,
    minutes_document,
    minutes_name,
    write_all_minutes,
    write_minutes,
    write_minutes_elsewhere,
)
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_values
from kizdesk.project.runner.ask import Reply
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import write_note, write_reply
from kizdesk.project.surroundings import Surroundings

DORMAGEN, RELEASED = "05162004", date(2026, 1, 7)


class Calendar:
    """Be a clock that stands on a day until it is set to another one; each look takes a minute."""

    def __init__(self) -> None:
        self._minutes = itertools.count()
        self.day = date(2026, 1, 5)

    def __call__(self) -> datetime:
        """Return the moment."""
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC) + timedelta(
            minutes=next(self._minutes)
        )


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def kept(_new: Path, library: Library, calendar: Calendar, tmp_path: Path) -> Iterator[OpenProject]:
    numbers = itertools.count(1)
    made = Surroundings(library=library, clock=calendar, new_id=lambda: f"neu-{next(numbers)}", who="Erika Muster")
    with OpenProject.open(Path(shutil.copy(_new, tmp_path / "neuss.kizdesk")), made) as project:
        yield project


@pytest.fixture
def talk(kept: OpenProject) -> Interview:
    interview = add_interview(kept, DORMAGEN, InterviewForm.ON_SITE)
    set_values(kept, Interview, interview.id, {"held_on": date(2026, 1, 5)}, label="Gespräch ändern")
    say(kept, interview, "b01", "Das Sozialamt")
    say(kept, interview, "b06", "Der Rat")
    return kept.snapshot.get(Interview, interview.id)


def say(project: OpenProject, interview: Interview, question: str, text: str, **given: Any) -> None:
    before = project.snapshot.find(Answer, answer_id(interview.id, question))
    blank = before or Answer(id="", interview_id=interview.id, question_id=question)
    put_answer(project, replace(blank, text=text, **given))


def release(project: OpenProject, interview: Interview, day: date = RELEASED) -> None:
    values = {"released_on": day, "status": InterviewStatus.RELEASED}
    set_values(project, Interview, interview.id, values, label="Gespräch freigeben")


def silent(_what: str, _share: float) -> None:
    return None


def told(project: OpenProject, interview: Interview) -> list[tuple[str, ChangeKind, date | None]]:
    return [(change.name, change.kind, change.day) for change in changed_since_release(project, interview.id)]


@pytest.fixture
def released(kept: OpenProject, talk: Interview, calendar: Calendar) -> Interview:
    """Return an interview that was released, three days ago."""
    calendar.day = RELEASED
    release(kept, talk)
    calendar.day = date(2026, 1, 10)
    return kept.snapshot.get(Interview, talk.id)


def test_nothing_is_changed_right_after_the_release(kept: OpenProject, released: Interview) -> None:
    assert told(kept, released) == []


def test_nothing_is_told_of_minutes_that_are_not_released(kept: OpenProject, talk: Interview) -> None:
    say(kept, talk, "b01", "Das Jugendamt")

    assert told(kept, talk) == []


def test_answers_that_were_changed_added_and_removed_are_told_with_their_day(
    kept: OpenProject, released: Interview, calendar: Calendar
) -> None:
    say(kept, released, "b01", "Das Jugendamt")
    calendar.day = date(2026, 1, 12)
    say(kept, released, "c02", "Der Sozialausschuss")
    kept.commit("Antwort löschen", Delete(Answer, f"{released.id}/b06"))

    assert told(kept, released) == [
        ("B.1 Zuständige Stelle", ChangeKind.CHANGED, date(2026, 1, 10)),
        ("B.6 Strategische Entscheidungen", ChangeKind.REMOVED, date(2026, 1, 12)),
        ("C.2 Fachausschuss", ChangeKind.ADDED, date(2026, 1, 12)),
    ]


def test_a_change_tells_what_stood_there_at_the_release_and_what_stands_there_now(
    kept: OpenProject, released: Interview
) -> None:
    for text in ("Das Jugendamt", "Das Schulamt"):
        say(kept, released, "b01", text)

    assert [(it.before, it.now) for it in changed_since_release(kept, released.id)] == [
        ("Das Sozialamt", "Das Schulamt")
    ]


def test_what_is_changed_back_or_undone_is_no_change(kept: OpenProject, released: Interview) -> None:
    say(kept, released, "b01", "Das Jugendamt")
    say(kept, released, "b01", "Das Sozialamt")
    say(kept, released, "b06", "Der Ausschuss")
    kept.undo()
    kept.commit("Antwort löschen", Delete(Answer, f"{released.id}/b06"))
    kept.undo()

    assert told(kept, released) == []


def test_what_is_not_printed_is_no_change(kept: OpenProject, released: Interview) -> None:
    write_note(kept, released.id, Place("b", "b01"), "Nachfragen")
    set_values(kept, Interview, released.id, {"note": "Nur für das Amt"}, label="Gespräch ändern")

    assert told(kept, released) == []


def test_on_the_day_of_the_release_counts_what_follows_its_entry(
    kept: OpenProject, talk: Interview, calendar: Calendar
) -> None:
    calendar.day = RELEASED
    say(kept, talk, "b01", "Das Jugendamt")
    release(kept, talk)
    say(kept, talk, "b06", "Der Ausschuss")

    assert [name for name, _, _ in told(kept, talk)] == ["B.6 Strategische Entscheidungen"]


def test_a_release_that_is_entered_later_leaves_what_was_changed_meanwhile_marked(
    kept: OpenProject, talk: Interview, calendar: Calendar
) -> None:
    calendar.day = date(2026, 1, 8)
    say(kept, talk, "b01", "Das Jugendamt")
    calendar.day = date(2026, 1, 9)
    release(kept, talk)

    assert [name for name, _, _ in told(kept, talk)] == ["B.1 Zuständige Stelle"]


def test_a_new_release_settles_what_was_changed(kept: OpenProject, released: Interview, calendar: Calendar) -> None:
    say(kept, released, "b01", "Das Jugendamt")
    calendar.day = date(2026, 1, 14)
    release(kept, released, calendar.day)

    assert told(kept, released) == []


def test_an_offering_recorded_after_the_release_is_told(kept: OpenProject, released: Interview) -> None:
    add(
        kept,
        Offering(id="o1", title="Sprachcafé", municipality_id=DORMAGEN, interview_id=released.id),
        "Angebot anlegen",
    )
    add(kept, Offering(id="o2", title="Anderswo", municipality_id=DORMAGEN), "Angebot anlegen")

    assert told(kept, released) == [("Sprachcafé", ChangeKind.ADDED, date(2026, 1, 10))]


def test_another_day_of_the_interview_is_told(kept: OpenProject, released: Interview) -> None:
    set_values(kept, Interview, released.id, {"held_on": date(2026, 1, 6)}, label="Gespräch ändern")

    assert told(kept, released) == [("Angaben zum Gespräch", ChangeKind.CHANGED, date(2026, 1, 10))]


def test_an_answer_that_comes_to_be_hidden_is_told_as_removed(
    kept: OpenProject, talk: Interview, calendar: Calendar
) -> None:
    say(kept, talk, "b03", "", choices=("soziales",))
    say(kept, talk, "b04", "In einer Runde")
    calendar.day = RELEASED
    release(kept, talk)
    write_reply(kept, talk.id, Place("b", "b03"), Reply())

    assert [(name, kind) for name, kind, _ in told(kept, talk)] == [
        ("B.3 Beteiligte Fachbereiche", ChangeKind.REMOVED),
        ("B.4 Zusammenarbeit der Fachbereiche", ChangeKind.REMOVED),
    ]


def test_what_came_with_an_import_was_there_before(
    kept: OpenProject, released: Interview, library: Library, calendar: Calendar, tmp_path: Path
) -> None:
    export_data(kept, tmp_path / "daten.json")
    made = Surroundings(library=library, clock=calendar, new_id=lambda: "x", who="Erika Muster")
    import_data(tmp_path / "daten.json", tmp_path / "kopie.kizdesk", made)

    with OpenProject.open(tmp_path / "kopie.kizdesk", made) as copy:
        assert told(copy, released) == []
        say(copy, released, "b01", "Das Jugendamt")
        assert [name for name, _, _ in told(copy, released)] == ["B.1 Zuständige Stelle"]


def test_a_pinned_project_tells_the_same(kept: OpenProject, released: Interview) -> None:
    say(kept, released, "b01", "Das Jugendamt")

    assert told(kept.pinned(), released) == told(kept, released)


def test_the_changes_stand_in_the_minutes(kept: OpenProject, released: Interview) -> None:
    say(kept, released, "b01", "Das Jugendamt")
    words = [shown(block) for block in minutes_document(kept, released.id).blocks]

    assert "► Nach der Freigabe geändert am 10. Januar 2026." in words


def test_the_minutes_are_a_word_file_with_what_was_said(kept: OpenProject, talk: Interview, tmp_path: Path) -> None:
    target = tmp_path / "aus" / minutes_name(kept, talk)
    written = write_minutes(kept, talk.id, target, silent)
    words = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]

    assert written.size == target.stat().st_size
    assert written.remarks == ()
    assert words[0] == "Gesprächsprotokoll"
    assert "Das Sozialamt" in words
    assert "Inhalt" not in words


def test_writing_tells_that_something_was_changed_since(kept: OpenProject, released: Interview, tmp_path: Path) -> None:
    say(kept, released, "b01", "Das Jugendamt")
    written = write_minutes(kept, released.id, tmp_path / "a.docx", silent)

    assert written.remarks == ("Seit der Freigabe am 07.01.2026 wurde eine Stelle geändert; sie ist gekennzeichnet.",)


def test_another_process_writes_the_same_minutes(kept: OpenProject, released: Interview, tmp_path: Path) -> None:
    say(kept, released, "b01", "Das Jugendamt")
    elsewhere = Elsewhere()
    try:
        written = write_minutes_elsewhere(elsewhere, tmp_path / "aus", released.id, kept.pinned(), silent)
    finally:
        elsewhere.close()
    words = [paragraph.text for paragraph in docx.Document(str(written.path)).paragraphs]

    assert written.path.name == "Gesprächsprotokoll Dormagen 2026-01-05 – geändert.docx"
    assert "► Nach der Freigabe geändert am 10.\u00a0Januar 2026." in words
    assert len(written.remarks) == 1


def test_minutes_that_somebody_worked_on_are_kept(kept: OpenProject, talk: Interview, tmp_path: Path) -> None:
    target = tmp_path / "Protokoll.docx"
    write_minutes(kept, talk.id, target, silent)
    edited = docx.Document(str(target))
    edited.core_properties.last_modified_by = "Rathaus"
    edited.save(str(target))
    theirs = target.read_bytes()

    written = write_minutes(kept, talk.id, target, silent)

    assert (tmp_path / "Protokoll (2).docx").read_bytes() == theirs
    assert "Protokoll (2).docx" in written.remarks[-1]


def test_minutes_that_nobody_worked_on_are_replaced(kept: OpenProject, talk: Interview, tmp_path: Path) -> None:
    for _ in range(2):
        write_minutes(kept, talk.id, tmp_path / "aus" / "Protokoll.docx", silent)

    assert [path.name for path in (tmp_path / "aus").iterdir()] == ["Protokoll.docx"]


def test_an_interview_without_anything_told_has_no_minutes(kept: OpenProject, tmp_path: Path) -> None:
    empty = add_interview(kept, DORMAGEN)

    with pytest.raises(UserError, match="noch nichts erfasst"):
        write_minutes(kept, empty.id, tmp_path / "aus" / "Protokoll.docx", silent)
    assert not (tmp_path / "aus").exists()


def test_a_folder_in_the_way_is_told_in_a_sentence(kept: OpenProject, talk: Interview, tmp_path: Path) -> None:
    target = tmp_path / "Protokoll.docx"
    target.mkdir()

    with pytest.raises(EnvironmentFault, match="Ordner"):
        write_minutes(kept, talk.id, target, silent)


def test_the_file_is_called_by_municipality_and_day(kept: OpenProject, talk: Interview) -> None:
    assert minutes_name(kept, talk) == "Gesprächsprotokoll Dormagen 2026-01-05.docx"


def test_two_interviews_of_a_day_have_two_names(kept: OpenProject, talk: Interview) -> None:
    second = add_interview(kept, DORMAGEN)
    set_values(kept, Interview, second.id, {"held_on": talk.held_on}, label="Gespräch ändern")

    assert minutes_name(kept, kept.snapshot.get(Interview, second.id)) == (
        "Gesprächsprotokoll Dormagen 2026-01-05 Gespräch 2.docx"
    )


@pytest.mark.parametrize("name", ["Bad: Salz/uflen?", "Ort. ", "Ö" * 300, "a\tb<c>|d*"])
def test_the_name_of_the_file_is_one_that_windows_takes(name: str, kept: OpenProject, talk: Interview) -> None:
    set_values(kept, Municipality, DORMAGEN, {"name": name}, label="Kommune ändern")
    made = minutes_name(kept, talk)

    assert PureWindowsPath(made).name == made
    assert not set(made) & set('<>:"/\\|?*\t')
    assert len(made.encode()) <= 200
    assert made.endswith("2026-01-05.docx")


def test_progress_goes_from_nothing_to_all(kept: OpenProject, talk: Interview, tmp_path: Path) -> None:
    shares: list[float] = []
    write_minutes(kept, talk.id, tmp_path / "a.docx", lambda _what, share: shares.append(share))

    assert (shares[0], shares[-1]) == (0, 1)
    assert shares == sorted(shares)


def test_every_interview_of_the_example_has_minutes_as_they_were_released(example: OpenProject, tmp_path: Path) -> None:
    for interview in example.snapshot.all(Interview):
        written = write_minutes(example, interview.id, tmp_path / minutes_name(example, interview), silent)
        assert written.remarks == ()


def test_minutes_changed_since_their_release_leave_the_released_file_alone(
    kept: OpenProject, released: Interview, tmp_path: Path
) -> None:
    folder = tmp_path / "aus"
    (first,) = write_all_minutes(kept, [released], folder, silent)
    data = first.path.read_bytes()
    say(kept, released, "b01", "Das Jugendamt")
    (second,) = write_all_minutes(kept, [released], folder, silent)

    assert second.path.name == f"{first.path.stem} – geändert.docx"
    assert first.path.read_bytes() == data
    assert f"Das bisherige Protokoll „{first.path.name}“ bleibt daneben erhalten." in second.remarks


def test_minutes_that_are_released_anew_leave_the_file_alone_that_was_released_first(
    kept: OpenProject, released: Interview, calendar: Calendar, tmp_path: Path
) -> None:
    folder = tmp_path / "aus"
    (first,) = write_all_minutes(kept, [released], folder, silent)
    data = first.path.read_bytes()
    say(kept, released, "b01", "Das Jugendamt")
    calendar.day = date(2026, 1, 14)
    release(kept, released, calendar.day)
    (second,) = write_all_minutes(kept, [kept.snapshot.get(Interview, released.id)], folder, silent)

    assert second.path.name == f"{first.path.stem} – erneut freigegeben 2026-01-14.docx"
    assert first.path.read_bytes() == data
    assert second.remarks == (f"Das bisherige Protokoll „{first.path.name}“ bleibt daneben erhalten.",)


def test_a_release_that_is_taken_back_and_given_again_on_the_same_day_has_a_file_of_its_own(
    kept: OpenProject, talk: Interview, calendar: Calendar, tmp_path: Path
) -> None:
    calendar.day = RELEASED
    release(kept, talk)
    set_values(kept, Interview, talk.id, {"released_on": None}, label="Freigabe zurücknehmen")
    say(kept, talk, "b01", "Das Jugendamt")
    release(kept, talk)
    (written,) = write_all_minutes(kept, [kept.snapshot.get(Interview, talk.id)], tmp_path, silent)

    assert written.path.name.endswith(" – erneut freigegeben 2026-01-07.docx")


def test_a_corrected_day_of_the_release_keeps_the_name_of_the_file(
    kept: OpenProject, released: Interview, calendar: Calendar, tmp_path: Path
) -> None:
    release(kept, released, date(2026, 1, 8))
    corrected = kept.snapshot.get(Interview, released.id)
    (written,) = write_all_minutes(kept, [corrected], tmp_path, silent)
    calendar.day = date(2026, 1, 12)
    say(kept, corrected, "b01", "Das Jugendamt")
    (changed,) = write_all_minutes(kept, [corrected], tmp_path, silent)

    assert written.path.name == minutes_name(kept, corrected)
    assert changed.path.name == f"{written.path.stem} – geändert.docx"
