import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kizdesk.concept.build import build
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.tree import AnyBlock, Document
from kizdesk.concept.wording import Wording
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, Measure
from kizdesk.domain.interviews import Answer
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.places import Project
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.concept import materials, present_document
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.project.participation.votes import record_vote
from kizdesk.project.records import add, set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import VersionWish, changes_since, freeze, present_fingerprint, version_document

FIRST = "fassung-1"
ELSEWHERE = """
import sys
from pathlib import Path
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine
from kizdesk.project.versions.freezing import present_fingerprint

with OpenProject.open(Path(sys.argv[1]), of_this_machine(), read_only=True) as project:
    print(present_fingerprint(project))
"""


def stored(project: OpenProject) -> str:
    return project.snapshot.get(ConceptVersion, FIRST).fingerprint


def test_a_version_just_frozen_has_no_changes(example: OpenProject) -> None:
    version = freeze(example, VersionWish("Zweite"))

    assert changes_since(example, version.id) == ()


def test_versions_are_counted_on(example: OpenProject) -> None:
    assert freeze(example, VersionWish("Zweite")).number == 2


def test_a_version_needs_a_name(example: OpenProject) -> None:
    with pytest.raises(UserError, match="Namen"):
        freeze(example, VersionWish("  "))


def test_a_version_is_read_back_as_it_was_frozen(example: OpenProject) -> None:
    before = version_document(example, FIRST)
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")

    assert version_document(example, FIRST) == before


def test_a_changed_text_is_a_change_since_the_version(example: OpenProject) -> None:
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")

    changes = changes_since(example, FIRST)
    assert [change.after for change in changes] == ["Ganz anders."]
    assert present_fingerprint(example) != stored(example)


def test_a_change_in_one_municipality_names_only_it(example: OpenProject) -> None:
    measure = example.snapshot.all(Measure)[0]
    set_value(example, Measure, measure.id, "municipality_ids", ("05162008",))
    version = freeze(example, VersionWish("Zweite"))
    set_value(example, Measure, measure.id, "description", "Ganz anders beschrieben.")

    named = {change.municipalities for change in changes_since(example, version.id)}
    assert named == {("05162008",)}


def test_undoing_a_change_brings_the_fingerprint_back(example: OpenProject) -> None:
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")
    example.undo()

    assert present_fingerprint(example) == stored(example)


def test_recording_a_consent_changes_no_fingerprint(example: OpenProject) -> None:
    body = example.snapshot.all(Body)[0]
    record_vote(
        example,
        Vote(
            id="",
            subject=VoteSubject.VERSION,
            subject_id=FIRST,
            body_id=body.id,
            kind=VoteKind.RESOLUTION,
            result=VoteResult.AGREED,
            decided_on=date(2013, 3, 6),
            proof="Niederschrift",
        ),
    )

    assert present_fingerprint(example) == stored(example)
    assert changes_since(example, FIRST) == ()


def told_of_votes(document: Document) -> list[AnyBlock]:
    return [block for block in document.blocks if block.id.startswith(("einvernehmen/", "anlage_einvernehmen/"))]


def test_a_frozen_version_says_who_agreed_to_it_by_today(example: OpenProject) -> None:
    named = present_document(example)
    assert named.version == "Fassung 1"
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")

    frozen = version_document(example, FIRST)
    assert told_of_votes(frozen) == told_of_votes(named)
    assert fingerprint(frozen) == stored(example)


def test_recording_a_date_and_a_proof_changes_no_fingerprint(example: OpenProject) -> None:
    vote = next(vote for vote in example.snapshot.all(Vote) if vote.subject is VoteSubject.VERSION)
    set_value(example, Vote, vote.id, "decided_on", "2013-02-28")
    set_value(example, Vote, vote.id, "proof", "Schreiben vom 28.02.2013")
    add(example, Consultation(id="neu", title="Kreistag", held_on=date(2013, 3, 6), outcome="Beschlossen"))

    assert present_fingerprint(example) == stored(example)


def test_declaring_the_concept_adopted_changes_no_fingerprint(example: OpenProject) -> None:
    set_value(example, Project, PROJECT_ID, "status", "beschlossen")
    set_value(example, Project, PROJECT_ID, "concept_date", "2013-03-06")

    assert present_fingerprint(example) == stored(example)


def test_freezing_another_version_changes_no_fingerprint(example: OpenProject) -> None:
    assert freeze(example, VersionWish("Noch einmal", dated=date(2026, 1, 1))).fingerprint == stored(example)


def test_new_wording_of_the_program_changes_no_fingerprint(example: OpenProject) -> None:
    things = materials(example)
    words = Wording(
        {key: text if key.startswith("labels.") else f"{text} Neu." for key, text in things.wording.texts.items()},
        things.wording.lists,
    )

    updated = build(example.snapshot, replace(things, wording=words))

    assert fingerprint(updated) == stored(example)


def test_an_update_of_catalogue_and_text_modules_changes_no_fingerprint(example: OpenProject, tmp_path: Path) -> None:
    path = tmp_path / "beispiel.kizdesk"
    before = stored(example)
    example.close()
    updated = Library(_updated_resources(tmp_path), forms_dir())
    newer = Surroundings(updated, example.now, example.new_id, "Erika Muster")

    with OpenProject.open(path, newer) as again:
        assert present_fingerprint(again) == before


def _updated_resources(folder: Path) -> Path:
    """Copy the resources with other words in catalogue and text modules."""
    copy = Path(shutil.copytree(resources_dir(), folder / "resources"))
    for path in (*(copy / "texts").glob("*.toml"), copy / "fields.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Integration", "Zusammenleben"), encoding="utf-8")
    return copy


def test_another_machine_computes_the_same_fingerprint(example: OpenProject, tmp_path: Path) -> None:
    before = stored(example)
    example.close()
    elsewhere = tmp_path / "anderswo"
    elsewhere.mkdir()
    copy = shutil.copy(tmp_path / "beispiel.kizdesk", elsewhere / "Kopie.kizdesk")
    foreign = {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"}

    told = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(copy)],
        capture_output=True,
        text=True,
        cwd=elsewhere,
        env={**os.environ, **foreign},
        timeout=60,
        check=True,
    )

    assert told.stdout.strip() == before


def test_unchanged_content_is_printed_as_its_version_and_changed_content_as_draft(example: OpenProject) -> None:
    unchanged = present_document(example).version
    text = example.snapshot.all(ChapterText)[0]
    set_value(example, ChapterText, text.id, "text", "Ein neues Vorwort.")

    assert "1" in unchanged
    assert present_document(example).version != unchanged


def test_an_edited_answer_concerns_the_municipality_that_gave_it(example: OpenProject) -> None:
    changed = 0
    for answer in example.snapshot.all(Answer)[:40]:
        if answer.text and answer.interview_id == "gespraech-dormagen" and not answer.text.isdigit():
            set_value(example, Answer, answer.id, "text", "Eine ganz andere Antwort.")
            changed += 1

    named = {ags for change in changes_since(example, FIRST) for ags in change.municipalities}
    assert changed
    assert named == {"05162004"}
