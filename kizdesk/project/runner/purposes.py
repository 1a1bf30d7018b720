"""Name what people consent to as the whole program does, whatever word a guide has for it."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.concept.german import capital
from kizdesk.domain.guide import Option
from kizdesk.domain.people import PrivacyPurpose
from kizdesk.project.opened import OpenProject
from kizdesk.project.wording.labels import Labels

HINT = (
    "Je Person und Zweck mit Datum und Nachweis. Eine Einwilligung ist freiwillig und kann jederzeit widerrufen werden."
)
"""Help for the question about consents; a Beleg is something else in this program."""
_KNOWN = {purpose.value: purpose for purpose in PrivacyPurpose}


def purpose_options(project: OpenProject, options: Iterable[Option]) -> tuple[Option, ...]:
    """Return the purposes a guide asks about, in the words of the program."""
    words = purpose_words(project)
    return tuple(
        Option(item.id, capital(words[_KNOWN[item.id]]) if item.id in _KNOWN else item.label) for item in options
    )


def purpose_words(project: OpenProject) -> dict[PrivacyPurpose, str]:
    """Return what each purpose is called within a sentence."""
    return dict(Labels(project.library).options(PrivacyPurpose))
