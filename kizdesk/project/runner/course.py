"""Lead through an interview: which question comes next, which before, which is still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kizdesk.domain.answering import is_filled
from kizdesk.domain.checks import Target
from kizdesk.domain.counting import is_register, is_required
from kizdesk.domain.guide import Guide, Question, Repeat, Section
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking.outline import Outline, OutlineQuestion, OutlineSection, outline
from kizdesk.project.stocktaking.progress import AnswerPlace, ReplyState


@dataclass(frozen=True)
class Course:
    """Be the way through one interview as it stands now."""

    guide: Guide
    outline: Outline
    places: tuple[Place, ...]
    """The stops in order; the questions on one offering are a way of their own, off its section's list."""
    hidden: tuple[Place, ...]
    """Questions that are not asked now, but hold an answer."""
    _items: Mapping[Place, OutlineQuestion] = field(default_factory=dict, repr=False)
    _ranks: Mapping[Place, int] = field(default_factory=dict, repr=False)
    _answers: Mapping[Place, Answer] = field(default_factory=dict, repr=False)

    def question(self, place: Place) -> Question:
        """Return the question at a place; raises KeyError at the head of a section."""
        return self.guide.question(place.question_id)

    def section(self, place: Place) -> Section:
        """Return the section of the guide a place stands in; raises KeyError if there is none."""
        return next(section for section in self.guide.sections if section.id == place.section_id)

    def line(self, place: Place) -> OutlineSection | None:
        """Return the line of the list of sections a place stands in."""
        lines = [line for line in self.outline.sections if line.section_id == place.section_id]
        return next((line for line in lines if line.scope_id == place.scope_id), lines[0] if lines else None)

    def state(self, place: Place) -> ReplyState | None:
        """Return where a stop stands; None at the choice of fields and for the questions on one offering."""
        item = self._items.get(place)
        if item is not None:
            return item.state
        line = self.line(place) if place.is_head and is_register(self.section(place)) else None
        return None if line is None else ReplyState.GIVEN if line.progress.is_complete else ReplyState.OPEN

    def answer(self, place: Place) -> Answer | None:
        """Return the answer at a stop, asked now or not; None before it is given, and where records are shown."""
        return self._answers.get(place)

    def counts(self, place: Place) -> bool:
        """Tell whether a stop is part of the numbers: not what is filled in afterwards, and no choice of fields."""
        item = self._items.get(place)
        return item.counts if item is not None else place.is_head and is_register(self.section(place))

    def within(self, place: Place) -> tuple[Place, ...]:
        """Return the stops of the section and field, or of the offering, that a place belongs to."""
        section = self.section(place)
        if is_register(section) and place.scope_id:
            return tuple(Place(section.id, question.id, place.scope_id) for question in _live(section))
        return tuple(stop for stop in self.places if (stop.section_id, stop.scope_id) == (section.id, place.scope_id))

    def asleep(self, place: Place) -> tuple[Place, ...]:
        """Return the questions of a section and field that are not asked now, and hold no answer."""
        wanted = (place.section_id, place.scope_id)
        return tuple(
            stop
            for stop, item in self._items.items()
            if (stop.section_id, stop.scope_id) == wanted
            and item.state is ReplyState.HIDDEN
            and not item.question.retired
            and stop not in self.hidden
        )

    def around(self, place: Place) -> tuple[Place, ...]:
        """Return all questions of the section and field of a place in order, also those that are not asked now."""
        held = [stop for stop in self.hidden if (stop.section_id, stop.scope_id) == (place.section_id, place.scope_id)]
        return tuple(sorted({*self.within(place), *self.asleep(place), *held}, key=self._rank))

    def left_out(self, place: Place) -> tuple[Place, ...]:
        """Return the questions not asked now that stand between a question and the one before it."""
        stops = self.within(place)
        before = self._rank(stops[stops.index(place) - 1]) if place in stops[1:] else -1
        held = [stop for stop in self.hidden if (stop.section_id, stop.scope_id) == (place.section_id, place.scope_id)]
        asleep = (*self.asleep(place), *held) if place in stops else ()
        found = [stop for stop in asleep if before < self._rank(stop) < self._rank(place)]
        return tuple(sorted(found, key=self._rank))

    def target(self, place: Place) -> Target:
        """Return where the window jumps to for a stop; at the register of offerings, by its first question."""
        question_id = place.question_id or self.section(place).questions[0].id
        return AnswerPlace(self.outline.interview_id, question_id, place.scope_id).target

    def stop_of(self, found: AnswerPlace) -> Place:
        """Return the stop at which an answer is given; for offerings as a whole, their register."""
        section = self.guide.section_of(found.question_id)
        whole = is_register(section) and not found.scope_id
        return Place(section.id) if whole else Place(section.id, found.question_id, found.scope_id)

    def counted(self, place: Place) -> tuple[int, int]:
        """Return the how manieth question of how many a place is; 0 for what is filled in afterwards."""
        stops = [stop for stop in self.within(place) if not stop.is_head and (place.scope_id or self.counts(stop))]
        return (stops.index(place) + 1 if place in stops else 0), len(stops)

    def holds(self, place: Place) -> bool:
        """Tell whether a place is a stop now."""
        return place in self._stops_around(place)

    def after(self, place: Place) -> Place | None:
        """Return the next stop, or None behind the last; behind the questions on an offering comes their list."""
        return self._step(place, 1)

    def before(self, place: Place) -> Place | None:
        """Return the stop before, or None at the first."""
        return self._step(place, -1)

    def next_open(self, place: Place | None = None) -> Place | None:
        """Return the next question without an answer behind a place, around the end; None if all are answered."""
        behind = -1 if place is None else self._rank(place)
        opened = [stop for stop in self.places if self.is_open(stop) and stop != place]
        return next((stop for stop in opened if self._rank(stop) > behind), opened[0] if opened else None)

    def is_open(self, place: Place) -> bool:
        """Tell whether a question waits for its answer."""
        return self.counts(place) and self.state(place) is ReplyState.OPEN

    def open_places(self) -> tuple[Place, ...]:
        """Return the questions that wait for an answer now or later, in order."""
        return self._opened

    def required_open(self, line: OutlineSection) -> int:
        """Return how many required questions of a line of the list of sections wait for their answer."""
        stops = (it for it in self.places if (it.section_id, it.scope_id) == (line.section_id, line.scope_id))
        return sum(self.is_open(stop) and not stop.is_head and is_required(self.question(stop)) for stop in stops)

    @property
    def open_sentence(self) -> str:
        """Say how many questions are open; empty if none is."""
        return self.outline.open_sentence

    @property
    def is_answered(self) -> bool:
        """Tell whether a question has an answer of its own."""
        settled = (ReplyState.GIVEN, ReplyState.DECLINED)
        return any(item.state in settled and not item.bound for item in self._items.values())

    def changed_since(self, before: Course) -> tuple[Place, ...]:
        """Return the stops whose answer was another one before, also those that only hold an answer."""
        shown = (*self.places, *self.hidden)
        return tuple(place for place in shown if self._answers.get(place) != before._answers.get(place))

    def lead(self, line: OutlineSection) -> Place:
        """Return the stop at which a section begins."""
        wanted = (line.section_id, line.scope_id)
        return next((stop for stop in self.places if (stop.section_id, stop.scope_id) == wanted), self.places[0])

    def nearest(self, place: Place) -> Place:
        """Return a place itself if it is a stop, or else the first stop behind where it stood."""
        if self.holds(place):
            return place
        rank = self._rank(place)
        return next((stop for stop in self.places if self._rank(stop) >= rank), self.places[-1])

    @cached_property
    def _opened(self) -> tuple[Place, ...]:
        return tuple(stop for stop in self.places if self.is_open(stop) or self.state(stop) is ReplyState.LATER)

    def _step(self, place: Place, step: int) -> Place | None:
        stops = self._stops_around(place)
        if place in stops:
            number = stops.index(place) + step
            if 0 <= number < len(stops):
                return stops[number]
            return Place(place.section_id) if stops is not self.places else None
        near = self.nearest(place)
        return near if step > 0 else self._step(near, step)

    def _stops_around(self, place: Place) -> Sequence[Place]:
        if place.scope_id and place.question_id and is_register(self.section(place)):
            return self.within(place)
        return self.places

    def _rank(self, place: Place) -> int:
        found = self._ranks.get(place)
        if found is None:
            found = self._ranks.get(Place(place.section_id), -1)
        return found


def course(project: OpenProject, interview_id: str) -> Course:
    """Return the way through an interview; raises UserError if it is gone."""
    interview = project.snapshot.get(Interview, interview_id)
    guide = guide_of(project, interview)
    drawn = outline(project, interview_id)
    answers = project.snapshot.by_id(Answer)
    listed = {_place(item): item for item in drawn.questions if not _of_offering(guide, item)}
    everything = tuple(_all_places(guide, interview, listed))
    return Course(
        guide=guide,
        outline=drawn,
        places=tuple(place for place in everything if place.is_head or listed[place].visible),
        hidden=tuple(place for place, item in listed.items() if not item.visible and is_filled(answers.get(item.key))),
        _items=listed,
        _ranks={place: rank for rank, place in enumerate(everything)},
        _answers={place: held for place, item in listed.items() if (held := answers.get(item.key)) is not None},
    )


def _all_places(guide: Guide, interview: Interview, listed: Mapping[Place, OutlineQuestion]) -> Iterator[Place]:
    for section in guide.sections:
        if section.repeat is not Repeat.NONE:
            yield Place(section.id)
        scopes = interview.field_ids if section.repeat is Repeat.PER_FIELD else ("",)
        for scope_id in scopes:
            places = (Place(section.id, question.id, scope_id) for question in section.questions)
            yield from (place for place in places if place in listed)


def _place(item: OutlineQuestion) -> Place:
    return Place(item.section_id, item.question.id, item.scope_id)


def _of_offering(guide: Guide, item: OutlineQuestion) -> bool:
    return is_register(guide.section_of(item.question.id))


def _live(section: Section) -> list[Question]:
    return [question for question in section.questions if not question.retired]
