"""Make the two small projects whose printed words are kept: by hand, with fixed ids and at a fixed moment."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from kizdesk.domain.base import Record
from kizdesk.domain.cost import CostItem, CostKind, Post
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Principle, Priority
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import Answer, Evidence, EvidenceKind, Interview, InterviewStatus, Offering, answer_id
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.domain.people import Actor, ActorKind, Body, Consultation, Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.places import Project
from kizdesk.domain.versions import SourceDocument
from kizdesk.domain.votes import Statement, StatementKind, Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.project.basics.begin import NewProject, begin, create, first_records
from kizdesk.project.durable.birth import born
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_entry import ConsentWish, record_consent
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import VersionWish, freeze
from tests.cases.case import CASES, library

MOMENT = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
"""When everything happens that the program dates by itself."""
ASCHWINKEL, BIRKHUDE, CORDESHEIM = "99002004", "99002008", "99002012"
GUIDE = ("expertengespraech", "2026-1")
"""A guide that is released stays as it is, so a later one changes no words here."""
LACK = "Am Abend gibt es keinen Sprachkurs, deshalb erreichen wir die Eltern nicht."
SUCCESS = "Die Vereine nehmen neue Nachbarn auf und fragen nicht lange."
_PLACES = CASES / "bedingungen-2026" / "gemeinden.csv"
"""Four municipalities of an invented district."""
_ADOPTED: dict[str, dict[str, Any]] = {
    "sprache": {
        "situation": "In allen vier Kommunen gibt es Kurse am Vormittag.",
        "needs": "Es fehlen Plätze am Abend.\n\n- für Eltern\n- für Beschäftigte",
        "guiding_goal": "Wer Deutsch lernen will, findet in der Nähe einen Kurs.",
    },
    "oeffnung": {
        "needs": "Viele Schreiben sind schwer zu verstehen.",
        "guiding_goal": "Alle verstehen, was die Verwaltung ihnen schreibt.",
    },
}


@contextmanager
def district(folder: Path) -> Iterator[OpenProject]:
    """Yield a district of four municipalities that froze a version, to which one of them agreed."""
    path, around = folder / "kreis.kizdesk", surroundings()
    with born(path, around) as project:
        begin(project, list(district_records()))
        version = freeze(project, VersionWish("Entwurf für die Räte", id="fassung-1"))
        wish = ConsentWish(
            version_id=version.id, body_name="Rat der Stadt Aschwinkel", result=VoteResult.AGREED,
            decided_on=date(2026, 5, 19), proof="Niederschrift vom 19.05.2026, Punkt 4", yes=28, no=3, abstentions=1,
        )  # fmt: skip
        record_consent(project, ASCHWINKEL, wish)
    with OpenProject.open(path, around) as project:
        yield project


@contextmanager
def city(folder: Path) -> Iterator[OpenProject]:
    """Yield a kreisfreie Stadt whose project has just begun."""
    path, around = folder / "stadt.kizdesk", surroundings()
    create(path, NewProject("05116"), around)
    with OpenProject.open(path, around) as project:
        yield project


def surroundings() -> Surroundings:
    """Return surroundings in which time stands still and ids are counted."""
    numbers = itertools.count(1)
    return Surroundings(library(), lambda: MOMENT, lambda: f"neu-{next(numbers)}", "Erika Muster")


def district_records() -> Iterator[Record]:
    """Yield what the district held when it froze its version."""
    for record in first_records(NewProject("99002", _PLACES), library()):
        match record:
            case Project():
                yield replace(record, guide_id=GUIDE[0], guide_version=GUIDE[1], notice="Erfundener Kreis")
            case FieldOfAction(id=key) if key in _ADOPTED:
                yield replace(record, status=FieldStatus.ADOPTED, **_ADOPTED[key])
            case _:
                yield record
    yield from _stocktaking()
    yield from _plan()
    yield from _centre()
    yield from _participation()


def _stocktaking() -> Iterator[Record]:
    yield Person(id="person-a", name="Anna Abel", function="Leitung", unit="Sozialamt", municipality_id=ASCHWINKEL)
    yield Person(id="person-b", name="Bert Buche", function="Sachbearbeitung", municipality_id=BIRKHUDE)
    for purpose in (PrivacyPurpose.QUOTE, PrivacyPurpose.NAME):
        yield PrivacyConsent(
            id=f"einwilligung-{purpose.value}", person_id="person-a", purpose=purpose, granted_on=date(2026, 2, 3)
        )
    yield _interview("gespraech-a", ASCHWINKEL, date(2026, 2, 3), "person-a")
    yield _interview("gespraech-b", BIRKHUDE, date(2026, 2, 10), "person-b")
    lack = _answer("gespraech-a", "g03", "sprache", text=LACK)
    success = _answer("gespraech-b", "m01", text=SUCCESS)
    yield from (lack, success)
    yield _answer("gespraech-a", "b01", text="Das Sozialamt, angebunden beim Bürgermeister.")
    yield _answer("gespraech-a", "b05", choices=("jugendamt", "auslaenderbehoerde"))
    yield _answer("gespraech-b", "b05", choices=("keine",))
    yield _answer("gespraech-a", "i02", text="12.5")
    yield _answer("gespraech-a", "g06", "sprache", choices=("5",))
    yield _answer("gespraech-b", "g06", "sprache", choices=("3",))
    yield _answer("gespraech-b", "g06", "oeffnung", choices=("4",))
    yield _answer("gespraech-a", "n03", choices=("buergermeisterkonferenz",))
    yield Evidence(
        id="beleg-1", answer_id=lack.id, field_id="sprache", kind=EvidenceKind.NEED,
        start=0, end=len(LACK), wording=LACK,
    )  # fmt: skip
    yield Evidence(
        id="beleg-2", answer_id=success.id, field_id="oeffnung", kind=EvidenceKind.STRENGTH,
        start=0, end=len(SUCCESS), wording=SUCCESS,
    )  # fmt: skip
    yield Offering(
        id="angebot-a", title="Sprachcafé", municipality_id=ASCHWINKEL, provider="Verein Brücke",
        field_ids=("sprache",), target_groups=("frauen",), description="Ein offener Treff.", permanent=True,
        people_per_year=40, may_publish=True,
    )  # fmt: skip
    yield Offering(id="angebot-k", title="Kreisweiter Dolmetscherpool", provider="Kreis", field_ids=("oeffnung",))


def _plan() -> Iterator[Record]:
    yield Principle(id="leitlinie-1", title="Vielfalt ist normal", text="Alle gehören **dazu**.")
    yield Goal(id="ziel-1", field_id="sprache", title="Plätze am Abend schaffen", position=1)
    yield Goal(id="ziel-2", field_id="oeffnung", title="Schreiben verständlich machen", position=1)
    yield Measure(
        id="m-1", goal_id="ziel-1", title="Abendkurse", description="Kurse am Abend mit Kinderbetreuung.",
        lead="Volkshochschule", municipality_ids=(ASCHWINKEL, CORDESHEIM), starts=date(2026, 9, 1),
        effort_eur=Decimal(18_000), needs_own_resolution=True, indicator="Teilnehmende", base_value="0",
        target_value="40", priority=Priority.A, evidence_ids=("beleg-1",), position=1,
    )  # fmt: skip
    yield Measure(id="m-2", goal_id="ziel-2", title="Leitfaden für einfache Sprache", lead="Zentrum", position=1)
    yield FocusPeriod(
        id="zeit-1", starts=date(2026, 7, 1), ends=date(2028, 6, 30), self_commitment="Alle zwei Jahre neu."
    )
    yield Focus(id="sp-1", period_id="zeit-1", field_id="sprache", reason="Der Bedarf ist groß.", position=1)
    yield Focus(id="sp-2", period_id="zeit-1", field_id="oeffnung", reason="Die Verwaltung beginnt.", position=2)


def _centre() -> Iterator[Record]:
    yield OrganisationVariant(id="v-1", title="Sozialamt", advantages="- Nähe\n- Wissen", chosen=True, position=1)
    yield OrganisationVariant(id="v-2", title="Stabsstelle", disadvantages="Wenig Personal", position=2)
    yield Post(
        id="stelle-1", title="Fachkräfte", fte=Decimal(2), personnel_cost=Decimal(72_000),
        overhead_rate=Decimal("0.2"), workplace_cost=Decimal(9_700), max_amount=Decimal(57_000), position=1,
    )  # fmt: skip
    yield Post(
        id="stelle-2", title="Lehrkräfte (abgeordnet)", fte=Decimal("1.5"), seconded=True,
        workplace_cost=Decimal(9_700), position=2,
    )  # fmt: skip
    yield CostItem(id="posten-1", title="Räume und Material", kind=CostKind.ADDITIONAL, amount=Decimal(12_000))


def _participation() -> Iterator[Record]:
    yield Actor(
        id="akteur-1", name="Verbände der freien Wohlfahrtspflege", kind=ActorKind.WELFARE,
        contribution="Migrationsberatung", agreement="Rahmenvereinbarung vom 01.07.2025",
    )  # fmt: skip
    yield Body(id="kreistag", name="Kreistag", role="Beschließt das Konzept.", adopts=True, position=1)
    yield Body(id="ausschuss", name="Ausschuss für Soziales", position=2)
    yield SourceDocument(id="quelle-1", title="Vorlage 12/2025", author="Kreis Drei Auen", dated=date(2025, 9, 1))
    yield Consultation(
        id="schritt-1", title="Auftrag", body_id="kreistag", held_on=date(2025, 9, 15), paper="12/2025",
        outcome="Die Verwaltung schreibt das Konzept fort.", source_ids=("quelle-1",),
    )  # fmt: skip
    yield Consultation(id="schritt-2", title="Vorberatung", body_id="ausschuss", held_on=date(2026, 6, 2), planned=True)
    yield Consultation(id="schritt-3", title="Beschluss", body_id="kreistag", held_on=date(2026, 6, 23), planned=True)
    yield Vote(
        id="votum-zentrum", subject=VoteSubject.CENTRE, body_id="kreistag", kind=VoteKind.RESOLUTION,
        result=VoteResult.AGREED, yes=30, no=12, abstentions=3, decided_on=date(2025, 9, 15),
        proof="Niederschrift vom 15.09.2025", source_ids=("quelle-1",),
    )  # fmt: skip
    yield Statement(
        id="anregung-1", kind=StatementKind.SUGGESTION, text="Mehr Kurse am Abend.", body_ids=("ausschuss",),
        stated_on=date(2026, 3, 10), place="sprache", consideration="Steht als Maßnahme im Konzept.",
    )  # fmt: skip


def _interview(key: str, municipality: str, day: date, person: str) -> Interview:
    return Interview(
        id=key, municipality_id=municipality, guide_id=GUIDE[0], guide_version=GUIDE[1], held_on=day,
        status=InterviewStatus.RELEASED, released_on=day, person_ids=(person,), field_ids=tuple(_ADOPTED),
    )  # fmt: skip


def _answer(interview: str, question: str, scope: str = "", *, text: str = "", choices: tuple[str, ...] = ()) -> Answer:
    key = answer_id(interview, question, scope)
    return Answer(id=key, interview_id=interview, question_id=question, scope_id=scope, text=text, choices=choices)
