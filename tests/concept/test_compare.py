"""Test that a comparison names what changed and whom it concerns."""

from kizdesk.concept.build import build
from kizdesk.concept.compare import BlockChange, ChangeKind, compare
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.fields import FieldOfAction, Measure
from kizdesk.domain.interviews import Answer
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText
from tests.concept.sample import AHEIM, BESTADT, consent, everything, materials, version


def changes(*done: Change) -> dict[str, BlockChange]:
    before = Snapshot.of(everything())
    found = compare(build(before, materials()), build(before.applied(done), materials()))
    return {change.id: change for change in found}


def test_nothing_changed_is_no_change() -> None:
    assert not changes()


def test_a_changed_measure_concerns_its_municipalities() -> None:
    found = changes(Update(Measure, "m-1", "lead", "Kreis Probe"))["massnahme/m-1"]
    assert (found.change, found.municipalities) == (ChangeKind.CHANGED, (AHEIM,))


def test_a_change_shows_before_and_after() -> None:
    found = changes(Update(Measure, "m-1", "lead", "Kreis Probe"))["massnahme/m-1"]
    assert "Volkshochschule" in found.before
    assert "Kreis Probe" in found.after


def test_a_change_names_its_chapter_and_its_label() -> None:
    found = changes(Update(FieldOfAction, "sprache", "situation", "Es gibt nichts."))[
        "handlungsfelder/sprache/situation"
    ]
    assert (found.chapter, found.label) == ("Was wir tun", "Integration durch Bildung – Sprache – Ausgangslage")


def test_a_row_of_a_table_concerns_only_its_municipality() -> None:
    found = changes(Update(Answer, "gespraech-b/b05", "choices", ("keine",)))
    assert found["synopse/b01"].municipalities == (BESTADT,)


def test_a_text_of_several_paragraphs_is_one_change() -> None:
    found = changes(Update(ChapterText, "text-1", "text", "Eins.\n\nZwei.\n\nDrei."))
    assert list(found) == ["kapitel/vorwort/text-1"]
    assert found["kapitel/vorwort/text-1"].after == "Eins.\nZwei.\nDrei."


def test_what_is_new_is_added() -> None:
    found = changes(Create(Measure(id="m-9", goal_id="ziel-1", title="Neues", municipality_ids=(BESTADT,))))
    assert found["massnahme/m-9"].change is ChangeKind.ADDED
    assert found["massnahme/m-9"].municipalities == (BESTADT,)


def test_what_is_gone_is_removed() -> None:
    found = changes(Delete(Measure, "m-2"))["massnahme/m-2"]
    assert (found.change, found.after) == (ChangeKind.REMOVED, "")


def test_a_change_for_all_concerns_the_whole_district() -> None:
    found = changes(Update(FieldOfAction, "sprache", "needs", "Mehr."))["handlungsfelder/sprache/needs"]
    assert found.municipalities == ()


def test_a_vote_is_no_change_of_content() -> None:
    assert not changes(Create(version()), Create(consent(AHEIM)))
