import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Run


def test_a_new_project_is_told_with_its_place(kizdesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "neu.kizdesk"

    outcome = kizdesk("new", path, "--district", "05162", "--title", "Miteinander")

    assert outcome.code == 0
    assert str(path) in outcome.out
    assert path.is_file()


def test_an_existing_file_is_refused(kizdesk: Run, neuss: Path) -> None:
    before = neuss.read_bytes()

    assert kizdesk("new", neuss, "--district", "05162").code == 1
    assert neuss.read_bytes() == before


def test_checking_a_new_project_finds_gaps_with_advice_and_source(kizdesk: Run, neuss: Path) -> None:
    outcome = kizdesk("check", neuss)

    assert outcome.code == 1
    assert "Hindernis" in outcome.out
    assert "Quelle:" in outcome.out


def test_checking_for_machines_gives_the_same_findings_as_json(kizdesk: Run, neuss: Path) -> None:
    outcome = kizdesk("check", neuss, "--json")

    told = json.loads(outcome.out)
    assert outcome.code == 1
    assert sum(told["counts"].values()) == len(told["points"])
    assert sum(point["places"] for point in told["points"]) == len(told["findings"])
    assert {"rule", "severity", "message", "advice", "source", "target", "values"} == set(told["findings"][0])


def test_a_sound_file_is_told_so(kizdesk: Run, neuss: Path) -> None:
    outcome = kizdesk("verify", neuss)

    assert outcome.code == 0
    assert "unversehrt" in outcome.out


def test_a_sound_file_is_told_so_for_machines(kizdesk: Run, neuss: Path) -> None:
    assert json.loads(kizdesk("verify", neuss, "--json").out) == {"findings": [], "sound": True}


def test_data_comes_back_byte_by_byte(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    one, two, again = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "neu.kizdesk"

    codes = [
        kizdesk("export-data", neuss, one).code,
        kizdesk("import-data", one, again).code,
        kizdesk("export-data", again, two).code,
    ]

    assert codes == [0, 0, 0]
    assert one.read_bytes() == two.read_bytes()


def test_the_export_says_that_the_log_is_no_part_of_it(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    assert "Änderungsprotokoll" in kizdesk("export-data", neuss, tmp_path / "1.json").out


def test_the_guide_is_written_as_a_form(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("guide", neuss, tmp_path / "Leitfaden.xlsx")

    assert outcome.code == 0
    assert "Leitfaden.xlsx" in outcome.out
    assert "xl/workbook.xml" in ZipFile(tmp_path / "Leitfaden.xlsx").namelist()


def test_the_concept_is_written_as_word(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("export", neuss, "--out", tmp_path / "aus", "--only", "word")

    assert outcome.code == 0
    assert "Integrationskonzept.docx" in outcome.out
    assert "word/document.xml" in ZipFile(tmp_path / "aus" / "Integrationskonzept.docx").namelist()


def test_comments_come_in_a_review_copy_beside_the_clean_file(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("export", neuss, "--out", tmp_path / "aus", "--only", "word", "--comments")

    assert outcome.code == 0
    with_comments = {
        path.name: "word/comments.xml" in ZipFile(path).namelist() for path in (tmp_path / "aus").glob("*.docx")
    }
    assert with_comments == {"Integrationskonzept.docx": False, "Integrationskonzept-Prüffassung.docx": True}


def test_progress_is_told_on_the_error_stream(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("export", neuss, "--out", tmp_path)

    assert "%]" in outcome.err
    assert "%]" not in outcome.out


def test_reading_a_project_changes_no_byte_of_it(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    before = neuss.read_bytes()
    for arguments in (
        ("check", neuss),
        ("verify", neuss),
        ("export", neuss, "--out", tmp_path / "aus"),
        ("guide", neuss, tmp_path / "a.xlsx"),
    ):
        kizdesk(*arguments)

    assert neuss.read_bytes() == before


@pytest.fixture
def protected(kizdesk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "geheim.kizdesk"
    monkeypatch.setenv("KIZDESK_PASSPHRASE", "Schlüssel")
    assert kizdesk("new", path, "--district", "05162").code == 0
    monkeypatch.delenv("KIZDESK_PASSPHRASE")
    return path


def test_a_protected_project_takes_its_passphrase_from_a_file(kizdesk: Run, protected: Path, tmp_path: Path) -> None:
    key = tmp_path / "kennwort.txt"
    key.write_text("Schlüssel\n", encoding="utf-8")

    assert kizdesk("verify", protected, "--passphrase-file", key).code == 0


def test_a_protected_project_takes_its_passphrase_from_the_environment(
    kizdesk: Run, protected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIZDESK_PASSPHRASE", "Schlüssel")

    assert kizdesk("verify", protected).code == 0


def test_a_wrong_passphrase_is_a_fault(kizdesk: Run, protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIZDESK_PASSPHRASE", "falsch")

    outcome = kizdesk("verify", protected)

    assert outcome.code == 3
    assert "Kennwort" in outcome.err


def test_a_protected_project_without_a_passphrase_says_how_to_give_one(kizdesk: Run, protected: Path) -> None:
    outcome = kizdesk("verify", protected)

    assert outcome.code == 3
    assert "--passphrase-file" in outcome.err


def test_an_empty_passphrase_file_never_makes_an_open_project(kizdesk: Run, tmp_path: Path) -> None:
    key = tmp_path / "kennwort.txt"
    key.write_text("\n", encoding="utf-8")

    outcome = kizdesk("new", tmp_path / "neu.kizdesk", "--district", "05162", "--passphrase-file", key)

    assert outcome.code == 3
    assert not (tmp_path / "neu.kizdesk").exists()


def test_data_are_never_written_over_a_project(kizdesk: Run, neuss: Path) -> None:
    before = neuss.read_bytes()

    assert kizdesk("export-data", neuss, neuss).code == 2
    assert neuss.read_bytes() == before


def test_a_missing_passphrase_file_is_a_fault(kizdesk: Run, protected: Path, tmp_path: Path) -> None:
    outcome = kizdesk("verify", protected, "--passphrase-file", tmp_path / "fehlt.txt")

    assert outcome.code == 3
    assert "Kennwortdatei" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "{long}.kizdesk", "--district", "05162"),
        ("export-data", "{neuss}", "{long}.json"),
        ("guide", "{neuss}", "{long}.xlsx"),
        ("export", "{neuss}", "--out", "{long}"),
        ("import-data", "{long}", "{neuss}"),
        ("verify", "{long}"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_name_too_long_for_the_disk_is_told(
    arguments: tuple[str, ...], kizdesk: Run, neuss: Path, tmp_path: Path
) -> None:
    long = str(tmp_path / ("n" * 300))

    outcome = kizdesk(*(argument.format(long=long, neuss=neuss) for argument in arguments))

    assert outcome.code == 3
    assert "Bitte" in outcome.err


def test_a_number_of_inhabitants_beyond_all_bounds_is_refused(kizdesk: Run, tmp_path: Path) -> None:
    table = tmp_path / "kreis.csv"
    table.write_text(
        "ags;ars;name;name_amtlich;art;kreis_ags;kreis_name;einwohner;flaeche_km2;stand\n"
        f"07131001;x;Dorf;Dorf;Gemeinde;07131;Kreis A;{'9' * 30};1,5;2023-12-31\n",
        encoding="utf-8",
    )

    outcome = kizdesk("new", tmp_path / "neu.kizdesk", "--district", "07131", "--municipalities", table)

    assert outcome.code == 3
    assert "Zeile 2" in outcome.err
