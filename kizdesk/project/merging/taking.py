"""Take chosen interviews of another copy over, in one step that one undo takes back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.project.memory import collector_paused
from kizdesk.project.merging import phrases
from kizdesk.project.merging.judging import Comparison, Judge, Met
from kizdesk.project.merging.other import OtherCopy, Progress
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import short_day
from kizdesk.project.runner.purposes import purpose_words


@dataclass(frozen=True, slots=True)
class Taken:
    """Be what was taken over and what was left, each with the reason."""

    taken: tuple[Met, ...]
    left: tuple[Met, ...]
    revocations: tuple[str, ...]
    """Whose Einwilligungen ended with it, such as ``Erika Muster (Zitat), widerrufen am 03.02.2026``."""


def fetched(other: OtherCopy, comparison: Comparison, chosen: Collection[str], progress: Progress) -> dict[str, bytes]:
    """Return the bytes of the attachments that come with the chosen interviews; who cancels raises in ``progress``."""
    wanted = sorted({item.sha256 for met in comparison.met if met.id in chosen for item in _attachments(met)})
    found = {}
    for number, sha256 in enumerate(wanted):
        progress("Anlagen lesen", number / len(wanted))
        data = other.blob(sha256)
        if data is not None:
            found[sha256] = data
    progress("Anlagen sind gelesen", 1.0)
    return found


def take(
    project: OpenProject,
    other: OtherCopy,
    comparison: Comparison,
    chosen: Collection[str],
    files: Mapping[str, bytes],
) -> Taken:
    """Write the chosen interviews and every end of an Einwilligung in the other copy, in one commit.

    Raises UserError if an interview stands otherwise to the project by now than it was shown.
    """
    if project.read_only:
        raise UserError(phrases.READ_ONLY)
    taken = tuple(met for met in comparison.met if met.id in chosen and met.takeable)
    with collector_paused():
        revocations = _as_shown(project, other, comparison, taken)
        told = tuple(_told(project, change) for change in revocations)
        changes = _once([change for met in taken for change in met.changes()], revocations)
        attachments = [attachment for met in taken for attachment in _attachments(met)]
        _refuse_missing(project, attachments, files)
        for sha256 in {attachment.sha256 for attachment in attachments} & files.keys():
            project.put_blob(files[sha256], sha256)
        project.commit(_label(len(taken)), *changes)
    return Taken(taken, tuple(met for met in comparison.met if met not in taken), told)


def _refuse_missing(project: OpenProject, attachments: Iterable[Attachment], files: Mapping[str, bytes]) -> None:
    missing = [attachment for attachment in attachments if attachment.sha256 not in files]
    held = frozenset(project.blobs()) if missing else frozenset[str]()
    for attachment in missing:
        if attachment.sha256 not in held:
            raise UserError(phrases.UNREAD.format(name=attachment.name))


def _as_shown(
    project: OpenProject, other: OtherCopy, comparison: Comparison, taken: Iterable[Met]
) -> tuple[Update | Delete, ...]:
    """Return the revocations as they are now; raises UserError if an interview stands otherwise than it was shown."""
    if comparison.project.snapshot is project.snapshot:
        return comparison.revocations
    judge = Judge(project, other)
    for met in taken:
        fresh = judge.judged(met.interview)
        if (fresh.standing, fresh.pairs) != (met.standing, met.pairs):
            raise UserError(phrases.STALE.format(name=met.municipality))
    return tuple(judge.strictness.revocations())


def _once(changes: Iterable[Change], revocations: Iterable[Change]) -> list[Change]:
    """Return each change once: people and editions come with several interviews."""
    found: dict[tuple[object, ...], Change] = {}
    for change in (*changes, *revocations):
        match change:
            case Create(record):
                found[type(record), record.id] = change
            case Update(kind, record_id, field):
                found[kind, record_id, field] = change
            case _:
                found[change.record_type, change.id] = change
    return list(found.values())


def _attachments(met: Met) -> list[Attachment]:
    return [pair.after for pair in met.pairs if isinstance(pair.after, Attachment)]


def _label(count: int) -> str:
    if count == 0:
        return "Widerrufe übernehmen"
    return "Gespräch übernehmen" if count == 1 else f"{count} Gespräche übernehmen"


def revoked(project: OpenProject, comparison: Comparison) -> tuple[str, ...]:
    """Return whose Einwilligungen end with taking over, whatever is chosen."""
    return tuple(_told(project, change) for change in comparison.revocations)


def _told(project: OpenProject, change: Update | Delete) -> str:
    consent = project.snapshot.get(PrivacyConsent, change.id)
    person = project.snapshot.find(Person, consent.person_id)
    name = person.known_as if person is not None else ""
    match change:
        case Update(value=date() as day):
            end = f", widerrufen am {short_day(day)}"
        case _:
            end = ", dort gelöscht"
    return f"{name or 'Ohne Namen'} ({purpose_words(project)[consent.purpose]}){end}"
