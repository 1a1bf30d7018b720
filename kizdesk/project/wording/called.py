"""Call a record by name within a sentence: „Maßnahme „Sprachkurse““, „Gespräch mit Dormagen“."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kizdesk.concept.facts import Facts
from kizdesk.concept.german import shortened
from kizdesk.domain.base import Record
from kizdesk.domain.cost import StatedTotal
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.interviews import Answer, Evidence, Interview
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.people import Body, Person, PrivacyConsent
from kizdesk.domain.places import Project
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.domain.votes import Statement, Vote, VoteKind, VoteResult
from kizdesk.project.opened import OpenProject
from kizdesk.project.wording.labels import Labels
from kizdesk.project.wording.naming import Names

_TITLE = 40
"""Letters of a title within the sentence."""
_BETWEEN: Mapping[type[Record], str] = {
    Answer: "von",
    ConsentRequest: "an",
    Evidence: "zu",
    FormIssue: "für",
    Interview: "mit",
    PrivacyConsent: "von",
}
"""What stands between a kind and the name of what it belongs to."""
_ANSWERS: Mapping[VoteResult, str] = MappingProxyType(
    {
        VoteResult.AGREED: "Einvernehmen",
        VoteResult.WITH_CONDITIONS: "Einvernehmen mit Bedingungen",
        VoteResult.REFUSED: "Ablehnung",
        VoteResult.DEFERRED: "Vertagung",
    }
)
"""What a municipality answered."""


class Called:
    """Call the records of two moments by name; what is gone in the later one is known from the earlier."""

    def __init__(self, project: OpenProject, older: Snapshot, newer: Snapshot) -> None:
        both = Snapshot({kind: _both(older, newer, kind) for kind in RECORD_TYPES})
        self._facts = Facts(both)
        self._names = Names(project, both)
        self._labels = Labels(project.library)

    def phrase(self, record: Record) -> str:
        """Return a record with its kind: ``Gespräch mit Dormagen``."""
        if isinstance(record, ConceptVersion):
            return f"{kind_called(record)} {record.number}"
        return " ".join(filter(None, (kind_called(record), _BETWEEN.get(type(record), ""), self.short(record))))

    def short(self, record: Record) -> str:
        """Return a record without its kind; nothing for the project itself."""
        plain = self._plain(record)
        return _quoted(self._title(record)) if plain is None else plain

    def consent(self, vote: Vote) -> str:
        """Return what a municipality, or several together, answered to a version: ``Einvernehmen von Dormagen``."""
        body = self._facts.snapshot.find(Body, vote.body_id)
        if vote.kind is VoteKind.COLLECTIVE or body is None or not body.municipality_id:
            return " ".join(filter(None, ("Sammelerklärung", self.short(vote))))
        return f"{_ANSWERS.get(vote.result, 'Antwort')} von {self._facts.place(body.municipality_id)}"

    def place(self, records: Sequence[Record]) -> str:
        """Return the municipality whose interview records belong to; empty without one, or with several."""
        interviews = self._facts.snapshot.by_id(Interview)
        ids = {record.id for record in records if isinstance(record, Interview)}
        ids |= {record.interview_id for record in records if isinstance(record, Answer)}
        places = {self._facts.place(interviews[key].municipality_id) for key in ids if key in interviews}
        return places.pop() if len(places) == 1 else ""

    def _plain(self, record: Record) -> str | None:
        """Return the name of what has no title of its own."""
        facts = self._facts
        match record:
            case Project():
                return ""
            case Answer() | Interview():
                return self.place([record])
            case ConsentRequest() | FormIssue():
                return facts.place(record.municipality_id)
            case FocusPeriod():
                return f"{record.starts.year}–{record.ends.year}"
            case PrivacyConsent():
                person = facts.snapshot.find(Person, record.person_id)
                return person.known_as if person else ""
        return None

    def _title(self, record: Record) -> str:
        facts = self._facts
        match record:
            case Vote():
                body = facts.snapshot.find(Body, record.body_id)
                return body.name if body else ""
            case EditorialRuling():
                vote = facts.snapshot.find(Vote, record.vote_id)
                return self._title(vote) if vote else ""
            case StatedTotal():
                return self._labels.of(record.kind)
            case Evidence():
                return facts.field_title(record.field_id)
            case Statement():
                return record.text
        return self._names.of(record)[0]


def kind_called(record: Record) -> str:
    """Return the kind of a record as the labels of changes call it."""
    return "Kapitel" if isinstance(record, ChapterText) else kind_name(type(record))


def _both(older: Snapshot, newer: Snapshot, kind: type[Record]) -> Mapping[str, Record]:
    before, after = older.by_id(kind), newer.by_id(kind)
    return after if before is after else {**before, **after}


def _quoted(title: str) -> str:
    return f"„{shortened(title, _TITLE)}“" if title.strip() else "ohne Namen"
