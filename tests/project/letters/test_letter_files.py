"""Test whom letters fit, their files, and what is noted after they were written."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest

from kizdesk.concept.german import day
from kizdesk.concept.prose import plain_text
from kizdesk.concept.tree import Paragraph
from kizdesk.domain.changes import Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview, InterviewForm
from kizdesk.domain.papers import PaperKind
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.project.letters.fields import texts_of, write_due, write_letter
from kizdesk.project.letters.noting import note, offered
from kizdesk.project.letters.places import Lack, fitting, lacking, letter_places
from kizdesk.project.letters.writing import (
    LettersInFolder,
    LetterWish,
    letter_document,
    nothing_due,
    write_letters,
)
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import LETTERS, export
from kizdesk.project.participation.requests import request_consents
from kizdesk.project.records import add, set_value
from kizdesk.project.versions.freezing import VersionWish, freeze
from tests.concept.sample import said
from tests.project.conftest import START

DORMAGEN, JUECHEN, NEUSS = "05162004", "05162012", "05162024"
TODAY = START.date()
INVITATION, REQUEST, REMINDER = PaperKind.INVITATION, PaperKind.REQUEST, PaperKind.REMINDER


def dated(project: OpenProject) -> str:
    """Return until when the reminder to Dormagen asks for an answer, as it would be written now."""
    blocks = letter_document(project, REMINDER, DORMAGEN).blocks
    return next(plain_text(it.runs) for it in blocks if isinstance(it, Paragraph) and it.id.endswith("/frist"))


class Stop(Exception):
    """Be the user who cancels."""


def silent(_what: str, _share: float) -> None:
    """Be told, and say nothing."""


def plan(project: OpenProject, municipality_id: str, **given: Any) -> None:
    add(
        project,
        Interview(id=project.new_id(), municipality_id=municipality_id, guide_id="g", guide_version="1", **given),
    )


@pytest.fixture
def version(project: OpenProject) -> ConceptVersion:
    add(project, ChapterText(id="neu", chapter="vorwort", text="Wir beginnen im Jahr 2014 mit der Arbeit."))
    return freeze(project, VersionWish("Entwurf"))


def asked(project: OpenProject, municipality_id: str) -> ConsentRequest:
    return next(it for it in project.snapshot.all(ConsentRequest) if it.municipality_id == municipality_id)


def written(project: OpenProject, wish: LetterWish, folder: Path) -> list[str]:
    LettersInFolder(wish, folder)(project, silent)
    return sorted(path.name for path in (folder / "Briefe").iterdir())


def test_who_has_an_interview_without_a_day_is_invited(project: OpenProject) -> None:
    plan(project, DORMAGEN)
    plan(project, JUECHEN, held_on=date(2026, 2, 3))
    plan(project, NEUSS, form=InterviewForm.FORM)
    assert fitting(project, INVITATION) == (DORMAGEN,)
    states = {place.municipality_id: place.state for place in letter_places(project, INVITATION)}
    assert states[JUECHEN] == "geplant am 03.02.2026"


def test_who_was_not_asked_yet_is_asked(project: OpenProject, version: ConceptVersion) -> None:
    request_consents(project, version.id, [DORMAGEN], None)
    assert len(fitting(project, REQUEST)) == 7
    assert DORMAGEN not in fitting(project, REQUEST)


def test_who_is_late_or_has_no_last_day_is_reminded_once_a_day(project: OpenProject, version: ConceptVersion) -> None:
    request_consents(project, version.id, [DORMAGEN], None)
    request_consents(project, version.id, [JUECHEN], TODAY + timedelta(days=9))
    late = ConsentRequest(
        id="l", version_id=version.id, municipality_id=NEUSS, requested_on=TODAY, due_on=TODAY - timedelta(days=1)
    )
    add(project, late)
    assert fitting(project, REMINDER) == (DORMAGEN, NEUSS)
    set_value(project, ConsentRequest, "l", "reminded_on", TODAY)
    assert fitting(project, REMINDER) == (DORMAGEN,)


@pytest.mark.usefixtures("version")
def test_nobody_is_reminded_of_what_was_never_asked(project: OpenProject) -> None:
    assert not any(place.can for place in letter_places(project, REMINDER))


def test_an_independent_city_has_no_letters(project: OpenProject) -> None:
    project.commit("Art ändern", Update(District, "05162", "kind", DistrictKind.INDEPENDENT_CITY))
    assert lacking(project, INVITATION) is Lack.CITY
    assert nothing_due(project).startswith("Eine kreisfreie Stadt hat keine kreisangehörigen Kommunen")
    with pytest.raises(UserError, match="kreisfreie Stadt"):
        letter_document(project, REQUEST, DORMAGEN)


def test_without_a_version_there_is_nothing_to_ask_about(project: OpenProject) -> None:
    with pytest.raises(UserError, match="zuerst eine Fassung festschreiben"):
        letter_document(project, REQUEST, DORMAGEN)


@pytest.mark.usefixtures("version")
def test_each_municipality_gets_a_file_of_its_own(project: OpenProject, tmp_path: Path) -> None:
    wish = LetterWish(REQUEST, (DORMAGEN, JUECHEN))
    assert written(project, wish, tmp_path) == [
        "Bitte um Einvernehmen Dormagen.docx",
        "Bitte um Einvernehmen Jüchen.docx",
    ]


@pytest.mark.usefixtures("version")
def test_one_file_holds_all(project: OpenProject, tmp_path: Path) -> None:
    wish = LetterWish(REQUEST, (DORMAGEN, JUECHEN), in_one_file=True)
    assert written(project, wish, tmp_path) == ["Bitten um Einvernehmen.docx"]
    word = docx.Document(str(tmp_path / "Briefe" / "Bitten um Einvernehmen.docx"))
    assert len(word.sections) == 2


def test_names_that_windows_knows_as_one_and_forbidden_signs_make_files_of_their_own(
    project: OpenProject, tmp_path: Path
) -> None:
    set_value(project, Municipality, DORMAGEN, "name", "Neu/stadt: A?")
    set_value(project, Municipality, JUECHEN, "name", "neu stadt a")
    assert written(project, LetterWish(INVITATION, (DORMAGEN, JUECHEN)), tmp_path) == [
        f"Einladung Neu stadt A {DORMAGEN}.docx",
        f"Einladung neu stadt a {JUECHEN}.docx",
    ]


def test_a_letter_that_somebody_worked_on_stays_under_another_name(project: OpenProject, tmp_path: Path) -> None:
    wish = LetterWish(INVITATION, (DORMAGEN,))
    written(project, wish, tmp_path)
    target = tmp_path / "Briefe" / "Einladung Dormagen.docx"
    word = docx.Document(str(target))
    word.paragraphs[0].add_run("von Hand")
    word.core_properties.last_modified_by = "Erika"
    word.save(str(target))
    told = LettersInFolder(wish, tmp_path)(project, silent)
    assert len(list((tmp_path / "Briefe").iterdir())) == 2
    assert any("bleibt erhalten" in remark for remark in told.remarks)


def test_who_cancels_finds_nothing_written(project: OpenProject, tmp_path: Path) -> None:
    def stop(_what: str, share: float) -> None:
        if share >= 0.5:
            raise Stop

    with pytest.raises(Stop):
        LettersInFolder(LetterWish(INVITATION, (DORMAGEN, JUECHEN)), tmp_path)(project, stop)
    assert not (tmp_path / "Briefe").exists()


def test_a_wish_for_nobody_is_refused(project: OpenProject, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="mindestens eine Kommune"):
        LettersInFolder(LetterWish(INVITATION, ()), tmp_path)(project, silent)


@pytest.mark.usefixtures("version")
def test_the_forms_for_the_answers_lie_beside_the_letters(project: OpenProject, tmp_path: Path) -> None:
    assert written(project, LetterWish(REQUEST, (DORMAGEN,), with_forms=True), tmp_path) == [
        "Bitte um Einvernehmen Dormagen.docx",
        "Einvernehmen Dormagen – Fassung 1.pdf",
    ]


def test_the_export_writes_what_is_due(project: OpenProject, version: ConceptVersion, tmp_path: Path) -> None:
    plan(project, DORMAGEN)
    request_consents(project, version.id, [DORMAGEN], None)
    names = [file.path.name for file in export(project, tmp_path, [LETTERS], silent)]
    assert names[0] == "Einladung Dormagen.docx"
    assert names[-1] == "Erinnerung Dormagen.docx"
    assert len(names) == 9


def test_nothing_due_leaves_no_folder(example: OpenProject, tmp_path: Path) -> None:
    assert write_letters(example, tmp_path, silent) == []
    assert not (tmp_path / "Briefe").exists()
    assert "kein Schreiben fällig" in nothing_due(example)


@pytest.mark.usefixtures("version")
def test_requests_are_noted_in_one_step_only_when_somebody_says_so(project: OpenProject, tmp_path: Path) -> None:
    wish = LetterWish(REQUEST, (DORMAGEN, JUECHEN))
    written(project, wish, tmp_path)
    assert not project.snapshot.all(ConsentRequest)
    offer = offered(project, wish)
    assert offer is not None
    assert offer.question.startswith("Anfragen für 2 Kommunen mit heutigem Datum festhalten?")
    note(project, offer)
    assert asked(project, JUECHEN).requested_on == TODAY
    assert asked(project, JUECHEN).due_on is not None
    assert offered(project, wish) is None
    project.undo()
    assert not project.snapshot.all(ConsentRequest)


def test_reminders_are_noted_and_a_day_that_is_to_come_stays(project: OpenProject, version: ConceptVersion) -> None:
    coming = TODAY + timedelta(days=30)
    request_consents(project, version.id, [DORMAGEN], None)
    request_consents(project, version.id, [JUECHEN], coming)
    offer = offered(project, LetterWish(REMINDER, (DORMAGEN, JUECHEN)))
    assert offer is not None
    note(project, offer)
    assert asked(project, DORMAGEN).reminded_on == TODAY
    assert asked(project, DORMAGEN).due_on is not None
    assert asked(project, JUECHEN).due_on == coming


def test_a_reminder_names_the_day_that_somebody_wrote_for_it(project: OpenProject, version: ConceptVersion) -> None:
    request_consents(project, version.id, [DORMAGEN], TODAY + timedelta(days=18))
    later = TODAY + timedelta(days=25)
    assert day(TODAY + timedelta(days=18)) in dated(project)
    write_due(project, REMINDER, later)
    assert day(later) in dated(project)
    offer = offered(project, LetterWish(REMINDER, (DORMAGEN,)))
    assert offer is not None
    note(project, offer)
    assert asked(project, DORMAGEN).due_on == later


def test_the_field_shows_the_day_that_is_noted_for_all(project: OpenProject, version: ConceptVersion) -> None:
    coming = TODAY + timedelta(days=18)
    request_consents(project, version.id, [DORMAGEN, JUECHEN], coming)
    assert texts_of(project, REMINDER).last == coming


def test_a_sender_is_written_once_for_all_letters(project: OpenProject, version: ConceptVersion) -> None:
    request_consents(project, version.id, [DORMAGEN], None)
    write_letter(project, INVITATION, "absender", "Rhein-Kreis Neuss\nOberstraße 91, 41460 Neuss\nki@example.org")
    told = said(letter_document(project, REMINDER, DORMAGEN))
    assert "Oberstraße 91" in told
    assert "per E-Mail an ki@example.org" in told


def test_after_an_invitation_nothing_is_noted(project: OpenProject) -> None:
    assert offered(project, LetterWish(INVITATION, (DORMAGEN,))) is None


@pytest.mark.usefixtures("version")
def test_a_request_goes_to_the_mayor_and_an_invitation_to_the_contact(project: OpenProject) -> None:
    mayor = Person(
        id="m", name="Eva Maier", function="Bürgermeisterin", municipality_id=NEUSS, roles=("Bürgermeisterin",)
    )
    contact = Person(id="c", name="Jan Wolf", municipality_id=NEUSS, roles=("Ansprechpartner/in",))
    add(project, mayor)
    add(project, contact)
    assert "Sehr geehrte Frau Bürgermeisterin," in said(letter_document(project, REQUEST, NEUSS))
    assert "Guten Tag Jan Wolf," in said(letter_document(project, INVITATION, NEUSS))


def test_a_request_asks_until_the_day_that_is_noted(project: OpenProject, version: ConceptVersion) -> None:
    request_consents(project, version.id, [DORMAGEN], date(2026, 3, 31))
    assert "bis zum 31. März 2026" in said(letter_document(project, REQUEST, DORMAGEN))
