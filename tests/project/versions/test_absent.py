"""Name the chapters that a version lacks, where it is frozen and where it is written."""

from __future__ import annotations

from pathlib import Path

from kizdesk.domain.fields import Principle
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.concept import draft_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.outline import leave_out
from kizdesk.project.output.printing import PrintWish, print_pdf
from kizdesk.project.output.writing import export_concept
from kizdesk.project.records import add
from kizdesk.project.versions.absent import absent, absent_sentence
from kizdesk.project.versions.freezing import VersionWish, freeze, version_document
from kizdesk.project.versions.listed import outlook


def silent(_what: str, _share: float) -> None:
    return None


def test_a_draft_lacks_nothing(project: OpenProject) -> None:
    assert absent(project, draft_document(project)) == ()


def test_freezing_says_before_which_chapters_the_version_will_lack(project: OpenProject) -> None:
    before = outlook(project).absent
    assert "Leitlinien" in before
    add(project, Principle(id="p", title="Vielfalt"), "Leitlinie anlegen")
    write_chapter(project, "kosten", "Die Kosten trägt der Kreis.")
    leave_out(project, "akteure", left_out=True)

    after = outlook(project).absent
    assert set(before) - set(after) == {"Leitlinien", "Kosten und Finanzierung", "Akteure und Netzwerke"}
    version = freeze(project, VersionWish("Für die Kommunen"))
    assert absent(project, version_document(project, version.id)) == after


def test_the_files_of_a_version_come_with_the_chapters_they_lack(project: OpenProject, tmp_path: Path) -> None:
    draft = export_concept(project, tmp_path, silent, counts_pages=False)
    version = freeze(project, VersionWish("Für die Kommunen"))
    word = export_concept(project, tmp_path, silent, counts_pages=False)
    brief = export_concept(project, tmp_path, silent, counts_pages=False, in_brief=True, name="kurz.docx")
    pdf = print_pdf(project, tmp_path / "k.pdf", PrintWish(version_id=version.id), silent)

    assert not any("noch keinen Inhalt" in remark for remark in draft.remarks)
    assert word.remarks[0] == pdf.remarks[0]
    assert word.remarks[0].startswith("Diese Kapitel haben noch keinen Inhalt und fehlen in der Datei: „Strukturen")
    assert "„Leitlinien“" in brief.remarks[0]
    assert "„Akteure und Netzwerke“" not in brief.remarks[0]


def test_one_chapter_is_spoken_of_as_one() -> None:
    told = absent_sentence(("Personal",), "in der Fassung")
    assert told == "Dieses Kapitel hat noch keinen Inhalt und fehlt in der Fassung: „Personal“."
    assert absent_sentence((), "in der Fassung") == ""
