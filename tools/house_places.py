"""Lead through the page of the house template, for its pictures: a refusal, a template, its styles, a logo."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.layout import StyleChoice
from kizdesk.project.basics.logo import read_logo, take_logo
from kizdesk.project.output.house_template import choose_style
from kizdesk.ui.session import Session
from tests.project.forms.back import silent
from tests.writers.house.templates import german, png, with_macro

_PAGE = "output.house"


def house_places(session: Session) -> Iterator[str]:
    """Show one place after the other, and yield what each is called."""
    project = session.project
    with tempfile.TemporaryDirectory() as folder:
        macro, template, logo = (Path(folder) / name for name in ("Briefkopf.dotm", "Konzept Kreis.dotx", "Logo.png"))
        macro.write_bytes(with_macro())
        template.write_bytes(german(dotx=True))
        logo.write_bytes(png())
        session.open(_PAGE, str(macro))
        yield "absage"
        take_logo(project, read_logo(logo, silent))
        session.open(_PAGE, str(template))
        yield "vorlage"
    choose_style(project, "quote", "Infokasten")
    chosen = project.snapshot.all(StyleChoice)
    if chosen:
        session.go(Target(Step.OUTPUT, "style_choice", chosen[0].id))
        yield "formatvorlagen"
