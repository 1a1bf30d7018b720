"""Measure every promised speed and print it beside its goal; name loads to measure only those.

``python -m bench [Neuss] [Steinfurt] [Eifelkreis]``. The exit code is 1 when a goal is missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.files import write_load
from bench.forms import measure_forms
from bench.forms_in import measure_forms_in
from bench.forms_out import measure_forms_out
from bench.loads import LOADS, STEINFURT, TWICE_STEINFURT, Load
from bench.measures import Measure, table
from bench.merging import measure_merging
from bench.preview import measure_preview
from bench.print import measure_print
from bench.store import measure_store
from bench.window_start import measure_start
from bench.window_use import measure_use
from bench.word import measure_growth, measure_word
from kizdesk.domain.guide import Guide
from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir

_WORD_GOALS = {"Neuss": 0.6, "Steinfurt": 0.6}


def main(names: list[str]) -> int:
    """Measure the loads of the given names, or all."""
    guide = Library(resources_dir(), forms_dir()).latest_guide()
    measures: list[Measure] = []
    for load in LOADS:
        if not names or load.name in names:
            with TemporaryDirectory() as folder:
                measures += measure_load(load, guide, Path(folder))
    print(table(measures))
    return 0 if all(measure.met for measure in measures) else 1


def measure_load(load: Load, guide: Guide, folder: Path) -> Iterator[Measure]:
    """Yield all measures of one load."""
    plain = write_load(load, guide, folder / f"{load.name}.kizdesk")
    protected = write_load(load, guide, folder / f"{load.name} geschützt.kizdesk", protected=True)
    yield from measure_store(load.name, plain, protected)
    yield from measure_word(load.name, plain, folder, _WORD_GOALS.get(load.name))
    yield from measure_print(load.name, plain, folder, goals=load is STEINFURT)
    if load is STEINFURT:
        yield from measure_forms(load.name, guide)
        yield measure_forms_out(load.name, plain, folder)
        yield from measure_forms_in(load.name, plain, folder)
        yield from measure_merging(load.name, plain, folder)
        yield from measure_start(load.name, plain, folder)
        yield from measure_use(load.name, plain, folder)
        yield from measure_preview(load.name, plain, folder)
        twice = write_load(TWICE_STEINFURT, guide, folder / "Doppelt.kizdesk")
        yield measure_growth(plain, twice, folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
