"""The guide of a project becomes a form that pyxform takes without a warning, with everything it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.guide import Guide, QuestionType, Repeat, Section
from kizdesk.project.opened import OpenProject
from kizdesk.project.xlsform.export import export_guide
from tests.project.xlsform.sample import guide, guide_of, question

NAMESPACES = {"f": "http://www.w3.org/2002/xforms", "h": "http://www.w3.org/1999/xhtml"}
PLAIN = str.maketrans("“”‘’\xa0", "\"\"'' ")
"""Quotation marks that pyxform makes straight, and the blank that it makes a common one."""


class XForm:
    """Be the form that pyxform made."""

    def __init__(self, path: Path) -> None:
        result = convert(path.read_bytes())
        self.warnings = result.warnings
        self._root = etree.fromstring(result.xform.encode())

    def _all(self, path: str) -> list[etree._Element]:
        found = self._root.xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [item for item in found if isinstance(item, etree._Element)]

    def texts(self) -> dict[str, str]:
        """Return the texts by their ids, without the path to them: ``b01:label``."""
        return {
            (text.get("id") or "").rsplit("/", 1)[-1]: "".join(text[0].itertext())
            for text in self._all("//f:translation/f:text")
        }

    def binds(self) -> dict[str, dict[str, str]]:
        """Return what holds for each field, its references without the spaces that pyxform puts around them."""
        return {
            (bind.get("nodeset") or "").rsplit("/", 1)[-1]: {
                key: re.sub(r" (\S*/\S+) ", r"\1", value) for key, value in bind.items()
            }
            for bind in self._all("//f:bind")
        }

    def repeats(self) -> list[str]:
        """Return the names of what is repeated."""
        return [(item.get("nodeset") or "").rsplit("/", 1)[-1] for item in self._all("//f:repeat")]


@pytest.fixture
def written(project: OpenProject, tmp_path: Path) -> Path:
    """Return the guide of a new project, written."""
    return export_guide(project, tmp_path / "Leitfaden.xlsx").path


@pytest.fixture
def form(written: Path) -> XForm:
    """Return the guide of a new project as a form."""
    return XForm(written)


@pytest.fixture
def shipped(project: OpenProject) -> Guide:
    """Return the guide of a new project."""
    return project.library.latest_guide()


def labelled(guide: Guide) -> Iterator[tuple[str, str]]:
    for asked in guide.questions():
        yield f"{asked.id}:label", f"{asked.number} {asked.text}".translate(PLAIN)


def test_the_shipped_guide_is_taken_without_a_warning(form: XForm) -> None:
    assert form.warnings == []


def test_every_question_stands_in_the_form_with_its_number(form: XForm, shipped: Guide) -> None:
    texts = form.texts()

    assert [(name, texts.get(name)) for name, _ in labelled(shipped)] == list(labelled(shipped))


def test_every_hint_stands_in_the_form(form: XForm, shipped: Guide) -> None:
    told = "\n".join(form.texts().values())

    assert [asked.id for asked in shipped.questions() if asked.hint.translate(PLAIN) not in told] == []


def test_the_conditions_of_the_shipped_guide_hold_in_the_form(form: XForm) -> None:
    binds = form.binds()

    home = "/data/abschnitt_b/b03"
    assert binds["b04"]["relevant"] == f"concat({home}, {home}_bemerkung) != ''"
    assert binds["d02"]["relevant"].startswith("count-non-empty(/data/abschnitt_d/d01/d01_titel) + ")


def test_exactly_three_focus_fields_are_asked_for(form: XForm) -> None:
    assert form.binds()["m04"]["constraint"] == "count-selected(.) >= 3 and count-selected(.) <= 3"
    assert form.texts()["m04:jr:constraintMsg"] == "Bitte genau drei Antworten auswählen."


def test_required_questions_are_required_in_the_form(form: XForm, shipped: Guide) -> None:
    binds = form.binds()
    plain = [item for item in shipped.questions() if item.required and item.type is not QuestionType.TABLE]

    assert {binds[item.id].get("required") for item in plain} == {"true()"}


def test_tables_offerings_and_fields_are_repeated(form: XForm, shipped: Guide) -> None:
    tables = {asked.id for asked in shipped.questions() if asked.type is QuestionType.TABLE}

    assert set(form.repeats()) == tables | {"abschnitt_e_angebot", "abschnitt_g_feld"}


def test_the_municipalities_of_the_project_can_be_chosen(written: Path) -> None:
    rows = load_workbook(written)["choices"].iter_rows(values_only=True)

    assert ("kommunen", "05162024", "Neuss") in list(rows)


def test_the_file_has_the_three_sheets_and_a_head_that_stays(written: Path) -> None:
    book = load_workbook(written)

    assert book.sheetnames == ["survey", "choices", "settings"]
    assert book["survey"].freeze_panes == "C2"


def test_every_kind_of_question_in_every_kind_of_section_is_taken(project: OpenProject, tmp_path: Path) -> None:
    sections = [
        Section(
            f"s{index}",
            str(index),
            "Teil",
            tuple(
                question(
                    f"q{index}_{kind.value}",
                    kind,
                    options="abc" if kind in (QuestionType.SINGLE, QuestionType.MULTIPLE) else "",
                    parts=["eins", "zwei"],
                    hint="Hinweis",
                    required=True,
                    remark=True,
                    not_rated=True,
                )
                for kind in QuestionType
            ),
            repeat=repeat,
        )
        for index, repeat in enumerate(Repeat)
    ]

    written = export_guide(project, tmp_path / "a.xlsx", guide_of(*sections))

    assert XForm(written.path).warnings == []


def test_left_out_questions_are_told(project: OpenProject, tmp_path: Path) -> None:
    written = export_guide(project, tmp_path / "a.xlsx", guide(question("a01", retired=True), question("a02")))

    assert written.remarks == ("Entfallene Fragen sind nicht enthalten: A01.",)


def test_a_file_of_that_name_is_replaced(project: OpenProject, tmp_path: Path) -> None:
    target = tmp_path / "Leitfaden.xlsx"
    target.write_bytes(b"frueher")

    written = export_guide(project, target)

    assert target.stat().st_size == written.size
    assert [path.name for path in tmp_path.glob("*Leitfaden*")] == ["Leitfaden.xlsx"]


@pytest.mark.parametrize(
    ("refused", "sentence"),
    [
        (guide(question("a01", retired=True)), "keine Frage mehr"),
        (guide(question("a01", text="x" * 40_000)), "zu lang"),
    ],
)
def test_what_makes_no_form_is_refused_and_nothing_is_written(
    project: OpenProject, tmp_path: Path, refused: Guide, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        export_guide(project, tmp_path / "a.xlsx", refused)

    assert not (tmp_path / "a.xlsx").exists()


def test_another_ending_is_refused(project: OpenProject, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.xlsx"):
        export_guide(project, tmp_path / "Leitfaden.pdf")


def test_a_missing_folder_is_told(project: OpenProject, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="Ordner"):
        export_guide(project, tmp_path / "nirgends" / "Leitfaden.xlsx")


def test_a_changed_text_changes_no_name(project: OpenProject, tmp_path: Path, shipped: Guide) -> None:
    first = shipped.sections[1]
    reworded = tuple(replace(asked, text="Ganz anders gefragt?") for asked in first.questions)
    sections = (shipped.sections[0], replace(first, questions=reworded), *shipped.sections[2:])

    one = export_guide(project, tmp_path / "1.xlsx", shipped).path
    two = export_guide(project, tmp_path / "2.xlsx", replace(shipped, sections=sections)).path

    assert XForm(one).binds().keys() == XForm(two).binds().keys()
