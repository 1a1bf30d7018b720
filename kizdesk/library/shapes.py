"""Read the outlines of municipalities for maps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kizdesk.domain.errors import EnvironmentFault, ShapeError

Ring = tuple[tuple[float, float], ...]
"""Points as (longitude, latitude) in WGS 84, the first one again at the end."""
Polygon = tuple[Ring, ...]
"""The outer ring first, then its holes."""
Geometry = Mapping[str, Any]


def read_geometries(path: Path, shown: str) -> dict[str, Geometry]:
    """Return the geometries of a GeoJSON file by AGS, not yet converted."""
    try:
        collection = json.loads(path.read_bytes())
        return {feature["properties"]["ags"]: feature["geometry"] for feature in collection["features"]}
    except OSError:
        message = f"Die Datei {shown} fehlt oder ist nicht lesbar. Bitte installieren Sie kizdesk neu."
        raise EnvironmentFault(message) from None
    except json.JSONDecodeError as error:
        raise ShapeError(f"{shown}, Zeile {error.lineno}", "Die Datei ist nicht als GeoJSON lesbar.") from None
    except (KeyError, TypeError, UnicodeDecodeError):
        raise ShapeError(shown, "Die Datei enthält keine Umrisse mit dem Merkmal „ags“.") from None


def shapes_of(geometries: Mapping[str, Geometry], keys: Iterable[str]) -> dict[str, tuple[Polygon, ...]]:
    """Return the polygons of those municipalities that have an outline."""
    return {key: _polygons(geometries[key]) for key in keys if key in geometries}


def _polygons(geometry: Geometry) -> tuple[Polygon, ...]:
    coordinates = geometry["coordinates"]
    parts = [coordinates] if geometry["type"] == "Polygon" else coordinates
    return tuple(tuple(tuple((x, y) for x, y in ring) for ring in rings) for rings in parts)
