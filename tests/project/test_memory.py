import gc
from pathlib import Path

import pytest

from kizdesk.project.memory import collector_paused, give_memory_back


def test_the_collector_rests_and_goes_on() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_fault() -> None:
    with pytest.raises(ValueError, match="fault"), collector_paused():
        raise ValueError("fault")
    assert gc.isenabled()


def test_whoever_paused_it_first_lets_it_go_on() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()


def _held() -> int:
    """Return the bytes held, where the system tells."""
    state = Path("/proc/self/statm")
    return int(state.read_text().split()[1]) * 4096 if state.exists() else 0


def test_what_is_free_is_given_back() -> None:
    pieces = [bytearray(b"x" * 50_000) for _ in range(1000)]
    kept = pieces[-1]  # what stands above all keeps it from being given back by itself
    full = _held()
    pieces.clear()
    give_memory_back()
    assert len(kept) == 50_000
    assert not full or _held() < full - 25_000_000
