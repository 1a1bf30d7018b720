"""Write the guide of a project as an XLSForm, so that it can be looked at in ODK, KoboToolbox or Enketo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, OptionSource
from kizdesk.project.files import is_there
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import Written
from kizdesk.project.runner.ask import registered
from kizdesk.project.xlsform.form import form_of
from kizdesk.project.xlsform.rows import CHOICE_COLUMNS, SURVEY_COLUMNS, Sources, XlsForm
from kizdesk.writers.target import replace_file
from kizdesk.writers.workbook import MOST_SIGNS, Sheet, too_long, write_workbook

ENDING = ".xlsx"
_WIDTHS = (24, 24, 56, 40, 10, 34, 14, 24, 36, 34, 22, 40)
_SHOWN = 60
"""Signs of a text that is too long which are told."""


def export_guide(project: OpenProject, target: Path, guide: Guide | None = None) -> Written:
    """Write a guide as an XLSForm, the one of the project if none is given; a file of that name is replaced.

    Raises UserError for a name that is no table's, a guide without questions and a text that no table holds,
    EnvironmentFault if the disk refuses.
    """
    if target.suffix.casefold() != ENDING:
        raise UserError(f"Bitte für den Leitfaden einen Namen mit der Endung {ENDING} angeben.")
    is_there(target)  # a name that the disk does not take is told before anything is made
    guide = guide or project.guides.present
    form = form_of(guide, sources_of(project))
    if not form.survey:
        raise UserError("Der Leitfaden hat keine Frage mehr, die gestellt wird. Bitte zuerst eine Frage anlegen.")
    sheets = sheets_of(form)
    _refuse_long(sheets)
    data = write_workbook(sheets, title=guide.title, created=project.now())
    replace_file(target, data)
    return Written(target, len(data), remarks=tuple(_remarks(form)))


def sources_of(project: OpenProject) -> Sources:
    """Return what the registers of a project offer for choice, in the order of its pages."""
    return {source: registered(project, source) for source in OptionSource if source is not OptionSource.OWN}


def sheets_of(form: XlsForm) -> tuple[Sheet, ...]:
    """Return the three sheets of a form."""
    begins = frozenset(index for index, row in enumerate(form.survey) if row.opens)
    names, values = zip(*form.settings, strict=True)
    heads = tuple(SURVEY_COLUMNS.values())
    return (
        Sheet("survey", heads, [row.cells for row in form.survey], _WIDTHS, begins, still=2),
        Sheet("choices", CHOICE_COLUMNS, form.choices, (32, 36, 60)),
        Sheet("settings", names, [values], (60, 24, 14, 20, 20)),
    )


def _refuse_long(sheets: tuple[Sheet, ...]) -> None:
    for text in too_long(sheets):
        raise UserError(
            f"Ein Text des Leitfadens ist für eine Tabelle zu lang, sie fasst {MOST_SIGNS} Zeichen. Bitte kürzen: "
            f"„{text[:_SHOWN]} …“"
        )


def _remarks(form: XlsForm) -> Iterator[str]:
    if form.left_out:
        yield f"Entfallene Fragen sind nicht enthalten: {', '.join(form.left_out)}."
    if form.open_lists:
        numbers = ", ".join(form.open_lists)
        yield f"Im Projekt stehen dazu noch keine Antworten zur Auswahl, gefragt wird nach einem Text: {numbers}."
