"""Test that whatever was typed is built, drawn, fingerprinted and stored, and that it does not take long."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from lxml import etree

from kizdesk.concept.build import build
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.storing import dump, load
from kizdesk.concept.tree import Document, Figure
from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import everything, materials

WEIRD = {
    "markup": "A & B <c> \"d\" 'e' ]]>",
    "control characters": "a\x01b\x0bc\x0cd\x1fe\x85f\u2028g\ufffe",
    "half a character": "a\ud800b",
    "right to left": "עברית\u202eعربي",
    "an emoji": "gut 😀",
    "braces": "{kreis} {0} } { %s",
    "100,000 letters": "x" * 100_000,
    "100,000 letters in words": "ab " * 33_334,
}


@cache
def made(name: str) -> Document:
    records: list[Record] = []
    for record in everything():
        match record:
            case Municipality():
                records.append(replace(record, name=WEIRD[name]))
            case FieldOfAction():
                records.append(replace(record, title=WEIRD[name], situation=WEIRD[name]))
            case _:
                records.append(record)
    return build(Snapshot.of(records), materials())


@pytest.mark.parametrize("name", WEIRD)
def test_the_figures_are_sound_and_small(name: str) -> None:
    figures: list[Any] = [block for block in made(name).blocks if isinstance(block, Figure)]
    assert figures
    for figure in figures:
        root = etree.fromstring(figure.svg)
        texts = [part.text or "" for part in root.iter("{http://www.w3.org/2000/svg}text")]
        assert max(map(len, texts)) < 130


@pytest.mark.parametrize("name", WEIRD)
def test_storing_loses_nothing(name: str) -> None:
    document = made(name)
    assert load(dump(document)) == document
    assert fingerprint(load(dump(document))) == fingerprint(document)
