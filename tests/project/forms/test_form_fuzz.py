"""Whatever a foreign file says, it is judged and could be taken over, or is refused with a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kizdesk.domain.form_issues import FormIssue
from kizdesk.paperwork.reading import Filled, Value
from kizdesk.paperwork.sheet import Identity
from kizdesk.project.durable.borders import refuse_gaps
from kizdesk.project.forms.changes import changes_of
from kizdesk.project.forms.judging import judge
from kizdesk.project.forms.returned import Received, State
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject
from tests.project.forms.back import sent

NEUSS = "05162024"
QUESTIONS = ("x03", "a01", "b01", "b05", "d01", "e01", "e03", "e06", "e07", "e08", "e09", "f02", "g06", "i01", "i02",
             "m04", "n06", "o02", "z99", "x02")  # fmt: skip
SCOPES = ("", "", "neu1", "neu2", "sprache", "bekannt", "fremd")
ROWS = ("", "", "1", "2", "zeile1", "zeile2", "bemerkung", "dateien", "stand", "9" * 5000, "jobcenter")
COLUMNS = ("", "", "name", "merkmal", "wert", "quelle", "betrag_eur", "bis", "fremd")
WORDS = st.one_of(
    st.sampled_from(["ja", "nein", "sprache", "schule", "1", "5", "n", "quartier", "12,5", "1.2.26", "beendet", "Off"]),
    st.text(max_size=30),
)
VALUES: st.SearchStrategy[Value] = st.one_of(WORDS, st.lists(WORDS, max_size=4).map(tuple))
NAMES = st.one_of(
    st.tuples(*map(st.sampled_from, (QUESTIONS, SCOPES, ROWS, COLUMNS))).map(
        lambda parts: "--".join(parts).rstrip("-")
    ),
    st.text(max_size=20),
)


@pytest.fixture
def issue(project: OpenProject, tmp_path: Path) -> FormIssue:
    """Return the form that was sent to Neuss."""
    sent(project, tmp_path / "out", FormWish(municipality_ids=(NEUSS,), section_ids=("b",)))
    return project.snapshot.all(FormIssue)[0]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(NAMES, VALUES, max_size=12), doubts=st.lists(NAMES, max_size=2))
def test_any_values_are_judged_and_can_be_taken_over(
    project: OpenProject, issue: FormIssue, values: dict[str, Value], doubts: list[str]
) -> None:
    identity = Identity(issue.id, "05162", NEUSS, "Neuss", issue.guide_id, issue.guide_version, date(2026, 1, 5))
    filled = Filled(identity, values, "0" * 64, tuple(doubts))
    judged = judge(project, Received("Formular.pdf", filled, b"x", 1))
    changes = changes_of(project, judged, judged.reading.all_keys)
    after = project.imagined(changes)
    refuse_gaps(project.snapshot, changes)
    again = judge(after, Received("Formular.pdf", replace(filled, sha256="1" * 64), b"y", 1))
    assert judged.reading.sentence
    assert again.reading.state in (State.DOUBLE, State.BLANK) or not again.reading.entries


def test_a_form_without_a_usable_id_is_of_another_project(project: OpenProject, issue: FormIssue) -> None:
    for form_id in ("a/b", "x" * 101, "a\x00b"):
        identity = Identity(form_id, "05162", NEUSS, "Neuss", issue.guide_id, issue.guide_version, date(2026, 1, 5))
        judged = judge(project, Received("Formular.pdf", Filled(identity, {"b01": "Amt"}, "0" * 64), b"x", 1))
        assert judged.reading.state is State.OTHER_PROJECT
