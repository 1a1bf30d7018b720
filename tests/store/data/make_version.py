"""Write the filled file of the present version once; it is released then and must not be written again.

Run as ``python -m tests.store.data.make_version`` after a new migration; it refuses to replace a file.
"""

from __future__ import annotations

import json
from pathlib import Path

from kizdesk.domain.base import kind_of
from kizdesk.domain.changes import Create, Delete, Update
from kizdesk.domain.codec import plain
from kizdesk.domain.people import Person
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.store import ProjectFile
from kizdesk.store.migrations import released_steps
from tests.store.support import NOW, filled, stamp

DATA = Path(__file__).resolve().parent


def main() -> None:
    """Write the file and, beside it, its contents as JSON."""
    name = f"version-{len(released_steps())}"
    with ProjectFile.create(DATA / f"{name}.kizdesk", who="Frau X", now=NOW) as project:
        records = [filled(record_type, record_id) for record_type in RECORD_TYPES for record_id in ("eins", "zwei")]
        project.commit([Create(record) for record in records], stamp("Projekt anlegen"))
        project.put_blob(b"Anlage")
        project.commit([Delete(Person, "zwei")], stamp("Person löschen"))
        project.undo("Frau X", NOW)
        project.commit([Update(Person, "eins", "phone", "02131 1")], stamp("Telefon ändern", stay="aufenthalt"))
        snapshot = project.snapshot()
    contents = {kind_of(kind): [plain(record) for record in snapshot.all(kind)] for kind in RECORD_TYPES}
    text = json.dumps(contents, ensure_ascii=False, indent=1)
    (DATA / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
