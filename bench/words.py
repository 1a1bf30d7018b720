"""Make plausible German sentences out of a fixed vocabulary, the same for the same seed."""

from __future__ import annotations

from random import Random

_SUBJECTS = (
    "Die Stadtverwaltung", "Der Jugendmigrationsdienst", "Das Familienbüro", "Die Volkshochschule", "Der Sportverein",
    "Die Grundschule an der Hauptstraße", "Das Jobcenter", "Die Caritas", "Der Integrationsrat", "Die Moscheegemeinde",
    "Das Mehrgenerationenhaus", "Die Ausländerbehörde", "Der Flüchtlingsrat", "Die Bürgerstiftung",
    "Das Gesundheitsamt",
)  # fmt: skip
_VERBS = (
    "bietet", "plant", "koordiniert", "wünscht sich", "vermisst", "finanziert", "erprobt", "begleitet", "fordert",
    "unterstützt", "organisiert", "erweitert",
)  # fmt: skip
_OBJECTS = (
    "Sprachförderung für Kinder im Vorschulalter", "einen Lotsendienst für neuzugewanderte Familien",
    "muttersprachliche Beratung in Gesundheitsfragen", "einen verlässlichen Ansprechpartner beim Kreis",
    "gemeinsame Fortbildungen für Fachkräfte", "Patenschaften für Auszubildende", "Elterncafés an allen Grundschulen",
    "Deutschkurse mit Kinderbetreuung", "interkulturelle Öffnung der Verwaltung", "Räume für Migrantenorganisationen",
    "eine kreisweite Übersicht der Angebote", "Hilfen beim Übergang von der Schule in den Beruf",
    "niedrigschwellige Sportangebote für Frauen", "einen Dolmetscherpool", "die Begleitung älterer Zugewanderter",
)  # fmt: skip
_ENDINGS = (
    "seit mehreren Jahren", "in Zusammenarbeit mit den Kirchen", "ohne gesicherte Finanzierung", "mit großem Erfolg",
    "in zwei Stadtteilen", "auf ehrenamtlicher Grundlage", "im Rahmen eines Landesprogramms",
    "gemeinsam mit den Schulen",
    "nach dem Vorbild der Nachbarkommunen", "mit steigender Nachfrage",
)  # fmt: skip


def sentence(random: Random) -> str:
    """Return one sentence."""
    parts = (random.choice(words) for words in (_SUBJECTS, _VERBS, _OBJECTS, _ENDINGS))
    return " ".join(parts) + "."


def paragraph(random: Random, sentences: int) -> str:
    """Return some sentences."""
    return " ".join(sentence(random) for _ in range(sentences))


def title(random: Random) -> str:
    """Return the title of an offering or a measure."""
    words = random.choice(_OBJECTS).removeprefix("einen ").removeprefix("eine ").removeprefix("die ")
    return words[0].upper() + words[1:]
