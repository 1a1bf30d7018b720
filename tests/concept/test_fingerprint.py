"""Test what changes the fingerprint of the content and what does not."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kizdesk.concept.build import build
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.outline import Outline
from kizdesk.concept.wording import Wording
from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Update
from kizdesk.domain.fields import FieldOfAction, Measure, Principle
from kizdesk.domain.interviews import Answer, Interview, Offering
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.domain.people import Consultation, Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.places import Municipality, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText
from kizdesk.domain.votes import Statement, Vote
from kizdesk.places import resources_dir
from tests.concept.sample import AHEIM, CEDORF, LAW, SHAPES, consent, everything, materials, version


def printed(*changes: Change, **with_materials: Any) -> str:
    described = OrganisationVariant(id="v-3", title="Schulamt", description="Ein eigenes Sachgebiet.", position=3)
    records = [*everything(), version(), consent(AHEIM), described]
    return fingerprint(build(Snapshot.of(records).applied(changes), materials(**with_materials)))


def update(kind: type[Record], record_id: str, field: str, value: object) -> Update:
    return Update(kind, record_id, field, value)


SAME: dict[str, Change] = {
    "a vote": Create(consent(CEDORF)),
    "a version": Create(version(2)),
    "the date of a vote": update(Vote, f"votum-{AHEIM}-1", "decided_on", date(2013, 1, 22)),
    "a proof": update(Vote, f"votum-{AHEIM}-1", "proof", "Schreiben"),
    "a step of the process": Create(Consultation(id="neu", title="Sitzung", held_on=date(2013, 1, 31))),
    "the date of a step": update(Consultation, "schritt-1", "held_on", date(2012, 9, 14)),
    "how a suggestion was dealt with": update(Statement, "anregung-1", "consideration", "Übernommen."),
    "the day of an interview": update(Interview, "gespraech-a", "held_on", date(2012, 12, 24)),
    "the status of the project": update(Project, "project", "status", "beschlossen"),
    "an Einwilligung": Create(
        PrivacyConsent(id="e", person_id="person-b", purpose=PrivacyPurpose.QUOTE, granted_on=date(2013, 1, 1))
    ),
    "the revocation of one": update(PrivacyConsent, "einwilligung-a", "revoked_on", date(2013, 1, 1)),
    "a name": update(Person, "person-a", "name", "Anders"),
    "bold type": update(FieldOfAction, "sprache", "situation", "Es gibt **Kurse**."),
}

OTHER: dict[str, Change] = {
    "a measure's title": update(Measure, "m-1", "title", "Wochenendkurse"),
    "a measure's reservation": update(Measure, "m-1", "needs_own_resolution", value=False),
    "a measure's municipalities": update(Measure, "m-1", "municipality_ids", (CEDORF,)),
    "a text": update(ChapterText, "text-1", "text", "Ein anderes Wort."),
    "a title of a chapter": update(ChapterText, "text-2", "title", "Felder"),
    "the title of a variant that is described": update(OrganisationVariant, "v-3", "title", "Amt für Soziales"),
    "a guideline": update(Principle, "leitlinie-1", "text", "Niemand gehört dazu."),
    "an answer": update(Answer, "gespraech-a/b01", "text", "Das Hauptamt."),
    "an offering": update(Offering, "angebot-a", "description", "Ein geschlossener Treff."),
    "the people of a municipality": update(Municipality, AHEIM, "population", 10_001),
}


@pytest.mark.parametrize("name", SAME)
def test_recording_this_changes_no_fingerprint(name: str) -> None:
    assert printed(SAME[name]) == printed()


@pytest.mark.parametrize("name", OTHER)
def test_changing_this_changes_the_fingerprint(name: str) -> None:
    assert printed(OTHER[name]) != printed()


def reworded() -> Wording:
    original = materials().wording
    return Wording(
        {key: f"Neu: {text}" for key, text in original.texts.items()},
        {key: tuple(f"Neu {item}" for item in items) for key, items in original.lists.items()},
    )


def test_other_words_of_the_program_change_no_fingerprint() -> None:
    assert printed(wording=reworded()) == printed()


def test_other_titles_of_the_outline_change_no_fingerprint() -> None:
    data = tomllib.loads((resources_dir() / "concept/outline.toml").read_text(encoding="utf-8"))
    for entry in data["chapters"]:
        entry["title"] = f"Neu: {entry['title']}"
    data["chapters"].reverse()
    assert printed(outline=Outline.of(data)) == printed()


def test_other_outlines_of_the_map_change_no_fingerprint() -> None:
    assert printed(shapes={ags: shapes[:1] for ags, shapes in SHAPES.items()}) == printed()


def test_other_words_for_the_law_change_no_fingerprint() -> None:
    tasks = tuple(replace(task, text="Anders gesagt.") for task in LAW.tasks)
    assert printed(legal_basis=replace(LAW, title="Gesetz", tasks=tasks)) == printed()


def test_freezing_a_version_does_not_change_what_it_holds() -> None:
    assert printed(version=version()) == printed()


def test_the_order_of_creation_of_other_records_does_not_matter() -> None:
    snapshot = Snapshot.of([*everything()[:5], *reversed(everything()[5:])])
    assert fingerprint(build(snapshot, materials())) == fingerprint(build(Snapshot.of(everything()), materials()))
