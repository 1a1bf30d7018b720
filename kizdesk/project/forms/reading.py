"""Read returned forms: tell of each file what it is and how it stands to the project; nothing is changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.paperwork.reading import Outcome, Reason, Refused, read_forms
from kizdesk.project.files import read_bytes, sha256_of
from kizdesk.project.forms import phrases
from kizdesk.project.forms.changes import changes_of, interview_of
from kizdesk.project.forms.judging import judge
from kizdesk.project.forms.returned import Incoming, Judged, Reading, Received, State
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import Progress

Keys = Collection[str]


def read(project: OpenProject, files: Sequence[Incoming], progress: Progress) -> tuple[Reading, ...]:
    """Read returned files one after the other and compare them with the project; who cancels raises in ``progress``.

    Raises EnvironmentFault if no second process can be started to read them in.
    """
    readings = compare(project, receive(files, progress))
    progress("Formulare sind gelesen", 1.0)
    return readings


def receive(files: Sequence[Incoming], progress: Progress) -> tuple[Received, ...]:
    """Read returned files, whatever the project says to them; raises as :func:`read` does."""
    outcomes = read_forms([file.file for file in files], lambda text, share: progress(text.removesuffix("."), share))
    return tuple(_kept(file, outcome) for file, outcome in zip(files, outcomes, strict=True))


def compare(
    project: OpenProject, received: Sequence[Received], chosen: Sequence[Keys | None] = ()
) -> tuple[Reading, ...]:
    """Compare files with the project as it is now, each as if what is chosen of those before were taken over already.

    So what comes twice in one go is seen. ``chosen`` are keys of entries in the order of the files; where nobody has
    chosen yet, all of a new form counts.
    """
    readings, view = [], project
    ahead: dict[str, str] = {}
    for file, said in zip_longest(received, chosen[: len(received)]):
        judged = judge(view, file)
        readings.append(_beside(judged, ahead))
        keys = said if said is not None else judged.reading.proposed_at_first
        if keys and judged.reading.takeable:
            view = view.imagined(changes_of(view, judged, keys))
            if interview_of(project, _form_id(judged)) is None:
                ahead.setdefault(_form_id(judged), judged.reading.name)
    return tuple(readings)


def _form_id(judged: Judged) -> str:
    return judged.target.form_id if judged.target is not None else ""


def _beside(judged: Judged, ahead: Mapping[str, str]) -> Reading:
    """Return a reading that says so if it stands beside another file of the go and not beside the project."""
    reading, name = judged.reading, ahead.get(_form_id(judged), "")
    if not name or reading.state not in (State.DIFFERENT, State.DOUBLE):
        return reading
    return replace(reading, behind=name, sentence=phrases.behind(name, len(reading.open_keys)))


def _kept(incoming: Incoming, outcome: Outcome) -> Received:
    """Return a file with its bytes; one that is another by now, or gone, cannot be kept."""
    if isinstance(outcome, Refused):
        return Received(incoming.name, outcome)
    content = _content(incoming.file)
    if sha256_of(content) != outcome.sha256:
        return Received(incoming.name, Refused(Reason.UNREADABLE, outcome.sha256))
    return Received(incoming.name, outcome, content, len(content))


def _content(file: Path | bytes) -> bytes:
    if isinstance(file, bytes):
        return file
    try:
        return read_bytes(file)
    except EnvironmentFault:
        return b""
