"""Write letters as Word files: one for each municipality, or one with all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kizdesk.concept.letters.together import together
from kizdesk.concept.tree import Document
from kizdesk.domain.errors import UserError
from kizdesk.domain.papers import PaperKind
from kizdesk.domain.places import Municipality
from kizdesk.project.forms.file_names import place_names
from kizdesk.project.forms.placing import FileStage, StagedFile, placed_at_once
from kizdesk.project.letters.fields import LETTERS, unknown_told
from kizdesk.project.letters.making import LetterMaker
from kizdesk.project.letters.places import fitting, lacking
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.house_template import template_of
from kizdesk.project.output.writing import Progress, Written
from kizdesk.writers.word import word_bytes
from kizdesk.writers.word.base import Base

FOLDER, ENDING = "Briefe", ".docx"
"""The folder of letters, within that of all outputs."""
_NAMES = MappingProxyType(
    {
        PaperKind.INVITATION: ("Einladung", "Einladungen"),
        PaperKind.REQUEST: ("Bitte um Einvernehmen", "Bitten um Einvernehmen"),
        PaperKind.REMINDER: ("Erinnerung", "Erinnerungen"),
    }
)
_NOTHING = (
    "Zurzeit ist kein Schreiben fällig: Kein geplantes Gespräch ist ohne Termin, keine Kommune ist noch um ihr "
    "Einvernehmen zu bitten oder daran zu erinnern."
)
_NOBODY = "Bitte mindestens eine Kommune wählen, die ein Schreiben bekommt."
_PRIVACY = (
    "Die Information zum Datenschutz nach Art. 13 DSGVO nennen die Einladungen als Anlage; bitte legen Sie sie bei. "
    "Das Programm enthält sie nicht: Sie bekommen sie von den Datenschutzbeauftragten Ihres Hauses."
)
_FORM, _FORM_BESIDE = "das Antwortformular", "das Antwortformular, das im selben Ordner liegt"
_CONCEPT = "Bitte legen Sie das Integrationskonzept in der genannten Fassung bei und {form}."
_REPLY = "Bitte legen Sie bei: {form}."
_ENCLOSED = MappingProxyType({PaperKind.INVITATION: _PRIVACY, PaperKind.REQUEST: _CONCEPT, PaperKind.REMINDER: _REPLY})


@dataclass(frozen=True, slots=True)
class LetterWish:
    """Be which letters shall be written."""

    kind: PaperKind
    municipality_ids: tuple[str, ...]
    in_one_file: bool = False
    with_forms: bool = False
    """Write the form for the answer beside each letter that asks for one."""


@dataclass(frozen=True, slots=True)
class LettersInFolder:
    """Be the writing of letters into a folder, as work that can be sent to another process."""

    wish: LetterWish
    folder: Path

    def __call__(self, project: OpenProject, progress: Progress) -> Written:
        """Write them, all or none, and tell of them as one: of their folder, or of the file with all."""
        folder = self.folder / FOLDER
        staged = stage_letters(project, [self.wish], folder, progress)
        return _told_as_one(project, self.wish, folder, placed_at_once(project, staged))


def write_letters(project: OpenProject, folder: Path, progress: Progress) -> list[Written]:
    """Write the letters that are due now, one file each; none where nobody is to be written to."""
    wishes = [LetterWish(kind, ids) for kind in LETTERS if (ids := fitting(project, kind))]
    if not wishes:
        return []
    return list(placed_at_once(project, stage_letters(project, wishes, folder / FOLDER, progress)))


def nothing_due(project: OpenProject) -> str:
    """Say why no letter is written now."""
    lack = lacking(project, PaperKind.INVITATION)
    return _NOTHING if lack is None else lack.value


def stage_letters(
    project: OpenProject, wishes: Sequence[LetterWish], folder: Path, progress: Progress
) -> tuple[StagedFile, ...]:
    """Write letters under other names beside their places; who cancels raises in ``progress``, then nothing stays.

    Raises UserError for a wish without municipalities, EnvironmentFault if the disk refuses.
    """
    project = project.pinned()
    if not all(wish.municipality_ids for wish in wishes):
        raise UserError(_NOBODY)
    whole = sum(len(wish.municipality_ids) for wish in wishes)
    template, done = template_of(project), 0
    with FileStage(folder) as stage, collector_paused():
        for wish in wishes:
            held: list[Document] = []
            for name, document, form in _made(project, wish):
                progress(f"Schreiben {name.removesuffix(ENDING)}", done / whole)
                done += 1
                if wish.in_one_file:
                    held.append(document)
                else:
                    stage.add(name, _word(project, document, template))
                if form is not None:
                    stage.add(*form)
            if held:
                stage.add(f"{_NAMES[wish.kind][1]}{ENDING}", _word(project, together(held), template))
        progress("Schreiben sind geschrieben", 1.0)
    return tuple(stage.files)


def letter_document(project: OpenProject, kind: PaperKind, municipality_id: str) -> Document:
    """Return one letter as it would be written now."""
    return LetterMaker(project, kind).document(municipality_id)


def _made(project: OpenProject, wish: LetterWish) -> Iterator[tuple[str, Document, tuple[str, bytes] | None]]:
    """Yield each letter with its name, and the form for the answer with its name if that is wished."""
    maker = LetterMaker(project, wish.kind)
    names = place_names(project.snapshot.all(Municipality), _NAMES[wish.kind][0], ENDING)
    with_forms = wish.with_forms and wish.kind is not PaperKind.INVITATION
    for municipality_id in dict.fromkeys(wish.municipality_ids):
        form = maker.reply_form(municipality_id) if with_forms else None
        yield names[municipality_id], maker.document(municipality_id), form


def _word(project: OpenProject, document: Document, template: Base) -> bytes:
    return word_bytes(document, template=template, created=project.now(), progress=_silent)


def _told_as_one(project: OpenProject, wish: LetterWish, folder: Path, written: Sequence[Written]) -> Written:
    count = len(wish.municipality_ids)
    one, many = _NAMES[wish.kind]
    told = f"{count} {many}" if count > 1 else f"Eine {one}"
    remarks = (
        f"{told}, jede auf eigenen Seiten." if wish.in_one_file and count > 1 else f"{told}.",
        _ENCLOSED[wish.kind].format(form=_FORM_BESIDE if wish.with_forms else _FORM),
        unknown_told(project, wish.kind),
        *(remark for file in written for remark in file.remarks),
    )
    path = written[0].path if len(written) == 1 else folder
    return Written(path, sum(file.size for file in written), remarks=tuple(filter(None, remarks)))


def _silent(_what: str, _share: float) -> None:
    """Leave out the steps within one letter, which takes a moment only."""
