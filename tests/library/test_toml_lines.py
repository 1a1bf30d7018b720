"""Check that a path in a TOML file leads to its line, in every file the program ships."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kizdesk.library.toml_lines import entry_at, line_of, lines_of
from kizdesk.places import forms_dir, resources_dir

FILES = sorted([*forms_dir().rglob("*.toml"), *resources_dir().rglob("*.toml")])


def ids_in(here: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(here, Mapping):
        for key, value in here.items():
            if key == "id":
                yield f"{path}.id" if path else "id", value
            yield from ids_in(value, f"{path}.{key}" if path else key)
    if isinstance(here, list):
        for index, value in enumerate(here):
            yield from ids_in(value, f"{path}[{index}]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_id_is_found_on_its_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rows, lines = text.split("\n"), lines_of(text)
    lost = [
        (place, value) for place, value in ids_in(tomllib.loads(text)) if value not in rows[line_of(place, lines) - 1]
    ]
    assert lost == []


def test_a_header_inside_a_text_is_no_header() -> None:
    text = 'a = """\n[[b]]\nc = 1\n"""\nd = 2\n'
    assert lines_of(text) == {"a": 1, "d": 5}


def test_an_unknown_path_leads_to_what_encloses_it() -> None:
    lines = lines_of('x = 1\n[[a]]\nid = "p"\n[[a]]\nid = "q"\n')
    assert line_of("a[1].rows[3].id", lines) == 4
    assert line_of("nirgends", lines) == 1


def test_an_entry_is_named_by_its_number_before_its_id() -> None:
    assert entry_at('[[a]]\nid = "b05"\nnumber = "B.5"\ntext = \n', 4) == ["Frage B.5"]
    assert entry_at("x = \n", 1) == []
