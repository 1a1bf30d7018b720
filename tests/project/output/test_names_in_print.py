"""Nobody is named in anything that is printed without an Einwilligung that holds: every output is searched."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kizdesk.concept.essence import shown
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.tree import Document, Figure, Quotation
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.guide import Guide, Question, QuestionType, Repeat
from kizdesk.domain.interviews import (
    Answer,
    EvidenceKind,
    FundingRow,
    Interview,
    InterviewStatus,
    Offering,
    answer_id,
    passage_text,
)
from kizdesk.domain.people import Person, PrivacyPurpose
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.comparison import compare
from kizdesk.project.concept import present_document
from kizdesk.project.evaluation.evidence import evidence
from kizdesk.project.evaluation.marking import mark_evidence
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.wish import FormWish, issues
from kizdesk.project.interviews.edit import add_interview, guide_of, put_answer
from kizdesk.project.interviews.minutes import minutes_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import export_version_word, export_word_estimated
from kizdesk.project.participation.consent_changes import changes_between
from kizdesk.project.privacy import set_consent
from kizdesk.project.records import add, delete, set_value, set_values
from kizdesk.project.runner.ask import options_of
from kizdesk.project.runner.known import take_over
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.quoting import quotation
from kizdesk.project.versions.freezing import VersionWish, changes_since, freeze, version_document

DORMAGEN = "05162004"
NAME, FUNCTION = "Žofia Đorđević-Ørsted", "Integrationsbeauftragte"
WORDS = "Wir brauchen endlich verlässliche Räume für alle, die hier ankommen und bleiben."
PLAIN = "Die Wege sind kurz, und das hilft den Familien im ganzen Stadtgebiet sehr."
SAID = quotation(WORDS, f"{NAME}, {FUNCTION}")
TEXT = f"{PLAIN}\n{SAID}\nFrau Đorđević-Ørsted leitet den Arbeitskreis."
GIVEN = date(2026, 1, 5)
Outputs = Mapping[str, str]


def silent(_text: str, _share: float) -> None:
    """Hear of progress and go on."""


@pytest.fixture
def spoken(project: OpenProject) -> Interview:
    """Return an interview in which the same person is quoted and spoken of in every answer that takes words."""
    person = add(project, Person(id="p1", name=NAME, function=FUNCTION, municipality_id=DORMAGEN))
    fields = [field.id for field in project.snapshot.all(FieldOfAction)][:2]
    for field in fields:
        set_value(project, FieldOfAction, field, "status", FieldStatus.ADOPTED)
    made = add_interview(project, DORMAGEN)
    values: dict[str, object] = {
        "person_ids": (person.id,),
        "field_ids": tuple(fields),
        "held_on": GIVEN,
        "status": InterviewStatus.DONE,
    }
    set_values(project, Interview, made.id, values)
    for question, scope in _asked(guide_of(project, made), fields):
        answer = _answer(project, made, question, scope)
        if answer is not None:
            kept = put_answer(project, answer)
            for wording in (WORDS, SAID, PLAIN):
                if wording in passage_text(kept):
                    mark_evidence(project, kept.id, fields[0], EvidenceKind.NEED, wording)
    funding = (FundingRow(source=TEXT, programme=TEXT, until=TEXT),)
    told = dict.fromkeys(("title", "provider", "partners", "place", "description", "success"), TEXT)
    for key, interview_id in (("o1", made.id), ("o2", "")):
        add(project, Offering(id=key, title="Sprachcafé", municipality_id=DORMAGEN, interview_id=interview_id))
        set_values(project, Offering, key, {**told, "funding": funding, "field_ids": tuple(fields)})
    return project.snapshot.get(Interview, made.id)


def _asked(guide: Guide, fields: list[str]) -> Iterator[tuple[Question, str]]:
    for section in guide.sections:
        for question in section.questions:
            if not question.binding:
                yield from ((question, scope) for scope in (fields if section.repeat is Repeat.PER_FIELD else [""]))


def _answer(project: OpenProject, interview: Interview, question: Question, scope: str) -> Answer | None:
    blank = Answer(id="", interview_id=interview.id, question_id=question.id, scope_id=scope, text=TEXT)
    match question.type:
        case QuestionType.TEXT | QuestionType.LONG_TEXT | QuestionType.FILE:
            return blank
        case QuestionType.TABLE:
            return replace(blank, rows=(tuple(TEXT.replace("\n", " ") for _ in question.columns),))
        case QuestionType.SINGLE | QuestionType.MULTIPLE | QuestionType.YES_NO | QuestionType.YES_NO_PARTLY:
            options = options_of(project, question)
            return replace(blank, choices=(options[0].id,)) if options else None
        case _:
            return None


def _words(document: Document) -> str:
    blocks = [shown(block) for block in document.blocks]
    return "\n".join([*blocks, *(block.svg for block in document.blocks if isinstance(block, Figure))])


def _compared(project: OpenProject, interview: Interview) -> Iterator[str]:
    for question, scope in _asked(guide_of(project, interview), list(interview.field_ids)):
        for row in compare(project, question.id, scope).rows:
            yield row.words


def _forms(project: OpenProject) -> Iterator[str]:
    wish = FormWish(municipality_ids=(DORMAGEN,), field_ids=project.snapshot.all(Interview)[0].field_ids)
    for issue in issues(project, wish):
        for part in SheetMaker(project, wish).sheet(issue).parts:
            if part.letter != "0":  # who answers is asked for there: those people are written to, not quoted
                yield repr(part)


def outputs(project: OpenProject, interview: Interview) -> Outputs:
    """Return everything that is printed or listed, as text."""
    version = project.snapshot.all(ConceptVersion)
    found = {
        "Konzept": _words(present_document(project)),
        "Protokoll": _words(minutes_document(project, interview.id)),
        "Vergleich": "\n".join(_compared(project, interview)),
        "Belege": "\n".join(row.wording for row in evidence(project)),
        "Formulare": "\n".join(_forms(project)),
    }
    if version:
        found["Fassung"] = _words(version_document(project, version[0].id))
        changes = changes_since(project, version[0].id)
        found["Änderungen"] = "\n".join(f"{change.before}\n{change.after}" for change in changes)
        placed = changes_between(project, version[0].id, version[-1].id)
        found["Fassungen"] = "\n".join(f"{one.change.before}\n{one.change.after}" for one in placed)
    return found


def _named_in(found: Outputs) -> list[str]:
    return [name for name, text in found.items() if "Žofia" in text or "Đorđević" in text]


def _consent(project: OpenProject, *purposes: PrivacyPurpose) -> None:
    for purpose in purposes:
        set_consent(project, "p1", purpose, "granted_on", GIVEN)


def _revoke(project: OpenProject) -> None:
    for purpose in (PrivacyPurpose.NAME, PrivacyPurpose.QUOTE):
        set_consent(project, "p1", purpose, "revoked_on", date(2026, 1, 9))


def test_without_any_einwilligung_no_output_names_anybody(project: OpenProject, spoken: Interview) -> None:
    found = outputs(project, spoken)
    assert _named_in(found) == []
    assert all(FUNCTION in text for name, text in found.items() if name != "Belege")


def test_an_einwilligung_to_be_quoted_is_none_to_be_named(project: OpenProject, spoken: Interview) -> None:
    _consent(project, PrivacyPurpose.QUOTE, PrivacyPurpose.RECORDING, PrivacyPurpose.PHOTO)
    assert _named_in(outputs(project, spoken)) == []


def test_a_name_is_not_put_beside_words_without_an_einwilligung_to_be_quoted(
    project: OpenProject, spoken: Interview
) -> None:
    _consent(project, PrivacyPurpose.NAME)
    for name, text in outputs(project, spoken).items():
        assert f"“ ({NAME}" not in text, name


def test_with_both_the_person_is_named(project: OpenProject, spoken: Interview) -> None:
    _consent(project, PrivacyPurpose.NAME, PrivacyPurpose.QUOTE)
    assert {"Konzept", "Protokoll", "Vergleich"} <= set(_named_in(outputs(project, spoken)))


@pytest.mark.parametrize("end", [_revoke, lambda project: set_value(project, Person, "p1", "name", NAME)])
def test_what_was_frozen_with_an_einwilligung_is_printed_as_it_holds_today(
    project: OpenProject, spoken: Interview, end: Callable[[OpenProject], None]
) -> None:
    _consent(project, PrivacyPurpose.NAME, PrivacyPurpose.QUOTE)
    version = freeze(project, VersionWish("Entwurf"))
    assert "Fassung" in _named_in(outputs(project, spoken))
    end(project)
    found = outputs(project, spoken)
    assert ("Fassung" in _named_in(found)) is (end is not _revoke)
    if end is _revoke:
        assert _named_in(found) == []
        printed = (present_document(project), version_document(project, version.id))
        assert not [block for document in printed for block in document.blocks if isinstance(block, Quotation)]
    assert fingerprint(version_document(project, version.id)) == version.fingerprint
    assert not changes_since(project, version.id)


def test_no_word_file_holds_a_name_after_the_revocation(
    project: OpenProject, spoken: Interview, tmp_path: Path
) -> None:
    _consent(project, PrivacyPurpose.NAME, PrivacyPurpose.QUOTE)
    version = freeze(project, VersionWish("Entwurf"))
    _revoke(project)
    written = export_word_estimated(project, tmp_path, silent)
    frozen = export_version_word(project, version.id, tmp_path / "Fassung.docx", silent, estimated=True)
    assert spoken.municipality_id == DORMAGEN
    for file in (written, frozen):
        with zipfile.ZipFile(file.path) as package:
            for name in package.namelist():
                assert "Đorđević".encode() not in package.read(name), name


def test_words_taken_over_are_those_of_who_said_them(project: OpenProject, spoken: Interview) -> None:
    other = add(project, Person(id="p2", name="Ada Quist", function="Amtsleiterin", municipality_id=DORMAGEN))
    for purpose in (PrivacyPurpose.NAME, PrivacyPurpose.QUOTE):
        set_consent(project, other.id, purpose, "granted_on", GIVEN)
    again = add_interview(project, DORMAGEN)
    set_values(project, Interview, again.id, {"person_ids": (other.id,), "field_ids": spoken.field_ids})
    text = next(it for it in project.snapshot.all(Answer) if it.interview_id == spoken.id and it.text == TEXT)
    place = Place(guide_of(project, again).section_of(text.question_id).id, text.question_id, text.scope_id)
    take_over(project, again.id, place, spoken.id)
    taken = project.snapshot.get(Answer, answer_id(again.id, text.question_id, text.scope_id))
    field = project.snapshot.all(FieldOfAction)[0].id
    mark_evidence(project, taken.id, field, EvidenceKind.NEED, WORDS)
    found = outputs(project, project.snapshot.get(Interview, again.id))
    assert _named_in(found) == []
    assert f"„{WORDS}“ (Ada" not in found["Konzept"]
    assert not [block for block in present_document(project).blocks if isinstance(block, Quotation)]


def test_what_was_frozen_names_nobody_though_the_answer_is_deleted_since(
    project: OpenProject, spoken: Interview
) -> None:
    _consent(project, PrivacyPurpose.NAME, PrivacyPurpose.QUOTE)
    version = freeze(project, VersionWish("Entwurf"))
    for answer in project.snapshot.all(Answer):
        delete(project, Answer, answer.id)
    delete(project, Offering, "o1")
    _revoke(project)
    printed = _words(version_document(project, version.id))
    assert spoken.id
    assert "Đorđević" not in printed


def test_what_differs_between_two_versions_names_nobody_after_the_revocation(
    project: OpenProject, spoken: Interview
) -> None:
    _consent(project, PrivacyPurpose.NAME, PrivacyPurpose.QUOTE)
    freeze(project, VersionWish("Erster Entwurf"))
    set_value(project, Offering, "o1", "title", "Lernen")
    for answer in project.snapshot.all(Answer):
        if answer.text == TEXT:
            set_value(project, Answer, answer.id, "text", f"{TEXT} Mehr.")
    freeze(project, VersionWish("Zweiter Entwurf"))
    assert "Fassungen" in _named_in(outputs(project, spoken))
    _revoke(project)
    found = outputs(project, spoken)
    assert "Mehr." in found["Fassungen"]
    assert _named_in(found) == []
