import gc

import pytest

from kizdesk.project.memory import collector_paused


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
