"""Make the copy of a project that somebody else worked on, for pictures of merging."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from kizdesk.domain.changes import Change, Create, Update
from kizdesk.domain.interviews import Answer, Interview, answer_id
from kizdesk.domain.people import PrivacyConsent
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings

_SENTENCE = "Die Plätze in den Sprachkursen reichen nicht; wer in Schicht arbeitet, findet gar keinen."


def write_copy(project: OpenProject, path: Path, surroundings: Surroundings) -> None:
    """Write a copy with interviews held there, one of ours changed, and an Einwilligung revoked."""
    project.backup(path)
    with OpenProject.open(path, surroundings) as copy:
        copy.commit("Gespräche führen", *_work(copy.snapshot))


def _work(snapshot: Snapshot) -> Iterator[Change]:
    held = snapshot.all(Interview)
    if not held:
        return
    for place in (1, 3):
        model = held[place % len(held)]
        again = replace(model, id=f"{model.id}-laptop", held_on=date(2026, 3, 10 + place))
        yield Create(again)
        for answer in snapshot.all(Answer):
            if answer.interview_id == model.id:
                key = answer_id(again.id, answer.question_id, answer.scope_id)
                yield Create(replace(answer, id=key, interview_id=again.id))
    answers = [answer for answer in snapshot.all(Answer) if answer.interview_id == held[0].id and answer.text]
    for number, answer in enumerate(answers[2:5]):
        yield Update(Answer, answer.id, "text", f"{answer.text} {_SENTENCE}" if number else _SENTENCE)
    for consent in snapshot.all(PrivacyConsent):
        if consent.holds():
            yield Update(PrivacyConsent, consent.id, "revoked_on", date(2026, 3, 20))
            return
