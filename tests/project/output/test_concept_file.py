"""Check the name of the Word file, what can go into it, and what becomes of one that is there."""

from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.places import District
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.concept_file import Fate, choice, fate_of, named_word, proposed_name
from kizdesk.project.output.writing import export_concept
from kizdesk.project.records import set_value
from kizdesk.project.versions.freezing import VersionWish, freeze

DAY = date(2026, 11, 21)


def test_a_draft_is_named_by_district_and_day(project: OpenProject) -> None:
    assert (
        proposed_name(project.snapshot, None, DAY) == "Integrationskonzept Rhein-Kreis Neuss – Entwurf 2026-11-21.docx"
    )


def test_no_sign_that_windows_forbids_and_no_endless_name_is_proposed(project: OpenProject) -> None:
    district = project.snapshot.all(District)[0]
    set_value(project, District, district.id, "name", 'Kreis "A/B": ' + "lang " * 60)

    name = proposed_name(project.snapshot, None, DAY)
    assert named_word(name) == name
    assert len(name) < 120


def test_without_changes_the_latest_version_is_offered_and_no_draft(project: OpenProject) -> None:
    freeze(project, VersionWish("Erste", dated=DAY))

    found = choice(project)
    assert [content.title for content in found.contents] == ["Fassung 1 vom 21.11.2026, „Erste“"]
    assert found.contents[0].version_id == ""  # the consents given since then belong into the file
    assert found.contents[0].file_name == "Integrationskonzept Rhein-Kreis Neuss – Fassung 1.docx"


@pytest.mark.parametrize("line", ["Konzept", " Konzept.docx", "Konzept.DOCX", "Konzept."])
def test_a_typed_name_gets_the_ending(line: str) -> None:
    assert named_word(line) == "Konzept.docx"


@pytest.mark.parametrize("line", ["", ".docx", "a/b", "a:b", "was?", "x" * 200, "ä" * 149, "NUL", "con.docx", "Lpt1"])
def test_a_name_that_cannot_be_is_refused(line: str) -> None:
    with pytest.raises(UserError):
        named_word(line)


def test_the_longest_name_that_is_taken_can_be_written(project: OpenProject, tmp_path: Path) -> None:
    name = named_word("ä" * 95)
    with pytest.raises(UserError):
        named_word("ä" * 98)
    export_concept(project, tmp_path, lambda _what, _share: None, counts_pages=False, name=name)
    assert (tmp_path / name).is_file()


def test_a_file_is_free_then_replaced_then_kept(project: OpenProject, tmp_path: Path) -> None:
    target = tmp_path / "Konzept.docx"
    assert fate_of(target) is Fate.FREE

    export_concept(project, tmp_path, lambda _what, _share: None, counts_pages=False, name=target.name)
    assert fate_of(target) is Fate.REPLACED

    target.write_bytes(b"von jemand anderem")
    assert fate_of(target) is Fate.KEPT
