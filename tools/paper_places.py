"""Lead through the page of papers, for its pictures: every kind of field, and an own text beside its proposal."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.papers import PaperKind
from kizdesk.domain.people import Consultation
from kizdesk.project.papers.editing import choose_layout, put_stops_together, write_field
from kizdesk.ui.session import Session
from tools.letter_places import letter_places

_PAGE = "output.papers"


def paper_places(session: Session) -> Iterator[str]:
    """Show one place after the other, and yield what each is called."""
    project = session.project
    session.open(_PAGE, "sitzungsvorlage#beratungsfolge")
    yield "beratungsfolge"
    if any(step.body_id for step in project.snapshot.all(Consultation)):
        put_stops_together(project, PaperKind.COUNCIL)
        yield "stationen"
    session.open(_PAGE, "sitzungsvorlage#andere")
    yield "andere"
    write_field(project, PaperKind.COUNCIL, "beschluss", "Der Kreistag beschließt das **Konzept**.")
    choose_layout(project, PaperKind.COUNCIL, "rheine")
    for place in ("beschluss", "betraege", "finanzierung"):
        session.open(_PAGE, f"sitzungsvorlage#{place}")
        yield place
    session.open(_PAGE, "sachstandsbericht#fragen")
    yield "fragen"
    yield from letter_places(session)
