"""Make small guides, and read back what their forms say."""

from collections.abc import Sequence

from kizdesk.domain.guide import Condition, Guide, Option, OptionSource, Question, QuestionType, Repeat, Section
from kizdesk.project.xlsform.form import form_of
from kizdesk.project.xlsform.rows import Row, Sources, XlsForm

SOURCES: Sources = {
    OptionSource.FIELDS: [Option("bildung", "Bildung"), Option("arbeit", "Arbeit")],
    OptionSource.MUNICIPALITIES: [Option("05162004", "Dormagen")],
    OptionSource.INDICATORS: [Option("D01", "Bevölkerung insgesamt")],
}


def question(
    question_id: str,
    kind: QuestionType = QuestionType.TEXT,
    *,
    text: str = "Wie ist das?",
    options: Sequence[str] = (),
    parts: Sequence[str] = (),
    rows: Sequence[str] = (),
    source: OptionSource = OptionSource.OWN,
    limits: tuple[int, int] = (0, 0),
    condition: Condition | None = None,
    hint: str = "",
    required: bool = False,
    remark: bool = False,
    not_rated: bool = False,
    retired: bool = False,
) -> Question:
    """Return a question of any kind; parts are the columns of a table or the items of a matrix."""
    named = tuple(Option(part, part.capitalize()) for part in parts)
    return Question(
        id=question_id,
        number=question_id.upper(),
        text=text,
        type=kind,
        hint=hint,
        required=required,
        options=tuple(Option(choice, choice.capitalize()) for choice in options),
        option_source=source,
        columns=named if kind is QuestionType.TABLE else (),
        rows=tuple(rows),
        items=named if kind is QuestionType.SCALE_MATRIX else (),
        scale=("schlecht", "gut") if kind in (QuestionType.SCALE, QuestionType.SCALE_MATRIX) else ("", ""),
        min_choices=limits[0],
        max_choices=limits[1],
        free_text=remark,
        not_rated=not_rated,
        condition=condition,
        retired=retired,
    )


def guide(*questions: Question, repeat: Repeat = Repeat.NONE, hint: str = "") -> Guide:
    """Return a guide of one section."""
    return guide_of(Section("a", "A", "Ausgangslage", questions, hint=hint, repeat=repeat))


def guide_of(*sections: Section) -> Guide:
    """Return a guide of several sections."""
    return Guide("probe", "2026-1", "Probe", "Eigener Vorschlag", sections)


def form(*questions: Question, sources: Sources = SOURCES, repeat: Repeat = Repeat.NONE) -> XlsForm:
    """Return the form of a guide of one section."""
    return form_of(guide(*questions, repeat=repeat), sources)


def row(form: XlsForm, name: str) -> Row:
    """Return the row that has a name and is no end of a group."""
    (found,) = (row for row in form.survey if row.name == name and not row.type.startswith("end_"))
    return found


def labels(form: XlsForm, listed: str) -> dict[str, str]:
    """Return the choices of a list."""
    return {name: label for kept, name, label in form.choices if kept == listed}
