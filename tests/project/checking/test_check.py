from datetime import date

from kizdesk.domain.fields import FieldOfAction
from kizdesk.project.checking.findings import Severity, check, is_refused
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.versions.freezing import VersionWish, freeze


def rules(project: OpenProject) -> set[str]:
    return {finding.rule for finding in check(project)}


def test_a_new_project_lacks_interviews_and_a_version(project: OpenProject) -> None:
    assert {"no_version"} <= rules(project)
    assert is_refused(check(project))


def test_the_heaviest_findings_come_first(project: OpenProject) -> None:
    weights = [list(Severity).index(finding.severity) for finding in check(project)]

    assert weights == sorted(weights)


def test_every_finding_says_what_to_do_and_leaves_no_placeholder(project: OpenProject, example: OpenProject) -> None:
    for finding in (*check(project), *check(example)):
        assert finding.message
        assert finding.advice
        assert "{" not in finding.message + finding.advice


def test_a_change_after_the_version_is_found(example: OpenProject) -> None:
    assert "version_outdated" not in rules(example)
    set_value(example, FieldOfAction, "bildung", "needs", "Ganz anders.")

    assert "version_outdated" in rules(example)


def test_a_version_without_consents_lacks_those_of_its_municipalities(project: OpenProject) -> None:
    freeze(project, VersionWish("Entwurf", dated=date(2026, 1, 5)))

    missing = [finding for finding in check(project) if finding.rule == "consent_open"]
    assert len(missing) == 8
