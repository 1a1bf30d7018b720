from __future__ import annotations

import pytest

from kizdesk.project.forms.spoken import understood
from kizdesk.project.runner.ask import Kind


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        (Kind.TEXT, " so ", " so "),
        (Kind.NUMBER, "  ", ""),
        (Kind.NUMBER, "1.250", "1250"),
        (Kind.NUMBER, "1.250,50", "1250.50"),
        (Kind.NUMBER, "1 250 €", "1250"),
        (Kind.NUMBER, "0,5", "0.5"),
        (Kind.NUMBER, "12.5", "12.5"),
        (Kind.NUMBER, "–3", "-3"),
        (Kind.NUMBER, "500,-", "500"),
        (Kind.WHOLE, "2.013", "2013"),
        (Kind.PERCENT, "12,5 %", "12.5"),
        (Kind.PERCENT, "8 Prozent", "8"),
        (Kind.DAY, "1.2.26", "2026-02-01"),
        (Kind.DAY, "01.02.2026", "2026-02-01"),
        (Kind.DAY, "2026-02-01", "2026-02-01"),
        (Kind.DAY, "1. Februar 2026", "2026-02-01"),
        (Kind.DAY, "3. Mrz. 2026", "2026-03-03"),
        (Kind.CLOCK, "9.30 Uhr", "09:30"),
    ],
)
def test_what_is_clear_is_understood(kind: Kind, text: str, kept: str) -> None:
    assert understood(kind, text) == kept


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.NUMBER, "etwa 300"),
        (Kind.NUMBER, "10-12"),
        (Kind.NUMBER, "1.2.3"),
        (Kind.NUMBER, "12.34.56"),
        (Kind.NUMBER, "²"),
        (Kind.NUMBER, "9" * 40),
        (Kind.WHOLE, "2,5"),
        (Kind.WHOLE, "-1"),
        (Kind.PERCENT, "120"),
        (Kind.DAY, "31.2.2026"),
        (Kind.DAY, "März 2026"),
        (Kind.DAY, "1. Foo 2026"),
        (Kind.DAY, "1.1.0000"),
        (Kind.CLOCK, "25:00"),
    ],
)
def test_what_is_not_sure_is_not_understood(kind: Kind, text: str) -> None:
    assert understood(kind, text) is None
