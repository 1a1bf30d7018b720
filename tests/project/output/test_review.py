"""Test what the comments of a review copy say, and at which block."""

from dataclasses import replace

import pytest

from kizdesk.concept.tree import Document, Table
from kizdesk.domain.changes import Delete, Update
from kizdesk.domain.interviews import Interview, Offering
from kizdesk.domain.people import Person
from kizdesk.domain.versions import ChapterText, SourceDocument
from kizdesk.domain.votes import Vote
from kizdesk.project.checking.findings import check
from kizdesk.project.checking.points import points
from kizdesk.project.concept import present_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.review import review_comments
from kizdesk.project.records import add, set_value


def comments(project: OpenProject) -> dict[str, tuple[str, ...]]:
    return review_comments(project, present_document(project))


def origins(said: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {key: text for key, texts in said.items() for text in texts if text.startswith("Herkunft\n")}


def findings(said: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(key, text) for key, texts in said.items() for text in texts if text.startswith("Prüfung\n")]


@pytest.fixture
def said(example: OpenProject) -> dict[str, tuple[str, ...]]:
    return comments(example)


def test_an_answer_is_named_by_its_conversation_and_question(said: dict[str, tuple[str, ...]]) -> None:
    assert origins(said)["profile/05162004/gespraech-dormagen/h01#1"] == "Herkunft\nGespräch Dormagen, Frage H.1"


def test_a_table_names_what_its_rows_rest_on(said: dict[str, tuple[str, ...]]) -> None:
    assert "Gespräch Neuss, Fragen M.1, M.2" in origins(said)["ueberblick/staerken/tabelle"]


def test_a_vote_names_the_paper_in_which_it_is_written(said: dict[str, tuple[str, ...]]) -> None:
    assert origins(said)["voten/tabelle"].splitlines()[1:] == [
        "Votum: Sozial- und Gesundheitsausschuss",
        "Quelle: Sitzungsvorlage 50/2403/XV/2013: Kommunales Integrationszentrum/Integrationskonzept",
    ]


def test_very_many_are_counted(said: dict[str, tuple[str, ...]]) -> None:
    told = origins(said)["ueberblick/angebote/satz"]
    assert told.startswith("Herkunft\n56 Angebote: ")
    assert told.endswith(" weitere")


def test_what_was_typed_for_the_concept_itself_needs_no_comment(said: dict[str, tuple[str, ...]]) -> None:
    assert not [key for key in origins(said) if key.startswith(("massnahme/", "handlungsfelder/bildung/situation"))]


def test_a_proposed_text_says_that_nobody_worked_on_it(example: OpenProject) -> None:
    text = next(record for record in example.snapshot.all(ChapterText) if record.chapter == "vorwort")
    example.commit(
        "x", Update(ChapterText, text.id, "module_id", "vorwort"), Update(ChapterText, text.id, "edited", value=False)
    )

    found = origins(comments(example))
    assert found[f"kapitel/vorwort/{text.id}#1"] == "Herkunft\nVorgeschlagener Text, noch nicht bearbeitet"
    assert f"kapitel/vorwort/{text.id}#2" not in found


def test_people_are_named_by_function_without_an_einwilligung(example: OpenProject) -> None:
    told = origins(comments(example))["anlage_beteiligte/tabelle"]

    names = [person.name for person in example.snapshot.all(Person) if person.name]
    assert "Fachbereichsleitung" in told
    assert not [name for name in names if name in told]


def test_an_offering_whose_publication_was_refused_is_not_named(example: OpenProject) -> None:
    hidden = [offering.title for offering in example.snapshot.all(Offering) if offering.may_publish is False]

    assert hidden
    assert not [title for title in hidden for text in origins(comments(example)).values() if title in text]


def test_every_point_of_the_checker_stands_somewhere(example: OpenProject) -> None:
    found = findings(comments(example))

    rules = {point.advice for point in points(check(example))}
    assert {advice for advice in rules for _, text in found if advice in text} == rules


def test_a_finding_about_a_conversation_stands_at_the_profile_of_its_municipality(example: OpenProject) -> None:
    found = [key for key, text in findings(comments(example)) if "ist noch nicht freigegeben" in text]
    assert found == ["profile/05162020"]


def test_a_finding_about_the_consents_stands_in_their_chapter(example: OpenProject) -> None:
    assert "kapitel/einvernehmen" in [key for key, _ in findings(comments(example))]


def test_a_finding_without_a_place_stands_at_the_beginning(example: OpenProject) -> None:
    document = present_document(example)
    blocks = tuple(block for block in document.blocks if block.id.startswith(("kapitel/vorwort", "kapitel/anlass")))

    found = findings(review_comments(example, replace(document, blocks=blocks)))
    assert {key for key, _ in found} == {"kapitel/vorwort"}


def test_a_finding_names_its_weight_what_to_do_and_the_rule(example: OpenProject) -> None:
    (told,) = (text for _, text in findings(comments(example)) if "Einwilligung einholen" in text)
    assert told.splitlines()[1].startswith("Hinweis: Aus dem Gespräch mit Korschenbroich")
    assert " ".join(told.splitlines()[-1].split()) == "Grundlage: Art. 6 Abs. 1 Buchst. a und Art. 7 DSGVO"


def test_what_is_gone_is_not_named(example: OpenProject) -> None:
    document = present_document(example)
    vote = next(record for record in example.snapshot.all(Vote) if record.id == "votum-einrichtung")
    example.commit("x", Delete(Vote, vote.id))

    assert "Votum" not in origins(review_comments(example, document)).get("voten/tabelle", "")


def test_every_comment_stands_at_a_block_of_the_document(example: OpenProject) -> None:
    document = present_document(example)
    assert set(review_comments(example, document)) <= ids(document)


def ids(document: Document) -> set[str]:
    return {block.id for block in document.blocks}


def test_an_empty_project_can_be_reviewed(project: OpenProject) -> None:
    document = present_document(project)
    assert {key for key, _ in findings(review_comments(project, document))} <= ids(document)
    assert not project.snapshot.all(Interview)
    assert [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("name", ["Dr. Erika Beispiel, M. A.", "Erika Beispiel (Amt 50)", "Beispiel, Erika"])
def test_a_name_in_a_title_is_left_out_however_the_person_is_entered(example: OpenProject, name: str) -> None:
    add(example, Person(id="neu", name=name, function="Amtsleitung"))
    for record in example.snapshot.all(SourceDocument):
        set_value(example, SourceDocument, record.id, "title", "Schreiben von Erika Beispiel")

    told = "\n".join(origins(comments(example)).values())
    assert "Schreiben von" in told
    assert "Erika Beispiel" not in told
