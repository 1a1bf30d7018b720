"""Name why a file cannot be drawn; known to the window, which does not load what draws PDFs."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Say why something cannot be drawn."""

    FOREIGN = "foreign"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    TOO_MUCH = "too-much"
    TOO_SLOW = "too-slow"


class SheetError(Exception):
    """Report a fault, with the width and height of the picture where they matter."""

    def __init__(self, fault: Fault, size: tuple[int, int] = (0, 0)) -> None:
        super().__init__(fault)
        self.fault = fault
        self.size = size
