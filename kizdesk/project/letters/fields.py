"""Read and write the texts of a kind of letter, which are the same for all municipalities."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from kizdesk.concept.german import day, quoted
from kizdesk.concept.letters.content import Texts
from kizdesk.concept.letters.words_filled import unknown_words
from kizdesk.concept.papers.layout import FieldType
from kizdesk.concept.papers.values import FieldValue
from kizdesk.concept.wording import Wording
from kizdesk.domain.errors import UserError
from kizdesk.domain.papers import PaperEntry, PaperKind
from kizdesk.domain.people import Body
from kizdesk.domain.register import request_of
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.working_days import next_working_day
from kizdesk.project.forms.cover import sender_of
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.letters.places import asked_version
from kizdesk.project.opened import OpenProject
from kizdesk.project.papers.editing import write_field
from kizdesk.project.papers.reading import FieldRow, FieldState, paper_of
from kizdesk.project.participation.consent_entry import next_adoption, proposed_due
from kizdesk.project.participation.requests import unanswered

LETTERS = (PaperKind.INVITATION, PaperKind.REQUEST, PaperKind.REMINDER)
"""The letters to municipalities, in the order of the process."""
SUBJECT, TEXT, LENGTH, DUE, ENDING, SENDER = "betreff", "text", "dauer", "frist", "schluss", "absender"
_FIELDS = MappingProxyType(
    {
        SUBJECT: FieldType.LINE,
        TEXT: FieldType.TEXT,
        LENGTH: FieldType.LINE,
        DUE: FieldType.DAY,
        ENDING: FieldType.TEXT,
        SENDER: FieldType.LIST,
    }
)
_COMMON = (
    "Kommune",
    "die Kommune",
    "der Kommune",
    "in der Kommune",
    "Ort",
    "Kreis",
    "der Kreis",
    "Der Kreis",
    "Zentrum",
)
_VERSION = ("Fassung", "Name der Fassung", "Stand", "Fingerabdruck")
WORDS = MappingProxyType(
    {
        PaperKind.INVITATION: (*_COMMON, "Frist", "Termin"),
        PaperKind.REQUEST: (*_COMMON, "Frist", *_VERSION),
        PaperKind.REMINDER: (*_COMMON, "Frist", *_VERSION, "angefragt"),
    }
)
"""What may stand in braces in the texts of a letter."""
_TWO_WEEKS = timedelta(weeks=2)
_UNKNOWN_ONE = "{words} ist kein Platzhalter dieses Schreibens. Möglich sind: {known}."
_UNKNOWN = "{words} sind keine Platzhalter dieses Schreibens. Möglich sind: {known}."
_PASSED = "Die Frist {due:%d.%m.%Y} ist schon vorbei. Bitte einen Tag ab heute wählen."


def letter_words(project: OpenProject) -> Wording:
    """Return the words of all letters."""
    return Wording.of(project.library.toml("concept/letters.toml"))


def read_letter(project: OpenProject, kind: PaperKind) -> tuple[FieldRow, ...]:
    """Return the fields of a letter with what they hold."""
    words, written = letter_words(project), _entries(project, kind)
    return tuple(_row(kind, key, words, _proposal(project, kind, key, words), written.get(key)) for key in _keys(kind))


def texts_of(project: OpenProject, kind: PaperKind) -> Texts:
    """Return what a letter says to all municipalities; a day that has passed gives way to what is proposed."""
    held = {row.key: row.value for row in read_letter(project, kind)}
    due = held[DUE]
    last = _day(due.text)
    if last is not None and last < project.now().date():
        last = _day(due.proposal)
    return Texts(held[SUBJECT].text.strip(), held[TEXT].text, held[ENDING].text, last)


def is_due_own(project: OpenProject, kind: PaperKind) -> bool:
    """Tell whether somebody wrote until when one answers, or that no day is named; a day that has passed is none."""
    value = next(row.value for row in read_letter(project, kind) if row.key == DUE)
    due = _day(value.text)
    return value.is_own and (due is None or due >= project.now().date())


def sender_lines(project: OpenProject, kind: PaperKind) -> tuple[str, ...]:
    """Return the lines of the sender."""
    text = next(row.value.text for row in read_letter(project, kind) if row.key == SENDER)
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def length_of(project: OpenProject) -> str:
    """Return how long an interview takes, in the words of the invitation."""
    return next(row.value.text.strip() for row in read_letter(project, PaperKind.INVITATION) if row.key == LENGTH)


def write_letter(project: OpenProject, kind: PaperKind, key: str, value: str, *, stay: str = "") -> None:
    """Write a text of a letter; raises UserError for a word in braces that stands for nothing."""
    refuse_words(kind, value)
    write_field(project, kind, key, value, stay=stay)


def write_due(project: OpenProject, kind: PaperKind, due: date | None, *, stay: str = "") -> None:
    """Write until when one answers; without a day none is named. Raises UserError for a day that has passed."""
    if due is not None and due < project.now().date():
        raise UserError(_PASSED.format(due=due))
    write_field(project, kind, DUE, due.isoformat() if due is not None else "", stay=stay)


def refuse_words(kind: PaperKind, text: str) -> None:
    """Raise UserError if a text has words in braces that stand for nothing."""
    if unknown := unknown_words(text, WORDS[kind]):
        told = ", ".join(quoted(f"{{{word}}}") for word in unknown)
        sentence = _UNKNOWN_ONE if len(unknown) == 1 else _UNKNOWN
        raise UserError(sentence.format(words=told, known=words_line(kind)))


def words_line(kind: PaperKind) -> str:
    """Return what may stand in braces, in a line."""
    return ", ".join(f"{{{word}}}" for word in WORDS[kind])


def unknown_told(project: OpenProject, kind: PaperKind) -> str:
    """Say which words in braces of a letter stand for nothing, such as after a merge; empty if all do."""
    try:
        for row in read_letter(project, kind):
            refuse_words(kind, row.value.text)
    except UserError as refusal:
        return str(refusal)
    return ""


def due_of(value: FieldValue) -> date | None:
    """Return the day that the field of the last day holds."""
    return _day(value.text)


def _keys(kind: PaperKind) -> tuple[str, ...]:
    return tuple(key for key in _FIELDS if key != LENGTH or kind is PaperKind.INVITATION)


def _entries(project: OpenProject, kind: PaperKind) -> dict[str, PaperEntry]:
    paper = paper_of(project, kind)
    return {entry.field: entry for entry in project.snapshot.all(PaperEntry) if paper.id and entry.paper_id == paper.id}


def _row(kind: PaperKind, key: str, words: Wording, proposal: str, entry: PaperEntry | None) -> FieldRow:
    value = (
        FieldValue(key, proposal, proposal) if entry is None else FieldValue(key, entry.value, proposal, is_own=True)
    )
    filled = bool(value.text.strip())
    state = FieldState.PROPOSED if filled else FieldState.EMPTY
    if value.is_own:
        state = FieldState.OWN if filled else FieldState.BLANK
    told = words.texts.get(f"{kind.value}.help.{key}") or words.text(f"fields.help.{key}")
    return FieldRow(key, words.text(f"fields.{key}"), _FIELDS[key], told, state, (value,))


def _proposal(project: OpenProject, kind: PaperKind, key: str, words: Wording) -> str:
    if key == DUE:
        return _proposed_due(project, kind).isoformat()
    if key == SENDER:
        return _proposed_sender(project, kind)
    if key == ENDING and kind is PaperKind.REQUEST and (told := _meeting(project, words)):
        return told
    whole = f"{kind.value}.texts.{key}"
    return words.texts.get(f"{whole}.{project.settings.occasion.value}") or words.text(whole)


def _proposed_due(project: OpenProject, kind: PaperKind) -> date:
    soon = next_working_day(project.now().date() + _TWO_WEEKS)
    if kind is PaperKind.INVITATION:
        return soon
    due = proposed_due(project)
    return due if kind is PaperKind.REQUEST else _noted_due(project) or min(due, soon)


def _proposed_sender(project: OpenProject, kind: PaperKind) -> str:
    """Return the sender of another letter if somebody wrote one, else what the project knows."""
    written = (_entries(project, other).get(SENDER) for other in LETTERS if other is not kind)
    own = next((entry.value for entry in written if entry is not None and entry.value.strip()), "")
    return own or "\n".join(sender_of(project, FormWish()))


def _noted_due(project: OpenProject) -> date | None:
    """Return the last day that is noted for all who were asked and have not answered, if it is one and to come."""
    version = asked_version(project)
    if version is None:
        return None
    requests = project.snapshot.all(ConsentRequest)
    asked = [request_of(requests, place, version.id) for place in unanswered(project, version.id)]
    days = {request.due_on for request in asked if request is not None}
    last = days.pop() if len(days) == 1 else None
    return last if last is not None and last >= project.now().date() else None


def _meeting(project: OpenProject, words: Wording) -> str:
    """Say when the concept is to be adopted, if that is planned."""
    meeting = next_adoption(project)
    if meeting is None or meeting.held_on is None:
        return ""
    body = project.snapshot.find(Body, meeting.body_id)
    return words.text(
        "anfrage.texts.before_meeting", body=body.name if body else meeting.title, day=day(meeting.held_on)
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
