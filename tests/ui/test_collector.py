"""Check that garbage is collected on the window's thread only."""

import gc
import linecache
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from kizdesk.ui.collector import Collector


class Knot:
    """Point to itself, so that only a collection ends it."""

    ended_in: int = 0

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Knot.ended_in = threading.get_ident()


@pytest.fixture
def collector(qapp: QObject) -> Iterator[Collector]:
    enabled = gc.isenabled()
    made = Collector(qapp)
    yield made
    made.end()
    made.deleteLater()
    if not enabled:
        gc.disable()


@pytest.mark.usefixtures("collector")
def test_work_in_another_thread_collects_nothing() -> None:
    gc.collect()
    Knot.ended_in = 0
    Knot()

    worker = threading.Thread(target=lambda: [[number] for number in range(100_000)])
    worker.start()
    worker.join()
    assert Knot.ended_in == 0

    gc.collect()
    assert Knot.ended_in == threading.get_ident()


def test_full_counters_lead_to_a_collection(collector: Collector) -> None:
    gc.collect()
    Knot.ended_in = 0
    Knot()
    kept = [[number] for number in range(gc.get_threshold()[0] + 10)]

    collector.collect()

    assert kept
    assert Knot.ended_in == threading.get_ident()


def test_rests_are_for_old_objects_too(collector: Collector) -> None:
    gc.collect()
    Knot.ended_in = 0
    knot = Knot()
    gc.collect()
    del knot

    collector.collect()
    assert Knot.ended_in == 0

    collector.collect_all()
    assert Knot.ended_in == threading.get_ident()


def test_what_came_with_a_project_is_looked_at_when_it_is_closed(collector: Collector) -> None:
    gc.collect()
    Knot.ended_in = 0
    knot = Knot()
    collector.spare()
    del knot

    collector.collect_all()
    assert Knot.ended_in == 0

    collector.spare_nothing()
    assert Knot.ended_in == threading.get_ident()


def test_the_source_of_modules_is_not_kept(collector: Collector) -> None:
    assert linecache.getlines(linecache.__file__)
    assert linecache.cache

    collector.collect()

    assert not linecache.cache
