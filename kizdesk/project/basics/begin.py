"""Step 1, Grundlagen: begin a project from a district, its law and the proposed texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kizdesk.concept.german import district_named
from kizdesk.domain.base import Record
from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldStatus
from kizdesk.domain.legal import LegalBasis
from kizdesk.domain.organisation import CentreTask
from kizdesk.domain.places import District, DistrictKind, Municipality, Occasion, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import clean
from kizdesk.domain.versions import ChapterText
from kizdesk.library import Library
from kizdesk.project.basics.districts import meant
from kizdesk.project.durable.birth import born
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.project.records import add, next_position, updates
from kizdesk.project.surroundings import Surroundings

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
CURRENT_LAW = 2022


@dataclass(frozen=True, slots=True)
class NewProject:
    """Say what a new project is about."""

    district_ags: str
    municipalities_csv: Path | None = None
    """A table of the catalogue's layout, for a district outside the catalogue."""
    title: str = ""
    legal_basis_year: int = CURRENT_LAW
    occasion: Occasion | None = None
    """None for what fits the law: the first concept under the old one, its continuation under the present one."""


def create(path: Path, wish: NewProject, surroundings: Surroundings, *, passphrase: str | None = None) -> None:
    """Write a new project file; raises UserError if one is there already, and leaves nothing behind if it fails."""
    records = list(first_records(wish, surroundings.library))
    with born(path, surroundings, passphrase=passphrase) as project:
        begin(project, records)


def begin(project: OpenProject, records: list[Record]) -> None:
    """Write the first records of a project."""
    project.commit("Projekt anlegen", *(Create(record) for record in records))


def first_records(wish: NewProject, library: Library) -> Iterator[Record]:
    """Yield what a new project begins with: copies, so that an update of the program changes nothing in it."""
    district, municipalities = _places(wish, library)
    law = library.legal_basis_of_year(wish.legal_basis_year)
    settings = _settings(wish, library, district, law)
    yield settings
    yield district
    yield from municipalities
    for field in library.catalogue_fields():
        yield replace(field, status=FieldStatus.PROPOSED)
    for position, task in enumerate(law.tasks, start=1):
        yield CentreTask(id=task.id, title=task.title, text=task.text, source=task.source, position=position)
    known = placeholders_known(district, len(municipalities), settings.centre_name, law)
    yield from proposed_texts(library, law, settings.occasion, district.kind, known)


def placeholders_known(district: District, municipalities: int, centre_name: str, law: LegalBasis) -> dict[str, str]:
    """Return what the placeholders of proposed texts stand for in a project."""
    return {
        "kreis": district_named(district).bare,
        "zahl_kommunen": str(municipalities),
        "zentrum": centre_name,
        "gesetz": law.citation,
    }


def proposed_texts(
    library: Library, law: LegalBasis, occasion: Occasion, kind: DistrictKind, known: Mapping[str, str]
) -> Iterator[ChapterText]:
    """Yield the texts proposed for the chapters of a project."""
    for text in library.text_modules(law.id, occasion, kind):
        yield replace(text, text=filled(text.text, known), title=filled(text.title, known), edited=False)


def _places(wish: NewProject, library: Library) -> tuple[District, tuple[Municipality, ...]]:
    if wish.municipalities_csv is not None:
        district, municipalities = library.municipalities_from_csv(wish.municipalities_csv)
        if district.id != wish.district_ags:
            raise UserError(
                f"Die Tabelle „{wish.municipalities_csv.name}“ gehört zum Schlüssel {district.id} ({district.name}), "
                f"angegeben ist {wish.district_ags}. Bitte den Schlüssel oder die Tabelle berichtigen."
            )
        return district, municipalities
    for district in library.districts():
        if district.id == wish.district_ags:
            return district, library.municipalities(district.id)
    names = ", ".join(f"{near.id} ({near.name})" for near in meant(wish.district_ags, library.districts()))
    unknown = f"Der Schlüssel „{wish.district_ags}“ steht nicht im Verzeichnis der Kreise und kreisfreien Städte."
    if names:
        raise UserError(f"{unknown} Gemeint ist vielleicht {names}. Bitte diesen Schlüssel angeben.")
    raise UserError(
        f"{unknown} Bitte den fünfstelligen Amtlichen Gemeindeschlüssel angeben, zum Beispiel 05162, "
        "oder die Kommunen mit --municipalities aus einer CSV-Datei übernehmen."
    )


def _settings(wish: NewProject, library: Library, district: District, law: LegalBasis) -> Project:
    guide = library.latest_guide()
    occasion = Occasion.FIRST if law.year < CURRENT_LAW else Occasion.UPDATE
    return Project(
        id=PROJECT_ID,
        title=wish.title.strip() or f"Integrationskonzept für {district_named(district).accusative}",
        occasion=wish.occasion or occasion,
        legal_basis_id=law.id,
        guide_id=guide.id,
        guide_version=guide.version,
    )


def text_of(snapshot: Snapshot, chapter: str, *, closes: bool = False) -> ChapterText | None:
    """Return the text of a chapter that stands before what is generated, or after it; None if there is none."""
    texts = (text for text in snapshot.all(ChapterText) if text.chapter == chapter and text.closes is closes)
    return min(texts, key=lambda text: (text.position, text.id), default=None)


def free_text_id(snapshot: Snapshot, chapter: str) -> str:
    """Return an id for another text of a chapter."""
    first = f"text-{chapter}"
    return first if snapshot.find(ChapterText, first) is None else f"{first}-2"


def write_chapter(project: OpenProject, chapter: str, text: str, *, closes: bool = False, stay: str = "") -> None:
    """Write the prose of a chapter, before or after what is generated; from this first edit on it is the author's."""
    found = text_of(project.snapshot, chapter, closes=closes)
    if found is None:
        position = next_position(project.snapshot, ChapterText)
        made = ChapterText(
            id=free_text_id(project.snapshot, chapter),
            chapter=chapter,
            text=text,
            edited=True,
            position=position,
            closes=closes,
        )
        add(project, made, "Kapitel schreiben", stay=stay)
    else:
        changes = updates(found, {"text": text, "edited": True} if clean(text) != found.text else {})
        project.commit("Kapitel schreiben", *changes, stay=stay)


def filled(text: str, known: Mapping[str, str]) -> str:
    """Return a text with the known ``{placeholders}`` filled; unknown ones stay as they are."""
    return _PLACEHOLDER.sub(lambda match: known.get(match[1], match[0]), text)
