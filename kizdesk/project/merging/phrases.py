"""Say in whole sentences how an interview of another copy stands to the project."""

from __future__ import annotations

from collections.abc import Mapping

from kizdesk.concept.german import listed
from kizdesk.domain.base import Record
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Offering
from kizdesk.domain.kinds import counted, kind_name, kind_plural
from kizdesk.domain.people import Person, PrivacyConsent

EQUAL = "Das Gespräch ist hier schon vorhanden, und alles ist gleich."
ONLY_PLANNED = (
    "Hier ist das Gespräch nur geplant und noch leer, in der anderen Datei ist es begonnen. Wird es ausgewählt, gilt "
    "hier, was dort steht."
)
NO_PLACE = (
    "Die Kommune „{name}“ gibt es in diesem Projekt nicht, deshalb bleibt das Gespräch in der anderen Datei. "
    "Bitte die Kommune unter „Projekt“ eintragen und die Datei noch einmal wählen."
)
NO_GUIDE = (
    "Das Gespräch wurde nach der Fassung „{version}“ des Leitfadens geführt, die weder dieses Programm noch die andere "
    "Datei enthält. Bitte kizdesk auf diesem Rechner aktualisieren und die Datei noch einmal wählen."
)
OTHER_GUIDE = (
    "Die Fassung „{theirs}“ des Leitfadens lautet in beiden Dateien verschieden; die dortige heißt hier „{ours}“."
)
RELEASED = "Die Freigabe hier bleibt; was sich danach geändert hat, zeigt das Protokoll."
BROKEN = "Die Anlage „{name}“ ist in der anderen Datei beschädigt und kommt nicht mit."
UNREAD = (
    "Die Anlage „{name}“ ließ sich nicht aus der anderen Datei lesen, deshalb ist nichts übernommen. Bitte die Datei "
    "noch einmal wählen."
)
TWICE = (
    "„{name}“ ist hier schon eingetragen und kommt ein zweites Mal dazu. Einwilligungen und Widerrufe gelten je "
    "Eintrag; bitte beide danach unter „Personen“ vergleichen."
)
STALE = (
    "Das Gespräch mit {name} ist seit dem Vergleich geändert worden. Bitte noch einmal vergleichen und dann übernehmen."
)
READ_ONLY = (
    "Dieses Projekt ist nur zum Lesen geöffnet. Bitte es zum Bearbeiten öffnen und die Gespräche dann übernehmen."
)
_ORDER: tuple[type[Record], ...] = (Answer, Person, PrivacyConsent, Offering, Attachment, Evidence)


def new(counts: Mapping[type[Record], int]) -> str:
    """Say what a new interview brings along."""
    return f"Das Gespräch ist hier noch nicht vorhanden. {_with(counts)}"


def deleted(counts: Mapping[type[Record], int]) -> str:
    """Say of an interview that was deleted here what choosing it means."""
    return f"Das Gespräch wurde hier gelöscht; ausgewählt kommt es wieder. {_with(counts)}"


def different(count: int) -> str:
    """Say of an interview that differs what choosing it means."""
    places = "An einer Stelle" if count == 1 else f"An {count} Stellen"
    return (
        f"{places} steht in der anderen Datei etwas anderes. Wird das Gespräch ausgewählt, gilt hier, was dort steht."
    )


def stays_gone(kind: type[Record]) -> str:
    """Say of what was deleted here that it stays so."""
    return f"Hier gelöschte {kind_plural(kind)} bleiben gelöscht."


def kept(record: Record) -> str:
    """Say of what is here and differs that it stays as it is."""
    name = getattr(record, "known_as", "") or getattr(record, "title", "") or getattr(record, "name", "")
    called = f"{kind_name(type(record))} „{name}“" if name else kind_name(type(record))
    return f"{called} ist hier anders eingetragen und bleibt, wie hier eingetragen."


def staying(counts: Mapping[type[Record], int]) -> str:
    """Say of what hangs on the interview here only that it stays."""
    return f"Nur hier: {_told(counts)}. Das bleibt in jedem Fall erhalten."


def removed(counts: Mapping[type[Record], int]) -> str:
    """Say of what was deleted in the other copy that it is still here."""
    return f"In der anderen Datei gelöscht: {_told(counts)}. Hier bleibt das erhalten, bis Sie es auch hier löschen."


def _with(counts: Mapping[type[Record], int]) -> str:
    told = _told(counts)
    return f"Dazu gehören: {told}." if told else "Es ist noch leer."


def _told(counts: Mapping[type[Record], int]) -> str:
    return listed([counted(kind, counts[kind]) for kind in _ORDER if counts.get(kind)])
