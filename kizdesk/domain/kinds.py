"""Name the kinds of records in German, for labels and sentences."""

from __future__ import annotations

from kizdesk.domain.base import Record, kind_of

_NAMES: dict[str, tuple[str, str]] = {
    "project": ("Projekt", "Projekte"),
    "district": ("Kreis", "Kreise"),
    "municipality": ("Kommune", "Kommunen"),
    "person": ("Person", "Personen"),
    "privacy_consent": ("Einwilligung", "Einwilligungen"),
    "body": ("Gremium", "Gremien"),
    "actor": ("Akteur", "Akteure"),
    "consultation": ("Beratung", "Beratungen"),
    "interview": ("Gespräch", "Gespräche"),
    "answer": ("Antwort", "Antworten"),
    "offering": ("Angebot", "Angebote"),
    "attachment": ("Anlage", "Anlagen"),
    "evidence": ("Beleg", "Belege"),
    "principle": ("Leitlinie", "Leitlinien"),
    "field_of_action": ("Handlungsfeld", "Handlungsfelder"),
    "goal": ("Ziel", "Ziele"),
    "measure": ("Maßnahme", "Maßnahmen"),
    "focus_period": ("Schwerpunktzeitraum", "Schwerpunktzeiträume"),
    "focus": ("Schwerpunkt", "Schwerpunkte"),
    "organisation_variant": ("Organisationsvariante", "Organisationsvarianten"),
    "centre_task": ("Aufgabe", "Aufgaben"),
    "course_of_action": ("Handlungsoption", "Handlungsoptionen"),
    "post": ("Stelle", "Stellen"),
    "cost_item": ("Kostenposition", "Kostenpositionen"),
    "stated_total": ("Summenangabe", "Summenangaben"),
    "concept_version": ("Fassung", "Fassungen"),
    "vote": ("Votum", "Voten"),
    "consent_request": ("Anfrage", "Anfragen"),
    "editorial_ruling": ("redaktionelle Bestätigung", "redaktionelle Bestätigungen"),
    "form_issue": ("Formular", "Formulare"),
    "guide_edition": ("Fassung des Leitfadens", "Fassungen des Leitfadens"),
    "chapter_choice": ("Wahl zum Kapitel", "Wahlen zu Kapiteln"),
    "house_template": ("Hausvorlage", "Hausvorlagen"),
    "style_choice": ("Formatvorlage", "Formatvorlagen"),
    "paper": ("Schriftstück", "Schriftstücke"),
    "paper_entry": ("Angabe im Schriftstück", "Angaben im Schriftstück"),
    "paper_stop": ("Station der Beratungsfolge", "Stationen der Beratungsfolge"),
    "paper_question": ("Frage des Gremiums", "Fragen des Gremiums"),
    "statement": ("Stellungnahme", "Stellungnahmen"),
    "chapter_text": ("Kapiteltext", "Kapiteltexte"),
    "source_document": ("Quelle", "Quellen"),
}


def kind_name(record_type: type[Record]) -> str:
    """Return the German name of a kind of record."""
    return _NAMES[kind_of(record_type)][0]


def kind_plural(record_type: type[Record]) -> str:
    """Return the German name of several records of a kind."""
    return _NAMES[kind_of(record_type)][1]


def counted(record_type: type[Record], count: int) -> str:
    """Return a number with the name of the kind, such as ``3 Ziele``."""
    singular, plural = _NAMES[kind_of(record_type)]
    return f"{count} {singular if count == 1 else plural}"
