"""Build the tree of a paper in the order of its layout."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kizdesk.concept.papers.build import paper_document
from kizdesk.concept.papers.layout import PaperLayout
from kizdesk.concept.tree import BlockKind, Heading, Layout, Listing, Paragraph, Table
from kizdesk.domain.errors import ShapeError
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind, PaperQuestion, PaperStop
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from tests.cases.case import library, text_of
from tests.concept.papers.briefs import COUNCIL, MEETING, VERSION, brief, layout_of


def text_of_runs(block: object) -> str:
    assert isinstance(block, Paragraph)
    return "".join(run.text for run in block.runs)


NAMES = ("allgemein", "neuss", "rheine", "sachstand")


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_of_an_empty_project_is_whole(name: str) -> None:
    document = paper_document(brief(layout=name))
    ids = [block.id for block in document.blocks]

    assert document.layout is Layout.PAPER
    assert len(ids) == len(set(ids))
    assert {block.kind for block in document.blocks} == {BlockKind.RECORD}


@pytest.mark.parametrize("name", NAMES)
def test_levels_of_headings_leave_no_gap(name: str) -> None:
    levels = [block.level for block in paper_document(brief(COUNCIL, MEETING, VERSION, layout=name)).blocks
              if isinstance(block, Heading)]  # fmt: skip

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_sections_stand_in_the_order_of_the_layout() -> None:
    document = paper_document(brief(COUNCIL, MEETING, VERSION, layout="neuss"))
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]

    assert headings == [
        "Sitzungsvorlage", "Beratungsfolge", "Tagesordnungspunkt", "Sachverhalt", "Beschlussempfehlung", "Anlagen",
    ]  # fmt: skip


def test_the_beratungsfolge_has_a_column_for_each_result() -> None:
    document = paper_document(brief(COUNCIL, MEETING, layout="rheine"))
    table = next(block for block in document.blocks if block.id == "vorlage/beratungsfolge")

    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "Gremium", "Termin", "Bericht durch", "TOP", "einst.", "mehrh.", "ja", "nein", "Enth.",
        "z.\N{NO-BREAK SPACE}K.", "vertagt", "verwiesen an",
    ]  # fmt: skip


def test_a_choice_is_printed_with_all_its_boxes() -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL, layout="rheine")
    entry = PaperEntry(id="e", paper_id="p", field="finanzierung", value="umschichtung")
    text = text_of(paper_document(brief(paper, entry, layout="rheine")))

    assert "☐ Haushaltsmittel bei Produkt / Projekt ☑ Mittelumschichtung aus Produkt / Projekt ☐ sonstiges" in text


def test_an_own_text_is_printed_as_small_markdown() -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL)
    entry = PaperEntry(id="e", paper_id="p", field="beschluss", value="Der **Kreistag** beschließt.")
    document = paper_document(brief(paper, entry))
    written = next(block for block in document.blocks if block.id == "vorlage/beschluss#1")

    assert isinstance(written, Paragraph)
    assert [run.text for run in written.runs if run.bold] == ["Kreistag"]


@pytest.mark.parametrize("item", ["3. Drittens.", "- Punkt.", "3) Drittens."])
def test_a_line_typed_below_a_list_is_printed_as_a_paragraph_of_its_own(item: str) -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL)
    entry = PaperEntry(id="e", paper_id="p", field="beschluss", value=f"{item}\nDie Verwaltung berichtet jährlich.")
    document = paper_document(brief(paper, entry))
    written = [block for block in document.blocks if block.id.startswith("vorlage/beschluss#")]

    assert len(written) == 2
    assert isinstance(written[1], Paragraph)
    assert [run.text for run in written[1].runs] == ["Die Verwaltung berichtet jährlich."]


def test_an_indented_line_goes_on_with_the_item_above() -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL)
    entry = PaperEntry(id="e", paper_id="p", field="beschluss", value="1. Erstens\n   und mehr.\n2. Zweitens.\n\nEnde.")
    document = paper_document(brief(paper, entry))
    listing, last = [block for block in document.blocks if block.id.startswith("vorlage/beschluss#")]

    assert isinstance(listing, Listing)
    assert [item[0].text for item in listing.items] == ["Erstens und mehr.", "Zweitens."]
    assert isinstance(last, Paragraph)


def test_items_below_a_line_that_parts_a_list_keep_their_numbers() -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL)
    entry = PaperEntry(id="e", paper_id="p", field="beschluss", value="1. Eins.\nDazwischen.\n2. Zwei.")
    document = paper_document(brief(paper, entry))
    written = [block for block in document.blocks if block.id.startswith("vorlage/beschluss#")]

    assert [text_of_runs(block) for block in written] == ["1. Eins.", "Dazwischen.", "2. Zwei."]


def test_a_line_below_a_list_in_an_answer_is_a_paragraph() -> None:
    paper = Paper(id="p", kind=PaperKind.REPORT)
    asked = PaperQuestion(id="q", paper_id="p", question="Was?", answer="- eins\n- zwei\nDanach.")
    document = paper_document(brief(paper, asked, layout="sachstand"))
    written = [block for block in document.blocks if block.id.startswith("vorlage/fragen/q#")]

    assert [type(block) for block in written] == [Listing, Paragraph]


def test_a_field_that_was_emptied_prints_nothing() -> None:
    paper = Paper(id="p", kind=PaperKind.COUNCIL)
    entry = PaperEntry(id="e", paper_id="p", field="anlagen", value="")
    headings = [
        block.text for block in paper_document(brief(VERSION, paper, entry)).blocks if isinstance(block, Heading)
    ]

    assert "Anlagen" not in headings


def test_questions_are_lettered_and_an_open_one_says_so() -> None:
    paper = Paper(id="p", kind=PaperKind.REPORT)
    asked = [
        PaperQuestion(id=f"q{place}", paper_id="p", question=f"Frage {place}", position=place) for place in range(1, 29)
    ]
    text = text_of(paper_document(brief(paper, *asked, layout="sachstand")))

    assert "a. Frage 1 b. Frage 2" in text
    assert "Zu ab. Die Antwort steht noch aus." in text


def test_a_layout_with_a_key_twice_is_refused() -> None:
    data = library().toml("papers/neuss.toml")
    fields = data["fields"]
    assert isinstance(fields, list)

    with pytest.raises(ShapeError, match="kommt zweimal vor"):
        PaperLayout.of({**data, "fields": [*fields, fields[0]]}, "neuss.toml")


def test_the_title_of_a_paper_without_a_number_is_bare() -> None:
    assert paper_document(brief()).title == layout_of("allgemein").bare


def test_conditions_are_told_once_where_a_meeting_is_named_twice() -> None:
    vote = Vote(
        id="v", subject=VoteSubject.CENTRE, body_id="kt", consultation_id="k1", kind=VoteKind.RESOLUTION,
        result=VoteResult.WITH_CONDITIONS, conditions=("Der Kreis trägt die Kosten.",),
    )  # fmt: skip
    stops = (PaperStop(id=key, paper_id="p", consultation_id="k1") for key in ("s1", "s2"))
    document = paper_document(brief(COUNCIL, MEETING, vote, Paper(id="p", kind=PaperKind.COUNCIL), *stops))

    assert [block.id for block in document.blocks].count("vorlage/beratungsfolge/v/bedingungen") == 1


def test_what_a_layout_lacks_is_named_by_its_group() -> None:
    neuss, general = layout_of("neuss"), layout_of("allgemein")

    assert neuss.beyond(general) == ("Behördenleitung", "Status", "Finanzielle Auswirkungen", "Unterschrift")
    assert general.beyond(general) == ()
