"""Test what the concept cites in footnotes, and what its sentences refer to by number."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kizdesk.concept.blocks import PLACE, referring
from kizdesk.concept.numbering import numbering, reference_text, run_text
from kizdesk.concept.tree import Document, Paragraph, Row, Run, Table
from kizdesk.domain.base import Record
from kizdesk.domain.versions import SourceDocument
from kizdesk.domain.votes import ConsiderationStatus, Statement, Vote
from tests.concept.sample import AHEIM, block, built, consent, everything, version

PAPER = "Kreis Probe: Vorlage 12/2012 vom 1. September 2012."


def changed(record_type: type[Record], record_id: str, **values: Any) -> list[Record]:
    """Return the sample with other values in one record."""
    return [
        replace(record, **values) if isinstance(record, record_type) and record.id == record_id else record
        for record in everything()
    ]


def row_of(document: Document, table_id: str, row_id: str) -> Row:
    table = block(document, table_id)
    assert isinstance(table, Table)
    return next(row for row in table.rows if row.id == row_id)


def printed(document: Document, block_id: str) -> str:
    """Return a paragraph with its references as they are printed."""
    found, numbers = block(document, block_id), numbering(document)
    assert isinstance(found, Paragraph)
    return "".join(run_text(numbers, run) for run in found.runs)


def notes(runs: Iterable[Run]) -> list[str]:
    return [run.note for run in runs if run.note]


def test_references_take_the_places_of_a_sentence() -> None:
    there = Run("der Anlage", refers="a")
    assert referring(f"Es steht in {PLACE}.", there) == (Run("Es steht in "), there, Run("."))


def test_a_vote_cites_where_it_is_written() -> None:
    document = built(changed(Vote, "votum-zentrum", source_ids=("quelle-1", "weg"), proof="Niederschrift 7"))
    *_, end = row_of(document, "voten/tabelle", "voten/votum-zentrum").ends
    assert notes(end) == [f"Niederschrift 7. {PAPER}"]


def test_a_proof_that_names_the_paper_is_not_said_twice() -> None:
    document = built(changed(Vote, "votum-zentrum", source_ids=("quelle-1",), proof="Vorlage 12/2012"))
    *_, end = row_of(document, "voten/tabelle", "voten/votum-zentrum").ends
    assert notes(end) == [PAPER]


def test_a_vote_without_a_source_has_no_note() -> None:
    assert not any(row_of(built(), "voten/tabelle", "voten/votum-zentrum").ends)


def test_a_statement_cites_its_source_and_names_the_place_where_it_is_dealt_with() -> None:
    dealt = changed(Statement, "anregung-1", source_ids=("quelle-1",), status=ConsiderationStatus.ADOPTED)
    document = built(dealt)
    _, source, place = row_of(document, "anregungen/tabelle", "anregungen/anregung-1").ends
    assert notes(source) == [PAPER]
    assert [run.refers for run in place] == ["", "handlungsfelder/sprache", ""]
    assert reference_text(numbering(document), "handlungsfelder/sprache").startswith("Kapitel ")


def test_sentences_name_the_numbers_of_figures_and_tables() -> None:
    document = built([*everything(), version(), consent(AHEIM)])
    numbers = numbering(document)
    for sentence, target in (
        ("kreis/kommunen", "kreis/karte"),
        ("personal/satz", "kosten/stellen"),
        ("einvernehmen/register", "anlage_einvernehmen/fassung-1"),
    ):
        assert reference_text(numbers, target) in printed(document, sentence)


def test_the_first_sentence_on_consents_cites_their_sources() -> None:
    document = built([*everything(), version(), consent(AHEIM, source_ids=("quelle-1",))])
    found = block(document, "einvernehmen/fassung-1#1")
    assert isinstance(found, Paragraph)
    assert notes(found.runs) == [PAPER]


def test_the_overview_of_measures_names_the_table_of_each() -> None:
    document = built()
    rows = [row for found in document.blocks if isinstance(found, Table) for row in found.rows]
    ends = {row.id: row.ends for row in rows if row.id.startswith("anlage_massnahmen/m-") and row.ends}
    assert [run.refers for run in ends["anlage_massnahmen/m-1"][0]] == ["", "massnahme/m-1", ""]
    assert "massnahme/m-1" in numbering(document).tables


def test_the_list_of_sources_words_papers_as_the_notes_do() -> None:
    assert any(isinstance(record, SourceDocument) for record in everything())
    assert PAPER in "".join(
        run.text for item in getattr(block(built(), "anlage_quellen/liste"), "items", ()) for run in item
    )
