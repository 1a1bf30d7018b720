"""Edit one question of the guide: its words, how it is answered, and when it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from kizdesk.domain.carrying import CHOICES, shape_of
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.guide import OptionSource, Question, QuestionType, Repeat
from kizdesk.domain.interviews import Answer
from kizdesk.project.guides.conditions import Askable, askable, condition_told
from kizdesk.project.guides.entries import Entries, bring_entry_back, entries_of
from kizdesk.project.guides.standing import base_of
from kizdesk.project.guides.ties import why_type_stays
from kizdesk.project.guides.types import impact, impact_of, set_source, set_type
from kizdesk.ui.forms import Editor, Flag, Line, Lines, LongText, Many, One, Option, RowColumn, Rows, Whole, fixed
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.pages.guide.bench import Bench
from kizdesk.ui.pages.guide.fields import Fields
from kizdesk.ui.pages.guide.former import Former
from kizdesk.ui.pages.guide.type_card import TypeCard
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import label

_WORDS = frozenset({"text", "short", "hint"})
_SCALES = (QuestionType.SCALE, QuestionType.SCALE_MATRIX)
_LISTED = (QuestionType.SINGLE, QuestionType.MULTIPLE)
_FEWEST_LINES, _MOST_LINES = 2, 6


class QuestionForm(Fields):
    """Be the form of a question."""

    def __init__(self, session: Session, bench: Bench, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(session, parent, delay=delay)
        self._bench = bench
        self._asked: tuple[Askable, ...] = ()
        self._wanted: QuestionType | None = None
        self._told_of: tuple[str, tuple[object, ...], Mapping[str, Answer]] = ("", (), {})
        self._bound = label("", "muted")
        self._when = label("", "small")
        self._was = label("", "small")
        self._type_card = TypeCard(self)
        self._former = Former(self)
        self._build()
        self._connect()

    def show_question(self) -> None:
        """Show the question of the bench, another one than before."""
        self._wanted = None
        self._fit()
        self.show_all()

    def refresh_question(self) -> None:
        """Show what changed of the question."""
        if self._bench.question is not None:
            self._fit()
            self.refresh()

    def _build(self) -> None:
        self._build_words()
        self._build_answer()
        self._build_when()
        self.column.addStretch(1)

    def _build_words(self) -> None:
        session, bench = self.session, self._bench
        lines = partial(LongText, session, most=_MOST_LINES)
        self.add_group("")
        self._add("text", self.tr("Wortlaut der Frage"), lines(least=_FEWEST_LINES), wide=True)
        self._add("short", self.tr("Kurztitel"), Line(session))
        types = [(kind, words[:1].upper() + words[1:]) for kind, words in session.labels.options(QuestionType)]
        self.add(
            "type",
            self.tr("Art der Antwort"),
            One(session, source=fixed(*types), optional=False),
            (partial(bench.read, "type"), self._ask_type),
        )
        self._was.setObjectName("guide.type-was")
        self._was.setVisible(False)
        self.column.addWidget(self._was)
        self.column.addWidget(self._type_card)
        self.add_group("")
        self._add("hint", self.tr("Hinweis unter der Frage"), lines(least=1), wide=True)
        self.column.addWidget(self._bound)

    def _build_answer(self) -> None:
        session, bench = self.session, self._bench
        self.add_group("")
        sources = (
            (OptionSource.OWN, self.tr("Eigene Liste")),
            (OptionSource.FIELDS, self.tr("Handlungsfelder des Projekts")),
            (OptionSource.MUNICIPALITIES, self.tr("Kommunen des Projekts")),
            (OptionSource.INDICATORS, self.tr("Kennzahlen")),
        )
        self.add(
            "option_source",
            self.tr("Zur Auswahl stehen"),
            One(session, source=fixed(*sources), optional=False),
            (partial(bench.read, "option_source"), self._write_source),
            wide=True,
        )
        for kind, words in (
            (Entries.OPTIONS, self.tr("Antwort")),
            (Entries.COLUMNS, self.tr("Spalte")),
            (Entries.ITEMS, self.tr("Zeile")),
        ):
            plural = {Entries.OPTIONS: self.tr("Antworten"), Entries.COLUMNS: self.tr("Spalten")}
            rows = Rows(session, columns=(RowColumn(words),), noun=words)
            access = partial(bench.read_entries, kind), bench.write_entries
            self.add(kind.value, plural.get(kind, self.tr("Zeilen")), rows, access, wide=True)
        self.column.addWidget(self._former)
        self._build_rest()

    def _build_rest(self) -> None:
        session, bench = self.session, self._bench
        self.add_group("")
        self._add(
            "rows",
            self.tr("Vorgeschlagene Zeilen"),
            Lines(session, least=_FEWEST_LINES, most=_MOST_LINES),
            help_text=self.tr("Eine je Zeile. Sie stehen im Gespräch schon in der ersten Spalte."),
            wide=True,
        )
        for end, words in ((0, self.tr("1 heißt")), (1, self.tr("5 heißt"))):
            access = partial(bench.read_meaning, end), partial(bench.write_meaning, end)
            self.add(f"meaning{end}", words, Line(session), access)
        for name, words in (
            ("min_choices", self.tr("Antworten mindestens")),
            ("max_choices", self.tr("Antworten höchstens")),
        ):
            limit = Whole(session, optional=True, least=0)
            self.add(name, words, limit, (partial(bench.read_count, name), partial(bench.write_count, name)))
        self._add_flag("not_rated", self.tr("Ausweg"), self.tr("„nicht beurteilbar“"))
        self._add_flag("free_text", self.tr("Bemerkung"), self.tr("zur Antwort erlaubt"))

    def _build_when(self) -> None:
        session, bench = self.session, self._bench
        self.add_group(self.tr("Wann und wozu"))
        self._add_flag("required", self.tr("Pflicht"), self.tr("muss beantwortet werden"))
        self._add_flag(
            "comparable",
            self.tr("Vergleich"),
            self.tr("im Vergleich der Kommunen"),
            self.tr(
                "Angekreuzt druckt das Konzept die Antworten aller Kommunen nebeneinander. Neu angelegte Fragen kommen "
                "nur so ins Konzept; Beleg kann jede Antwort sein."
            ),
        )
        self.add(
            "condition",
            self.tr("Nur fragen, je nach Antwort auf"),
            One(session, source=self._earlier, empty=self.tr("keine Bedingung: immer fragen")),
            (partial(bench.read_condition, "question_id"), partial(bench.write_condition, "question_id")),
        )
        ways = ((False, self.tr("eine dieser Antworten gegeben ist")), (True, self.tr("keine davon gegeben ist")))
        self.add(
            "negated",
            self.tr("Gefragt wird, wenn"),
            One(session, source=fixed(*ways), optional=False),
            (partial(bench.read_condition, "negated"), partial(bench.write_condition, "negated")),
        )
        self.add(
            "any_of",
            self.tr("Antworten, auf die es ankommt"),
            Many(session, source=self._choices),
            (partial(bench.read_condition, "any_of"), partial(bench.write_condition, "any_of")),
            help_text=self.tr("Ohne Häkchen kommt es nur darauf an, ob die frühere Frage beantwortet ist."),
            wide=True,
        )
        self.column.addWidget(self._when)

    def _add(self, name: str, words: str, editor: Editor, *, help_text: str = "", wide: bool = False) -> None:
        access = partial(self._bench.read, name), partial(self._bench.write, name)
        self.add(name, words, editor, access, help_text=help_text, wide=wide)

    def _add_flag(self, name: str, words: str, text: str, help_text: str = "") -> None:
        self._add(name, words, Flag(self.session, text=text), help_text=help_text)

    def _connect(self) -> None:
        self._type_card.agreed.connect(self._change_type)
        self._type_card.declined.connect(self._keep_type)
        self._former.asked.connect(self._bring_back)

    def _fit(self) -> None:
        """Show the fields that fit the question, and what is said around them."""
        question, home = self._bench.question, self._bench.home
        if question is None or home is None:
            return
        self._asked = askable(self.session.project, question.id) if not question.binding else ()
        for name in ("condition", "any_of"):
            self.cell(name).editor.reload()
        self.show_only(self._fitting(question, once=home.repeat is Repeat.NONE))
        self._bound.setText(why_type_stays(question))
        self._bound.setVisible(bool(question.binding))
        kind = entries_of(question)
        self._former.show_entries(() if kind is None else kind.retired_of(question), read_only=self.session.read_only)
        self._type_card.setVisible(self._wanted is not None)
        self._tell_type(question)
        told = condition_told(self.session.project, self._bench.guide, question.condition)
        self._when.setText(f"{told}." if question.condition is not None else "")
        self._when.setVisible(question.condition is not None)

    def _fitting(self, question: Question, *, once: bool) -> frozenset[str]:
        if question.binding:
            return _WORDS
        kind, entries = question.type, entries_of(question)
        listed = [it for it in self._asked if question.condition and it.question_id == question.condition.question_id]
        wanted = {
            "type": True,
            "required": True,
            "condition": bool(self._asked),
            "comparable": once,
            "option_source": kind in _LISTED,
            "rows": kind is QuestionType.TABLE,
            "meaning0": kind in _SCALES,
            "meaning1": kind in _SCALES,
            "not_rated": kind in _SCALES,
            "min_choices": kind is QuestionType.MULTIPLE,
            "max_choices": kind is QuestionType.MULTIPLE,
            "free_text": kind in CHOICES and kind is not QuestionType.SCALE,
            "negated": question.condition is not None,
            "any_of": any(it.choices for it in listed),
        }
        shown = {name for name, fits in wanted.items() if fits}
        return _WORDS | shown | ({entries.value} if entries is not None else set())

    def _tell_type(self, question: Question) -> None:
        """Say what the type was in the version before, and what became of the answers to it."""
        place = f"{self._bench.guide.version}/{question.id}"
        told_of = place, shape_of(question), self.session.project.snapshot.by_id(Answer)
        if told_of[:2] == self._told_of[:2] and told_of[2] is self._told_of[2]:
            return
        self._told_of = told_of
        base = base_of(self.session.project)
        was = next((it for it in base.questions() if it.id == question.id), None) if base is not None else None
        if base is None or was is None or was.type is question.type or question.binding:
            self._was.setVisible(False)
            return
        words = self.session.labels.of(was.type)
        told = impact(self.session.project, question).sentence
        before = self.tr("In der Fassung {0} war das „{1}“.").format(base.version, words)
        self._was.setText(" ".join(filter(None, (before, told))))
        self._was.setVisible(True)

    def _ask_type(self, kind: Any, _stay: str) -> None:
        """Change the type at once where no answer minds, else say first what it means."""
        found = impact_of(self.session.project, self._bench.question_id, kind)
        if found.stay == found.total:
            self._wanted = None
            set_type(self.session.project, self._bench.question_id, kind)
            return
        self._wanted = kind
        question = self._bench.question
        self._type_card.ask(
            self.tr("„{0}“ statt „{1}“: {2}").format(
                self.session.labels.of(kind),
                self.session.labels.of(question.type) if question is not None else "",
                found.sentence,
            )
        )

    def _change_type(self) -> None:
        kind, self._wanted = self._wanted, None
        self._type_card.setVisible(False)
        if kind is not None:
            self.session.attempt(partial(set_type, self.session.project, self._bench.question_id, kind))
        self.cell("type").editor.setFocus()

    def _keep_type(self) -> None:
        self._wanted = None
        self._type_card.setVisible(False)
        self.show_all()
        self.cell("type").editor.setFocus()

    def _write_source(self, value: Any, stay: str) -> None:
        set_source(self.session.project, self._bench.question_id, value, stay=stay)

    def _bring_back(self, entry_id: str) -> None:
        try:
            bring_entry_back(self.session.project, self._bench.question_id, entry_id)
        except (UserError, EnvironmentFault) as refusal:
            self.session.say_refusal(refusal)

    def _earlier(self, _session: Session) -> Sequence[Option]:
        return [Option(found.question_id, found.name) for found in self._asked]

    def _choices(self, _session: Session) -> Sequence[Option]:
        question = self._bench.question
        wanted = question.condition.question_id if question is not None and question.condition is not None else ""
        found = next((it for it in self._asked if it.question_id == wanted), None)
        return [Option(choice.id, choice.label) for choice in found.choices] if found is not None else []
