"""Check the proposed prose: every chapter, every kind of project, nothing left unfilled."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise, product
from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.places import DistrictKind, Occasion
from kizdesk.domain.versions import ChapterText
from kizdesk.library import Library
from kizdesk.library.placeholders import placeholders_of
from kizdesk.library.text_modules import FILLED_BY_CALLER, load_modules, load_words

PROJECTS = list(product(("tig-2012", "tintg-2022"), Occasion, DistrictKind))
WITH_MUNICIPALITIES = {"kerndaten", "synopse", "profile", "gemeinden", "einvernehmen"}
EVERYWHERE = {
    "vorwort",
    "anlass",
    "begriffe",
    "ausgangslage",
    "kreis",
    "verwaltung",
    "akteure",
    "angebote_kreis",
    "bestand",
    "ueberblick",
    "leitlinien",
    "handlungsfelder",
    "schwerpunkte",
    "zentrum",
    "aufgaben",
    "anbindung",
    "personal",
    "kosten",
    "zusammenarbeit",
    "traeger",
    "ehrenamt",
    "beteiligung",
    "steuerung",
}
WORDS = "\n".join(f'[{kind.value}]\nder_kreis = "der {kind.value}"\n' for kind in DistrictKind)
PROMISED = re.compile(
    r"folgende[nr]? (?:Übersicht|Angaben|Tabelle)|[Ee]s folg|beginnt mit"
    r"|(?:Überblick|Übersicht|Vergleich) (?:zeigt|nennt|stellt)"
)
"""Words that announce a part of the chapter, which may be missing while nothing is entered for it."""


def proposals(library: Library, project: tuple[str, Occasion, DistrictKind]) -> dict[str, ChapterText]:
    return {text.chapter: text for text in library.text_modules(*project)}


@pytest.mark.parametrize("project", PROJECTS)
def test_every_chapter_has_a_proposal(library: Library, project: tuple[str, Occasion, DistrictKind]) -> None:
    town = project[2] is DistrictKind.INDEPENDENT_CITY
    assert proposals(library, project).keys() == (EVERYWHERE if town else EVERYWHERE | WITH_MUNICIPALITIES)


@pytest.mark.parametrize("project", PROJECTS)
def test_only_the_callers_placeholders_are_left(library: Library, project: tuple[str, Occasion, DistrictKind]) -> None:
    for text in library.text_modules(*project):
        assert set(placeholders_of(text.text)) <= FILLED_BY_CALLER


@pytest.mark.parametrize("project", PROJECTS)
def test_no_proposal_is_longer_than_four_paragraphs_and_a_salutation(
    library: Library, project: tuple[str, Occasion, DistrictKind]
) -> None:
    for text in library.text_modules(*project):
        assert 1 <= text.text.count("\n\n") + 1 <= 5
        assert not text.edited


def test_the_prose_of_a_town_never_speaks_of_the_kreis(library: Library) -> None:
    for basis, occasion in product(("tig-2012", "tintg-2022"), Occasion):
        for chapter, text in proposals(library, (basis, occasion, DistrictKind.INDEPENDENT_CITY)).items():
            if chapter != "anlass":
                assert not {"der Kreis", "des Kreises", "Kreistag"} & set(_pairs(text.text)), chapter


def test_the_staedteregion_has_words_of_its_own(library: Library) -> None:
    text = proposals(library, ("tig-2012", Occasion.FIRST, DistrictKind.CITY_REGION))["steuerung"].text
    assert "dem Städteregionstag" in text
    assert "Kreis" not in text


def test_only_the_law_of_2012_speaks_of_migrationshintergrund(library: Library) -> None:
    for text in library.text_modules("tintg-2022", Occasion.UPDATE):
        assert "mit Migrationshintergrund" not in text.text
    assert "mit Migrationshintergrund" in proposals(library, PROJECTS[0])["begriffe"].text


def test_a_more_specific_module_wins(write: Callable[[str, str], Path]) -> None:
    words = load_words(write("woerter.toml", WORDS), "woerter.toml")
    text = "".join(
        f'[[modules]]\nid = "{name}"\nchapter = "anlass"\ntext = "{{Der_kreis}}"\n{more}\n'
        for name, more in (("eng", 'occasions = ["fortschreibung"]'), ("weit", ""))
    )
    modules = load_modules([(write("a.toml", text), "a.toml")], words)
    fitting = [module.id for module in modules if module.fits("x", Occasion.UPDATE, DistrictKind.DISTRICT)]
    assert fitting == ["eng", "weit"]
    assert max(modules, key=lambda module: module.conditions).id == "eng"


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ('id = "a"\nchapter = "b"\ntext = "{farbe}"', "Zeile 4, Eintrag „a“: Der Platzhalter „farbe“"),
        ('id = "a"\nchapter = "b"\ntext = " "', "Zeile 4, Eintrag „a“: Hier fehlt der Text."),
        ('id = "a"\nchapter = "b"', "Zeile 1, Eintrag „a“: das Feld „text“ fehlt."),
        ('id = "a"\nchapter = "b"\ntext = "c"\noccasions = ["neu"]', "Zeile 5, Eintrag „a“: „neu“ ist hier nicht"),
        (
            'id = "a"\nchapter = "b"\ntext = "c"\n\n[[modules]]\nid = "a"\nchapter = "b"\ntext = "c"',
            "Zeile 7, Eintrag „a“: Die Kennung „a“ ist schon vergeben.",
        ),
    ],
)
def test_a_fault_of_a_module_is_named(write: Callable[[str, str], Path], module: str, told: str) -> None:
    words = load_words(write("woerter.toml", WORDS), "woerter.toml")
    path = write("a.toml", f"[[modules]]\n{module}\n")
    with pytest.raises(UserError) as caught:
        load_modules([(path, "a.toml")], words)
    assert f"a.toml, {told}" in str(caught.value)


def test_missing_words_are_named(write: Callable[[str, str], Path]) -> None:
    with pytest.raises(UserError, match="Die Wörter für „kreisfreie_stadt“ fehlen"):
        load_words(write("woerter.toml", "[kreis]\n[staedteregion]\n"), "woerter.toml")


def _pairs(text: str) -> list[str]:
    words = text.replace(",", "").replace(".", "").split()
    return [*words, *(f"{first} {second}" for first, second in pairwise(words))]


@pytest.mark.parametrize("project", PROJECTS)
def test_no_proposal_announces_a_part_that_may_be_missing(
    library: Library, project: tuple[str, Occasion, DistrictKind]
) -> None:
    promised = {
        text.chapter: found[0] for text in library.text_modules(*project) if (found := PROMISED.search(text.text))
    }
    assert promised == {}
