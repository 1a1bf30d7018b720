"""Name the eight steps of the program, and point to a place in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Step(Enum):
    """Be one of the eight steps of the program."""

    BASICS = "grundlagen"
    STOCK_TAKING = "bestandsaufnahme"
    EVALUATION = "auswertung"
    FIELDS = "handlungsfelder"
    FOCUS = "schwerpunkte"
    ORGANISATION = "organisation"
    PARTICIPATION = "einvernehmen"
    OUTPUT = "ausgabe"


@dataclass(frozen=True, slots=True)
class Target:
    """Point to the very place where something is mended or made."""

    step: Step
    kind: str = ""
    id: str = ""
    field: str = ""
