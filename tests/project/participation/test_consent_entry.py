from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.people import Body
from kizdesk.domain.register import RegisterState
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteResult
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import export_version_word
from kizdesk.project.participation.consent_entry import (
    ConsentWish,
    bodies_of,
    change_consent,
    conferences,
    proposed_due,
    record_collective,
    record_consent,
    writer_of,
)
from kizdesk.project.participation.votes import register
from kizdesk.project.records import add, set_value
from kizdesk.project.versions.freezing import VersionWish, freeze, keep, prepare
from kizdesk.project.versions.listed import counted_versions, differences, outlook

KAARST, NEUSS = "05162016", "05162024"


def wish(version: ConceptVersion, body: str = "Rat der Stadt Kaarst") -> ConsentWish:
    return ConsentWish(version_id=version.id, body_name=body, result=VoteResult.AGREED, proof="Niederschrift TOP 4")


def state(project: OpenProject, version_id: str, ags: str) -> RegisterState:
    return next(row.state for row in register(project, version_id) if row.municipality_id == ags)


def test_a_vote_brings_its_council_along_in_one_step(example: OpenProject) -> None:
    version = freeze(example, VersionWish("Zweite"))
    before = len(example.snapshot.all(Body))

    record_consent(example, KAARST, wish(version))

    assert state(example, version.id, KAARST) is RegisterState.GRANTED
    example.undo()
    assert len(example.snapshot.all(Body)) == before


def test_a_known_body_is_taken_again(example: OpenProject) -> None:
    version = freeze(example, VersionWish("Zweite"))
    first = record_consent(example, KAARST, wish(version))

    second = record_consent(example, KAARST, wish(version, "rat der stadt kaarst"))

    assert first.body_id == second.body_id


def test_a_vote_without_a_body_is_refused(example: OpenProject) -> None:
    with pytest.raises(UserError, match="Gremium"):
        record_consent(example, KAARST, wish(freeze(example, VersionWish("Zweite")), " "))


def test_a_conference_speaks_for_several_municipalities(example: OpenProject) -> None:
    version = freeze(example, VersionWish("Zweite"))

    record_collective(example, (KAARST, NEUSS), wish(version, conferences(example)[0]))

    assert conferences(example)[0] == "Konferenz der Bürgermeisterinnen und Bürgermeister"
    assert [row.municipality_id for row in register(example, version.id) if row.state is RegisterState.GRANTED] == [
        KAARST,
        NEUSS,
    ]


def test_a_recorded_vote_can_be_mended(example: OpenProject) -> None:
    version = freeze(example, VersionWish("Zweite"))
    vote = record_consent(example, KAARST, wish(version))
    mended = ConsentWish(
        version_id=version.id,
        body_name="Rat der Stadt Kaarst",
        result=VoteResult.WITH_CONDITIONS,
        conditions=("Beginn 2014",),
    )

    change_consent(example, vote.id, mended)

    assert example.snapshot.get(Vote, vote.id).conditions == ("Beginn 2014",)
    assert state(example, version.id, KAARST) is RegisterState.CONDITIONAL


def test_the_council_is_proposed_where_none_is_known(example: OpenProject) -> None:
    assert bodies_of(example, KAARST)[0] == "Rat der Stadt Kaarst"


def test_the_administration_is_proposed_by_a_name_that_can_be_printed(example: OpenProject) -> None:
    assert "Verwaltung der Stadt Kaarst" in bodies_of(example, KAARST)
    assert not [name for name in bodies_of(example, KAARST) if " oder " in name]


def test_the_mayor_writes_for_a_municipality_where_that_body_is_known(example: OpenProject) -> None:
    assert writer_of(example, KAARST) == "Verwaltung der Stadt Kaarst"
    add(example, Body(id="bm", name="Bürgermeisterin der Stadt Kaarst", municipality_id=KAARST))
    assert writer_of(example, KAARST) == "Bürgermeisterin der Stadt Kaarst"


def test_the_last_day_proposed_is_a_working_day_in_about_four_weeks(example: OpenProject) -> None:
    due = proposed_due(example)

    assert due.weekday() < 5
    assert 20 <= (due - example.now().date()).days <= 28


def test_what_is_typed_while_a_version_is_built_counts_as_changed_since(example: OpenProject) -> None:
    prepared = prepare(example.pinned(), VersionWish("Zweite"))
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")

    version = keep(example, prepared)

    assert [row.changes for row in counted_versions(example) if row.id == version.id] == [1]


def test_a_number_is_given_once_only(example: OpenProject) -> None:
    prepared = prepare(example, VersionWish("Zweite"))
    freeze(example, VersionWish("Dazwischen"))

    with pytest.raises(UserError, match="schon festgeschrieben"):
        keep(example, prepared)


def test_a_difference_tells_chapter_words_and_where_it_is_edited(example: OpenProject) -> None:
    version = freeze(example, VersionWish("Zweite"))
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")

    found = differences(example, version.id)

    assert [(line.chapter, line.after) for line in found] == [("Handlungsfelder", "Ganz anders.")]
    assert found[0].target is not None
    assert (found[0].target.kind, found[0].target.id) == ("field_of_action", "bildung")


def test_the_outlook_says_when_nothing_changed(example: OpenProject) -> None:
    freeze(example, VersionWish("Zweite", dated=date(2026, 1, 5)))

    assert (outlook(example).number, outlook(example).unchanged) == (3, True)


def test_a_frozen_version_is_written_as_it_was(example: OpenProject, tmp_path: Path) -> None:
    version = freeze(example, VersionWish("Zweite"))
    target = tmp_path / "Fassung 2.docx"

    written = export_version_word(example, version.id, target, _quiet, estimated=True)

    assert written.path == target
    assert target.stat().st_size == written.size


def _quiet(_text: str, _share: float) -> None:
    pass
