"""Check that a .docx is what Word takes without a question: names, relations, marks, fields, numbers."""

from __future__ import annotations

from kizdesk.writers.word.soundness.fields import field_faults
from kizdesk.writers.word.soundness.marks import bookmark_faults, comment_faults, footnote_faults
from kizdesk.writers.word.soundness.names import drawing_faults, number_faults, style_faults
from kizdesk.writers.word.soundness.parts import Parts
from kizdesk.writers.word.soundness.relations import relation_faults

__all__ = ["faults"]

_CHECKS = (
    relation_faults,
    style_faults,
    number_faults,
    drawing_faults,
    bookmark_faults,
    field_faults,
    footnote_faults,
    comment_faults,
)


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a .docx, a line for each fault; empty for a sound one."""
    parts = Parts.of(data)
    return [fault for check in _CHECKS for fault in check(parts)]
