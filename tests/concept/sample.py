"""Make a small project by hand: a district of three municipalities with something of everything."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from kizdesk.concept.build import build
from kizdesk.concept.essence import shown
from kizdesk.concept.materials import Materials, Polygon
from kizdesk.concept.outline import Outline
from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Table
from kizdesk.concept.wording import Wording
from kizdesk.domain.base import Record
from kizdesk.domain.cost import CostItem, CostKind, Post, StatedTotal, StatedTotalKind
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Principle, Priority, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.guide import Guide, Option, OptionSource, Question, QuestionType, Repeat, Section
from kizdesk.domain.interviews import Answer, Evidence, EvidenceKind, Interview, InterviewStatus, Offering, answer_id
from kizdesk.domain.legal import LegalBasis, Precondition, StatutoryTask
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.domain.people import (
    Actor,
    ActorKind,
    Body,
    BodyLevel,
    Consultation,
    Person,
    PrivacyConsent,
    PrivacyPurpose,
)
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText, ConceptVersion, SourceDocument
from kizdesk.domain.votes import Statement, StatementKind, Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.places import resources_dir

AHEIM, BESTADT, CEDORF = "05999004", "05999008", "05999012"
ATTRIBUTION = "Karte: erfundene Umrisse"
WORDS = "Wir brauchen einen Deutschkurs am Abend, sonst erreichen wir die Eltern nicht."
OTHER_WORDS = "Die Vereine nehmen neue Nachbarn mit offenen Armen auf und fragen nicht lange."


def square(west: float, south: float, side: float = 0.1) -> Polygon:
    """Return a square as a shape."""
    east, north = west + side, south + side
    return (((west, south), (east, south), (east, north), (west, north), (west, south)),)


SHAPES: dict[str, tuple[Polygon, ...]] = {
    AHEIM: (square(6.5, 51.0),),
    BESTADT: (square(6.6, 51.0),),
    CEDORF: (square(6.5, 51.1), square(6.8, 51.3, 0.01)),
}

GUIDE = Guide(
    "probe",
    "1",
    "Leitfaden zur Probe",
    "",
    (
        Section(
            "b",
            "B",
            "Strukturen und Zuständigkeiten",
            (
                Question(
                    "b01", "B.1", "Wer ist zuständig?", QuestionType.TEXT, short="Zuständige Stelle", comparable=True
                ),
                Question(
                    "b02", "B.2", "Welche Stellen?", QuestionType.TABLE, short="Stellen",
                    columns=(Option("funktion", "Funktion"), Option("vzae", "Umfang"), Option("datei", "Datei")),
                ),
                Question("b04", "B.4", "Wie wird zusammengearbeitet?", QuestionType.LONG_TEXT, short="Zusammenarbeit"),
                Question(
                    "b05", "B.5", "Welche Behörden?", QuestionType.MULTIPLE, short="Eigene Behörden", comparable=True,
                    options=(Option("jugendamt", "Jugendamt"), Option("keine", "keine davon")),
                ),
                Question(
                    "f02", "F.2", "Wie ist die Zusammenarbeit?", QuestionType.SCALE_MATRIX, short="Partner",
                    items=(Option("schulen", "Schulen"), Option("polizei", "Polizei")),
                ),
                Question("i02", "I.2", "Anteil?", QuestionType.PERCENT, short="Anteil", comparable=True),
            ),
        ),
        Section(
            "g",
            "G",
            "Handlungsfelder",
            (
                Question("g03", "G.3", "Welche Bedarfe?", QuestionType.LONG_TEXT, short="Bedarfe"),
                Question("g06", "G.6", "Wie dringlich?", QuestionType.SCALE, short="Dringlichkeit"),
            ),
            repeat=Repeat.PER_FIELD,
        ),
        Section(
            "m",
            "M",
            "Bewertung",
            (
                Question("m01", "M.1", "Stärken?", QuestionType.LONG_TEXT, short="Stärken"),
                Question("m02", "M.2", "Schwächen?", QuestionType.LONG_TEXT, short="Schwächen"),
                Question(
                    "m04", "M.4", "Schwerpunkte?", QuestionType.MULTIPLE, short="Gewünschte Schwerpunkte",
                    option_source=OptionSource.FIELDS,
                ),
                Question(
                    "n03", "N.3", "Einbindung?", QuestionType.MULTIPLE,
                    options=(Option("steuerungsgruppe", "Steuerungsgruppe"), Option("schriftlich", "Schriftlich")),
                ),
            ),
        ),
    ),
)  # fmt: skip

LAW = LegalBasis(
    id="probe-recht",
    year=2012,
    title="Probegesetz",
    short="PG",
    citation="Probegesetz vom 14. Februar 2012",
    section="§ 7",
    in_force_from=date(2012, 1, 1),
    in_force_until=None,
    source="",
    term_for_people="Menschen mit Migrationshintergrund",
    preconditions=(Precondition("konzept", "Ein Konzept liegt vor.", "§ 7 PG"),),
    tasks=(StatutoryTask("aufgabe", "Koordinieren", "Das Zentrum koordiniert.", "§ 7 PG"),),
    posts=(),
)


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((resources_dir() / "concept" / name).read_text(encoding="utf-8"))


def materials(**changes: Any) -> Materials:
    """Return the materials of the sample."""
    made: dict[str, Any] = {
        "legal_basis": LAW,
        "guide": GUIDE,
        "outline": Outline.of(_toml("outline.toml")),
        "wording": Wording.of(_toml("wording.toml")),
        "shapes": SHAPES,
        "map_attribution": ATTRIBUTION,
        "catalogue_attribution": "Erfundenes Verzeichnis",
    }
    return Materials(**{**made, **changes})


def district() -> list[Record]:
    """Return the project, its district and municipalities."""
    as_of = date(2012, 12, 31)
    return [
        Project(id="project", title="Integrationskonzept zur Probe", concept_date=date(2013, 3, 6)),
        District(id="05999", name="Kreis Probe", population=100_000, area_km2=Decimal("400.5"), as_of=as_of),
        Municipality(id=AHEIM, name="Aheim", kind="Gemeinde", population=10_000, area_km2=Decimal(100)),
        Municipality(id=BESTADT, name="Bestadt", kind="Stadt", population=60_000, area_km2=Decimal("150.5")),
        Municipality(id=CEDORF, name="Cedorf", kind="Stadt", population=30_000, area_km2=Decimal(150)),
    ]


def answer(interview: str, question: str, scope: str = "", **given: Any) -> Answer:
    """Return an answer under its id."""
    return Answer(
        id=answer_id(interview, question, scope), interview_id=interview, question_id=question, scope_id=scope, **given
    )


def interviews() -> list[Record]:
    """Return two interviews with their people, answers, evidence and offerings."""
    needs = answer("gespraech-a", "g03", "sprache", text=WORDS)
    strong = answer("gespraech-b", "m01", text=OTHER_WORDS)
    return [
        Person(id="person-a", name="Anna Abel", function="Leitung", unit="Sozialamt", municipality_id=AHEIM),
        Person(id="person-b", name="Bert Buche", function="Sachbearbeitung", unit="Schulamt", municipality_id=BESTADT),
        PrivacyConsent(
            id="einwilligung-a", person_id="person-a", purpose=PrivacyPurpose.QUOTE, granted_on=date(2012, 11, 5)
        ),
        Interview(
            id="gespraech-a", municipality_id=AHEIM, guide_id="probe", guide_version="1", held_on=date(2012, 11, 5),
            status=InterviewStatus.RELEASED, person_ids=("person-a",), field_ids=("sprache", "oeffnung"),
        ),
        Interview(
            id="gespraech-b", municipality_id=BESTADT, guide_id="probe", guide_version="1", held_on=date(2012, 11, 9),
            status=InterviewStatus.RELEASED, person_ids=("person-b",), field_ids=("sprache",),
        ),
        answer("gespraech-a", "b01", text="Das Sozialamt, angebunden beim Bürgermeister."),
        answer("gespraech-a", "b02", rows=(("Integrationsbeauftragte", "0,5", "liegt bei"),)),
        answer("gespraech-a", "b04", text="Man trifft sich monatlich.\n\nDas Protokoll geht an alle."),
        answer("gespraech-a", "b05", choices=("keine",)),
        answer("gespraech-a", "f02", rows=(("schulen", "5"), ("polizei", "n"))),
        answer("gespraech-a", "i02", text="12.5"),
        answer("gespraech-a", "g06", "sprache", choices=("5",)),
        answer("gespraech-a", "g06", "oeffnung", choices=("2",)),
        answer("gespraech-a", "m04", choices=("sprache",)),
        answer("gespraech-a", "n03", choices=("steuerungsgruppe",)),
        answer("gespraech-b", "b05", choices=("jugendamt",)),
        answer("gespraech-b", "g06", "sprache", choices=("4",)),
        answer("gespraech-b", "n03", choices=("steuerungsgruppe", "schriftlich")),
        needs,
        strong,
        Evidence(
            id="beleg-1", answer_id=needs.id, field_id="sprache", kind=EvidenceKind.NEED,
            start=0, end=len(WORDS), wording=WORDS,
        ),
        Evidence(
            id="beleg-2", answer_id=strong.id, field_id="oeffnung", kind=EvidenceKind.STRENGTH,
            start=0, end=len(OTHER_WORDS), wording=OTHER_WORDS,
        ),
        Offering(
            id="angebot-a", title="Sprachcafé", municipality_id=AHEIM, provider="Verein Brücke", field_ids=("sprache",),
            target_groups=("frauen",), description="Ein offener Treff.", permanent=True, people_per_year=40,
        ),
        Offering(id="angebot-b", title="Stille Post", municipality_id=BESTADT, may_publish=False),
        Offering(id="angebot-k", title="Kreisweiter Pool", provider="Kreis Probe", field_ids=("sprache",)),
    ]  # fmt: skip


def plan() -> list[Record]:
    """Return principles, fields, goals, measures and focus periods."""
    return [
        Principle(id="leitlinie-1", title="Vielfalt ist normal", text="Alle gehören **dazu**."),
        FieldOfAction(
            id="sprache", title="Sprache", strand=Strand.EDUCATION, status=FieldStatus.ADOPTED,
            situation="Es gibt Kurse.", needs="Es fehlen Plätze.", guiding_goal="Alle lernen Deutsch.",
        ),
        FieldOfAction(
            id="oeffnung", title="Öffnung", strand=Strand.CROSS_CUTTING, status=FieldStatus.ADOPTED,
            description="Die Verwaltung öffnet sich.",
        ),
        FieldOfAction(id="sport", title="Sport", strand=Strand.CROSS_CUTTING),
        Goal(id="ziel-1", field_id="sprache", title="Plätze schaffen"),
        Measure(
            id="m-1", goal_id="ziel-1", title="Abendkurse", description="Kurse am Abend.", lead="Volkshochschule",
            municipality_ids=(AHEIM,), starts=date(2013, 9, 1), effort_eur=Decimal(18_000), needs_own_resolution=True,
            indicator="Teilnehmende", base_value="0", target_value="40", priority=Priority.A, position=1,
        ),
        Measure(id="m-2", goal_id="ziel-1", title="Übersicht", municipality_ids=(BESTADT,), position=2),
        FocusPeriod(
            id="zeit-1", starts=date(2013, 3, 6), ends=date(2015, 3, 5), self_commitment="Alle zwei Jahre neu."
        ),
        FocusPeriod(id="zeit-0", starts=date(2011, 3, 6), ends=date(2013, 3, 5)),
        Focus(id="sp-1", period_id="zeit-1", field_id="sprache", reason="Der Bedarf ist groß."),
        Focus(id="sp-2", period_id="zeit-1", field_id="oeffnung", reason="Die Verwaltung beginnt bei sich."),
        Focus(id="sp-0", period_id="zeit-0", field_id="sport"),
    ]  # fmt: skip


def centre() -> list[Record]:
    """Return tasks, variants, posts and cost."""
    return [
        CentreTask(id="aufgabe-1", title="Koordinieren", text="Das Zentrum koordiniert.", source="§ 7 PG"),
        OrganisationVariant(id="v-1", title="Sozialamt", advantages="- Nähe\n- Wissen", chosen=True, position=1),
        OrganisationVariant(id="v-2", title="Stabsstelle", disadvantages="Wenig Personal", position=2),
        Post(
            id="stelle-1", title="Fachkraft", fte=Decimal(2), personnel_cost=Decimal(54_000),
            overhead_rate=Decimal("0.2"), workplace_cost=Decimal(9_700), max_amount=Decimal(50_000),
        ),
        Post(id="stelle-2", title="Lehrkraft", fte=Decimal(1), seconded=True, workplace_cost=Decimal(0)),
        CostItem(id="posten-1", title="Folgeaufwand", kind=CostKind.KNOCK_ON),
        StatedTotal(
            id="summe-1", kind=StatedTotalKind.EXTRA, amount=Decimal(61_000), source="Vorlage 1", superseded=True
        ),
        StatedTotal(id="summe-2", kind=StatedTotalKind.EXTRA, amount=Decimal(80_000), source="Vorlage 2", position=1),
    ]  # fmt: skip


def partners() -> list[Record]:
    """Return actors, bodies, steps, votes on the centre, statements, options and papers."""
    return [
        Actor(id="akteur-1", name="Caritas", kind=ActorKind.WELFARE, contribution="Beratung", agreement="Vertrag"),
        Actor(id="akteur-2", name="Paten", kind=ActorKind.VOLUNTEERS, contribution="Begleitung"),
        Body(id="kreistag", name="Kreistag", role="Beschließt das Konzept."),
        Body(id="netz", name="Arbeitskreis", level=BodyLevel.NETWORK, role="Berät."),
        Consultation(
            id="schritt-2", title="Gespräche", held_on=date(2012, 11, 1), until=date(2012, 11, 30), outcome="Überblick."
        ),
        Consultation(id="schritt-1", title="Auftrag", body_id="kreistag", held_on=date(2012, 9, 13), paper="12/2012"),
        Vote(
            id="votum-zentrum", subject=VoteSubject.CENTRE, body_id="kreistag", kind=VoteKind.RESOLUTION,
            result=VoteResult.AGREED, yes=30, no=12, abstentions=3, decided_on=date(2012, 9, 13),
        ),
        Statement(
            id="anregung-1", kind=StatementKind.SUGGESTION, text="Mehr Kurse.", body_ids=("netz",), place="sprache"
        ),
        CourseOfAction(id="option-1", title="Jetzt beantragen", chosen=True),
        SourceDocument(id="quelle-1", title="Vorlage 12/2012", author="Kreis Probe", dated=date(2012, 9, 1)),
        ChapterText(id="text-1", chapter="vorwort", text="Ein *gutes* Wort vorweg."),
        ChapterText(id="text-2", chapter="handlungsfelder", text="So liest man es.", title="Was wir tun"),
        ChapterText(id="text-3", chapter="begriffe", text="   "),
    ]  # fmt: skip


def mayors() -> list[Record]:
    """Return a body for each municipality that can agree."""
    return [
        Body(id=f"bm-{ags}", name="Bürgermeister", level=BodyLevel.MUNICIPALITY, municipality_id=ags)
        for ags in (AHEIM, BESTADT, CEDORF)
    ]


def version(number: int = 1) -> ConceptVersion:
    """Return a frozen version."""
    return ConceptVersion(
        id=f"fassung-{number}", number=number, name="", frozen_at=datetime(2013, 2, 18 + number, tzinfo=UTC),
        fingerprint="", tree_sha256="",
    )  # fmt: skip


def consent(ags: str, result: VoteResult = VoteResult.AGREED, number: int = 1, **given: Any) -> Vote:
    """Return the vote of a municipality on a version."""
    return Vote(
        id=f"votum-{ags}-{number}", subject=VoteSubject.VERSION, subject_id=f"fassung-{number}", body_id=f"bm-{ags}",
        kind=VoteKind.IN_WRITING, result=result, **given,
    )  # fmt: skip


def everything() -> list[Record]:
    """Return the whole sample."""
    return [*district(), *interviews(), *plan(), *centre(), *partners(), *mayors()]


def built(records: Iterable[Record] | None = None, **changes: Any) -> Document:
    """Return the concept of records, of the whole sample if none are given."""
    return build(Snapshot.of(everything() if records is None else records), materials(**changes))


def said(document: Document) -> str:
    """Return every word of a document, a block a line."""
    return "\n".join(_words(block) for block in document.blocks)


def _words(block: AnyBlock) -> str:
    match block:
        case Table():
            return "\n".join([block.caption, " | ".join(column.title for column in block.columns), shown(block)])
        case Figure():
            return "\n".join([block.caption, block.alt, block.note])
        case _:
            return shown(block)


def chapter(document: Document, key: str) -> str:
    """Return the words of a chapter with everything below it."""
    return said(Document(**{**_fields(document), "blocks": tuple(blocks_of(document, key))}))


def _fields(document: Document) -> dict[str, Any]:
    return {name: getattr(document, name) for name in Document.__dataclass_fields__}


def blocks_of(document: Document, key: str) -> list[AnyBlock]:
    """Return the blocks of a chapter with everything below it."""
    found: list[AnyBlock] = []
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            if level and block.level <= level:
                break
            if block.id == f"kapitel/{key}":
                level = block.level
        if level:
            found.append(block)
    return found


def block(document: Document, block_id: str) -> AnyBlock:
    """Return a block by its id; raises StopIteration without one."""
    return next(found for found in document.blocks if found.id == block_id)
