"""Write forms from the page by clicks and keys, and see what is on its way, overdue and back."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.places import Municipality
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.forms.sending import send_forms
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.forms.returned_files import RETURNED, unpacked
from kizdesk.ui.pages.forms.sent import FormsPage
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme
from tests.project.forms.back import one_back, silent
from tests.ui.pages.forms.conftest import Calendar
from tests.ui.pages.forms.hands import bar, inner, is_shown, names, press, submit, tick, words, write
from tests.ui.pages.showing import Ears, Show
from tests.ui.walk.looking import cut, nameless, overlapping, stops

W = TypeVar("W", bound=QWidget)
T = TypeVar("T")
DORMAGEN, NEUSS = "05162004", "05162024"
TWO = FormWish((DORMAGEN, NEUSS), ("b",), return_by=date(2026, 1, 20))


@pytest.fixture
def late(dated: Session, calendar: Calendar, tmp_path: Path, page: FormsPage) -> FormsPage:
    """Return the page when two forms are overdue since ten days."""
    send_forms(dated.project, TWO, tmp_path / "früher", silent)
    calendar.day = date(2026, 1, 30)
    page.refresh(())
    return page


def test_an_empty_page_teaches_and_opens_the_form(page: FormsPage) -> None:
    assert page.main_action() is None
    assert "können auch schriftlich antworten" in words(page)
    press(page, "Formulare ausgeben")
    assert page.sheet.isVisible()
    assert page.sheet.submit.text() == "8 Formulare ausgeben"


def test_all_municipalities_get_form_and_letter_beside_the_project(
    page: FormsPage, dated: Session, ears: Ears, folder: Path, qtbot: QtBot
) -> None:
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    assert len(names(folder)) == 16
    assert {"Formular Jüchen.pdf", "Anschreiben Jüchen.docx"} < set(names(folder))
    assert ears.said[-1] == "8 Formulare und 8 Anschreiben geschrieben."
    assert f"liegen in „{folder}“" in bar(page).text
    assert "Art. 13 DSGVO" in bar(page).text
    assert page.heading().subtitle == "8 Kommunen: 8 unterwegs"
    assert {issue.return_by for issue in dated.project.snapshot.all(FormIssue)} == {date(2026, 2, 2)}


def test_the_folder_is_opened_from_the_page(
    page: FormsPage, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    press(page, "Ordner öffnen")
    assert opened == [QUrl.fromLocalFile(str(folder))]


def test_undo_takes_the_records_back(page: FormsPage, dated: Session, qtbot: QtBot) -> None:
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    dated.undo()
    assert dated.project.snapshot.all(FormIssue) == ()
    assert page.main_action() is None


def test_only_chosen_municipalities_and_offerings_without_letter_into_another_folder(
    page: FormsPage, dated: Session, ears: Ears, tmp_path: Path, qtbot: QtBot
) -> None:
    press(page, "Formulare ausgeben")
    press(page, "ausgewählte")
    assert not page.sheet.submit.isEnabled()
    tick(page, "forms.places", "Neuss")
    press(page, "nur Angebote")
    assert not is_shown(page, "forms.fields")
    write(page, "forms.blocks", "2")
    write(page, "forms.due", "27.02.2026")
    tick(page, "forms.letters", "Zu jedem Formular ein Anschreiben als Word-Datei schreiben")
    write(page, "forms.folder", str(tmp_path / "eigener"))
    assert page.sheet.submit.text() == "Formular ausgeben"
    submit(page, qtbot)
    assert names(tmp_path / "eigener") == ["Formular Neuss – Abschnitt E.pdf"]
    assert ears.said[-1] == "Ein Formular geschrieben."
    (issue,) = dated.project.snapshot.all(FormIssue)
    assert (issue.offering_blocks, issue.return_by) == (2, date(2026, 2, 27))


def test_some_sections_are_asked_for_and_what_they_do_not_need_is_hidden(page: FormsPage) -> None:
    press(page, "Formulare ausgeben")
    press(page, "einzelne Abschnitte")
    assert is_shown(page, "forms.sections")
    page.sheet.sections.set_value(("b",))
    page.sheet.sections.committed.emit()
    assert not is_shown(page, "forms.fields")
    assert not is_shown(page, "forms.blocks")


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("forms.due", "01.01.2020", "schon vorbei"),
        ("forms.due", "99.99.2026", "Diesen Tag gibt es nicht"),
        ("forms.folder", "", "Bitte einen Ordner angeben"),
    ],
)
def test_what_cannot_be_is_said_in_the_form_and_nothing_is_lost(
    page: FormsPage, folder: Path, qtbot: QtBot, name: str, typed: str, said: str
) -> None:
    press(page, "Formulare ausgeben")
    write(page, name, typed) if typed else inner(page, name, QLineEdit).clear()
    submit(page, qtbot)
    assert page.sheet.isVisible()
    assert said in words(page)
    assert inner(page, name, QLineEdit).text() == typed
    assert not folder.exists()


def test_without_any_section_the_form_asks_for_one(page: FormsPage, qtbot: QtBot) -> None:
    press(page, "Formulare ausgeben")
    press(page, "einzelne Abschnitte")
    submit(page, qtbot)
    assert "Bitte mindestens einen Abschnitt wählen" in words(page)


@pytest.mark.parametrize("scope", ["ganzer Leitfaden", "einzelne Abschnitte", "nur Angebote"])
def test_the_form_has_a_name_for_every_control_and_cuts_no_word(page: FormsPage, scope: str, qtbot: QtBot) -> None:
    press(page, "Formulare ausgeben")
    press(page, "ausgewählte")
    press(page, scope)
    qtbot.waitUntil(lambda: cut(page) == [])
    assert nameless(page) == []
    assert overlapping(page) == []


def test_the_list_has_a_name_for_every_control_and_cuts_no_word(late: FormsPage, qtbot: QtBot) -> None:
    late.begin()
    late.sheet.whom.set_value("chosen")
    late.sheet.places.set_value((NEUSS,))
    late.sheet.whom.committed.emit()
    submit(late, qtbot)
    qtbot.waitUntil(lambda: cut(late) == [])
    assert nameless(late) == []
    assert overlapping(late) == []


def test_the_tab_key_goes_through_the_form_in_the_order_of_reading(page: FormsPage) -> None:
    press(page, "Formulare ausgeben")
    reached = [cell_of(stop) for stop in stops(page, inner(page, "forms.whom", QPushButton))]
    cells = [name for name, _ in groupby(filter(None, reached))]
    places = {name: editor(page, name).mapTo(page, QPoint(0, 0)) for name in cells}
    assert cells == sorted(cells, key=lambda name: (round(places[name].y() / 40), places[name].x()))
    assert len(cells) == 9


def editor(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def cell_of(widget: QWidget | None) -> str:
    """Return the name of the editor a widget is part of."""
    while widget is not None and not widget.objectName().startswith("forms."):
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else ""


def test_esc_leaves_the_form_and_what_was_begun_stays(page: FormsPage) -> None:
    press(page, "Formulare ausgeben")
    write(page, "forms.due", "27.02.2026")
    QTest.keyClick(inner(page, "forms.due", QLineEdit), Qt.Key.Key_Escape)
    assert not page.sheet.isVisible()
    press(page, "Formulare ausgeben")
    assert page.sheet.due.value() == date(2026, 2, 27)
    assert "Hier steht noch, was Sie angefangen haben." in words(page)


def test_what_was_begun_holds_no_municipality_that_is_deleted_meanwhile(page: FormsPage, dated: Session) -> None:
    press(page, "Formulare ausgeben")
    press(page, "ausgewählte")
    tick(page, "forms.places", "Dormagen")
    tick(page, "forms.places", "Neuss")
    QTest.keyClick(page.sheet.submit, Qt.Key.Key_Escape)
    delete(dated.project, Municipality, NEUSS)
    page.begin()
    assert page.sheet.places.value() == (DORMAGEN,)
    assert page.sheet.submit.text() == "Formular ausgeben"


def test_overdue_forms_are_told_and_written_again_with_a_new_last_day(
    late: FormsPage, dated: Session, folder: Path, qtbot: QtBot
) -> None:
    again = next(action for action in late.actions_shown() if action.text() == "2 überfällige erneut ausgeben")
    assert late.missing() is not None
    again.trigger()
    assert page_values(late) == ((DORMAGEN, NEUSS), ("b",), date(2026, 2, 27))
    assert "Dormagen und Neuss haben schon ein Formular" in words(late)
    submit(late, qtbot)
    assert names(folder) == sorted(
        f"{kind} {name} – Abschnitt B.{ending}"
        for kind, ending in (("Formular", "pdf"), ("Anschreiben", "docx"))
        for name in ("Dormagen", "Neuss")
    )
    assert late.missing() is None
    assert len(dated.project.snapshot.all(FormIssue)) == 4


def page_values(page: FormsPage) -> tuple[object, object, date | None]:
    return page.sheet.places.value(), page.sheet.sections.value(), page.sheet.due.value()


def test_the_missing_line_leads_to_the_first_overdue_form(late: FormsPage) -> None:
    missing = late.missing()
    assert missing is not None
    assert missing[0] == "2 Formulare sind überfällig: Dormagen und Neuss."
    assert missing[1] is not None
    assert late.reveal(missing[1])
    assert late.table.current_row is not None
    assert late.table.current_row.name == "Dormagen"
    assert not late.reveal(Target(Step.STOCK_TAKING, "form_issue", "weg"))


def test_enter_shows_the_returned_form_or_writes_one_that_is_not_back(
    page: FormsPage, dated: Session, ears: Ears, calendar: Calendar, tmp_path: Path
) -> None:
    written = send_forms(dated.project, TWO, tmp_path / "früher", silent)
    reading = one_back(dated.project, written[1].path.read_bytes(), {"b01": "Sozialamt"}, "Formular Neuss.pdf")
    calendar.day += timedelta(days=3)
    take(dated.project, [whole(reading)])
    page.table.reveal(NEUSS)
    assert page.table.current_row is not None
    assert (page.table.current_row.stands, page.table.current_row.back_on) == ("zurück", date(2026, 1, 8))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert (ears.ways[-1].page, ears.ways[-1].argument) == ("interview.runner", page.table.current_row.interview_id)
    page.table.reveal(DORMAGEN)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.sheet.isVisible()
    assert page.sheet.places.value() == (DORMAGEN,)


def test_several_rows_chosen_are_proposed(late: FormsPage) -> None:
    late.table.reveal(NEUSS)
    QTest.keyClick(late.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    late.begin()
    assert page_values(late)[0] == (NEUSS, "05162028")


def test_returned_files_are_handed_to_their_page(
    page: FormsPage, ears: Ears, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(tmp_path / "Formular Neuss.pdf"), str(tmp_path / "Formular Jüchen.pdf")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: (chosen, ""))
    press(page, "Rückläufe einlesen …")
    assert ears.ways[-1].page == RETURNED
    assert unpacked(ears.ways[-1].argument) == tuple(map(Path, chosen))


def test_a_folder_is_chosen_in_the_usual_window(
    page: FormsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    press(page, "Formulare ausgeben")
    press(page, "Ordner wählen …")
    assert page.sheet.folder.value() == tmp_path


def test_who_only_reads_writes_no_forms(dated: Session, show: Show, theme: Theme, tmp_path: Path) -> None:
    pinned = dated.project.pinned()
    reader = Session(pinned, Labels(pinned.library), Jobs(), Memory(tmp_path / "reader.ini"), theme)
    page = FormsPage(reader)
    show(page)
    assert "Formulare ausgeben" not in [made.text() for made in page.findChildren(QPushButton) if made.isVisible()]
    reader.end()
    reader.jobs.close()


def test_a_city_is_led_to_its_offerings(
    ui_surroundings: Surroundings, show: Show, theme: Theme, tmp_path: Path
) -> None:
    create(tmp_path / "stadt.kizdesk", NewProject("05515"), ui_surroundings)
    with OpenProject.open(tmp_path / "stadt.kizdesk", ui_surroundings) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "stadt.ini"), theme)
        heard = Ears(session)
        page = FormsPage(session)
        show(page)
        press(page, "Angebote erfassen")
        assert heard.ways[-1].page == "evaluation.offerings"
        session.end()
        session.jobs.close()


def test_beside_the_button_stands_what_the_forms_lack(page: FormsPage) -> None:
    press(page, "Formulare ausgeben")
    told = words(page)
    assert "Ohne Abschnitt G „Handlungsfelder“, weil kein Handlungsfeld gewählt ist." in told
    assert "Im Absender fehlt eine E-Mail-Adresse" in told
    press(page, "nur Angebote")
    assert "Ohne Abschnitt G" not in words(page)
    line = page.sheet.sent_by.parts[0]
    line.setFocus()
    QTest.keyClicks(line, "post@kreis.de")
    assert "E-Mail-Adresse" not in words(page)


def test_a_form_that_came_otherwise_is_noted_as_back_and_can_be_taken_back(
    page: FormsPage, dated: Session, ears: Ears, qtbot: QtBot
) -> None:
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    assert page.table.reveal("05162024")
    note = next(action for action in page.actions_shown() if action.objectName() == "forms-back")
    assert note.isEnabled()
    note.trigger()
    assert ears.said[-1] == "Das Formular von Neuss ist als zurück vermerkt. Abgetippt wird es im Gespräch."
    assert page.heading().subtitle == "8 Kommunen: 1 zurück, 7 unterwegs"
    assert (note.isVisible(), note.isEnabled()) == (True, False)
    dated.undo()
    assert page.heading().subtitle == "8 Kommunen: 8 unterwegs"
