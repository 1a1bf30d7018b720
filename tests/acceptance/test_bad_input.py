"""Bad input: a German sentence that says what to do, the exit code of the contract, and nothing changed."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from kizdesk.cli.app import run
from kizdesk.places import forms_dir
from kizdesk.project import surroundings
from tests.acceptance.conftest import Outcome, contents, run_here, run_program

READERS = ("check", "verify", "export", "export-data", "guide")
ADVICE = re.compile(r"\bBitte\b|\bbitte\b")
SMALL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
"""
# Root may write everywhere; without this capability it may write only where the folder's rights allow it.
WITHOUT_POWER = """
import ctypes, os, sys
if os.geteuid() == 0 and "KIZDESK_TAMED" not in os.environ:
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)
    os.environ["KIZDESK_TAMED"] = "1"
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
"""


def read_with(command: str, project: Path, folder: Path) -> Outcome:
    """Run a command that reads a project and may write into a folder."""
    return run_here(command, project, *into(command, folder))


def into(command: str, folder: Path) -> tuple[object, ...]:
    """Return what tells a command to write into a folder; nothing for one that only reads."""
    written: dict[str, tuple[object, ...]] = {
        "export": ("--out", folder),
        "export-data": (folder / "daten.json",),
        "guide": (folder / "leitfaden.xlsx",),
    }
    return written.get(command, ())


def assert_fault(outcome: Outcome, code: int = 3) -> None:
    """Expect one German sentence with advice on the error stream, and the exit code."""
    assert outcome.returncode == code, outcome.stdout + outcome.stderr
    told = outcome.stderr if code != 3 or outcome.stderr else outcome.stdout
    assert ADVICE.search(told), told
    assert "Traceback" not in told
    assert "kizdesk-fehler" not in told


@pytest.mark.parametrize("command", READERS)
def test_a_project_that_is_not_there_is_told(command: str, tmp_path: Path) -> None:
    outcome = read_with(command, tmp_path / "fehlt.kizdesk", tmp_path / "aus")

    assert_fault(outcome)
    assert "fehlt.kizdesk" in outcome.stderr
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("content", [b"", b"Liebe Kolleginnen\n" * 9, b"PK\x03\x04" + bytes(5000)])
@pytest.mark.parametrize("command", READERS)
def test_a_file_that_is_no_project_is_told(command: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "Brief.kizdesk"
    path.write_bytes(content)
    before = contents(tmp_path)

    assert_fault(read_with(command, path, tmp_path / "aus"))
    assert contents(tmp_path) == before


def test_a_folder_in_place_of_a_project_is_told(tmp_path: Path) -> None:
    assert_fault(run_here("check", tmp_path))


def test_a_foreign_database_is_told_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "fremd.kizdesk"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE adressen (name TEXT)")
    database.close()
    before = contents(tmp_path)

    assert_fault(run_here("check", path))
    assert contents(tmp_path) == before


@pytest.mark.parametrize("command", READERS)
def test_a_project_of_a_newer_major_version_is_told_to_update(command: str, neuss: Path, tmp_path: Path) -> None:
    database = sqlite3.connect(neuss)
    database.execute(f"PRAGMA user_version = {2 * 65536}")
    database.close()
    before = contents(neuss.parent)

    outcome = read_with(command, neuss, tmp_path / "aus")

    assert_fault(outcome)
    assert re.search("neuer|aktualisier", outcome.stderr)
    assert contents(neuss.parent) == before


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _short(data: bytes) -> bytes:
    return data[:50]


def _scratch(data: bytes) -> bytes:
    return data[:4096] + bytes(byte ^ 0xA5 for byte in data[4096:])


def _headless(data: bytes) -> bytes:
    return os.urandom(100) + data[100:]


@pytest.mark.parametrize("damage", [_cut, _short, _scratch, _headless])
@pytest.mark.parametrize("command", READERS)
def test_a_damaged_project_is_told_and_stays_as_it_is(
    command: str, damage: Callable[[bytes], bytes], neuss: Path, tmp_path: Path
) -> None:
    neuss.write_bytes(damage(neuss.read_bytes()))
    before = contents(neuss.parent)

    assert_fault(read_with(command, neuss, tmp_path / "aus"))
    assert contents(neuss.parent) == before


def test_damage_within_a_page_is_found_by_verify(neuss: Path) -> None:
    data = neuss.read_bytes()
    middle = len(data) // 2 // 4096 * 4096
    neuss.write_bytes(data[:middle] + os.urandom(4096) + data[middle + 4096 :])

    assert_fault(run_here("verify", neuss))


@pytest.mark.parametrize("command", ["export", "export-data", "guide"])
def test_a_full_disk_leaves_the_earlier_paper_as_it_was(command: str, neuss: Path, tmp_path: Path) -> None:
    out = tmp_path / "aus"
    out.mkdir()
    assert read_with(command, neuss, out).returncode == 0
    before = contents(tmp_path)

    outcome = run_program(command, neuss, *into(command, out), prelude=SMALL_DISK.format(limit=20_000))

    assert_fault(outcome)
    assert contents(tmp_path) == before


def test_a_full_disk_leaves_no_half_project(tmp_path: Path) -> None:
    outcome = run_program(
        "new", tmp_path / "neu.kizdesk", "--district", "05162", prelude=SMALL_DISK.format(limit=60_000)
    )

    assert_fault(outcome)
    assert contents(tmp_path) == {}


def test_a_read_only_folder_takes_no_paper_and_no_project(neuss: Path, tmp_path: Path) -> None:
    locked = tmp_path / "gesperrt"
    locked.mkdir(mode=0o555)

    for arguments in (
        ("export", neuss, "--out", locked / "aus"),
        ("export", neuss, "--out", locked),
        ("export-data", neuss, locked / "daten.json"),
        ("guide", neuss, locked / "leitfaden.xlsx"),
        ("new", locked / "neu.kizdesk", "--district", "05162"),
        ("demo", "--headless", "--out", locked),
    ):
        assert_fault(run_program(*arguments, prelude=WITHOUT_POWER))
    assert contents(locked) == {}


def test_a_project_in_a_read_only_folder_can_be_read(neuss: Path) -> None:
    before = contents(neuss.parent)
    neuss.chmod(0o444)
    neuss.parent.chmod(0o555)

    outcome = run_program("verify", neuss, prelude=WITHOUT_POWER)

    neuss.parent.chmod(0o755)
    assert outcome.returncode == 0, outcome.stderr
    assert contents(neuss.parent) == before


def test_a_file_in_place_of_the_folder_is_told(neuss: Path, tmp_path: Path) -> None:
    taken = tmp_path / "aus"
    taken.write_text("Notiz", encoding="utf-8")

    assert_fault(run_here("export", neuss, "--out", taken))
    assert taken.read_text(encoding="utf-8") == "Notiz"


def test_a_missing_folder_for_a_new_project_is_told(tmp_path: Path) -> None:
    outcome = run_here("new", tmp_path / "fehlt" / "neu.kizdesk", "--district", "05162")

    assert_fault(outcome)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"format": "kizdesk-project", "version": 1, "records": {"goal": [{"id": 7}]}}']
)
def test_json_of_the_wrong_shape_is_told_and_writes_nothing(content: str, tmp_path: Path) -> None:
    source = tmp_path / "daten.json"
    source.write_text(content, encoding="utf-8")
    before = contents(tmp_path)

    assert_fault(run_here("import-data", source, tmp_path / "neu.kizdesk"))
    assert contents(tmp_path) == before


def test_json_of_the_wrong_shape_is_told_with_its_place(tmp_path: Path) -> None:
    source = tmp_path / "daten.json"
    source.write_text('{"format": "kizdesk-project", "version": 1, "records": {"goal": [{"id": 7}]}}', encoding="utf-8")

    assert "goal[0]" in run_here("import-data", source, tmp_path / "neu.kizdesk").stderr


def test_a_table_of_municipalities_of_the_wrong_shape_is_told(tmp_path: Path) -> None:
    table = tmp_path / "kommunen.csv"
    table.write_text("Name;Einwohner\nA;viele\n", encoding="utf-8")
    before = contents(tmp_path)

    assert_fault(run_here("new", tmp_path / "neu.kizdesk", "--district", "07232", "--municipalities", table))
    assert contents(tmp_path) == before


def test_a_guide_with_a_duplicate_id_is_told_with_file_line_and_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    forms = Path(shutil.copytree(forms_dir(), tmp_path / "forms"))
    guide = next(forms.glob("*.toml"))
    text = guide.read_text(encoding="utf-8")
    guide.write_text(re.sub(r'id = "a02"', 'id = "a01"', text, count=1), encoding="utf-8")
    monkeypatch.setattr(surroundings, "forms_dir", lambda: forms)

    code = run(["new", str(tmp_path / "neu.kizdesk"), "--district", "05162"])

    told = capsys.readouterr().err
    assert code == 3
    assert re.search(rf"{guide.name}.*Zeile \d+.*a01", told, re.DOTALL), told
    assert not (tmp_path / "neu.kizdesk").exists()


PASTED = {
    "control characters": ("Zeile\x00eins\x0bund\x1fzwei", "Zeileeinsundzwei"),
    "right-to-left letters": ("Willkommen: مرحبا und שלום", "Willkommen: مرحبا und שלום"),
    "combining letters": ("Şahin, Đorđević, Łukasz, e\u0301tude, ạ̈", "Şahin, Đorđević, Łukasz, étude, ạ̈"),
    "an emoji": ("Danke 🙂", "Danke 🙂"),
    "markup": ("a < b & c > d ]]> {x} %s", "a < b & c > d ]]> {x} %s"),
}


@pytest.mark.parametrize("name", PASTED)
def test_pasted_text_is_cleaned_kept_and_printed(name: str, neuss: Path, tmp_path: Path) -> None:
    pasted, kept = PASTED[name]

    written = printed_with_title(pasted, neuss, tmp_path)

    assert kept in written


def test_a_hundred_thousand_characters_in_one_field_are_kept_and_printed(neuss: Path, tmp_path: Path) -> None:
    long = "Wort " * 20_000

    assert (
        printed_text(edited(neuss, tmp_path, "principle", {"title": "Lang", "text": long}), tmp_path).count("Wort")
        >= 20_000
    )


def edited(neuss: Path, tmp_path: Path, kind: str, values: dict[str, str]) -> Path:
    """Return a copy of a project with one record more, or with other values in its only one."""
    source = tmp_path / "daten.json"
    assert run_here("export-data", neuss, source).returncode == 0
    data = json.loads(source.read_text(encoding="utf-8"))
    rows = data["records"][kind]
    if rows:
        rows[0].update(values)
    else:
        rows.append({"id": "neu", **values})
    source.write_text(json.dumps(data), encoding="utf-8")
    outcome = run_here("import-data", source, tmp_path / "neu.kizdesk")
    assert outcome.returncode == 0, outcome.stderr
    return tmp_path / "neu.kizdesk"


def printed_with_title(title: str, neuss: Path, tmp_path: Path) -> str:
    """Return the text of the concept whose first Leitlinie has a title."""
    return printed_text(edited(neuss, tmp_path, "principle", {"title": title, "text": "Text"}), tmp_path)


def printed_text(project: Path, tmp_path: Path) -> str:
    """Return the text of the Word concept of a project."""
    outcome = run_here("export", project, "--out", tmp_path / "aus")
    assert outcome.returncode == 0, outcome.stderr
    with ZipFile(tmp_path / "aus" / "Integrationskonzept.docx") as archive:
        text = archive.read("word/document.xml").decode()
    plain = re.sub(r"<[^>]+>", "", text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
