"""Every text can be read on every ground it stands on, in both schemes."""

from __future__ import annotations

import pytest

from kizdesk.ui.theme.tokens import Tokens, dark, light

_GROUNDS = ("background", "surface", "hover", "header", "selection")
_TEXTS = ("ink", "muted", "done", "attention", "problem", "info")
_PAIRS = (
    *((text, ground) for text in _TEXTS for ground in _GROUNDS),
    ("placeholder", "surface"),
    ("placeholder", "background"),
    *(("on_primary", ground) for ground in ("primary", "primary_hover", "primary_pressed")),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("muted", "track"),
    ("surface", "ink"),
    ("paper_ink", "paper"),
    *((text, ground) for text in ("ink", "attention", "info", "muted") for ground in ("attention_ground",)),
    *((text, "problem_ground") for text in ("ink", "problem", "info", "muted")),
    *((text, "done_ground") for text in ("ink", "done", "info", "muted")),
    *(
        (text, ground)
        for text in ("rail_text", "rail_muted")
        for ground in ("rail", "rail_chosen", "rail_hover", "rail_field")
    ),
)
_LINES = (
    *(("field_line", ground) for ground in ("surface", "background")),
    *(("focus", ground) for ground in _GROUNDS),
    ("primary", "surface"),
    ("rail_ring", "rail"),
    ("rail_ring", "rail_chosen"),
    ("rail_done", "rail"),
    ("rail_track", "rail"),
    ("rail_ring", "rail_track"),
)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(tokens: Tokens, one: str, other: str) -> float:
    low, high = sorted(_luminance(str(getattr(tokens, name))) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [light(), dark()], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), _PAIRS)
def test_a_text_can_be_read_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert _contrast(tokens, text, ground) >= 4.5


@pytest.mark.parametrize("tokens", [light(), dark()], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), _LINES)
def test_frames_of_fields_and_of_the_focus_can_be_seen(tokens: Tokens, line: str, ground: str) -> None:
    assert _contrast(tokens, line, ground) >= 3


def test_sizes_keep_to_the_grid_of_four() -> None:
    sizes = light().sizes
    lengths = (sizes.gap, sizes.gap_small, sizes.padding, sizes.margin, sizes.radius, sizes.ring, sizes.sign)
    assert all(length % sizes.unit == 0 for length in lengths)
