"""Keep the versions of the guide apart: one that somebody works by is never changed, the next change begins another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kizdesk.domain.changes import Change, Create, Update
from kizdesk.domain.errors import ShapeError
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Guide, Section
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.domain.places import Project
from kizdesk.library.guide_content import guide_content
from kizdesk.library.guide_faults import faults_of
from kizdesk.project.durable.borders import cleaned
from kizdesk.project.guides.drafting import Draft
from kizdesk.project.guides.numbering import renumbered
from kizdesk.project.opened import PROJECT_ID, OpenProject

_PLACE = re.compile(r"\[(\d+)\]")
_ROOT = re.compile(r"(\d{4}-\d+)(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Uses:
    """Count who works by a version of the guide."""

    interviews: int = 0
    """Those begun; a planned one without answers and without a form goes along with the project."""
    forms: int = 0
    concept: str = ""
    """Which version of the concept was frozen with it, in words."""

    @property
    def any(self) -> bool:
        """Tell whether the version must stay as it is."""
        return bool(self.interviews or self.forms or self.concept)


def edit(project: OpenProject, label: str, draft: Draft, *, stay: str = "") -> Guide:
    """Change the guide of the project, or begin its next version if somebody works by it; returns the guide as it is.

    Raises ShapeError naming the question for what does not fit; the same again is no change.
    """
    before = project.guides.present
    after = renumbered(_cleaned(before, draft(before)))
    if after == before:
        return before
    for path, message in faults_of(after):
        raise ShapeError(_called(after, path), message)
    edition = project.guides.edition(before.id, before.version)
    goes_on = edition is not None and not uses_of(project, edition.guide_id, edition.guide_version).any
    if not goes_on:
        after = replace(after, version=next_version(project, before.id, before.version))
    content = guide_content(after)
    project.library.hold_guide(after, content)
    if edition is not None and goes_on:
        project.commit(label, Update(GuideEdition, edition.id, "content", content), stay=stay)
    else:
        project.commit(label, *_begun(project, before, after, content), stay=stay)
    return after


def uses_of(project: OpenProject, guide_id: str, version: str) -> Uses:
    """Return who works by a version."""
    snapshot, edition = project.snapshot, project.guides.edition(guide_id, version)
    held = [it for it in snapshot.all(Interview) if (it.guide_id, it.guide_version) == (guide_id, version)]
    empty = {interview.id for interview in _empty(project, held)}
    issues = [it for it in snapshot.all(FormIssue) if (it.guide_id, it.guide_version) == (guide_id, version)]
    return Uses(
        interviews=sum(interview.id not in empty for interview in held),
        forms=len(issues),
        concept=edition.note if edition is not None else "",
    )


def choose_version(project: OpenProject, version: str) -> None:
    """Make another version of the same guide that of the project; planned ones without answers and form go along."""
    present = project.guides.present
    project.guides.of(present.id, version)
    project.commit("Fassung des Leitfadens wählen", *_chosen(project, present, version))


def sealed(project: OpenProject, number: int) -> tuple[Change, ...]:
    """Return the changes by which the present version is known to a version of the concept and stays as it is."""
    present = project.guides.present
    edition = project.guides.edition(present.id, present.version)
    if edition is None or edition.note:
        return ()
    return (Update(GuideEdition, edition.id, "note", f"Steht in Fassung {number} des Konzepts"),)


def next_version(project: OpenProject, guide_id: str, version: str) -> str:
    """Return the name of the next version made from one, such as ``2026-1.1`` from ``2026-1``."""
    found = _ROOT.fullmatch(version)
    root = found[1] if found else version
    made = (_ROOT.fullmatch(other) for other in project.guides.versions(guide_id))
    last = max((int(other[2] or 0) for other in made if other and other[1] == root), default=0)
    return f"{root}.{last + 1}"


def _called(guide: Guide, path: str) -> str:
    """Return what people call the place of a path such as ``sections[1].questions[2].text``."""
    places = [int(place) for place in _PLACE.findall(path)]
    section = guide.sections[places[0]]
    if ".questions[" not in path:
        return f"Abschnitt {section.letter}"
    return f"Frage {section.questions[places[1]].number}"


def _cleaned(before: Guide, after: Guide) -> Guide:
    """Return a guide with every text that is new in it cleaned."""
    known = {id(part) for section in before.sections for part in (section, *section.questions)}

    def clean(section: Section) -> Section:
        if id(section) in known:
            return section
        questions = tuple(it if id(it) in known else cleaned(it) for it in section.questions)
        return replace(cleaned(replace(section, questions=())), questions=questions)

    return replace(after, sections=tuple(map(clean, after.sections)))


def _begun(project: OpenProject, before: Guide, after: Guide, content: str) -> Iterator[Change]:
    yield Create(
        GuideEdition(
            id=project.new_id(),
            guide_id=after.id,
            guide_version=after.version,
            based_on=before.version,
            content=content,
            made_on=project.now().date(),
        )
    )
    yield from _chosen(project, before, after.version)


def _chosen(project: OpenProject, before: Guide, version: str) -> Iterator[Change]:
    if version == before.version:
        return
    yield Update(Project, PROJECT_ID, "guide_version", version)
    for interview in planned_with(project, before):
        yield Update(Interview, interview.id, "guide_version", version)


def planned_with(project: OpenProject, guide: Guide) -> Iterator[Interview]:
    """Yield the planned interviews by a version in which nothing is told yet, those without a form sent out."""
    snapshot = project.snapshot
    sent = {it.municipality_id for it in snapshot.all(FormIssue) if it.guide_version == guide.version}
    held = [it for it in snapshot.all(Interview) if (it.guide_id, it.guide_version) == (guide.id, guide.version)]
    for interview in _empty(project, held):
        if interview.municipality_id not in sent:
            yield interview


def _empty(project: OpenProject, interviews: list[Interview]) -> list[Interview]:
    planned = [interview for interview in interviews if interview.status is InterviewStatus.PLANNED]
    if not planned:
        return []
    answered = {answer.interview_id for answer in project.snapshot.by_id(Answer).values()}
    return [interview for interview in planned if interview.id not in answered]
