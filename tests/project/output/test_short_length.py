"""Hold the Kurzfassung below its twenty pages, by the same estimate that the window shows."""

from __future__ import annotations

from random import Random

import pytest

from bench.loads import EIFELKREIS, NEUSS, STEINFURT, Load, records_of
from bench.words import paragraph, title
from kizdesk.concept.build import build
from kizdesk.concept.short import shortened
from kizdesk.concept.tree import Heading
from kizdesk.domain.fields import Principle
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.concept import materials
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.outline_held import length
from kizdesk.writers.word.estimate import estimated_pages

MOST = 20


def test_the_example_fits(example: OpenProject) -> None:
    assert 0 < length(example).short_pages <= MOST


@pytest.mark.parametrize("load", [NEUSS, STEINFURT, EIFELKREIS], ids=lambda load: load.name)
def test_a_district_of_any_size_fits(load: Load, project: OpenProject) -> None:
    random, things = Random(1), materials(project)
    principles = [Principle(id=f"l-{n}", title=title(random), text=paragraph(random, 4)) for n in range(10)]
    document = build(Snapshot.of([*records_of(load, things.guide), *principles]), things)

    short = shortened(document, things.outline.short(()), things.wording)

    pages = estimated_pages(short)
    last = next(block.id for block in reversed(short.blocks) if isinstance(block, Heading))
    assert len(pages) > 10
    assert pages[last] <= MOST
