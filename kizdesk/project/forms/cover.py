"""Word what stands before the first question of a form and after the last: who asks, why, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kizdesk.concept.german import closed, day, district_named, listed, quoted
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Guide, Section
from kizdesk.domain.people import Person
from kizdesk.domain.places import District
from kizdesk.domain.roles import CONTACT, having
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject

_FIRM = "\N{NO-BREAK SPACE}"
_MAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\W\d_]{2,}")
TITLE = "Bestandsaufnahme zur Integration"
SUBTITLE = "Fragen an die Kommune zur Vorbereitung des Integrationskonzepts"
_THANKS = (
    "Vielen Dank, dass Sie sich Zeit nehmen. Ihre Antworten zeigen, was in Ihrer Kommune gelingt und wo etwas fehlt. "
    "Aus ihnen entsteht die Bestandsaufnahme für das Integrationskonzept, das {district} mit Ihnen schreibt."
)
_HOW = (
    "Füllen Sie das Formular am Bildschirm aus, speichern Sie es und senden Sie die Datei zurück; bitte nicht als "
    "neue PDF-Datei drucken. Sie können es auch auf Papier drucken und von Hand ausfüllen. Fragen, zu denen Sie "
    "nichts sagen können, lassen Sie bitte frei."
)
_KNOWN = (
    "Unter „Uns bereits bekannt“ steht, was Sie uns schon gesagt haben. Stimmt es noch, müssen Sie die Frage nicht "
    "noch einmal beantworten; sonst schreiben Sie bitte auf, was jetzt gilt."
)
_NUMBERS = (
    "Die Fragen tragen die Nummern unseres Leitfadens für Gespräche. Fragen, die nur das Gespräch selbst betreffen, "
    "stehen hier nicht; fehlt eine Nummer, fehlt also keine Seite."
)
_LEFT_OUT = "Nicht gefragt ist hier nach {sections}."


def firm(text: str) -> str:
    """Return a text that no line break tears apart."""
    return text.replace(" ", _FIRM)


def mail_in(lines: Iterable[str]) -> str:
    """Return the first mail address that stands in the lines of a sender, or nothing."""
    found = _MAIL.search("\n".join(lines))
    return found[0] if found is not None else ""


def return_address(project: OpenProject, sender: Iterable[str]) -> str:
    """Return the mail address a form goes back to: that of the sender, or else of whoever answers questions."""
    contact = contact_of(project)
    return mail_in(sender) or (contact.email if contact is not None else "")


def sender_of(project: OpenProject, wish: FormWish) -> tuple[str, ...]:
    """Return who asks: the district, its centre, and the person who answers questions."""
    if wish.sender:
        return wish.sender
    contact = contact_of(project)
    lines = [*(district.name for district in project.snapshot.all(District)), project.settings.centre_name]
    if contact is not None:
        phone = firm(f"Telefon {contact.phone}") if contact.phone else ""
        lines += [", ".join(filter(None, (contact.known_as, phone))), contact.email]
    return tuple(filter(None, lines))


def introduction_of(project: OpenProject, wish: FormWish, *, tells_known: bool, numbers: str = "") -> tuple[str, ...]:
    """Return the words before the first question; the notice of the project stands first."""
    named = district_named(next(iter(project.snapshot.all(District)))).nominative
    usual = (_THANKS.format(district=named), _HOW, *((_KNOWN,) if tells_known else ()), numbers)
    return tuple(filter(None, (closed(project.settings.notice), *(wish.introduction or usual))))


def numbers_told(guide: Guide, letters: Iterable[str]) -> str:
    """Say why numbers of the guide are missing in a form that has the sections of these letters."""
    held = set(letters)
    left = [f"{it.letter}{_FIRM}{it.title}" for it in guide.sections if it.letter not in held and not _is_of_talk(it)]
    return " ".join((_NUMBERS, _LEFT_OUT.format(sections=listed(map(quoted, left))) if left else "")).strip()


def _is_of_talk(section: Section) -> bool:
    """Tell whether a section is about the conversation itself."""
    asked = [question for question in section.questions if not question.retired]
    return all(question.binding and not question.binding.startswith("offering.") for question in asked)


def closing_of(project: OpenProject, issue: FormIssue, sender: Iterable[str]) -> tuple[str, ...]:
    """Return the words after the last question: thanks, where the form goes and until when."""
    address = return_address(project, sender)
    until = f" bis zum {day(issue.return_by)}" if issue.return_by else ""
    goal = f" an {address}" if address else ""
    return (f"Vielen Dank. Bitte speichern Sie das Formular und senden Sie es{until}{goal} zurück.",)


def contact_of(project: OpenProject) -> Person | None:
    """Return the person of the district who answers questions, one who can be reached before others."""
    people = [person for person in project.snapshot.all(Person) if not person.municipality_id]
    found = having(people, CONTACT) or having(people, "Projektleitung")
    return max(found, key=lambda person: bool(person.email), default=None)
