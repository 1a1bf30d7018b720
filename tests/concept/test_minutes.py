"""Test what the minutes of an interview tell, and what they keep to the office."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.minutes.build import minutes
from kizdesk.concept.minutes.changes import ChangeKind, differences
from kizdesk.concept.minutes.items import Account
from kizdesk.concept.survey import Survey
from kizdesk.concept.tree import BlockKind, Document, Heading, Layout, Paragraph, ParagraphStyle, Table, TableHead
from kizdesk.concept.wording import Wording
from kizdesk.domain.base import Record
from kizdesk.domain.guide import Condition, Guide, Option, Question, QuestionType, Repeat, Section
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Attachment,
    Interview,
    InterviewForm,
    InterviewStatus,
    Offering,
)
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot
from kizdesk.places import resources_dir
from tests.concept.sample import BESTADT, answer, district, materials, plan, said

PRINTED = date(2026, 11, 21)
WHO = "A.1 Wer ist zuständig?"
RELEASED = date(2026, 11, 10)
WORDING = Wording.of(tomllib.loads((resources_dir() / "concept" / "minutes.toml").read_text(encoding="utf-8")))
GUIDE = Guide(
    "probe",
    "7",
    "Leitfaden zur Probe",
    "",
    (
        Section("x", "0", "Gesprächsdaten", (Question("x01", "0.1", "Wer?", QuestionType.TEXT, binding="a.b"),)),
        Section(
            "a",
            "A",
            "Ausgangslage",
            (
                Question("a01", "A.1", "Wer ist zuständig?", QuestionType.LONG_TEXT, short="Zuständigkeit"),
                Question(
                    "a02", "A.2", "Welche Stellen?", QuestionType.TABLE, short="Stellen", rows=("Leitung",),
                    columns=(Option("f", "Funktion"), Option("v", "Umfang")),
                ),
                Question("a03", "A.3", "Gibt es einen Rat?", QuestionType.YES_NO, short="Rat", free_text=True),
                Question("a04", "A.4", "Was tut er?", QuestionType.TEXT, short="Aufgabe",
                         condition=Condition("a03", ("ja",))),
                Question("a05", "A.5", "Wie viele?", QuestionType.PERCENT, short="Anteil"),
                Question(
                    "a06", "A.6", "Wie ist die Zusammenarbeit?", QuestionType.SCALE_MATRIX, short="Partner",
                    items=(Option("schulen", "Schulen"), Option("polizei", "Polizei")), scale=("schlecht", "gut"),
                ),
            ),
        ),
        Section("e", "E", "Angebote", (Question("e01", "E.1", "Wie heißt es?", QuestionType.TEXT,
                                                binding="offering.title"),), repeat=Repeat.PER_OFFERING),
        Section(
            "g",
            "G",
            "Handlungsfelder",
            (Question("g06", "G.6", "Wie dringlich?", QuestionType.SCALE, short="Dringend", scale=("kaum", "sehr")),),
            repeat=Repeat.PER_FIELD,
        ),
        Section("n", "N", "Erwartungen", (Question("n01", "N.1", "Was noch?", QuestionType.TEXT, short="Noch"),)),
    ),
)  # fmt: skip
TALK = Interview(
    id="g1", municipality_id=BESTADT, guide_id="probe", guide_version="7", held_on=date(2026, 10, 14),
    started=time(9, 30), form=InterviewForm.ON_SITE, status=InterviewStatus.DONE, person_ids=("anna", "bert"),
    interviewers="Frau Protokoll", privacy_notice_given=True, field_ids=("sprache",), note="Nur für das Amt.",
)  # fmt: skip
ANNA = Person(id="anna", name="Anna Abel", function="Leitung", unit="Sozialamt", municipality_id=BESTADT)
BERT = Person(id="bert", name="Bert Buche", function="Sachbearbeitung", municipality_id=BESTADT)


def consent(person: str, purpose: PrivacyPurpose, **given: Any) -> PrivacyConsent:
    values: dict[str, Any] = {"granted_on": date(2026, 10, 14), **given}
    return PrivacyConsent(id=f"{person}-{purpose.value}", person_id=person, purpose=purpose, **values)


def account(*records: Record, interview: Interview = TALK) -> Account:
    snapshot = Snapshot.of([*district(), *plan(), ANNA, BERT, interview, *records])
    context = Context(Facts(snapshot), materials(guide=GUIDE), Survey(Snapshot(), GUIDE))
    return Account.of(context, WORDING, interview)


def written(*records: Record, interview: Interview = TALK) -> Document:
    return minutes(account(*records, interview=interview), (), PRINTED)


def given(question: str, scope: str = "", **values: Any) -> Answer:
    return answer("g1", question, scope, **values)


def headings(document: Document, level: int) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == level]


def after(document: Document, heading: str) -> list[str]:
    """Return the words between a heading and the next one."""
    lines: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside:
            lines += said(replace(document, blocks=(block,))).strip().splitlines()
    return lines


def profile(document: Document) -> dict[str, str]:
    tables = [block for block in document.blocks if isinstance(block, Table) and block.head is TableHead.ROWS]
    return {row.cells[0]: row.cells[1] for row in tables[0].rows}


def test_the_minutes_are_a_paper_of_their_own_and_no_content_of_the_concept() -> None:
    document = written(given("a01", text="Das Sozialamt."))

    assert document.layout is Layout.PAPER
    assert {block.kind for block in document.blocks} == {BlockKind.RECORD}
    assert headings(document, 1) == ["Gesprächsprotokoll"]


def test_the_head_tells_where_when_and_how_it_was_spoken() -> None:
    told = profile(written())

    assert told["Kommune"] == "Stadt Bestadt"
    assert told["Datum"] == "14. Oktober 2026"
    assert told["Zeit"] == "ab 09:30 Uhr"
    assert told["Form"] == "Vor Ort"
    assert told["Gespräch und Protokoll"] == "Frau Protokoll"
    assert told["Leitfaden"] == "Leitfaden zur Probe, Fassung 7"
    assert told["Freigabe"] == "noch nicht erteilt"


def test_a_form_that_was_sent_back_is_no_conversation() -> None:
    words = said(written(interview=replace(TALK, form=InterviewForm.FORM)))

    assert "Schriftliche Auskunft der Stadt Bestadt vom 14. Oktober 2026" in words
    assert "Für die Kommune haben geantwortet" in words


def test_the_footer_tells_project_interview_and_day_of_printing() -> None:
    assert written().footer == "Integrationskonzept zur Probe · Gespräch vom 14.10.2026 · gedruckt am 21.11.2026"


def test_people_stand_there_by_function_until_they_consent_to_their_name() -> None:
    title = "Für die Kommune haben teilgenommen"
    without = after(written(), title)
    named = after(written(consent("anna", PrivacyPurpose.NAME)), title)

    assert "Leitung | Sozialamt" in without
    assert "Anna Abel | Leitung | Sozialamt" in named
    assert " | Sachbearbeitung |" in named
    assert "Bert" not in "".join(named)


def test_a_revoked_einwilligung_takes_the_name_away_at_once() -> None:
    revoked = consent("anna", PrivacyPurpose.NAME, revoked_on=date(2026, 11, 1))

    assert "Abel" not in said(written(revoked))


def test_a_quotation_is_attributed_to_a_function_without_an_einwilligung() -> None:
    line = given("a01", text="„Wir brauchen Zeit.“ (Anna Abel, Leitung)\nFrau Anna Abel war dabei.")
    both = (consent("anna", PrivacyPurpose.NAME), consent("anna", PrivacyPurpose.QUOTE))

    assert after(written(line), WHO)[:2] == ["„Wir brauchen Zeit.“ (Leitung)", "Leitung war dabei."]
    assert after(written(line, *both), WHO)[0] == "„Wir brauchen Zeit.“ (Anna Abel, Leitung)"


def test_a_name_alone_is_no_einwilligung_to_be_quoted() -> None:
    line = given("a01", text="„Wir brauchen Zeit.“ (Anna Abel, Leitung)\nAnna Abel war dabei.")
    told = after(written(line, consent("anna", PrivacyPurpose.NAME)), WHO)

    assert told[:2] == ["„Wir brauchen Zeit.“ (Leitung)", "Anna Abel war dabei."]


def test_a_family_name_behind_a_quotation_gives_nobody_away() -> None:
    line = given("a01", text="„Wir brauchen Zeit.“ (Frau Abel vom Sozialamt)")

    assert after(written(line), WHO)[0] == "„Wir brauchen Zeit.“ (Leitung)"


def test_a_family_name_in_the_text_gives_nobody_away() -> None:
    told = after(written(given("a01", text="Das weiß Herr Dr. Buche. Die Buche am Rathaus steht noch.")), WHO)

    assert told[0] == "Das weiß Sachbearbeitung. Die Buche am Rathaus steht noch."


def test_somebody_else_of_the_municipality_is_named_but_not_quoted_by_name() -> None:
    carl = Person(id="carl", name="Carl Clas", function="Bürgermeister", municipality_id=BESTADT)
    told = after(written(carl, given("a01", text="„So ist es.“ (Carl Clas)\nCarl Clas grüßte.")), WHO)

    assert told[:2] == ["„So ist es.“ (Bürgermeister)", "Carl Clas grüßte."]


def test_answers_stand_in_the_order_of_the_guide_under_their_questions() -> None:
    document = written(given("n01", text="Nichts."), given("a05", text="12.5"), given("a01", text="Das Sozialamt."))

    assert headings(document, 2)[1:4] == ["A Ausgangslage", "N Erwartungen", "Noch ohne Antwort"]
    assert headings(document, 3) == [WHO, "A.5 Wie viele?", "N.1 Was noch?"]
    assert after(document, "A.5 Wie viele?")[0] == "12,5 %"


def test_lines_stay_as_they_were_typed_and_dashes_are_a_list() -> None:
    document = written(given("a01", text="Zwei Stellen:\n- Amt\n- Büro\n\n1. Mai *offen*"))

    assert after(document, WHO)[:4] == ["Zwei Stellen:", "– Amt", "– Büro", "1. Mai *offen*"]


def test_a_table_is_a_table_without_rows_that_only_repeat_what_was_proposed() -> None:
    document = written(given("a02", rows=(("Leitung", ""), ("Büro", "0,5"))))
    table = next(block for block in document.blocks if isinstance(block, Table) and block.alt.endswith("A.2"))

    assert [column.title for column in table.columns] == ["Funktion", "Umfang"]
    assert [row.cells for row in table.rows] == [("Büro", "0,5")]


def test_scales_are_told_in_words() -> None:
    document = written(given("a06", rows=(("schulen", "4"), ("polizei", "n"))), given("g06", "sprache", choices=("5",)))

    assert "Stelle | Bewertung (1 = schlecht, 5 = gut)" in after(document, "A.6 Wie ist die Zusammenarbeit?")
    assert "Schulen | 4 von 5" in after(document, "A.6 Wie ist die Zusammenarbeit?")
    assert "Polizei | nicht beurteilbar" in after(document, "A.6 Wie ist die Zusammenarbeit?")
    assert "G Handlungsfelder: Sprache" in headings(document, 2)
    assert after(document, "G.6 Wie dringlich?") == ["5 von 5 (1 = kaum, 5 = sehr)"]


def test_a_choice_stands_there_with_its_remark_and_its_files() -> None:
    paper = Attachment(id="datei", name="Satzung.pdf", media_type="", size=1, sha256="")
    told = after(
        written(paper, given("a03", choices=("ja",), text="seit 2010", attachment_ids=("datei",))),
        "A.3 Gibt es einen Rat?",
    )

    assert told[:3] == ["Ja", "Bemerkung: seit 2010", "Anlage: Satzung.pdf"]


def test_what_a_condition_hides_is_never_printed() -> None:
    hidden = said(written(given("a03", choices=("nein",)), given("a04", text="Geheim")))
    shown = said(written(given("a03", choices=("ja",)), given("a04", text="Geheim")))

    assert "Geheim" not in hidden
    assert "Geheim" in shown


def test_what_is_put_off_and_what_is_declined_is_said() -> None:
    document = written(given("a01", state=AnswerState.LATER), given("a05", text="7", state=AnswerState.DECLINED))

    assert after(document, WHO) == ["Wird nachgereicht."]
    assert after(document, "A.5 Wie viele?")[0] == "Keine Angabe."
    assert after(document, "Das reicht die Kommune nach") == ["– A.1 Zuständigkeit"]


def test_what_stayed_without_an_answer_is_named_below_its_section() -> None:
    document = written(given("a01", text="Das Sozialamt."))

    assert after(document, WHO)[1:] == ["Ohne Antwort: A.2 Stellen; A.3 Rat; A.5 Anteil; A.6 Partner."]
    assert after(document, "Noch ohne Antwort") == ["E Angebote; G Handlungsfelder: Sprache; N Erwartungen."]


def test_notes_stay_in_the_office() -> None:
    assert "Nur für das Amt" not in said(written(given("a01", text="Amt", note="Nur für das Amt.")))


def test_offerings_that_were_recorded_in_the_interview_are_told() -> None:
    document = written(
        Offering(id="o1", title="Sprachcafé", municipality_id=BESTADT, interview_id="g1", provider="Verein",
                 people_per_year=1200, may_publish=False),
        Offering(id="o2", title="Anderes", municipality_id=BESTADT),
    )  # fmt: skip

    assert headings(document, 3) == ["Sprachcafé"]
    assert "Erreichte Menschen im Jahr | 1.200" in after(document, "Sprachcafé")
    assert "Anderes" not in said(document)


def test_where_it_is_signed_is_what_the_minutes_close_with() -> None:
    document = written(given("a01", text="Amt"))
    closing = next(block for block in document.blocks if block.id == document.closes_with)

    assert isinstance(closing, Heading)
    assert closing.text == "Freigabe durch die Kommune"


def test_the_municipality_reads_what_its_release_means_and_finds_where_to_sign() -> None:
    document = written(given("a01", text="Amt"))
    boxes = [block for block in document.blocks if isinstance(block, Paragraph) and block.style is ParagraphStyle.BOX]

    assert "kein Einvernehmen mit dem Konzept" in said(replace(document, blocks=tuple(boxes)))
    assert [line.split(" | ")[0] for line in after(document, "Freigabe durch die Kommune")[2:]] == [
        "Freigabe", "Freigegeben am", "durch (Name und Funktion)", "Unterschrift",
    ]  # fmt: skip
    assert document.status == "noch nicht freigegeben"


def test_a_release_that_holds_has_its_day_in_the_place_for_it() -> None:
    document = written(given("a01", text="Amt"), interview=replace(TALK, released_on=RELEASED))

    assert "Freigegeben am | 10. November 2026" in after(document, "Freigabe durch die Kommune")
    assert document.status == "freigegeben"


def changed(before: Sequence[Record], now: Sequence[Record], interview: Interview = TALK) -> Document:
    talk = replace(interview, released_on=RELEASED)
    found = differences(account(*before, interview=replace(TALK, released_on=RELEASED)), account(*now, interview=talk))
    dated = [replace(one, change=replace(one.change, day=date(2026, 11, 20))) for one in found]
    return minutes(account(*now, interview=talk), dated, PRINTED)


def test_what_was_changed_added_or_removed_after_the_release_is_marked() -> None:
    document = changed(
        [given("a01", text="Amt"), given("a05", text="7")], [given("a01", text="Büro"), given("n01", text="Neu")]
    )

    assert after(document, WHO)[:2] == [
        "► Nach der Freigabe geändert am 20. November 2026.",
        "Büro",
    ]
    assert after(document, "A.5 Wie viele?")[0] == "► Nach der Freigabe entfernt am 20. November 2026."
    assert after(document, "N.1 Was noch?") == ["► Nach der Freigabe ergänzt am 20. November 2026.", "Neu"]
    assert "wurden drei Stellen geändert: am 20.11.2026 A.1 Zuständigkeit, A.5 Anteil, N.1 Noch. Sie sind" in said(
        document
    )
    assert document.status == "nach der Freigabe geändert"
    assert "7 %" not in said(document)


def test_what_a_later_answer_hides_is_marked_as_removed_without_its_answer() -> None:
    document = changed(
        [given("a03", choices=("ja",)), given("a04", text="Geheim")],
        [given("a03", choices=("nein",)), given("a04", text="Geheim")],
    )

    assert after(document, "A.4 Was tut er?")[0] == "► Nach der Freigabe entfernt am 20. November 2026."
    assert "Geheim" not in said(document)


def test_another_day_of_the_interview_is_marked_below_the_head() -> None:
    document = changed([], [], replace(TALK, held_on=date(2026, 10, 15)))

    assert "► Nach der Freigabe geändert am 20. November 2026." in said(document)


def test_an_offering_that_is_gone_is_told_by_its_name_only() -> None:
    offering = Offering(id="o1", title="Sprachcafé", interview_id="g1", provider="Verein Brücke")
    document = changed([offering], [])

    assert after(document, "Sprachcafé") == ["► Nach der Freigabe entfernt am 20. November 2026."]


def test_a_note_is_no_change_of_the_minutes() -> None:
    assert differences(account(given("a01", text="Amt")), account(given("a01", text="Amt", note="Neu"))) == ()


def test_an_offering_with_another_name_is_changed() -> None:
    old, new = (Offering(id="o1", title=title, interview_id="g1", provider="Verein") for title in ("Café", "Treff"))

    assert [one.change.kind for one in differences(account(old), account(new))] == [ChangeKind.CHANGED]
