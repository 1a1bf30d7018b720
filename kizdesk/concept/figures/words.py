"""Break words of a figure into lines that have room."""

from __future__ import annotations

from kizdesk.concept.figures import svg


def wrapped(text: str, room: float, size: float, lines: int) -> list[str]:
    """Return a text in at most so many lines that have room; what is left out becomes an ellipsis."""
    made: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if svg.width_of(longer, size) <= room or not line:
            line = longer
            continue
        made.append(line)
        line = word
    made.append(line)
    kept = made[:lines]
    if len(made) > lines:
        kept[-1] += " …"
    return [fitting(part, room, size) for part in kept if part]


def fitting(text: str, room: float, size: float) -> str:
    """Return a text cut letter by letter until it has room."""
    if svg.width_of(text, size) <= room:
        return text
    cut = text.removesuffix("…").rstrip()
    while cut and svg.width_of(f"{cut}…", size) > room:
        cut = cut[:-1]
    return f"{cut.rstrip()}…" if cut else ""
