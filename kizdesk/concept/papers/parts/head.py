"""Propose the head of a paper: authority, number, subject, status, annexes."""

from __future__ import annotations

from kizdesk.concept.german import municipality_named
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.votes_text import version_text
from kizdesk.domain.fields import Measure
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality, Occasion
from kizdesk.domain.roles import HEAD_OF_DISTRICT, having


def authority(brief: Brief) -> str:
    """Return whose paper it is: the municipality whose council decides, else the district."""
    body = brief.deciding_body
    own = brief.context.facts.snapshot.find(Municipality, body.municipality_id) if body is not None else None
    if brief.is_municipal and own is not None:
        return municipality_named(own)
    return brief.district.bare


def head_of_office(brief: Brief) -> str:
    """Return the function of who leads the district, if somebody with that role is entered."""
    if brief.is_municipal:
        return ""
    leaders = having(brief.context.facts.snapshot.all(Person), HEAD_OF_DISTRICT)
    return next((person.function.strip() for person in leaders if person.function.strip()), "")


def number(brief: Brief) -> str:
    """Return the number of the paper: that of a meeting in the Beratungsfolge, else that of the project."""
    numbered = next((stop.consultation.paper for stop in reversed(brief.stops) if stop.consultation.paper), "")
    return numbered or brief.context.facts.project.document_number


def subject(brief: Brief) -> str:
    """Return what the paper is about."""
    words, is_update = brief.words, brief.context.facts.project.occasion is Occasion.UPDATE
    concept = words.text("subject.update" if is_update else "subject.concept", district=brief.district.accusative)
    if is_update:
        return concept
    centre = words.text("subject.centre", centre=brief.of_centre)
    if brief.version is None:
        return centre
    return words.text("subject.both", concept=concept, centre=centre)


def report_title(brief: Brief) -> str:
    """Return the headline of a report."""
    words = brief.words
    if brief.context.facts.project.occasion is Occasion.UPDATE:
        return words.text("subject.report_update", district=brief.district.accusative)
    centre = words.text("subject.centre", centre=brief.of_centre)
    return words.text("subject.report", inside=brief.district.inside, centre=centre)


def status(brief: Brief) -> str:
    """Return whether all meetings are public or all closed; nothing where they differ."""
    kinds = {stop.consultation.public for stop in brief.stops}
    if len(kinds) != 1:
        return ""
    return "oeffentlich" if kinds.pop() else "nichtoeffentlich"


def products(brief: Brief) -> str:
    """Return the products that measures name, each once."""
    named = (measure.product.strip() for measure in brief.context.facts.snapshot.all(Measure))
    return "\n".join(sorted({product for product in named if product}))


def annexes(brief: Brief) -> str:
    """Return the annexes: the concept, if there is a version of it."""
    if brief.version is None:
        return ""
    return brief.words.text("report.annex_concept", version=version_text(brief.context, brief.version))
