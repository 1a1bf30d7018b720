"""Make documents by hand that hold everything a concept can hold."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from kizdesk.concept.tree import (
    Align,
    AnyBlock,
    BlockKind,
    Column,
    Document,
    Figure,
    Heading,
    Listing,
    Paragraph,
    ParagraphStyle,
    Quotation,
    Row,
    Run,
    Table,
    TableHead,
)

CREATED = datetime(2013, 2, 22, 9, 30, tzinfo=UTC)
NOTICE = "Beispiel mit erfundenen Antworten, Angeboten und Maßnahmen; Beschlüsse und Termine nach der Sitzungsvorlage."

TOWNS = ("Dormagen", "Grevenbroich", "Jüchen", "Kaarst", "Korschenbroich", "Meerbusch", "Neuss", "Rommerskirchen")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="160mm" height="70mm" viewBox="0 0 160 70">'
    '<rect width="160" height="70" fill="#F4F6F7"/>'
    + "".join(
        f'<rect x="40" y="{6 + 12 * row}" width="{width}" height="8" fill="#0F5C6E"/>'
        f'<text x="36" y="{12 + 12 * row}" font-size="4" text-anchor="end">{name}</text>'
        for row, (name, width) in enumerate(
            (("Sprache", 108), ("Bildung", 96), ("Öffnung", 80), ("Arbeit", 66), ("Teilhabe", 50))
        )
    )
    + "</svg>"
)
PROSE = (
    "Der Kreis und seine Kommunen haben die Bestandsaufnahme gemeinsam verabredet. In jeder Verwaltung wurde ein "
    "leitfadengestütztes Gespräch geführt; beteiligt waren die Sozialverwaltungen, die Jugendämter, die Schulämter "
    "und die Integrationsbeauftragten. Die Ergebnisse wurden der Steuerungsgruppe vorgestellt und in der "
    "Integrationskonferenz mit den freien Trägern der Wohlfahrtspflege beraten."
)


def document(*blocks: AnyBlock, notice: str = NOTICE, title: str = "Integrationskonzept") -> Document:
    """Return a document of the given blocks."""
    return Document(
        title=title,
        subtitle="Grundlagen, Handlungsfelder und Schwerpunkte der Integrationsarbeit im Kreis",
        district="Rhein-Kreis Neuss",
        status="beschlossen",
        version="Fassung 3",
        dated="6. März 2013",
        notice=notice,
        imprint=("Rhein-Kreis Neuss · Der Landrat", "Amt für Soziales und Wohnen", "41460 Neuss"),
        keywords=("Integrationskonzept", "Kommunales Integrationszentrum", "Rhein-Kreis Neuss"),
        blocks=blocks,
    )


def rich() -> Document:
    """Return a document with every kind of block, in both directions of the sheet."""
    return document(*opening(), *survey(), *fields(), *annex())


def opening() -> list[AnyBlock]:
    """Return foreword, occasion and terms."""
    body = [Paragraph(id=f"anlass/text#{number}", runs=(Run(PROSE),)) for number in (1, 2)]
    linked = Paragraph(
        id="anlass/gesetz",
        runs=(
            Run("Grundlage ist "),
            Run("§ 7 des Teilhabe- und Integrationsgesetzes", bold=True),
            Run(" in der Fassung von "),
            Run("Februar 2012", italic=True),
            Run(", nachzulesen unter "),
            Run("recht.nrw.de", link="https://recht.nrw.de"),
            Run(" und in der "),
            Run("Übersicht", link="#synopse"),
            Run("."),
        ),
    )
    return [
        Heading(id="vorwort", level=1, text="Vorwort", numbered=False),
        Paragraph(id="vorwort/vorspann", runs=(Run("Integration gelingt vor Ort."),), style=ParagraphStyle.LEAD),
        Paragraph(id="vorwort/text", runs=(Run(PROSE),)),
        Heading(id="anlass", level=1, text="Anlass, Auftrag und Rechtsgrundlage"),
        *body,
        linked,
        Heading(id="anlass/vorgehen", level=2, text="Vorgehen"),
        Listing(
            id="anlass/schritte",
            ordered=True,
            items=(
                (Run("Grundsatzbeschluss des Ausschusses"),),
                (Run("Gespräche in allen acht Kommunen"),),
                (Run("Integrationskonferenz", bold=True), Run(" mit den freien Trägern")),
            ),
        ),
        Paragraph(id="anlass/danach", runs=(Run("Danach folgten:"),)),
        Listing(id="anlass/weitere", ordered=True, items=((Run("Einvernehmen"),), (Run("Kreistag"),))),
        Listing(id="anlass/beteiligte", items=((Run("Steuerungsgruppe"),), (Run("Bürgermeisterkonferenz"),))),
        Paragraph(id="anlass/hinweis", runs=(Run("Stand der Daten: 31. Dezember 2012."),), style=ParagraphStyle.NOTE),
    ]


def survey() -> list[AnyBlock]:
    """Return the survey: figures, a wide comparison, profiles."""
    people = Table(
        id="kerndaten/tabelle",
        caption="Einwohnerinnen und Einwohner am 31. Dezember 2012",
        alt="Bevölkerung der acht Kommunen; Neuss ist mit 151.486 die größte.",
        columns=(
            Column("Kommune", 3),
            Column("Einwohner", 1.4, Align.RIGHT),
            Column("Anteil nichtdeutsch", 1.4, Align.RIGHT),
            Column("Jugendamt", 1, Align.CENTRE),
        ),
        rows=(
            *(
                Row(f"kommune-{number}", (town, f"{60 + 7 * number}.{100 + number}", f"{7 + number},3 %", "ja"))
                for number, town in enumerate(TOWNS)
            ),
            Row("summe", ("Rhein-Kreis Neuss", "443.286", "10,4 %", ""), total=True),
        ),
    )
    synopsis = Table(
        id="synopse",
        landscape=True,
        caption="Die acht Kommunen im Vergleich",
        alt="Zuständigkeiten, Konzepte und Angebote der acht Kommunen nebeneinander.",
        columns=(Column("Merkmal", 1.5), *(Column(town) for town in TOWNS)),
        rows=tuple(
            Row(
                f"zeile-{number}",
                (
                    f"Zuständigkeit und Ansprechstelle {number}",
                    *(f"Fachbereich Soziales, Sachgebiet {number} in {town[:6]}." for town in TOWNS),
                ),
            )
            for number in range(1, 22)
        ),
    )
    chart = Figure(
        id="bestand/dringlichkeit",
        caption="Dringlichkeit der Handlungsfelder",
        alt="Sprache 4,5, Bildung 4,0, Öffnung 3,3, Arbeit 2,8, Teilhabe 2,1 von 5 Punkten.",
        svg=SVG,
        note="Mittelwerte aus acht Gesprächen; 1 = gering, 5 = sehr hoch.",
    )
    profiles = [block for number, town in enumerate(TOWNS[:3]) for block in profile(number, town)]
    return [
        Heading(id="bestand", level=1, text="Bestandsaufnahme in den Kommunen"),
        Paragraph(id="bestand/text", runs=(Run(PROSE),)),
        people,
        Paragraph(id="bestand/nach-tabelle", runs=(Run(PROSE),)),
        referring(),
        chart,
        Heading(id="bestand/synopse", level=2, text="Synopse"),
        synopsis,
        Heading(id="bestand/profile", level=2, text="Profile der Kommunen"),
        *profiles,
    ]


def referring() -> Paragraph:
    """Return a paragraph that refers to a table, a figure, a chapter, to what is not printed, and cites a source."""
    pieces = (
        Run("Den Vergleich zeigt "),
        Run("die Übersicht", refers="synopse"),
        Run(", die Dringlichkeit "),
        Run("das Schaubild", refers="bestand/dringlichkeit"),
        Run("; die Maßnahmen stehen in ", note="Sitzungsvorlage 50/2403/XV/2013."),
        Run("den Handlungsfeldern", refers="handlungsfelder/sprache"),
        Run(" und in "),
        Run("der Anlage", refers="anlage/fehlt"),
        Run("."),
    )
    return Paragraph(id="bestand/verweise", runs=pieces)


def profile(number: int, town: str) -> list[AnyBlock]:
    """Return the profile of one municipality."""
    labels = ("Einwohner", "Zuständigkeit", "Gremien", "Integrationskonzept", "Angebote")
    values = (
        "63.210 (31.12.2012)",
        "Fachbereich Soziales\nIntegrationsbeauftragte mit halber Stelle",
        "Integrationsrat seit 2010",
        "Beschlossen 2009, wird fortgeschrieben",
        "Sprachförderung in Kindertageseinrichtungen\nHausaufgabenhilfe\nElternlotsinnen",
    )
    rows = tuple(Row(f"{town}/{label}", (label, value)) for label, value in zip(labels, values, strict=True))
    return [
        Heading(id=f"profil/{number}", level=3, text=town),
        Table(
            id=f"profil/{number}/tabelle",
            caption=f"Steckbrief {town}",
            alt=f"Zuständigkeiten und Angebote in {town}.",
            columns=(Column("", 0.3), Column("", 0.7)),
            rows=rows,
            head=TableHead.ROWS,
        ),
        Paragraph(id=f"profil/{number}/text", runs=(Run(PROSE),)),
        Quotation(
            id=f"profil/{number}/zitat",
            text="„Die Sprachförderung beginnt in der Kita, aber sie darf dort nicht aufhören.“",
            speaker=f"Fachbereichsleitung Soziales, Stadt {town}",
        ),
    ]


def fields() -> list[AnyBlock]:
    """Return fields of action with boxes and measures."""
    box = Paragraph(
        id="handlungsfelder/leitziel",
        runs=(Run("Leitziel: ", bold=True), Run("Jedes Kind spricht vor der Einschulung sicher Deutsch.")),
        style=ParagraphStyle.BOX,
    )
    measures = Table(
        id="handlungsfelder/massnahmen",
        caption="Maßnahmen im Handlungsfeld Sprachförderung",
        columns=(Column("Nr."), Column("Maßnahme", 5), Column("Federführung", 3), Column("Kosten", 2, Align.RIGHT)),
        rows=tuple(
            Row(f"massnahme-{n}", (f"M {n}", f"Elternlotsinnen im Sozialraum {n}", "Kreisjugendamt", f"{n}2.400 €"))
            for n in range(1, 41)
        ),
    )
    return [
        Heading(id="handlungsfelder", level=1, text="Handlungsfelder"),
        Heading(id="handlungsfelder/sprache", level=2, text="Sprachförderung"),
        box,
        measures,
        Heading(id="handlungsfelder/sprache/ziele", level=3, text="Ziele"),
        Heading(id="handlungsfelder/sprache/ziele/eins", level=4, text="Ziel 1: Übergänge begleiten"),
        Paragraph(id="handlungsfelder/sprache/ziele/text", runs=(Run(PROSE),)),
    ]


def annex() -> list[AnyBlock]:
    """Return an annex that is record, not content."""
    sources = Table(
        id="anlage/quellen/tabelle",
        kind=BlockKind.RECORD,
        caption="Quellen",
        columns=(Column("Quelle", 3), Column("Fundstelle", 2)),
        rows=tuple(
            Row(f"q{number}", ("Teilhabe- und Integrationsgesetz", f"GV. NRW. 2012 S. {number}"), ends=((), end))
            for number, end in enumerate(((Run("", note="Verkündet am 24. Februar 2012."),),) * 2, start=97)
        ),
    )
    return [
        Heading(id="anlage/quellen", level=1, text="Anlage: Quellen", numbered=False, kind=BlockKind.RECORD),
        sources,
    ]


def large(scale: float = 1.0) -> Document:
    """Return a document of the largest district's size: at full scale some 220 pages with 300 tables."""
    numbers = count(1)
    blocks: list[AnyBlock] = []
    for chapter in range(round(12 * scale)):
        blocks.append(Heading(id=f"k{chapter}", level=1, text=f"Kapitel {chapter}"))
        for section in range(25):
            here = f"k{chapter}/s{section}"
            blocks.append(Heading(id=here, level=2, text=f"Abschnitt {section}"))
            blocks.extend(Paragraph(id=f"{here}/{next(numbers)}", runs=(Run(PROSE),)) for _ in range(2))
            rows = tuple(Row(f"{here}/z{n}", (f"M {n}", PROSE[:80], "Kreis", "12.400 €", "2013")) for n in range(9))
            columns = (Column("Nr."), Column("Maßnahme", 4), Column("Wer"), Column("Kosten"), Column("Jahr"))
            blocks.append(Table(id=f"{here}/t", caption="Maßnahmen", columns=columns, rows=rows))
    return document(*blocks)
