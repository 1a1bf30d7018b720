"""Propose the resolution; it differs with the true state of the consents and never claims more than the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.consents import Standing
from kizdesk.concept.german import capital, closed
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.lines import one_line
from kizdesk.concept.papers.parts.agreement import bound_names, in_one_line, is_all_collective
from kizdesk.concept.votes_text import version_text
from kizdesk.domain.fields import Measure
from kizdesk.domain.organisation import CourseOfAction
from kizdesk.domain.places import Occasion
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import ConsentState

_FIRST, _LIST = "1. ", "\n\n"
"""How a list begins, and what stands before it; running text goes on behind the lead, to stay with its own list."""


def resolution(brief: Brief) -> str:
    """Return what the body is asked to decide."""
    if brief.version is not None and not brief.is_municipal:
        points = list(_adoption(brief, brief.version))
    elif brief.is_municipal:
        return _led(brief, _recommendation(brief))
    elif brief.courses:
        return _led(brief, _choice(brief))
    else:
        points = list(_beginning(brief))
    return _led(brief, _numbered(points))


def _led(brief: Brief, text: str) -> str:
    """Return the resolution behind the words of the body that advises it before."""
    first = brief.stops[0].body if brief.stops else None
    if first is None or first == brief.deciding_body:
        return text
    body = capital(brief.body_named(first.name).nominative)
    lead = brief.words.text("resolution.lead", body=body, decider=brief.decider.dative)
    return f"{lead}{_LIST if text.startswith(_FIRST) else ' '}{text}"


def _adoption(brief: Brief, version: ConceptVersion) -> Iterator[str]:
    yield _adopts(brief, version)
    if brief.standing is not None:
        yield from _consents(brief, brief.standing)
    yield from _next(brief)
    if any(measure.needs_own_resolution for measure in brief.context.facts.snapshot.all(Measure)):
        yield brief.words.text("resolution.reservation")


def _adopts(brief: Brief, version: ConceptVersion) -> str:
    found, words = brief.standing, brief.context.words
    granted = found is not None and all(consent.is_granted for consent in found.consents)
    if found is None or not granted:
        return _say(brief, "adopt", version=version_text(brief.context, version))
    total = len(found.consents)
    who = {1: brief.context.facts.place(found.consents[0].municipality_id), 2: words.text("consent.both")}.get(total)
    return _say(
        brief,
        "adopt_all_collective" if is_all_collective(found) else "adopt_all",
        version=version_text(brief.context, version),
        who=who or words.text("consent.all", all=words.count("kommune", total)),
        have=words.text("consent.has" if total == 1 else "consent.have"),
    )


def _consents(brief: Brief, found: Standing) -> Iterator[str]:
    if not brief.all_hold:
        none_said = all(consent.state is ConsentState.OPEN for consent in found.consents)
        key = "no_statement" if none_said else "incomplete"
        yield _say(brief, key, sentences=in_one_line(brief, found))
    elif found.of(ConsentState.EDITORIAL):
        yield _say(brief, "editorial", sentences=in_one_line(brief, found))
    count, names = bound_names(brief, found)
    if count and not all(consent.is_granted for consent in found.consents):
        yield _say(brief, "conditions_told")
    elif count:
        key = "conditions_one" if count == 1 else "conditions_many"
        yield _say(brief, key, names=names, count=brief.context.words.count("kommune", count))


def _next(brief: Brief) -> Iterator[str]:
    """Yield what comes of it: the course that is proposed, the application, or first more talks."""
    chosen = next((course for course in brief.courses if course.chosen), None)
    if chosen is not None:
        yield _course(brief, chosen)
    elif brief.all_hold:
        is_update = brief.context.facts.project.occasion is Occasion.UPDATE
        yield _say(brief, "apply_update" if is_update else "apply")
    else:
        yield _say(brief, "talk_on")


def _recommendation(brief: Brief) -> str:
    """Return what a municipality recommends to its district."""
    words, basis = brief.words, brief.context.materials.legal_basis
    points = [
        words.text("resolution.recommend_concept", district=brief.district.accusative),
        words.text("resolution.recommend_centre", centre=brief.of_centre, section=basis.section, short=basis.short),
    ]
    lead = _say(brief, "recommend", district_dative=brief.district.dative)
    return f"{lead}\n\n" + "\n".join(f"- {point}" for point in points)


def _choice(brief: Brief) -> str:
    """Return the course that is proposed, else all of them for the body to choose."""
    chosen = next((course for course in brief.courses if course.chosen), None)
    if chosen is not None:
        return _course(brief, chosen)
    lines = [f"{place}. {_titled(course)}" for place, course in enumerate(brief.courses, start=1)]
    return f"{_say(brief, 'courses')}\n\n" + "\n".join(lines)


def _course(brief: Brief, course: CourseOfAction) -> str:
    return brief.words.text("resolution.course", title=closed(course.title), text=closed(one_line(course.text))).strip()


def _titled(course: CourseOfAction) -> str:
    return " ".join(filter(None, (f"**{closed(course.title)}**", closed(one_line(course.text)))))


def _beginning(brief: Brief) -> Iterator[str]:
    """Yield how the concept is begun where there is none yet."""
    basis, is_update = brief.context.materials.legal_basis, brief.context.facts.project.occasion is Occasion.UPDATE
    agree = "" if brief.context.is_city else brief.words.text("resolution.develop_agree")
    yield _say(brief, "develop_update" if is_update else "develop", agree=agree)
    if not is_update:
        yield brief.words.text("resolution.prepare", centre=brief.of_centre, section=basis.section, short=basis.short)


def _say(brief: Brief, key: str, **values: str) -> str:
    basis = brief.context.materials.legal_basis
    known = {
        "decider": capital(brief.decider.nominative),
        "decider_dative": brief.decider.dative,
        "district": brief.district.accusative,
        "centre": brief.of_centre,
        "section": basis.section,
        "short": basis.short,
    }
    return brief.words.text(f"resolution.{key}", **{**known, **values})


def _numbered(points: Sequence[str]) -> str:
    if len(points) < 2:
        return "".join(points)
    return "\n".join(f"{place}. {point}" for place, point in enumerate(points, start=1))
