"""Two laptops: the office and the consultant work on copies of one project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kizdesk.domain.changes import Create
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import (
    Answer,
    Attachment,
    Evidence,
    EvidenceKind,
    Interview,
    InterviewStatus,
    Offering,
    answer_id,
)
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.project.merging.judging import Comparison, Met, compare
from kizdesk.project.merging.other import OtherCopy, open_other
from kizdesk.project.merging.taking import Taken, fetched, take
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings

NEUSS, KAARST, DORMAGEN = "05162024", "05162016", "05162004"
SCAN = b"%PDF-1.7 von Hand"
"""Bytes of an attachment."""


def silent(_text: str, _share: float) -> None:
    """Hear of progress and go on."""


def hold(project: OpenProject, name: str, place: str = NEUSS, *, attached: bytes = b"") -> Interview:
    """Hold an interview with everything that can hang on it, under ids that begin with its name."""
    field = project.snapshot.all(FieldOfAction)[0]
    settings = project.settings
    interview = Interview(
        id=name,
        municipality_id=place,
        guide_id=settings.guide_id,
        guide_version=settings.guide_version,
        held_on=date(2026, 3, 12),
        status=InterviewStatus.DONE,
        person_ids=(f"{name}-person",),
        field_ids=(field.id,),
    )
    answer = Answer(
        id=answer_id(name, "b01"), interview_id=name, question_id="b01", text="Zu wenig Plätze im Sprachkurs"
    )
    records = [
        Person(id=f"{name}-person", name="Jasmin Đorđević", function="Integrationsbeauftragte", municipality_id=place),
        PrivacyConsent(
            id=f"{name}-zitat",
            person_id=f"{name}-person",
            purpose=PrivacyPurpose.QUOTE,
            granted_on=date(2026, 3, 12),
        ),
        interview,
        answer,
        Answer(
            id=answer_id(name, "g01", field.id), interview_id=name, question_id="g01", scope_id=field.id, text="Gut"
        ),
        Offering(id=f"{name}-angebot", title="Sprachcafé", municipality_id=place, interview_id=name),
        Evidence(
            id=f"{name}-beleg",
            answer_id=answer.id,
            field_id=field.id,
            kind=EvidenceKind.NEED,
            start=0,
            end=14,
            wording="Zu wenig Plätz",
        ),
    ]
    if attached:
        sha256 = project.put_blob(attached)
        records.append(
            Attachment(
                id=f"{name}-anlage",
                name="Bogen.pdf",
                media_type="application/pdf",
                size=len(attached),
                sha256=sha256,
                interview_id=name,
            )
        )
    project.commit("Gespräch anlegen", *(Create(record) for record in records))
    return interview


@dataclass(frozen=True, slots=True)
class Laptops:
    """Be the project of the office and the copy on the laptop of the consultant."""

    office: OpenProject
    copy: Path
    surroundings: Surroundings

    @contextmanager
    def away(self) -> Iterator[OpenProject]:
        """Work on the copy."""
        with OpenProject.open(self.copy, self.surroundings) as opened:
            yield opened

    def compared(self) -> Comparison:
        """Return the copy beside the project."""
        with self.other() as other:
            return compare(self.office, other, silent)

    def other(self) -> OtherCopy:
        """Open the copy to read from it."""
        return open_other(self.office, self.copy, silent)

    def the_one(self, interview_id: str) -> Met:
        """Return how an interview of the copy stands."""
        met = self.compared().find(interview_id)
        assert met is not None
        return met

    def merge(self, *chosen: str) -> Taken:
        """Take chosen interviews over, all new ones if none is named."""
        with self.other() as other:
            comparison = compare(self.office, other, silent)
            ids = chosen or tuple(met.id for met in comparison.met if met.standing.value == "neu")
            files = fetched(other, comparison, ids, silent)
            return take(self.office, other, comparison, ids, files)


def part(project: OpenProject, folder: Path, surroundings: Surroundings) -> Laptops:
    """Copy a project to a second laptop as it is now."""
    folder.mkdir()
    target = folder / "laptop.kizdesk"
    project.backup(target)
    return Laptops(project, target, surroundings)
