"""Write forms for the municipalities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from kizdesk.cli.common import open_project, out_option, passphrase_option, project_argument, say
from kizdesk.cli.german import GermanCommand, NamedOption, WrongUse
from kizdesk.cli.printing import say_written
from kizdesk.cli.progress import ProgressLines
from kizdesk.domain.errors import UserError
from kizdesk.project.forms.consent_form import ConsentFormWish, send_consent_forms
from kizdesk.project.forms.sending import send_forms
from kizdesk.project.forms.wish import (
    BLOCKS,
    MOST_BLOCKS,
    FormWish,
    advice,
    field_called,
    offering_sections,
    place_called,
    section_called,
)
from kizdesk.project.opened import OpenProject

GUIDE, OFFERINGS, CONSENT = "guide", "offerings", "consent"
_TO_NOTE = "Wer wann angefragt wurde und was die Antwort ist, wird auf der Seite „Einvernehmen“ eingetragen."
_CENTURY = 2000
_Called = Callable[[OpenProject, str], str]


@click.command("forms", cls=GermanCommand)
@project_argument
@out_option
@click.option(
    "--kind",
    cls=NamedOption,
    type=click.Choice([GUIDE, OFFERINGS, CONSENT]),
    default=GUIDE,
    metavar="ART",
    help="guide: alle Fragen des Leitfadens mit den Angeboten; offerings: nur die Angebote; consent: Antwort auf die "
    "Bitte um das Einvernehmen zu einer Fassung. Sonst guide.",
)
@click.option(
    "--municipality",
    "municipalities",
    cls=NamedOption,
    multiple=True,
    metavar="KOMMUNE",
    help="Nur für diese Kommune, mit Name oder Gemeindeschlüssel; mehrfach möglich. Sonst für alle, beim Einvernehmen "
    "für die, deren Antwort fehlt.",
)
@click.option(
    "--section",
    "sections",
    cls=NamedOption,
    multiple=True,
    metavar="ABSCHNITT",
    help="Nur dieser Abschnitt des Leitfadens, mit Buchstabe oder Titel; mehrfach möglich.",
)
@click.option(
    "--field",
    "fields",
    cls=NamedOption,
    multiple=True,
    metavar="HANDLUNGSFELD",
    help="Nach diesem Handlungsfeld einzeln fragen; mehrfach möglich. Sonst nach allen aufgenommenen.",
)
@click.option(
    "--blocks",
    cls=NamedOption,
    type=click.IntRange(0, MOST_BLOCKS),
    default=BLOCKS,
    metavar="ZAHL",
    help=f"Leere Blöcke für Angebote, die noch nicht bekannt sind, 0 bis {MOST_BLOCKS}; sonst {BLOCKS}.",
)
@click.option(
    "--return-by", cls=NamedOption, default="", metavar="TT.MM.JJJJ", help="Tag, bis zu dem das Formular zurück ist."
)
@click.option(
    "--version",
    "number",
    cls=NamedOption,
    type=click.IntRange(1),
    metavar="NUMMER",
    help="Beim Einvernehmen: die Fassung, um die es geht; sonst die neueste.",
)
@click.option(
    "--blank", cls=NamedOption, is_flag=True, help="Nichts vordrucken, was aus den Gesprächen schon bekannt ist."
)
@click.option(
    "--letters/--no-letters",
    "letters",
    cls=NamedOption,
    default=True,
    help="Zu jedem Formular ein Anschreiben als Word-Datei schreiben oder keines; sonst eines.",
)
@passphrase_option
def forms(project: Path, out: Path, passphrase_file: Path | None, **given: Any) -> None:
    """Schreibt für jede Kommune ein ausfüllbares PDF-Formular und ein Anschreiben dazu.

    Was aus Gesprächen mit der Kommune schon bekannt ist, steht gedruckt darin. Im Projekt wird vermerkt, dass die
    Formulare ausgegeben sind. Die Formulare zum Einvernehmen (consent) nennen Nummer, Datum und Fingerabdruck der
    Fassung; zu ihnen gehört kein Anschreiben, und vermerkt wird nichts.
    """
    _refuse_misfits(given)
    day = _day(given["return_by"])
    if given["kind"] == CONSENT:
        with open_project(project, passphrase_file, read_only=True) as opened:
            say_written(send_consent_forms(opened, _consent_wish(opened, given, day), out, ProgressLines()))
        say(_TO_NOTE)
        return
    with open_project(project, passphrase_file) as opened:
        wish = replace(_wish(opened, given), return_by=day)
        say_written(send_forms(opened, wish, out, ProgressLines()))
        for text in advice(opened, wish):
            say(text)


def _refuse_misfits(given: Mapping[str, Any]) -> None:
    """Refuse options that belong to another kind of form."""
    if given["kind"] == CONSENT and (given["sections"] or given["fields"] or given["blank"]):
        raise WrongUse(
            "Die Antwort zum Einvernehmen hat keine Abschnitte. Bitte --section, --field, --blank weglassen."
        )
    if given["kind"] != CONSENT and given["number"] is not None:
        raise WrongUse("Eine Fassung gehört zur Antwort zum Einvernehmen. Bitte auch --kind consent angeben.")


def _consent_wish(project: OpenProject, given: Mapping[str, Any], day: date | None) -> ConsentFormWish:
    return ConsentFormWish(_named(project, place_called, given["municipalities"]), given["number"], day)


def _wish(project: OpenProject, given: Mapping[str, Any]) -> FormWish:
    sections = _named(project, section_called, given["sections"])
    return FormWish(
        municipality_ids=_named(project, place_called, given["municipalities"]),
        section_ids=_narrowed(project, sections) if given["kind"] == OFFERINGS else sections,
        field_ids=_named(project, field_called, given["fields"]),
        offering_blocks=given["blocks"],
        with_known=not given["blank"],
        with_letters=given["letters"],
    )


def _named(project: OpenProject, called: _Called, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(called(project, name) for name in names)


def _narrowed(project: OpenProject, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sections that ask for offerings, of those that are wanted if any are."""
    found = tuple(key for key in offering_sections(project) if not wanted or key in wanted)
    if not found:
        raise UserError("Dieser Abschnitt fragt nicht nach Angeboten. Bitte --kind oder --section weglassen.")
    return found


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        day, month, year = map(int, text.strip().split("."))
        return date(year + (_CENTURY if year < 100 else 0), month, day)
    except ValueError as error:
        raise WrongUse(f"„{text}“ ist kein Tag. Bitte so angeben: --return-by 15.01.2027") from error
