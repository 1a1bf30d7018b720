"""Find the interview that a row of the matrix opens, and the place in it at which a section begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kizdesk.concept.german import number
from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus
from kizdesk.domain.places import DistrictKind
from kizdesk.domain.stand import Stand
from kizdesk.project.forms.register import scanned_interviews
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of
from kizdesk.project.runner.course import course
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking.matrix import Matrix, MatrixRow

_ORDER = (InterviewStatus.RUNNING, InterviewStatus.PLANNED, InterviewStatus.DONE, InterviewStatus.RELEASED)
_URGENT = (Stand.RUNNING, Stand.PLANNED, Stand.OPEN)


@dataclass(frozen=True, slots=True)
class Entrance:
    """Be where the window opens an interview; an empty id means that there is none yet."""

    interview_id: str = ""
    is_begun: bool = False
    is_done: bool = False


def entrance(project: OpenProject, row: MatrixRow) -> Entrance:
    """Return the interview to open for a municipality: the one under way, or else planned, or else the latest."""
    known = project.snapshot.by_id(Interview)
    found = [known[interview_id] for interview_id in row.interview_ids if interview_id in known]
    if not found:
        return Entrance()
    chosen = min(found, key=_rank)
    begun = chosen.status is not InterviewStatus.PLANNED
    return Entrance(chosen.id, begun, chosen.status in (InterviewStatus.DONE, InterviewStatus.RELEASED))


def place_in(project: OpenProject, interview_id: str, section_id: str) -> Place | None:
    """Return the first open question of a section, or else its first stop; None if the interview lacks it."""
    way = course(project, interview_id)
    stops = [stop for stop in way.places if stop.section_id == section_id]
    return next((stop for stop in stops if way.is_open(stop)), stops[0] if stops else None)


def next_row(table: Matrix) -> MatrixRow | None:
    """Return the municipality whose turn it is: one under way, then the next planned, then one without an interview."""
    rows = [row for row in table.rows if not row.stand.is_done]
    return min(rows, key=lambda row: _URGENT.index(row.stand), default=None)


def waits(project: OpenProject, interview_id: str) -> bool:
    """Tell whether a planned interview has to wait, for its day or for the form to come back."""
    interview = project.snapshot.find(Interview, interview_id)
    if interview is None or interview.status is not InterviewStatus.PLANNED:
        return False
    if interview.form is InterviewForm.FORM:
        return interview_id not in scanned_interviews(project.snapshot)
    return interview.held_on is not None and interview.held_on > project.now().date()


def reach_text(reached: int, count: int) -> str:
    """Return with how many municipalities there is an interview: ``Gespräche in allen acht Kommunen``."""
    if reached < count:
        return f"Mit {reached} von {count} Kommunen ist ein Gespräch geplant oder geführt"
    few = {1: "Gespräche in einer Kommune", 2: "Gespräche in beiden Kommunen"}
    return few.get(count, f"Gespräche in allen {number(count)} Kommunen")


def is_city(project: OpenProject) -> bool:
    """Tell whether the district is a kreisfreie Stadt, which has no municipalities to speak with."""
    facts = facts_of(project)
    return facts.district.kind is DistrictKind.INDEPENDENT_CITY and not facts.municipalities


def _rank(interview: Interview) -> tuple[int, int]:
    day = interview.held_on
    if interview.status is InterviewStatus.PLANNED:
        return _ORDER.index(interview.status), (day or date.max).toordinal()
    return min(_ORDER.index(interview.status), 2), -(day or date.min).toordinal()
