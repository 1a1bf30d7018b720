"""Hold what two small projects print against the files kept in ``documents``; ``--update-acceptance`` rewrites them.

What is kept: ``document.xml`` of the Word files, without page numbers; and the PDF's words, page by page, set
without dividing words. So a change of wording, order, numbers, styles, references or page breaks shows up here. What is
not kept: where a line of print ends, what a figure looks like (only its alternative text and size), other parts of a
Word file. Another release of typst changes these files only if it breaks pages elsewhere or tags otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from kizdesk.domain.papers import PaperKind
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.printing import PrintOptions, PrintWish, export_print
from kizdesk.project.output.writing import SHORT_FILE, export_concept, export_word_estimated
from kizdesk.project.papers.writing import write_paper
from tests.acceptance.kept import hold, pdf_lines, word_lines
from tests.acceptance.small_projects import city, district

KEPT = Path(__file__).resolve().parent / "documents"
Print = Callable[[OpenProject, Path], Path]


def silent(_what: str, _share: float) -> None:
    """Be told of progress, and say nothing."""


def concept(project: OpenProject, folder: Path) -> Path:
    """Write the concept as a Word file."""
    return export_word_estimated(project, folder, silent).path


def brief(project: OpenProject, folder: Path) -> Path:
    """Write the Kurzfassung as a Word file."""
    return export_concept(project, folder, silent, counts_pages=False, name=SHORT_FILE, in_brief=True).path


def council(project: OpenProject, folder: Path) -> Path:
    """Write the Sitzungsvorlage as a Word file."""
    return write_paper(project, PaperKind.COUNCIL, folder, silent).path


def printed(project: OpenProject, folder: Path) -> Path:
    """Print the concept without dividing words."""
    return export_print(project, folder, silent, wish=PrintWish(options=PrintOptions(hyphenate=False))).path


@pytest.fixture(scope="module")
def kreis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenProject]:
    """Return the district with a version and a consent."""
    with district(tmp_path_factory.mktemp("kreis")) as project:
        yield project


@pytest.fixture(scope="module")
def stadt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenProject]:
    """Return the kreisfreie Stadt that has just begun."""
    with city(tmp_path_factory.mktemp("stadt")) as project:
        yield project


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Tell whether the kept files are rewritten."""
    return bool(request.config.getoption("--update-acceptance"))


@pytest.mark.parametrize(
    ("write", "name"),
    [(concept, "konzept"), (brief, "kurzfassung"), (council, "sitzungsvorlage")],
)
def test_the_word_files_of_a_district_are_as_kept(
    write: Print, name: str, kreis: OpenProject, tmp_path: Path, *, update: bool
) -> None:
    hold(word_lines(write(kreis, tmp_path).read_bytes()), KEPT / "kreis" / f"{name}.document.xml", update=update)


def test_the_word_file_of_a_city_that_has_just_begun_is_as_kept(
    stadt: OpenProject, tmp_path: Path, *, update: bool
) -> None:
    hold(word_lines(concept(stadt, tmp_path).read_bytes()), KEPT / "stadt" / "konzept.document.xml", update=update)


def test_the_pdf_of_a_district_says_what_is_kept(kreis: OpenProject, tmp_path: Path, *, update: bool) -> None:
    hold(pdf_lines(printed(kreis, tmp_path).read_bytes()), KEPT / "kreis" / "konzept.pdf.txt", update=update)


def test_the_pdf_of_a_city_that_has_just_begun_says_what_is_kept(
    stadt: OpenProject, tmp_path: Path, *, update: bool
) -> None:
    hold(pdf_lines(printed(stadt, tmp_path).read_bytes()), KEPT / "stadt" / "konzept.pdf.txt", update=update)


@pytest.mark.parametrize("kept", sorted(KEPT.rglob("*.xml")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_is_kept_of_a_word_file_is_sound_xml(kept: Path) -> None:
    assert str(etree.parse(kept).getroot().tag).endswith("}document")
