"""Offer people as participants of an interview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kizdesk.domain.interviews import Interview
from kizdesk.project.runner.head import person_words
from kizdesk.project.stocktaking.participants import people_elsewhere, people_near
from kizdesk.ui.forms import Option

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class PeopleOffered:
    """Offer as participants the people of the municipality, and who takes part already."""

    def __init__(self) -> None:
        self.interview_id = ""

    def __call__(self, session: Session) -> Sequence[Option]:
        """Return the people, those of the municipality first."""
        interview = session.project.snapshot.find(Interview, self.interview_id)
        if interview is None:
            return ()
        found = people_near(session.project, interview)
        return [Option(person.id, person_words(session.project, person.id)) for person in found]

    def elsewhere(self, session: Session) -> Sequence[Option]:
        """Return who stands in the project otherwise, such as those of the district."""
        interview = session.project.snapshot.find(Interview, self.interview_id)
        found = () if interview is None else people_elsewhere(session.project, interview)
        return [Option(person.id, person_words(session.project, person.id)) for person in found]
