"""Check how findings are gathered into points."""

from dataclasses import replace

from kizdesk.domain.checks import Step, Target
from kizdesk.project.checking.findings import check
from kizdesk.project.checking.points import Finding, Severity, counts, points, weighed
from kizdesk.project.opened import OpenProject
from kizdesk.project.overview import step_states
from kizdesk.project.versions.freezing import VersionWish, freeze

ONE = Finding(
    "r", Severity.GAP, "Zum Ziel „A“ fehlt etwas.", "Bitte eintragen.", "Quelle", Target(Step.FIELDS, "goal", "a"),
    {"ziel": "A"}, "Zu {n} Zielen fehlt etwas: „{ziel}“.",
)  # fmt: skip


def named(*titles: str) -> list[Finding]:
    return [replace(ONE, target=Target(Step.FIELDS, "goal", title), values={"ziel": title}) for title in titles]


def test_one_finding_is_a_point_with_its_own_sentence() -> None:
    (point,) = points([ONE])

    assert point.message == ONE.message
    assert not point.is_group


def test_findings_of_one_rule_are_one_point_that_counts_and_names_them() -> None:
    (point,) = points(named("A", "B", "C"))

    assert point.message == "Zu 3 Zielen fehlt etwas: „A“, „B“ und „C“."
    assert point.target.id == "A"
    assert point.names_all


def test_of_very_many_names_only_the_first_are_told() -> None:
    (point,) = points(named(*(f"Ziel Nummer {number}" for number in range(100))))

    assert point.message.startswith("Zu 100 Zielen fehlt etwas: „Ziel Nummer 0“, „Ziel Nummer 1“,")
    assert point.message.endswith(" weitere.")
    assert len(point.headline) < len(point.message) < 400
    assert not point.names_all


def test_what_is_counted_at_several_places_is_added_up() -> None:
    told = "In {n} Gesprächen sind noch {anzahl} Fragen offen: {kommune}."
    found = [
        replace(ONE, many=told, values={"kommune": place, "anzahl": count})
        for place, count in (("Beckum", "45"), ("Ahlen", "4"))
    ]

    (point,) = points(found)

    assert point.message == "In 2 Gesprächen sind noch 49 Fragen offen: Beckum und Ahlen."
    assert not point.names_all


def test_a_rule_without_a_sentence_for_several_stays_single() -> None:
    assert len(points([replace(ONE, many=""), replace(ONE, many="")])) == 2


def test_a_point_counts_once_however_many_places_it_has() -> None:
    assert counts(named("A", "B"))[Severity.GAP] == 1
    assert weighed(named("A", "B")) == "eine Lücke"


def test_freezing_leaves_two_points_in_place_of_one_however_many_are_awaited(
    project: OpenProject,
) -> None:
    before = counts(check(project))[Severity.OBSTACLE]
    freeze(project, VersionWish("Erste"))
    after = counts(check(project))[Severity.OBSTACLE]

    assert after == before + 1  # the consents and the resolution are awaited now, the version is there
    assert step_states(project)[-1].line == f"{after} Hindernisse"
