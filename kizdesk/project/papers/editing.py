"""Change a paper: its layout, its date, own texts, the Beratungsfolge, the questions; each is one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kizdesk.domain.changes import Change, Create, Delete
from kizdesk.domain.errors import UserError
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind, PaperQuestion, PaperStop
from kizdesk.domain.people import Consultation
from kizdesk.project.opened import OpenProject
from kizdesk.project.papers.reading import paper_of, proposed_answer, stops_shown
from kizdesk.project.records import edits, next_position, updates

_TEXT, _PAPER = "Angabe im Schriftstück bearbeiten", "Schriftstück bearbeiten"

_NO_MEETING = "Noch ist keine Sitzung eines Gremiums erfasst. Bitte in den Grundlagen unter „Termine“ eintragen."
_ALL_NAMED = (
    "Alle erfassten Sitzungen stehen schon in der Beratungsfolge. "
    "Weitere bitte in den Grundlagen unter „Termine“ eintragen."
)


def choose_layout(project: OpenProject, kind: PaperKind, layout_id: str) -> None:
    """Print a paper with another set of fields; what was written in fields that it lacks is kept."""
    paper, begun = _begun(project, kind)
    project.commit(_PAPER, *_given(replace(paper, layout=layout_id), paper, begun))


def set_date(project: OpenProject, kind: PaperKind, dated: date | None, *, stay: str = "") -> None:
    """Date a paper; without a day it bears that of its printing."""
    paper, begun = _begun(project, kind)
    if dated != paper.dated:
        project.commit(_PAPER, *_given(replace(paper, dated=dated), paper, begun), stay=stay)


def write_field(project: OpenProject, kind: PaperKind, key: str, value: str, *, stay: str = "") -> None:
    """Write an own text, or choose, in place of what is proposed; an empty one empties the field."""
    paper, begun = _begun(project, kind)
    found = _entry(project, paper, key)
    if found is not None:
        project.commit(_TEXT, *updates(found, {"value": value}), stay=stay)
        return
    entry = PaperEntry(id=project.new_id(), paper_id=paper.id, field=key, value=value)
    project.commit(_TEXT, *begun, Create(entry), stay=stay)


def adopt_proposal(project: OpenProject, kind: PaperKind, keys: Sequence[str]) -> None:
    """Take own texts back, so that their fields follow the data again."""
    paper = paper_of(project, kind)
    entries = project.snapshot.all(PaperEntry)
    found = [entry for entry in entries if entry.paper_id == paper.id and entry.field in keys]
    project.commit("Vorschlag im Schriftstück übernehmen", *(Delete(PaperEntry, entry.id) for entry in found))


def put_stops_together(project: OpenProject, kind: PaperKind) -> None:
    """Make the proposed Beratungsfolge one's own, or begin it with the nearest meeting where none is proposed.

    Raises UserError if there is no meeting to begin with.
    """
    paper, begun = _begun(project, kind)
    own = _own_stops(project, kind, paper) or [Create(_nearest(project, paper))]
    project.commit("Beratungsfolge festlegen", *begun, *own)


def propose_stops(project: OpenProject, kind: PaperKind) -> None:
    """Let the Beratungsfolge follow the meetings again."""
    own = _stops(project, paper_of(project, kind))
    project.commit("Vorschlag der Beratungsfolge übernehmen", *(Delete(PaperStop, stop.id) for stop in own))


def new_stop(project: OpenProject, kind: PaperKind) -> PaperStop:
    """Return the station that „Neu“ adds to a Beratungsfolge of one's own: the nearest meeting that is not in it yet.

    Raises UserError if every meeting is in it.
    """
    return _nearest(project, paper_of(project, kind))


def _nearest(project: OpenProject, paper: Paper) -> PaperStop:
    named = {stop.consultation_id for stop in _stops(project, paper)}
    meetings = [step for step in project.snapshot.all(Consultation) if step.body_id]
    free = [step for step in meetings if step.id not in named]
    if not free:
        raise UserError(_ALL_NAMED if meetings else _NO_MEETING)
    nearest = min(free, key=lambda step: (not step.planned, -(step.held_on or date.min).toordinal()))
    position = next_position(project.snapshot, PaperStop)
    return PaperStop(id=project.new_id(), paper_id=paper.id, consultation_id=nearest.id, position=position)


def add_question(project: OpenProject, question: str = "") -> PaperQuestion:
    """Add a question of the body to the report and return it."""
    paper, begun = _begun(project, PaperKind.REPORT)
    position = next_position(project.snapshot, PaperQuestion)
    made = PaperQuestion(id=project.new_id(), paper_id=paper.id, question=question, position=position)
    project.commit("Frage des Gremiums hinzufügen", *begun, Create(made))
    return made


def adopt_answer(project: OpenProject, question_id: str) -> None:
    """Write into an answer what the data tells, to go on from there; raises UserError where it tells nothing."""
    found = project.snapshot.get(PaperQuestion, question_id)
    text = proposed_answer(project, question_id)
    if not text:
        raise UserError("Zu dieser Frage gibt es in den Daten keinen Vorschlag. Bitte die Antwort selbst schreiben.")
    project.commit("Vorschlag in die Antwort übernehmen", *updates(found, {"answer": text}))


def _begun(project: OpenProject, kind: PaperKind) -> tuple[Paper, list[Change]]:
    """Return the paper of a kind, and what makes its record if there is none yet."""
    paper = paper_of(project, kind)
    if paper.id:
        return paper, []
    made = replace(paper, id=project.new_id(), position=next_position(project.snapshot, Paper))
    return made, [Create(made)]


def _given(after: Paper, before: Paper, begun: list[Change]) -> list[Change]:
    """Return the changes that make a paper another, whether or not its record is made with them."""
    return [Create(after)] if begun else edits(before, after)


def _entry(project: OpenProject, paper: Paper, key: str) -> PaperEntry | None:
    entries = project.snapshot.all(PaperEntry)
    return next((entry for entry in entries if entry.paper_id == paper.id and entry.field == key), None)


def _stops(project: OpenProject, paper: Paper) -> list[PaperStop]:
    return [stop for stop in project.snapshot.all(PaperStop) if stop.paper_id == paper.id]


def _own_stops(project: OpenProject, kind: PaperKind, paper: Paper) -> list[Change]:
    if _stops(project, paper):
        return []
    return [Create(replace(stop.record, id=project.new_id(), paper_id=paper.id)) for stop in stops_shown(project, kind)]
