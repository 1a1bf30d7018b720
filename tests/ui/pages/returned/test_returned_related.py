"""Two files of one municipality, and two interviews that wait for one: the page says what is true after each step."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from kizdesk.domain.interviews import Interview
from kizdesk.project.interviews.edit import add_interview
from tests.project.forms.back import REQUIRED
from tests.ui.pages.returned.conftest import Post
from tests.ui.pages.returned.hands import Hands

NEUSS = "05162024"


def states(hands: Hands) -> dict[str, str]:
    rows = [hands.files.rows.row_at(number) for number in range(hands.files.rows.rowCount())]
    return {row.path.name: row.words for row in rows}


def read_both_and_take(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss"), post.back("Neuss", {**REQUIRED, "m01": "Anderes"}, "Zweite.pdf")])
    assert states(hands) == {"Formular Neuss.pdf": "neu", "Zweite.pdf": "abweichend"}
    hands.take()


def choose_second(hands: Hands) -> None:
    rows = [hands.files.rows.row_at(number) for number in range(hands.files.rows.rowCount())]
    hands.files.reveal(next(row.path for row in rows if row.path.name == "Zweite.pdf"))


def test_the_second_file_shows_the_truth_after_it_was_taken_over(hands: Hands, post: Post) -> None:
    read_both_and_take(hands, post)
    choose_second(hands)
    hands.press("choose-all")
    hands.take()
    assert states(hands) == {"Formular Neuss.pdf": "übernommen", "Zweite.pdf": "übernommen"}
    assert set(hands.standings.values()) == {"gleich"}
    assert hands.take_text == "Übernehmen"


def test_what_was_undone_and_redone_is_called_taken_over_again(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss")])
    hands.take()
    hands.project.undo()
    hands.wait()
    assert states(hands) == {"Formular Neuss.pdf": "neu"}
    assert hands.take_text == "Ein Formular übernehmen"
    hands.project.redo()
    hands.wait()
    assert states(hands) == {"Formular Neuss.pdf": "übernommen"}


def test_where_several_interviews_wait_the_page_asks_which_one_is_meant(hands: Hands, post: Post) -> None:
    first, second = add_interview(hands.project, NEUSS), add_interview(hands.project, NEUSS)
    hands.read([post.back("Neuss")])
    assert "mehrere Gespräche geplant" in hands.words
    box = hands.page.findChild(QComboBox, "form-interview")
    assert box is not None
    hands.pick("form-interview", box.itemText(1))
    hands.wait()
    hands.take()
    assert hands.project.snapshot.get(Interview, second.id) != second
    assert hands.project.snapshot.get(Interview, first.id) == first
    assert len(hands.project.snapshot.all(Interview)) == 2
