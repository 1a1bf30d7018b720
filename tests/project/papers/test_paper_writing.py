"""Write papers as Word files that are sound and read back."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator

from kizdesk.domain.fields import Principle
from kizdesk.domain.papers import PaperKind
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import export
from kizdesk.project.papers.editing import add_question, choose_layout, set_date
from kizdesk.project.papers.writing import write_paper, write_papers
from kizdesk.project.records import add
from kizdesk.writers.word.soundness import faults
from tests.project.forms.back import silent

LAYOUTS = ("allgemein", "neuss", "rheine")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_file_of_each_layout_is_sound(example: OpenProject, tmp_path: Path, layout: str) -> None:
    choose_layout(example, PaperKind.COUNCIL, layout)
    written = write_paper(example, PaperKind.COUNCIL, tmp_path, silent)

    assert faults(written.path.read_bytes()) == []
    assert [str(found) for found in OpenXmlValidator().validate(str(written.path)).errors] == []


def test_the_report_is_sound(example: OpenProject, tmp_path: Path) -> None:
    assert faults(write_paper(example, PaperKind.REPORT, tmp_path, silent).path.read_bytes()) == []


def test_headings_and_tables_are_read_back(example: OpenProject, tmp_path: Path) -> None:
    choose_layout(example, PaperKind.COUNCIL, "rheine")
    read = docx.Document(str(write_paper(example, PaperKind.COUNCIL, tmp_path, silent).path))

    assert [cell.text for cell in read.tables[1].rows[0].cells][:3] == ["Gremium", "Termin", "Bericht durch"]
    assert "Begründung" in [paragraph.text for paragraph in read.paragraphs]


def test_two_tables_in_a_row_stay_two(example: OpenProject, tmp_path: Path) -> None:
    choose_layout(example, PaperKind.COUNCIL, "rheine")
    read = docx.Document(str(write_paper(example, PaperKind.COUNCIL, tmp_path, silent).path))
    kinds = [child.tag.rpartition("}")[2] for child in read.element.body]

    assert ("tbl", "tbl") not in list(pairwise(kinds))


def test_the_example_brings_both_papers(example: OpenProject, tmp_path: Path) -> None:
    names = [written.path.name for written in export(example, tmp_path, ["paper"], silent)]

    assert names == ["Sitzungsvorlage.docx", "Sachstandsbericht.docx"]


def test_an_empty_project_brings_no_report(project: OpenProject, tmp_path: Path) -> None:
    assert [written.path.name for written in write_papers(project, tmp_path, silent)] == ["Sitzungsvorlage.docx"]


def test_an_open_answer_is_remarked(project: OpenProject, tmp_path: Path) -> None:
    add_question(project, "Wann regnet es?")

    remarks = write_paper(project, PaperKind.REPORT, tmp_path, silent).remarks
    assert remarks == ("Eine Frage ist noch nicht beantwortet.",)


def test_a_concept_that_changed_since_its_version_is_remarked(example: OpenProject, tmp_path: Path) -> None:
    set_date(example, PaperKind.COUNCIL, date(2013, 2, 19))
    assert write_paper(example, PaperKind.COUNCIL, tmp_path, silent).remarks == ()
    add(example, Principle(id="l", title="Neue Leitlinie"))

    remarks = write_paper(example, PaperKind.COUNCIL, tmp_path, silent).remarks
    assert remarks[0].startswith("Die Vorlage spricht von Fassung 1. Das Konzept wurde seither geändert;")
    remarks = write_paper(example, PaperKind.REPORT, tmp_path, silent).remarks
    assert remarks[0].startswith("Der Bericht spricht von Fassung 1. Das Konzept wurde seither geändert;")


def test_a_paper_older_than_what_it_encloses_is_remarked_when_it_is_written(
    example: OpenProject, tmp_path: Path
) -> None:
    set_date(example, PaperKind.COUNCIL, date(2013, 2, 1))

    assert write_paper(example, PaperKind.COUNCIL, tmp_path, silent).remarks == (
        "Das Schriftstück trägt das Datum 01.02.2013, die Fassung 1 erst den 19.02.2013. Bitte das Datum prüfen.",
    )
