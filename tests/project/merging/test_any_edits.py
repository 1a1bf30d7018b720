"""Edit two copies at random, merge everything, and look whether the promises hold."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Create, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, Offering
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.domain.references import dangling
from kizdesk.project.durable.interchange import exported
from kizdesk.project.merging.judging import TAKEABLE, Standing, compare
from kizdesk.project.merging.other import open_other
from kizdesk.project.merging.taking import fetched, take
from kizdesk.project.merging.telling import lines
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete, set_value
from kizdesk.project.stocktaking.planning import release
from tests.project.merging.laptops import DORMAGEN, KAARST, NEUSS, SCAN, Laptops, hold, silent

_EDITS = 25
_DELETED: tuple[type[Record], ...] = (
    Interview, Answer, Person, PrivacyConsent, Offering, Attachment, Evidence, FieldOfAction,
)  # fmt: skip


class Worker:
    """Be somebody who edits one copy."""

    def __init__(self, project: OpenProject, name: str, random: Random) -> None:
        self._project = project
        self._random = random
        self._names = (f"{name}{number}" for number in itertools.count())

    def work(self) -> None:
        """Make some edits; what a project refuses is left."""
        edits: list[Callable[[], object]] = [
            self._hold,
            self._type,
            self._type,
            self._call,
            self._revoke,
            self._release,
        ]
        edits += [self._grant, self._delete, self._rename, self._field]
        for _ in range(_EDITS):
            try:
                self._random.choice(edits)()
            except UserError:
                continue

    def _one(self, kind: type[Record]) -> str:
        held = [record.id for record in self._project.snapshot.all(kind)]
        if not held:
            raise UserError("Davon gibt es nichts.")
        return self._random.choice(held)

    def _hold(self) -> None:
        place = self._random.choice((NEUSS, KAARST, DORMAGEN))
        hold(self._project, next(self._names), place, attached=self._random.choice((b"", SCAN, b"Notiz")))

    def _type(self) -> None:
        words = self._random.choice(("", "Zu wenig", "Zu wenig Plätze – überall", "Łukasz fragt"))
        set_value(self._project, Answer, self._one(Answer), "text", words)

    def _call(self) -> None:
        set_value(self._project, Person, self._one(Person), "phone", str(self._random.randint(1, 3)))

    def _revoke(self) -> None:
        day = date(2026, 4, self._random.randint(1, 3))
        set_value(self._project, PrivacyConsent, self._one(PrivacyConsent), "revoked_on", day)

    def _grant(self) -> None:
        day = date(2026, 4, self._random.randint(1, 3))
        set_value(self._project, PrivacyConsent, self._one(PrivacyConsent), "granted_on", day)

    def _release(self) -> None:
        release(self._project, self._one(Interview), date(2026, 4, self._random.randint(1, 3)))

    def _delete(self) -> None:
        kind = self._random.choice(_DELETED)
        delete(self._project, kind, self._one(kind))

    def _rename(self) -> None:
        set_value(self._project, Offering, self._one(Offering), "title", self._random.choice(("Café", "Treff")))

    def _field(self) -> None:
        name = next(self._names)
        title = self._random.choice(("Musik", "Sport", name))
        made = FieldOfAction(id=name, title=title, strand=Strand.EDUCATION)
        self._project.commit("Handlungsfeld hinzufügen", Create(made))
        interview = self._project.snapshot.get(Interview, self._one(Interview))
        if self._random.random() < 0.5:
            set_value(self._project, Interview, interview.id, "field_ids", (name, *interview.field_ids))
        self._project.commit(
            "Frage beantworten",
            Create(
                Answer(
                    id=f"{interview.id}/g01/{name}",
                    interview_id=interview.id,
                    question_id="g01",
                    scope_id=name,
                    text="Schwierig",
                )
            ),
        )


def _held(project: OpenProject) -> set[tuple[str, str]]:
    """Return the Einwilligungen that hold, by person and purpose."""
    return {
        (consent.person_id, consent.purpose.value)
        for consent in project.snapshot.all(PrivacyConsent)
        if consent.holds()
    }


def _released(project: OpenProject) -> dict[str, date]:
    """Return when the minutes of interviews were released."""
    interviews = project.snapshot.all(Interview)
    return {it.id: it.released_on for it in interviews if it.released_on is not None}


def _merge_back(laptops: Laptops) -> None:
    """Take everything of the office over into the copy, and whether the office finds all equal then, but people."""
    office = laptops.copy.with_name("amt.kizdesk")
    laptops.office.backup(office)
    with laptops.away() as away, open_other(away, office, silent) as other:
        before = _released(away)
        comparison = compare(away, other, silent)
        chosen = {met.id for met in comparison.met if met.standing in TAKEABLE}
        take(away, other, comparison, chosen, fetched(other, comparison, chosen, silent))
        assert not dangling(away.snapshot)
        after = _released(away)
        assert all(after[name] >= day for name, day in before.items())
    again = laptops.compared()
    edits = [change for met in again.met for change in met.changes()]
    assert all(isinstance(edit, Update) and edit.field == "person_ids" for edit in edits)  # who was deleted stays so
    assert not again.revocations


@pytest.mark.parametrize("seed", range(8))
def test_two_copies_edited_at_random_merge_and_come_back(laptops: Laptops, seed: int) -> None:
    random = Random(seed)
    with laptops.away() as away:
        Worker(away, "dort", random).work()
        ended = {
            (consent.person_id, consent.purpose.value)
            for consent in away.snapshot.all(PrivacyConsent)
            if consent.revoked_on is not None and not consent.holds()
        } - _held(away)
    Worker(laptops.office, "hier", random).work()
    office = laptops.office
    before, held, released = exported(office), _held(office), _released(office)
    with laptops.other() as other:
        comparison = compare(office, other, silent)
        for met in comparison.met:
            assert lines(comparison, met) or not met.pairs
        chosen = {met.id for met in comparison.met if met.standing in TAKEABLE}
        take(office, other, comparison, chosen, fetched(other, comparison, chosen, silent))
        assert not dangling(office.snapshot)
        assert not office.verify()
        again = compare(office, other, silent)
    assert {met.standing for met in again.met} <= {Standing.EQUAL, Standing.IMPOSSIBLE}
    assert not again.revocations
    after = _released(office)
    assert all(after[name] >= day for name, day in released.items())
    ours = {interview.id for interview in office.snapshot.all(Interview)}
    assert chosen <= ours
    granted_later = {
        (consent.person_id, consent.purpose.value)
        for consent in office.snapshot.all(PrivacyConsent)
        if consent.granted_on is not None and consent.granted_on.month == 4
    }
    assert not (_held(office) & ended) - granted_later
    _merge_back(laptops)
    if exported(office) != before:
        office.undo()
    assert exported(office) == before
    assert _held(office) == held
