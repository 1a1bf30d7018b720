"""Find the line on which an entry of a TOML file stands, by a light scan.

The scan knows the shape in which the program's own files are written: headers and keys begin at
the first column, the elements of a list that spans several lines are indented, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEADER = re.compile(r"(\[\[?)\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"([\w\-]+)\s*=")
_ELEMENT = re.compile(r"\s+[{\"'\[\d]")
_NAME = re.compile(r"(number|letter|id)\s*=\s*\"([^\"]*)\"")
_WORDING = {"number": "Frage {}", "letter": "Abschnitt {}", "id": "Eintrag „{}“"}


def line_of(path: str, lines: Mapping[str, int]) -> int:
    """Return the line of a path such as ``sections[1].questions[2].type``, or of what encloses it."""
    while path and path not in lines:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return lines.get(path, 1)


def lines_of(text: str) -> dict[str, int]:
    """Return the line of every table, key and list element of a file."""
    scan = _Scan()
    for number, line in enumerate(text.split("\n"), start=1):
        scan.read(number, line)
    return scan.lines


def entry_at(text: str, line: int) -> list[str]:
    """Return the name of the entry around a line, such as ``Frage B.5``, or nothing."""
    rows = text.split("\n")
    start = next((row for row in range(min(line, len(rows)) - 1, -1, -1) if _HEADER.match(rows[row])), 0)
    end = next((row for row in range(start + 1, len(rows)) if _HEADER.match(rows[row])), len(rows))
    named = {match[1]: match[2] for row in rows[start:end] if (match := _NAME.match(row))}
    return name_of(named)


def name_of(entry: Mapping[str, object]) -> list[str]:
    """Return what people call an entry, by its number, letter or id, or nothing."""
    names = (wording.format(entry[key]) for key, wording in _WORDING.items() if isinstance(entry.get(key), str))
    return list(names)[:1]


class _Scan:
    """Remember where the scan is."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._table = ""
        self._key = ""
        self._elements = 0
        self._in_text = False

    def read(self, number: int, line: str) -> None:
        """Take in the next line."""
        inside = self._in_text
        if (line.count('"""') + line.count("'''")) % 2:
            self._in_text = not inside
        if inside:
            return
        if header := _HEADER.match(line):
            self._open(header[2], repeated=header[1] == "[[")
            self.lines[self._table] = number
        elif key := _KEY.match(line):
            self._key = f"{self._table}.{key[1]}" if self._table else key[1]
            self._elements = 0
            self.lines[self._key] = number
        elif self._key and _ELEMENT.match(line):
            self.lines[f"{self._key}[{self._elements}]"] = number
            self._elements += 1

    def _open(self, name: str, *, repeated: bool) -> None:
        *parents, last = name.split(".")
        path = ""
        for parent in parents:
            path = self._numbered(f"{path}.{parent}" if path else parent)
        path = f"{path}.{last}" if path else last
        if repeated:
            self._counts[path] = self._counts.get(path, 0) + 1
            path = self._numbered(path)
        self._table, self._key = path, ""

    def _numbered(self, path: str) -> str:
        return f"{path}[{self._counts[path] - 1}]" if path in self._counts else path
