"""Names leave a text however they are written there, and nothing else leaves it."""

from __future__ import annotations

from datetime import date

import pytest

from kizdesk.concept.naming import Naming
from kizdesk.concept.spelling import words_of
from kizdesk.domain.base import Record
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot

PLACE, OTHER_PLACE = "05162004", "05162008"


def person(key: str, name: str, function: str = "Leiterin", place: str = PLACE) -> Person:
    return Person(id=key, name=name, function=function, municipality_id=place)


def talk(key: str, *people: str, place: str = PLACE) -> Interview:
    return Interview(id=key, municipality_id=place, guide_id="guide", guide_version="1", person_ids=people)


def consent(key: str, purpose: PrivacyPurpose) -> PrivacyConsent:
    return PrivacyConsent(id=f"{key}-{purpose.value}", person_id=key, purpose=purpose, granted_on=date(2026, 1, 5))


def naming(*records: Record) -> Naming:
    held = {(item.person_id, item.purpose) for item in records if isinstance(item, PrivacyConsent) and item.holds()}
    return Naming(Snapshot.of(records), lambda person, purpose: (person.id, purpose) in held)


def freed(text: str, *people: Person, more: tuple[Record, ...] = ()) -> str:
    return naming(*people, talk("i1", *(one.id for one in people)), *more).free(text, "i1")


@pytest.mark.parametrize(
    "name",
    [
        "Anna Hölscher", "Dr. Anna Hölscher", "Frau Anna Hölscher", "Hölscher, Anna", "Hölscher, Dr. Anna",
        "Anna Hölscher, M.A.", "Anna Hölscher (kommissarisch)", "Anna Maria Hölscher", " Anna  Hölscher ",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "spelled",
    [
        "Anna Hölscher", "Frau Hölscher", "Frau Dr. Hölscher", "Fr. Hölscher", "Dr. Hölscher", "Hölscher, Anna",
        "Frau Hölschers", "Anna Hölschers", "Leiterin Hölscher", "A. Hölscher", "Frau\nHölscher", "Prof. Dr. Hölscher",
    ],
)  # fmt: skip
def test_a_name_leaves_the_text_however_it_is_entered_and_written(name: str, spelled: str) -> None:
    told = freed(f"Das plant {spelled} gerade.", person("p1", name))
    assert told == "Das plant Leiterin gerade."


@pytest.mark.parametrize("name", ["von der Heide, Anna", "Anna von der Heide"])
@pytest.mark.parametrize("spelled", ["von der Heide, Anna", "Anna von der Heide", "Heide, Anna von der"])
def test_a_name_with_words_before_the_last_leaves_the_text_turned_round_too(name: str, spelled: str) -> None:
    assert freed(f"Das plant {spelled} gerade.", person("p1", name)) == "Das plant Leiterin gerade."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Eva Kaarst", "Die Stadt Kaarst und Neuss"),
        ("Kaarst", "Die Stadt Kaarst plant."),
        ("Frau Kaarst", "In Kaarst wohnen viele."),
        ("Bernd Müller", "Die Müller GmbH stellt ein."),
        ("Al", "Also Albert, Alle und Frau Albers"),
        ("Anna Müller", "Frau Müller-Lüdenscheid und Eva-Anna Müller"),
        ("Anna Peter", "Petersilie und Herr Peterson"),
        ("", "Frau  und („“ ()"),
        ("(", "Frau ( und so weiter"),
        ("Dr.", "Das sagte Dr. Meier."),
        ("Anna Weg", "Der Weg (A. Wegener)"),
    ],
)
def test_what_is_no_name_stays(name: str, text: str) -> None:
    assert freed(text, person("p1", name)) == text


@pytest.mark.parametrize(
    "name", ["X (y) [z] {2} \\d+ a|b *", "Łukasz Żółć", "K", "A. B.", "Ursula von der Leyen", "Çağla Şahin"]
)
def test_odd_names_leave_the_text_too(name: str) -> None:
    last = words_of(name)[-1]
    told = freed(f"„Gut.“ ({name}, Leiterin) Frau {last} und Frau {name}", person("p1", name))
    assert told.startswith("„Gut.“ (Leiterin) Leiterin und ")


def test_a_particle_of_a_name_leaves_the_text_with_it() -> None:
    someone = person("p1", "Ursula von der Leyen")
    assert freed("Frau von der Leyen, Frau von Arnim", someone) == "Leiterin, Frau von Arnim"


def test_a_function_stands_there_once_and_as_it_is_typed() -> None:
    someone = person("p1", "Anna Abel", r"Leitung \1 (komm.)")
    text = r"„Gut.“ (Anna Abel, Leitung \1 (komm.), Sozialamt) Anna Abel, Leitung \1 (komm.), plant."
    wanted = r"„Gut.“ (Leitung \1 (komm.), Sozialamt) Leitung \1 (komm.), plant."
    assert freed(text, someone) == wanted


def test_who_consented_is_not_printed_under_the_function_of_a_namesake() -> None:
    people = person("p1", "Anna Müller", "Leiterin"), person("p2", "Bernd Müller", "Sachbearbeiter")
    more = consent("p2", PrivacyPurpose.NAME), consent("p2", PrivacyPurpose.QUOTE)
    text = "„Gut.“ (Bernd Müller, Sachbearbeiter) „Schlecht.“ (Anna Müller, Leiterin) Herr Bernd Müller plant."
    wanted = "„Gut.“ (Bernd Müller, Sachbearbeiter) „Schlecht.“ (Leiterin) Herr Bernd Müller plant."
    assert freed(text, *people, more=more) == wanted


def test_whoever_of_two_with_one_surname_is_meant_both_functions_are_printed() -> None:
    people = person("p1", "Anna Müller", "Leiterin"), person("p2", "Bernd Müller", "Sachbearbeiter")
    assert freed("Frau Müller plant.", *people) == "Leiterin oder Sachbearbeiter plant."
    assert freed("„Gut.“ (Müller)", *people) == "„Gut.“ (Leiterin oder Sachbearbeiter)"


def test_a_genitive_is_none_where_somebody_has_that_very_surname() -> None:
    people = person("p1", "Anna Peter"), person("p2", "Eva Peters", "Lehrerin")
    more = (consent("p2", PrivacyPurpose.NAME),)
    assert freed("Frau Peters und Frau Peter", *people, more=more) == "Frau Peters und Leiterin"


def test_who_spoke_in_another_conversation_of_the_municipality_is_not_named_in_this_one() -> None:
    records = person("p1", "Anna Hölscher"), talk("i1", "p1"), talk("i2"), talk("i3", place=OTHER_PLACE)
    assert naming(*records).free("Frau Hölscher plant.", "i2") == "Leiterin plant."
    assert naming(*records).free("Frau Hölscher plant.", "", PLACE) == "Leiterin plant."
    assert naming(*records).free("Frau Hölscher plant.", "i3") == "Frau Hölscher plant."


def test_behind_a_quotation_nobody_of_the_project_stands_without_an_einwilligung() -> None:
    records = person("p1", "Anna Hölscher", place=OTHER_PLACE), talk("i1")
    assert naming(*records).free("„Gut.“ (Anna Hölscher, Leiterin)", "i1") == "„Gut.“ (Leiterin)"
    assert naming(*records).free("„Gut.“ (Hölscher, Anna", "i1") == "„Gut.“ (Hölscher, Anna"
    assert naming(*records).free("„Gut.“ (siehe Anlage)", "i1") == "„Gut.“ (siehe Anlage)"


def test_a_surname_of_somebody_elsewhere_may_be_a_place_behind_a_quotation() -> None:
    records = person("p1", "Frau Kaarst", place=OTHER_PLACE), talk("i1")
    assert naming(*records).free("„Gut.“ (Kaarst)", "i1") == "„Gut.“ (Kaarst)"


def test_of_people_with_one_name_the_one_who_spoke_here_counts() -> None:
    here, there = person("p1", "Anna Müller"), person("p2", "Anna Müller", "Köchin", OTHER_PLACE)
    more = consent("p1", PrivacyPurpose.NAME), consent("p1", PrivacyPurpose.QUOTE)
    records = here, there, talk("i1", "p1"), talk("i2", "p2", place=OTHER_PLACE), *more
    assert naming(*records).free("„Gut.“ (Anna Müller, Leiterin)", "i1") == "„Gut.“ (Anna Müller, Leiterin)"
    assert naming(*records).free("„Gut.“ (Anna Müller, Köchin)", "i2") == "„Gut.“ (Köchin)"


def test_a_short_name_leaves_a_list_of_people_without_harm_to_others() -> None:
    someone = person("p1", "Ute", "Leiterin")
    told = naming(someone).without("Ute, Leiterin\nBeute Lute, Lehrerin", someone)
    assert told == "Leiterin\nBeute Lute, Lehrerin"
