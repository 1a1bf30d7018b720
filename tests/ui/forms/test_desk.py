import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Strand
from kizdesk.project.records import add
from kizdesk.ui.forms import DeskSpec, FieldSpec, Group, Line, LongText, RecordDesk
from kizdesk.ui.session import Message, Session
from kizdesk.ui.tables import Column
from tests.ui.forms.hands import ALT, CTRL, focused, press, strike

ADOPTED = FieldStatus.ADOPTED


def adopted(session: Session) -> list[FieldOfAction]:
    found = [field for field in session.project.snapshot.all(FieldOfAction) if field.status is ADOPTED]
    return sorted(found, key=lambda field: field.position)


def make(session: Session) -> FieldOfAction:
    return FieldOfAction(id=session.project.new_id(), title="", strand=Strand.EDUCATION, status=ADOPTED, position=99)


SPEC = DeskSpec(
    record_type=FieldOfAction,
    columns=(Column("Titel", lambda field: field.title, stretch=True),),
    groups=(Group("", (FieldSpec("title", "Titel", Line), FieldSpec("needs", "Bedarf", LongText, wide=True))),),
    make=make,
    new_text="Neues Handlungsfeld",
    rows=adopted,
    empty="Handlungsfelder ordnen das Konzept.",
)
TITLES = ("Sprache", "Arbeit", "Wohnen")


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> RecordDesk[FieldOfAction]:
    for number, title in enumerate(TITLES, start=1):
        add(
            session.project,
            FieldOfAction(id=title, title=title, strand=Strand.EDUCATION, status=ADOPTED, position=number),
        )
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> RecordDesk[FieldOfAction]:
    made = RecordDesk(session, SPEC, delay=20)
    session.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.activateWindow()
    made.table.setFocus()
    qtbot.waitUntil(made.table.hasFocus)
    return made


def titles(session: Session) -> list[str]:
    return [field.title for field in adopted(session)]


def test_the_first_record_is_shown(desk: RecordDesk[FieldOfAction]) -> None:
    assert desk.form.editor("title").value() == "Sprache"


def test_going_down_the_list_shows_the_next(desk: RecordDesk[FieldOfAction]) -> None:
    strike(Qt.Key.Key_Down)
    assert desk.form.editor("title").value() == "Arbeit"


@pytest.mark.usefixtures("desk")
def test_a_new_record_is_typed_at_once(session: Session) -> None:
    strike(Qt.Key.Key_Insert)
    press("Gesundheit")
    strike(Qt.Key.Key_Tab)
    assert titles(session) == [*TITLES, "Gesundheit"]


def test_typing_replaces_the_title_that_a_new_record_begins_with(
    desk: RecordDesk[FieldOfAction], session: Session
) -> None:
    strike(Qt.Key.Key_D, CTRL)
    press("Gesundheit")
    strike(Qt.Key.Key_Tab)
    assert titles(session) == [*TITLES, "Gesundheit"]
    assert desk.form.editor("title").value() == "Gesundheit"


def test_deleting_says_what_goes_with_it_and_how_to_take_it_back(
    desk: RecordDesk[FieldOfAction], session: Session, qtbot: QtBot
) -> None:
    add(session.project, Goal(id="z", field_id="Sprache", title="Kurse"))
    with qtbot.waitSignal(session.said) as heard:
        strike(Qt.Key.Key_Delete)
    said: Message = heard.args[0]
    assert (said.text, said.action) == ("Handlungsfeld gelöscht, damit auch 1 Ziel.", "Rückgängig")
    assert desk.record is not None
    assert desk.record.title == "Arbeit"


@pytest.mark.usefixtures("desk")
def test_a_record_is_copied(session: Session) -> None:
    strike(Qt.Key.Key_D, CTRL)
    assert titles(session) == [*TITLES, "Sprache (Kopie)"]


def test_records_are_ordered_by_keys(desk: RecordDesk[FieldOfAction], session: Session) -> None:
    strike(Qt.Key.Key_Down, ALT)
    assert titles(session) == ["Arbeit", "Sprache", "Wohnen"]
    assert desk.record is not None
    assert desk.record.title == "Sprache"


@pytest.mark.usefixtures("desk")
def test_enter_goes_into_the_form() -> None:
    strike(Qt.Key.Key_Return)
    assert focused().accessibleName() == "Titel"


def test_the_list_follows_what_is_typed(desk: RecordDesk[FieldOfAction]) -> None:
    strike(Qt.Key.Key_Return)
    strike(Qt.Key.Key_End)
    press(" lernen")
    strike(Qt.Key.Key_Tab)
    row = desk.table.current_row
    assert row is not None
    assert row.title == "Sprache lernen"


def test_undoing_a_new_record_shows_another_one(desk: RecordDesk[FieldOfAction], session: Session) -> None:
    strike(Qt.Key.Key_Insert)
    session.undo()
    assert titles(session) == list(TITLES)
    assert desk.record is not None


def test_an_empty_desk_begins_with_its_button(session: Session, qtbot: QtBot) -> None:
    made = shown(session, qtbot)
    begin = made.table.empty_state.findChild(QPushButton, "begin")
    assert isinstance(begin, QPushButton)
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert len(titles(session)) == 1
    assert made.form.editor("title").has_focus()
