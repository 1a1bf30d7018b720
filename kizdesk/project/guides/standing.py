"""Say in one line which version of the guide is edited, where it came from, and who works by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide
from kizdesk.project.guides.editions import next_version, uses_of
from kizdesk.project.guides.moving import earlier_versions
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import short_day


@dataclass(frozen=True, slots=True)
class Standing:
    """Be how the present version of the guide stands."""

    version: str
    base: str
    """The version it came from; empty for one that came with the program."""
    line: str
    """Which version that is, and who works by it."""
    meaning: str
    """What the next change does."""
    earlier: int
    """How many interviews are held under another version."""


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """Be a version that the project can choose."""

    version: str
    words: str


def standing(project: OpenProject) -> Standing:
    """Return how the present version stands."""
    present = project.guides.present
    edition = project.guides.edition(present.id, present.version)
    uses, earlier = uses_of(project, present.id, present.version), earlier_versions(project)
    told = _used(uses.interviews, uses.forms, uses.concept)
    origin = f"aus {edition.based_on}" if edition is not None else "mit dem Programm geliefert"
    other = _elsewhere(project, earlier, edition.based_on if edition is not None else "")
    line = "; ".join(filter(None, (f"Fassung {present.version}, {origin}", told, other)))
    if edition is not None and not uses.any:
        meaning = f"Änderungen gehen in die Fassung {present.version} ein, denn nach ihr wird noch nicht gearbeitet."
    else:
        following = next_version(project, present.id, present.version)
        meaning = (
            f"Die erste Änderung beginnt die Fassung {following}; die Fassung {present.version} bleibt, wie sie ist."
        )
    return Standing(present.version, edition.based_on if edition is not None else "", line, meaning, len(earlier))


def base_of(project: OpenProject) -> Guide | None:
    """Return the version that the present one came from; None for one of the program, and where nobody has it."""
    present = project.guides.present
    edition = project.guides.edition(present.id, present.version)
    if edition is None or not edition.based_on:
        return None
    try:
        return project.guides.of(present.id, edition.based_on)
    except UserError:
        return None


def version_choices(project: OpenProject) -> tuple[VersionChoice, ...]:
    """Return the versions of the guide, each with where it came from and who works by it."""
    present = project.guides.present
    return tuple(
        VersionChoice(version, _words(project, present.id, version)) for version in project.guides.versions(present.id)
    )


def _words(project: OpenProject, guide_id: str, version: str) -> str:
    edition = project.guides.edition(guide_id, version)
    origin = "mit dem Programm geliefert" if edition is None else f"aus {edition.based_on}"
    made = f" vom {short_day(edition.made_on)}" if edition is not None and edition.made_on else ""
    uses = uses_of(project, guide_id, version)
    return " · ".join(filter(None, (f"{version}{made}, {origin}", _used(uses.interviews, uses.forms, uses.concept))))


def _used(interviews: int, forms: int, concept: str) -> str:
    parts = _counted(interviews, forms)
    told = f"{parts} nach dieser Fassung" if parts else ""
    return ", ".join(filter(None, (told, concept[:1].lower() + concept[1:])))


def _counted(interviews: int, forms: int) -> str:
    parts = []
    if interviews:
        parts.append("ein Gespräch" if interviews == 1 else f"{interviews} Gespräche")
    if forms:
        parts.append("ein Formular" if forms == 1 else f"{forms} Formulare")
    return " und ".join(parts)


def _elsewhere(project: OpenProject, earlier: Sequence[str], base: str) -> str:
    """Say who works by other versions, counted as it is for the present one; else who is planned by them."""
    present = project.guides.present
    others = [version for version in project.guides.versions(present.id) if version != present.version]
    uses = {version: uses_of(project, present.id, version) for version in {*others, *earlier}}
    used = {version for version, found in uses.items() if found.interviews or found.forms} or set(earlier)
    told = _counted(sum(it.interviews for it in uses.values()), sum(it.forms for it in uses.values()))
    if not told:
        told = _counted(len(earlier), 0)
    which = "der früheren Fassung" if used == {base} else "einer anderen Fassung"
    return f"{told} nach {which}" if told else ""
