"""Read a TOML file of the program and say of every fault in it where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kizdesk.domain.errors import EnvironmentFault, ShapeError
from kizdesk.library.toml_lines import entry_at, line_of, lines_of, name_of

T = TypeVar("T")
_LINE_IN_MESSAGE = re.compile(r"line (\d+)")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """Hold a parsed file with its text, so that a path in it can be traced to its line."""

    shown: str
    """The name people see, such as ``forms/expertengespraech-2026-1.toml``."""
    data: Mapping[str, object]
    text: str

    def fault(self, path: str, message: str) -> ShapeError:
        """Return the error for a value, naming file, line and entry; the path is like ``sections[1].title``."""
        line = line_of(path, lines_of(self.text))
        return ShapeError(", ".join([self.shown, f"Zeile {line}", *self._entry(path)]), message)

    def traced(self, read: Callable[[Mapping[str, object]], T]) -> T:
        """Return what is read from the data; a ShapeError on the way gets file, line and entry."""
        try:
            return read(self.data)
        except ShapeError as error:
            raise self.fault(error.path, error.message) from None

    def refuse(self, faults: Iterator[tuple[str, str]]) -> None:
        """Raise the first of the faults, given as path and message, if there is one."""
        for path, message in faults:
            raise self.fault(path, message)

    def _entry(self, path: str) -> list[str]:
        here: object = self.data
        found: list[str] = []
        for name, index in _STEP.findall(path):
            here = _step(here, name, index)
            if isinstance(here, Mapping):
                found = _within(found, name_of(here) or ([f"Eintrag „{name}“"] if name and not found else []))
        return found


def read_toml(path: Path, shown: str) -> TomlFile:
    """Return a parsed file; raises EnvironmentFault if it is missing, ShapeError if it is no TOML."""
    try:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ShapeError(
            shown, "Die Datei ist nicht als UTF-8 gespeichert. Bitte speichern Sie sie als UTF-8."
        ) from None
    except OSError:
        message = f"Die Datei {shown} fehlt oder ist nicht lesbar. Bitte installieren Sie kizdesk neu."
        raise EnvironmentFault(message) from None
    try:
        return TomlFile(shown, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(shown, text, str(error)) from None


def _unreadable(shown: str, text: str, reason: str) -> ShapeError:
    match = _LINE_IN_MESSAGE.search(reason)
    line = int(match[1]) if match else text.rstrip("\n").count("\n") + 1
    place = [shown, f"Zeile {line}", *entry_at(text, line)]
    hint = "Bitte prüfen Sie Anführungszeichen, Klammern und doppelte Angaben."
    return ShapeError(", ".join(place), f"Hier ist die Datei nicht als TOML lesbar. {hint}")


def _within(found: list[str], name: list[str]) -> list[str]:
    """Return the names up to an inner entry: an option keeps its question, a question not its section."""
    inside_question = bool(found and name) and found[0].startswith("Frage")
    return found[:1] + name if inside_question else name or found


def _step(here: object, name: str, index: str) -> object:
    if isinstance(here, Mapping):
        return here.get(name)
    if isinstance(here, list) and index and int(index) < len(here):
        return here[int(index)]
    return None
