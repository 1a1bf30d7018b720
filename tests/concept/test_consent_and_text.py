"""Test that giving or revoking an Einwilligung moves no fingerprint, however an answer is divided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kizdesk.concept.build import build
from kizdesk.concept.compare import compare
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.tree import Document
from kizdesk.domain.base import Record
from kizdesk.domain.interviews import Answer, Evidence
from kizdesk.domain.people import PrivacyConsent, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import everything, materials

TEXTS = {
    "two paragraphs, the first in the first person": ("Wir wollen das.\n\nMan will es.", "Wir wollen das."),
    "two paragraphs, the second in the first person": ("Man will es.\n\nWir wollen das.", "Wir wollen das."),
    "a list behind it": ("Wir wollen das.\n\n- Man will es.\n- Man muss.", "Wir wollen das."),
    "a list": ("- Wir wollen das.\n- Man will es.", "Wir wollen das."),
    "all of a list": ("- Wir wollen das.\n- Wir auch.", "- Wir wollen das.\n- Wir auch."),
}


def made(text: str, passage: str, *, consented: bool, evidence: bool = True) -> Document:
    start = text.index(passage)
    kept: list[Record] = []
    for record in everything():
        match record:
            case PrivacyConsent():
                continue
            case Answer(question_id="g03"):
                kept.append(replace(record, text=text))
            case Evidence(id="beleg-1"):
                if evidence:
                    kept.append(replace(record, start=start, end=start + len(passage), wording=passage))
            case _:
                kept.append(record)
    if consented:
        given = date(2013, 1, 1)
        kept.append(PrivacyConsent(id="e", person_id="person-a", purpose=PrivacyPurpose.QUOTE, granted_on=given))
    return build(Snapshot.of(kept), materials())


@pytest.mark.parametrize("name", TEXTS)
def test_an_einwilligung_to_be_quoted_changes_no_content(name: str) -> None:
    given, missing = (made(*TEXTS[name], consented=consented) for consented in (True, False))
    assert fingerprint(given) == fingerprint(missing)
    assert compare(given, missing) == ()


def test_a_piece_of_evidence_does_not_change_the_answer_it_is_taken_from() -> None:
    with_it, without = (
        made("Man will.\n\nMan muss.", "Man will.", consented=False, evidence=on) for on in (True, False)
    )
    assert [change.id for change in compare(without, with_it) if change.id.startswith("profile/")] == []
