"""Count a municipality: each question once, however many interviews ask it; answered in one of them is answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kizdesk.project.stocktaking.progress import (
    AnswerPlace,
    InterviewCount,
    Progress,
    ReplyState,
    progress_of,
    summed,
)

_BEST_FIRST = (ReplyState.GIVEN, ReplyState.DECLINED, ReplyState.LATER, ReplyState.OPEN)
_RANKS = {state: rank for rank, state in enumerate(_BEST_FIRST)}


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """Be what the interviews of a municipality add up to."""

    sections: Mapping[str, Progress]
    later: tuple[AnswerPlace, ...] = ()
    """Where an answer is promised for later that no other interview holds."""
    required: tuple[AnswerPlace, ...] = ()
    """Where a required answer is missing that no other interview holds."""

    @property
    def total(self) -> Progress:
        """Return the sum over all sections."""
        return summed(self.sections.values())


def united(held: Sequence[InterviewCount]) -> PlaceCount:
    """Return what the interviews of a municipality add up to, in the order of their days.

    Another one never makes it look less done, unless it puts off what an earlier one answered: then that is awaited.
    """
    if len(held) == 1:
        return PlaceCount(held[0].sections, held[0].later, held[0].required)
    best: dict[str, dict[tuple[str, str], ReplyState]] = {}
    for counted in held:
        for section_id, states in counted.states.items():
            known = best.setdefault(section_id, {})
            for spot, state in states.items():
                before = known.get(spot, state)
                known[spot] = state if state is ReplyState.LATER else min(before, state, key=_RANKS.__getitem__)
    registers = {key: part for counted in held for key, part in counted.sections.items() if key not in best}
    reached = {spot: state for states in best.values() for spot, state in states.items()}
    return PlaceCount(
        sections={key: progress_of(states.values()) for key, states in best.items()} | registers,
        later=tuple(_once((it for one in held for it in one.later), reached, ReplyState.LATER)),
        required=tuple(_once((it for one in held for it in one.required), reached, ReplyState.OPEN)),
    )


def _once(
    places: Iterator[AnswerPlace], reached: Mapping[tuple[str, str], ReplyState], wanted: ReplyState
) -> Iterator[AnswerPlace]:
    """Yield the places that no interview is further with, each question once."""
    seen: set[tuple[str, str]] = set()
    for place in places:
        spot = place.question_id, place.scope_id
        if reached[spot] is wanted and spot not in seen:
            seen.add(spot)
            yield place
