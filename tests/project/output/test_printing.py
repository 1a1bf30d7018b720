"""Print the concept of a project into a file."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.basics.logo import read_logo, take_logo
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.concept_files import ConceptFiles
from kizdesk.project.output.preview import preview_content
from kizdesk.project.output.printing import PrintLane, PrintWish, present_sheets, print_pdf
from kizdesk.project.output.writing import PRINT, export
from kizdesk.project.versions.freezing import VersionWish, freeze
from tests.writers.house.templates import png


def silent(_what: str, _share: float) -> None:
    return None


def words_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_concept_is_printed_under_its_usual_name_and_says_what_it_was_checked_with(
    project: OpenProject, tmp_path: Path
) -> None:
    (written,) = export(project, tmp_path, [PRINT], silent)

    assert written.path.name == "Integrationskonzept.pdf"
    assert written.pages == len(PdfReader(written.path).pages)
    assert "(typst) geprüft" in written.remarks[-1]
    assert not any("konform" in remark for remark in written.remarks)


def test_progress_goes_from_nothing_to_all(project: OpenProject, tmp_path: Path) -> None:
    shares: list[float] = []

    print_pdf(project, tmp_path / "k.pdf", PrintWish(), lambda _what, share: shares.append(share))

    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)


def test_a_frozen_version_is_printed_as_it_was_frozen(project: OpenProject, tmp_path: Path) -> None:
    version = freeze(project, VersionWish("Für die Kommunen"))
    write_chapter(project, "vorwort", "Erst nach der Fassung geschrieben.")

    print_pdf(project, tmp_path / "k.pdf", PrintWish(version_id=version.id), silent)

    assert "Fassung 1" in words_of(tmp_path / "k.pdf")
    assert "Erst nach der Fassung" not in words_of(tmp_path / "k.pdf")


def test_a_review_copy_in_print_says_what_it_is_and_where_the_comments_stand(
    project: OpenProject, tmp_path: Path
) -> None:
    files = ConceptFiles(folder=tmp_path, name="Konzept-Prüffassung.docx", word=False, pdf=True, comments=True)
    (written,) = files(project, silent)

    assert "Prüffassung" in words_of(written.path)
    assert "Die Kommentare der Prüffassung stehen nur in der Word-Datei." in written.remarks


def test_the_logo_stands_on_the_printed_cover(project: OpenProject, tmp_path: Path) -> None:
    (tmp_path / "wappen.png").write_bytes(png())
    take_logo(project, read_logo(tmp_path / "wappen.png", silent))

    assert present_sheets(project).files["logo.svg"].startswith(b"<svg")
    assert preview_content(project).sheets.files["logo.svg"] == present_sheets(project).files["logo.svg"]


def test_a_version_that_is_gone_is_refused(project: OpenProject, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        print_pdf(project, tmp_path / "k.pdf", PrintWish(version_id="weg"), silent)


def test_who_breaks_off_leaves_what_stood_there(project: OpenProject, tmp_path: Path) -> None:
    target = tmp_path / "k.pdf"
    target.write_bytes(b"wie vorher")

    def stop(what: str, _share: float) -> None:
        if what == "PDF wird gesetzt":
            raise StopIteration

    with pytest.raises(StopIteration):
        print_pdf(project, target, PrintWish(), stop)

    assert not list(tmp_path.glob("*.neu"))
    assert target.read_bytes() == b"wie vorher"


def test_a_target_that_is_a_folder_is_told_in_a_sentence(project: OpenProject, tmp_path: Path) -> None:
    (tmp_path / "k.pdf").mkdir()

    with pytest.raises(EnvironmentFault, match="ist ein Ordner"):
        print_pdf(project, tmp_path / "k.pdf", PrintWish(), silent)


def test_a_character_without_typeface_is_told_with_the_file(project: OpenProject, tmp_path: Path) -> None:
    write_chapter(project, "vorwort", "Willkommen, شاهين.")

    written = print_pdf(project, tmp_path / "k.pdf", PrintWish(), silent)

    assert written.remarks[0].startswith("An einer Stelle steht ein Kästchen")


def test_word_file_and_pdf_have_one_name(project: OpenProject, tmp_path: Path) -> None:
    written = ConceptFiles(folder=tmp_path / "aus", name="Konzept 1.5.docx", pdf=True)(project, silent)

    assert [file.path.name for file in written] == ["Konzept 1.5.docx", "Konzept 1.5.pdf"]


def test_what_is_shown_beside_an_editor_is_the_present_content(project: OpenProject) -> None:
    write_chapter(project, "vorwort", "Soeben getippt.")

    with PrintLane() as lane:
        printed = lane.request(present_sheets(project))

    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(printed.pdf)).pages)
    assert "Soeben getippt." in text
    assert any(place.block_id.startswith("kapitel/vorwort/") for place in printed.places)
