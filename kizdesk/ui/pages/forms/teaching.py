"""Say what the list of forms is for while there is none, and with which button one begins."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.places import Municipality
from kizdesk.project.stocktaking.entering import is_city
from kizdesk.ui.session import Session


@dataclass(frozen=True, slots=True)
class Lesson:
    """Be why there is nothing yet, and how to begin."""

    sentence: str
    begin: str
    page: str = ""
    """The page on which one begins; empty for this one."""
    other: str = ""


def lesson(session: Session) -> Lesson:
    """Return what an empty page of forms teaches in a project."""
    if is_city(session.project):
        sentence = session.tr(
            "Formulare gehen an die kreisangehörigen Kommunen. Eine kreisfreie Stadt hat keine; zur Bestandsaufnahme "
            "gehören hier die Angebote in der Stadt."
        )
        return Lesson(sentence, session.tr("Angebote erfassen"), "evaluation.offerings")
    if not session.project.snapshot.all(Municipality):
        sentence = session.tr("Formulare gehen an die Kommunen. Noch sind keine Kommunen eingetragen.")
        return Lesson(sentence, session.tr("Kommunen eintragen"), "basics.project")
    sentence = session.tr(
        "Kommunen können auch schriftlich antworten: Jede bekommt ein PDF-Formular mit den Fragen des Leitfadens. Was "
        "zurückkommt, geht in das geplante Gespräch mit der Kommune ein. Hier steht dann, was wann ausgegeben wurde, "
        "was überfällig ist und was zurückkam."
    )
    begin = "" if session.read_only else session.tr("Formulare ausgeben")
    return Lesson(sentence, begin, other=session.tr("Rückläufe einlesen …"))
