"""Name the places of an interview that the runner stops at."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Be one stop: a question, once per field of action or offering; without a question the head of such a section.

    The head of the section of offerings is their list, that of the fields of action is the choice of fields. It is a
    tuple because a whole interview is looked up by its places with each answer that is typed.
    """

    section_id: str
    question_id: str = ""
    scope_id: str = ""
    """The field of action or the offering."""

    @property
    def key(self) -> str:
        """Return the place as one text."""
        return "/".join((self.section_id, self.question_id, self.scope_id))

    @property
    def is_head(self) -> bool:
        """Tell whether it is the head of a section and no question."""
        return not self.question_id


def place_of(key: str) -> Place | None:
    """Return the place that a text names, or None if it names none."""
    parts = key.split("/", 2)
    return Place(*parts) if len(parts) == 3 and parts[0] else None
