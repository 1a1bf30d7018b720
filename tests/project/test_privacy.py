"""Keep what people consented to, and remove for good what the log holds of deleted people."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.project.opened import OpenProject
from kizdesk.project.privacy import deleted_people, erase_deleted_people, set_consent
from kizdesk.project.records import add, delete
from kizdesk.project.surroundings import Surroundings

NAME = PrivacyPurpose.NAME
DAY = date(2026, 1, 5)


@pytest.fixture
def path(_new: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_new, tmp_path / "neuss.kizdesk"))


def with_person(project: OpenProject) -> OpenProject:
    add(project, Person(id="p", name="Ada Ünal"))
    return project


def test_the_day_of_a_consent_makes_it(project: OpenProject) -> None:
    set_consent(with_person(project), "p", NAME, "granted_on", DAY)
    found = project.snapshot.all(PrivacyConsent)
    assert [(consent.person_id, consent.purpose, consent.granted_on) for consent in found] == [("p", NAME, DAY)]


def test_a_consent_without_anything_goes(project: OpenProject) -> None:
    set_consent(with_person(project), "p", NAME, "granted_on", DAY)
    set_consent(project, "p", NAME, "granted_on", None)
    assert not project.snapshot.all(PrivacyConsent)


def test_a_revocation_needs_a_consent(project: OpenProject) -> None:
    with pytest.raises(UserError, match="setzt eine Einwilligung voraus"):
        set_consent(with_person(project), "p", NAME, "revoked_on", DAY)


def test_a_revocation_is_not_before_its_consent(project: OpenProject) -> None:
    set_consent(with_person(project), "p", NAME, "granted_on", DAY)
    with pytest.raises(UserError, match="nicht vor der Einwilligung"):
        set_consent(project, "p", NAME, "revoked_on", date(2025, 12, 31))


def test_the_log_holds_nothing_of_people_removed_for_good(project: OpenProject) -> None:
    set_consent(with_person(project), "p", NAME, "proof", "Formblatt Ünal")
    delete(project, Person, "p")
    assert deleted_people(project) == 1
    assert erase_deleted_people(project) == 1
    assert "Ünal" not in str(project.log())
    assert deleted_people(project) == 0


def test_people_who_are_there_are_left_alone(project: OpenProject) -> None:
    with_person(project)
    assert erase_deleted_people(project) == 0
    assert "Ünal" in str(project.log())


def test_a_removal_for_good_cannot_be_undone(project: OpenProject) -> None:
    delete(with_person(project), Person, "p")
    erase_deleted_people(project)
    assert project.undo_label is None


def test_people_are_removed_for_good_also_where_saving_goes_on_behind(path: Path, surroundings: Surroundings) -> None:
    with OpenProject.open(path, surroundings, behind=True) as project:
        delete(with_person(project), Person, "p")
        assert erase_deleted_people(project) == 1
        assert project.save_state.undo_label is None


def test_a_pinned_project_removes_nothing(project: OpenProject) -> None:
    delete(with_person(project), Person, "p")
    with pytest.raises(UserError, match="nur gelesen"):
        erase_deleted_people(project.pinned())


def test_of_a_person_who_never_had_a_word_nothing_is_left_to_remove(project: OpenProject) -> None:
    add(project, Person(id="p"))
    project.undo()
    assert deleted_people(project) == 0
