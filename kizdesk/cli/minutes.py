"""Write the minutes of the interviews for release by the municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kizdesk.cli.common import open_project, out_option, passphrase_option, project_argument
from kizdesk.cli.german import GermanCommand, NamedOption
from kizdesk.cli.printing import say_written
from kizdesk.cli.progress import ProgressLines
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview
from kizdesk.project.forms.wish import place_called
from kizdesk.project.interviews.minutes import can_be_written, write_all_minutes
from kizdesk.project.opened import OpenProject

_NONE = "Es ist noch kein Gespräch erfasst, das freigegeben werden könnte. Bitte zuerst Antworten eingeben."
_NONE_THERE = "Von dort ist noch kein Gespräch erfasst, das freigegeben werden könnte. Bitte zuerst Antworten eingeben."


@click.command("minutes", cls=GermanCommand)
@project_argument
@out_option
@click.option(
    "--municipality",
    "names",
    cls=NamedOption,
    multiple=True,
    metavar="KOMMUNE",
    help="Nur von dieser Kommune, mit Name oder Gemeindeschlüssel; mehrfach möglich. Sonst von allen.",
)
@passphrase_option
def minutes_command(project: Path, out: Path, names: Sequence[str], passphrase_file: Path | None) -> None:
    """Schreibt die Gesprächsprotokolle zur Freigabe durch die Kommunen.

    Jedes Gespräch mit Antworten wird eine Word-Datei. Was nach einer Freigabe geändert wurde, ist darin
    gekennzeichnet; eine Datei, an der jemand gearbeitet hat, bleibt unter einem anderen Namen erhalten.
    """
    with open_project(project, passphrase_file, read_only=True) as opened:
        places = {place_called(opened, name) for name in names}
        wanted = [found for found in _held(opened) if not places or found.municipality_id in places]
        if not wanted:
            raise UserError(_NONE_THERE if places else _NONE)
        say_written(write_all_minutes(opened, wanted, out, ProgressLines()))


def _held(project: OpenProject) -> list[Interview]:
    return [interview for interview in project.snapshot.all(Interview) if can_be_written(project, interview)]
