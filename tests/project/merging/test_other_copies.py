from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kizdesk.domain.changes import Create, Update
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Attachment, Interview
from kizdesk.library.guide_content import guide_content
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.durable.interchange import export_data, import_data
from kizdesk.project.guides.editions import choose_version
from kizdesk.project.guides.standing import base_of
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.merging.judging import Standing, compare
from kizdesk.project.merging.other import open_other
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from tests.project.merging.laptops import SCAN, Laptops, hold, silent


def test_the_project_itself_is_refused(laptops: Laptops) -> None:
    with pytest.raises(UserError, match="ist dieses Projekt selbst"):
        open_other(laptops.office, laptops.office.path, silent)


def test_another_project_of_the_same_district_is_refused(
    laptops: Laptops, surroundings: Surroundings, tmp_path: Path
) -> None:
    create(tmp_path / "fremd.kizdesk", NewProject("05162", title="Ein anderes Konzept"), surroundings)
    with pytest.raises(UserError, match="gehört zu einem anderen Projekt .„Ein anderes Konzept“, Rhein-Kreis Neuss"):
        open_other(laptops.office, tmp_path / "fremd.kizdesk", silent)


def test_a_copy_made_through_an_exchange_file_with_a_passphrase_of_its_own_is_known(
    laptops: Laptops, surroundings: Surroundings, tmp_path: Path
) -> None:
    export_data(laptops.office, tmp_path / "daten.json")
    path = tmp_path / "geschützt.kizdesk"
    import_data(tmp_path / "daten.json", path, surroundings, passphrase="Föhn am Rhein")
    with OpenProject.open(path, surroundings, passphrase="Föhn am Rhein") as away:
        hold(away, "neu")
    with open_other(laptops.office, path, silent, passphrase="Föhn am Rhein") as other:
        standings = {met.id: met.standing for met in compare(laptops.office, other, silent).met}
    assert standings == {"alt": Standing.EQUAL, "neu": Standing.NEW}
    with pytest.raises(EnvironmentFault, match="mit einem Kennwort geschützt"):
        open_other(laptops.office, path, silent)


def test_the_other_file_stays_byte_for_byte(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu", attached=SCAN)
    before = {path.name: path.read_bytes() for path in laptops.copy.parent.iterdir()}
    laptops.merge()
    assert {path.name: path.read_bytes() for path in laptops.copy.parent.iterdir()} == before


def test_a_copy_that_is_open_elsewhere_is_refused(laptops: Laptops) -> None:
    with laptops.away(), pytest.raises(EnvironmentFault, match="Bitte sie dort zuerst schließen"):
        laptops.other()


def test_an_older_file_version_is_compared_all_the_same(surroundings: Surroundings, tmp_path: Path) -> None:
    data = Path(__file__).parents[2] / "store" / "data" / "version-1.kizdesk"
    ours, theirs = (Path(shutil.copy(data, tmp_path / name)) for name in ("unser.kizdesk", "alt.kizdesk"))
    before = theirs.read_bytes()
    with OpenProject.open(ours, surroundings) as office, open_other(office, theirs, silent) as other:
        standings = {met.standing for met in compare(office, other, silent).met}
    assert standings == {Standing.EQUAL}
    assert theirs.read_bytes() == before


def test_a_damaged_attachment_is_left_out_and_the_interview_comes(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu", attached=SCAN)
        away.commit("Frage beantworten", Update(Answer, "neu/b01", "attachment_ids", ("neu-anlage",)))
    connection = dbapi2.connect(str(laptops.copy))
    connection.execute("UPDATE blob SET data = ?", (b"kaputt",))
    connection.commit()
    connection.close()
    met = laptops.the_one("neu")
    assert "Die Anlage „Bogen.pdf“ ist in der anderen Datei beschädigt und kommt nicht mit." in met.remarks
    laptops.merge()
    ours = laptops.office.snapshot
    assert ours.find(Attachment, "neu-anlage") is None
    assert ours.get(Answer, "neu/b01").attachment_ids == ()
    assert not laptops.office.verify()


def test_a_project_that_is_only_read_takes_nothing(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu")
    with pytest.raises(UserError, match="nur zum Lesen geöffnet"):
        Laptops(laptops.office.pinned(), laptops.copy, laptops.surroundings).merge()


def _edition(project: OpenProject, record_id: str, word: str) -> GuideEdition:
    """Return a version of the guide made in the project."""
    guide = project.guides.present
    first = guide.sections[0]
    made = replace(guide, version="2026-9", sections=(replace(first, title=word), *guide.sections[1:]))
    return GuideEdition(
        id=record_id,
        guide_id=guide.id,
        guide_version="2026-9",
        based_on=guide.version,
        content=guide_content(made),
    )


def _based_on(edition: GuideEdition, project: OpenProject, word: str) -> GuideEdition:
    """Return a version made from another version."""
    content = _edition(project, "", word).content.replace('"2026-9"', '"2026-10"')
    return replace(edition, id="danach", guide_version="2026-10", based_on=edition.guide_version, content=content)


def _hold_under(project: OpenProject, edition: GuideEdition) -> None:
    hold(project, "neu")
    project.commit(
        "Fassung des Leitfadens anlegen",
        Create(edition),
        Update(Interview, "neu", "guide_version", edition.guide_version),
    )


def test_a_version_of_the_guide_made_there_comes_along(laptops: Laptops) -> None:
    with laptops.away() as away:
        _hold_under(away, _edition(away, "fassung", "Wer da ist"))
    laptops.merge()
    interview = laptops.office.snapshot.get(Interview, "neu")
    assert guide_of(laptops.office, interview).sections[0].title == "Wer da ist"
    assert not laptops.office.verify()


def test_the_same_version_made_on_both_laptops_is_one(laptops: Laptops) -> None:
    edition = _edition(laptops.office, "hier", "Wer da ist")
    laptops.office.commit("Fassung des Leitfadens anlegen", Create(edition))
    with laptops.away() as away:
        _hold_under(away, replace(edition, id="dort"))
    laptops.merge()
    assert [one.id for one in laptops.office.snapshot.all(GuideEdition)] == ["hier"]
    assert laptops.office.snapshot.find(Interview, "neu") is not None


def test_a_version_that_reads_otherwise_here_comes_under_the_next_free_name(laptops: Laptops) -> None:
    laptops.office.commit("Fassung des Leitfadens anlegen", Create(_edition(laptops.office, "hier", "Wer da ist")))
    with laptops.away() as away:
        _hold_under(away, _edition(away, "dort", "Wer dabei ist"))
    assert "die dortige heißt hier „2026-9.1“." in laptops.the_one("neu").remarks[0]
    laptops.merge()
    interview = laptops.office.snapshot.get(Interview, "neu")
    guide = guide_of(laptops.office, interview)
    assert (guide.version, guide.sections[0].title) == ("2026-9.1", "Wer dabei ist")
    assert laptops.the_one("neu").standing is Standing.EQUAL


def test_a_version_edited_here_and_worked_by_there_is_two_versions(laptops: Laptops) -> None:
    edition = _edition(laptops.office, "fassung", "Wer da ist")
    laptops.office.commit("Fassung des Leitfadens anlegen", Create(edition))
    with laptops.away() as away:
        _hold_under(away, _edition(away, "fassung", "Wer dabei ist"))
    laptops.merge()
    assert len(laptops.office.snapshot.all(GuideEdition)) == 2
    assert laptops.office.snapshot.get(GuideEdition, "fassung") == edition
    assert laptops.the_one("neu").standing is Standing.EQUAL


def test_the_version_that_a_version_was_made_from_comes_along_under_its_name_here(laptops: Laptops) -> None:
    laptops.office.commit("Fassung des Leitfadens anlegen", Create(_edition(laptops.office, "hier", "Wer da ist")))
    with laptops.away() as away:
        first = _edition(away, "dort", "Wer dabei ist")
        away.commit("Fassung des Leitfadens anlegen", Create(first))
        _hold_under(away, _based_on(first, away, "Wer mitmacht"))
    laptops.merge()
    version = laptops.office.snapshot.get(Interview, "neu").guide_version
    choose_version(laptops.office, version)
    base = base_of(laptops.office)
    assert base is not None
    assert (base.version, base.sections[0].title) == ("2026-9.1", "Wer dabei ist")
    assert laptops.the_one("neu").standing is Standing.EQUAL


def test_a_version_that_is_no_guide_keeps_the_interview_out(laptops: Laptops) -> None:
    with laptops.away() as away:
        _hold_under(away, replace(_edition(away, "fassung", "Wer da ist"), content="[]"))
    assert laptops.the_one("neu").standing is Standing.IMPOSSIBLE
