"""Name the looks in which the window is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """Be one way the window is shown; width and height are logical pixels."""

    width: int
    height: int
    scheme: str = "light"
    type_scale: float = 1.0
    factor: str = "1"


LOOKS = {
    "1366": Look(1366, 768),
    "1920": Look(1920, 1080),
    "dunkel": Look(1366, 768, scheme="dark"),
    "schrift115": Look(1366, 768, type_scale=1.15),
    "150": Look(1280, 720, factor="1.5"),
}
