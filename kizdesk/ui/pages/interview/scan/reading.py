"""Read files from the disk that shall be attached, and refuse what could not be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.files import FileRead, read_attachment
from kizdesk.ui.jobs import Progress
from kizdesk.ui.pages.interview.scan.drawer import Drawer

_NOT_ATTACHED = "„{name}“ wurde nicht angehängt. {why}"


@dataclass(frozen=True, slots=True)
class ReadScans:
    """Be the files that can be shown, and why others cannot."""

    files: tuple[FileRead, ...]
    refused: tuple[str, ...]


def read_scans(paths: Sequence[Path], progress: Progress) -> ReadScans:
    """Read files and draw a page of each, in a job; one bad file does not stop the others."""
    files: list[FileRead] = []
    refused: list[str] = []
    drawer = Drawer()
    try:
        for path in paths:
            try:
                file = read_attachment(path, progress)
                why = drawer.fault_of(file.data, file.sha256, progress)
            except (UserError, EnvironmentFault) as refusal:
                refused.append(str(refusal))
                continue
            if why:
                refused.append(_NOT_ATTACHED.format(name=file.name, why=why))
            else:
                files.append(file)
    finally:
        drawer.rest()
    return ReadScans(tuple(files), tuple(refused))
