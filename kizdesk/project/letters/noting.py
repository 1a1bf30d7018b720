"""Note what follows from letters: who was asked for an Einvernehmen, and who was reminded."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.papers import PaperKind
from kizdesk.project.letters.fields import is_due_own, texts_of
from kizdesk.project.letters.places import asked_version, letter_places
from kizdesk.project.letters.writing import LetterWish
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.requests import askable, remind, request_consents


@dataclass(frozen=True, slots=True)
class Note:
    """Be what can be noted after letters were written; nothing is noted before somebody says so."""

    kind: PaperKind
    municipality_ids: tuple[str, ...]
    question: str
    button: str
    done: str


def offered(project: OpenProject, wish: LetterWish) -> Note | None:
    """Return what can be noted of the letters of a wish; None where there is nothing, or it is noted."""
    if project.read_only or wish.kind is PaperKind.INVITATION:
        return None
    if wish.kind is PaperKind.REQUEST:
        return _request(project, wish)
    waiting = {it.municipality_id for it in letter_places(project, wish.kind) if it.request_id}
    ids = tuple(key for key in wish.municipality_ids if key in waiting)
    if not ids:
        return None
    whom = "die Kommune" if len(ids) == 1 else f"{len(ids)} Kommunen"
    return Note(
        wish.kind,
        ids,
        f"Erinnerung für {whom} mit heutigem Datum und der Frist des Schreibens festhalten? Verschickt wird nichts.",
        "Erinnerung festhalten" if len(ids) == 1 else f"{len(ids)} Erinnerungen festhalten",
        "Die Erinnerung ist festgehalten." if len(ids) == 1 else f"{len(ids)} Erinnerungen sind festgehalten.",
    )


def note(project: OpenProject, what: Note) -> None:
    """Note it with the present day and the last day of the letter, in one step.

    Raises UserError if somebody has answered or was asked meanwhile.
    """
    last, version = texts_of(project, what.kind).last, asked_version(project)
    if version is None:
        return
    if what.kind is PaperKind.REQUEST:
        request_consents(project, version.id, what.municipality_ids, last)
        return
    asked = {it.municipality_id: it.request_id for it in letter_places(project, what.kind)}
    reminded = [asked[key] for key in what.municipality_ids if asked.get(key)]
    remind(project, reminded, last, keep_coming=not is_due_own(project, what.kind))


def _request(project: OpenProject, wish: LetterWish) -> Note | None:
    version = asked_version(project)
    able = set(askable(project, version.id)) if version is not None else set()
    ids = tuple(key for key in wish.municipality_ids if key in able)
    if not ids:
        return None
    what, whom = ("Anfrage", "die Kommune") if len(ids) == 1 else ("Anfragen", f"{len(ids)} Kommunen")
    return Note(
        wish.kind,
        ids,
        f"{what} für {whom} mit heutigem Datum festhalten? Verschickt wird nichts.",
        "Anfrage festhalten" if len(ids) == 1 else f"{len(ids)} Anfragen festhalten",
        "Die Anfrage ist festgehalten." if len(ids) == 1 else f"{len(ids)} Anfragen sind festgehalten.",
    )
