from datetime import date

import pytest

from kizdesk.paperwork.sheet import Identity

IDENTITY = Identity("f1", "p1", "05162024", "Straße an der Łęg", "gespraech", "2026-1", date(2026, 11, 21))


def test_an_identity_comes_back_from_its_texts() -> None:
    assert Identity.from_texts(IDENTITY.texts()) == IDENTITY


@pytest.mark.parametrize("key", IDENTITY.texts())
def test_an_identity_without_one_of_its_texts_is_refused(key: str) -> None:
    texts = IDENTITY.texts()
    del texts[key]

    with pytest.raises(ValueError, match="."):
        Identity.from_texts(texts)


@pytest.mark.parametrize("changed", [{"format": "2"}, {"sent_on": "gestern"}])
def test_an_identity_of_a_later_format_or_without_a_date_is_refused(changed: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="."):
        Identity.from_texts({**IDENTITY.texts(), **changed})
