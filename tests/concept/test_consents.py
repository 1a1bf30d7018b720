"""Test that the sentences on consents claim exactly what is known."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from kizdesk.domain.base import Record
from kizdesk.domain.people import Body
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.requests import EditorialRuling
from kizdesk.domain.votes import Majority, Vote, VoteKind, VoteResult, VoteSubject
from tests.concept.sample import AHEIM, BESTADT, CEDORF, built, chapter, consent, district, mayors, version

BOUND = VoteResult.WITH_CONDITIONS
NO = VoteResult.REFUSED
FIRST = "zur Fassung 1 vom 19. Februar 2013"


def text(*votes: Record, versions: int = 1, extra: Sequence[Record] = ()) -> str:
    records = [*district(), *mayors(), *(version(n + 1) for n in range(versions)), *extra, *votes]
    return chapter(built(records), "einvernehmen")


def collective(**given: Any) -> Vote:
    made: dict[str, Any] = {
        "id": "sammel", "subject": VoteSubject.VERSION, "subject_id": "fassung-1", "body_id": "hvb",
        "kind": VoteKind.COLLECTIVE, "result": VoteResult.AGREED,
    }  # fmt: skip
    return Vote(**{**made, **given})


HVB = Body(id="hvb", name="Bürgermeisterkonferenz")

CASES: list[tuple[list[Vote], str]] = [
    (
        [consent(AHEIM), consent(BESTADT), consent(CEDORF)],
        f"Alle drei Kommunen haben {FIRST} ihr Einvernehmen erteilt.",
    ),
    (
        [consent(AHEIM), consent(BESTADT, BOUND), consent(CEDORF)],
        f"Alle drei Kommunen haben {FIRST} ihr Einvernehmen erteilt, eine davon mit Bedingungen (Bestadt).",
    ),
    (
        [consent(AHEIM, BOUND), consent(BESTADT, BOUND), consent(CEDORF, BOUND)],
        f"Alle drei Kommunen haben {FIRST} ihr Einvernehmen erteilt, alle mit Bedingungen.",
    ),
    (
        [consent(AHEIM), consent(BESTADT)],
        f"Zwei von drei Kommunen haben {FIRST} ihr Einvernehmen erteilt.",
    ),
    (
        [consent(AHEIM, BOUND)],
        f"Eine von drei Kommunen hat {FIRST} ihr Einvernehmen erteilt, mit Bedingungen.",
    ),
    ([consent(AHEIM)], "Von zwei Kommunen liegt noch kein Votum vor: Bestadt und Cedorf."),
    ([consent(AHEIM), consent(CEDORF)], "Von einer Kommune liegt noch kein Votum vor: Bestadt."),
    ([consent(AHEIM, NO)], f"Keine der drei Kommunen hat {FIRST} ihr Einvernehmen erteilt."),
    ([consent(AHEIM, NO)], "Abgelehnt hat: Aheim."),
    ([consent(CEDORF, NO), consent(AHEIM, NO)], "Abgelehnt haben zwei Kommunen: Aheim und Cedorf."),
    ([consent(AHEIM, VoteResult.DEFERRED)], "Die Entscheidung vertagt hat: Aheim."),
    ([], "Zur Fassung 1 vom 19. Februar 2013 liegt noch kein Votum einer Kommune vor."),
]


@pytest.mark.parametrize(("votes", "sentence"), CASES)
def test_the_sentence_says_what_the_votes_say(votes: list[Vote], sentence: str) -> None:
    assert sentence in text(*votes)


def test_a_consent_to_an_earlier_version_is_none_to_this_one() -> None:
    said = text(consent(AHEIM, number=1), consent(BESTADT, number=2), versions=2)
    assert "Eine von drei Kommunen hat zur Fassung 2 vom 20. Februar 2013 ihr Einvernehmen erteilt." in said
    assert "Einer früheren Fassung hat zugestimmt: Aheim." in said


def test_a_statement_for_named_municipalities_lacks_single_proof() -> None:
    said = text(collective(speaks_for=(AHEIM, BESTADT, CEDORF)), extra=[HVB])
    assert "Alle drei Kommunen haben" in said
    assert "Festgehalten ist das für alle gemeinsam; Einzelnachweise liegen nicht vor." in said


def test_only_those_without_a_vote_of_their_own_rest_on_the_statement() -> None:
    said = text(collective(speaks_for=(AHEIM, BESTADT, CEDORF)), consent(AHEIM), extra=[HVB])
    assert "Für Bestadt und Cedorf ist das gemeinsam festgehalten; Einzelnachweise liegen nicht vor." in said


def test_a_majority_refusal_names_no_municipality() -> None:
    refused = collective(
        body_id="hvb", result=VoteResult.REFUSED, majority=Majority.BY_MAJORITY, decided_on=date(2013, 1, 10)
    )
    said = text(refused, extra=[HVB])
    assert "mehrheitlich abgelehnt; für welche Kommunen das gilt, ist nicht bekannt" in said
    assert "liegen keine einzelnen Voten der Kommunen vor" in said
    assert not any(name in said for name in ("Aheim", "Bestadt", "Cedorf"))


def test_a_vote_on_the_centre_is_no_consent() -> None:
    centre = Vote(
        id="v", subject=VoteSubject.CENTRE, body_id=f"bm-{AHEIM}", kind=VoteKind.RESOLUTION, result=VoteResult.AGREED
    )
    assert "liegt noch kein Votum einer Kommune vor" in text(centre)


def test_the_conditions_are_listed() -> None:
    assert "Bestadt: keine Mehrkosten; keine Doppelstrukturen" in text(
        consent(BESTADT, BOUND, conditions=("keine Mehrkosten", "keine Doppelstrukturen"))
    )


def test_without_a_version_there_is_nothing_to_agree_to() -> None:
    assert "ist noch nicht festgeschrieben" in chapter(built([*district(), *mayors()]), "einvernehmen")


def test_a_city_needs_no_consent() -> None:
    city = [
        District(id="05711", name="Bielefeld", kind=DistrictKind.INDEPENDENT_CITY)
        if isinstance(record, District)
        else record
        for record in district()
        if not isinstance(record, Municipality)
    ]
    document = built([*city, version()])
    assert "Die Stadt Bielefeld ist kreisfrei." in chapter(document, "einvernehmen")
    assert not chapter(document, "anlage_einvernehmen")


def test_two_municipalities_are_both() -> None:
    records = [record for record in [*district(), *mayors(), version()] if CEDORF not in record.id]
    said = chapter(built([*records, consent(AHEIM), consent(BESTADT)]), "einvernehmen")
    assert f"Beide Kommunen haben {FIRST} ihr Einvernehmen erteilt." in said


def test_the_register_says_where_proof_is_missing() -> None:
    votes = [consent(AHEIM, proof="Schreiben vom 22.01.2013"), consent(BESTADT)]
    register = chapter(built([*district(), *mayors(), version(), *votes]), "anlage_einvernehmen")
    rows = {line.split(" | ")[0]: line for line in register.splitlines()}
    assert rows["Aheim"].endswith("Schreiben vom 22.01.2013")
    assert rows["Bestadt"].endswith("ohne Einzelnachweis")
    assert "offen" in rows["Cedorf"]


def ruling(**given: Any) -> EditorialRuling:
    made: dict[str, Any] = {"vote_id": f"votum-{AHEIM}-1", "version_id": "fassung-2", "reason": "nur Rechtschreibung"}
    return EditorialRuling(id="ruling", **{**made, **given})


def test_a_consent_that_stands_after_editorial_changes_is_told_as_such() -> None:
    said = text(consent(AHEIM), consent(BESTADT, number=2), versions=2, extra=[ruling()])
    assert "Eine von drei Kommunen hat zur Fassung 2 vom 20. Februar 2013 ihr Einvernehmen erteilt." in said
    assert (
        "Das Einvernehmen einer Kommune zu einer früheren Fassung gilt fort, weil seither nur redaktionell "
        "geändert wurde: Aheim." in said
    )


def test_the_register_tells_version_day_and_reason_of_an_editorial_ruling() -> None:
    records = [*district(), *mayors(), version(1), version(2), consent(AHEIM), ruling(decided_on=date(2013, 3, 5))]
    said = chapter(built(records), "anlage_einvernehmen")
    assert "gilt fort" in said
    assert "zur Fassung 1 vom 19. Februar 2013, redaktionelle Änderungen bestätigt am 5. März 2013" in said
    assert "Begründung: nur Rechtschreibung." in said
