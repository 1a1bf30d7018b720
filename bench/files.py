"""Write a load as a project file, as the program itself would."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.loads import Load, attachment_bytes, records_of
from kizdesk.domain.changes import Create, Stamp
from kizdesk.domain.guide import Guide
from kizdesk.store import ProjectFile

WHO = "Messung"
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
PROTECTED_WITH = "nur für die Messung"


def write_load(load: Load, guide: Guide, path: Path, *, protected: bool = False) -> Path:
    """Write all records and attachments of a load into a new project file."""
    passphrase = PROTECTED_WITH if protected else None
    with ProjectFile.create(path, who=WHO, now=NOW, passphrase=passphrase) as project:
        for number in range(load.attachments):
            project.put_blob(attachment_bytes(load, number))
        project.commit([Create(record) for record in records_of(load, guide)], Stamp(WHO, NOW, "Bestand anlegen"))
    return path
