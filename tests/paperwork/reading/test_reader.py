"""A second process reads the files; whatever one of them does, the others are read."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.paperwork.reading import LIMITS, Filled, Outcome, Reason, Refused, read_forms, reader
from kizdesk.paperwork.reading.answers import outcome_of
from kizdesk.paperwork.reading.limits import MEGABYTE
from kizdesk.paperwork.reading.outcome import Refusal
from kizdesk.paperwork.writing import write_sheet
from tests.paperwork.forms import IDENTITY, small_sheet
from tests.paperwork.reading.build import FIRST, TEXTS, form, literal, stream, text

GOOD = form(text("a1", literal("x")))
SLOW = form(
    text("a1", b"%d 0 R" % (FIRST + 1)),
    stream(bytes(60 * MEGABYTE), b"/DecodeParms<</Predictor 15/Columns 1>>"),
    fields=[FIRST],
)
"""Has a text of rows one byte long, each of which is made from the one before."""
FAT = form(
    *(text(f"a{number}", b"%d 0 R" % (FIRST + 8)) for number in range(8)),
    stream(b"\xfe\xff" + bytes(70 * MEGABYTE)),
    fields=range(FIRST, FIRST + 8),
)
"""Inflates to as much as the reading of one stream may, which is much more as text."""


def kinds(outcomes: tuple[Outcome, ...]) -> list[str]:
    return [outcome.reason if isinstance(outcome, Refused) else "filled" for outcome in outcomes]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the processes that are started while a test runs."""
    processes: list[subprocess.Popen[bytes]] = []
    start: Callable[..., subprocess.Popen[bytes]] = subprocess.Popen

    def noted(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        processes.append(start(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    return processes


def test_forms_are_read_in_their_order_by_one_process(started: list[subprocess.Popen[bytes]]) -> None:
    outcomes = read_forms([GOOD, write_sheet(small_sheet()), GOOD])

    assert kinds(outcomes) == ["filled"] * 3
    first, second, _ = outcomes
    assert isinstance(first, Filled)
    assert isinstance(second, Filled)
    assert first.values == {"a1": "x"}
    assert first.sha256 == hashlib.sha256(GOOD).hexdigest()
    assert second.identity == IDENTITY
    assert len(started) == 1
    assert started[0].returncode is not None


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "Rückläufer Neuß.pdf"
    path.write_bytes(GOOD)

    outcomes = read_forms(
        [b"", b"GIF", GOOD[:-300], path, tmp_path / "fort.pdf", tmp_path, form(text("a1"), hidden={})]
    )

    assert kinds(outcomes) == ["empty", "not-pdf", "truncated", "filled", "unreadable", "unreadable", "filled"]


def test_what_is_no_file_is_not_waited_for() -> None:
    assert kinds(read_forms([Path("/dev/zero")])) == ["unreadable"]


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    path = tmp_path / "groß.pdf"
    with path.open("wb") as file:
        file.truncate(LIMITS.size + 1)

    assert kinds(read_forms([path, bytes(20)], limits=replace(LIMITS, size=LIMITS.size))) == ["too-large", "not-pdf"]
    assert kinds(read_forms([bytes(20)], limits=replace(LIMITS, size=19))) == ["too-large"]
    assert started == []


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read(
    started: list[subprocess.Popen[bytes]],
) -> None:
    began = monotonic()

    outcomes = read_forms([SLOW, GOOD], limits=replace(LIMITS, seconds=1))

    assert kinds(outcomes) == ["too-slow", "filled"]
    assert monotonic() - began < LIMITS.seconds
    assert len(started) == 2


def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_is_read() -> None:
    outcomes = read_forms([FAT, GOOD], limits=replace(LIMITS, memory=200 * MEGABYTE))

    assert kinds(outcomes) == ["too-much", "filled"]


def test_who_dies_of_a_file_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    dying = "import sys; sys.path.insert(0, sys.argv[1]); import kizdesk.paperwork.reading.child as child, os\n"
    dying += "read = child.read_form\n"
    dying += "child.read_form = lambda content, **more: os.abort() if b'tot' in content else read(content, **more)\n"
    dying += "child.main()"
    command = [dying if part.startswith("import sys") else part for part in reader._COMMAND]
    monkeypatch.setattr(reader, "_COMMAND", command)

    outcomes = read_forms([form(text("a1", more=b"/TU(tot)")), GOOD])

    assert kinds(outcomes) == ["too-much", "filled"]


def test_a_bug_in_the_process_is_damage_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    faulty = "import sys; sys.path.insert(0, sys.argv[1]); import kizdesk.paperwork.reading.child as child\n"
    faulty += "child.read_form = None; child.main()"
    command = [faulty if part.startswith("import sys") else part for part in reader._COMMAND]
    monkeypatch.setattr(reader, "_COMMAND", command)

    assert kinds(read_forms([GOOD])) == ["damaged"]


@pytest.mark.parametrize("command", [("/nirgends/python",), (sys.executable, "-c", "pass")])
def test_without_a_second_process_nothing_is_read(monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setattr(reader, "_COMMAND", command)

    with pytest.raises(EnvironmentFault, match="andere Programme schließen"):
        read_forms([GOOD])


def test_progress_tells_which_form_is_read() -> None:
    told: list[tuple[str, float]] = []

    read_forms([GOOD, b""], lambda text, share: told.append((text, share)))

    assert told[0] == ("Formular 1 von 2 wird gelesen.", 0.0)
    assert told[-1] == ("Formular 2 von 2 wird gelesen.", 0.5)


def test_who_cancels_does_not_wait_for_a_slow_file(started: list[subprocess.Popen[bytes]]) -> None:
    began = monotonic()

    def cancel(_text: str, _share: float) -> None:
        if monotonic() - began > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_forms([SLOW], cancel)

    assert monotonic() - began < LIMITS.seconds
    assert started[0].returncode is not None


def test_the_process_gets_no_passphrase_and_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("x")
    script = f"""
import socket, subprocess, sys
from pathlib import Path
from kizdesk.children.bounds import confine
confine(1 << 29)
import colorsys
tries = (
    lambda: open({str(secret)!r}),
    lambda: open({str(tmp_path / "neu.txt")!r}, "w"),
    lambda: open(sys.prefix + "/neu.txt", "w"),
    lambda: Path({str(secret)!r}).read_bytes(),
    lambda: subprocess.run([sys.executable]),
    lambda: socket.socket(),
)
for number, attempt in enumerate(tries):
    try:
        attempt()
    except PermissionError:
        print(number)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )

    assert done.stdout.split() == list("012345")


def test_the_process_loads_nothing_that_only_writing_needs() -> None:
    script = (
        "import sys, kizdesk.paperwork.reading.child; print([m for m in ('reportlab', 'PySide6') if m in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {"reason": "niemals", "clues": {}},
        {"reason": "printed", "clues": {"form_id": 7}},
        {"identity": {}, "values": {}, "doubtful": []},
        {"identity": TEXTS, "values": {"a1": 7}, "doubtful": []},
        {"identity": TEXTS, "values": {"a1": [7]}, "doubtful": []},
        {"identity": TEXTS, "values": {}, "doubtful": [None]},
    ],
)
def test_an_answer_that_has_not_the_shape_of_one_is_not_believed(answer: object) -> None:
    with pytest.raises(Refusal) as refused:
        outcome_of(answer, "")

    assert refused.value.reason is Reason.DAMAGED
