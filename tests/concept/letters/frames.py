"""Hold the two sides of a letter for tests."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from typing import Any

from kizdesk.concept.wording import Wording
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.versions import ConceptVersion
from kizdesk.places import resources_dir

WORDS = Wording.of(tomllib.loads((resources_dir() / "concept" / "letters.toml").read_text(encoding="utf-8")))
CONTACT = Person(id="k", name="Đorđe Łukasz", function="Leitung", phone="02181 6010", email="ki@kreis.de")
MAYOR = Person(id="m", name="Eva Maier", function="Bürgermeisterin", municipality_id="05570008")
LAST = date(2026, 12, 18)
VERSION = ConceptVersion(
    id="f3",
    number=3,
    name="nach der Beteiligung",
    frozen_at=datetime(2026, 11, 20, 9, tzinfo=UTC),
    fingerprint="0123456789abcdef" * 4,
    tree_sha256="x",
)


def parts(**given: Any) -> dict[str, Any]:
    """Return what the frame of a letter is made of."""
    return {
        "project": Project(id="project", title="Integrationskonzept"),
        "district": District(id="05570", name="Kreis Warendorf"),
        "sender": ("Kreis Warendorf", "Kommunales Integrationszentrum", "Waldenburger Straße 2", "ki@kreis.de"),
        "contact": CONTACT,
        "return_address": CONTACT.email,
        "municipality": Municipality(id="05570008", name="Beckum", kind="Stadt"),
        "addressee": MAYOR,
        "dated": date(2026, 11, 21),
        **given,
    }
