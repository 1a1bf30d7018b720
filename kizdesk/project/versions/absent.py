"""Name the chapters that a version lacks, because nothing is entered for them but a proposed text."""

from __future__ import annotations

from kizdesk.concept.outline import Outline
from kizdesk.concept.parts import parts
from kizdesk.concept.tree import Document
from kizdesk.concept.wording import Wording
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.places import District, DistrictKind
from kizdesk.project.basics.chapters import ChapterRow, ChapterState, chapter_rows
from kizdesk.project.opened import OpenProject


def absent(project: OpenProject, document: Document, *, in_brief: bool = False) -> tuple[str, ...]:
    """Return the titles of chapters that have a text, but are not in a document, for the text announces nothing.

    Of the Kurzfassung only those that are chosen for it today.
    """
    there = {part.key for part in parts(document)}
    wording = Wording.of(project.library.toml("concept/wording.toml"))
    is_city = any(found.kind is DistrictKind.INDEPENDENT_CITY for found in project.snapshot.all(District))
    wanted = _short(project) if in_brief else None
    return tuple(
        row.title
        for row in chapter_rows(project)
        if row.chapter not in there
        and (wanted is None or row.chapter in wanted)
        and _has_text(row)
        and wording.gap(row.chapter, city=is_city)
    )


def absent_remark(project: OpenProject, document: Document, *, in_brief: bool = False) -> str:
    """Return the sentence that names them beside a file; empty if none is missing."""
    return absent_sentence(absent(project, document, in_brief=in_brief), "in der Datei")


def absent_sentence(titles: tuple[str, ...], where: str) -> str:
    """Say that chapters are missing somewhere; nothing for none."""
    if not titles:
        return ""
    named = ", ".join(f"„{title}“" for title in titles)
    if len(titles) == 1:
        return f"Dieses Kapitel hat noch keinen Inhalt und fehlt {where}: {named}."
    return f"Diese Kapitel haben noch keinen Inhalt und fehlen {where}: {named}."


def _has_text(row: ChapterRow) -> bool:
    return row.state is not ChapterState.LEFT_OUT and bool(f"{row.before}{row.after}".strip())


def _short(project: OpenProject) -> frozenset[str]:
    outline = Outline.of(project.library.toml("concept/outline.toml"))
    return outline.short(project.snapshot.all(ChapterChoice))
