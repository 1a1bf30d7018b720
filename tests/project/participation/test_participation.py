from typing import Any

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.people import Body, BodyLevel
from kizdesk.domain.votes import ConsentState, Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.votes import consents, record_vote
from kizdesk.project.records import add
from kizdesk.project.versions.freezing import VersionWish, freeze

DORMAGEN = "05162004"


@pytest.fixture(autouse=True)
def council(project: OpenProject) -> Body:
    body = Body(id="rat", name="Rat der Stadt Dormagen", level=BodyLevel.MUNICIPALITY, municipality_id=DORMAGEN)
    return add(project, body)


def vote(subject: VoteSubject, subject_id: str = "", **given: Any) -> Vote:
    values: dict[str, Any] = {"kind": VoteKind.RESOLUTION, "result": VoteResult.AGREED, **given}
    return Vote(id="", subject=subject, subject_id=subject_id, body_id="rat", **values)


def states(project: OpenProject, version_id: str) -> dict[str, ConsentState]:
    return {consent.municipality_id: consent.state for consent in consents(project, version_id)}


def test_a_vote_on_a_version_is_a_consent_to_it(project: OpenProject) -> None:
    version = freeze(project, VersionWish("Entwurf"))
    record_vote(project, vote(VoteSubject.VERSION, version.id))

    assert states(project, version.id)[DORMAGEN] is ConsentState.GRANTED


def test_a_vote_on_the_centre_is_no_consent(project: OpenProject) -> None:
    version = freeze(project, VersionWish("Entwurf"))
    record_vote(project, vote(VoteSubject.CENTRE))

    assert states(project, version.id)[DORMAGEN] is ConsentState.OPEN


def test_a_consent_without_a_version_is_refused(project: OpenProject) -> None:
    with pytest.raises(UserError, match="genau einer Fassung"):
        record_vote(project, vote(VoteSubject.VERSION))


def test_a_vote_on_the_centre_bound_to_a_version_is_refused(project: OpenProject) -> None:
    with pytest.raises(UserError, match="gehört zu keiner Fassung"):
        record_vote(project, vote(VoteSubject.CENTRE, "fassung"))


def test_a_consent_with_conditions_names_one(project: OpenProject) -> None:
    version = freeze(project, VersionWish("Entwurf"))

    with pytest.raises(UserError, match="mindestens eine Bedingung"):
        record_vote(project, vote(VoteSubject.VERSION, version.id, result=VoteResult.WITH_CONDITIONS))


def test_fewer_than_no_votes_are_refused(project: OpenProject) -> None:
    with pytest.raises(UserError, match="weniger als null"):
        record_vote(project, vote(VoteSubject.CENTRE, yes=-1))


def test_a_condition_of_blanks_is_none(project: OpenProject) -> None:
    version = freeze(project, VersionWish("Entwurf"))
    bound = vote(VoteSubject.VERSION, version.id, result=VoteResult.WITH_CONDITIONS, conditions=(" ",))

    with pytest.raises(UserError, match="mindestens eine Bedingung"):
        record_vote(project, bound)


def test_only_a_collective_statement_names_municipalities_it_speaks_for(project: OpenProject) -> None:
    with pytest.raises(UserError, match="Sammelerklärung"):
        record_vote(project, vote(VoteSubject.CENTRE, speaks_for=(DORMAGEN,)))
