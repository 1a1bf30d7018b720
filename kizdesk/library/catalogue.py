"""Read districts and municipalities, from the catalogue or from a table of its layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from kizdesk.domain.errors import ShapeError
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.library.tables import Row, read_table

ZERO = Decimal(0)
INDEPENDENT = "kreisfreie Stadt"
MUNICIPALITY_COLUMNS = (
    "ags",
    "ars",
    "name",
    "name_amtlich",
    "art",
    "kreis_ags",
    "kreis_name",
    "einwohner",
    "flaeche_km2",
    "stand",
)
DISTRICT_COLUMNS = ("kreis_ags", "name", "typ", "anzahl_gemeinden", "einwohner", "flaeche_km2", "stand")
_KINDS = {
    "Kreis": DistrictKind.DISTRICT,
    "Städteregion": DistrictKind.CITY_REGION,
    INDEPENDENT: DistrictKind.INDEPENDENT_CITY,
}


def read_districts(path: Path, shown: str, source: str) -> tuple[District, ...]:
    """Return the districts of the catalogue in the order of their keys."""
    rows = read_table(path, shown, DISTRICT_COLUMNS)
    districts = [_district(row, source) for row in rows]
    _refuse_doubles(rows, [district.id for district in districts])
    return tuple(sorted(districts, key=lambda district: district.id))


def read_municipalities(path: Path, shown: str) -> dict[str, tuple[Municipality, ...]]:
    """Return the municipalities of each district; a kreisfreie Stadt has none."""
    rows = read_table(path, shown, MUNICIPALITY_COLUMNS)
    _refuse_doubles(rows, [row.key("ags", 8) for row in rows])
    found: dict[str, list[Municipality]] = {}
    for row in rows:
        members = found.setdefault(_district_key(row), [])
        if row.text("art") != INDEPENDENT:
            members.append(_municipality(row))
    return {key: tuple(members) for key, members in found.items()}


def read_own_district(path: Path) -> tuple[District, tuple[Municipality, ...]]:
    """Return the one district of a table from outside, with its municipalities.

    Raises ShapeError with file and line for the first fault, EnvironmentFault if the file cannot be read.
    """
    shown = path.name
    municipalities = read_municipalities(path, shown)
    rows = read_table(path, shown, MUNICIPALITY_COLUMNS)
    if not rows:
        raise ShapeError(shown, "Die Datei enthält keine Gemeinde. Bitte eine Zeile je Gemeinde eintragen.")
    first = rows[0]
    for row in rows:
        if _district_key(row) != _district_key(first):
            message = f"Diese Gemeinde gehört zu einem anderen Kreis als {first.text('name')} in Zeile {first.line}."
            raise row.fault(f"{message} Bitte nur die Gemeinden eines Kreises in die Datei schreiben.")
        if row.text("kreis_name") != first.text("kreis_name"):
            raise row.fault(f"Der Kreis heißt hier anders als in Zeile {first.line}. Bitte angleichen.")
    (members,) = municipalities.values()
    return _own_district(rows, shown), members


def _district(row: Row, source: str) -> District:
    kind = _KINDS.get(row.text("typ"))
    if kind is None:
        raise row.fault(f"„{row.text('typ')}“ ist hier nicht möglich. Möglich sind: {', '.join(_KINDS)}.")
    return District(
        id=row.key("kreis_ags", 5),
        name=_plain_name(row.text("name")),
        kind=kind,
        population=row.whole("einwohner"),
        area_km2=row.decimal("flaeche_km2"),
        as_of=row.day("stand"),
        source=source,
    )


def _plain_name(name: str) -> str:
    """Return a name without the suffix behind its comma: ``Hagen, Stadt der FernUniversität`` is ``Hagen``."""
    return name.partition(",")[0]


def _municipality(row: Row) -> Municipality:
    return Municipality(
        id=row.key("ags", 8),
        name=row.text("name"),
        official_name=row.values["name_amtlich"] or row.text("name"),
        kind=row.text("art"),
        population=row.whole("einwohner"),
        area_km2=row.decimal("flaeche_km2"),
        as_of=row.day("stand"),
    )


def _own_district(rows: Sequence[Row], shown: str) -> District:
    first = rows[0]
    population = [row.whole("einwohner") for row in rows]
    areas = [row.decimal("flaeche_km2") for row in rows]
    days = {row.day("stand") for row in rows}
    return District(
        id=_district_key(first),
        name=_plain_name(first.text("kreis_name")),
        kind=_own_kind(rows),
        population=None if None in population else sum(number or 0 for number in population),
        area_km2=None if None in areas else sum((area or ZERO for area in areas), ZERO),
        as_of=days.pop() if len(days) == 1 else None,
        source=f"eigene Angaben ({shown})",
    )


def _own_kind(rows: Sequence[Row]) -> DistrictKind:
    if any(row.text("art") == INDEPENDENT for row in rows):
        if len(rows) > 1:
            raise rows[1].fault(f"Eine {INDEPENDENT} hat keine weiteren Gemeinden. Bitte die Spalte „art“ prüfen.")
        return DistrictKind.INDEPENDENT_CITY
    region = rows[0].text("kreis_name").startswith("Städteregion")
    return DistrictKind.CITY_REGION if region else DistrictKind.DISTRICT


def _district_key(row: Row) -> str:
    key, district = row.key("ags", 8), row.key("kreis_ags", 5)
    if not key.startswith(district):
        raise row.fault(f"Der Gemeindeschlüssel {key} beginnt nicht mit dem Kreisschlüssel {district}.")
    return district


def _refuse_doubles(rows: Iterable[Row], keys: Iterable[str]) -> None:
    lines: dict[str, int] = {}
    for row, key in zip(rows, keys, strict=True):
        if key in lines:
            raise row.fault(f"Der Schlüssel {key} steht schon in Zeile {lines[key]}. Bitte eine der Zeilen löschen.")
        lines[key] = row.line
