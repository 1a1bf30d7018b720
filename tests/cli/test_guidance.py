"""Test that the command line says how to go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "a.kizdesk", "--out"), "Hinter --out fehlt die Angabe. Hilfe: kizdesk export --help"),
        (("check", "--json=1", "a.kizdesk"), "Zur Option --json gehört keine Angabe. Hilfe: kizdesk check --help"),
        (("new", "Kreis", "--district", "05570"), "Bitte zum Beispiel Kreis.kizdesk angeben."),
        (("import-data", "a.json", "Kreis"), "Bitte zum Beispiel Kreis.kizdesk angeben."),
        (("guide", "a.kizdesk", "Leitfaden.xls"), "mit der Endung .xlsx angeben, zum Beispiel Leitfaden.xlsx."),
        (("export-data", "a.kizdesk", "Konzept.docx"), "mit der Endung .json angeben, zum Beispiel Konzept.json."),
        (("export", "a.kizdesk", "--out", "b", "--only", "xlsx"), "noch nicht verfügbar. Verfügbar: word,"),
    ],
)
def test_wrong_use_says_what_is_possible(kizdesk: Run, arguments: tuple[str, ...], said: str) -> None:
    outcome = kizdesk(*arguments)
    assert outcome.code == 2
    assert said in outcome.err


def test_the_name_of_a_district_is_answered_with_its_key(kizdesk: Run, tmp_path: Path) -> None:
    outcome = kizdesk("new", tmp_path / "a.kizdesk", "--district", "Warendorf")
    assert outcome.code == 1
    assert "Gemeint ist vielleicht 05570 (Kreis Warendorf)." in outcome.err


def test_a_new_project_says_that_a_passphrase_guards_it(
    kizdesk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIZDESK_PASSPHRASE", "ein langes Kennwort")
    assert "Mit dem Kennwort geschützt" in kizdesk("new", tmp_path / "a.kizdesk", "--district", "05570").out


def test_an_open_new_project_speaks_of_no_passphrase(kizdesk: Run, tmp_path: Path) -> None:
    assert "Kennwort" not in kizdesk("new", tmp_path / "a.kizdesk", "--district", "05570").out


def test_a_project_from_data_says_what_comes_next(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    data, copy = tmp_path / "a.json", tmp_path / "b.kizdesk"
    kizdesk("export-data", neuss, data)
    assert f"kizdesk check {copy}" in kizdesk("import-data", data, copy).out


def test_findings_of_one_kind_share_a_sentence_and_their_advice(kizdesk: Run, neuss: Path) -> None:
    said = kizdesk("check", neuss).out
    assert said.count("Mit 8 Kommunen wurde noch kein Gespräch geführt: Dormagen, Grevenbroich,") == 1
    assert said.count("wurde noch kein Gespräch geführt") == 1
    assert said.count("Bitte einen Termin vereinbaren") == 1


def test_a_city_is_not_told_to_get_consent(kizdesk: Run, tmp_path: Path) -> None:
    city = tmp_path / "stadt.kizdesk"
    kizdesk("new", city, "--district", "05515")
    said = kizdesk("check", city).out
    assert "über die abgestimmt werden kann" in said
    assert "zu der ein Einvernehmen" not in said


def test_the_last_step_is_told_as_done(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    last = kizdesk("export", neuss, "--out", tmp_path / "out").err.splitlines()[-1]
    assert last == "[100 %] Word-Datei ist geschrieben."


def test_data_of_a_newer_program_ask_for_a_newer_program(kizdesk: Run, tmp_path: Path) -> None:
    data = tmp_path / "a.json"
    data.write_text('{"format": "kizdesk-project", "version": 99, "records": {}}', encoding="utf-8")
    outcome = kizdesk("import-data", data, tmp_path / "a.kizdesk")
    assert outcome.code == 3
    assert "Bitte kizdesk erneuern" in outcome.err
