"""Write the forms of a wish, with letters if wished, and record that they were sent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kizdesk.domain.errors import UserError
from kizdesk.domain.places import Municipality
from kizdesk.project.forms.file_names import file_names, letter_name
from kizdesk.project.forms.letters import LetterMaker
from kizdesk.project.forms.placing import FileStage, StagedFile, placed_at_once, written_before
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.wish import FormWish, issues, wished_sections
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import Progress, Written

FOLDER = "Formulare"
"""The folder that is proposed for forms, beside the project."""
_READ_ONLY = "Das Projekt ist nur zum Lesen geöffnet. Bitte es zum Bearbeiten öffnen und die Formulare dann ausgeben."


@dataclass(frozen=True, slots=True)
class SendForms:
    """Be the writing of forms beside their places, as work that can be sent to another process."""

    wish: FormWish
    folder: Path

    def __call__(self, project: OpenProject, progress: Progress) -> tuple[StagedFile, ...]:
        """Write them."""
        return stage_forms(project, self.wish, self.folder, progress)


def send_forms(project: OpenProject, wish: FormWish, folder: Path, progress: Progress) -> tuple[Written, ...]:
    """Write a form for each municipality and record that, in one step; who cancels raises in ``progress``.

    Raises UserError for a wish that cannot be met, EnvironmentFault if the disk refuses; then nothing is there.
    """
    if project.read_only:
        raise UserError(_READ_ONLY)
    return placed_at_once(project, stage_forms(project, wish, folder, progress))


def stage_forms(project: OpenProject, wish: FormWish, folder: Path, progress: Progress) -> tuple[StagedFile, ...]:
    """Write the files under other names beside their places; it takes long and changes no project."""
    from kizdesk.paperwork.writing import write_sheet

    project = project.pinned()
    made = issues(project, wish)
    places = [project.snapshot.get(Municipality, issue.municipality_id) for issue in made]
    everybody = project.snapshot.all(Municipality)  # a name must stand for the same municipality at every wish
    names = file_names(everybody, wished_sections(project, wish) if wish.section_ids else ())
    sheets = SheetMaker(project, wish)
    letters = LetterMaker(project, wish) if wish.with_letters else None
    with FileStage(folder, written_before(project)) as stage, collector_paused():
        for number, (issue, place) in enumerate(zip(made, places, strict=True)):
            progress(f"Formular {place.name}", number / len(made))
            sheet, name = sheets.sheet(issue), names[place.id]
            stage.add(name, write_sheet(sheet), issue)
            if letters is not None:
                stage.add(letter_name(name), letters.data(issue, sheet, name))
        progress("Formulare sind geschrieben", 1.0)
    return tuple(stage.files)


def proposed_folder(project: OpenProject) -> Path:
    """Return the folder that is proposed for forms and their letters: one beside the project."""
    return project.path.parent / FOLDER
