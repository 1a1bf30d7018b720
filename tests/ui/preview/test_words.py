"""Find printed words in the text they come from."""

import pytest

from kizdesk.ui.preview.words import place_in

TEXT = "Erster Absatz mit Worten.\n\nNach § 7\N{NO-BREAK SPACE}Absatz 1 gibt der **Kreis** den Kommunen einen Rahmen."


@pytest.mark.parametrize(
    ("printed", "begins"),
    [
        ("ster Absatz mit Worten. Na", "Absatz mit"),
        ("ach § 7 Absatz 1 gibt d", "§ 7"),
        ("der Kreis den Kommunen einen Rahm", "den Kommunen"),
        ("en einer Silbe\ufffeder den Kommunen einen Rahmen.", "den Kommunen"),
    ],
)
def test_words_that_were_clicked_are_found_in_the_source(printed: str, begins: str) -> None:
    place = place_in(TEXT, printed)
    assert place is not None
    assert TEXT[place:].replace("\N{NO-BREAK SPACE}", " ").startswith(begins)


@pytest.mark.parametrize("printed", ["", "Wort", "ganz andere Worte stehen hier"])
def test_words_that_are_not_there_are_not_found(printed: str) -> None:
    assert place_in(TEXT, printed) is None
