"""Check the file as a whole: soundness, properties, sameness, and what happens when it cannot be written."""

import errno
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from openxml_audit import OpenXmlValidator

from kizdesk.concept.tree import Paragraph, Run
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.writers.target import other_name, replace_file
from kizdesk.writers.word import write_word
from kizdesk.writers.word.soundness import faults
from kizdesk.writers.word.writer import MEASURED
from tests.writers.conftest import built, drawn, silent
from tests.writers.sample import CREATED, NOTICE, document, rich


def test_an_audit_of_the_file_finds_nothing(rich_file: Path) -> None:
    assert [error.description for error in OpenXmlValidator().validate(rich_file).errors] == []
    assert faults(rich_file.read_bytes()) == []


def test_the_properties_tell_title_district_keywords_and_dates(word: WordDocument) -> None:
    told = word.core_properties

    assert told.title == f"Integrationskonzept – {NOTICE}"
    assert told.author == "Rhein-Kreis Neuss"
    assert told.keywords == "Integrationskonzept, Kommunales Integrationszentrum, Rhein-Kreis Neuss"
    assert told.language == "de-DE"
    assert told.created == CREATED
    assert told.modified == CREATED


def test_the_same_document_gives_the_same_bytes() -> None:
    assert built(rich()) == built(rich())


def test_every_part_carries_the_same_old_date(rich_file: Path) -> None:
    with zipfile.ZipFile(rich_file) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_relation_leads_to_a_part(rich_file: Path) -> None:
    with zipfile.ZipFile(rich_file) as package:
        names = set(package.namelist())
        relations = package.read("word/_rels/document.xml.rels").decode()

    targets = [end.split('"')[0] for end in relations.split('Target="')[1:]]
    assert [end for end in targets if not end.startswith("http") and f"word/{end}" not in names] == []


def test_a_property_too_long_for_word_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(built(document(title="Wort\x00 " * 100)))

    assert docx.Document(str(path)).core_properties.title == ("Wort " * 51)


def test_every_link_leads_to_its_own_address(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    addresses = [f"https://beispiel.de/{number % 5}" for number in range(10)]
    runs = tuple(Run("hier", link=address) for address in addresses)
    path.write_bytes(built(document(Paragraph(id="a", runs=runs))))

    word = docx.Document(str(path))
    assert [link.address for link in word.paragraphs[-1].hyperlinks] == addresses
    assert len([found for found in word.part.rels.values() if found.is_external]) == 5


def test_the_report_counts_and_says_how_to_refresh_the_contents(tmp_path: Path, template: bytes) -> None:
    report = write_word(rich(), tmp_path / "a.docx", template=template, figures=drawn, created=CREATED, progress=silent)

    assert (report.tables, report.figures, report.pages) == (7, 1, None)
    assert report.size == (tmp_path / "a.docx").stat().st_size
    assert "geschätzt" in report.note
    assert "Strg+A und dann F9" in report.note
    assert "Stimmen sie in Word nicht, dort Strg+A und dann F9 drücken." in MEASURED


def test_progress_goes_up_to_the_end(tmp_path: Path, template: bytes) -> None:
    shares: list[float] = []

    def note(_what: str, share: float) -> None:
        shares.append(share)

    write_word(rich(), tmp_path / "a.docx", template=template, figures=drawn, created=CREATED, progress=note)

    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_cancelling_leaves_what_was_there(tmp_path: Path, template: bytes) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"vorher")

    def cancel(_what: str, share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_word(rich(), target, template=template, figures=drawn, created=CREATED, progress=cancel)

    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    assert target.read_bytes() == b"vorher"


def refuse(monkeypatch: pytest.MonkeyPatch, fault: OSError) -> None:
    def fail(_self: Path, _target: Path) -> Path:
        raise fault

    monkeypatch.setattr(Path, "replace", fail)


def test_a_file_open_in_word_is_kept_and_another_name_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "Integrationskonzept.docx"
    target.write_bytes(b"vorher")
    refuse(monkeypatch, PermissionError(errno.EACCES, "in use"))

    with pytest.raises(EnvironmentFault, match=r"geöffnet oder schreibgeschützt.*„Integrationskonzept \(2\)\.docx“"):
        replace_file(target, built(document()))

    assert target.read_bytes() == b"vorher"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_write_protected_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"vorher")
    target.chmod(0o444)

    with pytest.raises(EnvironmentFault, match="schreibgeschützt"):
        replace_file(target, b"neu")

    assert target.read_bytes() == b"vorher"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_named_and_leaves_no_half_file(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, OSError(code, "no space"))

    with pytest.raises(EnvironmentFault, match="Datenträger ist voll"):
        replace_file(tmp_path / "a.docx", b"neu")

    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="gibt es nicht"):
        replace_file(tmp_path / "fehlt" / "a.docx", b"neu")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()

    with pytest.raises(EnvironmentFault, match="ist ein Ordner"):
        replace_file(tmp_path / "a.docx", b"neu")


def test_a_folder_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, PermissionError(errno.EACCES, "denied"))

    with pytest.raises(EnvironmentFault, match="darf nicht geschrieben werden"):
        replace_file(tmp_path / "a.docx", b"neu")


def test_the_offered_name_is_free(tmp_path: Path) -> None:
    for name in ("a.docx", "a (2).docx"):
        (tmp_path / name).touch()

    assert other_name(tmp_path / "a.docx").name == "a (3).docx"
