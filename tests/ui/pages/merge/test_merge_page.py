from __future__ import annotations

import gc
import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kizdesk.domain.interviews import Answer, Attachment, Interview
from kizdesk.domain.people import PrivacyConsent
from kizdesk.project.durable.interchange import export_data, exported, import_data
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete, set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.side_by_side import SideBySide
from tests.project.merging.laptops import hold
from tests.ui.pages.merge.hands import Hands
from tests.ui.shell.small import key_shown
from tests.ui.walk.looking import cut, nameless, overlapping, stops

PASSPHRASE = "Foehn am Rhein"


def test_new_interviews_are_ticked_and_different_ones_are_not(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    assert hands.states == {"neu": "neu", "alt": "abweichend"}
    assert hands.ticks == {"neu": 1.0, "alt": 0.0}
    assert hands.page.heading().subtitle == "Laptop.kizdesk: 1 neu, 1 abweichend"
    assert hands.take.text() == "Ein Gespräch übernehmen"


def test_the_page_says_that_no_file_is_chosen_yet(hands: Hands) -> None:
    hands.shell.navigator.show("stocktaking.merge")
    assert hands.page.heading().subtitle == "Noch keine Datei gewählt"


def test_what_differs_stands_at_the_right(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    hands.choose("alt")
    (words,) = hands.lines.values()
    assert words == ("Zu wenig Plätze im Sprachkurs", "Plätze fehlen im Sprachkurs")
    assert "An einer Stelle steht in der anderen Datei etwas anderes." in hands.words


def test_the_words_take_the_room_that_a_short_list_of_differences_leaves(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    hands.choose("alt")
    (table,) = hands.page.findChildren(TableView, "merge-lines")
    (words,) = hands.page.findChildren(SideBySide)
    hands.qtbot.waitUntil(lambda: words.height() > 2 * table.height())


def test_what_is_new_stands_without_an_empty_text_beside_it(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    hands.choose("neu")
    assert "(nichts)" not in hands.words


def test_taking_over_writes_one_step_and_says_what_was_left(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    before = exported(hands.project)
    hands.click("Ein Gespräch übernehmen")
    assert hands.snapshot.find(Interview, "neu") is not None
    assert hands.snapshot.find(Attachment, "neu-anlage") is not None
    assert hands.bar == "Ein Gespräch ist übernommen, ein Gespräch bleibt, wie es hier ist."
    assert hands.states == {"alt": "abweichend", "neu": "übernommen"}
    assert not hands.take.isEnabled()
    hands.click("Rückgängig")
    assert exported(hands.project) == before
    assert hands.states == {"neu": "neu", "alt": "abweichend"}
    assert hands.ticks == {"neu": 1.0, "alt": 0.0}


def test_a_different_interview_is_ticked_with_the_space_bar_and_taken_with_the_keys(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    hands.choose("alt")
    hands.press_space()
    assert hands.take.text() == "2 Gespräche übernehmen"
    QTest.keyClick(hands.interviews, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.wait()
    assert hands.snapshot.get(Answer, "alt/b01").text == "Plätze fehlen im Sprachkurs"
    assert set(hands.states.values()) == {"übernommen"}


def test_nothing_ticked_leaves_nothing_to_do(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    hands.choose("neu")
    hands.press_space()
    assert hands.ticks == {"neu": 0.0, "alt": 0.0}
    assert hands.take.text() == "Übernehmen"
    assert not hands.take.isEnabled()


def test_a_change_here_compares_anew_and_keeps_the_ticks(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    set_value(hands.project, Answer, "alt/b01", "text", "Plätze fehlen im Sprachkurs")
    hands.wait()
    assert hands.states == {"neu": "neu", "alt": "gleich"}
    assert hands.ticks == {"neu": 1.0, "alt": None}


def test_a_revocation_there_can_be_taken_over_alone(hands: Hands, laptop: Path, ui_surroundings: Surroundings) -> None:
    with OpenProject.open(laptop, ui_surroundings) as away:
        set_value(away, PrivacyConsent, "alt-zitat", "revoked_on", date(2026, 4, 1))
    hands.read(laptop)
    assert "Eine Einwilligung ist in der anderen Datei widerrufen" in hands.words
    hands.choose("neu")
    hands.press_space()
    hands.click("Widerrufe übernehmen")
    assert hands.snapshot.get(PrivacyConsent, "alt-zitat").revoked_on == date(2026, 4, 1)
    assert hands.snapshot.find(Interview, "neu") is None
    assert hands.bar.startswith("Eine Einwilligung ist beendet")
    assert "Beendet, weil in der anderen Datei widerrufen oder gelöscht: Jasmin Đorđević" in hands.words


def test_the_passphrase_is_asked_on_the_page(
    hands: Hands, laptop: Path, tmp_path: Path, ui_surroundings: Surroundings
) -> None:
    secret = tmp_path / "geheim.kizdesk"
    with OpenProject.open(laptop, ui_surroundings, read_only=True) as away:
        export_data(away, tmp_path / "daten.json")
    import_data(tmp_path / "daten.json", secret, ui_surroundings, passphrase=PASSPHRASE)
    hands.read(secret)
    assert "„geheim“ ist mit einem Kennwort geschützt." in hands.words
    assert hands.page.heading().subtitle == ""
    hands.type_passphrase("falsch")
    assert "lässt sich mit diesem Kennwort nicht öffnen" in hands.words
    hands.type_passphrase(PASSPHRASE)
    assert hands.states == {"neu": "neu", "alt": "abweichend"}


def test_a_file_that_cannot_be_used_is_told_on_the_page(hands: Hands, office: Path, tmp_path: Path) -> None:
    letter = tmp_path / "Brief.kizdesk"
    letter.write_text("Sehr geehrte Damen und Herren")
    hands.read(letter)
    assert "„Brief.kizdesk“ ist keine kizdesk-Datei oder ist beschädigt." in hands.words
    hands.read(office)
    assert "ist dieses Projekt selbst" in hands.words
    assert hands.page.main_action() is None


def test_an_interview_deleted_here_is_not_ticked(hands: Hands, laptop: Path) -> None:
    delete(hands.project, Interview, "alt")
    hands.read(laptop)
    assert hands.states == {"neu": "neu", "alt": "hier gelöscht"}
    assert hands.ticks == {"neu": 1.0, "alt": 0.0}


def test_the_list_of_interviews_asks_for_the_file(hands: Hands, laptop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(*_asked: object) -> tuple[str, str]:
        return str(laptop), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    hands.shell.session.open("stocktaking.interviews")
    hands.wait()
    page = hands.shell.navigator.page
    assert page is not None
    action = next(found for found in page.actions_shown() if found.objectName() == "merge-interviews")
    action.trigger()
    hands.wait()
    assert hands.states == {"neu": "neu", "alt": "abweichend"}


def test_a_copy_dropped_on_the_window_is_asked_about(hands: Hands, laptop: Path) -> None:
    hands.shell.session.open("stocktaking.interviews")
    hands.wait()
    hands.drop(laptop)
    assert hands.bar.startswith("„Laptop.kizdesk“ ist ein Projekt. Gespräche lassen sich daraus übernehmen")
    hands.click("Gespräche übernehmen")
    assert hands.states == {"neu": "neu", "alt": "abweichend"}


def test_going_to_the_interview_taken_over(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    hands.click("Ein Gespräch übernehmen")
    hands.choose("neu")
    assert "Dieses Gespräch ist übernommen." in hands.words
    hands.click("Zum Gespräch")
    assert key_shown(hands.window) == "interview.runner"


def test_the_private_copy_goes_when_the_project_is_closed(
    hands: Hands, laptop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    hands.read(laptop)
    assert list(place.iterdir())
    hands.shell.session.closing.emit()
    assert not list(place.iterdir())


def test_reading_can_be_cancelled(hands: Hands, laptop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    session = hands.shell.session
    session.open("stocktaking.merge", str(laptop))
    (job,) = session.jobs.shown
    job.cancel()
    hands.wait()
    hands.qtbot.waitUntil(lambda: "Das Lesen ist abgebrochen. Übernommen ist noch nichts." in hands.words)
    gc.collect()
    assert not list(place.iterdir())


def test_choosing_another_file_while_attachments_are_read_takes_nothing_of_the_first(
    hands: Hands, laptop: Path, office: Path, tmp_path: Path
) -> None:
    hands.read(laptop)
    other = Path(shutil.copy(office, tmp_path / "Anderer Laptop.kizdesk"))
    hands.take.trigger()
    hands.read(other)
    assert hands.snapshot.find(Interview, "neu") is None
    assert hands.states == {"alt": "gleich"}


def test_choosing_another_file_while_the_first_is_compared_anew_shows_only_the_other(
    hands: Hands, laptop: Path, office: Path, tmp_path: Path, ui_surroundings: Surroundings
) -> None:
    other = Path(shutil.copy(office, tmp_path / "Anderer Laptop.kizdesk"))
    with OpenProject.open(other, ui_surroundings) as project:
        hold(project, "anders")
    hands.read(laptop)
    set_value(hands.project, Answer, "alt/b01", "note", "Nachfragen")
    hands.read(other)
    assert hands.ticks == {"anders": 1.0, "alt": 0.0}


def test_the_list_can_be_read_aloud_and_nothing_is_cut(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    for interview_id in ("neu", "alt"):
        hands.choose(interview_id)
        for width, height in ((1366, 768), (1280, 720)):
            hands.window.resize(width, height)
            hands.qtbot.waitUntil(lambda: cut(hands.page) == [])
            assert nameless(hands.page) == []
            assert overlapping(hands.page) == []


def test_tab_goes_from_the_list_to_what_differs(hands: Hands, laptop: Path) -> None:
    hands.read(laptop)
    hands.choose("alt")
    names = [found.objectName() for found in stops(hands.window, hands.interviews)]
    wanted = ["merge-interviews", "merge-to-interview", "merge-lines"]
    assert [name for name in names if name in wanted] == wanted
