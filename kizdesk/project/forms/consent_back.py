"""Tell what a returned form says that answers the request for an Einvernehmen; it is reported, not taken over."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.german import shortened
from kizdesk.concept.wording import Wording
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.paperwork.reading import Filled
from kizdesk.project.forms.consent_form import CONSENT, FIELDS, consent_wording
from kizdesk.project.opened import OpenProject

_NUMBER = 20
"""Letters of a number that a foreign file may tell."""


def is_consent(filled: Filled) -> bool:
    """Tell whether a form is an answer to the request for an Einvernehmen."""
    return filled.identity.guide_id == CONSENT


def consent_told(project: OpenProject, filled: Filled) -> tuple[str, tuple[str, ...]]:
    """Return in a sentence what the form is and what to do, and what is filled in, line by line."""
    words = consent_wording(project)
    lines = tuple(_lines(words, filled))
    version = project.snapshot.find(ConceptVersion, filled.identity.form_id)
    latest = latest_of(project.snapshot.all(ConceptVersion))
    number = shortened(filled.identity.guide_version, _NUMBER) if version is None else str(version.number)
    told = [words.text("back.received" if lines else "back.blank", number=number)]
    if version is None:
        told.append(words.text("back.gone"))
    elif latest is not None and latest.id != version.id:
        told.append(words.text("back.latest", number=str(latest.number)))
    return " ".join(told), lines


def _lines(words: Wording, filled: Filled) -> Iterator[str]:
    for key, name in FIELDS.items():
        value = filled.values.get(name, "")
        text = value if isinstance(value, str) else " ".join(words.texts.get(f"answer.{it}", it) for it in value)
        if text.strip():
            yield f"{words.text(f'back.{key}')}: {' '.join(text.split())}"
