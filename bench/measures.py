"""Take times and show them beside their goal and their peer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter, process_time


@dataclass(frozen=True, slots=True)
class Measure:
    """Be one measured speed; times are in seconds, the 95th percentile of the runs unless ``what`` says other.

    With the unit MB it is memory, in millions of bytes; with another than these two it is a count.
    """

    what: str
    load: str
    seconds: float
    goal: float | None = None
    peer: str = ""
    peer_seconds: float | None = None
    unit: str = "ms"

    @property
    def met(self) -> bool:
        """Tell whether the goal is reached; without a goal there is nothing to miss."""
        return self.goal is None or self.seconds <= self.goal


def percentile_95(work: Callable[[int], object], runs: int, after: Callable[[int], object] = int) -> float:
    """Return the 95th percentile of the times of some runs; the work gets the number of its run.

    What is done ``after`` each run is not timed.
    """
    return _times(work, runs, after)[round(0.95 * (runs - 1))]


def computing(work: Callable[[int], object], runs: int) -> float:
    """Return the least time that some runs compute, which other programs hardly change: for growth, no promise."""
    return _times(work, runs, int, process_time)[0]


def _times(
    work: Callable[[int], object],
    runs: int,
    after: Callable[[int], object],
    clock: Callable[[], float] = perf_counter,
) -> list[float]:
    times = []
    for number in range(runs):
        start = clock()
        work(number)
        times.append(clock() - start)
        after(number)
    return sorted(times)


def table(measures: list[Measure]) -> str:
    """Return the measures as a table of plain text."""
    head = f"{'what':<40} {'load':<11} {'p95':>10} {'goal':>10}   {'peer':<34} {'p95':>10} {'ratio':>6}"
    return "\n".join([head, "-" * len(head), *map(_line, measures)])


def _line(measure: Measure) -> str:
    goal = "" if measure.goal is None else _spelled(measure.goal, measure.unit)
    value = _spelled(measure.seconds, measure.unit)
    mark = "  " if measure.met else " !"
    start = f"{measure.what:<40} {measure.load:<11} {value:>10} {goal:>10}{mark}"
    if not measure.peer_seconds:
        return start.rstrip()
    ratio = measure.seconds / measure.peer_seconds
    return f"{start} {measure.peer:<34} {_spelled(measure.peer_seconds, measure.unit):>10} {ratio:>6.1f}"


def _spelled(value: float, unit: str) -> str:
    return f"{value * 1000:.1f} ms" if unit == "ms" else f"{value:.0f} {unit}"
