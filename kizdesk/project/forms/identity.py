"""Tell to which project, municipality and form a returned file belongs, by what it says of itself and by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.places import District, Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import clean, fold
from kizdesk.paperwork import Identity

_LONGEST = 100
_WORD = re.compile(r"[^a-z0-9]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Whose:
    """Be what the project knows of a form: for whom it is, and when it was written if that is recorded."""

    municipality: Municipality
    issue: FormIssue | None


def project_mark(snapshot: Snapshot) -> str:
    """Return what a form carries as its project: the key of the district, which all copies of the file share."""
    return next((district.id for district in snapshot.all(District)), "")


def whose(snapshot: Snapshot, identity: Identity) -> Whose | None:
    """Return whose form it is; None for one of another project.

    A form that is recorded is ours. One that is not can come from another copy of this project, then its district
    and municipality are ours.
    """
    municipality = snapshot.find(Municipality, identity.municipality_id)
    if municipality is None or not _is_usable(identity.form_id):
        return None
    issue = snapshot.find(FormIssue, identity.form_id)
    if issue is not None:
        return Whose(municipality, issue) if issue.municipality_id == municipality.id else None
    return Whose(municipality, None) if identity.project_id == project_mark(snapshot) else None


def named_otherwise(snapshot: Snapshot, municipality: Municipality, file_name: str) -> Municipality | None:
    """Return the municipality that the name of a file tells if it is another one than the form's."""
    told = told_by_name(snapshot, file_name)
    if not told or municipality in told:
        return None
    return max(told, key=lambda place: len(place.name))


def told_by_name(snapshot: Snapshot, file_name: str) -> list[Municipality]:
    """Return the municipalities that the name of a file tells."""
    spoken = _spellings(file_name.rpartition(".")[0] or file_name)
    for district in snapshot.all(District):
        spoken = {text.replace(own, " ") for text in spoken for own in _spellings(district.name)}
    return [place for place in snapshot.all(Municipality) if _is_named(place, spoken)]


def _is_usable(form_id: str) -> bool:
    """Tell whether the id of a form may become part of ids: it comes from a foreign file."""
    return 0 < len(form_id) <= _LONGEST and form_id == clean(form_id).strip() and "/" not in form_id


def _is_named(place: Municipality, spoken: set[str]) -> bool:
    return any(name in text for name in _spellings(place.name) for text in spoken)


def _spellings(text: str) -> set[str]:
    """Return words between blanks, with umlauts as vowels and as vowels with e."""
    lowered = clean(text).casefold()
    return {f" {_WORD.sub(' ', fold(form)).strip()} " for form in (lowered, lowered.translate(_UMLAUTS))}
