"""Check that a guide with a fault is refused with file, line and question."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.library.guides import guide_versions, load_guide

NAME = "expertengespraech-2026-2.toml"
HEAD = """\
id = "expertengespraech"
version = "2026-2"
title = "Leitfaden"
origin = "Test"

[[sections]]
id = "a"
letter = "A"
title = "Anfang"

[[sections.questions]]
id = "a01"
number = "A.1"
text = "Was gibt es?"
type = "mehrfachauswahl"
options = [
  { id = "viel", label = "Viel" },
  { id = "wenig", label = "Wenig" },
]

[[sections.questions]]
id = "a02"
number = "A.2"
"""


def guide_file(folder: Path, rest: str, head: str = HEAD) -> Path:
    path = folder / "forms" / NAME
    path.parent.mkdir(parents=True)
    path.write_text(head + rest, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        load_guide(path)
    return str(caught.value)


def test_a_sound_guide_is_read(tmp_path: Path) -> None:
    rest = 'text = "Warum?"\ntype = "langtext"\ncondition = { question_id = "a01", any_of = ["viel"] }\n'
    assert [question.id for question in load_guide(guide_file(tmp_path, rest)).questions()] == ["a01", "a02"]


def test_a_table_may_propose_rows_and_needs_none(tmp_path: Path) -> None:
    table = 'text = "W?"\ntype = "tabelle"\ncolumns = [{ id = "x", label = "X" }]\n'
    proposed = load_guide(guide_file(tmp_path / "with", table + 'rows = ["Personal", "Sachmittel"]\n'))
    plain = load_guide(guide_file(tmp_path / "without", table))
    assert [guide.question("a02").rows for guide in (proposed, plain)] == [("Personal", "Sachmittel"), ()]


def test_a_double_id_is_refused_with_file_line_and_question(tmp_path: Path) -> None:
    path = guide_file(tmp_path, 'text = "Warum?"\ntype = "text"\n', HEAD.replace('"a02"', '"a01"'))
    assert refusal(path) == (
        f"forms/{NAME}, Zeile 22, Frage A.2: Die Kennung „a01“ ist schon vergeben. Jede Frage braucht ihre eigene."
    )


@pytest.mark.parametrize(
    ("rest", "line", "told"),
    [
        ('text = "W?"\ntype = "roman"\n', 25, "„roman“ ist hier nicht möglich."),
        ('text = "W?"\n', 21, "das Feld „type“ fehlt."),
        ('text = "W?"\ntype = "text"\nfarbe = "rot"\n', 21, "das Feld „farbe“ ist hier nicht bekannt."),
        ('text = "W?"\ntype = "text"\nrequired = "ja"\n', 26, "hier wird „true“ oder „false“ erwartet."),
        ('text = " "\ntype = "text"\n', 24, "Der Wortlaut der Frage fehlt."),
        ('text = "W?"\ntype = "tabelle"\n', 21, "Hier fehlen die Spalten."),
        ('text = "W?"\ntype = "einfachauswahl"\n', 21, "Hier fehlen die Antwortmöglichkeiten."),
        ('text = "W?"\ntype = "skala"\n', 21, "Die Bedeutung von 1 und 5 gehört zu Skalen"),
        ('text = "W?"\ntype = "text"\nscale = ["a", "b"]\n', 26, "Die Bedeutung von 1 und 5 gehört zu Skalen"),
        ('text = "W?"\ntype = "text"\nmax_choices = 3\n', 26, "Mindest- oder Höchstzahl"),
        ('text = "W?"\ntype = "text"\noption_source = "indikatoren"\n', 26, "Nur Auswahlfragen"),
        ('text = "W?"\ntype = "text"\nbinding = "interview.farbe"\n', 26, "Das Feld „interview.farbe“ gibt es nicht."),
        (
            'text = "W?"\ntype = "text"\ncolumns = [\n  { id = "x", label = "X" },\n]\n',
            26,
            "Spalten gehören nicht zu dieser Art von Frage.",
        ),
        (
            'text = "W?"\ntype = "tabelle"\ncolumns = [\n  { id = "x", label = "" },\n  { id = "x", label = "" },\n]\n',
            28,
            "Die Kennung „x“ kommt zweimal vor.",
        ),
        (
            'text = "W?"\ntype = "tabelle"\ncolumns = [\n  { id = "x", label = "X" },\n  { id = "y" },\n]\n',
            28,
            "das Feld „label“ fehlt.",
        ),
        ('text = "W?"\ntype = "text"\nrows = ["Personal"]\n', 26, "Zeilen lassen sich nur zu Tabellen vorschlagen."),
        (
            'text = "W?"\ntype = "tabelle"\ncolumns = [{ id = "x", label = "X" }]\nrows = [\n  "A",\n  "A",\n]\n',
            29,
            "Die Zeile „A“ ist schon vorgeschlagen.",
        ),
        (
            'text = "W?"\ntype = "tabelle"\ncolumns = [\n  { id = "x", label = "X" },\n]\nrows = [\n  " ",\n]\n',
            30,
            "Eine vorgeschlagene Zeile braucht einen Namen.",
        ),
    ],
)
def test_a_fault_of_a_question_is_named(tmp_path: Path, rest: str, line: int, told: str) -> None:
    message = refusal(guide_file(tmp_path, rest))
    assert message.startswith(f"forms/{NAME}, Zeile {line}, Frage A.2")
    assert told in message


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ('{ question_id = "b09" }', "Die Bedingung nennt die Frage „b09“, die es nicht gibt."),
        ('{ question_id = "a02" }', "die erst später gestellt wird."),
        ('{ question_id = "a03" }', "die erst später gestellt wird."),
        ('{ question_id = "a01", any_of = ["mehr"] }', "„mehr“, die es bei Frage A.1 nicht gibt."),
        ('{ any_of = ["viel"] }', "das Feld „question_id“ fehlt."),
    ],
)
def test_a_condition_that_cannot_hold_is_named(tmp_path: Path, condition: str, told: str) -> None:
    rest = f'text = "W?"\ntype = "text"\ncondition = {condition}\n'
    last = '\n[[sections.questions]]\nid = "a03"\nnumber = "A.3"\ntext = "Und?"\ntype = "text"\n'
    message = refusal(guide_file(tmp_path, rest + last))
    assert message.startswith(f"forms/{NAME}, Zeile 26, Frage A.2: ")
    assert told in message


def test_a_condition_on_a_question_without_answers_is_refused(tmp_path: Path) -> None:
    head = HEAD.replace('type = "mehrfach', 'binding = "privacy_consent.purpose"\ntype = "mehrfach')
    rest = 'text = "W?"\ntype = "text"\ncondition = { question_id = "a01" }\n'
    assert "die keine eigene Antwort hat." in refusal(guide_file(tmp_path, rest, head))


def test_a_condition_on_a_repeated_section_is_refused(tmp_path: Path) -> None:
    head = HEAD.replace('title = "Anfang"', 'title = "Anfang"\nrepeat = "handlungsfeld"').replace(
        '\n[[sections.questions]]\nid = "a02"\nnumber = "A.2"\n',
        '\n[[sections]]\nid = "b"\nletter = "B"\ntitle = "Ende"\n'
        '\n[[sections.questions]]\nid = "b01"\nnumber = "B.1"\n',
    )
    rest = 'text = "W?"\ntype = "text"\ncondition = { question_id = "a01" }\n'
    assert "Frage B.1: Die Bedingung nennt die Frage A.1 aus einem Abschnitt, der sich wiederholt." in refusal(
        guide_file(tmp_path, rest, head)
    )


def test_a_double_section_is_refused(tmp_path: Path) -> None:
    rest = 'text = "W?"\ntype = "text"\n\n[[sections]]\nid = "a"\nletter = "B"\ntitle = "Ende"\nquestions = []\n'
    message = refusal(guide_file(tmp_path, rest))
    assert message == f"forms/{NAME}, Zeile 28, Abschnitt B: Der Abschnitt „a“ kommt zweimal vor."


def test_broken_toml_is_named_with_line_and_question(tmp_path: Path) -> None:
    message = refusal(guide_file(tmp_path, 'text = "Warum?\ntype = "text"\n'))
    assert message.startswith(f"forms/{NAME}, Zeile 24, Frage A.2: Hier ist die Datei nicht als TOML lesbar.")


def test_a_key_written_twice_is_named_with_line_and_question(tmp_path: Path) -> None:
    message = refusal(guide_file(tmp_path, 'text = "W?"\ntext = "W?"\ntype = "text"\n'))
    assert message.startswith(f"forms/{NAME}, Zeile 25, Frage A.2: ")


def test_a_file_that_ends_too_early_is_named(tmp_path: Path) -> None:
    assert ", Zeile " in refusal(guide_file(tmp_path, "text = "))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes('title = "für"'.encode("cp1252"))
    assert "Bitte speichern Sie sie als UTF-8." in refusal(path)


def test_a_file_under_another_name_is_refused(tmp_path: Path) -> None:
    path = guide_file(tmp_path, 'text = "W?"\ntype = "text"\n')
    other = path.with_name("expertengespraech-2026-9.toml")
    path.rename(other)
    assert f"Die Datei muss {NAME} heißen" in refusal(other)


def test_a_missing_file_asks_to_install_again(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="Bitte installieren Sie kizdesk neu"):
        load_guide(tmp_path / NAME)


def test_versions_are_ordered_as_numbers(tmp_path: Path) -> None:
    for version in ("2026-10", "2026-9", "2025-11"):
        (tmp_path / f"expertengespraech-{version}.toml").touch()
    (tmp_path / "ruecklauf-2027-1.toml").touch()
    assert guide_versions(tmp_path) == ["2025-11", "2026-9", "2026-10"]


SMALL = HEAD + 'text = "Warum?"\ntype = "langtext"\ncondition = { question_id = "a01" }\n'
ROWS = SMALL.split("\n")
MAIMED = {
    "one line is lost": ["\n".join(ROWS[:lost] + ROWS[lost + 1 :]) for lost in range(len(ROWS))],
    "one character is lost": [SMALL[:lost] + SMALL[lost + 1 :] for lost in range(len(SMALL))],
    "the end is lost": [SMALL[:length] for length in range(len(SMALL))],
}


def told_about(path: Path) -> str:
    try:
        load_guide(path)
    except UserError as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("loss", MAIMED)
def test_whatever_is_lost_the_answer_is_a_sentence_with_file_and_line(tmp_path: Path, loss: str) -> None:
    path = guide_file(tmp_path, "")
    for text in MAIMED[loss]:
        path.write_text(text, encoding="utf-8")
        message = told_about(path)
        assert not message or message.startswith(f"forms/{NAME}, Zeile ")
