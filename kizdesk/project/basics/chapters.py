"""Step 1, Grundlagen: the texts of the chapters, what is proposed for them and what is still open in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kizdesk.concept.chapters import CHAPTERS
from kizdesk.concept.outline import Outline, OutlineEntry
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.places import District, DistrictKind, Municipality, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText
from kizdesk.library import Library
from kizdesk.project.basics.begin import free_text_id, placeholders_known, proposed_texts, text_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import next_position, updates

_OPEN = re.compile(r"\{(\w+)\}|\[(…|\.\.\.|bitte[^\]]*)\](?!\()", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-/]\w+)*")


class ChapterState(Enum):
    """Tell whose text a chapter has; the values are the words shown."""

    EMPTY = "leer"
    PROPOSED = "Vorschlag"
    EDITED = "bearbeitet"
    OPTIONAL = "nicht nötig"
    """Nothing is proposed, for the chapter follows from the data; a text of its own may be written."""
    LEFT_OUT = "weggelassen"
    """The chapter is not printed."""


NEEDS_TEXT = frozenset({ChapterState.EMPTY, ChapterState.PROPOSED, ChapterState.EDITED})
"""States of chapters that are printed with a text."""


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """Be one chapter of the outline with its own texts: one before what is generated, one after it."""

    chapter: str
    title: str
    """Its own title, or else that of the outline."""
    level: int
    state: ChapterState
    characters: int
    own_title: str = ""
    stale: bool = False
    """The proposal was made for another occasion, law or district, and nobody edited it."""
    before: str = ""
    """Text before what is generated, or the only one."""
    after: str = ""
    """Text after what is generated."""
    generates: bool = False
    """Something is generated for it, so that a text can stand after that."""


def chapter_rows(project: OpenProject) -> tuple[ChapterRow, ...]:
    """Return the chapters in the order chosen for the concept."""
    proposals, choices = proposals_of(project), project.snapshot.all(ChapterChoice)
    outline = Outline.of(project.library.toml("concept/outline.toml"))
    gone = outline.left_out(choices)
    is_city = _kind(project) is DistrictKind.INDEPENDENT_CITY
    return tuple(
        _row(project, proposals.get(entry.key), entry, is_city=is_city, left_out=entry.key in gone)
        for entry in outline.ordered(choices).chapters
    )


def titled(snapshot: Snapshot, chapter: str) -> ChapterText | None:
    """Return the text that carries the chapter's own title, or would; None if it has no text."""
    texts = [text for closes in (False, True) if (text := text_of(snapshot, chapter, closes=closes))]
    return next((text for text in texts if text.title), texts[0] if texts else None)


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
    found = titled(project.snapshot, chapter)
    if found is None:
        position = next_position(project.snapshot, ChapterText)
        made = ChapterText(id=free_text_id(project.snapshot, chapter), chapter=chapter, title=title, position=position)
        project.commit("Titel des Kapitels ändern", Create(made), stay=stay)
    else:
        project.commit("Titel des Kapitels ändern", *updates(found, {"title": title}), stay=stay)


def turn_texts(project: OpenProject, chapter: str) -> None:
    """Put the text before what is generated after it, and the one after it before."""
    found = (text_of(project.snapshot, chapter, closes=closes) for closes in (False, True))
    changes = [change for text in found if text for change in updates(text, {"closes": not text.closes})]
    project.commit("Kapitel bearbeiten", *changes)


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
    found = text_of(project.snapshot, proposal.chapter)
    if found is None:
        name = free_text_id(project.snapshot, proposal.chapter)
        return [Create(replace(proposal, id=name, position=next_position(project.snapshot, ChapterText)))]
    return updates(found, {"text": proposal.text, "module_id": proposal.module_id, "edited": False})


def _row(
    project: OpenProject, proposal: ChapterText | None, entry: OutlineEntry, *, is_city: bool, left_out: bool
) -> ChapterRow:
    snapshot, key = project.snapshot, entry.key
    found, last, named = text_of(snapshot, key), text_of(snapshot, key, closes=True), titled(snapshot, key)
    before, after = found.text if found else "", last.text if last else ""
    edited = bool(found and found.edited)
    own = named.title if named else ""
    return ChapterRow(
        chapter=key,
        title=own or (is_city and entry.city_title) or entry.title,
        level=entry.level,
        state=ChapterState.LEFT_OUT if left_out else _state(found, after, proposed=proposal is not None),
        characters=len(before) + len(after),
        own_title=own,
        stale=bool(before.strip() and not edited and proposal and proposal.text != before),
        before=before,
        after=after,
        generates=key in CHAPTERS,
    )


def _state(found: ChapterText | None, after: str, *, proposed: bool) -> ChapterState:
    if found is not None and found.text.strip():
        return ChapterState.EDITED if found.edited else ChapterState.PROPOSED
    if after.strip():
        return ChapterState.EDITED
    return ChapterState.EMPTY if proposed else ChapterState.OPTIONAL


def _proposals(library: Library, settings: Project, district: District, count: int) -> Mapping[str, ChapterText]:
    law = library.legal_basis(settings.legal_basis_id)
    known = placeholders_known(district, count, settings.centre_name, law)
    texts = proposed_texts(library, law, settings.occasion, district.kind, known)
    return {text.chapter: text for text in texts}


def _district(project: OpenProject) -> District:
    return next(iter(project.snapshot.all(District)))


def _kind(project: OpenProject) -> DistrictKind:
    return _district(project).kind
