"""Test at which spaces no line may end."""

from __future__ import annotations

import pytest

from kizdesk.writers.bound import bound


@pytest.mark.parametrize(
    "told",
    [
        "61.000~Euro oder 12,5~% auf 85,5~km²",
        "§~7 Absatz~1 Satz~2 Nummer~1 TIG",
        "vom 14.~Februar 2012, GV. NRW. S.~97",
        "am 6. und am 27.~November, 17~Uhr",
        "(Stellenanteil 1,0; E~11; Sozialamt, Amt~50)",
        "(Tabelle~33), Abbildung~2 und Kapitel~3.1",
        "Wege, z.~B. mit dem Bus, u.~a. nach Neuss",
    ],
)
def test_what_belongs_together_stays_on_one_line(told: str) -> None:
    assert bound(told.replace("~", " ")) == told.replace("~", "\u00a0")


@pytest.mark.parametrize(
    "told", ["Acht Maßnahmen, 12 Angebote", "Am 1. Maifeiertag Satz für Satz", "USA 2013", "im Satz"]
)
def test_other_spaces_let_a_line_end(told: str) -> None:
    assert bound(told) == told
