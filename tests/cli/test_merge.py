from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.people import PrivacyConsent
from kizdesk.project.durable.interchange import export_data, import_data
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete, set_value
from kizdesk.project.surroundings import of_this_machine
from tests.cli.conftest import Run
from tests.project.merging.laptops import KAARST, SCAN, hold


@pytest.fixture
def office(neuss: Path) -> Path:
    """Return a project with one interview."""
    with OpenProject.open(neuss, of_this_machine()) as opened:
        hold(opened, "alt")
    return neuss


@pytest.fixture
def laptop(office: Path, tmp_path: Path) -> Path:
    """Return a copy of it in which another interview was held."""
    path = Path(shutil.copy(office, tmp_path / "laptop.kizdesk"))
    with OpenProject.open(path, of_this_machine()) as opened:
        hold(opened, "neu", KAARST, attached=SCAN)
    return path


def interviews(path: Path) -> set[str]:
    with OpenProject.open(path, of_this_machine(), read_only=True) as opened:
        return set(opened.snapshot.by_id(Interview))


def differ(path: Path, text: str = "Anders") -> None:
    with OpenProject.open(path, of_this_machine()) as opened:
        set_value(opened, Answer, "alt/b01", "text", text)


def test_without_apply_the_interviews_are_only_reported(kizdesk: Run, office: Path, laptop: Path) -> None:
    before = office.read_bytes(), laptop.read_bytes()
    outcome = kizdesk("merge", office, laptop)
    assert outcome.code == 0
    assert "Kaarst, 12.03.2026: neu" in outcome.out
    assert "2 Antworten, 1 Person" in outcome.out
    assert "Neuss, 12.03.2026: gleich" in outcome.out
    assert "Mit --apply werden die neuen Gespräche übernommen." in outcome.out
    assert "Gespräche vergleichen" in outcome.err
    assert (office.read_bytes(), laptop.read_bytes()) == before


def test_apply_takes_new_interviews_over(kizdesk: Run, office: Path, laptop: Path) -> None:
    outcome = kizdesk("merge", office, laptop, "--apply")
    assert outcome.code == 0
    assert "Kaarst, 12.03.2026: übernommen" in outcome.out
    assert "Ein Gespräch ist übernommen." in outcome.out
    assert interviews(office) == {"alt", "neu"}
    assert kizdesk("verify", office).code == 0
    again = kizdesk("merge", office, laptop, "--apply")
    assert again.code == 0
    assert "Es gibt nichts zu übernehmen." in again.out


def test_what_differs_is_told_and_taken_over_only_by_its_id(kizdesk: Run, office: Path, laptop: Path) -> None:
    differ(laptop)
    outcome = kizdesk("merge", office, laptop, "--apply")
    assert outcome.code == 1
    assert "Kennung: alt" in outcome.out
    assert "hier: Zu wenig Plätze im Sprachkurs" in outcome.out
    assert "dort: Anders" in outcome.out
    assert kizdesk("merge", office, laptop, "--apply", "--interview", "alt").code == 0
    with OpenProject.open(office, of_this_machine(), read_only=True) as opened:
        assert opened.snapshot.get(Answer, "alt/b01").text == "Anders"


def test_json_tells_each_interview(kizdesk: Run, office: Path, laptop: Path) -> None:
    differ(laptop)
    outcome = kizdesk("merge", office, laptop, "--apply", "--json")
    told = json.loads(outcome.out)
    assert outcome.code == 1
    assert {met["id"]: (met["standing"], met["taken"]) for met in told["interviews"]} == {
        "neu": ("neu", True),
        "alt": ("abweichend", False),
    }
    assert told["counts"] == {"neu": 1, "abweichend": 1}
    assert [line["new"] for met in told["interviews"] for line in met["differences"]] == ["Anders"]


def test_a_revocation_is_taken_over_and_named(kizdesk: Run, office: Path, laptop: Path) -> None:
    with OpenProject.open(laptop, of_this_machine()) as opened:
        set_value(opened, PrivacyConsent, "alt-zitat", "revoked_on", date(2026, 4, 1))
    assert "Einwilligung endet beim Übernehmen: Jasmin Đorđević" in kizdesk("merge", office, laptop).out
    assert "Einwilligung beendet: Jasmin Đorđević" in kizdesk("merge", office, laptop, "--apply").out


def test_an_interview_deleted_here_stays_deleted(kizdesk: Run, office: Path, laptop: Path) -> None:
    with OpenProject.open(office, of_this_machine()) as opened:
        delete(opened, Interview, "alt")
    outcome = kizdesk("merge", office, laptop, "--apply")
    assert outcome.code == 1
    assert "hier gelöscht" in outcome.out
    assert interviews(office) == {"neu"}


def test_a_copy_with_another_passphrase_takes_it_from_a_file(
    kizdesk: Run, office: Path, laptop: Path, tmp_path: Path
) -> None:
    secret, key = tmp_path / "geheim.kizdesk", tmp_path / "kennwort.txt"
    key.write_text("Föhn am Rhein\n", encoding="utf-8")
    with OpenProject.open(laptop, of_this_machine(), read_only=True) as opened:
        export_data(opened, tmp_path / "daten.json")
    import_data(tmp_path / "daten.json", secret, of_this_machine(), passphrase="Föhn am Rhein")
    refused = kizdesk("merge", office, secret)
    assert refused.code == 3
    assert "--other-passphrase-file" in refused.err
    assert kizdesk("merge", office, secret, "--other-passphrase-file", key, "--apply").code == 0
    assert interviews(office) == {"alt", "neu"}
    key.write_text("falsch", encoding="utf-8")
    assert kizdesk("merge", office, secret, "--other-passphrase-file", key).code == 3


def test_files_that_cannot_be_merged_each_have_their_code(kizdesk: Run, office: Path, tmp_path: Path) -> None:
    letter, other = tmp_path / "brief.kizdesk", tmp_path / "fremd.kizdesk"
    letter.write_text("Sehr geehrte Damen und Herren")
    assert kizdesk("new", other, "--district", "05570").code == 0
    assert kizdesk("merge", office, office).code == 2
    assert kizdesk("merge", office, tmp_path / "fehlt.kizdesk").code == 3
    assert kizdesk("merge", office, letter).code == 3
    outcome = kizdesk("merge", office, other)
    assert outcome.code == 1
    assert "gehört zu einem anderen Projekt" in outcome.err


def test_a_copy_that_is_open_elsewhere_is_refused(kizdesk: Run, office: Path, laptop: Path) -> None:
    with OpenProject.open(laptop, of_this_machine()):
        outcome = kizdesk("merge", office, laptop)
    assert outcome.code == 3
    assert "Bitte sie dort zuerst schließen" in outcome.err


def test_an_unknown_interview_and_one_without_apply_are_wrong_use(kizdesk: Run, office: Path, laptop: Path) -> None:
    assert kizdesk("merge", office, laptop, "--apply", "--interview", "gibt-es-nicht").code == 2
    assert kizdesk("merge", office, laptop, "--interview", "neu").code == 2
    assert interviews(office) == {"alt"}
