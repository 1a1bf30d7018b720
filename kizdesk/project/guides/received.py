"""Check versions of a guide that come from outside."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.domain.errors import ShapeError
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.library.guide_content import read_guide


def refuse_faulty(editions: Iterable[GuideEdition]) -> None:
    """Raise ShapeError for a version that cannot be read, that is called otherwise inside, or that is there twice."""
    known: set[tuple[str, str]] = set()
    for edition in editions:
        place = f"records.guide_edition „{edition.id}“"
        guide = read_guide(edition.content, f"{place}, content")
        if (guide.id, guide.version) != (edition.guide_id, edition.guide_version):
            raise ShapeError(place, f"der Inhalt ist die Fassung {guide.version} von „{guide.id}“.")
        if (guide.id, guide.version) in known:
            raise ShapeError(place, f"die Fassung {guide.version} steht schon in der Datei.")
        known.add((guide.id, guide.version))
