"""Test that every value people may see has German words."""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import Enum

import pytest

import kizdesk.domain
from kizdesk.domain.fields import Strand
from kizdesk.domain.guide import OptionSource, Repeat
from kizdesk.domain.references import OnDelete
from kizdesk.domain.scans import ScanKind
from kizdesk.library import Library, Severity
from kizdesk.project.stocktaking import ReplyState, Stand
from kizdesk.project.wording.labels import Labels

NEVER_SHOWN = (OnDelete, OptionSource, Repeat, ScanKind)


def enums_of_the_domain() -> Iterator[type[Enum]]:
    for found in pkgutil.walk_packages(kizdesk.domain.__path__, "kizdesk.domain."):
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, type) and issubclass(value, Enum) and value.__module__ == found.name:
                yield value


SHOWN = [kind for kind in (*enums_of_the_domain(), Severity, ReplyState, Stand) if kind not in NEVER_SHOWN]


@pytest.mark.parametrize("kind", SHOWN, ids=lambda kind: kind.__name__)
def test_every_value_of_an_enum_has_words_of_its_own(kind: type[Enum], library: Library) -> None:
    words = [text for _, text in Labels(library).options(kind)]

    assert all(words)
    assert len(set(words)) == len(kind)


def test_the_options_stand_in_the_order_of_the_enum(library: Library) -> None:
    assert Labels(library).options(Strand) == (
        (Strand.EDUCATION, "Integration durch Bildung"),
        (Strand.CROSS_CUTTING, "Integration als Querschnittsaufgabe"),
    )


def test_no_value_has_no_words(library: Library) -> None:
    assert not Labels(library).of(None)


def test_a_target_group_that_was_typed_stands_for_itself(library: Library) -> None:
    labels = Labels(library)

    assert labels.target_group("maenner") == "Männer"
    assert labels.target_group("Handwerk") == "Handwerk"
    assert ("alle", "alle") in labels.target_groups()
