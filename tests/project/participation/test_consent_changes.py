"""Test that a change is told by what differs, wherever in a long text or row it stands."""

from datetime import date

import pytest

from kizdesk.domain.fields import Measure
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_changes import cut_around
from kizdesk.project.records import set_value
from kizdesk.project.versions.listed import differences


def test_a_row_of_a_table_tells_only_the_cells_that_differ(example: OpenProject) -> None:
    version = example.snapshot.all(ConceptVersion)[0]
    measure = next(item for item in example.snapshot.all(Measure) if item.starts and item.lead)
    set_value(example, Measure, measure.id, "ends", date(2031, 12, 31))

    annex = [line for line in differences(example, version.id) if line.key.split("/")[1] == "anlage_massnahmen"]

    assert [line.what for line in annex] == [measure.title]
    assert "2031" in annex[0].after
    assert "2031" not in annex[0].before
    assert measure.lead not in annex[0].before + annex[0].after


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a b c d e f", "a b c d e g", ("… e f", "… e g")),
        ("a b c", "x b c", ("a b …", "x b …")),
        ("a b c", "a b c d", ("… c", "… c d")),
        ("", "neu", ("", "neu")),
    ],
)
def test_a_text_is_cut_around_what_differs(before: str, after: str, shown: tuple[str, str]) -> None:
    assert cut_around(before, after, 1) == shown
