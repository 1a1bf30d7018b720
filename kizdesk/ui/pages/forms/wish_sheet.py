"""Ask which municipalities shall get which form, until when and where the files go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kizdesk.domain.counting import is_register
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.guide import Repeat
from kizdesk.domain.places import Municipality
from kizdesk.project.forms.cover import mail_in, sender_of
from kizdesk.project.forms.register import FormRow, FormState, proposed_return, waiting_text, without_interview
from kizdesk.project.forms.sending import proposed_folder
from kizdesk.project.forms.wish import BLOCKS, MOST_BLOCKS, FormWish, offering_sections, wished_fields
from kizdesk.project.reading import guide_in_force
from kizdesk.ui.forms import Day, Flag, Lines, Many, Option, Whole, records_of
from kizdesk.ui.forms.choice import Segments
from kizdesk.ui.forms.sheet import Sheet
from kizdesk.ui.pages.forms.folder_line import FolderLine
from kizdesk.ui.session import Session

_ALL, _SILENT, _CHOSEN = "all", "silent", "chosen"
_WHOLE, _SOME, _OFFERINGS = "whole", "some", "offerings"
_FOLDER, _SENDER = "forms.folder", "forms.sender"


def _name(place: Municipality) -> str:
    return place.name


def _title(field: FieldOfAction) -> str:
    return field.title


def _is_alive(field: FieldOfAction) -> bool:
    return field.status is not FieldStatus.FORMER


def _sections(session: Session) -> Sequence[Option]:
    guide = guide_in_force(session.project)
    return [Option(section.id, f"{section.letter} {section.title}") for section in guide.sections]


class WishSheet(Sheet):
    """Be the form with municipalities, questions, last day, sender and folder."""

    wished = Signal(object, object)
    """A FormWish and the folder its files shall lie in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "forms", parent)
        tr = self.tr
        self._waiting: frozenset[str] = frozenset()
        self._is_writing = False
        whom = (Option(_ALL, tr("alle")), Option(_SILENT, tr("ohne Gespräch")), Option(_CHOSEN, tr("ausgewählte")))
        self.whom = Segments(session, whom)
        self.places = Many(session, source=records_of(Municipality, _name), empty=tr("Noch keine Kommune gewählt."))
        scopes = (
            Option(_WHOLE, tr("ganzer Leitfaden")),
            Option(_SOME, tr("einzelne Abschnitte")),
            Option(_OFFERINGS, tr("nur Angebote")),
        )
        self.scope = Segments(session, scopes)
        self.sections = Many(session, source=_sections, empty=tr("Noch kein Abschnitt gewählt."))
        self.fields = Many(
            session,
            source=records_of(FieldOfAction, _title, only=_is_alive, by_position=True),
            empty=tr("Noch kein Handlungsfeld gewählt."),
        )
        self.blocks = Whole(session, least=0, most=MOST_BLOCKS)
        self.due = Day(session)
        self.sent_by = Lines(session, least=3, most=6)
        self.known = Flag(session, text=tr("Vordrucken, was schon bekannt ist"))
        self.letters = Flag(session, text=tr("Zu jedem Formular ein Anschreiben als Word-Datei schreiben"))
        self.folder = FolderLine(session, title=tr("Ordner für die Formulare"))
        self.first = self.whom
        self._fill()
        self._connect()

    def begin(self, rows: Sequence[FormRow], wish: FormWish | None = None) -> None:
        """Propose a form for everybody, or what is wished; what was begun before stays where nothing else is wished."""
        self._waiting = frozenset(
            row.municipality_id for row in rows if row.state in (FormState.OUT, FormState.OVERDUE)
        )
        hint = self.tr(
            "Jede Kommune bekommt eine PDF-Datei zum Ausfüllen. Die Dateien liegen danach im Ordner; verschickt wird "
            "nichts. Die Information zum Datenschutz nach Art. 13 DSGVO, die Formular und Anschreiben als Anlage "
            "nennen, legen bitte Sie bei."
        )
        self.put_words(self.tr("Formulare ausgeben"), hint, "")
        for editor in (self.places, self.sections, self.fields):
            editor.reload()
            editor.drop_unknown()
        if wish is None and self.is_touched:
            self.resume()
        else:
            self._propose(wish or self._usual())
            self.start_afresh()
        self._arrange()

    def allow(self, *, writing: bool) -> None:
        """Take no second wish while forms are being written."""
        self._is_writing = writing
        self._show_count()

    def act(self) -> None:
        """Hand on what is wished."""
        wish, folder = self._wish(), self.folder.value()
        memory = self.session.memory
        memory.remember(self._key(_FOLDER), str(folder))
        usual = sender_of(self.session.project, FormWish())
        if wish.sender in ((), usual):
            memory.forget(self._key(_SENDER))
        else:
            memory.remember(self._key(_SENDER), list(wish.sender))
        self.wished.emit(wish, folder)

    def submitted(self) -> None:
        """Stay until the forms are written."""

    def close_done(self) -> None:
        """Close after everything is written; the next time begins afresh."""
        super().submitted()

    def _fill(self) -> None:
        tr = self.tr
        self._whom_cell = self.cell(self.whom, "whom", tr("Kommunen"))
        self._places_cell = self.cell(self.places, "places", tr("Welche Kommunen?"), required=True)
        self._scope_cell = self.cell(self.scope, "scope", tr("Umfang"))
        self._sections_cell = self.cell(self.sections, "sections", tr("Welche Abschnitte?"), required=True)
        self._fields_cell = self.cell(
            self.fields,
            "fields",
            tr("Handlungsfelder"),
            tr("Nach jedem davon wird einzeln gefragt; ohne Auswahl nach allen, die aufgenommen sind."),
        )
        self._blocks_cell = self.cell(
            self.blocks,
            "blocks",
            tr("Leere Angebote"),
            tr("Platz für Angebote, die noch nicht bekannt sind. Bekannte werden nur bestätigt."),
        )
        due = self.cell(self.due, "due", tr("Rückgabe bis"), tr("Vorgeschlagen ist ein Arbeitstag in vier Wochen."))
        self._sender_cell = self.cell(
            self.sent_by,
            "sender",
            tr("Absender"),
            tr("Steht auf Formular und Anschreiben. Bitte mit Anschrift, Telefon und E-Mail: Dorthin geht es zurück."),
        )
        self.add_row(self._whom_cell, self._scope_cell)
        self.add_row(self._places_cell)
        self.add_row(self._sections_cell)
        self.add_row(due, self._blocks_cell)
        self.add_row(self._fields_cell)
        self.add_row(
            self._sender_cell,
            self.cell(self.folder, "folder", tr("Ordner"), tr("Gibt es den Ordner noch nicht, legt kizdesk ihn an.")),
        )
        self.add_row(
            self.cell(self.known, "known", tr("Bekannte Antworten")),
            self.cell(self.letters, "letters", tr("Anschreiben")),
        )

    def _connect(self) -> None:
        for editor in (self.whom, self.places, self.scope, self.sections, self.fields, self.sent_by):
            editor.committed.connect(self._arrange)
        self.sent_by.edited.connect(self._judge_sender)

    def _usual(self) -> FormWish:
        project = self.session.project
        return FormWish(
            municipality_ids=without_interview(project),
            return_by=proposed_return(project),
            field_ids=tuple(field.id for field in wished_fields(project, FormWish())),
            offering_blocks=BLOCKS,
            with_letters=True,
        )

    def _propose(self, wish: FormWish) -> None:
        project, memory = self.session.project, self.session.memory
        places, silent = set(wish.municipality_ids), set(without_interview(project))
        everybody = len(project.snapshot.all(Municipality))
        whom = _ALL if len(places) in (0, everybody) else _SILENT if places == silent else _CHOSEN
        self.whom.set_value(whom)
        self.places.set_value(wish.municipality_ids if whom == _CHOSEN else ())
        offerings = offering_sections(project)
        scope = _WHOLE if not wish.section_ids else _OFFERINGS if wish.section_ids == offerings else _SOME
        self.scope.set_value(scope)
        self.sections.set_value(wish.section_ids)
        self.fields.set_value(wish.field_ids or tuple(field.id for field in wished_fields(project, FormWish())))
        self.blocks.set_value(wish.offering_blocks)
        self.due.set_value(wish.return_by)
        kept = [line for line in memory.value(self._key(_SENDER), [""]) if line]
        self.sent_by.set_value(tuple(kept) or sender_of(project, FormWish()))
        self.known.set_value(wish.with_known)
        self.letters.set_value(wish.with_letters)
        self.folder.set_value(memory.value(self._key(_FOLDER), "") or proposed_folder(project))

    def _wish(self) -> FormWish:
        if not self._places():
            raise UserError(self.tr("Bitte mindestens eine Kommune wählen, die ein Formular bekommt."))
        if self.scope.value() == _SOME and not self.sections.value():
            raise UserError(self.tr("Bitte mindestens einen Abschnitt wählen, nach dem gefragt wird."))
        blocks = self.blocks.value()
        return FormWish(
            municipality_ids=self._places(),
            section_ids=self._section_ids(),
            field_ids=tuple(self.fields.value()),
            offering_blocks=BLOCKS if blocks is None else blocks,
            return_by=self.due.value(),
            with_known=self.known.value(),
            sender=tuple(self.sent_by.value()),
            with_letters=self.letters.value(),
        )

    def _places(self) -> tuple[str, ...]:
        match self.whom.value():
            case "all":
                return tuple(place.id for place in self.session.project.snapshot.all(Municipality))
            case "silent":
                return without_interview(self.session.project)
            case _:
                return tuple(self.places.value())

    def _section_ids(self) -> tuple[str, ...]:
        match self.scope.value():
            case "some":
                return tuple(self.sections.value())
            case "offerings":
                return offering_sections(self.session.project)
            case _:
                return ()

    @Slot()
    def _arrange(self) -> None:
        """Show only what the choice asks for, and say on the button how many forms that makes."""
        wanted = set(self._section_ids())
        sections = [item for item in guide_in_force(self.session.project).sections if not wanted or item.id in wanted]
        self._places_cell.setVisible(self.whom.value() == _CHOSEN)
        self._sections_cell.setVisible(self.scope.value() == _SOME)
        self._fields_cell.setVisible(any(section.repeat is Repeat.PER_FIELD for section in sections))
        self._blocks_cell.setVisible(any(map(is_register, sections)))
        self._show_count()

    def _show_count(self) -> None:
        places = self._places()
        count = len(places)
        self.name_submit(
            self.tr("Formular ausgeben") if count == 1 else self.tr("{0} Formulare ausgeben").format(count)
        )
        self.submit.setEnabled(count > 0 and not self._is_writing)
        self._whom_cell.show_remark(self._remark(places))
        self._fields_cell.show_remark(self._lack_of_fields())
        self._judge_sender()

    @Slot()
    def _judge_sender(self) -> None:
        """Say while it is typed whether the sender lacks an address to send the form back to."""
        self._sender_cell.show_remark(
            ""
            if mail_in(self.sent_by.value())
            else self.tr("Im Absender fehlt eine E-Mail-Adresse, an die das Formular zurückgeht.")
        )

    def _lack_of_fields(self) -> str:
        """Say which section is left out because no field of action is chosen, and where to choose some."""
        wanted, project = set(self._section_ids()), self.session.project
        sections = [item for item in guide_in_force(project).sections if not wanted or item.id in wanted]
        left = [f"{it.letter} „{it.title}“" for it in sections if it.repeat is Repeat.PER_FIELD]
        if not left or self.fields.value() or wished_fields(project, FormWish()):
            return ""
        return self.tr(
            "Ohne Abschnitt {0}, weil kein Handlungsfeld gewählt ist. Wählen lassen sich welche für diese Formulare "
            "hier unter „Handlungsfelder“, für das Konzept aufnehmen im Schritt „Handlungsfelder“."
        ).format(", ".join(left))

    def _remark(self, places: Sequence[str]) -> str:
        if not places and self.whom.value() == _SILENT:
            return self.tr("Mit allen Kommunen ist schon gesprochen.")
        known = self.session.project.snapshot.by_id(Municipality)
        return waiting_text(known[place].name for place in places if place in self._waiting)

    def _key(self, name: str) -> str:
        """Return the name of what is remembered of this file; one of the same name may be that of another district."""
        return f"{name}.{self.session.project.path}"
