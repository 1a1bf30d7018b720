"""Step 1, Grundlagen: the municipalities of the district, and what adding or removing one means."""

from __future__ import annotations

from kizdesk.domain.errors import UserError
from kizdesk.domain.places import District, Municipality
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, consequences, losses

_DIGITS = 8


def add_municipality(project: OpenProject, ags: str, name: str) -> Municipality:
    """Add a municipality under its official key; raises UserError if key or name do not do."""
    ags, name = ags.replace(" ", ""), name.strip()
    district = next(iter(project.snapshot.all(District)))
    if not (ags.isascii() and ags.isdigit() and len(ags) == _DIGITS and ags.startswith(district.id)):
        raise UserError(
            f"Der Gemeindeschlüssel hat acht Ziffern und beginnt hier mit {district.id}. Bitte den Schlüssel prüfen."
        )
    taken = project.snapshot.find(Municipality, ags)
    if taken is not None:
        raise UserError(f"Der Schlüssel {ags} gehört schon zu {taken.name}. Bitte den Schlüssel prüfen.")
    if not name:
        raise UserError("Eine Kommune braucht einen Namen. Bitte den Namen eingeben.")
    return add(project, Municipality(id=ags, name=name, kind="Gemeinde"), "Kommune hinzufügen")


def consequences_of_adding() -> str:
    """Say what a municipality more means for the project."""
    return (
        "Die Kommune kommt in die Übersicht der Gespräche, in den Vergleich und in das Register: "
        "Auch mit ihr ist ein Gespräch zu führen und ihr Einvernehmen einzuholen. "
        "Zuschnitt und Zahlen ändern sich nur bei einer Gebietsreform oder einem Fehler im Verzeichnis."
    )


def consequences_of_removing(project: OpenProject, ags: str) -> str:
    """Say what removing a municipality takes with it; raises UserError if something keeps it."""
    consequences(project.snapshot, Municipality, ags)
    name = project.snapshot.get(Municipality, ags).name
    also = losses(project.snapshot, Municipality, ags)
    lost = f" Damit wird auch gelöscht: {also}." if also else ""
    return (
        f"{name} fällt aus der Übersicht, dem Vergleich, der Karte und dem Register; "
        f"ihr Einvernehmen wird nicht mehr verlangt.{lost}"
    )
