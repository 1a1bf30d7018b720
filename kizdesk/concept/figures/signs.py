"""Draw the small signs that tell states apart without colour: lines in a white disc, no letters of a typeface."""

from __future__ import annotations

from kizdesk.concept.figures import svg

RADIUS = 10.0
_TYPE = 15.0
_STROKES = {
    "check": "M-5 0.5L-1.5 4L5 -4",
    "check_line": "M-5 -1.5L-1.5 2L5 -5.5M-5 5.5L5 5.5",
    "star": "M0 -5.5L0 5.5M-4.8 -2.8L4.8 2.8M-4.8 2.8L4.8 -2.8",
    "cross": "M-4 -4L4 4M-4 4L4 -4",
    "pause": "M-2.6 -4.5L-2.6 4.5M2.6 -4.5L2.6 4.5",
    "clock": "M0 -5.5L0 0.5L4 3",
    "dots": "M-5 0L-4.6 0M-0.2 0L0.2 0M4.6 0L5 0",
    "double": "M-7 0.5L-4 3.8L1.5 -3.8M-0.5 2.6L0.8 3.8L6.5 -3.8",
}


def sign(key: str, x: float, y: float) -> str:
    """Return a sign around a point: one of the strokes, ``half`` for a half disc, a number, or nothing in the disc."""
    if key == "half":
        half = f"M{x:.1f} {y - RADIUS:.1f}A{RADIUS:g} {RADIUS:g} 0 0 0 {x:.1f} {y + RADIUS:.1f}Z"
        return _disc(x, y, RADIUS) + svg.tag("path", d=half, fill=svg.LINE)
    if key in _STROKES:
        place = f"translate({x:.1f} {y:.1f})"
        common = {"fill": "none", "stroke": svg.INK, "stroke_linecap": "round", "stroke_linejoin": "round"}
        return _disc(x, y, RADIUS) + svg.tag("path", d=_STROKES[key], transform=place, stroke_width=2.4, **common)
    if key:
        words = svg.text(x, y + _TYPE * 0.36, key, _TYPE, text_anchor="middle", font_weight="600")
        return _disc(x, y, max(RADIUS, svg.width_of(key, _TYPE) / 2 + 3)) + words
    return _disc(x, y, RADIUS)


def _disc(x: float, y: float, half: float) -> str:
    """Return the white ground: a disc, longer for a number of several digits."""
    return svg.tag(
        "rect", x=x - half, y=y - RADIUS, width=2 * half, height=2 * RADIUS, rx=RADIUS,
        fill="#ffffff", stroke=svg.LINE, stroke_width=1.4,
    )  # fmt: skip
