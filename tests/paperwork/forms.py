"""Make forms for tests: a small one with every kind of entry, and one of the whole shipped guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from kizdesk.domain.guide import Guide, Option, OptionSource, Question, QuestionType, Section
from kizdesk.library import Library
from kizdesk.paperwork.names import FieldName
from kizdesk.paperwork.sheet import (
    Ask,
    Choice,
    Column,
    Entry,
    Grid,
    Identity,
    Line,
    Part,
    Pick,
    Rating,
    Sheet,
    Ticks,
)
from kizdesk.places import forms_dir, resources_dir

IDENTITY = Identity(
    form_id="f-0007",
    project_id="3f8a5f0e6c1d4b07",
    municipality_id="05162024",
    municipality_name="Stadt Neuss",
    guide_id="expertengespraech",
    guide_version="2026-1",
    sent_on=date(2026, 11, 21),
)
SENDER = ("Rhein-Kreis Neuss", "Kommunales Integrationszentrum", "Ayşe Şahin-Łukasz, Telefon 02181 601 5012")
INTRODUCTION = (
    (
        "Vielen Dank, dass Sie sich Zeit nehmen. Ihre Antworten zeigen, was in Ihrer Kommune gelingt und wo etwas "
        "fehlt. Aus ihnen entsteht die Bestandsaufnahme für das Integrationskonzept, das der Kreis mit Ihnen schreibt."
    ),
    (
        "Füllen Sie das Formular am Bildschirm aus, speichern Sie es und senden Sie die Datei zurück. Sie können es "
        "auch ausdrucken und von Hand ausfüllen. Fragen, zu denen Sie nichts sagen können, lassen Sie bitte frei."
    ),
)
CLOSING = ("Vielen Dank. Bitte senden Sie das Formular bis zum 15. Januar 2027 an kiz@rhein-kreis-neuss.example.",)
STEPS = tuple(Choice(str(step), str(step)) for step in range(1, 6))
ASIDE = Choice("n", "nicht beurteilbar")
OFFERINGS = 6
ROWS = 4
FIELDS = (("sprache", "Sprache und Mehrsprachigkeit"), ("schule", "Schule und interkulturelle Schulentwicklung"))
KNOWN = {
    "a03": ("Nordstadt und Weckhoven (Gespräch vom 12. März 2024, Đorđević)",),
    "b02": ("Frau Ørsted, Integrationsbeauftragte, 0,5 Vollzeitäquivalente",),
}
NARROW = {"wert", "stichtag", "anzahl", "jahr", "vzae", "bis", "turnus", "seit", "termin", "datum", "telefon"}
YES_NO = (Choice("ja", "Ja"), Choice("nein", "Nein"))
FIXED = {
    QuestionType.YES_NO: YES_NO,
    QuestionType.YES_NO_PARTLY: (*YES_NO, Choice("teilweise", "Teilweise"), Choice("unbekannt", "Nicht bekannt")),
}


def small_sheet(identity: Identity = IDENTITY) -> Sheet:
    """Return a form with one entry of each kind."""
    options = tuple(Choice(name, name.capitalize()) for name in ("rot", "grün", "blau"))
    columns = (Column("was", "Was"), Column("wann", "Wann", share=1))
    asks = (
        Ask("A.1", "Wie heißt es?", (Line(FieldName("a1")),), hint="Ein Wort genügt.", known=("Łęg", "Straße 5")),
        Ask("A.2", "Was ist zu sagen?", (Line(FieldName("a2"), lines=4),)),
        Ask("A.3", "Welche Farben?", (Ticks(FieldName("a3"), options), Line(FieldName("a3", row="rest"), "Andere"))),
        Ask("A.4", "Welche Farbe?", (Pick(FieldName("a4"), options),), required=True),
        Ask("A.5", "Was wann?", (Grid(FieldName("a5"), columns, (Choice("1", ""), Choice("2", ""))),)),
        Ask("A.6", "Wie gut?", (Rating(FieldName("a6"), options, STEPS, ("schlecht", "gut"), ASIDE),)),
    )
    part = Part("Farben", asks, letter="A", hint="Alles über Farben.")
    block = Part("Angebot 1", (Ask("B.1", "Titel?", (Line(FieldName("b1", "angebot1")),)),), letter="B")
    return Sheet(identity, "Ein Formular", (part, block), "Zur Probe", "Leitfaden", SENDER, date(2027, 1, 15))


@cache
def library() -> Library:
    """Return the library over the program's own data."""
    return Library(resources_dir(), forms_dir())


@cache
def guide_sheet(name: str = IDENTITY.municipality_name, *, form_id: str = IDENTITY.form_id) -> Sheet:
    """Return the form of the whole guide, with six offerings and two fields of action."""
    guide = library().latest_guide()
    return Sheet(
        identity=replace(IDENTITY, municipality_name=name, form_id=form_id),
        title="Bestandsaufnahme zur Integration",
        subtitle="Fragen an die Kommune zur Vorbereitung des Integrationskonzepts",
        guide_title=guide.title,
        sender=SENDER,
        return_by=date(2027, 1, 15),
        introduction=INTRODUCTION,
        closing=CLOSING,
        parts=tuple(_parts(guide)),
    )


def _parts(guide: Guide) -> Iterator[Part]:
    for section in guide.sections:
        if section.id == "e":
            for number in range(1, OFFERINGS + 1):
                yield _part(section, f"Angebot {number}", f"angebot{number}", first=number == 1)
        elif section.id == "g":
            for position, (field_id, title) in enumerate(FIELDS):
                yield _part(section, f"{section.title}: {title}", field_id, first=not position)
        else:
            yield _part(section, section.title, "", first=True)


def _part(section: Section, title: str, scope: str, *, first: bool) -> Part:
    asks = tuple(
        Ask(
            question.number,
            question.text,
            tuple(_entries(question, scope)),
            hint=question.hint,
            known=KNOWN.get(question.id, ()) if first else (),
            required=question.required,
        )
        for question in section.questions
    )
    return Part(title, asks, section.letter, section.hint if first else "", keep_together=bool(scope))


def _entries(question: Question, scope: str) -> Iterable[Entry]:
    name = FieldName(question.id, scope)
    match question.type:
        case QuestionType.LONG_TEXT:
            yield Line(name, lines=6)
        case QuestionType.NUMBER | QuestionType.PERCENT | QuestionType.DATE:
            yield Line(name, share=4)
        case QuestionType.YES_NO | QuestionType.YES_NO_PARTLY | QuestionType.SINGLE:
            yield Pick(name, _options(question))
        case QuestionType.MULTIPLE:
            yield Ticks(name, _options(question))
        case QuestionType.SCALE:
            yield Rating(name, (Choice("", ""),), STEPS, question.scale)
        case QuestionType.SCALE_MATRIX:
            yield Rating(name, _choices(question.items), STEPS, question.scale, ASIDE if question.not_rated else None)
        case QuestionType.TABLE:
            columns = tuple(Column(c.id, c.label, 1 if c.id in NARROW else 2) for c in question.columns)
            yield Grid(name, columns, tuple(Choice(str(row), "") for row in range(1, ROWS + 1)))
        case _:
            yield Line(name)
    if question.free_text:
        yield Line(name.at_row("bemerkung"), "Bemerkung", lines=2)


def _options(question: Question) -> tuple[Choice, ...]:
    if question.type in FIXED:
        return FIXED[question.type]
    match question.option_source:
        case OptionSource.MUNICIPALITIES:
            return (Choice("05162024", "Neuss"), Choice("05162004", "Dormagen"))
        case OptionSource.FIELDS:
            return tuple(Choice(field.id, field.title) for field in library().catalogue_fields())
        case OptionSource.INDICATORS:
            return _choices(library().indicators())
        case _:
            return _choices(question.options)


def _choices(options: Iterable[Option]) -> tuple[Choice, ...]:
    return tuple(Choice(option.id, option.label) for option in options)
