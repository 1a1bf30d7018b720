"""Describe where the integration centre stands, what it does, and what the district may do instead."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationVariant(Record):
    """Be one way to place the centre in the administration."""

    title: str
    description: str = ""
    advantages: str = ""
    disadvantages: str = ""
    chosen: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreTask(Record):
    """Be a task of the centre; those of the law are copied from the legal basis with their source."""

    title: str
    text: str = ""
    source: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseOfAction(Record):
    """Be one of the options put before a body, such as to apply now or to wait."""

    title: str
    text: str = ""
    chosen: bool = False
    position: int = 0
