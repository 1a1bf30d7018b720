"""Check that work done by a second process is as if it were done here."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.places import Project
from kizdesk.project.apart.elsewhere import Broken, Elsewhere
from kizdesk.project.apart.here import Plain
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import InFolder, export_word_estimated
from kizdesk.project.overview import standing
from kizdesk.project.participation.votes import consents
from kizdesk.project.records import set_value
from kizdesk.project.versions.listed import counted_versions

FIRST = "Inhalt zusammenstellen"
"""What an export tells first."""
ASKED_HERE = 2
"""So often it is asked whether the work is wanted before it is sent."""


class Stop(Exception):
    """Stop the work."""


class Heard:
    """Keep the progress, and stop the work at some of it."""

    def __init__(self, stop_at: str = "nie") -> None:
        self.texts: list[str] = []
        self._stop_at = stop_at

    def __call__(self, text: str, _share: float) -> None:
        """Hear."""
        self.texts.append(text)
        if text == self._stop_at:
            raise Stop


def passphrase_seen(_project: OpenProject) -> str | None:
    """Return the passphrase that this process could read."""
    return os.environ.get("KIZDESK_PASSPHRASE")


def process(_project: OpenProject) -> int:
    """Return the process that this is done in."""
    return os.getpid()


def some_bytes(project: OpenProject) -> bytes:
    """Return bytes that the project is asked for."""
    return project.blob("0" * 64)


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    made = Elsewhere()
    yield made
    made.close()


def test_it_sees_what_is_seen_here_and_follows_changes(example: OpenProject, elsewhere: Elsewhere) -> None:
    first = elsewhere.run(Plain(standing), example.pinned(), Heard())
    assert first == standing(example)

    set_value(example, Project, "project", "title", "Ein anderer Titel")

    second = elsewhere.run(Plain(standing), example.pinned(), Heard())
    assert second == standing(example)


def test_bytes_are_asked_for(example: OpenProject, elsewhere: Elsewhere) -> None:
    assert elsewhere.run(Plain(counted_versions), example.pinned(), Heard()) == counted_versions(example)


def test_a_word_file_is_written_with_progress(example: OpenProject, elsewhere: Elsewhere, tmp_path: Path) -> None:
    heard = Heard()

    written = elsewhere.run(InFolder(export_word_estimated, tmp_path), example.pinned(), heard)

    assert written.path.stat().st_size == written.size
    assert FIRST in heard.texts


def test_who_stops_it_finds_no_file_and_can_go_on(example: OpenProject, elsewhere: Elsewhere, tmp_path: Path) -> None:
    with pytest.raises(Stop):
        elsewhere.run(
            InFolder(export_word_estimated, tmp_path / "Ausgabe"), example.pinned(), Heard("Inhalt zusammenstellen")
        )

    assert not list(tmp_path.rglob("*.docx"))
    assert elsewhere.run(Plain(standing), example.pinned(), Heard()) == standing(example)


def test_a_refusal_arrives_as_its_sentence(example: OpenProject, elsewhere: Elsewhere) -> None:
    with pytest.raises(UserError, match="nicht mehr vorhanden"):
        elsewhere.run(Plain(consents, ("fehlt",)), example.pinned(), Heard())


def test_a_bug_arrives_with_its_traceback(example: OpenProject, elsewhere: Elsewhere) -> None:
    with pytest.raises(Broken, match="TypeError"):
        elsewhere.run(Plain(standing, ("zu viel",)), example.pinned(), Heard())


def test_after_a_bug_in_what_it_asked_for_it_works_again(
    example: OpenProject, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_project: OpenProject, _sha256: str) -> bytes:
        raise ValueError("bug")

    with monkeypatch.context() as bug:
        bug.setattr(OpenProject, "blob", broken)
        with pytest.raises(ValueError, match="bug"):
            elsewhere.run(Plain(some_bytes), example.pinned(), Heard())
    set_value(example, Project, "project", "title", "Ein anderer Titel")

    assert elsewhere.run(Plain(standing), example.pinned(), Heard()) == standing(example)


def test_a_second_process_that_dies_is_told_and_replaced(example: OpenProject, elsewhere: Elsewhere) -> None:
    heard = Heard()

    def break_off(text: str, share: float) -> None:
        heard(text, share)
        if len(heard.texts) > ASKED_HERE:
            elsewhere.hurry()

    with pytest.raises(EnvironmentFault, match="abgebrochen"):
        elsewhere.run(Plain(standing), example.pinned(), break_off)

    assert elsewhere.run(Plain(standing), example.pinned(), Heard()) == standing(example)


def test_closed_it_does_the_work_here(example: OpenProject, elsewhere: Elsewhere) -> None:
    elsewhere.close()

    assert elsewhere.run(Plain(standing), example.pinned(), Heard()) == standing(example)


def test_the_second_process_is_not_told_the_passphrase(
    example: OpenProject, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIZDESK_PASSPHRASE", "geheim")

    assert elsewhere.run(Plain(passphrase_seen), example.pinned(), Heard()) is None


def test_it_takes_no_code_from_the_folder_it_is_started_in(
    example: OpenProject, elsewhere: Elsewhere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)

    assert elsewhere.run(Plain(process), example.pinned(), Heard()) != os.getpid()
