import pytest

from kizdesk.domain.guide import OptionSource, QuestionType, Repeat
from kizdesk.project.xlsform.form import form_of
from tests.project.xlsform.sample import SOURCES, form, guide, labels, question, row


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (QuestionType.TEXT, "text"),
        (QuestionType.LONG_TEXT, "text"),
        (QuestionType.NUMBER, "decimal"),
        (QuestionType.PERCENT, "decimal"),
        (QuestionType.DATE, "date"),
        (QuestionType.FILE, "file"),
        (QuestionType.YES_NO, "select_one ja_nein"),
        (QuestionType.YES_NO_PARTLY, "select_one ja_nein_teilweise_unbekannt"),
    ],
)
def test_a_question_is_asked_in_its_kind(kind: QuestionType, expected: str) -> None:
    assert row(form(question("a01", kind)), "a01").type == expected


def test_a_question_stands_with_number_text_hint_and_duty() -> None:
    asked = row(form(question("a01", text="Wie viele?", hint="Ungefähr", required=True)), "a01")

    assert (asked.label, asked.hint, asked.required) == ("A01 Wie viele?", "Ungefähr", "yes")
    assert asked.required_message == "Bitte diese Frage beantworten."


def test_a_long_text_has_room() -> None:
    assert row(form(question("a01", QuestionType.LONG_TEXT)), "a01").appearance == "multiline"


def test_a_share_lies_between_0_and_100() -> None:
    share = row(form(question("a01", QuestionType.PERCENT)), "a01")

    assert share.constraint == ". >= 0 and . <= 100"
    assert share.constraint_message == "Bitte einen Anteil von 0 bis 100 Prozent angeben."


def test_own_options_make_a_list_of_the_questions_name() -> None:
    made = form(question("a01", QuestionType.SINGLE, options=["links", "rechts"]))

    assert row(made, "a01").type == "select_one a01"
    assert labels(made, "a01") == {"links": "Links", "rechts": "Rechts"}


@pytest.mark.parametrize("source", [source for source in OptionSource if source is not OptionSource.OWN])
def test_options_of_a_register_make_one_list_for_all_who_ask(source: OptionSource) -> None:
    made = form(
        question("a01", QuestionType.MULTIPLE, source=source), question("a02", QuestionType.SINGLE, source=source)
    )

    assert row(made, "a01").type == f"select_multiple {source.value}"
    assert row(made, "a02").type == f"select_one {source.value}"
    assert labels(made, source.value) == {option.id: option.label for option in SOURCES[source]}


def test_a_register_without_entries_asks_for_words() -> None:
    made = form(question("a01", QuestionType.SINGLE, source=OptionSource.MUNICIPALITIES), sources={})

    assert row(made, "a01").type == "text"
    assert made.choices == ()
    assert made.open_lists == ("A01",)


@pytest.mark.parametrize(
    ("limits", "constraint", "message"),
    [
        ((0, 0), "", ""),
        (
            (3, 3),
            "count-selected(.) >= 3 and count-selected(.) <= 3",
            "Bitte genau drei Antworten auswählen.",
        ),
        ((0, 1), "count-selected(.) <= 1", "Bitte höchstens eine Antwort auswählen."),
        ((2, 0), "count-selected(.) >= 2", "Bitte mindestens zwei Antworten auswählen."),
        (
            (2, 4),
            "count-selected(.) >= 2 and count-selected(.) <= 4",
            "Bitte mindestens zwei und höchstens vier Antworten auswählen.",
        ),
    ],
)
def test_how_many_may_be_chosen_is_said(limits: tuple[int, int], constraint: str, message: str) -> None:
    asked = row(form(question("a01", QuestionType.MULTIPLE, options="abcd", limits=limits)), "a01")

    assert (asked.constraint, asked.constraint_message) == (constraint, message)


def test_a_remark_stands_below_its_choices() -> None:
    made = form(question("a01", QuestionType.YES_NO, remark=True))

    remark = row(made, "a01_bemerkung")
    assert (remark.type, remark.label, remark.appearance) == ("text", "A01 Bemerkung", "multiline")


def test_a_scale_says_what_its_ends_mean() -> None:
    made = form(question("a01", QuestionType.SCALE, not_rated=True))

    assert row(made, "a01").type == "select_one a01"
    assert labels(made, "a01") == {
        "1": "1 – schlecht", "2": "2", "3": "3", "4": "4", "5": "5 – gut", "n": "Nicht beurteilbar"
    }  # fmt: skip


def test_a_matrix_is_one_table_of_grades() -> None:
    made = form(question("a01", QuestionType.SCALE_MATRIX, parts=["schulen", "kitas"]))

    assert row(made, "a01").appearance == "field-list"
    head, items = row(made, "a01_stufen"), [row(made, f"a01_{item}") for item in ("schulen", "kitas")]
    assert (head.appearance, head.label) == ("label", "1 = schlecht, 5 = gut")
    assert {item.appearance for item in items} == {"list-nolabel"}
    assert {item.type for item in [head, *items]} == {"select_one a01"}


def test_a_required_matrix_is_content_with_one_grade() -> None:
    made = form(question("a01", QuestionType.SCALE_MATRIX, parts=["schulen", "kitas", "vhs"], required=True))

    assert row(made, "a01_schulen").required == "not(concat(${a01_kitas}, ${a01_vhs}) != '')"
    assert row(made, "a01_kitas").required == ""


def test_a_table_is_repeated_row_by_row() -> None:
    made = form(question("a01", QuestionType.TABLE, parts=["name", "ort"], hint="Kurz", required=True))

    kinds = [(row.type, row.name) for row in made.survey]
    assert kinds[1:-1] == [
        ("note", "a01_hinweis"),
        ("begin_repeat", "a01"),
        ("text", "a01_name"),
        ("text", "a01_ort"),
        ("end_repeat", "a01"),
    ]
    assert [row(made, f"a01_{column}").required for column in ("name", "ort")] == ["yes", ""]


def test_usual_rows_of_a_table_stand_as_hint() -> None:
    made = form(question("a01", QuestionType.TABLE, parts=["posten"], rows=["Personal", "Projekte"]))

    assert row(made, "a01_posten").hint == "Üblich sind:\n– Personal\n– Projekte"


def test_a_section_is_a_group_with_its_hint() -> None:
    made = form_of(guide(question("a01"), hint="Vorher lesen."), SOURCES)

    kinds = [(row.type, row.name) for row in made.survey]
    assert kinds == [
        ("begin_group", "abschnitt_a"),
        ("note", "abschnitt_a_hinweis"),
        ("text", "a01"),
        ("end_group", "abschnitt_a"),
    ]
    assert made.survey[0].label == "A Ausgangslage"


def test_a_section_per_offering_is_repeated_at_will() -> None:
    made = form(question("a01"), repeat=Repeat.PER_OFFERING)

    assert row(made, "abschnitt_a_angebot").type == "begin_repeat"
    assert row(made, "abschnitt_a_angebot").repeat_count == ""


def test_a_section_per_field_is_repeated_for_each_that_is_chosen() -> None:
    made = form(question("a01"), repeat=Repeat.PER_FIELD)

    assert row(made, "abschnitt_a_auswahl").type == "select_multiple handlungsfelder"
    assert row(made, "abschnitt_a_anzahl").calculation == "count-selected(${abschnitt_a_auswahl})"
    assert row(made, "abschnitt_a_feld").repeat_count == "${abschnitt_a_anzahl}"
    assert row(made, "abschnitt_a_titelzeile").label == "Handlungsfeld: ${abschnitt_a_titel}"


def test_a_section_per_field_asks_for_the_field_if_there_is_none_yet() -> None:
    made = form(question("a01"), repeat=Repeat.PER_FIELD, sources={})

    assert row(made, "abschnitt_a_titel").type == "text"
    assert row(made, "abschnitt_a_feld").repeat_count == ""


def test_a_form_is_known_by_id_version_and_title() -> None:
    assert dict(form(question("a01")).settings) == {
        "form_title": "Probe",
        "form_id": "probe",
        "version": "2026-1",
        "default_language": "Deutsch (de)",
        "clean_text_values": "no",
    }
