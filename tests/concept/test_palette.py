"""Test that figures can be read in black and white and by colour-blind eyes, and that words stand out from grounds."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from kizdesk.concept.figures import consent_map, interviews_map, svg
from kizdesk.concept.figures.signs import sign

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

# Full strength, on linear light: Machado, Oliveira and Fernandes 2009.
EYES: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
}  # fmt: skip
READABLE, TOLD_APART = 4.5, 1.2
DARK = {"erteilt", "abgelehnt"}
"""Grounds of states on which words are white."""


def linear(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return straight(red), straight(green), straight(blue)


def straight(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str, eyes: str) -> float:
    light = linear(colour)
    seen = [sum(share * part for share, part in zip(row, light, strict=True)) for row in EYES[eyes]]
    red, green, blue = (min(max(part, 0.0), 1.0) for part in seen)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, eyes: str = "normal") -> float:
    low, high = sorted((luminance(one, eyes), luminance(other, eyes)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("eyes", EYES)
def test_each_shade_differs_from_the_next_in_lightness_alone(eyes: str) -> None:
    assert all(contrast(light, dark, eyes) >= TOLD_APART for light, dark in pairwise(svg.PALETTE))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("ground", [svg.PAPER, *svg.PALETTE])
def test_dark_words_are_readable_on_every_shade(ground: str, eyes: str) -> None:
    assert contrast(svg.INK, ground, eyes) >= READABLE


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("state", svg.STATES)
def test_the_name_of_a_place_is_readable_on_the_ground_of_its_state(state: str, eyes: str) -> None:
    ink = svg.PAPER if state in DARK else svg.INK
    assert contrast(ink, svg.STATES[state], eyes) >= READABLE


def test_small_grey_words_are_readable_on_paper() -> None:
    assert contrast(svg.MUTED, svg.PAPER) >= READABLE


def test_colour_alone_does_not_tell_all_states_apart() -> None:
    close = [pair for pair in combinations(svg.STATES.values(), 2) if contrast(*pair) < TOLD_APART]
    assert close, "signs could go"


@pytest.mark.parametrize("signs", [consent_map.SIGNS, interviews_map.SIGNS], ids=["consents", "interviews"])
def test_every_state_has_a_sign_of_its_own(signs: dict[object, str]) -> None:
    drawn = [sign(key, 0.0, 0.0) for key in signs.values()]
    assert len(set(drawn)) == len(drawn)


def test_every_state_but_that_of_an_earlier_version_has_a_sign() -> None:
    """The sign of that one is the number of the version."""
    assert {state.value for state in consent_map.SIGNS} == set(svg.STATES) - {"zu_frueherer_fassung"}


def test_a_number_is_no_sign_of_a_state() -> None:
    assert sign("1", 0.0, 0.0) not in {sign(key, 0.0, 0.0) for key in consent_map.SIGNS.values()}
