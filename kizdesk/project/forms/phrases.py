"""Word in German what a returned file is and what to do with it."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.concept.german import listed
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality
from kizdesk.paperwork import Identity

PLAIN = {
    "gleich": "Alle Angaben stehen schon so im Projekt. Übernehmen legt nur das Formular als eigenes Gespräch ab.",
    "doppelt": "Dieses Formular ist mit denselben Angaben schon da. Es ist nichts zu tun.",
    "als-scan": "Diese Datei liegt beim Gespräch. Zum Abtippen bitte das Gespräch öffnen.",
    "leer": "In diesem Formular ist nichts ausgefüllt. Bitte die Kommune um das ausgefüllte Formular bitten.",
}
NOT_RECORDED = (
    "In dieser Projektdatei ist nicht verzeichnet, dass dieses Formular ausgegeben wurde; vielleicht stammt es aus "
    "einer anderen Kopie des Projekts."
)
UNTOUCHED = "Die Datei ist noch so, wie sie ausgegeben wurde."
STALE = (
    "Seit „{name}“ gelesen wurde, hat sich im Projekt etwas geändert: {title}. Es wurde nichts übernommen. "
    "Bitte die Formulare noch einmal einlesen."
)
CHANGED = (
    "Während die Formulare übernommen werden sollten, hat sich im Projekt etwas geändert. Es wurde nichts übernommen. "
    "Bitte noch einmal übernehmen."
)
READ_ONLY = "Das Projekt ist nur zum Lesen geöffnet. Bitte es zum Bearbeiten öffnen und die Formulare dann übernehmen."
SEVERAL = "Für diese Kommune sind mehrere Gespräche geplant. Bitte wählen, in welches das Formular gehört."
LEFTOVERS = "Ohne Platz im Leitfaden (Formular vom {sent_on:%d.%m.%Y}):"


def answered_by(people: Iterable[Person]) -> str:
    """Say who is ticked as having answered: with the form they come into the conversation."""
    named = listed(", ".join(filter(None, (person.known_as, person.unit))) for person in people)
    return f"Geantwortet hat nach den Kreuzen im Formular: {named}. Das wird mit übernommen."


def new(count: int) -> str:
    """Say that nothing contradicts the project."""
    held = "Eine Angabe kann" if count == 1 else f"{count} Angaben können"
    return f"{held} übernommen werden; nichts widerspricht dem, was im Projekt steht."


def different(count: int, *, again: bool) -> str:
    """Say that something contradicts the project, or that the form came before with other answers."""
    told = "Dieses Formular kam schon einmal zurück. " if again else ""
    if not count:
        return f"{told}Jetzt enthält es weitere Angaben. Bitte wählen, was übernommen wird."
    held = "Eine Angabe weicht" if count == 1 else f"{count} Angaben weichen"
    return f"{told}{held} von dem ab, was im Projekt steht. Bitte wählen, was übernommen wird."


def behind(name: str, count: int) -> str:
    """Say that a file stands beside another of the same go, which is chosen but not taken over yet."""
    if not count:
        return f"Dasselbe sagt schon die Datei „{name}“, die zum Übernehmen angekreuzt ist. Es ist nichts zu tun."
    held = "Eine Angabe sagt" if count == 1 else f"{count} Angaben sagen"
    return (
        f"Von derselben Kommune ist auch die Datei „{name}“ angekreuzt, noch aber nicht übernommen. {held} hier etwas "
        "anderes oder Weiteres. Bitte wählen, was gilt."
    )


def partly_there(count: int) -> str:
    """Say that this very file is kept already, but that the project does not hold all it says."""
    held = "Eine Angabe daraus steht" if count == 1 else f"{count} Angaben daraus stehen"
    return (
        f"Diese Datei ist schon übernommen. {held} anders oder gar nicht im Projekt: nicht gewählt oder seitdem "
        "geändert. Soll das so bleiben, ist nichts zu tun."
    )


def begun(count: int) -> str:
    """Say that there are interviews with the municipality that are begun, so that somebody has to choose."""
    held = "ein Gespräch" if count == 1 else f"{count} Gespräche"
    return f"Es gibt schon {held}. Bitte unter „Übernehmen in“ prüfen, wohin das gehört."


def older_guide(sent: str, own: str, *, is_new: bool = False) -> str:
    """Say that the form asks for another version of the guide."""
    held = f"das neue Gespräch entsteht nach der Fassung {own}" if is_new else f"das Gespräch zur Fassung {own}"
    return (
        f"Das Formular gehört zur Fassung {sent} des Leitfadens, {held}. Die Angaben sind "
        "ihren Fragen zugeordnet; bitte prüfen und wählen, was übernommen wird."
    )


def other_municipality(own: Municipality, named: Municipality) -> str:
    """Say that the name of the file tells another municipality than the form."""
    return (
        f"Der Dateiname nennt {named.name}, das Formular wurde aber für {own.name} ausgegeben. Bitte mit der Kommune "
        "klären, von wem die Angaben sind, bevor sie übernommen werden."
    )


def other_project(identity: Identity) -> str:
    """Say that the form belongs to another project or guide."""
    return (
        f"Das Formular für „{identity.municipality_name}“ gehört zu einem anderen Projekt oder Leitfaden. "
        "Bitte das Projekt öffnen, aus dem es ausgegeben wurde, und es dort einlesen."
    )
