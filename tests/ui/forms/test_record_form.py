from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kizdesk.domain.cost import CostItem, CostKind
from kizdesk.domain.people import Consultation
from kizdesk.project.records import add, delete, set_value
from kizdesk.ui.forms import Amount, Choice, Day, FieldSpec, Group, Line, LongText, RecordForm
from kizdesk.ui.session import Session
from tests.ui.forms.hands import CTRL, focused, press, strike

DELAY = 30
GROUPS = (
    Group(
        "Position",
        (
            FieldSpec("title", "Bezeichnung", Line, "Wie sie im Konzept steht.", required=True),
            FieldSpec("kind", "Art", partial(Choice, of=CostKind)),
            FieldSpec("amount", "Betrag", partial(Amount, optional=True)),
            FieldSpec("note", "Anmerkung", LongText, wide=True),
        ),
    ),
)


@pytest.fixture
def form(session: Session, qtbot: QtBot) -> RecordForm:
    add(session.project, CostItem(id="k1", title="Miete", kind=CostKind.ADDITIONAL))
    made = RecordForm(session, CostItem, GROUPS, delay=DELAY)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_record("k1")
    made.reveal("title")
    qtbot.waitUntil(made.editor("title").has_focus)
    strike(Qt.Key.Key_End)
    return made


def item(session: Session) -> CostItem:
    return session.project.snapshot.get(CostItem, "k1")


@pytest.mark.usefixtures("form")
def test_what_is_typed_is_written_a_moment_later(session: Session, qtbot: QtBot) -> None:
    press(" und Strom")
    assert item(session).title == "Miete"
    qtbot.waitUntil(lambda: item(session).title == "Miete und Strom", timeout=DELAY * 20)


@pytest.mark.usefixtures("form")
def test_leaving_a_field_writes_at_once(session: Session) -> None:
    press("!")
    strike(Qt.Key.Key_Tab)
    assert item(session).title == "Miete!"


def test_undo_takes_back_the_field_and_not_a_letter(form: RecordForm, session: Session, qtbot: QtBot) -> None:
    press(" und")
    qtbot.waitUntil(lambda: item(session).title == "Miete und")
    press(" Strom")
    qtbot.waitUntil(lambda: item(session).title == "Miete und Strom")
    strike(Qt.Key.Key_Z, CTRL)
    assert item(session).title == "Miete"
    assert form.editor("title").value() == "Miete"


def test_redo_brings_the_field_back(form: RecordForm) -> None:
    press(" alt")
    strike(Qt.Key.Key_Z, CTRL)
    strike(Qt.Key.Key_Y, CTRL)
    assert form.editor("title").value() == "Miete alt"


@pytest.mark.usefixtures("form")
def test_a_value_that_is_the_same_again_is_not_written(session: Session) -> None:
    steps = len(session.project.log())
    press("x")
    strike(Qt.Key.Key_Backspace)
    strike(Qt.Key.Key_Tab)
    assert len(session.project.log()) == steps


def test_a_refresh_leaves_what_is_being_typed(form: RecordForm, session: Session) -> None:
    press(" neu")
    set_value(session.project, CostItem, "k1", "title", "Von anderswo")
    assert form.editor("title").value() == "Miete neu"


def test_a_refusal_is_a_sentence_under_the_field_and_the_text_stays(form: RecordForm) -> None:
    form.reveal("amount")
    press("viel")
    strike(Qt.Key.Key_Tab)
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "„viel“ ist keine Zahl. Bitte so eingeben: 12.345,50." in shown
    assert form.binding("amount").is_dirty


def test_undo_in_a_refused_field_takes_back_what_is_typed_and_nothing_else(form: RecordForm, session: Session) -> None:
    press(" neu")
    form.reveal("amount")
    press("viel")
    strike(Qt.Key.Key_Z, CTRL)
    assert item(session).title == "Miete neu"
    assert form.binding("amount").sentence == ""


def test_a_german_amount_is_kept_and_shown_in_german(form: RecordForm, session: Session) -> None:
    form.reveal("amount")
    press("12345,5")
    strike(Qt.Key.Key_Tab)
    assert item(session).amount == Decimal("12345.5")
    strike(Qt.Key.Key_Backtab)
    assert focused().property("text") == "12.345,50"


@pytest.mark.usefixtures("form")
def test_tab_goes_in_the_order_of_reading() -> None:
    names = [focused().accessibleName()]
    for _ in range(3):
        strike(Qt.Key.Key_Tab)
        names.append(focused().accessibleName())
    assert names == ["Bezeichnung", "Art", "Betrag", "Anmerkung"]


def test_a_deleted_record_is_told_and_no_longer_shown(form: RecordForm, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.record_gone):
        delete(session.project, CostItem, "k1")
    assert form.record_id is None


@pytest.mark.usefixtures("form")
def test_leaving_the_page_writes_what_is_typed(session: Session) -> None:
    press(" kalt")
    session.leaving.emit()
    assert item(session).title == "Miete kalt"


def test_showing_another_record_writes_into_the_first(form: RecordForm, session: Session) -> None:
    add(session.project, CostItem(id="k2", title="Reisen", kind=CostKind.ADDITIONAL))
    press(" kalt")
    form.show_record("k2")
    assert item(session).title == "Miete kalt"
    assert form.editor("title").value() == "Reisen"


def test_a_field_may_have_a_way_of_its_own_to_be_written(form: RecordForm) -> None:
    calls: list[tuple[str, object]] = []
    form.set_write("title", lambda record_id, value, _stay: calls.append((record_id, value)))
    press("!")
    strike(Qt.Key.Key_Tab)
    assert calls == [("k1", "Miete!")]


def test_fields_are_described_to_screen_readers(form: RecordForm) -> None:
    assert form.editor("title").objectName() == "cost_item.title"
    widget = form.editor("title").parts[0]
    assert widget.accessibleDescription() == "Pflichtangabe. Wie sie im Konzept steht."


@pytest.fixture
def meeting(session: Session, qtbot: QtBot) -> RecordForm:
    add(session.project, Consultation(id="c1", title="Konferenz", held_on=date(2026, 1, 1), until=date(2026, 12, 31)))
    group = Group("Tage", (FieldSpec("held_on", "Erster Tag", Day), FieldSpec("until", "Letzter Tag", Day)))
    made = RecordForm(session, Consultation, (group,), delay=DELAY)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_record("c1")
    return made


def type_day(form: RecordForm, field: str, text: str) -> None:
    form.reveal(field)
    strike(Qt.Key.Key_A, CTRL)
    press(text)


def days(session: Session) -> tuple[date | None, date | None]:
    held = session.project.snapshot.get(Consultation, "c1")
    return held.held_on, held.until


def test_an_end_before_its_begin_is_refused_under_the_field_and_stays_there(
    meeting: RecordForm, session: Session
) -> None:
    type_day(meeting, "until", "31.12.2025")
    strike(Qt.Key.Key_Tab)
    shown = [label.text() for label in meeting.findChildren(QLabel) if label.isVisible()]
    assert "Der letzte Tag (31.12.2025) liegt vor dem ersten (01.01.2026). Bitte einen von beiden berichtigen." in shown
    assert meeting.editor("until").value() == date(2025, 12, 31)
    assert days(session) == (date(2026, 1, 1), date(2026, 12, 31))


def test_what_was_refused_is_taken_as_soon_as_the_other_field_fits_it(meeting: RecordForm, session: Session) -> None:
    type_day(meeting, "held_on", "01.01.2028")
    strike(Qt.Key.Key_Tab)
    type_day(meeting, "until", "31.12.2028")
    strike(Qt.Key.Key_Return)
    assert days(session) == (date(2028, 1, 1), date(2028, 12, 31))
    assert not meeting.is_dirty


def test_a_day_with_half_a_year_waits_until_it_is_left(meeting: RecordForm, session: Session, qtbot: QtBot) -> None:
    type_day(meeting, "held_on", "01.01.20")
    qtbot.wait(DELAY * 3)
    assert days(session)[0] == date(2026, 1, 1)
    strike(Qt.Key.Key_Tab)
    assert days(session)[0] == date(2020, 1, 1)
