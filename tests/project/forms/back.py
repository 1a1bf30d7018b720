"""Fill in forms as a municipality does, and read them back into a project."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from kizdesk.domain.places import Municipality
from kizdesk.paperwork import names
from kizdesk.project.forms.reading import read
from kizdesk.project.forms.returned import Incoming, Reading
from kizdesk.project.forms.sending import send_forms
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject
from tests.paperwork.reading.build import Revision, literal

Filling = Mapping[str, str | tuple[str, ...]]
"""What is written by name of the field; what is ticked or chosen as a tuple."""
REQUIRED: Filling = {
    "b01": "Amt für Soziales, Stabsstelle Integration",
    "b05": ("jugendamt",),
    "k02": ("ja",),
    "m01": "Kurze Wege\nund viel Ehrenamt",
    "m02": "Zu wenig Plätze",
    "n01": "Klare Zuständigkeiten",
    "n02": "Beraten, nicht verwalten",
    "n06": ("offen",),
    "m04": ("sprache", "schule", "gesundheit"),
}


def silent(_text: str, _share: float) -> None:
    """Hear of progress and go on."""


def sent(project: OpenProject, folder: Path, wish: FormWish | None = None) -> dict[str, bytes]:
    """Send forms to all municipalities, or as wished, and return them by the names of their municipalities."""
    written = send_forms(project, wish or FormWish(offering_blocks=2), folder, silent)
    names_of = [place.name for place in project.snapshot.all(Municipality)]
    found = {
        name: one.path
        for one in written
        for name in names_of
        if one.path.stem.partition(" – ")[0] == f"Formular {name}"
    }
    return {name: path.read_bytes() for name, path in found.items()}


def fill(pdf: bytes, filling: Filling) -> bytes:
    """Return a form with values in its fields, saved by another program behind what was there."""
    revision = Revision(pdf)
    for name, value in filling.items():
        if isinstance(value, str):
            revision.write(name, literal(value))
        elif name in revision.fields:
            revision.choose(name, names.state_of(value[0]))
        else:
            for choice in value:
                revision.tick(names.parse(name).at_column(choice).text)
    return revision.saved()


def renamed(pdf: bytes, old: str, new: str) -> bytes:
    """Return a form in which a part of its identity says something else."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for node in _parts(_part(writer.root_object, "/AcroForm"), "/Fields"):
        if node.get("/V") == old:
            node[NameObject("/V")] = TextStringObject(new)
    properties = {key: new if value == old else value for key, value in (writer.metadata or {}).items()}
    writer.metadata = properties
    return _saved(writer)


def renamed_field(pdf: bytes, old: str, new: str) -> bytes:
    """Return a form in which a field has another name."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for node in _parts(_part(writer.root_object, "/AcroForm"), "/Fields"):
        if str(node["/T"]) == old:
            node[NameObject("/T")] = TextStringObject(new)
    return _saved(writer)


def flattened(pdf: bytes) -> bytes:
    """Return a form without fields, as printing it to PDF leaves it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    del writer.root_object["/AcroForm"]
    for page in writer.pages:
        page.pop("/Annots", None)
    return _saved(writer)


def back(project: OpenProject, files: Mapping[str, bytes]) -> tuple[Reading, ...]:
    """Return what the project says to files that came back, given by their names."""
    return read(project, [Incoming(name, content) for name, content in files.items()], silent)


def one_back(project: OpenProject, pdf: bytes, filling: Filling, name: str = "Formular.pdf") -> Reading:
    """Fill in one form and return what the project says to it."""
    return back(project, {name: fill(pdf, filling)})[0]


def _part(node: DictionaryObject, key: str) -> DictionaryObject:
    found = node[key].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _parts(node: DictionaryObject, key: str) -> list[DictionaryObject]:
    listed = node[key]
    assert isinstance(listed, ArrayObject)
    found = [item.get_object() for item in listed]
    return [item for item in found if isinstance(item, DictionaryObject)]


def _saved(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
