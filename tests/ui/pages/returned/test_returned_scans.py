"""A form that came back on paper, or without its fields, is kept with an interview."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton

from kizdesk.domain.interviews import Attachment, Interview, InterviewForm
from kizdesk.project.interviews.edit import add_interview
from tests.ui.pages.returned.conftest import Post
from tests.ui.pages.returned.hands import Hands
from tests.ui.shell.small import button, click

NEUSS, JUECHEN = "05162024", "05162012"


def test_a_printed_form_is_kept_as_a_scan(hands: Hands, post: Post) -> None:
    hands.read([post.printed("Neuss", "scan0001.pdf")])
    hands.pick("scan-municipality", "Kaarst")
    hands.press("keep-scan")
    (held,), (kept,) = hands.project.snapshot.all(Interview), hands.project.snapshot.all(Attachment)
    assert (held.municipality_id, kept.interview_id, kept.name) == ("05162016", held.id, "scan0001.pdf")
    assert held.privacy_notice_given is True
    assert hands.bar == "„scan0001.pdf“ liegt jetzt beim Gespräch mit Kaarst und kann abgetippt werden."
    assert hands.states == {"Kaarst": "liegt als Scan bei"}
    click(next(made for made in hands.window.findChildren(QPushButton, "message-action") if made.isVisible()))
    hands.wait()
    assert hands.states == {"scan0001.pdf": "nur als Scan"}
    assert not hands.project.snapshot.all(Interview)


def test_a_scan_without_the_information_on_privacy_notes_none(hands: Hands, post: Post) -> None:
    hands.read([post.printed()])
    found = hands.page.findChild(QCheckBox, "notice-enclosed")
    assert found is not None
    found.click()
    hands.press("keep-scan")
    (held,) = hands.project.snapshot.all(Interview)
    assert held.privacy_notice_given is None


def test_a_scan_goes_to_the_interview_that_is_chosen(hands: Hands, post: Post) -> None:
    held = add_interview(hands.project, NEUSS, InterviewForm.ON_SITE)
    hands.read([post.printed()])
    hands.pick("scan-interview", "Gespräch ohne Datum, geplant")
    hands.press("keep-scan")
    (kept,) = hands.project.snapshot.all(Attachment)
    assert kept.interview_id == held.id


def test_a_scan_is_proposed_to_the_form_awaited_from_its_municipality_whatever_was_shown_before(
    hands: Hands, post: Post
) -> None:
    awaited = add_interview(hands.project, JUECHEN, InterviewForm.FORM)
    hands.read([post.printed("Neuss", "scan0001.pdf")])
    hands.pick("scan-municipality", "Jüchen")
    hands.press("keep-scan")
    (kept,) = hands.project.snapshot.all(Attachment)
    assert kept.interview_id == awaited.id


def test_a_scan_that_vanished_is_told(hands: Hands, post: Post) -> None:
    file = post.printed()
    hands.read([file])
    file.unlink()
    hands.press("keep-scan")
    assert "ist nicht vorhanden" in hands.bar
    assert not hands.project.snapshot.all(Attachment)


def test_a_photo_without_a_clue_waits_for_its_municipality(hands: Hands, post: Post) -> None:
    hands.read([post.file("IMG_0001.jpg", b"\xff\xd8\xff\xe0")])
    assert not button(hands.page, "keep-scan").isEnabled()
    hands.pick("scan-municipality", "Neuss")
    assert button(hands.page, "keep-scan").isEnabled()
