from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import Principle
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.checking.findings import check
from kizdesk.project.concept import draft_document, present_document
from kizdesk.project.interviews.edit import attach
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import export_word_estimated
from kizdesk.project.records import add, set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import version_document
from tests.project.behind import held_up


@pytest.fixture
def behind(example: OpenProject, surroundings: Surroundings) -> Iterator[OpenProject]:
    """Return the example project, saving behind."""
    path = example.path
    example.close()
    with OpenProject.open(path, surroundings, behind=True) as project:
        yield project


def test_a_pinned_project_stays_as_it_was(behind: OpenProject) -> None:
    pinned = behind.pinned()
    add(behind, Principle(id="neu", title="Neu"))
    assert pinned.snapshot.find(Principle, "neu") is None
    assert behind.pinned().snapshot.find(Principle, "neu")


def test_an_imagined_project_shows_changes_that_are_written_nowhere(behind: OpenProject) -> None:
    before = behind.snapshot
    imagined = behind.imagined([Create(Principle(id="neu", title="Neu"))])
    assert imagined.snapshot.find(Principle, "neu")
    assert imagined.imagined([Create(Principle(id="zwei", title="Zwei"))]).snapshot.find(Principle, "neu")
    assert imagined.read_only
    assert behind.snapshot is before


@pytest.mark.parametrize(
    "change",
    [
        lambda project: add(project, Principle(id="neu", title="Neu")),
        lambda project: project.undo(),
        lambda project: project.redo(),
        lambda project: project.put_blob(b"x"),
        lambda project: project.rescue(Path("x")),
    ],
)
def test_a_pinned_project_refuses_every_change(behind: OpenProject, change: Callable[[OpenProject], object]) -> None:
    pinned = behind.pinned()
    with pytest.raises(UserError, match="nur gelesen"):
        change(pinned)
    assert pinned.read_only


def test_a_pinned_project_reads_bytes_that_wait(behind: OpenProject) -> None:
    with held_up(behind):
        attached = attach(behind, "a.txt", "text/plain", b"Inhalt")
        assert behind.pinned().blob(attached.sha256) == b"Inhalt"


def test_a_pinned_project_is_searched(behind: OpenProject) -> None:
    add(behind, Principle(id="neu", title="Sprachförderung überall"))
    assert behind.flush(10)
    assert "neu" in [hit.id for hit in behind.pinned().search("forderung uberall")]


def test_closing_a_pinned_project_leaves_the_project_open(behind: OpenProject) -> None:
    with behind.pinned():
        pass
    assert behind.verify() == []


def test_jobs_read_in_threads_while_changes_are_made(behind: OpenProject, tmp_path: Path) -> None:
    add(behind, Principle(id="neu", title="0"))
    version = behind.snapshot.all(ConceptVersion)[0].id

    def export(project: OpenProject) -> object:
        folder = tmp_path / f"aus-{id(project)}"
        folder.mkdir()
        return export_word_estimated(project, folder, lambda _text, _share: None)

    jobs: list[Callable[[OpenProject], object]] = [
        draft_document,
        present_document,
        check,
        export,
        lambda project: version_document(project, version),
        lambda project: project.search("sprache"),
    ]
    with ThreadPoolExecutor(4) as pool:
        results = [pool.submit(job, behind.pinned()) for job in jobs * 2]
        for number in range(60):
            set_value(behind, Principle, "neu", "title", str(number))
        assert all(result.result() is not None for result in results)
    assert behind.flush(10)
    assert behind.verify() == []


def test_the_file_is_checked_in_a_thread_while_changes_are_made(behind: OpenProject) -> None:
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(behind.pinned().verify)
        for number in range(30):
            add(behind, Principle(id=f"neu{number}", title=str(number)))
        assert found.result() == []
