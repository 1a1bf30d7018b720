"""Check that every name of a record is known, and every kind has a German name."""

from typing import Any

from kizdesk.domain.base import kind_of
from kizdesk.domain.codec import field_names
from kizdesk.domain.kinds import counted, kind_name
from kizdesk.domain.references import REFERENCES
from kizdesk.domain.registry import RECORD_TYPES

# Names of data that is not a record of the project, or of a record whose kind another field tells.
ELSEWHERE = {
    ("answer", "question_id"),
    ("chapter_text", "module_id"),
    ("field_of_action", "catalogue_id"),
    ("form_issue", "guide_id"),
    ("form_issue", "section_ids"),
    ("guide_edition", "guide_id"),
    ("interview", "guide_id"),
    ("project", "guide_id"),
    ("project", "legal_basis_id"),
    ("vote", "subject_id"),
}


def _fields(hint: Any) -> tuple[str, ...]:
    return field_names(hint)


def test_every_field_that_names_a_record_is_known() -> None:
    known = {(kind_of(reference.owner), reference.field) for reference in REFERENCES}
    named = {
        (kind_of(record_type), field)
        for record_type in RECORD_TYPES
        for field in _fields(record_type)
        if field.endswith(("_id", "_ids"))
    }

    assert named - ELSEWHERE == known - {("vote", "speaks_for")}


def test_every_kind_of_record_has_a_german_name() -> None:
    assert all(kind_name(record_type) and counted(record_type, 2) for record_type in RECORD_TYPES)
