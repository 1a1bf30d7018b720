"""Name what people look for by other words than the program uses, and where it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """Be something people want to do: its title, the page, what the page opens, and further words for it.

    A ``deed`` is the name of an action of the page that is done there, as if its button were clicked.
    """

    title: str
    page: str
    words: str
    argument: str = ""
    deed: str = ""


WISHES: Sequence[Wish] = (
    Wish("Landrat/Landrätin eintragen", "basics.people", "kreisspitze verwaltungsspitze", "Landrat/Landrätin"),
    Wish("Bürgermeister/in eintragen", "basics.people", "bürgermeisterinnen und oberbürgermeister", "Bürgermeister/in"),
    Wish("Steuerungsgruppe eintragen", "basics.people", "lenkungsgruppe mitglied", "Steuerungsgruppe"),
    Wish("Ansprechpartner/in eintragen", "basics.people", "kontakt ansprechpartnerin telefon", "Ansprechpartner/in"),
    Wish("Projektleitung eintragen", "basics.people", "leiter leiterin verantwortlich", "Projektleitung"),
    Wish("Personen und Einwilligungen", "basics.people", "mensch name rolle datenschutz dsgvo telefon adresse"),
    Wish("Kommunen, Einwohner und Fläche", "basics.project", "kommune stadt gemeinde einwohnerzahl karte kreis ort"),
    Wish("Titel, Datum und Deckblatt", "basics.project", "stand vorlage name des konzepts gesetz rechtsgrundlage"),
    Wish("Gremien eintragen", "basics.bodies", "rat kreistag ausschuss gremium akteur verein"),
    Wish("Termine eintragen", "basics.schedule", "termin zeitplan sitzung frist kalender"),
    Wish("Texte der Kapitel schreiben", "basics.chapters", "kapitel text einleitung vorwort schreiben"),
    Wish("Gespräch planen oder führen", "stocktaking.interviews", "interview befragung fragebogen beginnen beteiligte"),
    Wish("Gespräche eines anderen Rechners übernehmen", "stocktaking.merge", "laptop kopie zusammenführen abgleichen"),
    Wish("Zurückgesandte Formulare einlesen", "forms.returned", "rücklauf formular scan ausgefüllt mail"),
    Wish("Antworten aller Kommunen nebeneinander", "evaluation.comparison", "auswertung vergleichen excel antwort"),
    Wish("Angebote der Kommunen", "evaluation.offerings", "angebot projekt kurs beratung"),
    Wish("Leitlinien schreiben", "fields.principles", "leitbild grundsatz leitlinie"),
    Wish("Ziel oder Maßnahme eintragen", "fields.fields", "leitziel ziele maßnahmen handlungsfeld indikator kennzahl"),
    Wish("Schwerpunkte wählen", "focus.focus", "schwerpunkt zeitraum zwei jahre selbstverpflichtung strang"),
    Wish("Kosten und Stellen", "organisation.cost", "kosten euro förderung stelle personal haushalt finanzierung"),
    Wish("Zustimmung einer Kommune eintragen", "participation.consents", "einvernehmen zustimmen votum beschluss"),
    Wish(
        "Kommunen um ihr Einvernehmen bitten",
        "participation.consents",
        "anfrage brief anschreiben zustimmung antwortformular",
        deed="consents-ask",
    ),
    Wish("Beschluss oder Votum eintragen", "participation.meetings", "beratung abstimmung sitzung rat kreistag"),
    Wish("Anregung oder Vorbehalt eintragen", "participation.statements", "einwand bedenken stellungnahme kritik"),
    Wish("Fassung festschreiben", "participation.versions", "einfrieren version beschlussfassung", "freeze"),
    Wish(
        "Sehen, was noch fehlt",
        "output.check",
        "prüfen offene punkte befunde mängel fehler lücke hindernis unvollständig",
    ),
    Wish("Sehen, wie das Konzept gedruckt wird", "output.preview", "seitenansicht druckbild papier drucker ausdruck"),
    Wish(
        "Kapitel weglassen, umstellen oder umbenennen",
        "output.outline",
        "gliederung reihenfolge kapitel kurzfassung inhalt länge kürzen",
    ),
    Wish("Konzept ausgeben oder drucken", "output.export", "drucken pdf word docx druck datei speichern exportieren"),
)
