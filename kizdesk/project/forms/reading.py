"""Read returned forms: tell of each file what it is and how it stands to the project; nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.paperwork.reading import Outcome, Reason, Refused, read_forms
from kizdesk.project.files import read_bytes, sha256_of
from kizdesk.project.forms.changes import changes_of
from kizdesk.project.forms.judging import judge
from kizdesk.project.forms.returned import Incoming, Reading, State
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import Progress


def read(project: OpenProject, files: Sequence[Incoming], progress: Progress) -> tuple[Reading, ...]:
    """Read returned files one after the other and compare them with the project; who cancels raises in ``progress``.

    Each file is compared as if the new ones before it were taken over already, so that what comes twice in one go is
    seen. Raises EnvironmentFault if no second process can be started to read them in.
    """
    outcomes = read_forms([file.file for file in files], lambda text, share: progress(text.removesuffix("."), share))
    readings, view = [], project
    for file, outcome in zip(files, outcomes, strict=True):
        judged = judge(view, file.name, *_kept(file, outcome))
        readings.append(judged.reading)
        if judged.reading.state is State.NEW:
            view = view.imagined(changes_of(view, judged, judged.reading.all_keys))
    progress("Formulare sind gelesen", 1.0)
    return tuple(readings)


def _kept(incoming: Incoming, outcome: Outcome) -> tuple[Outcome, bytes]:
    """Return a file with its bytes; one that is another by now, or gone, cannot be kept."""
    if isinstance(outcome, Refused):
        return outcome, b""
    content = _content(incoming.file)
    if sha256_of(content) != outcome.sha256:
        return Refused(Reason.UNREADABLE, outcome.sha256), b""
    return outcome, content


def _content(file: Path | bytes) -> bytes:
    if isinstance(file, bytes):
        return file
    try:
        return read_bytes(file)
    except EnvironmentFault:
        return b""
