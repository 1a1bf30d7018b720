"""Keep what was made of a project, and say the same as who keeps nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.fields import Goal, Measure
from kizdesk.domain.interviews import Answer, Evidence, Interview, InterviewStatus, Offering
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality
from kizdesk.domain.versions import ChapterText
from kizdesk.project.keeping import Keeping, KeepingAll
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.preview import preview_content, short_preview_content
from kizdesk.project.overview import standing
from kizdesk.project.surroundings import Surroundings


def changes(project: OpenProject) -> Iterator[Change]:
    """Yield changes of many kinds, each to be made after those before."""

    def first(kind: type[Record]) -> str:
        return project.snapshot.all(kind)[0].id

    yield Update(ChapterText, first(ChapterText), "text", "Ein neuer Absatz.")
    yield Update(Measure, first(Measure), "title", "Sprachcafé ☃ für alle")
    yield Update(Goal, first(Goal), "title", "Ein anderes Ziel")
    yield Update(Answer, next(one.id for one in project.snapshot.all(Answer) if one.text), "text", "Ganz anders.")
    yield Update(Interview, first(Interview), "status", InterviewStatus.RUNNING)
    yield Update(Person, first(Person), "name", "Şükran Yıldız")
    yield Update(Municipality, first(Municipality), "name", "Neustadt")
    gone = project.snapshot.all(Offering)[0]
    yield Delete(Offering, gone.id)
    yield Create(gone)
    yield Delete(Evidence, first(Evidence))


def test_whoever_keeps_what_was_made_says_the_same_as_who_makes_all_anew(
    example: OpenProject, surroundings: Surroundings, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(example.path, tmp_path / "kopie.kizdesk"))
    with OpenProject.open(copy, replace(surroundings, keeping=KeepingAll())) as keeping:
        for change in changes(example):
            for project in (example, keeping):
                project.commit("Ändern", change)
            assert standing(keeping) == standing(example)
            assert preview_content(keeping) == preview_content(example)
        assert short_preview_content(keeping) == short_preview_content(example)


def test_a_thing_is_kept_by_its_kind() -> None:
    keeping = KeepingAll()
    assert keeping.of(dict) is keeping.of(dict)
    assert isinstance(keeping.of(list), list)
    assert Keeping().of(list) is not Keeping().of(list)
