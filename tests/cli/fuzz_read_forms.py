"""Throw changed forms at ``kizdesk read-forms`` for as long as wished: ``python -m tests.cli.fuzz_read_forms 1800``.

Each round reads some changed files, first only to report, then to take them over. The command may end with 0, 1 or 3,
must not raise, must not change the project unless told to, must leave it sound, and one undo must take all back.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import monotonic

from kizdesk.cli.app import run
from kizdesk.domain.form_issues import FormIssue
from kizdesk.paperwork.reading.outcome import Reason, Refused
from kizdesk.project.durable.interchange import exported, import_data
from kizdesk.project.durable.verify import verify
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add
from kizdesk.project.surroundings import of_this_machine
from tests.paperwork.forms import IDENTITY
from tests.paperwork.reading.build import form, literal, text
from tests.paperwork.reading.mutations import Parts, changed, parts_of, unsound
from tests.paperwork.reading.test_corpus import EXPECTED, content_of
from tests.project.forms.back import REQUIRED, fill

DOCUMENTED = (0, 1, 3)
FILES = 12
"""So many changed files are read in one go, beside one that is as it should be."""
GOOD = "Formular Kaarst.pdf"
ROUNDS = 25
"""So many rounds have one seed; the first asks a process of its own."""
SLOW = 10.0 * FILES
SECTIONS = ("A", "B", "E", "F", "K", "M", "N")
FILLED = {
    **REQUIRED,
    "e01--neu1": "Rucksack – für „alle“",
    "e03--neu1": ("sprache", "eltern"),
    "e02--neu1--zeile1": "Łódź",
    "e08--neu1--1--betrag_eur": "12.000,50",
    "a01----1--wert": "12.345,6",
    "a01----4--merkmal": "Zugezogene",
    "x03----1--name": "Ayşe Şahin",
    "x03----1--funktion": "Amtsleitung",
    "f02----jobcenter": ("5",),
}
_REASONS = {Refused(reason).sentence: reason.value for reason in Reason}


class Wrong(AssertionError):
    """Be what must not happen."""


@dataclass(slots=True)
class Tally:
    """Count what came of the files."""

    files: int = 0
    calls: int = 0
    taken: int = 0
    undone: int = 0
    longest: float = 0.0
    codes: Counter[int] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, more: Tally) -> None:
        """Add the numbers of another seed."""
        self.files += more.files
        self.calls += more.calls
        self.taken += more.taken
        self.undone += more.undone
        self.longest = max(self.longest, more.longest)
        self.codes += more.codes
        self.states += more.states
        self.reasons += more.reasons

    def told(self) -> str:
        """Return the numbers."""
        head = f"{self.files} files, {self.calls} calls, {self.taken} taken over, {self.undone} undone"
        return f"{head}, longest call {self.longest:.1f} s\n{self.codes}\n{self.states}\n{self.reasons}"


class Fuzz:
    """Be a project of its own with forms that were sent from it, and a chance that changes them."""

    def __init__(self, folder: Path, seed: int, files: int = FILES) -> None:
        self.tally = Tally()
        self._files = files
        self._chance = random.Random(seed)
        self._folder = folder
        self._project = folder / "Projekt.kizdesk"
        self._fresh = folder / "Anfang.kizdesk"
        self._inbox = folder / "Eingang"
        self._inbox.mkdir()
        self._make_project()
        self._originals = self._make_originals()
        self._parts: list[Parts] = [parts_of(content) for content in self._originals]
        self._before = self._dump()

    def round(self, *, as_process: bool = False) -> None:
        """Read some changed files without and with taking them over."""
        shutil.copy(self._fresh, self._project)
        paths = [self._inbox / GOOD, *self._changed_files()]
        bytes_before = sha256(self._project.read_bytes()).hexdigest()
        told = self._read(paths, as_process=as_process)
        self._require(sha256(self._project.read_bytes()).hexdigest() == bytes_before, "reading changed the file")
        self._require(self._dump() == self._before, "reading changed the project")
        self._count(told)
        told = self._read(paths, self._chance.choice(("--apply", "--apply-all")))
        self._require(told["files"][0]["taken"], "a bad file stopped a good one")
        self.tally.taken += sum(bool(file["taken"]) for file in told["files"])
        self._check_taken()

    def broken_project(self) -> None:
        """Ask for a project that is damaged or gone: that is a fault of a file, nothing else."""
        content = bytearray(self._fresh.read_bytes())
        del content[self._chance.randrange(len(content)) :]
        self._project.write_bytes(changed(self._chance, bytes(content)))
        for path in (self._project, self._folder / "fehlt.kizdesk"):
            code, said = run_quietly(["read-forms", str(path), str(self._inbox / GOOD), "--apply"])
            self.tally.calls += 1
            self.tally.codes[code] += 1
            self._require(code in DOCUMENTED, f"it ended with {code}: {said[-400:]}")

    def _check_taken(self) -> None:
        with OpenProject.open(self._project, of_this_machine()) as project:
            self._require(not verify(project), "taking over left a project that is not sound")
            kept = exported(project)
            self._require(kept != self._before, "nothing was taken over")
            project.undo()
            self._require(exported(project) == self._before, "undo did not take all back")
            self._require(not verify(project), "undo left a project that is not sound")
            project.redo()
            self._require(exported(project) == kept, "redo did not bring all again")
        self.tally.undone += 1
        if not self.tally.undone % 20:
            self._check_carried(kept)

    def _check_carried(self, kept: bytes) -> None:
        """Carry what came in out and in again, and have it checked."""
        carried, copy = self._folder / "Daten.json", self._folder / "Kopie.kizdesk"
        copy.unlink(missing_ok=True)
        carried.write_bytes(kept)
        import_data(carried, copy, of_this_machine())
        self._require(run_quietly(["check", str(self._project)])[0] in DOCUMENTED, "the check failed")

    def _read(
        self, paths: Sequence[Path], *options: str, as_process: bool = False
    ) -> dict[str, list[dict[str, object]]]:
        arguments = ["read-forms", str(self._project), *map(str, paths), "--json", *options]
        start = monotonic()
        code, said = run_apart(arguments) if as_process else run_quietly(arguments)
        self.tally.longest = max(self.tally.longest, monotonic() - start)
        self.tally.calls += 1
        self.tally.codes[code] += 1
        self._require(code in DOCUMENTED, f"it ended with {code}: {said}")
        self._require(monotonic() - start < SLOW, "it hung")
        self._require(said.startswith("{"), f"it ended with {code}: {said[-400:]}")
        told: dict[str, list[dict[str, object]]] = json.loads(said)
        self._require(len(told["files"]) == len(paths), "a file got no answer")
        return told

    def _count(self, told: dict[str, list[dict[str, object]]]) -> None:
        self.tally.files += len(told["files"]) - 1
        for file in told["files"][1:]:
            self.tally.states[str(file["state"])] += 1
            if file["state"] == "abgelehnt":
                self.tally.reasons[_REASONS.get(str(file["sentence"]), "?")] += 1
        self._require(told["files"][0]["state"] == "neu", "a bad file changed what is said of a good one")

    def _changed_files(self) -> list[Path]:
        paths = []
        for number in range(self._files):
            which = self._chance.randrange(len(self._originals))
            if self._chance.random() < 0.4:
                content = changed(self._chance, self._originals[which], self._originals)
            else:
                content = unsound(self._chance, self._parts[which])
                content = changed(self._chance, content) if self._chance.random() < 0.1 else content
            path = self._inbox / f"{number}.pdf"
            path.write_bytes(content)
            paths.append(path)
        return paths

    def _make_project(self) -> None:
        assert run_quietly(["new", str(self._project), "--district", "05162"])[0] == 0
        with OpenProject.open(self._project, of_this_machine()) as project:
            issue = FormIssue(
                id=IDENTITY.form_id,
                municipality_id=IDENTITY.municipality_id,
                guide_id=IDENTITY.guide_id,
                guide_version=IDENTITY.guide_version,
                sent_on=IDENTITY.sent_on,
            )
            add(project, issue)

    def _make_originals(self) -> list[bytes]:
        """Return forms of the project as several programs save them, and those of the corpus."""
        sections = [word for letter in SECTIONS for word in ("--section", letter)]
        places = [word for name in ("Neuss", "Kaarst", "Dormagen") for word in ("--municipality", name)]
        out = self._folder / "Formulare"
        arguments = ["forms", str(self._project), "--out", str(out), "--blocks", "1", *sections, *places]
        code, said = run_quietly(arguments)
        assert code == 0, said
        shutil.copy(self._project, self._fresh)
        whole = [fill(path.read_bytes(), FILLED) for path in sorted(out.glob("*.pdf")) if "Kaarst" not in path.name]
        kaarst = next(path for path in out.glob("*.pdf") if "Kaarst" in path.name)
        (self._inbox / GOOD).write_bytes(fill(kaarst.read_bytes(), {"b01": "Amt für Soziales"}))
        tiny = form(*(text(name, literal(value)) for name, value in FILLED.items() if isinstance(value, str)))
        return [*whole, tiny, *map(content_of, EXPECTED["filled"]), content_of("printed-pdfium.pdf")]

    def _dump(self) -> bytes:
        with OpenProject.open(self._project, of_this_machine(), read_only=True) as project:
            return exported(project)

    def _require(self, holds: object, what: str) -> None:
        if not holds:
            raise Wrong(what)


def run_quietly(arguments: Sequence[str]) -> tuple[int, str]:
    """Run a command line in this process; return how it ended and what it printed, or complained if it failed."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
    return code, out.getvalue() or err.getvalue()


def run_apart(arguments: Sequence[str]) -> tuple[int, str]:
    """Run a command line in a process of its own."""
    command = [sys.executable, "-m", "kizdesk", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=SLOW)
    if "Traceback" in done.stderr:
        raise Wrong(done.stderr)
    return done.returncode, done.stdout or done.stderr


def main() -> None:
    """Fuzz for some time and tell the numbers; what goes wrong ends it, and its files stay in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("fuzzed"))
    given = parser.parse_args()
    end, seed, total = monotonic() + given.seconds, given.seed, Tally()
    while monotonic() < end:
        folder = given.folder / str(seed)
        folder.mkdir(parents=True)
        fuzz = Fuzz(folder, seed)
        for step in range(ROUNDS):
            if monotonic() < end:
                fuzz.round(as_process=not step)
        fuzz.broken_project()
        total.add(fuzz.tally)
        sys.stdout.write(f"seed {seed}: {total.told()}\n")
        sys.stdout.flush()
        shutil.rmtree(folder)
        seed += 1


if __name__ == "__main__":
    main()
