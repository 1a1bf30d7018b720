"""Scans are found, read and attached."""

from __future__ import annotations

import hashlib

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment, Interview
from kizdesk.domain.scans import ScanKind, is_picture, kind_of
from kizdesk.project.files import FileRead
from kizdesk.project.interviews.edit import add_interview, attach
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete
from kizdesk.project.runner.scans import attach_scans, scan_bytes, scans_of


def read(name: str, data: bytes = b"\xff\xd8\xff") -> FileRead:
    return FileRead(name, "image/jpeg", data, hashlib.sha256(data).hexdigest())


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    return add_interview(project, "05162008")


def test_only_what_can_be_shown_is_found_in_the_order_people_count(project: OpenProject, interview: Interview) -> None:
    for name in ("Foto 10.jpg", "foto 2.JPG", "Protokoll.docx", "Bogen.pdf", "Plan.png"):
        attach(project, name, "", b"x", interview.id)
    attach(project, "ohne Endung", "image/png", b"x", interview.id)
    attach(project, "fremd.pdf", "", b"x", add_interview(project, "05162024").id)

    found = [file.name for file in scans_of(project, interview.id)]

    assert found == ["Bogen.pdf", "foto 2.JPG", "Foto 10.jpg", "ohne Endung", "Plan.png"]


def test_files_are_attached_in_one_step(project: OpenProject, interview: Interview) -> None:
    made = attach_scans(project, interview.id, [read("1.jpg", b"a"), read("2.jpg", b"b")])

    assert [file.name for file in made] == ["1.jpg", "2.jpg"]
    assert project.undo() == "Vorlagen anhängen"
    assert not project.snapshot.all(Attachment)


def test_the_same_file_is_kept_once(project: OpenProject, interview: Interview) -> None:
    first = attach_scans(project, interview.id, [read("1.jpg")])
    before = project.snapshot

    again = attach_scans(project, interview.id, [read("noch einmal.jpg")])

    assert again == first
    assert project.snapshot is before


def test_nothing_is_attached_to_an_interview_that_is_gone(project: OpenProject, interview: Interview) -> None:
    delete(project, Interview, interview.id)

    with pytest.raises(UserError):
        attach_scans(project, interview.id, [read("1.jpg")])


def test_the_bytes_of_a_scan_are_those_that_were_attached(project: OpenProject, interview: Interview) -> None:
    (made,) = attach_scans(project, interview.id, [read("1.jpg", b"Bild")])

    assert scan_bytes(project, made.id) == b"Bild"


def test_bytes_that_are_missing_or_others_are_told(project: OpenProject, interview: Interview) -> None:
    other = FileRead("1.jpg", "image/jpeg", b"Bild", hashlib.sha256(b"anderes").hexdigest())
    (made,) = attach_scans(project, interview.id, [other])

    with pytest.raises(UserError, match="nicht enthalten|beschädigt"):
        scan_bytes(project, made.id)


def test_the_kind_is_told_by_the_first_bytes() -> None:
    assert kind_of(b"\n\n%PDF-1.7") is ScanKind.PDF
    assert kind_of(b"\x89PNG\r\n\x1a\nxyz") is ScanKind.PNG
    assert kind_of(b"\xff\xd8\xff\xe0") is ScanKind.JPEG
    assert kind_of(bytes(2000) + b"%PDF-") is None


def test_a_photo_is_one_page_of_its_own(project: OpenProject, interview: Interview) -> None:
    names = ("a.jpg", "b.pdf")
    assert [is_picture(attach(project, name, "", b"x", interview.id)) for name in names] == [True, False]
