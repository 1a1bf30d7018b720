"""Report on the interviews of another copy of the project, and take over what is wished."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import click

from kizdesk.cli.app import DONE, REFUSED
from kizdesk.cli.common import (
    FILE,
    json_option,
    open_project,
    passphrase_of,
    passphrase_option,
    project_argument,
    say,
    say_json,
)
from kizdesk.cli.german import GermanCommand, NamedOption, WrongUse
from kizdesk.cli.progress import ProgressLines
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.project.files import is_same
from kizdesk.project.merging.judging import STANDING_WORDS, Comparison, Met, Standing, compare
from kizdesk.project.merging.other import ITSELF, OtherCopy, open_other
from kizdesk.project.merging.taking import fetched, revoked, take
from kizdesk.project.merging.telling import lines
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import short_day

_NOT_YET = "Es wurde nichts geändert. Mit --apply werden die neuen Gespräche übernommen."
_CHOICE = (
    "Abweichende Gespräche bleiben, wie sie hier sind, und gelöschte bleiben gelöscht. Mit --interview und der Kennung "
    "kommt das Gespräch der anderen Datei; im Fenster lassen sie sich ansehen und auswählen."
)
_NOTHING = "Es gibt nichts zu übernehmen."
_PROTECTED = (
    "„{path}“ ist mit einem Kennwort geschützt. Bitte das Kennwort in eine Datei schreiben und diese mit "
    "--other-passphrase-file angeben."
)


@click.command("merge", cls=GermanCommand)
@project_argument
@click.argument("other", type=FILE, metavar="ANDERES")
@click.option(
    "--apply",
    "is_applied",
    cls=NamedOption,
    is_flag=True,
    help="Übernimmt die neuen Gespräche, auch solche, die hier nur geplant sind, und jeden Widerruf einer "
    "Einwilligung; sonst wird nur berichtet.",
)
@click.option(
    "--interview",
    "wanted",
    cls=NamedOption,
    multiple=True,
    metavar="KENNUNG",
    help="Übernimmt mit --apply auch dieses abweichende oder hier gelöschte Gespräch; mehrfach möglich.",
)
@json_option
@passphrase_option
@click.option(
    "--other-passphrase-file",
    cls=NamedOption,
    type=FILE,
    metavar="DATEI",
    help="Datei mit dem Kennwort der anderen Datei, wenn es ein anderes ist als das des Projekts.",
)
@click.pass_context
def merge(
    ctx: click.Context,
    project: Path,
    other: Path,
    is_applied: bool,
    wanted: tuple[str, ...],
    as_json: bool,
    passphrase_file: Path | None,
    other_passphrase_file: Path | None,
) -> None:
    """Übernimmt Gespräche aus einer anderen Kopie des Projekts, zum Beispiel von einem zweiten Rechner.

    Neue Gespräche kommen mit Antworten, Beteiligten, Einwilligungen, Anlagen, Angeboten und Belegen; vorhandene
    werden verglichen und bleiben, wie sie sind. Die andere Datei wird nie verändert. Was übernommen wird, ist ein
    Schritt, den „Rückgängig“ im Fenster zurücknimmt.
    """
    if is_same(project, other):
        raise WrongUse(ITSELF.format(name=other.name))
    if wanted and not is_applied:
        raise WrongUse("--interview gilt nur zusammen mit --apply. Bitte --apply dazu angeben.")
    progress = ProgressLines()
    with (
        open_project(project, passphrase_file, read_only=not is_applied) as opened,
        _opened(opened, other, other_passphrase_file or passphrase_file, progress) as copy,
    ):
        comparison = compare(opened, copy, progress)
        _refuse_unknown(comparison, wanted)
        ends = revoked(opened, comparison)
        chosen = {met.id for met in comparison.met if met.is_proposed or met.id in wanted}
        taken = _take(opened, copy, comparison, chosen) if is_applied else frozenset[str]()
        report = [_told(comparison, met, taken) for met in comparison.met]
    if as_json:
        counts = dict(Counter(met.standing.value for met in comparison.met))
        told = {"interviews": report, "counts": counts, "only_here": comparison.only_here}
        say_json(told | {"revocations": list(ends), "applied": is_applied})
    else:
        _show(comparison, report, taken, ends, is_applied=is_applied)
    left = [met for met in comparison.met if not met.is_proposed and met.standing is not Standing.EQUAL]
    ctx.exit(REFUSED if any(met.id not in taken for met in left) else DONE)


def _opened(project: OpenProject, other: Path, passphrase_file: Path | None, progress: ProgressLines) -> OtherCopy:
    passphrase = passphrase_of(passphrase_file)
    if passphrase is None and OpenProject.is_protected(other):
        if not sys.stdin.isatty():
            raise EnvironmentFault(_PROTECTED.format(path=other))
        passphrase = click.prompt("Kennwort der anderen Datei", hide_input=True, err=True)
    return open_other(project, other, progress, passphrase=passphrase)


def _refuse_unknown(comparison: Comparison, wanted: Collection[str]) -> None:
    for interview_id in wanted:
        met = comparison.find(interview_id)
        if met is None or not (met.takeable or met.standing is Standing.EQUAL):
            why = met.sentence if met is not None else "Die Kennungen nennt der Bericht ohne --apply."
            raise WrongUse(f"Das Gespräch „{interview_id}“ lässt sich nicht übernehmen. {why}")


def _take(project: OpenProject, other: OtherCopy, comparison: Comparison, chosen: Collection[str]) -> frozenset[str]:
    files = fetched(other, comparison, chosen, ProgressLines())
    return frozenset(met.id for met in take(project, other, comparison, chosen, files).taken)


def _told(comparison: Comparison, met: Met, taken: Collection[str]) -> dict[str, Any]:
    differs = lines(comparison, met) if met.standing is Standing.DIFFERENT else ()
    return {
        "id": met.id,
        "municipality": met.municipality,
        "municipality_id": met.interview.municipality_id,
        "held_on": met.held_on.isoformat() if met.held_on else None,
        "standing": met.standing.value,
        "sentence": met.sentence,
        "remarks": list(met.remarks),
        "taken": met.id in taken,
        "differences": [{"title": line.title, "old": line.before, "new": line.after} for line in differs],
    }


def _show(
    comparison: Comparison,
    report: list[dict[str, Any]],
    taken: Collection[str],
    ends: tuple[str, ...],
    *,
    is_applied: bool,
) -> None:
    for met, told in zip(comparison.met, report, strict=True):
        day = f", {short_day(met.held_on)}" if met.held_on else ""
        standing = "übernommen" if met.id in taken else STANDING_WORDS[met.standing]
        say(f"{met.municipality or 'Ohne Kommune'}{day}: {standing}")
        for line in _lines(told, is_taken=met.id in taken):
            say(f"  {line}")
    if comparison.only_here:
        count = comparison.only_here
        say("Ein Gespräch gibt es nur hier." if count == 1 else f"{count} Gespräche gibt es nur hier.")
    for end in ends:
        say(f"Einwilligung {'beendet' if is_applied else 'endet beim Übernehmen'}: {end}")
    say()
    for line in _closing(comparison, taken, ends, is_applied=is_applied):
        say(line)


def _lines(told: dict[str, Any], *, is_taken: bool) -> Iterator[str]:
    if not is_taken and told["standing"] != Standing.EQUAL:
        is_choice = told["standing"] in (Standing.DIFFERENT, Standing.DELETED)
        yield f"{told['sentence']} Kennung: {told['id']}" if is_choice else told["sentence"]
        for line in told["differences"]:
            yield f"– {line['title']}"
            yield f"    hier: {_joined(line['old'])}"
            yield f"    dort: {_joined(line['new'])}"
    yield from told["remarks"]


def _joined(text: str) -> str:
    return " / ".join(text.split("\n")) or "–"


def _closing(
    comparison: Comparison, taken: Collection[str], ends: tuple[str, ...], *, is_applied: bool
) -> Iterator[str]:
    left = [met for met in comparison.met if met.takeable and met.id not in taken]
    if taken:
        yield "Ein Gespräch ist übernommen." if len(taken) == 1 else f"{len(taken)} Gespräche sind übernommen."
    if (any(met.is_proposed for met in left) or ends) and not is_applied:
        yield _NOT_YET
    if not all(met.is_proposed for met in left):
        yield _CHOICE
    if not (taken or left or ends):
        yield _NOTHING
