"""Test the form with which a municipality answers the request for its Einvernehmen, out and back."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from kizdesk.domain.errors import UserError
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import VoteResult
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.forms.consent_form import ConsentFormWish, grouped, send_consent_forms
from kizdesk.project.forms.returned import State
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_entry import ConsentWish, record_consent
from kizdesk.project.participation.requests import request_consents
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import VersionWish, freeze
from tests.project.forms.back import Filling, back, fill, one_back, silent

NEUSS, KAARST = "05162024", "05162016"
ONE = ConsentFormWish((NEUSS,))


@pytest.fixture
def version(project: OpenProject) -> ConceptVersion:
    return freeze(project, VersionWish("Für die Bürgermeister", dated=date(2026, 3, 6)))


def written(project: OpenProject, folder: Path, wish: ConsentFormWish = ONE) -> bytes:
    (file,) = send_consent_forms(project, wish, folder, silent)
    return file.path.read_bytes()


def words(pdf: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_the_form_names_number_day_and_fingerprint_of_the_version(
    project: OpenProject, version: ConceptVersion, tmp_path: Path
) -> None:
    text = words(written(project, tmp_path))
    assert "Fassung 1 „Für die Bürgermeister“ vom 6. März 2026" in text
    assert grouped(version.fingerprint) in text
    for asked in ("unter Bedingungen", "Wer hat entschieden?", "Datum (TT.MM.JJJJ)", "Unterschrift"):
        assert asked in text


def test_those_whose_answer_is_missing_get_a_form_and_nothing_is_recorded(
    project: OpenProject, version: ConceptVersion, tmp_path: Path
) -> None:
    agreed = ConsentWish(version_id=version.id, body_name="Rat der Stadt Kaarst", result=VoteResult.AGREED)
    record_consent(project, KAARST, agreed)
    before = project.snapshot
    files = send_consent_forms(project, ConsentFormWish(), tmp_path, silent)
    assert len(files) == 7
    assert "Einvernehmen Kaarst – Fassung 1.pdf" not in {file.path.name for file in files}
    assert project.snapshot is before


def test_the_last_day_is_that_of_the_request_unless_another_is_wished(
    project: OpenProject, version: ConceptVersion, tmp_path: Path
) -> None:
    request_consents(project, version.id, [NEUSS], date(2026, 4, 7))
    assert "Bitte zurück bis 7. April 2026" in words(written(project, tmp_path))
    later = ConsentFormWish((NEUSS,), return_by=date(2026, 5, 4))
    assert "Bitte zurück bis 4. Mai 2026" in words(written(project, tmp_path, later))


def test_a_form_asks_for_no_answer_until_a_day_that_is_over(
    project: OpenProject, version: ConceptVersion, surroundings: Surroundings, tmp_path: Path
) -> None:
    request_consents(project, version.id, [NEUSS], date(2026, 1, 5))
    project.close()
    later = replace(surroundings, clock=lambda: datetime(2026, 1, 6, 9, tzinfo=UTC))
    with OpenProject.open(project.path, later) as opened:
        with pytest.raises(UserError, match="Die Frist für Neuss war der 5. Januar 2026"):
            send_consent_forms(opened, ConsentFormWish(), tmp_path / "aus", silent)
        assert not (tmp_path / "aus").exists()
        wish = ConsentFormWish((NEUSS,), return_by=date(2026, 2, 2))
        assert "Bitte zurück bis 2. Februar 2026" in words(written(opened, tmp_path, wish))


@pytest.mark.usefixtures("version")
def test_the_line_on_each_page_names_a_form_and_no_guide(project: OpenProject, tmp_path: Path) -> None:
    text = words(written(project, tmp_path))
    assert f"Kommune {NEUSS} · Vordruck einvernehmen 1 · Formular" in text
    assert "Leitfaden" not in text


def test_a_form_that_stands_there_is_kept_for_it_may_be_filled_in(
    project: OpenProject, version: ConceptVersion, tmp_path: Path
) -> None:
    (first,) = send_consent_forms(project, ONE, tmp_path, silent)
    first.path.write_bytes(b"ausgefuellt")
    (again,) = send_consent_forms(project, ONE, tmp_path, silent)
    assert "Einvernehmen Neuss – Fassung 1 (2).pdf" in again.remarks[0]
    assert version.number == 1


@pytest.mark.usefixtures("version")
def test_a_form_that_is_written_again_as_it_stands_there_is_kept_no_second_time(
    project: OpenProject, tmp_path: Path
) -> None:
    send_consent_forms(project, ONE, tmp_path / "aus", silent)
    (again,) = send_consent_forms(project, ONE, tmp_path / "aus", silent)
    assert again.remarks == ()
    assert list((tmp_path / "aus").iterdir()) == [again.path]


@pytest.mark.usefixtures("version")
@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (ConsentFormWish((NEUSS,), number=7), "Eine Fassung 7 hat das Projekt nicht. Möglich sind: 1."),
        (ConsentFormWish((NEUSS,), return_by=date(2020, 1, 1)), "schon vorbei"),
    ],
)
def test_what_cannot_be_wished_is_refused(
    project: OpenProject, tmp_path: Path, wish: ConsentFormWish, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        send_consent_forms(project, wish, tmp_path / "aus", silent)
    assert not (tmp_path / "aus").exists()


def test_without_a_version_there_is_nothing_to_answer(project: OpenProject, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="zuerst eine Fassung festschreiben"):
        send_consent_forms(project, ONE, tmp_path, silent)


@pytest.mark.usefixtures("version")
def test_read_back_it_is_reported_as_what_it_is_and_not_taken_over(project: OpenProject, tmp_path: Path) -> None:
    filling: Filling = {
        "antwort": ("zugestimmt_mit_bedingungen",),
        "bedingungen": "Nur mit\nDolmetscherdienst",
        "gremium": "Rat der Stadt Neuss",
        "datum": "12.03.2026",
        "ort": "Neuss, 13.03.2026",
    }
    reading = one_back(project, written(project, tmp_path), filling, "Einvernehmen Neuss.pdf")
    assert (reading.state, reading.municipality, reading.takeable) == (State.CONSENT, "Neuss", False)
    assert reading.sentence.startswith("Das ist die Antwort zum Einvernehmen zur Fassung 1. Hier wird nichts")
    assert reading.remarks == (
        "Antwort: Das Einvernehmen wird unter Bedingungen erteilt.",
        "Bedingungen oder Gründe: Nur mit Dolmetscherdienst",
        "entschieden hat: Rat der Stadt Neuss",
        "entschieden am: 12.03.2026",
        "Ort und Datum: Neuss, 13.03.2026",
    )
    assert project.snapshot.all(FormIssue) == ()


@pytest.mark.usefixtures("version")
def test_an_empty_one_and_one_to_an_earlier_version_are_told_so(project: OpenProject, tmp_path: Path) -> None:
    pdf = written(project, tmp_path)
    write_chapter(project, "vorwort", "Wir wollen das.")
    freeze(project, VersionWish("Zweite"))
    blank, early = back(project, {"leer.pdf": pdf, "voll.pdf": fill(pdf, {"gremium": "Der Rat"})})
    assert "ist nicht ausgefüllt" in blank.sentence
    assert early.sentence.endswith("Die neueste Fassung ist inzwischen die Fassung 2.")


def test_one_to_a_version_that_is_not_there_is_told_so(
    project: OpenProject, version: ConceptVersion, tmp_path: Path
) -> None:
    pdf = written(project, tmp_path)
    project.undo()
    assert project.snapshot.find(ConceptVersion, version.id) is None
    (reading,) = back(project, {"Antwort.pdf": fill(pdf, {"gremium": "Der Rat"})})
    assert reading.sentence.endswith("Diese Fassung gibt es in dieser Projektdatei nicht.")
