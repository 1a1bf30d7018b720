"""Say what every record of a project has in common."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Be one thing of a project; its id never changes and is never reused.

    Districts and municipalities have their AGS as id, everything else an opaque text.
    """

    id: str


def kind_of(record_type: type[Record]) -> str:
    """Return the name of a record type in files and in the change log, such as ``field_of_action``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", record_type.__name__).lower()
