"""Find texts that the PDF can show only with a mark before they are printed."""

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import Measure
from kizdesk.domain.interviews import Answer
from kizdesk.domain.places import Project
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.checking.findings import Finding, Severity, check
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value


def found(project: OpenProject) -> list[Finding]:
    return [finding for finding in check(project) if finding.rule == "unprintable"]


def test_usual_texts_print_as_they_are(example: OpenProject) -> None:
    write_chapter(example, "vorwort", "Şahin, Đorđević, Łukasz, Nguyễn, Олексій, 12 € – „ja“ ✓")

    assert found(example) == []


def test_a_chapter_with_arabic_letters_is_named_with_its_place(project: OpenProject) -> None:
    write_chapter(project, "vorwort", "Willkommen, شاهين.")

    (finding,) = found(project)
    assert finding.severity is Severity.HINT
    assert "„ش“" in finding.message
    assert (finding.target.step, finding.target.kind, finding.target.id) == (Step.BASICS, "chapter_text", "vorwort")


def test_a_measure_is_found_by_its_own_record(example: OpenProject) -> None:
    measure = example.snapshot.all(Measure)[0]
    set_value(example, Measure, measure.id, "title", "Sprachcafé 😀")

    assert [finding.target for finding in found(example)] == [Target(Step.FIELDS, "measure", measure.id, "title")]


def test_what_is_never_printed_is_no_finding(example: OpenProject) -> None:
    answer = example.snapshot.all(Answer)[0]
    set_value(example, Answer, answer.id, "note", "nur für uns: 🤔")

    assert found(example) == []


def test_the_title_of_the_project_stands_on_the_cover(project: OpenProject) -> None:
    (settings,) = project.snapshot.all(Project)
    set_value(project, Project, settings.id, "title", "Konzept 🎉")

    assert [finding.target.kind for finding in found(project)] == ["project"]
