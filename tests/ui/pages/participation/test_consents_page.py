from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Create
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.people import Body
from kizdesk.domain.places import District, DistrictKind
from kizdesk.domain.register import RegisterState
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.participation.consent_entry import ConsentWish, record_consent
from kizdesk.project.participation.votes import register, request_consents
from kizdesk.project.records import set_value
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.pages.participation.consents import ConsentsPage
from kizdesk.ui.pages.participation.consents_words import summary
from kizdesk.ui.session import Destination, Message, Session
from kizdesk.ui.widgets.scroll import ScrollPage

KAARST, NEUSS = "05162016", "05162024"
W = TypeVar("W", bound=QWidget)
ASKED = "Eine Anfrage ist festgehalten. Verschickt wurde nichts: Das Schreiben senden Sie selbst."


@pytest.fixture
def versions(empty_session: Session) -> tuple[ConceptVersion, ConceptVersion]:
    """Return two versions; Kaarst has agreed to the first, and the preface has changed since."""
    project = empty_session.project
    write_chapter(project, "vorwort", "Wir wollen das.")
    first = freeze(project, VersionWish("Erste"))
    agreed = ConsentWish(version_id=first.id, body_name="Rat der Stadt Kaarst", result=VoteResult.AGREED, proof="TOP 4")
    record_consent(project, KAARST, agreed)
    write_chapter(project, "vorwort", "Wir wollen dies.")
    return first, freeze(project, VersionWish("Zweite"))


@pytest.fixture
def page(
    empty_session: Session, versions: tuple[ConceptVersion, ConceptVersion], qtbot: QtBot
) -> Iterator[ConsentsPage]:
    made = ConsentsPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1024, 540)
    made.show()
    made.open(versions[1].id)
    qtbot.waitUntil(lambda: "Wir wollen" in words(made))
    yield made
    made.hide()


def find(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def click(page: QWidget, name: str) -> None:
    made = find(page, name)
    assert made.isVisible(), name
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def editor(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def inner(page: QWidget, name: str, kind: type[W]) -> W:
    holder = page.findChild(QWidget, name)
    assert isinstance(holder, QWidget)
    found = holder.findChild(kind)
    assert isinstance(found, kind)
    return found


def shown_line(page: QWidget, name: str) -> QLineEdit:
    holders = [made for made in page.findChildren(QWidget, name) if made.isVisible()]
    return holders[0].findChildren(QLineEdit)[0]


def choose(page: QWidget, name: str, text: str) -> None:
    choice = next(made for made in editor(page, name).findChildren(QPushButton) if made.text() == text)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)


def untick_forms(page: QWidget) -> None:
    inner(page, "consent-ask.forms", QCheckBox).click()


def where(page: QWidget, field: QWidget) -> QPoint:
    return field.mapTo(page, QPoint())


def box_of(page: QWidget, name: str) -> QComboBox:
    found = page.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def state(session: Session, ags: str) -> RegisterState:
    latest = max(session.project.snapshot.all(ConceptVersion), key=lambda version: version.number)
    return next(row.state for row in register(session.project, latest.id) if row.municipality_id == ags)


def records(session: Session, kind: type[Record]) -> int:
    return len(session.project.snapshot.all(kind))


def test_the_page_begins_with_the_municipality_that_agreed_to_an_earlier_version(page: ConsentsPage) -> None:
    shown = words(page)

    assert "Kaarst hat der Fassung 1 zugestimmt; seitdem eine Änderung" in shown
    assert "<b>→" in shown


def test_the_missing_line_counts_and_leads_to_the_first_open_one(page: ConsentsPage) -> None:
    assert page.missing() == (
        "Zur Fassung 2: 0 von 8 erteilt, 1 nur zur Fassung 1.",
        Target(Step.PARTICIPATION, "municipality", KAARST, "open"),
    )


def test_a_click_on_the_map_chooses_the_municipality(page: ConsentsPage, qtbot: QtBot) -> None:
    view = page._map.view
    qtbot.waitUntil(lambda: bool(view.focusPolicy()))
    spots = (QPointF(x, y) for x in range(0, view.width(), 8) for y in range(0, view.height(), 8))
    spot = next(spot for spot in spots if view.region_at(spot) == NEUSS)

    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot.toPoint())

    assert "Neuss ist zur Fassung 2 noch nicht angefragt" in words(page)
    row = page._register.table.current_row
    assert row is not None
    assert row.municipality_id == NEUSS


def test_a_vote_is_recorded_with_its_council_and_undone(page: ConsentsPage, empty_session: Session) -> None:
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-vote")
    proof = inner(page, "consent-vote.proof", QLineEdit)
    QTest.keyClicks(proof, "Niederschrift, TOP 7")
    click(page, "consent-vote-submit")

    vote = next(vote for vote in empty_session.project.snapshot.all(Vote) if vote.proof == "Niederschrift, TOP 7")
    assert (vote.result, vote.kind) == (VoteResult.AGREED, VoteKind.RESOLUTION)
    assert "Neuss hat der Fassung 2 zugestimmt" in words(page)
    empty_session.undo()
    assert "Neuss ist zur Fassung 2 noch nicht angefragt" in words(page)


def test_a_letter_asks_for_no_votes_and_its_day_is_the_proof(page: ConsentsPage, empty_session: Session) -> None:
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-vote")
    choose(page, "consent-vote.kind", "Schreiben")
    assert not editor(page, "consent-vote.yes").isVisible()
    assert "Wer hat geschrieben?" in words(page)
    QTest.keyClicks(inner(page, "consent-vote.day", QLineEdit), "20.11.2026")
    assert inner(page, "consent-vote.proof", QLineEdit).text() == "Schreiben vom 20.11.2026"
    click(page, "consent-vote-submit")

    vote = next(vote for vote in empty_session.project.snapshot.all(Vote) if vote.kind is VoteKind.IN_WRITING)
    assert (vote.proof, vote.yes) == ("Schreiben vom 20.11.2026", None)
    assert empty_session.project.snapshot.get(Body, vote.body_id).name == "Verwaltung der Stadt Neuss"
    assert "fehlt noch" not in words(page)


def test_a_click_into_who_decided_opens_the_names_and_typing_replaces_the_proposed_one(
    page: ConsentsPage, qtbot: QtBot
) -> None:
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-vote")
    box = inner(page, "consent-vote.body", QComboBox)
    line, completer = box.lineEdit(), box.completer()
    assert line is not None
    assert completer is not None
    listed = completer.popup()
    assert listed is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(listed.isVisible)
    assert completer.completionCount() == box.count() > 0
    assert line.selectedText() == line.text()
    QTest.keyClicks(line, "Amt")
    assert line.text() == "Amt"
    listed.hide()


def test_an_answer_older_than_its_version_is_remarked_and_taken(page: ConsentsPage, empty_session: Session) -> None:
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-vote")
    QTest.keyClicks(inner(page, "consent-vote.day", QLineEdit), "20.11.2020")
    assert "Das Datum 20.11.2020 liegt vor Fassung 2 vom " in words(page)
    click(page, "consent-vote-submit")
    assert state(empty_session, NEUSS) is RegisterState.GRANTED

    page.reveal(Target(Step.PARTICIPATION, "municipality", "05162004"))
    click(page, "consent-vote")
    assert "liegt vor Fassung" not in words(page)


def test_a_remark_moves_no_field_away_from_under_the_hand(page: ConsentsPage, qtbot: QtBot) -> None:
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-vote")
    places = [(name, editor(page, f"consent-vote.{name}")) for name in ("proof", "yes", "no", "abstentions")]
    qtbot.waitUntil(lambda: len({where(page, field).y() for _, field in places}) == 2)
    before = [where(page, field) for _, field in places]

    QTest.keyClicks(inner(page, "consent-vote.day", QLineEdit), "20.11.2020")
    qtbot.waitUntil(lambda: "liegt vor Fassung" in words(page))
    qtbot.wait(0)

    assert [where(page, field) for _, field in places] == before


def test_what_was_typed_as_proof_stays_when_the_day_changes(page: ConsentsPage) -> None:
    click(page, "consent-vote")
    choose(page, "consent-vote.kind", "Schreiben")
    QTest.keyClicks(inner(page, "consent-vote.proof", QLineEdit), "E-Mail vom Rathaus")
    QTest.keyClicks(inner(page, "consent-vote.day", QLineEdit), "20.11.2026")

    assert inner(page, "consent-vote.proof", QLineEdit).text() == "E-Mail vom Rathaus"


def test_the_button_of_the_form_says_what_is_recorded(page: ConsentsPage) -> None:
    assert find(page, "consent-vote").text() == "Zustimmung eintragen"
    click(page, "consent-vote")
    assert find(page, "consent-vote-submit").text() == "Zustimmung eintragen"
    choose(page, "consent-vote.result", "abgelehnt")
    assert find(page, "consent-vote-submit").text() == "Ablehnung eintragen"


def test_only_the_open_ones_are_shown_on_wish_and_by_the_missing_line(
    page: ConsentsPage, empty_session: Session
) -> None:
    wish = ConsentWish(version_id=page._version_id, body_name="Rat", result=VoteResult.AGREED, proof="TOP 1")
    record_consent(empty_session.project, NEUSS, wish)
    table = page._register.table
    assert table.rows.total == 8
    missing = page.missing()
    assert missing is not None
    assert missing[1] is not None
    page.reveal(missing[1])

    assert table.rows.total == 7
    assert page._register.only_open.text() == "Nur offene (7)"
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    assert table.rows.total == 8
    assert not page._register.only_open.isChecked()


def test_conditions_are_asked_for_and_their_lack_is_said_in_the_form(page: ConsentsPage) -> None:
    click(page, "consent-vote")
    conditions = editor(page, "consent-vote.conditions")
    assert not conditions.isVisible()

    choice = next(
        made for made in editor(page, "consent-vote.result").findChildren(QPushButton) if "mit" in made.text()
    )
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    click(page, "consent-vote-submit")

    assert conditions.isVisible()
    assert "mindestens eine Bedingung eintragen" in words(page)


def test_the_form_is_left_with_esc(page: ConsentsPage, empty_session: Session) -> None:
    click(page, "consent-vote")
    QTest.keyClick(inner(page, "consent-vote.body", QComboBox), Qt.Key.Key_Escape)

    assert find(page, "consent-vote").isVisible()
    assert records(empty_session, Vote) == 1


def test_what_was_begun_stays_when_the_form_is_left_with_esc(page: ConsentsPage) -> None:
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-vote")
    QTest.keyClicks(inner(page, "consent-vote.proof", QLineEdit), "Niederschrift, TOP 7")
    QTest.keyClicks(inner(page, "consent-vote.day", QLineEdit), "12.1")
    QTest.keyClick(inner(page, "consent-vote.proof", QLineEdit), Qt.Key.Key_Escape)
    page.reveal(Target(Step.PARTICIPATION, "municipality", KAARST))
    click(page, "consent-vote")
    assert shown_line(page, "consent-vote.proof").text() == ""
    page.go_back()

    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-vote")

    assert "Antwort von Neuss" in words(page)
    assert "Hier steht noch, was Sie angefangen haben." in words(page)
    assert shown_line(page, "consent-vote.proof").text() == "Niederschrift, TOP 7"
    assert shown_line(page, "consent-vote.day").text() == "12.1"


def test_what_was_begun_is_thrown_away_on_wish(page: ConsentsPage) -> None:
    click(page, "consent-vote")
    QTest.keyClicks(inner(page, "consent-vote.proof", QLineEdit), "Niederschrift, TOP 7")
    click(page, "consent-vote-cancel")
    click(page, "consent-vote")

    assert inner(page, "consent-vote.proof", QLineEdit).text() == ""
    assert "angefangen" not in words(page)


def test_the_reason_of_a_ruling_stays_when_another_municipality_is_looked_at(page: ConsentsPage) -> None:
    click(page, "consent-ruling")
    QTest.keyClicks(inner(page, "consent-ruling.reason", QPlainTextEdit), "Nur ein")
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    page.reveal(Target(Step.PARTICIPATION, "municipality", KAARST))
    click(page, "consent-ruling")

    assert inner(page, "consent-ruling.reason", QPlainTextEdit).toPlainText() == "Nur ein"


def test_who_has_not_agreed_is_named_at_one_glance(page: ConsentsPage, empty_session: Session) -> None:
    assert "Noch keine der 8 Kommunen hat zugestimmt." in words(page)
    wish = ConsentWish(version_id=page._version_id, body_name="Rat", result=VoteResult.AGREED, proof="TOP 1")
    record_consent(empty_session.project, NEUSS, wish)

    assert (
        "1 von 8 Kommunen hat zugestimmt.\nNoch offen: Dormagen, Grevenbroich, Jüchen, Kaarst, Korschenbroich, "
        "Meerbusch und Rommerskirchen."
    ) in words(page)
    missing = page.missing()
    assert missing is not None
    assert "Noch offen: Dormagen, Grevenbroich, Jüchen, Kaarst, Korschenbroich und 2 weitere." in missing[0]


def test_the_wish_for_open_ones_is_always_there_and_moves_nothing(page: ConsentsPage, empty_session: Session) -> None:
    wide = page._register.only_open.width()
    assert page._register.only_open.isVisible()
    wish = ConsentWish(version_id=page._version_id, body_name="Rat", result=VoteResult.AGREED, proof="TOP 1")
    record_consent(empty_session.project, NEUSS, wish)

    assert page._register.only_open.isVisible()
    assert page._register.only_open.width() == wide


def test_columns_on_earlier_versions_stand_there_only_where_somebody_agreed_to_one(
    page: ConsentsPage, versions: tuple[ConceptVersion, ConceptVersion]
) -> None:
    header = page._register.table.horizontalHeader()
    assert [header.isSectionHidden(number) for number in range(5)] == [False, False, True, False, False]

    page.open(versions[0].id)

    assert [header.isSectionHidden(number) for number in range(5)] == [False, False, True, False, True]


def test_a_letter_is_named_once_with_its_day(page: ConsentsPage, empty_session: Session) -> None:
    wish = ConsentWish(
        version_id=page._version_id,
        body_name="Bürgermeister",
        kind=VoteKind.IN_WRITING,
        decided_on=date(2026, 1, 4),
        result=VoteResult.AGREED,
        proof="Brief des Bürgermeisters vom 04.01.2026, Az. 50",
    )
    record_consent(empty_session.project, NEUSS, wish)
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))

    version = "Fassung\N{NO-BREAK SPACE}2"
    said = f"Bürgermeister: Einvernehmen erteilt zur {version}, Brief des Bürgermeisters vom 04.01.2026, Az. 50."
    assert said in words(page).splitlines()


def test_a_recorded_vote_is_changed_and_deleted(page: ConsentsPage, empty_session: Session) -> None:
    latest = page._version_id
    record_consent(
        empty_session.project, NEUSS, ConsentWish(version_id=latest, body_name="Rat", result=VoteResult.AGREED)
    )
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-edit")
    choice = next(
        made for made in editor(page, "consent-vote.result").findChildren(QPushButton) if made.text() == "abgelehnt"
    )
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    click(page, "consent-vote-submit")
    assert state(empty_session, NEUSS) is RegisterState.REFUSED

    click(page, "consent-delete")

    assert state(empty_session, NEUSS) is RegisterState.OPEN


def test_all_open_municipalities_are_asked_in_one_step(page: ConsentsPage, empty_session: Session) -> None:
    main = page.main_action()
    assert main is not None
    main.trigger()
    assert page.main_action() is None
    assert find(page, "consent-ask-submit").text() == "8 Anfragen festhalten"
    click(page, "consent-ask-submit")

    assert records(empty_session, ConsentRequest) == 8
    assert all(request.due_on for request in empty_session.project.snapshot.all(ConsentRequest))
    empty_session.undo()
    assert records(empty_session, ConsentRequest) == 0


def test_asking_says_before_and_after_that_nothing_is_sent(page: ConsentsPage, empty_session: Session) -> None:
    said: list[Message] = []
    empty_session.said.connect(said.append)
    click(page, "consent-ask-again")
    assert "Verschickt wird nichts" in words(page)
    assert find(page, "consent-ask-submit").text() == "Anfrage festhalten"
    untick_forms(page)
    click(page, "consent-ask-submit")
    assert [message.text for message in said] == [ASKED]


def test_the_form_of_a_request_opens_at_its_top(page: ConsentsPage) -> None:
    page.resize(1000, 420)
    for _ in range(2):
        click(page, "consent-ask-again")
        area = next(area for area in page.findChildren(ScrollPage) if area.isVisible())
        assert area.verticalScrollBar().maximum() > 0
        assert area.verticalScrollBar().value() == 0
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        click(page, "consent-ask-cancel")


def test_asking_writes_a_form_for_each_answer(page: ConsentsPage, empty_session: Session, qtbot: QtBot) -> None:
    said: list[Message] = []
    empty_session.said.connect(said.append)
    click(page, "consent-ask-again")
    click(page, "consent-ask-submit")
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    (form,) = (empty_session.project.path.parent / "Formulare").glob("*.pdf")
    assert "Kaarst" in form.name
    assert said[-1].text.startswith("Ein Antwortformular liegt in „Formulare“.")
    assert said[-1].action == "Ordner öffnen"


def test_a_folder_for_forms_that_cannot_be_is_said_and_the_request_stays(
    page: ConsentsPage, empty_session: Session, qtbot: QtBot
) -> None:
    said: list[Message] = []
    empty_session.said.connect(said.append)
    (empty_session.project.path.parent / "Formulare").write_text("keine", encoding="utf-8")
    click(page, "consent-ask-again")
    click(page, "consent-ask-submit")
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert said[-1].kind == "problem"
    assert records(empty_session, ConsentRequest) == 1


def test_one_municipality_is_asked_again(page: ConsentsPage, empty_session: Session) -> None:
    click(page, "consent-ask-again")
    click(page, "consent-ask-submit")

    assert [request.municipality_id for request in empty_session.project.snapshot.all(ConsentRequest)] == [KAARST]
    assert "Kaarst ist zur Fassung 2 angefragt" in words(page)


def test_a_day_in_the_past_is_refused_in_the_form(page: ConsentsPage) -> None:
    click(page, "consent-ask-again")
    line = inner(page, "consent-ask.due", QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "01.02.2013")
    click(page, "consent-ask-submit")

    assert "ist schon vorbei" in words(page)


def test_an_overdue_municipality_is_reminded_with_a_new_day(page: ConsentsPage, empty_session: Session) -> None:
    today = empty_session.project.now().date()
    request = ConsentRequest(
        id="alt",
        version_id=page._version_id,
        municipality_id=NEUSS,
        requested_on=today - timedelta(days=40),
        due_on=today - timedelta(days=3),
    )
    empty_session.project.commit("Anfrage", Create(request))
    page.reveal(Target(Step.PARTICIPATION, "consent_request", "alt"))
    assert "die Frist ist vorbei" in words(page)

    click(page, "consent-remind")

    reminded = empty_session.project.snapshot.get(ConsentRequest, "alt")
    assert reminded.reminded_on == today
    assert reminded.due_on is not None
    assert reminded.due_on > today


def test_editorial_changes_are_confirmed_with_a_reason(page: ConsentsPage, empty_session: Session) -> None:
    click(page, "consent-ruling")
    click(page, "consent-ruling-submit")
    assert "Bitte begründen" in words(page)

    QTest.keyClicks(inner(page, "consent-ruling.reason", QPlainTextEdit), "Nur ein Wort.")
    click(page, "consent-ruling-submit")

    assert state(empty_session, KAARST) is RegisterState.EDITORIAL
    click(page, "consent-unrule")
    assert records(empty_session, EditorialRuling) == 0


def test_nobody_confirms_as_editorial_what_changed_for_another_municipality(
    page: ConsentsPage, versions: tuple[ConceptVersion, ConceptVersion], empty_session: Session, qtbot: QtBot
) -> None:
    project = empty_session.project
    agreed = ConsentWish(version_id=versions[1].id, body_name="Rat", result=VoteResult.AGREED, proof="TOP 5")
    record_consent(project, NEUSS, agreed)
    write_chapter(project, "vorwort", "Ganz anders.")
    page.open(freeze(project, VersionWish("Dritte")).id)
    page.reveal(Target(Step.PARTICIPATION, "municipality", KAARST))
    qtbot.waitUntil(lambda: "Wir wollen das" in words(page))

    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    click(page, "consent-ruling")
    assert "Wir wollen das" not in words(page)

    qtbot.waitUntil(lambda: "Wir wollen dies" in words(page))
    assert find(page, "consent-ruling-submit").isVisible()


def test_the_differences_stand_side_by_side(page: ConsentsPage, qtbot: QtBot) -> None:
    click(page, "consent-differences")

    qtbot.waitUntil(lambda: "<b>dies.</b>" in words(page))
    assert "<s>das.</s>" in words(page)


def test_a_conference_declares_itself_for_several(page: ConsentsPage, empty_session: Session) -> None:
    page._collective.trigger()
    click(page, "consent-vote-submit")

    vote = empty_session.project.snapshot.all(Vote)[-1]
    assert (vote.kind, len(vote.speaks_for)) == (VoteKind.COLLECTIVE, 8)


def test_deleting_one_statement_for_several_says_for_how_many_and_is_undone_by_its_name(
    page: ConsentsPage, empty_session: Session
) -> None:
    page._collective.trigger()
    click(page, "consent-vote-submit")
    said: list[Message] = []
    empty_session.said.connect(said.append)
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    assert find(page, "consent-delete").text() == "Sammelerklärung von 8 Kommunen löschen"

    click(page, "consent-delete")

    assert said[-1].text == "Die Sammelerklärung von 8 Kommunen ist gelöscht."
    assert empty_session.project.save_state.undo_label == "Sammelerklärung löschen"


def test_an_earlier_version_can_be_looked_at(
    page: ConsentsPage, versions: tuple[ConceptVersion, ConceptVersion]
) -> None:
    box = box_of(page, "consents-version")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())

    assert page._version_id == versions[0].id
    assert "Kaarst hat der Fassung 1 zugestimmt" in words(page)


def test_without_a_version_the_page_leads_to_freezing_one(empty_session: Session, qtbot: QtBot) -> None:
    page = ConsentsPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    going: list[Destination] = []
    empty_session.going.connect(going.append)

    QTest.mouseClick(find(page._empty, "begin"), Qt.MouseButton.LeftButton)

    assert "Ein Einvernehmen gilt immer genau einer Fassung" in words(page)
    assert (going[0].page, going[0].argument) == ("participation.versions", "freeze")
    assert page.main_action() is None


def test_a_request_asked_twice_is_refused_by_the_project_and_said(page: ConsentsPage, empty_session: Session) -> None:
    click(page, "consent-ask-again")
    request_consents(empty_session.project, page._version_id, (KAARST,), date(2027, 1, 1))
    click(page, "consent-ask-submit")

    assert "schon angefragt: Kaarst" in words(page)


def test_what_was_done_can_be_taken_back_in_the_bar(page: ConsentsPage, empty_session: Session) -> None:
    said: list[Message] = []
    empty_session.said.connect(said.append)
    click(page, "consent-ask-again")
    untick_forms(page)
    click(page, "consent-ask-submit")

    assert [(message.text, message.action) for message in said] == [(ASKED, "Rückgängig")]


def test_a_kreisfreie_stadt_needs_no_consent(empty_session: Session, qtbot: QtBot) -> None:
    district = empty_session.project.snapshot.all(District)[0]
    set_value(empty_session.project, District, district.id, "kind", DistrictKind.INDEPENDENT_CITY)
    page = ConsentsPage(empty_session)
    qtbot.addWidget(page)
    page.show()

    assert "braucht kein Einvernehmen" in words(page)
    assert page.missing() is None


def test_a_project_only_read_shows_everything_and_offers_no_change(
    empty_session: Session, versions: tuple[ConceptVersion, ConceptVersion], qtbot: QtBot
) -> None:
    pinned = Session(
        empty_session.project.pinned(),
        empty_session.labels,
        empty_session.jobs,
        empty_session.memory,
        empty_session.theme,
    )
    page = ConsentsPage(pinned)
    qtbot.addWidget(page)
    page.show()
    page.open(versions[1].id)

    assert "Kaarst hat der Fassung 1 zugestimmt" in words(page)
    assert page.main_action() is None
    assert not find(page, "consent-vote").isVisible()
    assert find(page, "consent-differences").isVisible()
    page.hide()
    pinned.end()


def test_a_form_left_without_a_word_begins_anew(page: ConsentsPage) -> None:
    click(page, "consent-vote")
    QTest.keyClick(inner(page, "consent-vote.proof", QLineEdit), Qt.Key.Key_Escape)
    click(page, "consent-vote")
    assert "angefangen" not in words(page)

    page.hide()
    page.show()
    page.go_back()
    click(page, "consent-vote")
    assert "angefangen" not in words(page)


def test_where_there_is_no_municipality_nobody_is_said_to_have_agreed() -> None:
    assert summary(()) == ""


def test_an_answer_that_is_left_as_it_was_offers_nothing_to_be_taken_back(
    page: ConsentsPage, empty_session: Session
) -> None:
    wish = ConsentWish(version_id=page._version_id, body_name="Rat", result=VoteResult.AGREED, proof="TOP 1")
    record_consent(empty_session.project, NEUSS, wish)
    page.refresh(())
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    said: list[Message] = []
    empty_session.said.connect(said.append)
    click(page, "consent-edit")
    click(page, "consent-vote-submit")
    assert [(message.text, message.action) for message in said] == [("Die Antwort ist geändert.", "")]


def test_a_second_reminder_on_one_day_offers_nothing_to_be_taken_back(
    page: ConsentsPage, empty_session: Session
) -> None:
    request_consents(empty_session.project, page._version_id, [NEUSS], None)
    page.refresh(())
    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    said: list[Message] = []
    empty_session.said.connect(said.append)
    click(page, "consent-remind")
    page.refresh(())
    click(page, "consent-remind")
    assert [message.action for message in said] == ["Rückgängig", ""]


def test_the_box_of_a_municipality_that_agreed_says_what_a_change_in_the_draft_means(
    page: ConsentsPage, empty_session: Session, versions: tuple[ConceptVersion, ConceptVersion], qtbot: QtBot
) -> None:
    agreed = ConsentWish(version_id=versions[1].id, body_name="Rat", result=VoteResult.AGREED, proof="TOP 5")
    record_consent(empty_session.project, KAARST, agreed)
    qtbot.waitUntil(lambda: "Kaarst hat der Fassung 2 zugestimmt" in words(page))
    assert "Die Zustimmung gilt weiter" not in words(page)

    write_chapter(empty_session.project, "vorwort", "Wir wollen noch mehr.")
    told = "Die Zustimmung gilt weiter für Fassung\N{NO-BREAK SPACE}2. Für die Änderungen ist eine neue Fassung"
    qtbot.waitUntil(lambda: told in words(page))

    page.reveal(Target(Step.PARTICIPATION, "municipality", NEUSS))
    assert told not in words(page)

    page.reveal(Target(Step.PARTICIPATION, "municipality", KAARST))
    write_chapter(empty_session.project, "vorwort", "Wir wollen dies.")
    qtbot.waitUntil(lambda: told not in words(page))
