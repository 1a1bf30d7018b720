"""Read records from the readable data form: one table per kind of record, a list of objects each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kizdesk.domain.base import Record
from kizdesk.domain.codec import revive
from kizdesk.domain.errors import ShapeError
from kizdesk.domain.registry import TYPE_OF_KIND


def records_from(data: Mapping[str, object], path: str = "") -> Iterator[Record]:
    """Yield the records of ``{"municipality": [{...}, ...], ...}``; raises ShapeError with the path of a misfit."""
    for kind, rows in data.items():
        here = f"{path}: {kind}" if path else kind
        if kind not in TYPE_OF_KIND:
            raise ShapeError(here, "diese Art von Eintrag ist nicht bekannt.")
        if not isinstance(rows, list):
            raise ShapeError(here, "hier wird eine Liste erwartet.")
        for index, row in enumerate(rows):
            record = revive(TYPE_OF_KIND[kind], row, f"{here}[{index}]")
            if not record.id.strip():
                raise ShapeError(f"{here}[{index}].id", "hier fehlt die Kennung.")
            yield record
