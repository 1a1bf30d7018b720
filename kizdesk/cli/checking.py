"""Check what is missing in a project, and whether its file is sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from kizdesk.cli.app import DONE, FAULT, REFUSED
from kizdesk.cli.common import json_option, open_project, passphrase_option, project_argument, say, say_json
from kizdesk.cli.german import GermanCommand
from kizdesk.domain.codec import plain
from kizdesk.project.checking.findings import Finding, Severity, check, is_refused
from kizdesk.project.checking.points import Point, counts, points
from kizdesk.project.durable.verify import verify

_TITLES = {
    Severity.OBSTACLE: ("Hindernis", "Hindernisse"),
    Severity.GAP: ("Lücke", "Lücken"),
    Severity.HINT: ("Hinweis", "Hinweise"),
}


@click.command("check", cls=GermanCommand)
@project_argument
@json_option
@passphrase_option
@click.pass_context
def check_command(ctx: click.Context, project: Path, as_json: bool, passphrase_file: Path | None) -> None:
    """Nennt alle offenen Punkte des Projekts: Hindernisse, Lücken und Hinweise.

    Zu jedem steht, was zu tun ist und woraus es sich ergibt.
    """
    with open_project(project, passphrase_file, read_only=True) as opened:
        findings = check(opened)
    if as_json:
        told = [_point(point) for point in points(findings)]
        single = [_told(finding) for finding in findings]
        say_json({"points": told, "findings": single, "counts": _counts(findings)})
    else:
        _show(findings)
    ctx.exit(REFUSED if is_refused(findings) else DONE)


def _told(finding: Finding) -> dict[str, Any]:
    return {item.name: plain(getattr(finding, item.name)) for item in fields(finding) if item.name != "many"}


def _point(point: Point) -> dict[str, Any]:
    return {
        "rule": point.rule,
        "severity": point.severity.value,
        "message": point.message,
        "places": len(point.findings),
    }


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    return {severity.value: count for severity, count in counts(findings).items()}


def _show(findings: Sequence[Finding]) -> None:
    if not findings:
        say("Nichts mehr offen.")
    for severity in Severity:
        group = [point for point in points(findings) if point.severity is severity]
        if group:
            say(f"{len(group)} {_TITLES[severity][len(group) > 1]}")
            for (advice, source), alike in groupby(group, key=lambda point: (point.advice, point.source)):
                _show_alike([line for point in alike for line in _lines(point)], advice, source)
            say()


def _lines(point: Point) -> Iterator[str]:
    """Yield the sentence of a point, and those of its places where it does not name them all."""
    yield f"  – {point.message}"
    if point.is_group and not point.names_all:
        yield from (f"      · {finding.message}" for finding in point.findings)


def _show_alike(lines: Sequence[str], advice: str, source: str) -> None:
    """Print points of one kind one below the other, and only once what to do about them."""
    for line in lines:
        say(line)
    if advice:
        say(f"    {advice}")
    if source:
        say(f"    Quelle: {source}")


@click.command("verify", cls=GermanCommand)
@project_argument
@json_option
@passphrase_option
@click.pass_context
def verify_command(ctx: click.Context, project: Path, as_json: bool, passphrase_file: Path | None) -> None:
    """Prüft, ob die Projektdatei unversehrt ist."""
    with open_project(project, passphrase_file, read_only=True) as opened:
        wrong = verify(opened)
    if as_json:
        say_json({"sound": not wrong, "findings": wrong})
    elif wrong:
        say(f"„{project}“ ist beschädigt. Bitte mit einer Sicherungskopie weiterarbeiten.")
        for text in wrong:
            say(f"  – {text}")
    else:
        say(f"„{project}“ ist unversehrt.")
    ctx.exit(FAULT if wrong else DONE)
