"""Send forms and fill them in as municipalities send them back, for pictures of reading and typing them off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.places import Municipality
from kizdesk.project.files import FileRead, sha256_of
from kizdesk.project.forms.reading import read
from kizdesk.project.forms.returned import Incoming
from kizdesk.project.forms.scans import keep_scan
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force
from tests.project.forms.back import REQUIRED, fill, flattened, sent, silent

_SAID = {name: value for name, value in REQUIRED.items() if name != "m04"}
"""What fits into the form of any project: which fields of action there are is its own."""
_LATER = {
    **_SAID,
    "b01": "Amt für Soziales, seit Januar mit eigener Stabsstelle bei der Bürgermeisterin",
    "m02": "Zu wenig Plätze in den Sprachkursen am Abend; wer in Schicht arbeitet, findet gar keinen.",
    "n02": "Beraten und vernetzen",
}
"""What a municipality says that filled in its form a second time."""
_ODD = {**_SAID, "i01": "ungefähr 20"}
"""What is not quite understood."""
_ARRIVED = 20_000
"""So many bytes arrive of a form whose transfer broke off."""


def sent_forms(project: OpenProject) -> Iterator[FormIssue]:
    """Yield a form for each municipality, some of them overdue."""
    guide, today = guide_in_force(project), project.now().date()
    for number, place in enumerate(project.snapshot.all(Municipality)):
        yield FormIssue(
            id=f"formular-{number}",
            municipality_id=place.id,
            guide_id=guide.id,
            guide_version=guide.version,
            section_ids=("b", "c") if number % 2 else (),
            sent_on=today - timedelta(days=30 if number % 3 else 5),
            return_by=today - timedelta(days=number) if number % 3 else today + timedelta(days=23),
        )


@dataclass(frozen=True)
class Post:
    """Be the files that came back, and the one among them without fields."""

    paths: tuple[Path, ...]
    printed: Path
    printed_by: str
    """The municipality that printed it."""


def write_returned(project: OpenProject, folder: Path) -> Post:
    """Send forms and return those that came back: new, odd, different, double, printed to PDF, and torn off."""
    places = project.snapshot.all(Municipality)[:6]
    blanks = sent(project, folder / "Formulare", FormWish(tuple(place.id for place in places), offering_blocks=1))
    new, odd, again, double, printed, torn = (place.name for place in places)
    first, known = fill(blanks[again], _SAID), fill(blanks[double], _SAID)
    take(project, map(whole, read(project, [Incoming("Eins.pdf", first), Incoming("Zwei.pdf", known)], silent)))
    files = {
        f"Formular {new}.pdf": fill(blanks[new], _SAID),
        f"Formular {odd}.pdf": fill(blanks[odd], _ODD),
        f"Formular {again} neu.pdf": fill(blanks[again], _LATER),
        f"Formular {double}.pdf": known,
        f"Gedruckt {printed}.pdf": flattened(blanks[printed]),
        f"Formular {torn}.pdf": fill(blanks[torn], _SAID)[:_ARRIVED],
    }
    inbox = folder / "Eingang"
    inbox.mkdir()
    for name, data in files.items():
        (inbox / name).write_bytes(data)
    return Post(tuple(inbox / name for name in files), inbox / f"Gedruckt {printed}.pdf", places[4].id)


def keep_printed(project: OpenProject, post: Post) -> str:
    """Keep the form without fields with an interview, to type it off; return its id."""
    data = post.printed.read_bytes()
    file = FileRead(post.printed.name, "application/pdf", data, sha256_of(data))
    return keep_scan(project, file, post.printed_by)
