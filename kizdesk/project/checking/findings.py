"""Join what the rules find with their wording, weight and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from kizdesk.concept.materials import Materials
from kizdesk.concept.wording import Wording
from kizdesk.domain.checks import Facts, Hit, LeftOut
from kizdesk.domain.checks import check as run_rules
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.places import District, DistrictKind
from kizdesk.library import Severity
from kizdesk.project.basics.begin import filled
from kizdesk.project.basics.chapters import chapter_rows
from kizdesk.project.checking.points import Finding, points, weighed
from kizdesk.project.checking.unprinted import unprinted
from kizdesk.project.concept import materials
from kizdesk.project.interviews.minutes_changes import changed_counts
from kizdesk.project.opened import OpenProject
from kizdesk.project.versions.freezing import present_fingerprint

__all__ = ["Finding", "Severity", "check", "is_refused", "points", "weighed"]


def check(project: OpenProject, present: str = "") -> list[Finding]:
    """Return what is missing, the heaviest first, within one weight in the order of the steps.

    The fingerprint of the present content need not be sought again where it is known.
    """
    order = list(Severity)
    return sorted(_findings(project, present), key=lambda finding: order.index(finding.severity))


def is_refused(findings: Sequence[Finding]) -> bool:
    """Tell whether a finding keeps the concept from being complete."""
    return any(finding.severity is not Severity.HINT for finding in findings)


def _findings(project: OpenProject, present: str) -> Iterator[Finding]:
    things = materials(project)
    rules = project.library.rules(things.legal_basis.id)
    for hit in run_rules(_facts(project, things, present)):
        text, values = rules[hit.rule], _words(hit, things.wording)
        yield Finding(
            rule=hit.rule,
            severity=text.severity,
            message=filled(text.message_for(values.get("anzahl", "")), values),
            advice=filled(text.advice, values),
            source=text.source,
            target=hit.target,
            values=values,
            many=text.many,
        )


def _words(hit: Hit, wording: Wording) -> dict[str, str]:
    return {key: wording.label(value) if isinstance(value, Enum) else value for key, value in hit.values.items()}


def _facts(project: OpenProject, things: Materials, present: str) -> Facts:
    kind = next((district.kind for district in project.snapshot.all(District)), DistrictKind.DISTRICT)
    modules = project.library.text_modules(things.legal_basis.id, project.settings.occasion, kind)
    chapters = dict.fromkeys(module.chapter for module in modules)
    titles = {row.chapter: row.title for row in chapter_rows(project)}
    gone = things.outline.left_out(project.snapshot.all(ChapterChoice))
    return Facts(
        snapshot=project.snapshot,
        guide=things.guide,
        legal_basis=things.legal_basis,
        prose_chapters={key: titles.get(key, key) for key in chapters if key not in gone},
        fingerprint=present or present_fingerprint(project),
        changed=changed_counts(project),
        guides=things.guides,
        left_out=tuple(
            LeftOut(entry.key, titles[entry.key], entry.demanded_by)
            for entry in things.outline.chapters
            if entry.key in gone
        ),
        unprinted=unprinted(project, things),
    )
