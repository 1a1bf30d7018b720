"""Hold an interview of all 86 questions by keyboard alone."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from PySide6.QtCore import Qt

from kizdesk.domain.guide import QuestionType
from kizdesk.domain.interviews import (
    Continuation,
    FundingRow,
    InterviewForm,
    InterviewStatus,
    Offering,
    Reach,
)
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.runner.ask import options_of
from tests.ui.pages.interview.hands import CTRL, Hands

Kept = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]


def _text(number: str) -> str:
    return f"Antwort auf {number}: über Größe"


TYPED = {
    QuestionType.NUMBER: "1.234",
    QuestionType.PERCENT: "12,5",
    QuestionType.YES_NO: "1",
    QuestionType.YES_NO_PARTLY: "3",
    QuestionType.SINGLE: "2",
    QuestionType.SCALE: "2",
}
KEPT: dict[QuestionType, Kept] = {
    QuestionType.NUMBER: ("1234", (), ()),
    QuestionType.PERCENT: ("12.5", (), ()),
    QuestionType.YES_NO: ("", ("ja",), ()),
    QuestionType.YES_NO_PARTLY: ("", ("teilweise",), ()),
    QuestionType.SCALE: ("", ("2",), ()),
    QuestionType.FILE: ("Wird nachgesandt", (), ()),
}
ROWS = ("eins", "zwei")


def _answer_question(hands: Hands) -> None:
    """Answer the question on the page as its type asks."""
    project = hands.session.project
    question = guide_of(project, hands.interview).question(hands.place.question_id)
    match question.type:
        case QuestionType.TEXT | QuestionType.LONG_TEXT:
            hands.type(_text(question.number))
        case QuestionType.MULTIPLE:
            hands.type("123" if question.max_choices else "1a" if len(options_of(project, question)) > 9 else "12")
        case QuestionType.SCALE_MATRIX:
            hands.type("n" + "".join(str(number % 5 + 1) for number in range(1, len(question.items))))
        case QuestionType.TABLE:
            _fill_table(hands, len(question.columns), question.rows)
        case QuestionType.FILE:
            hands.tab()
            hands.type("Wird nachgesandt")
        case kind:
            hands.type(TYPED[kind])


def _fill_table(hands: Hands, columns: int, proposed: tuple[str, ...]) -> None:
    """Fill two rows; where their names are proposed, the hands begin beside them."""
    for row in ROWS:
        for column in range(1 if proposed else 0, columns):
            hands.type(f"{row} {column}")
            if column + 1 < columns:
                hands.tab()
        hands.press(Qt.Key.Key_Return)


def _expected(hands: Hands, question_id: str) -> Kept:
    project = hands.session.project
    question = guide_of(project, hands.interview).question(question_id)
    options = [option.id for option in options_of(project, question)]
    match question.type:
        case QuestionType.TEXT | QuestionType.LONG_TEXT:
            return _text(question.number), (), ()
        case QuestionType.SINGLE:
            return "", (options[1],), ()
        case QuestionType.MULTIPLE:
            second = 9 if len(options) > 9 else 1
            return "", tuple(options[:3]) if question.max_choices else (options[0], options[second]), ()
        case QuestionType.SCALE_MATRIX:
            grades = ["n", *(str(number % 5 + 1) for number in range(1, len(question.items)))]
            return "", (), tuple((item.id, grade) for item, grade in zip(question.items, grades, strict=True))
        case QuestionType.TABLE:
            count = range(len(question.columns))
            rows = [tuple(f"{row} {column}" for column in count) for row in ROWS]
            for number, name in enumerate(question.rows[: len(rows)]):
                rows[number] = (name, *rows[number][1:])
            return "", (), tuple(rows)
        case kind:
            return KEPT[kind]


def _conversation_data(hands: Hands) -> None:
    """Fill in section 0: place, time, people, notice, Einwilligungen."""
    hands.walk_to("x02")
    hands.tab()
    hands.walk_to("x03")
    for cell in (
        "Aylin Yıldız",
        "Integrationsbeauftragte",
        "Fachbereich Soziales",
        "02181 608-0",
        "a@grevenbroich.example",
    ):
        hands.type(cell)
        hands.tab()
    hands.tab()
    hands.type("Fachbereichsleitung")
    hands.walk_to("x04")
    hands.type("Erika Muster")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "x05"
    hands.type("j")
    hands.walk_to("x06")
    hands.type("3")
    hands.type("2")
    hands.press(Qt.Key.Key_Down, times=2)
    hands.type("3")
    hands.walk_to("x07")


def _offering(hands: Hands) -> None:
    hands.walk_to("")
    hands.press(Qt.Key.Key_Space) if hands.focused.objectName() == "offering-add" else hands.alt("a")
    assert hands.place.question_id == "e01"
    hands.type("Rucksack in der Südstadt")
    hands.press(Qt.Key.Key_Return)
    hands.type("AWO-Ortsverein")
    hands.press(Qt.Key.Key_Return)
    hands.type("Grundschulen")
    hands.press(Qt.Key.Key_Return)
    hands.type("12")
    hands.go_on()
    hands.type("13")
    hands.go_on()
    hands.type("Sprachförderung für Eltern und Kinder.")
    hands.go_on()
    hands.type("2")
    hands.press(Qt.Key.Key_Tab)
    while hands.focused.objectName() != "line-0":
        hands.tab()
    hands.type("Südstadt")
    hands.go_on()
    hands.type("2")
    while hands.focused.objectName() != "line-0":
        hands.tab()
    hands.type("1.8.2025")
    hands.tab()
    hands.type("31.7.2027")
    hands.go_on()
    for cell in ("Land", "Rucksack Schule", "12.500,50", "2027"):
        hands.type(cell)
        hands.tab()
    hands.type("Eigenmittel")
    hands.go_on()
    hands.type("48")
    hands.press(Qt.Key.Key_Return)
    hands.type("Gute Erfahrungen.")
    hands.go_on()
    hands.type("2")
    hands.go_on()
    hands.type("1")
    hands.go_on()


def test_a_whole_interview_by_keyboard_alone_is_kept_word_for_word(hands: Hands, fields: tuple[str, ...]) -> None:
    _conversation_data(hands)
    guide = guide_of(hands.session.project, hands.interview)
    answered: list[tuple[str, str]] = []
    hands.go_on()
    for _ in range(200):
        place = hands.place
        if place.question_id == "" and place.section_id == "e":
            _offering(hands)
            assert hands.place.section_id == "e"
        elif place.question_id == "":
            hands.type("13")
        else:
            _answer_question(hands)
            answered.append((place.question_id, place.scope_id))
        if place.question_id == "o03":
            break
        hands.go_on()
    hands.page.actions_shown()[1].trigger()

    expected = {(question.id, "") for question in guide.questions() if not question.binding}
    expected -= {(question.id, "") for question in guide.questions() if question.id.startswith("g")}
    expected |= {(f"g0{number}", field) for number in range(1, 8) for field in (fields[0], fields[2])}
    assert set(answered) == expected
    for question_id, scope_id in answered:
        answer = hands.answer(question_id, scope_id)
        assert (answer.text, answer.choices, answer.rows) == _expected(hands, question_id), question_id

    interview = hands.interview
    assert interview.status is InterviewStatus.DONE
    assert interview.field_ids == (fields[0], fields[2])
    assert (interview.form, interview.held_on) == (InterviewForm.ON_SITE, date(2026, 1, 5))
    assert isinstance(interview.started, time)
    assert interview.interviewers == "Erika Muster"
    assert interview.privacy_notice_given is True
    snapshot = hands.session.project.snapshot
    people = [snapshot.get(Person, key) for key in interview.person_ids]
    assert [(one.name, one.function, one.unit) for one in people] == [
        ("Aylin Yıldız", "Integrationsbeauftragte", "Fachbereich Soziales"),
        ("", "Fachbereichsleitung", ""),
    ]
    assert people[0].email == "a@grevenbroich.example"
    consents = {(one.person_id, one.purpose) for one in snapshot.all(PrivacyConsent) if one.holds()}
    assert consents == {
        (people[0].id, PrivacyPurpose.QUOTE),
        (people[0].id, PrivacyPurpose.NAME),
        (people[1].id, PrivacyPurpose.QUOTE),
    }
    _check_offering(snapshot.all(Offering)[-1], fields)


def _check_offering(offering: Offering, fields: tuple[str, ...]) -> None:
    assert offering.title == "Rucksack in der Südstadt"
    assert (offering.provider, offering.partners) == ("AWO-Ortsverein", "Grundschulen")
    assert offering.field_ids == fields[:2]
    assert offering.target_groups == ("kinder", "eltern")
    assert offering.description == "Sprachförderung für Eltern und Kinder."
    assert (offering.reach, offering.place) == (Reach.MUNICIPALITY, "Südstadt")
    assert (offering.permanent, offering.starts, offering.ends) == (False, date(2025, 8, 1), date(2027, 7, 31))
    assert offering.funding == (
        FundingRow(source="Land", programme="Rucksack Schule", amount_eur=Decimal("12500.50"), until="2027"),
        FundingRow(source="Eigenmittel"),
    )
    assert offering.people_per_year == 48
    assert offering.success == "Gute Erfahrungen."
    assert offering.continuation is Continuation.EXPAND
    assert offering.may_publish is True


def test_the_question_before_is_reached_by_keys(hands: Hands) -> None:
    hands.walk_to("a02")
    hands.press(Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert hands.place.question_id == "a01"
