"""Read what the pages of the first step show: chapters, Gremien, timetable, sources, preconditions, municipalities."""

from __future__ import annotations

from datetime import date

import pytest

from kizdesk.concept.figures import svg
from kizdesk.domain.errors import UserError
from kizdesk.domain.people import Body, Consultation, Person
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.votes import Statement, StatementKind
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.basics.chapters import (
    ChapterState,
    chapter_rows,
    open_places,
    renew_proposals,
    restore_proposal,
    set_title,
    word_count,
)
from kizdesk.project.basics.committees import add_usual_bodies, usual_bodies
from kizdesk.project.basics.municipalities import add_municipality, consequences_of_removing
from kizdesk.project.basics.preconditions import preconditions
from kizdesk.project.basics.sources_used import source_uses
from kizdesk.project.basics.timetable import Standing, timetable, when
from kizdesk.project.figures import district_map
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add

TODAY = date(2026, 1, 5)


def test_chapters_stand_in_the_order_of_the_outline(project: OpenProject) -> None:
    keys = [row.chapter for row in chapter_rows(project)]
    assert keys[:4] == ["vorwort", "anlass", "begriffe", "ausgangslage"]


def test_a_new_project_has_proposals_only_that_fit(project: OpenProject) -> None:
    rows = chapter_rows(project)
    assert {row.state for row in rows} == {ChapterState.PROPOSED, ChapterState.OPTIONAL}
    assert not any(row.stale for row in rows)
    assert renew_proposals(project) == 0


def test_an_emptied_chapter_is_empty_until_its_proposal_is_back(project: OpenProject) -> None:
    write_chapter(project, "vorwort", " ")
    assert chapter_rows(project)[0].state is ChapterState.EMPTY
    restore_proposal(project, "vorwort")
    assert chapter_rows(project)[0].state is ChapterState.PROPOSED


def test_a_chapter_without_a_proposal_says_so(project: OpenProject) -> None:
    with pytest.raises(UserError, match="keinen Vorschlag"):
        restore_proposal(project, "gibt-es-nicht")


def test_a_title_of_its_own_stands_instead_of_the_outline(project: OpenProject) -> None:
    set_title(project, "vorwort", "Grußwort")
    assert chapter_rows(project)[0].title == "Grußwort"
    set_title(project, "vorwort", "")
    assert chapter_rows(project)[0].title == "Vorwort"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Der {kreis} und {kreis}", ("{kreis}",)),
        ("Bis [bitte Datum ergänzen]", ("[bitte Datum ergänzen]",)),
        ("Siehe [Bitte lesen](https://example.org)", ()),
        ("Alles da [1]", ()),
    ],
)
def test_placeholders_are_found(text: str, places: tuple[str, ...]) -> None:
    assert open_places(text) == places


def test_marks_are_no_words() -> None:
    assert word_count("# Eins\n\n- **zwei** drei-vier") == 3


def test_the_usual_bodies_come_once(project: OpenProject) -> None:
    assert add_usual_bodies(project) == 12
    assert usual_bodies(project) == ()


def test_the_bodies_of_the_example_are_not_doubled(example: OpenProject) -> None:
    names = [body.name for body in usual_bodies(example)]
    assert all(name.startswith("Rat der ") for name in names)


def test_adding_usual_bodies_keeps_their_order(project: OpenProject) -> None:
    add_usual_bodies(project)
    positions = [body.position for body in project.snapshot.all(Body)]
    assert sorted(positions) == list(range(1, 13))


def test_the_timetable_begins_with_what_is_next() -> None:
    steps = (
        Consultation(id="alt", title="", held_on=date(2025, 1, 1), outcome="beschlossen"),
        Consultation(id="offen", title="", held_on=date(2025, 6, 1)),
        Consultation(id="laeuft", title="", held_on=date(2025, 12, 1), until=date(2026, 1, 31)),
        Consultation(id="fern", title="", held_on=date(2026, 9, 1)),
        Consultation(id="irgendwann", title="", planned=True),
        Consultation(id="einst", title="", outcome="zugestimmt"),
        Consultation(id="vorgemerkt", title="", held_on=date(2025, 3, 1), outcome="soll beschließen", planned=True),
    )
    found = timetable(Snapshot.of(steps), TODAY)
    assert [(step.id, standing) for step, standing in found] == [
        ("laeuft", Standing.NEXT),
        ("fern", Standing.AHEAD),
        ("irgendwann", Standing.UNDATED),
        ("offen", Standing.OUTCOME_MISSING),
        ("vorgemerkt", Standing.STILL_PLANNED),
        ("alt", Standing.DONE),
        ("einst", Standing.DONE),
    ]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, "–"),
        (date(2026, 3, 6), None, "06.03.2026"),
        (None, date(2026, 3, 6), "06.03.2026"),
        (date(2012, 11, 1), date(2012, 11, 30), "November 2012"),
        (date(2010, 1, 1), date(2011, 12, 31), "2010 bis 2011"),
        (date(2012, 9, 13), date(2012, 9, 15), "ab 13.09.2012"),
        (date(2012, 11, 1), date(2013, 1, 31), "ab 01.11.2012"),
    ],
)
def test_the_timetable_says_a_day_or_a_stretch_shortly(first: date | None, last: date | None, said: str) -> None:
    assert when(Consultation(id="s", title="", held_on=first, until=last)) == said


def test_uses_of_a_source_lead_to_their_places(example: OpenProject) -> None:
    uses = source_uses(example.snapshot)["quelle-vorlage"]
    assert {use.target.kind for use in uses} >= {"consultation", "vote"}


def test_a_statement_stands_with_its_first_words_at_its_source() -> None:
    text = "In der Sitzung wurden " + "Anregungen " * 20
    statement = Statement(id="s", kind=StatementKind.SUGGESTION, text=text, source_ids=("q",))
    (use,) = source_uses(Snapshot.of([statement]))["q"]
    assert use.text.startswith("Stellungnahme: In der Sitzung wurden Anregungen")
    assert use.text.endswith("Anregungen …")


def test_nothing_is_met_before_there_is_a_version(project: OpenProject) -> None:
    states = {state.id: state for state in preconditions(project)}
    assert states["konzept"].is_met is False
    assert states["einvernehmen"].is_met is False
    assert states["schwerpunkte"].is_met is False
    assert states["schwerpunkte"].target is not None


def test_the_example_meets_what_it_meets(example: OpenProject) -> None:
    states = {state.id: state for state in preconditions(example)}
    assert states["konzept"].is_met is True
    assert states["einvernehmen"].is_met is True


@pytest.mark.parametrize("ags", ["0516209", "05555001", "0516209x"])
def test_a_wrong_key_is_refused(project: OpenProject, ags: str) -> None:
    with pytest.raises(UserError, match="acht Ziffern"):
        add_municipality(project, ags, "Neustadt")


def test_a_key_is_taken_once(project: OpenProject) -> None:
    with pytest.raises(UserError, match="gehört schon zu Dormagen"):
        add_municipality(project, "05162004", "Neustadt")


def test_a_municipality_needs_a_name(project: OpenProject) -> None:
    with pytest.raises(UserError, match="braucht einen Namen"):
        add_municipality(project, "05162099", " ")


def test_what_keeps_a_municipality_is_said(project: OpenProject) -> None:
    add(project, Person(id="p", municipality_id="05162004"))
    with pytest.raises(UserError, match="kann nicht gelöscht werden"):
        consequences_of_removing(project, "05162004")


def test_the_map_outlines_the_chosen_municipality(project: OpenProject) -> None:
    plain, chosen = district_map(project), district_map(project, "05162004")
    assert plain is not None
    assert chosen is not None
    assert chosen.svg != plain.svg
    assert {region.id for region in plain.regions} == {place.id for place in project.snapshot.all(Municipality)}


def test_no_municipality_on_the_map_is_nearly_as_light_as_the_paper(project: OpenProject) -> None:
    drawn = district_map(project)
    assert drawn is not None
    assert svg.PALETTE[0] not in drawn.svg
    assert svg.PALETTE[1] in drawn.svg
