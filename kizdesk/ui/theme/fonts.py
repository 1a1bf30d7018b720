"""Load the type that travels with the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Source Sans 3"


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Load every font file of the folder and return the names of the families."""
    families: set[str] = set()
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def font(points: float, *, scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the window in a size and weight."""
    made = QFont(FAMILY)
    made.setPointSizeF(points * scale)
    made.setWeight(weight)
    return made
