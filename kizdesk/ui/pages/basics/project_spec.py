"""Describe the forms of the project and its district."""

from __future__ import annotations

from functools import partial

from kizdesk.domain.places import Occasion
from kizdesk.ui.forms import Amount, Choice, Day, FieldSpec, Group, Line, One, Whole, fixed
from kizdesk.ui.session import Session

_CLOSE = 60
"""Letters of width from which these short fields stand in two columns."""


def project_groups(_session: Session) -> tuple[Group, ...]:
    """Return what the cover of the concept says."""
    return (
        Group(
            "",
            (
                FieldSpec("title", "Titel des Konzepts", Line, required=True, wide=True),
                FieldSpec("occasion", "Anlass", partial(Choice, of=Occasion), wide=True),
                FieldSpec("status", "Stand", Line, help="Etwa Entwurf oder Beschlussfassung"),
                FieldSpec("concept_date", "Datum des Konzepts", Day, help="Steht auf dem Deckblatt."),
                FieldSpec("centre_name", "Name des Zentrums", Line),
                FieldSpec(
                    "document_number",
                    "Nummer der Vorlage",
                    Line,
                    help="Steht auf dem Deckblatt.",
                    placeholder="Etwa 50/2403/XV/2013",
                ),
                FieldSpec(
                    "notice",
                    "Hinweis",
                    Line,
                    help="Steht auf dem Deckblatt und in jeder Kopfzeile, etwa „Vertraulicher Entwurf“.",
                    wide=True,
                ),
            ),
            two_from=_CLOSE,
        ),
    )


def law_groups(session: Session) -> tuple[Group, ...]:
    """Return the choice of the law."""
    laws = session.project.library.legal_bases()
    options = tuple((law.id, f"{law.section} {law.short} (Rechtsstand {law.year})") for law in laws)
    source = fixed(*options)
    return (
        Group(
            "",
            (FieldSpec("legal_basis_id", "Das Konzept entsteht nach", partial(One, source=source, optional=False)),),
        ),
    )


def district_groups(_session: Session) -> tuple[Group, ...]:
    """Return the official figures of the district."""
    area = partial(Amount, unit="km²", optional=True)
    return (
        Group(
            "",
            (
                FieldSpec("name", "Name", Line, required=True, wide=True),
                FieldSpec("population", "Einwohner", partial(Whole, optional=True)),
                FieldSpec("area_km2", "Fläche", area),
                FieldSpec("as_of", "Zahlen vom", Day),
                FieldSpec("source", "Quelle der Zahlen", Line, wide=True),
            ),
            two_from=_CLOSE,
        ),
    )


def municipality_groups(_session: Session) -> tuple[Group, ...]:
    """Return the official figures of a municipality."""
    area = partial(Amount, unit="km²", optional=True)
    return (
        Group(
            "",
            (
                FieldSpec("name", "Name", Line, required=True),
                FieldSpec("official_name", "Amtlicher Name", Line),
                FieldSpec("kind", "Art", partial(One, source=fixed(("Stadt", "Stadt"), ("Gemeinde", "Gemeinde")))),
                FieldSpec("population", "Einwohner", partial(Whole, optional=True)),
                FieldSpec("area_km2", "Fläche", area),
                FieldSpec("as_of", "Zahlen vom", Day),
            ),
            two_from=_CLOSE,
        ),
    )
