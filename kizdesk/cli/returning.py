"""Read forms that came back, report on each, and take over what is wished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kizdesk.cli.app import DONE, REFUSED
from kizdesk.cli.common import FILE, json_option, open_project, passphrase_option, project_argument, say, say_json
from kizdesk.cli.german import GermanCommand, NamedOption
from kizdesk.cli.progress import ProgressLines
from kizdesk.project.forms.comparing import Entry, Standing
from kizdesk.project.forms.reading import read
from kizdesk.project.forms.returned import TAKEABLE, Incoming, Reading, State
from kizdesk.project.forms.taking import Chosen, Taken, take, whole
from kizdesk.project.opened import OpenProject

_SETTLED = (State.NEW, State.EQUAL, State.DOUBLE, State.KEPT)
"""What needs nobody's attention: new ones may wait, and of the others nothing is missing."""
_NOT_YET = "Es wurde nichts geändert. Mit --apply werden die neuen Formulare übernommen."
_CHOICE = "Welche Angaben der übrigen Formulare gelten sollen, wählen Sie im Fenster; --apply-all übernimmt sie alle."
_NOTHING = "Es gibt nichts zu übernehmen."


@click.command("read-forms", cls=GermanCommand)
@project_argument
@click.argument("pdfs", type=FILE, nargs=-1, required=True, metavar="PDF…")
@click.option(
    "--apply",
    "is_applied",
    cls=NamedOption,
    is_flag=True,
    help="Übernimmt die neuen Formulare, die nichts widersprechen; sonst wird nur berichtet.",
)
@click.option(
    "--apply-all",
    "are_all_applied",
    cls=NamedOption,
    is_flag=True,
    help="Übernimmt auch abweichende Formulare, solche zu einer anderen Fassung des Leitfadens und solche, deren "
    "Dateiname eine andere Kommune nennt, mit allen Angaben.",
)
@click.option(
    "--notice-enclosed",
    "is_notice_enclosed",
    cls=NamedOption,
    is_flag=True,
    help="Vermerkt bei den Gesprächen, dass die Information zum Datenschutz den Formularen beilag.",
)
@json_option
@passphrase_option
@click.pass_context
def read_forms(
    ctx: click.Context,
    project: Path,
    pdfs: tuple[Path, ...],
    is_applied: bool,
    are_all_applied: bool,
    is_notice_enclosed: bool,
    as_json: bool,
    passphrase_file: Path | None,
) -> None:
    """Liest ausgefüllte Formulare ein und berichtet zu jedem, was es ist.

    Ohne --apply ändert sich nichts. Was übernommen wird, ist ein Schritt, den „Rückgängig“ im Fenster zurücknimmt;
    jede Datei wird als Anlage des Gesprächs aufbewahrt.
    """
    wanted = _wanted(is_applied=is_applied, are_all_applied=are_all_applied)
    with open_project(project, passphrase_file, read_only=not wanted) as opened:
        readings = read(opened, [Incoming.at(path) for path in pdfs], ProgressLines())
        chosen = [_chosen(reading) for reading in readings if reading.state in wanted]
        taken = _take(opened, [replace(one, is_notice_enclosed=is_notice_enclosed) for one in chosen])
    if as_json:
        say_json({"files": [_told(reading, taken) for reading in readings], "counts": _counts(readings)})
    else:
        _show(readings, taken, is_applied=bool(wanted))
    open_ones = [reading for reading in readings if reading.state not in _SETTLED and not _is_taken(reading, taken)]
    ctx.exit(REFUSED if open_ones else DONE)


def _wanted(*, is_applied: bool, are_all_applied: bool) -> frozenset[State]:
    if are_all_applied:
        return TAKEABLE
    return frozenset((State.NEW,)) if is_applied else frozenset()


def _take(project: OpenProject, wanted: Sequence[Chosen]) -> Taken:
    """Take what is chosen over."""
    return take(project, wanted) if wanted else Taken((), ())


def _chosen(reading: Reading) -> Chosen:
    """Choose all of a file, but of a new one nothing that denies itself; that is for somebody to decide."""
    return Chosen(reading, reading.proposed_at_first) if reading.state is State.NEW else whole(reading)


def _is_taken(reading: Reading, taken: Taken) -> bool:
    return reading.state in TAKEABLE and reading.sha256 in {done.sha256 for done in taken.readings}


def _counts(readings: Sequence[Reading]) -> dict[str, int]:
    return dict(Counter(reading.state.value for reading in readings))


def _told(reading: Reading, taken: Taken) -> dict[str, Any]:
    return {
        "name": reading.name,
        "state": reading.state.value,
        "sentence": reading.sentence,
        "municipality": reading.municipality,
        "municipality_id": reading.municipality_id,
        "sent_on": reading.sent_on.isoformat() if reading.sent_on else None,
        "taken": _is_taken(reading, taken),
        "entries": [_told_entry(entry) for entry in reading.entries],
        "leftovers": list(reading.leftovers),
        "remarks": list(reading.remarks),
    }


def _told_entry(entry: Entry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "title": entry.title,
        "standing": entry.standing.value,
        "old": list(entry.old),
        "new": list(entry.new),
        "source": entry.source,
        "remarks": list(entry.remarks),
        "doubtful": entry.doubtful,
    }


def _show(readings: Sequence[Reading], taken: Taken, *, is_applied: bool) -> None:
    for reading in readings:
        said = "übernommen" if _is_taken(reading, taken) else reading.words
        place = f", {reading.municipality}" if reading.municipality else ""
        say(f"{reading.name}{place}: {said}")
        lines = _taken_lines(reading) if _is_taken(reading, taken) else _lines(reading)
        for line in lines:
            say(f"  {line}")
    say()
    for line in _closing(readings, taken, is_applied=is_applied):
        say(line)


def _closing(readings: Sequence[Reading], taken: Taken, *, is_applied: bool) -> Iterator[str]:
    """Yield what was done, and what can be done with what is left."""
    left = {reading.state for reading in readings if not _is_taken(reading, taken)} & TAKEABLE
    if taken.readings:
        count = sum(_is_taken(reading, taken) for reading in readings)
        yield "Ein Formular ist übernommen." if count == 1 else f"{count} Formulare sind übernommen."
        yield from taken.told
    if State.NEW in left and not is_applied:
        yield _NOT_YET
    if left - {State.NEW}:
        yield _CHOICE
    if not taken.readings and not left:
        yield _NOTHING


def _lines(reading: Reading) -> Iterator[str]:
    yield reading.sentence
    for entry in reading.entries:
        if entry.standing is Standing.DIFFERENT:
            yield f"– {entry.title}"
            yield f"    bisher ({entry.source}): {_joined(entry.old)}"
            yield f"    Formular: {_joined(entry.new)}"
    yield from _taken_lines(reading)


def _taken_lines(reading: Reading) -> Iterator[str]:
    """Yield what somebody has to look at even when the form is taken over."""
    for entry in reading.entries:
        for remark in entry.remarks:
            yield f"– {entry.title}: {remark}"
    yield from (f"– Ohne Platz im Leitfaden: {line}" for line in reading.leftovers)
    yield from reading.remarks


def _joined(lines: Sequence[str]) -> str:
    return " / ".join(lines)
