"""Old and new words stand side by side."""

from __future__ import annotations

import pytest

from kizdesk.ui.widgets.side_by_side import marked

_LONG = "Wir beraten seit vielen Jahren in allen Stadtteilen und sprechen dabei elf Sprachen"
_OTHER = "Zuständig bleibt künftig das Jugendamt mit zwei neuen Stellen ab Januar kommenden Jahres"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Alt.", "Neu.", ("<s>Alt.</s>", "<b>Neu.</b>")),
        ("Amt für Jugend", "Amt für Soziales", ("Amt für <s>Jugend</s>", "Amt für <b>Soziales</b>")),
        ("", "a < b\nc", ("", "a &lt; b<br>c")),
        (_LONG, _OTHER, (_LONG, _OTHER)),
        (_LONG, f"{_LONG} gut", (_LONG, f"{_LONG} <b>gut</b>")),
    ],
)
def test_what_differs_is_marked_unless_it_is_all(before: str, after: str, shown: tuple[str, str]) -> None:
    assert marked(before, after) == shown
