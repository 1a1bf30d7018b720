"""Test that each chapter says the facts of the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kizdesk.concept.essence import essence
from kizdesk.concept.outline import Outline, OutlineEntry, ProfileGroup
from kizdesk.concept.tree import Paragraph, Quotation, Table, TableHead
from kizdesk.domain.base import Record
from kizdesk.domain.cost import CostItem, CostKind, Post
from kizdesk.domain.fields import Measure
from kizdesk.domain.guide import Option, Question, QuestionType, Section
from kizdesk.domain.legal import Precondition
from kizdesk.domain.people import Body
from kizdesk.domain.places import District, DistrictKind, Occasion, Project
from kizdesk.domain.votes import Majority, Vote, VoteKind, VoteResult, VoteSubject
from tests.concept.sample import (
    AHEIM,
    BESTADT,
    CEDORF,
    GUIDE,
    LAW,
    answer,
    block,
    blocks_of,
    built,
    chapter,
    district,
    everything,
)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("vorwort", "Ein gutes Wort vorweg."),
        ("anlass", "der Kreis Probe die gemeinsame Grundlage"),
        ("anlass", "Rechtsgrundlage ist § 7 PG (Probegesetz vom 14. Februar 2012), in Kraft seit 1. Januar 2012."),
        ("anlass", "Ein Konzept liegt vor (§ 7 PG)"),
        ("kreis", "Im Kreis Probe leben 100.000 Menschen auf 400,5 Quadratkilometern, im Mittel 250 auf einem"),
        ("kreis", "(Stand: 31. Dezember 2012)."),
        ("kreis", "Der Kreis Probe besteht aus zwei Städten und einer Gemeinde."),
        (
            "kreis",
            "Die größte Kommune ist Bestadt mit 60.000 Einwohnerinnen und Einwohnern, die kleinste Aheim mit 10.000.",
        ),
        ("kerndaten", "Bestadt | Stadt | 60.000 | 150,5 | 399"),
        ("kerndaten", "Kreis Probe |  | 100.000 | 400,5 | 250"),
        ("verwaltung", "Ein eigenes Jugendamt hat nach eigenen Angaben Bestadt."),
        ("akteure", "Caritas | Beratung | Vertrag"),
        ("akteure", "Arbeitskreis | Berät."),
        ("angebote_kreis", "Kreisweiter Pool; Kreis Probe"),
        ("ueberblick", "Zwei Gespräche wurden mit zwei Kommunen geführt."),
        ("ueberblick", "Die Gespräche fanden vom 5. bis 9. November 2012 statt."),
        ("ueberblick", "Sprache | 2 | Aheim\u00a01, kreisweit\u00a01"),
        ("ueberblick", "Sprache | – | 1 | – | –"),
        ("synopse", "Kommune | Zuständige Stelle | Eigene Behörden | Anteil"),
        ("synopse", "Aheim | Das Sozialamt, angebunden beim Bürgermeister. | keine | 12,5 %"),
        ("synopse", "Cedorf | – | – | –"),
        ("leitlinien", "Vielfalt ist normal. Alle gehören dazu."),
        ("handlungsfelder", "Alle lernen Deutsch."),
        ("handlungsfelder", "Zeitraum, Stand | ab September 2013; geplant, Priorität A"),
        ("handlungsfelder", "Aufwand | 18.000 Euro im Jahr"),
        ("handlungsfelder", "Finanzvorbehalt | Die Mittel bedürfen eines eigenen Beschlusses."),
        ("schwerpunkte", "Für die Zeit vom 6. März 2013 bis zum 5. März 2015 setzt der Kreis Probe zwei Schwerpunkte."),
        ("schwerpunkte", "Alle zwei Jahre neu."),
        ("schwerpunkte", "6. März 2011 bis 5. März 2013 | – | Sport"),
        ("aufgaben", "– Koordinieren. Das Zentrum koordiniert. (§ 7 PG)"),
        ("anbindung", "Vorgesehen ist die Variante „Sozialamt“."),
        ("anbindung", "Sozialamt; (vorgesehen) | – Nähe; – Wissen | "),
        (
            "personal",
            "Ausstattung mit drei Vollzeitstellen; davon besetzt das Land eine mit abgeordneten Lehrkräften.",
        ),
        ("kosten", "Fachkraft | 2 | 149.000 Euro | 100.000 Euro"),
        ("kosten", "Zuschussbedarf | 49.000 Euro"),
        ("kosten", "Zuschussbedarf, wenn die Förderung endet | 149.000 Euro"),
        ("kosten", "Zuschussbedarf je Einwohnerin und Einwohner | 0,49 Euro"),
        ("kosten", "Noch nicht beziffert ist: Folgeaufwand."),
        ("kosten", "Mehrkosten; (überholt) | 61.000 Euro |  | Vorlage 1"),
        ("gemeinden", "Steuerungsgruppe | 2 | Aheim, Bestadt"),
        ("traeger", "Caritas | Beratung | Vertrag"),
        ("ehrenamt", "Paten | Begleitung | "),
        ("verlauf", "13. September 2012 | Auftrag; Kreistag; Vorlage 12/2012 | –"),
        ("verlauf", "November 2012 | Gespräche | Überblick."),
        ("voten", "mit 30 zu 12 Stimmen bei 3\u00a0Enthaltungen zugestimmt"),
        ("voten", "Ein Votum zur Einrichtung des Integrationszentrums ist kein Einvernehmen zum Integrationskonzept."),
        ("voten", "Jetzt beantragen. (vorgeschlagen)"),
        ("anregungen", "Arbeitskreis | Anregung: Mehr Kurse. | Noch offen"),
        ("anlage_massnahmen", "Abendkurse | Teilnehmende | 0 | 40 | –"),
        (
            "anlage_massnahmen",
            "Abendkurse | Volkshochschule | ab September 2013 | 18.000 Euro im Jahr; Finanzvorbehalt",
        ),
        ("anlage_angebote", "Sprachcafé; Verein Brücke | Sprache; Frauen | Regelangebot; 40 Menschen im Jahr. | –"),
        ("anlage_quellen", "– Kreis Probe: Vorlage 12/2012 vom 1. September 2012."),
    ],
)
def test_the_chapter_says(key: str, words: str) -> None:
    assert words in chapter(built(), key)


def with_project(**changes: Any) -> Sequence[Record]:
    return [replace(record, **changes) if isinstance(record, Project) else record for record in everything()]


def test_an_update_says_so() -> None:
    assert "Mit dieser Fortschreibung erneuert der Kreis Probe" in chapter(
        built(with_project(occasion=Occasion.UPDATE)), "anlass"
    )


def test_a_profile_groups_answers_under_short_labels() -> None:
    words = [item for item in built().blocks if item.id.startswith(f"profile/{AHEIM}")]
    text = "\n".join(run.text for item in words if isinstance(item, Paragraph) for run in item.runs)
    assert "Zusammenarbeit: " in text
    assert "Wie wird zusammengearbeitet?" not in text


def test_a_profile_names_the_departments_before_it_says_how_they_work_together() -> None:
    departments = Question(
        "b03", "B.3", "Welche Fachbereiche?", QuestionType.MULTIPLE, short="Beteiligte Fachbereiche",
        options=(Option("jugend", "Jugend"), Option("schule", "Schule")),
    )  # fmt: skip
    first, *others = GUIDE.sections
    guide = replace(GUIDE, sections=(replace(first, questions=(departments, *first.questions)), *others))
    said = answer("gespraech-a", "b03", choices=("jugend", "schule"))
    words = chapter(built([*everything(), said], guide=guide), "profile")
    assert words.index("Beteiligte Fachbereiche: Jugend, Schule.") < words.index("Zusammenarbeit: ")


def test_a_profile_begins_with_its_facts() -> None:
    table = block(built(), f"profile/{AHEIM}/fakten")
    assert isinstance(table, Table)
    assert table.head is TableHead.ROWS
    assert [row.cells for row in table.rows][:3] == [
        ("Art", "Gemeinde"),
        ("Bevölkerung", "10.000"),
        ("Fläche", "100 km²"),
    ]


def test_what_a_municipality_says_of_its_people_takes_the_place_of_the_official_figure_alone() -> None:
    people = Question(
        "a01", "A.1", "Zahlen", QuestionType.TABLE, columns=(Option("angabe", "Angabe"), Option("wert", "Wert"))
    )
    guide = replace(GUIDE, sections=(*GUIDE.sections, Section("a", "A", "Zahlen", (people,))))
    rows = (("Einwohnerinnen und Einwohner", "36800"), ("mit ausländischer Staatsangehörigkeit", "ca. 5.100"))
    outline = Outline((OutlineEntry("profile", "Profile"),), facts=("a01",))
    document = built([*everything(), answer("gespraech-a", "a01", rows=rows)], guide=guide, outline=outline)

    table = block(document, f"profile/{AHEIM}/fakten")
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows][:4] == [
        ("Art", "Gemeinde"),
        ("Fläche", "100 km²"),
        ("Einwohnerinnen und Einwohner", "36.800"),
        ("mit ausländischer Staatsangehörigkeit", "ca. 5.100"),
    ]


def test_a_profile_lists_rows_without_columns_that_only_name_a_file() -> None:
    assert "Integrationsbeauftragte (Stellenanteil 0,5)" in chapter(built(), "profile")


def test_a_profile_names_good_partners_and_leaves_out_what_was_not_rated() -> None:
    rated = Outline((OutlineEntry("profile", "Profile"),), profile=(ProfileGroup("netz", "Netzwerke", ("f02",)),))
    words = chapter(built(outline=rated), "profile")
    assert "Partner: gut oder sehr gut – Schulen." in words
    assert "Polizei" not in words


def test_a_municipality_that_said_nothing_has_no_profile() -> None:
    assert not [item for item in built().blocks if item.id.startswith(f"profile/{CEDORF}")]


def test_a_quotation_does_not_name_who_did_not_agree() -> None:
    quote = next(item for item in built().blocks if isinstance(item, Quotation))
    assert quote.speaker == "Leitung, Sozialamt, Aheim"


def test_a_field_that_is_only_proposed_is_no_chapter() -> None:
    assert "handlungsfelder/sport" not in {item.id for item in built().blocks}


def test_a_goal_without_measures_says_so() -> None:
    fewer = [record for record in everything() if not record.id.startswith("m-")]
    assert "noch nicht festgelegt" in chapter(built(fewer), "handlungsfelder")


def test_a_goal_of_three_measures_has_an_overview() -> None:
    overview = "Abendkurse | Volkshochschule | ab September 2013 | A"
    third = Measure(id="m-3", goal_id="ziel-1", title="Lesepaten", position=3)
    assert overview not in chapter(built(), "handlungsfelder")
    assert overview in chapter(built([*everything(), third]), "handlungsfelder")


def test_a_profile_of_a_measure_has_only_filled_rows() -> None:
    table = block(built(), "massnahme/m-2")
    assert isinstance(table, Table)
    assert [row.cells[0] for row in table.rows] == ["Wo", "Stand", "Aufwand"]


def test_of_a_measure_without_municipalities_no_place_is_printed_and_its_content_stays_the_same() -> None:
    bare = Measure(id="m-4", goal_id="ziel-1", title="Beirat", position=4)
    table = block(built([*everything(), bare]), "massnahme/m-4")
    assert isinstance(table, Table)
    assert [row.cells[0] for row in table.printed] == ["Stand", "Aufwand"]
    assert ["massnahme/m-4/municipalities", ["null", "[]"]] in essence(table)


def test_a_measure_for_all_municipalities_that_somebody_chose_says_so() -> None:
    whole = Measure(id="m-4", goal_id="ziel-1", title="Beirat", municipality_ids=(AHEIM, BESTADT, CEDORF), position=4)
    table = block(built([*everything(), whole]), "massnahme/m-4")
    assert isinstance(table, Table)
    assert table.printed[0].cells == ("Wo", "Alle Kommunen")


def test_what_is_not_quantified_leaves_the_sums_open() -> None:
    rooms = CostItem(id="c", title="Räume", kind=CostKind.ADDITIONAL, amount=Decimal(9_000))
    words = chapter(built([*district(), Post(id="p", title="Fachkraft", fte=Decimal(1)), rooms]), "kosten")
    assert "Gesamtkosten | nicht beziffert" in words
    assert "Summen, die davon abhängen, werden nicht ausgewiesen." in words


def test_without_any_amount_there_is_no_reckoning_but_the_ceiling_of_the_funding() -> None:
    posts = [
        Post(id="p1", title="Räume und Sachmittel", fte=Decimal(1), max_amount=Decimal(50_000)),
        Post(id="p2", title="Lehrkraft", fte=Decimal(1), seconded=True, position=2),
    ]
    words = chapter(built([*district(), *posts]), "kosten")
    assert "Summe | 2 | nicht beziffert | 50.000 Euro" in words
    assert "Noch nicht beziffert sind: Räume und Sachmittel; Lehrkraft. Eine jährliche Rechnung ist erst" in words
    assert "Gesamtkosten" not in words


def test_the_shares_add_up_to_the_extra_cost() -> None:
    words = chapter(built(), "kosten")
    assert "Summe | 100.000 | 49.000 Euro" in words


def test_the_unit_that_ends_is_taken_off() -> None:
    unit = CostItem(id="c", title="Fachstelle", kind=CostKind.EXISTING_UNIT, amount=Decimal(9_000))
    words = chapter(built([*everything(), unit]), "kosten")
    assert "Mehrkosten | 40.000 Euro" in words
    assert "Bestadt | 60.000 | 24.000 Euro" in words


def test_a_stated_total_alone_gives_no_reckoning() -> None:
    totals = [record for record in everything() if record.id.startswith("summe-")]
    words = chapter(built([*district(), *totals]), "kosten")
    assert "80.000 Euro" in words
    assert "Gesamtkosten" not in words


def test_a_refusal_of_the_centre_by_an_unknown_majority_is_said_with_care() -> None:
    vote = Vote(
        id="nein", subject=VoteSubject.CENTRE, body_id="hvb", kind=VoteKind.COLLECTIVE, result=VoteResult.REFUSED,
        majority=Majority.BY_MAJORITY, wording="in keinem Verhältnis",
    )  # fmt: skip
    words = chapter(built([*district(), Body(id="hvb", name="Konferenz"), vote]), "voten")
    assert "mehrheitlich abgelehnt; für welche Kommunen das gilt, ist nicht bekannt" in words
    assert "Wortlaut: „in keinem Verhältnis“" in words


def test_the_law_gives_the_tasks_when_none_are_entered() -> None:
    words = chapter(built(district()), "aufgaben")
    assert "Das Integrationszentrum hat nach § 7 PG diese Aufgaben:" in words


def test_the_document_names_version_date_and_district() -> None:
    document = built()
    assert (document.version, document.dated, document.district) == ("Entwurf", "6. März 2013", "Kreis Probe")


def test_the_comparison_does_not_break_the_page() -> None:
    tables = [item for item in blocks_of(built(), "synopse") if isinstance(item, Table)]
    assert all(len(table.columns) <= 6 for table in tables)


def test_a_city_is_not_asked_for_the_consent_of_municipalities() -> None:
    law = replace(LAW, preconditions=(Precondition("e", "Im Einvernehmen.", "§ 7 PG", rule="consent_open"),))
    city = [District(id="05711", name="Bielefeld", kind=DistrictKind.INDEPENDENT_CITY), district()[0]]
    assert "Im Einvernehmen" in chapter(built(district(), legal_basis=law), "anlass")
    assert "Im Einvernehmen" not in chapter(built(city, legal_basis=law), "anlass")


def test_a_city_has_titles_of_its_own() -> None:
    city = [District(id="05711", name="Bielefeld", kind=DistrictKind.INDEPENDENT_CITY), district()[0]]
    assert chapter(built(city), "einvernehmen").startswith("Einvernehmen\nDie Stadt Bielefeld ist kreisfrei.")


def test_the_subtitle_names_the_years_of_the_focus() -> None:
    assert built().subtitle == "Bestandsanalyse, Handlungsfelder, Schwerpunkte 2013–2015"
