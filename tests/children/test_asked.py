"""Ask a process one thing after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kizdesk.children import command_of
from kizdesk.children.asked import Asked

SECONDS = 30.0


@pytest.fixture
def asked() -> Iterator[Asked]:
    """Return the way to a process that tells what it heard."""
    with Asked(command_of("tests.children.echo"), "few", "echo") as way:
        yield way


class BreakOffError(Exception):
    """Report that nobody wants the answer any more."""


def nothing() -> None:
    """Go on."""


def stop() -> None:
    """Break off."""
    raise BreakOffError


def told(asked: Asked, word: str) -> dict[str, Any]:
    answer, _ = asked.ask({"word": word, "seconds": 0}, seconds=SECONDS, beat=nothing)
    assert isinstance(answer, dict)
    return answer


def test_a_process_begun_ahead_is_the_one_that_is_asked(asked: Asked) -> None:
    asked.begin()
    asked.begin({"memory": 7})

    first, second = told(asked, "a"), told(asked, "b")

    assert first["process"] == second["process"]
    assert second["heard"] == ["a", "b"]


def test_another_process_may_have_other_limits(asked: Asked) -> None:
    first = told(asked, "a")
    asked.end()
    asked.begin("many")
    second = told(asked, "b")

    assert first["process"] != second["process"]
    assert (first["limits"], second["limits"]) == ("few", "many")


def test_what_is_broken_off_while_it_waits_is_never_asked(asked: Asked) -> None:
    told(asked, "begin")
    for word in ("slow", "overtaken", "overtaken too"):
        with pytest.raises(BreakOffError):
            asked.ask({"word": word, "seconds": 1.2}, seconds=SECONDS, beat=stop)

    assert told(asked, "newest")["heard"] == ["begin", "slow", "newest"]


def test_whoever_breaks_off_while_the_process_starts_leaves_it_to_the_next(asked: Asked) -> None:
    asked.begin("slow")
    with pytest.raises(BreakOffError):
        asked.ask({"word": "early", "seconds": 0}, seconds=SECONDS, beat=stop)

    assert told(asked, "next")["heard"] == ["next"]
