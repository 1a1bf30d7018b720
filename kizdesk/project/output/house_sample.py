"""Word the pages on which a house template shows all its styles."""

from __future__ import annotations

from datetime import date

from kizdesk.concept.tree import (
    Align,
    AnyBlock,
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

_TEXT = (
    "So sieht ein Absatz des Konzepts aus. Er läuft über mehrere Zeilen, damit zu sehen ist, wie weit die Zeilen "
    "auseinanderstehen, ob sie am rechten Rand abschließen und wie groß der Abstand zum nächsten Absatz ist."
)
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="30mm" viewBox="0 0 120 30">'
    '<rect width="120" height="30" fill="#eef1f2"/><rect x="6" y="6" width="100" height="7" fill="#5b6b73"/>'
    '<rect x="6" y="17" width="60" height="7" fill="#9fb3b9"/></svg>'
)


def sample(district: str, day: date) -> Document:
    """Return a document with every kind of block."""
    return Document(
        title="Probeseiten der Hausvorlage",
        subtitle="So druckt kizdesk Überschriften, Texte und Tabellen",
        district=district or "Kreis",
        status="Probe",
        version="Probeseiten",
        dated=f"{day:%d.%m.%Y}",
        notice="",
        imprint=("Diese Seiten zeigen nur die Gestaltung.",),
        keywords=("Probeseiten",),
        blocks=(*_words(), *_tables(), *_wide()),
    )


def _words() -> tuple[AnyBlock, ...]:
    return (
        Heading(id="1", level=1, text="Überschrift der ersten Ebene"),
        Paragraph(id="2", runs=(Run("Ein Vorspann führt in wenigen Zeilen ein."),), style=ParagraphStyle.LEAD),
        Paragraph(id="3", runs=(Run(_TEXT), Run(" Eine Quelle steht am Fuß der Seite.", note="So steht eine Quelle."))),
        Paragraph(id="4", runs=(Run(_TEXT),)),
        Heading(id="5", level=2, text="Überschrift der zweiten Ebene"),
        Listing(id="6", items=tuple((Run(f"Punkt {number} einer Aufzählung"),) for number in (1, 2, 3))),
        Listing(
            id="7", items=tuple((Run(f"Schritt {number} einer Reihenfolge"),) for number in (1, 2, 3)), ordered=True
        ),
        Heading(id="8", level=3, text="Überschrift der dritten Ebene"),
        Quotation(id="9", text="„So steht ein Zitat aus einem Gespräch.“", speaker="Wer es gesagt hat, steht darunter"),
        Heading(id="10", level=4, text="Überschrift der vierten Ebene"),
        Paragraph(
            id="11",
            runs=(Run("Leitziel: ", bold=True), Run("So steht ein Schwerpunkt im Kasten. " + _TEXT)),
            style=ParagraphStyle.BOX,
        ),
        Figure(id="12", caption="Eine Abbildung", alt="Zwei Balken, der obere länger", svg=_SVG, width_mm=120),
        Paragraph(id="13", runs=(Run("So steht eine Anmerkung."),), style=ParagraphStyle.NOTE),
    )


def _tables() -> tuple[AnyBlock, ...]:
    rows = tuple(
        Row(f"z{number}", (f"Maßnahme {number}", "Amt für Soziales", f"{number * 1200:,} €".replace(",", ".")))
        for number in range(1, 6)
    )
    columns = (Column("Maßnahme", 2), Column("Zuständig", 2), Column("Betrag", 1, Align.RIGHT))
    profile = (Row("s1", ("Kommune", "Musterstadt")), Row("s2", ("Ansprechperson", "Erika Muster, Sozialamt")))
    return (
        Heading(id="20", level=1, text="Tabellen"),
        Table(
            id="21",
            caption="Eine Tabelle mit Summe",
            columns=columns,
            rows=(*rows, Row("summe", ("Summe", "", "18.000 €"), total=True)),
        ),
        Paragraph(id="22", runs=(Run(_TEXT),)),
        Table(
            id="23",
            caption="Ein Steckbrief",
            columns=(Column("", 1), Column("", 3)),
            rows=profile,
            head=TableHead.ROWS,
        ),
    )


def _wide() -> tuple[AnyBlock, ...]:
    columns = tuple(Column(f"Spalte {number}") for number in range(1, 10))
    rows = tuple(Row(f"w{line}", tuple(f"Angabe {line}.{number}" for number in range(1, 10))) for line in range(1, 6))
    return (
        Heading(id="30", level=2, text="Eine breite Tabelle im Querformat", numbered=False),
        Table(id="31", caption="Viele Spalten", columns=columns, rows=rows, landscape=True),
    )
