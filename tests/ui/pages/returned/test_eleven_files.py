"""Eleven files are dropped on the window: eight good ones, one printed, one foreign, one broken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.project.opened import OpenProject
from tests.project.forms.back import REQUIRED
from tests.ui.pages.returned.conftest import Post
from tests.ui.pages.returned.hands import Hands

_REPORTS = {
    "Gedruckt.pdf": "keine Felder mehr",
    "Fremd.pdf": "gehört zu einem anderen Projekt",
    "Abgebrochen.pdf": "unvollständig",
}


def interviews(project: OpenProject) -> set[tuple[str, InterviewForm | None, InterviewStatus]]:
    """Return how far each municipality is."""
    return {(held.municipality_id, held.form, held.status) for held in project.snapshot.all(Interview)}


def test_eleven_files_end_with_eight_municipalities_and_three_reports(hands: Hands, post: Post) -> None:
    before = hands.project.snapshot
    files = [*post.eight(), post.printed(), post.foreign(), post.broken()]
    assert hands.hold(files)
    assert hands.hint == "Loslassen, um 11 Formulare einzulesen"
    hands.read(files)
    assert hands.hint == ""
    assert hands.state == "11 Dateien: 8 neu, 3 brauchen einen Blick"
    assert hands.take_text == "8 Formulare übernehmen"
    assert hands.project.snapshot is before
    hands.take()

    places = before.by_id(Municipality)
    assert interviews(hands.project) == {(place, InterviewForm.FORM, InterviewStatus.DONE) for place in places}
    assert len(hands.project.snapshot.all(Answer)) == 8 * len(REQUIRED)
    assert len(hands.project.snapshot.all(Attachment)) == 8
    assert hands.bar == "8 Formulare sind übernommen, 3 Dateien sind noch offen."
    assert hands.state == "11 Dateien: 8 übernommen, 3 brauchen einen Blick"
    assert list(hands.states)[:3] == list(_REPORTS)
    for name, report in _REPORTS.items():
        hands.choose(name)
        assert report in hands.words

    hands.window.activateWindow()
    QTest.keyClick(hands.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.wait()
    for kind in (Interview, Answer, Attachment):
        assert hands.project.snapshot.all(kind) == ()
    assert hands.take_text == "8 Formulare übernehmen"
    assert hands.project.flush(10)
    assert hands.project.verify() == []
