"""Work with Gremien, actors, dates and sources."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.people import Actor, Body, BodyLevel, Consultation
from kizdesk.domain.versions import SourceDocument
from kizdesk.domain.votes import VoteKind, VoteResult
from kizdesk.project.participation.consent_entry import ConsentWish, record_consent
from kizdesk.project.records import add
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.forms import Editor
from kizdesk.ui.page import Page
from kizdesk.ui.pages.basics.bodies import BodiesPage
from kizdesk.ui.pages.basics.schedule import SchedulePage
from kizdesk.ui.pages.basics.sources import SourcesPage
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.figure import FigureView
from tests.ui.forms.hands import press, strike
from tests.ui.pages.basics.conftest import Show


def click(page: Page, name: str) -> None:
    found = next(made for made in page.findChildren(QPushButton, name) if made.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def bodies(session: Session) -> tuple[Body, ...]:
    return tuple(session.project.snapshot.all(Body))


def test_the_empty_list_begins_with_the_usual_bodies_in_one_step(show: Show, empty_session: Session) -> None:
    page = show(BodiesPage, empty_session)
    click(page, "begin")
    assert len(bodies(empty_session)) == 12
    assert [body.name for body in bodies(empty_session) if body.adopts] == ["Kreistag"]
    empty_session.undo()
    assert not bodies(empty_session)


def test_usual_bodies_are_not_doubled(show: Show, empty_session: Session) -> None:
    add(empty_session.project, Body(id="k", name="Kreistag des Rhein-Kreises Neuss", adopts=True))
    level = BodyLevel.MUNICIPALITY
    add(empty_session.project, Body(id="r", name="Stadtrat", level=level, municipality_id="05162004"))
    page = show(BodiesPage, empty_session)
    usual = page.actions_shown()[0]
    usual.trigger()
    assert len(bodies(empty_session)) == 12
    assert not usual.isEnabled()


def test_who_wrote_a_letter_is_no_body(show: Show, empty_session: Session) -> None:
    project = empty_session.project
    version = freeze(project, VersionWish("Erste"))
    wish = ConsentWish(
        version_id=version.id,
        body_name="Bürgermeister der Stadt Dormagen",
        result=VoteResult.AGREED,
        kind=VoteKind.IN_WRITING,
    )
    record_consent(project, "05162004", wish)
    page = show(BodiesPage, empty_session)

    assert page.heading().subtitle == "Kein Gremium · ein Absender von Schreiben · kein Akteur"
    table = next(table for table in page.findChildren(TableView) if table.isVisible())
    assert table.model().index(0, 1).data() == "Absender, Dormagen"


def test_the_municipality_is_asked_for_only_at_that_level(show: Show, empty_session: Session) -> None:
    add(empty_session.project, Body(id="k", name="Rat"))
    page = show(BodiesPage, empty_session)
    place = page.findChild(Editor, "body.municipality_id")
    assert isinstance(place, Editor)
    assert not place.isVisible()
    level = page.findChild(Editor, "body.level")
    assert isinstance(level, Editor)
    QTest.mouseClick(level.parts[1], Qt.MouseButton.LeftButton)
    assert place.isVisible()


def test_a_target_of_an_actor_shows_the_list_of_actors(show: Show, empty_session: Session) -> None:
    page = show(BodiesPage, empty_session)
    assert page.reveal(Target(Step.BASICS, "actor"))
    strike(Qt.Key.Key_Space)
    press("Caritas")
    strike(Qt.Key.Key_Tab)
    assert [actor.name for actor in empty_session.project.snapshot.all(Actor)] == ["Caritas"]


def test_the_next_date_stands_first_and_a_past_one_lacks_its_outcome(show: Show, empty_session: Session) -> None:
    for key, day in (("alt", date(2025, 12, 1)), ("bald", date(2026, 2, 1)), ("fern", date(2026, 9, 1))):
        add(empty_session.project, Consultation(id=key, title=key, held_on=day))
    page = show(SchedulePage, empty_session)
    assert page.heading().subtitle == "Als Nächstes am 01.02.2026: bald, bei einem fehlt das Ergebnis"
    told = page.missing()
    assert told is not None
    assert told[1] == Target(Step.BASICS, "consultation", "alt", "outcome")


def test_a_date_that_has_passed_is_not_left_as_planned(show: Show, empty_session: Session) -> None:
    step = Consultation(id="alt", title="alt", held_on=date(2025, 12, 1), outcome="soll beschließen", planned=True)
    add(empty_session.project, step)
    page = show(SchedulePage, empty_session)
    assert page.heading().subtitle == "Kein Termin steht bevor, einer ist vorbei und noch als geplant vermerkt"
    target = Target(Step.BASICS, "consultation", "alt", "planned")
    assert page.missing() == ("„alt“ ist vorbei, steht aber noch als geplant da.", target)
    assert page.reveal(target)
    strike(Qt.Key.Key_Space)
    assert page.missing() is None


def test_a_step_of_the_line_opens_in_the_list(show: Show, empty_session: Session, qtbot: QtBot) -> None:
    for key, day in (("bald", date(2026, 2, 1)), ("fern", date(2026, 9, 1))):
        add(empty_session.project, Consultation(id=key, title=key, held_on=day))
    page = show(SchedulePage, empty_session)
    click(page, "choice-line")
    figure = page.findChild(FigureView)
    assert isinstance(figure, FigureView)
    qtbot.waitUntil(figure.isVisible)
    figure.region_chosen.emit("fern")
    title = page.findChild(Editor, "consultation.title")
    assert isinstance(title, Editor)
    assert title.isVisible()
    assert title.value() == "fern"


def test_a_line_without_dates_begins_with_one(show: Show, empty_session: Session, qtbot: QtBot) -> None:
    page = show(SchedulePage, empty_session)
    click(page, "choice-line")
    qtbot.waitUntil(lambda: any(found.isVisible() for found in page.findChildren(QPushButton, "begin")))
    shown = next(found for found in page.findChildren(QPushButton, "begin") if found.isVisible())
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert len(empty_session.project.snapshot.all(Consultation)) == 1


def test_a_source_leads_to_where_it_is_used(show: Show, empty_session: Session, qtbot: QtBot) -> None:
    add(empty_session.project, SourceDocument(id="q", title="Vorlage", position=1))
    add(empty_session.project, Consultation(id="s", title="Kreistag berät", source_ids=("q",)))
    page = show(SourcesPage, empty_session)
    with qtbot.waitSignal(empty_session.going) as heard:
        click(page, "link-0")
    assert heard.args == [Destination(target=Target(Step.BASICS, "consultation", "s"))]


def test_a_link_to_where_a_source_is_used_is_cut_only_without_room(
    show: Show, empty_session: Session, qtbot: QtBot
) -> None:
    title = "Beschluss über die Einrichtung des Kommunalen Integrationszentrums"
    add(empty_session.project, SourceDocument(id="q", title="Vorlage", position=1))
    add(empty_session.project, Consultation(id="s", title=title, source_ids=("q",)))
    page = show(SourcesPage, empty_session)
    link = page.findChild(QPushButton, "link-0")
    assert isinstance(link, QPushButton)
    page.resize(800, 640)
    qtbot.waitUntil(lambda: link.text().endswith("…"))
    page.resize(1600, 640)
    qtbot.waitUntil(lambda: link.text() == f"Beratung: {title}")
    assert link.toolTip() == f"Beratung: {title}"


def test_the_list_of_sources_says_how_often_each_is_used(show: Show, empty_session: Session) -> None:
    for key in ("oft", "einmal", "nie"):
        add(empty_session.project, SourceDocument(id=key, title=key))
    add(empty_session.project, Consultation(id="a", title="a", source_ids=("oft", "einmal")))
    add(empty_session.project, Consultation(id="b", title="b", source_ids=("oft",)))
    table = show(SourcesPage, empty_session).findChild(TableView)
    assert isinstance(table, TableView)
    said = {table.rows.index(row, 0).data(): table.rows.index(row, 2).data() for row in range(3)}
    assert said == {"oft": "2-mal", "einmal": "einmal", "nie": "nirgends"}


def test_an_unused_source_says_so(show: Show, empty_session: Session) -> None:
    add(empty_session.project, SourceDocument(id="q", title="Vorlage", position=1))
    page = show(SourcesPage, empty_session)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Noch keine Stelle verweist auf diese Quelle." in shown


def test_a_new_date_with_a_day_that_is_refused_waits_while_another_page_is_looked_at(
    show: Show, empty_session: Session, qtbot: QtBot
) -> None:
    page = show(SchedulePage, empty_session)
    click(page, "begin")
    day = page.findChild(Editor, "consultation.held_on")
    assert isinstance(day, Editor)
    day.setFocus()
    press("31.02.2026")
    empty_session.leaving.emit()
    page.hide()
    qtbot.wait(1)
    page.show()
    line = day.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.text() == "31.02.2026"
    assert len(empty_session.project.snapshot.all(Consultation)) == 1


def test_a_date_leads_to_the_bodies_while_there_are_none(show: Show, empty_session: Session) -> None:
    heard: list[object] = []
    empty_session.going.connect(heard.append)
    page = show(SchedulePage, empty_session)
    click(page, "begin")
    click(page, "begin-choices")
    assert [it.page for it in heard if isinstance(it, Destination)] == ["basics.bodies"]
    add(empty_session.project, Body(id="k", name="Kreistag"))
    assert not any(made.isVisible() for made in page.findChildren(QPushButton, "begin-choices"))
