import re

import pytest

from tests.cli.conftest import Run

COMMANDS = (
    "demo",
    "new",
    "import-data",
    "export-data",
    "forms",
    "read-forms",
    "export",
    "guide",
    "check",
    "verify",
    "merge",
    "minutes",
)
ENGLISH = re.compile(
    r"\b(usage|options|commands?|arguments?|show|exit|error|missing|required|invalid|try|such|unexpected|default)\b",
    re.IGNORECASE,
)


def english(text: str) -> list[str]:
    """Return the English words in a text, without the names of options and of commands."""
    prose = re.sub(r"--[a-z-]+|\[OPTIONEN\]", "", text)
    return ENGLISH.findall(prose)


@pytest.mark.parametrize("command", [(), *((name,) for name in (*COMMANDS, "selftest"))], ids=str)
def test_the_help_of_every_command_is_german(kizdesk: Run, command: tuple[str, ...]) -> None:
    outcome = kizdesk(*command, "--help")

    assert outcome.code == 0
    assert "Aufruf: kizdesk" in outcome.out
    assert english(outcome.out) == []


def test_the_help_lists_every_command(kizdesk: Run) -> None:
    outcome = kizdesk("--help")

    assert set(COMMANDS) | {"selftest"} <= set(outcome.out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Ohne Fenster arbeiten die Befehle"),
        (("projekt.kizdesk",), "Ohne Fenster arbeiten die Befehle"),
        (("forms", "p", "--out", "o", "--kind", "all"), "guide, offerings, consent"),
        (("forms", "p", "--out", "o", "--blocks", "x"), "--blocks"),
        (("forms", "p", "--out", "o", "--return-by", "31.02.2027"), "kein Tag"),
        (("forms", "p"), "--out"),
        (("read-forms", "p"), "PDF"),
        (("merge", "p", "q", "--interview", "alt"), "nur zusammen mit --apply"),
        (("export", "p", "--out", "o", "--only", "word,xlsx"), "„xlsx“ ist in dieser Fassung noch nicht verfügbar"),
        (("export", "p", "--out", "o", "--only", "pdf"), "„pdf“ gibt es nicht"),
        (("export", "p"), "--out"),
        (("chekc",), "Gemeint ist vielleicht „check“"),
        (("check",), "PROJEKT"),
        (("check", "p", "q"), "zu viel"),
        (("check", "p", "--jsn"), "--jsn"),
        (("check", "p", "--passphrase-file"), "--passphrase-file"),
        (("new", "p", "--district", "05162", "--legal-basis", "2011"), "2012, 2022"),
        (("new", "p"), "--district"),
        (("--verson",), "--verson"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_told_in_german_with_exit_code_2(kizdesk: Run, arguments: tuple[str, ...], said: str) -> None:
    outcome = kizdesk(*arguments)

    assert outcome.code == 2
    assert said in outcome.err
    assert english(outcome.err) == []
    assert outcome.out == ""


def test_the_passphrase_is_never_an_argument(kizdesk: Run) -> None:
    for command in COMMANDS:
        assert "--passphrase " not in kizdesk(command, "--help").out
