"""Lead through the letters on the page of papers, for its pictures: each kind, due for some municipalities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kizdesk.domain.interviews import Interview
from kizdesk.domain.papers import PaperKind
from kizdesk.domain.places import Municipality
from kizdesk.domain.requests import ConsentRequest
from kizdesk.project.letters.fields import write_letter
from kizdesk.project.participation.requests import askable, request_consents
from kizdesk.project.records import add
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.session import Session

_PAGE = "output.papers"


def letter_places(session: Session) -> Iterator[str]:
    """Show one place after the other, and yield what each is called."""
    project = session.project
    places = project.snapshot.all(Municipality)
    if not places:
        session.open(_PAGE, "einladung")
        yield "einladung"
        return
    settings = project.settings
    for place in places[:3]:
        planned = Interview(
            id=project.new_id(),
            municipality_id=place.id,
            guide_id=settings.guide_id,
            guide_version=settings.guide_version,
        )
        add(project, planned, "Gespräch planen")
    session.open(_PAGE, "einladung")
    yield "einladung"
    version = freeze(project, VersionWish(name="Fassung nach der Beteiligung"))
    session.open(_PAGE, "anfrage")
    yield "anfrage"
    write_letter(project, PaperKind.REQUEST, "betreff", "Ihr Einvernehmen, {Kommune}")
    request_consents(project, version.id, askable(project, version.id)[:4], None)
    today = project.now().date()
    late = ConsentRequest(
        id=project.new_id(),
        version_id=version.id,
        municipality_id=askable(project, version.id)[0],
        requested_on=today - timedelta(weeks=5),
        due_on=today - timedelta(weeks=1),
    )
    add(project, late, "Anfrage festhalten")
    yield "anfrage-eigener-text"
    session.open(_PAGE, "erinnerung")
    yield "erinnerung"
