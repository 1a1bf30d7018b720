"""Name the commands that come later, so that their names and options are settled."""

from __future__ import annotations

import click

from kizdesk.cli.german import GermanCommand, NamedOption, WrongUse

_PATH = click.Path()


def _later(command: str) -> WrongUse:
    return WrongUse(
        f"Der Befehl „{command}“ ist in dieser Fassung noch nicht verfügbar. "
        "Welche Befehle schon da sind, zeigt: kizdesk --help"
    )


@click.command("merge", cls=GermanCommand)
@click.argument("project", type=_PATH, metavar="PROJEKT")
@click.argument("other", type=_PATH, metavar="ANDERES")
@click.option("--apply", cls=NamedOption, is_flag=True, help="Führt zusammen; sonst wird nur berichtet.")
@click.option("--json", "as_json", cls=NamedOption, is_flag=True, help="Ergebnis als JSON.")
def merge(**_given: object) -> None:
    """Führt zwei Projektdateien zusammen (noch nicht verfügbar)."""
    raise _later("merge")
