"""Check what the checker says of chapters that are not printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kizdesk.domain.checks import Facts, LeftOut, check
from kizdesk.domain.legal import Precondition
from kizdesk.domain.places import District, DistrictKind
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.steps import Step, Target
from tests.domain.test_checks import GUIDE, LAW

ASKED = replace(
    LAW, preconditions=(Precondition("k", "", "", "cost_missing"), Precondition("e", "", "", "consent_open"))
)


def said(chapter: LeftOut, *, city: bool = False) -> list[tuple[str, Target]]:
    kind = DistrictKind.INDEPENDENT_CITY if city else DistrictKind.DISTRICT
    facts = Facts(Snapshot.of([District(id="05", name="Probe", kind=kind)]), GUIDE, ASKED, left_out=(chapter,))
    return [(hit.rule, hit.target) for hit in check(facts) if hit.target.step is Step.OUTPUT]


@pytest.mark.parametrize(
    ("rules", "found"),
    [(("cost_missing",), ["demanded_left_out"]), (("no_principles",), ["chapter_left_out"]), ((), [])],
)
def test_a_chapter_left_out_weighs_what_is_looked_for_in_it(rules: tuple[str, ...], found: list[str]) -> None:
    assert [rule for rule, _ in said(LeftOut("kosten", "Kosten", rules))] == found


def test_the_finding_leads_to_the_chapter() -> None:
    (hit,) = said(LeftOut("kosten", "Kosten", ("cost_missing",)))
    assert hit[1] == Target(Step.OUTPUT, "chapter_choice", "kosten")


def test_a_city_needs_no_chapter_on_consents() -> None:
    assert not said(LeftOut("einvernehmen", "Einvernehmen", ("consent_open",)), city=True)
