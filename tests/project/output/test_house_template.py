"""Check how the district's own template and its logo are kept, used and taken away."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from kizdesk.domain.changes import Create, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.layout import HouseTemplate, StyleChoice
from kizdesk.domain.places import Project
from kizdesk.project.basics.logo import logo, read_logo, remove_logo, take_logo
from kizdesk.project.files import sha256_of
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.project.output.house_template import (
    choose_style,
    house_template,
    read_template,
    remove,
    take,
    template_of,
    use,
)
from kizdesk.project.output.house_view import AUTO, OURS, standing, write_sample
from kizdesk.project.output.writing import export_word_estimated
from tests.writers.house.templates import bare, german, packed, png, with_macro


def silent(_what: str, _share: float) -> None:
    """Be told of progress, and say nothing."""


def taken(project: OpenProject, folder: Path, data: bytes = b"", name: str = "Kreis.dotx") -> HouseTemplate:
    """Take a template from a file."""
    path = folder / name
    path.write_bytes(data or german(dotx=True))
    return take(project, read_template(project, path, silent))


def refused(project: OpenProject, path: Path) -> str:
    """Return why a file is not taken."""
    with pytest.raises(UserError) as refusal:
        read_template(project, path, silent)
    return str(refusal.value)


def row(project: OpenProject, role: str) -> str:
    """Return what is chosen for a role."""
    found = standing(project)
    assert found is not None
    return next(one.chosen for one in found.rows if one.role == role)


def test_a_template_is_taken_in_one_step_and_used_at_once(project: OpenProject, tmp_path: Path) -> None:
    made = taken(project, tmp_path)

    assert made.in_use
    assert template_of(project).house is not None
    assert project.undo() == "Hausvorlage aufnehmen"
    assert project.snapshot.all(HouseTemplate) == ()
    assert template_of(project).house is None


def test_another_template_takes_the_place_of_the_first_and_keeps_what_was_chosen(
    project: OpenProject, tmp_path: Path
) -> None:
    first = taken(project, tmp_path)
    choose_style(project, "quote", "Infokasten")
    second = taken(project, tmp_path, bare(), "Neu.docx")

    assert second.id == first.id
    assert [file.name for file in project.snapshot.all(Attachment)] == ["Neu.docx"]
    assert [choice.style for choice in project.snapshot.all(StyleChoice)] == ["Infokasten"]
    found = standing(project)
    assert found is not None
    assert any("Infokasten" in one.text for one in found.remarks)


def test_a_template_goes_with_its_file_and_its_choices(project: OpenProject, tmp_path: Path) -> None:
    taken(project, tmp_path)
    choose_style(project, "quote", "Infokasten")
    remove(project)

    assert house_template(project) is None
    assert project.snapshot.all(Attachment) == ()
    assert project.snapshot.all(StyleChoice) == ()


def test_a_template_can_be_kept_aside(project: OpenProject, tmp_path: Path) -> None:
    taken(project, tmp_path)
    use(project, in_use=False)

    assert template_of(project).house is None
    found = standing(project)
    assert found is not None
    assert not found.in_use


def test_a_style_is_chosen_ours_taken_and_the_choice_taken_back(project: OpenProject, tmp_path: Path) -> None:
    taken(project, tmp_path)

    assert row(project, "kasten") == AUTO
    choose_style(project, "kasten", "Beschriftung")
    choose_style(project, "kasten", "caption")
    assert row(project, "kasten") == "caption"
    choose_style(project, "kasten", "")
    assert row(project, "kasten") == OURS
    choose_style(project, "kasten", None)
    assert row(project, "kasten") == AUTO


def test_the_page_tells_size_header_and_how_many_styles_fit(project: OpenProject, tmp_path: Path) -> None:
    taken(project, tmp_path)
    found = standing(project)

    assert found is not None
    assert found.page == "DIN A4, Text 165 mm breit"
    assert found.header == "Kopfzeile mit Logo"
    assert found.styles.startswith("7 von ")
    heading = next(one for one in found.rows if one.role == "heading 1")
    assert heading.choices[0] == (AUTO, "selbst gefunden: Überschrift 1")
    assert ("Table Grid", "Tabellenraster") in next(one for one in found.rows if one.role == "kiz tabelle").choices


def test_the_concept_is_written_on_the_template(project: OpenProject, tmp_path: Path) -> None:
    taken(project, tmp_path)
    written = export_word_estimated(project, tmp_path, silent)
    document = docx.Document(str(written.path))

    assert "Kreis Musterland" in document.sections[-1].header.paragraphs[0].text
    assert document.styles["heading 1"].style_id == "berschrift1"


def test_sample_pages_show_every_heading(project: OpenProject, tmp_path: Path) -> None:
    taken(project, tmp_path)
    written = write_sample(project, tmp_path, silent)

    names = {paragraph.style.name for paragraph in docx.Document(str(written.path)).paragraphs if paragraph.style}
    assert {"heading 1", "heading 2", "heading 3", "heading 4", "Infokasten"} <= names | {
        name.lower() for name in names
    }


def test_a_concept_of_our_own_is_no_template(project: OpenProject, tmp_path: Path) -> None:
    written = export_word_estimated(project, tmp_path, silent)

    assert "ist eine Ausgabe von kizdesk und keine Vorlage" in refused(project, written.path)


def test_a_refusal_names_the_file(project: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "Vorlage.dotm"
    path.write_bytes(with_macro())

    assert refused(project, path).startswith("„Vorlage.dotm“: Die Vorlage enthält Makros.")
    assert project.snapshot.all(Attachment) == ()


def test_a_file_of_80_mb_is_refused_before_it_is_read(project: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "gross.docx"
    with path.open("wb") as file:
        file.truncate(80 * 1024 * 1024)

    assert "mit 80 MB zu groß" in refused(project, path)


def test_a_logo_is_printed_on_the_cover_unless_the_template_has_one(project: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png())
    take_logo(project, read_logo(path, silent))

    assert logo(project) == png()
    assert template_of(project).logo == png()
    written = export_word_estimated(project, tmp_path, silent)
    assert docx.Document(str(written.path)).paragraphs[0]._p.xpath(".//pic:pic")
    taken(project, tmp_path)
    assert template_of(project).logo == b""


def test_a_new_logo_takes_the_place_of_the_old_and_can_be_taken_away(project: OpenProject, tmp_path: Path) -> None:
    for width in (100, 200):
        path = tmp_path / f"logo{width}.png"
        path.write_bytes(png(width))
        take_logo(project, read_logo(path, silent))

    assert [file.name for file in project.snapshot.all(Attachment)] == ["logo200.png"]
    remove_logo(project)
    assert logo(project) is None
    assert project.snapshot.all(Attachment) == ()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("logo.png", b"kein Bild", "ist kein Bild, das sich drucken lässt"),
        ("logo.svg", b"<svg/>", "ist kein Bild, das sich drucken lässt"),
        ("logo.pdf", b"%PDF-1.7", "ist kein Bild, das sich drucken lässt"),
        ("logo.png", png()[:120], "ist beschädigt"),
        ("logo.jpg", b"\xff\xd8\xff\xe0abc", "ist beschädigt"),
        ("logo.jpg", b"\xff\xd8\xff\xec\x00\x11Ducky\x00\x01\x00\x04" + bytes(40), "als PNG-Datei speichern"),
        ("logo.png", png()[:16] + (90_000).to_bytes(4) + (90_000).to_bytes(4) + png()[24:], "zu groß"),
    ],
)
def test_what_is_no_picture_is_no_logo(project: OpenProject, tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UserError, match=told):
        read_logo(path, silent)
    assert project.settings.logo_id == ""


def test_a_damaged_file_says_what_to_do(project: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "kaputt.docx"
    path.write_bytes(packed({"word/document.xml": io.BytesIO(b"<x").getvalue()}))

    assert "stammt" in refused(project, path)


def foreign(project: OpenProject, data: bytes) -> Attachment:
    """Put a file into the project as an exchange file may bring it."""
    sha256 = sha256_of(data)
    project.put_blob(data, sha256)
    file = Attachment(id="fremd", name="fremd.pdf", media_type="application/pdf", size=len(data), sha256=sha256)
    project.commit("x", Create(file))
    return file


def test_a_logo_from_elsewhere_that_is_no_picture_is_said_so_at_writing(project: OpenProject, tmp_path: Path) -> None:
    file = foreign(project, b"%PDF-1.7")
    project.commit("x", Update(Project, PROJECT_ID, "logo_id", file.id))

    with pytest.raises(UserError, match="Bitte das Logo entfernen und noch einmal aufnehmen"):
        export_word_estimated(project, tmp_path, silent)


def test_a_template_from_elsewhere_that_is_none_is_named_at_writing(project: OpenProject, tmp_path: Path) -> None:
    file = foreign(project, b"%PDF-1.7")
    project.commit("x", Create(HouseTemplate(id="h", attachment_id=file.id)))

    with pytest.raises(UserError, match="Die Hausvorlage „fremd.pdf“ lässt sich nicht verwenden"):
        export_word_estimated(project, tmp_path, silent)


def test_all_templates_that_a_file_brought_along_are_taken_away_together(project: OpenProject, tmp_path: Path) -> None:
    taken(project, tmp_path)
    file = foreign(project, b"%PDF-1.7")
    project.commit("x", Create(HouseTemplate(id="h", attachment_id=file.id)))
    remove(project)

    assert project.snapshot.all(HouseTemplate) == ()
    assert project.snapshot.all(Attachment) == ()
