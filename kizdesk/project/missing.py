"""Name one thing that a project lacks, with the place to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.checks import Target


@dataclass(frozen=True, slots=True)
class Missing:
    """Be one thing that is missing, and the place to mend it."""

    text: str
    target: Target
