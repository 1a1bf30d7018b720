"""Load what is kept as records: the catalogue of fields of action, indicators, the example."""

from __future__ import annotations

from pathlib import Path

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Option
from kizdesk.domain.inputs import records_from
from kizdesk.library.tables import read_table
from kizdesk.library.toml_file import TomlFile, read_toml

INDICATOR_COLUMNS = ("id", "bereich", "name", "definition", "einheit", "ebene", "quelle")


def load_fields(path: Path, shown: str) -> tuple[FieldOfAction, ...]:
    """Return the fields of action of the catalogue in their order."""
    file = read_toml(path, shown)
    records = records_of(file)
    return tuple(record for record in records if isinstance(record, FieldOfAction))


def load_indicators(path: Path, shown: str) -> tuple[Option, ...]:
    """Return id and name of the indicators."""
    seen: dict[str, int] = {}
    options: list[Option] = []
    for row in read_table(path, shown, INDICATOR_COLUMNS):
        key = row.text("id")
        if key in seen:
            raise row.fault(f"Die Kennung {key} steht schon in Zeile {seen[key]}.")
        seen[key] = row.line
        options.append(Option(key, row.text("name")))
    return tuple(options)


def records_of(file: TomlFile, seen: set[tuple[str, str]] | None = None) -> list[Record]:
    """Return the records of a file; raises ShapeError with file, line and entry for a misfit or a double."""
    known = set() if seen is None else seen
    records = file.traced(lambda data: list(records_from(data)))
    counts: dict[str, int] = {}
    for record in records:
        kind = kind_of(type(record))
        index = counts.get(kind, 0)
        counts[kind] = index + 1
        if (kind, record.id) in known:
            raise file.fault(f"{kind}[{index}].id", f"Die Kennung „{record.id}“ ist schon vergeben.")
        known.add((kind, record.id))
    return records
