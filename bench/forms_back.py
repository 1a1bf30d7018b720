"""Measure reading the forms of a large district when they come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from bench.measures import Measure, percentile_95
from kizdesk.paperwork.reading import Filled, read_forms

_RUNS = 5
_GOAL = 2.0
_ANSWER = "Die Kommune bietet seit 2019 Sprachkurse an – „offen“ für alle, 25 € je Halbjahr (Łęg, Đorđević).\n"


def measure_forms_back(load: str, forms: Sequence[bytes]) -> Iterator[Measure]:
    """Yield the time for reading filled forms, the start of the process that reads included."""
    returned = [filled_form(form) for form in forms]
    outcomes = read_forms(returned)
    assert all(isinstance(outcome, Filled) and any(outcome.values.values()) for outcome in outcomes)
    seconds = percentile_95(lambda _: read_forms(returned), _RUNS)
    peer = percentile_95(lambda _: [PdfReader(BytesIO(form)).get_fields() for form in returned], _RUNS)
    yield Measure(f"forms: {len(forms)} of 200 fields read", load, seconds, _GOAL, "pypdf get_fields, unguarded", peer)


def filled_form(form: bytes) -> bytes:
    """Return a form with an answer in each of its text fields."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(form)))
    for page in writer.pages:
        for annotation in page.annotations or ():
            field = annotation.get_object()
            if isinstance(field, DictionaryObject) and field.get("/FT") == "/Tx" and "/V" not in field:
                field[NameObject("/V")] = TextStringObject(_ANSWER)
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()
