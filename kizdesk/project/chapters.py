"""Step 1, Grundlagen: the chapters that carry prose, what is proposed for them and what is still open in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kizdesk.concept.outline import Outline
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.places import District, DistrictKind, Municipality, Project
from kizdesk.domain.versions import ChapterText
from kizdesk.library import Library
from kizdesk.project.basics import placeholders_known, proposed_texts
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import next_position, updates

_OPEN = re.compile(r"\{(\w+)\}|\[(…|\.\.\.|bitte[^\]]*)\](?!\()", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-/]\w+)*")


class ChapterState(Enum):
    """Tell whose text a chapter has; the values are the words shown."""

    EMPTY = "leer"
    PROPOSED = "Vorschlag"
    EDITED = "bearbeitet"


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """Be one chapter of the outline that carries prose."""

    chapter: str
    title: str
    """Its own title, or else that of the outline."""
    level: int
    state: ChapterState
    characters: int
    own_title: str = ""
    stale: bool = False
    """The proposal was made for another occasion, law or district, and nobody edited it."""


def chapter_rows(project: OpenProject) -> tuple[ChapterRow, ...]:
    """Return the chapters that carry prose, in the order of the outline."""
    written = _written(project)
    proposals = proposals_of(project)
    known = Outline.of(project.library.toml("concept/outline.toml")).chapters
    entries = [entry for entry in known if entry.key in written or entry.key in proposals]
    is_city = _kind(project) is DistrictKind.INDEPENDENT_CITY
    return tuple(
        _row(
            written.get(entry.key),
            proposals.get(entry.key),
            (entry.key, (is_city and entry.city_title) or entry.title, entry.level),
        )
        for entry in entries
    )


def proposals_of(project: OpenProject) -> Mapping[str, ChapterText]:
    """Return what the program proposes now for each chapter, with what is known filled in."""
    return _proposals(project.library, project.settings, _district(project), len(project.snapshot.all(Municipality)))


def open_places(text: str) -> tuple[str, ...]:
    """Return the placeholders that nobody filled, each once, as they stand in the text."""
    return tuple(dict.fromkeys(match[0] for match in _OPEN.finditer(text)))


def word_count(text: str) -> int:
    """Return how many words a text has; marks of Markdown are none."""
    return len(_WORD.findall(text))


def set_title(project: OpenProject, chapter: str, title: str, *, stay: str = "") -> None:
    """Give a chapter a title of its own; none brings that of the outline back."""
    found = _written(project).get(chapter)
    if found is None:
        position = next_position(project.snapshot, ChapterText)
        made = ChapterText(id=f"text-{chapter}", chapter=chapter, title=title, position=position)
        project.commit("Titel des Kapitels ändern", Create(made), stay=stay)
    else:
        project.commit("Titel des Kapitels ändern", *updates(found, {"title": title}), stay=stay)


def restore_proposal(project: OpenProject, chapter: str) -> None:
    """Write the proposal into a chapter again; raises UserError if there is none."""
    proposal = proposals_of(project).get(chapter)
    if proposal is None:
        raise UserError("Für dieses Kapitel gibt es keinen Vorschlag. Bitte den Text selbst schreiben.")
    project.commit("Vorschlag wiederherstellen", *_as_proposed(project, proposal))


def renew_proposals(project: OpenProject) -> int:
    """Bring all proposals that nobody edited up to the present state of the project; returns how many changed."""
    stale = {row.chapter for row in chapter_rows(project) if row.stale}
    proposals = proposals_of(project)
    changes = [change for chapter in sorted(stale) for change in _as_proposed(project, proposals[chapter])]
    project.commit("Vorschläge erneuern", *changes)
    return len(stale)


def _as_proposed(project: OpenProject, proposal: ChapterText) -> list[Change]:
    found = _written(project).get(proposal.chapter)
    if found is None:
        return [Create(replace(proposal, position=next_position(project.snapshot, ChapterText)))]
    return updates(found, {"text": proposal.text, "module_id": proposal.module_id, "edited": False})


def _row(found: ChapterText | None, proposal: ChapterText | None, place: tuple[str, str, int]) -> ChapterRow:
    key, title, level = place
    text = found.text if found else ""
    edited = bool(found and found.edited)
    state = ChapterState.EDITED if edited else ChapterState.PROPOSED
    stale = bool(text.strip() and not edited and proposal and proposal.text != text)
    own = found.title if found else ""
    return ChapterRow(key, own or title, level, state if text.strip() else ChapterState.EMPTY, len(text), own, stale)


def _proposals(library: Library, settings: Project, district: District, count: int) -> Mapping[str, ChapterText]:
    law = library.legal_basis(settings.legal_basis_id)
    known = placeholders_known(district, count, settings.centre_name, law)
    texts = proposed_texts(library, law, settings.occasion, district.kind, known)
    return {text.chapter: text for text in texts}


def _written(project: OpenProject) -> Mapping[str, ChapterText]:
    return {text.chapter: text for text in project.snapshot.all(ChapterText)}


def _district(project: OpenProject) -> District:
    return next(iter(project.snapshot.all(District)))


def _kind(project: OpenProject) -> DistrictKind:
    return _district(project).kind
