"""Write the forms with which municipalities answer the request for their Einvernehmen to one version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from kizdesk.concept.german import capital, closed, day, district_named, municipality_named
from kizdesk.concept.wording import Wording
from kizdesk.domain.errors import UserError
from kizdesk.domain.places import District, Municipality
from kizdesk.domain.register import request_of
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.domain.votes import VoteResult
from kizdesk.paperwork import Ask, Choice, FieldName, Identity, Line, Part, Pick, Sheet
from kizdesk.project.forms.cover import contact_of, sender_of
from kizdesk.project.forms.file_names import consent_names
from kizdesk.project.forms.placing import FileStage, StagedFile, placed_at_once
from kizdesk.project.forms.wish import FormWish, refuse_passed
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import Progress, Written
from kizdesk.project.participation.requests import unanswered

CONSENT = "einvernehmen"
"""What stands in place of the guide's id in the form of an answer; no guide is called so."""
RESULTS = (VoteResult.AGREED, VoteResult.WITH_CONDITIONS, VoteResult.REFUSED, VoteResult.DEFERRED)
"""What can be ticked, in the order of the form."""
FIELDS = MappingProxyType(
    {
        "answer": "antwort",
        "conditions": "bedingungen",
        "body": "gremium",
        "day": "datum",
        "proof": "nachweis",
        "name": "name",
        "function": "funktion",
        "place": "ort",
        "signature": "unterschrift",
    }
)
"""What is filled in, by its key in the wording, with the name of its field."""
_GROUP = 8
"""Signs of a fingerprint that stand together."""
_NO_VERSION = "Ein Einvernehmen gilt immer genau einer Fassung. Bitte zuerst eine Fassung festschreiben."
_UNKNOWN = "Eine Fassung {number} hat das Projekt nicht. Möglich sind: {known}."
_ALL_ANSWERED = "Zur Fassung {number} haben schon alle Kommunen geantwortet. Für eine davon bitte die Kommune angeben."
_OVERDUE = (
    "Die Frist für {place} war der {day}, sie ist vorbei. Bitte einen neuen Tag für die Rückgabe angeben, oder die "
    "Erinnerung mit neuer Frist auf der Seite „Einvernehmen“ festhalten."
)
_NOBODY = "Dieses Projekt hat keine Kommunen, die um ihr Einvernehmen zu bitten wären."


@dataclass(frozen=True, slots=True)
class ConsentFormWish:
    """Be what forms for answers shall be like."""

    municipality_ids: tuple[str, ...] = ()
    """Empty for those that have not answered yet."""
    number: int | None = None
    """The number of the version; None for the latest."""
    return_by: date | None = None
    """None for the last day of each request."""


@dataclass(frozen=True, slots=True)
class SendConsentForms:
    """Be the writing of forms for answers beside their places, as work that can be sent to another process."""

    wish: ConsentFormWish
    folder: Path

    def __call__(self, project: OpenProject, progress: Progress) -> tuple[StagedFile, ...]:
        """Write them."""
        return stage_consent_forms(project, self.wish, self.folder, progress)


def consent_wording(project: OpenProject) -> Wording:
    """Return the words of the form."""
    return Wording.of(project.library.toml("concept/consent_form.toml"))


def send_consent_forms(
    project: OpenProject, wish: ConsentFormWish, folder: Path, progress: Progress
) -> tuple[Written, ...]:
    """Write a form for the answer of each municipality, all or none; nothing is recorded.

    Raises UserError for a wish that cannot be met, EnvironmentFault if the disk refuses; then nothing is there.
    """
    return placed_at_once(project, stage_consent_forms(project, wish, folder, progress))


def stage_consent_forms(
    project: OpenProject, wish: ConsentFormWish, folder: Path, progress: Progress
) -> tuple[StagedFile, ...]:
    """Write the forms under other names beside their places."""
    from kizdesk.paperwork.writing import write_sheet

    refuse_passed(project, wish.return_by)
    version = wished_version(project, wish.number)
    places = _wished_places(project, wish, version)
    words = consent_wording(project)
    names = consent_names(project.snapshot.all(Municipality), version.number)
    with FileStage(folder) as stage:
        for number, place in enumerate(places):
            progress(f"Formular {place.name}", number / len(places))
            sheet = consent_sheet(project, words, version, place, wish.return_by)
            stage.add(names[place.id], write_sheet(sheet))
        progress("Formulare sind geschrieben", 1.0)
    return tuple(stage.files)


def wished_version(project: OpenProject, number: int | None) -> ConceptVersion:
    """Return a version by its number, or the latest; raises UserError if there is none."""
    versions = project.snapshot.all(ConceptVersion)
    found = latest_of(versions) if number is None else next((it for it in versions if it.number == number), None)
    if found is not None:
        return found
    known = ", ".join(str(version.number) for version in sorted(versions, key=lambda it: it.number))
    raise UserError(_UNKNOWN.format(number=number, known=known) if known else _NO_VERSION)


def consent_file(
    project: OpenProject,
    version: ConceptVersion,
    place: Municipality,
    return_by: date | None,
    sender: tuple[str, ...] = (),
) -> bytes:
    """Return the form for the answer of one municipality to one version as the bytes of its file."""
    from kizdesk.paperwork.writing import write_sheet

    return write_sheet(consent_sheet(project, consent_wording(project), version, place, return_by, sender))


def consent_sheet(
    project: OpenProject,
    words: Wording,
    version: ConceptVersion,
    place: Municipality,
    return_by: date | None,
    sender: tuple[str, ...] = (),
) -> Sheet:
    """Return the form for the answer of one municipality to one version; without a sender it has the usual one.

    Raises UserError if no last day is given and that of the request is over.
    """
    due = return_by or _asked_until(project, version, place)
    district = next(iter(project.snapshot.all(District)))
    named, number, dated = municipality_named(place), str(version.number), day(version.printed_on)
    told = {"district": capital(district_named(district).nominative), "place": named, "number": number}
    return Sheet(
        identity=Identity(version.id, district.id, place.id, named, CONSENT, number, project.now().date()),
        title=words.text("title"),
        subtitle=words.text("subtitle", project=project.settings.title, number=number, day=dated),
        guide_title=words.text("guide_title"),
        sender=sender_of(project, FormWish(sender=sender)),
        return_by=due,
        introduction=(
            *filter(None, (closed(project.settings.notice),)),
            words.text("request", **told, name=version.name, day=dated),
            words.text("fingerprint", fingerprint=grouped(version.fingerprint)),
            words.text("how"),
        ),
        closing=(_closing(project, words, due),),
        parts=(_answer(words, named, number), _decision(words)),
    )


def _asked_until(project: OpenProject, version: ConceptVersion, place: Municipality) -> date | None:
    request = request_of(project.snapshot.all(ConsentRequest), place.id, version.id)
    due = request.due_on if request is not None else None
    if due is not None and due < project.now().date():
        raise UserError(_OVERDUE.format(place=place.name, day=day(due)))
    return due


def grouped(fingerprint: str) -> str:
    """Return a fingerprint in groups, so that it can be compared by eye."""
    return " ".join(fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))


def _answer(words: Wording, place: str, number: str) -> Part:
    choices = tuple(Choice(result.value, words.text(f"answer.{result.value}")) for result in RESULTS)
    return Part(
        words.text("answer.title"),
        (
            Ask(
                "1",
                words.text("answer.question", place=place, number=number),
                (Pick(_field("answer"), choices),),
                required=True,
            ),
            Ask(
                "2",
                words.text("answer.conditions"),
                (Line(_field("conditions"), lines=6),),
                hint=words.text("answer.conditions_hint"),
            ),
        ),
        letter="A",
    )


def _decision(words: Wording) -> Part:
    where = (_line(words, "day", share=3), _line(words, "proof", share=9))
    signed = (
        _line(words, "name", share=6),
        _line(words, "function", share=6),
        _line(words, "place", lines=3, share=6),
        _line(words, "signature", lines=3, share=6),
    )
    return Part(
        words.text("decision.title"),
        (
            Ask("3", words.text("decision.body"), (Line(_field("body")),), hint=words.text("decision.body_hint")),
            Ask("4", words.text("decision.day"), where),
            Ask("5", words.text("decision.signed"), signed, keep_together=True),
        ),
        letter="B",
    )


def _field(key: str) -> FieldName:
    return FieldName(FIELDS[key])


def _line(words: Wording, key: str, *, share: int, lines: int = 1) -> Line:
    return Line(_field(key), words.text(f"decision.{key}_label"), lines=lines, share=share)


def _closing(project: OpenProject, words: Wording, due: date | None) -> str:
    contact = contact_of(project)
    until = words.text("until", day=day(due)) if due is not None else ""
    goal = words.text("goal", address=contact.email) if contact is not None and contact.email else ""
    return words.text("closing", until=until, goal=goal)


def _wished_places(project: OpenProject, wish: ConsentFormWish, version: ConceptVersion) -> list[Municipality]:
    snapshot = project.snapshot
    if not snapshot.all(Municipality):
        raise UserError(_NOBODY)
    wanted = dict.fromkeys(wish.municipality_ids or unanswered(project, version.id))
    places = [snapshot.get(Municipality, key) for key in wanted]
    if not places:
        raise UserError(_ALL_ANSWERED.format(number=version.number))
    return sorted(places, key=lambda place: sort_key(place.name))
