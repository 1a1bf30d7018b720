"""Test what invitation, request and reminder tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from kizdesk.concept.letters.content import Texts
from kizdesk.concept.letters.invitation import Invitation, invitation
from kizdesk.concept.letters.reminder import Reminder, reminder
from kizdesk.concept.letters.request import Changed, Request, request
from kizdesk.concept.tree import Paragraph, Table
from kizdesk.domain.interviews import Interview, InterviewForm
from kizdesk.domain.requests import ConsentRequest
from tests.concept.letters.frames import CONTACT, LAST, MAYOR, VERSION, WORDS, parts
from tests.concept.sample import said

TALK = Interview(
    id="i",
    municipality_id="05570008",
    guide_id="g",
    guide_version="1",
    held_on=date(2027, 1, 12),
    started=time(10),
    form=InterviewForm.ON_SITE,
)
INVITATION = Invitation(
    **parts(),
    texts=Texts("Einladung", "wir laden Sie ein, {Termin}.", last=LAST),
    interview=TALK,
    invited=(MAYOR,),
    sections=("Strukturen", "Gremien"),
    length="etwa zwei Stunden",
)
OLD = replace(VERSION, id="f2", number=2)
REQUEST = Request(
    **parts(),
    texts=Texts("Bitte, {Fassung}", "wir bitten {die Kommune} um ihr Einvernehmen:", last=LAST),
    version=VERSION,
)
CHANGE = Changed("4.2 Maßnahme „Sprachmittlerpool“", "Zeitraum", "2026", "2027")
REMINDER = Reminder(
    **parts(),
    texts=Texts("Erinnerung", "{angefragt} haben wir {die Kommune} gebeten.", last=LAST),
    version=VERSION,
    asked=ConsentRequest(
        id="a", version_id="f3", municipality_id="05570008", requested_on=date(2026, 10, 1), due_on=date(2026, 11, 1)
    ),
)


def test_an_invitation_tells_when_where_who_how_long_and_what() -> None:
    text = said(invitation(INVITATION, WORDS))
    for told in ("12. Januar 2027, 10:00 Uhr", "in der Stadt Beckum", "etwa zwei Stunden", "Đorđe Łukasz (Leitung)"):
        assert told in text
    assert "Eva Maier (Bürgermeisterin)" in text
    assert "Strukturen, Gremien" in text
    assert "Bitte bestätigen Sie den Termin bis zum 18. Dezember 2026 per E-Mail an ki@kreis.de" in text
    assert "Anlage: Information zum Datenschutz nach Art. 13 DSGVO" in text


def test_a_section_about_the_talk_itself_is_no_theme() -> None:
    text = said(invitation(replace(INVITATION, sections=("Strukturen", "Gremien", "Abschluss")), WORDS))
    assert "Strukturen, Gremien" in text
    assert "Abschluss" not in text


def test_a_line_typed_below_a_list_begins_a_paragraph() -> None:
    texts = replace(INVITATION.texts, text="- Erstens.\n- Zweitens.\nBitte sagen Sie zu.")
    blocks = invitation(replace(INVITATION, texts=texts), WORDS).blocks
    assert any(isinstance(block, Paragraph) and block.runs[0].text == "Bitte sagen Sie zu." for block in blocks)


def test_an_invitation_without_a_day_asks_for_days() -> None:
    text = said(invitation(replace(INVITATION, interview=None), WORDS))
    assert "zwei oder drei Termine, die Ihnen passen" in text
    assert "wir laden Sie ein, zu einem Termin, den wir mit Ihnen vereinbaren." in text
    assert "Ort" not in text


def test_nobody_is_asked_to_confirm_after_the_interview() -> None:
    soon = replace(TALK, held_on=date(2026, 12, 1))
    text = said(invitation(replace(INVITATION, interview=soon), WORDS))
    assert "18. Dezember" not in text
    assert "Bitte bestätigen Sie den Termin per E-Mail an ki@kreis.de" in text


def test_the_interviewers_that_are_entered_come() -> None:
    named = replace(TALK, interviewers="Ayşe Çelik und Tom Weber")
    text = said(invitation(replace(INVITATION, interview=named, contact=CONTACT), WORDS))
    assert "Von uns kommt | Ayşe Çelik und Tom Weber" in text


def test_a_request_names_the_version_and_the_start_of_its_fingerprint() -> None:
    document = request(replace(REQUEST, reply_form="Einvernehmen Beckum – Fassung 3.pdf"), WORDS)
    text = said(document)
    assert document.title == "Bitte, Fassung 3"
    assert "3, „nach der Beteiligung“" in text
    assert "0123 4567 89ab cdef … (Kennzeichen genau dieser Fassung;" in text
    assert "Bitte antworten Sie bis zum 18. Dezember 2026 per E-Mail an ki@kreis.de." in text
    assert "Antwortformular „Einvernehmen Beckum – Fassung 3.pdf“" in text


def test_who_never_agreed_reads_nothing_of_changes() -> None:
    assert "zugestimmt" not in said(request(REQUEST, WORDS))


def test_who_agreed_reads_that_nothing_changed() -> None:
    assert "Seither hat sich nichts geändert" in said(request(replace(REQUEST, agreed_to=OLD), WORDS))


def test_a_few_changes_stand_in_the_letter_itself() -> None:
    document = request(replace(REQUEST, agreed_to=OLD, changes=(CHANGE, CHANGE)), WORDS)
    assert said(document).count("4.2 Maßnahme „Sprachmittlerpool“: Zeitraum") == 1
    assert not any(block.landscape for block in document.blocks)


def test_many_changes_stand_in_an_annex_side_by_side() -> None:
    document = request(replace(REQUEST, agreed_to=OLD, changes=(CHANGE,) * 8), WORDS)
    assert "sie stehen in der Anlage" in said(document)
    assert "Änderungen seit der Fassung 2" in said(document)
    table = document.blocks[-1]
    assert isinstance(table, Table)
    assert table.landscape
    assert table.rows[0].cells == ("4.2 Maßnahme „Sprachmittlerpool“", "Zeitraum", "2026", "2027")


def test_a_reminder_tells_of_which_request_when_and_until_when() -> None:
    text = said(reminder(REMINDER, WORDS))
    assert "am 1. Oktober 2026 haben wir die Stadt Beckum gebeten." in text
    assert "Antwort erbeten bis | 1. November 2026" in text
    assert "Schon erinnert" not in text
    assert "nun bis zum 18. Dezember 2026" in text


def test_a_reminder_of_a_request_without_a_day_stays_a_sentence() -> None:
    asked = ConsentRequest(id="a", version_id="f3", municipality_id="05570008")
    text = said(reminder(replace(REMINDER, asked=asked), WORDS))
    assert "vor einiger Zeit haben wir" in text
    assert "Angefragt am" not in text
