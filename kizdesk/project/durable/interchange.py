"""Write a whole project as JSON and read it back without loss.

Records stand per kind in the order of their creation, which the concept depends on; everything
else is sorted, so that the same project always gives the same bytes. The change log is no part of
it: an imported project begins a log of its own.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Create
from kizdesk.domain.codec import plain
from kizdesk.domain.errors import EnvironmentFault, ShapeError, UserError
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.inputs import records_from
from kizdesk.domain.interviews import Answer, Attachment, answer_id
from kizdesk.domain.papers import Paper, PaperKind
from kizdesk.domain.places import District, Project
from kizdesk.domain.references import dangling
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.durable.birth import born
from kizdesk.project.durable.borders import received
from kizdesk.project.files import read_bytes
from kizdesk.project.guides.received import refuse_faulty
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.writers.target import replace_file

FORMAT = "kizdesk-project"
VERSION = 1
_MOST_DIGITS = 18
"""SQLite keeps whole numbers of 64 bits."""
_PARTS = {"format", "version", "records", "blobs"}


def export_data(project: OpenProject, target: Path) -> None:
    """Write the whole project as JSON; what stood there before is replaced only when all is written."""
    replace_file(target, exported(project))


def exported(project: OpenProject) -> bytes:
    """Return the whole project as JSON bytes."""
    snapshot = project.snapshot
    data = {
        "format": FORMAT,
        "version": VERSION,
        "records": {kind_of(kind): [plain(record) for record in snapshot.all(kind)] for kind in RECORD_TYPES},
        "blobs": {sha: base64.b64encode(project.blob(sha)).decode("ascii") for sha in sorted(_kept(snapshot))},
    }
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _kept(snapshot: Snapshot) -> set[str]:
    """Return the SHA-256 of all bytes that records of the present project name."""
    attachments = {attachment.sha256 for attachment in snapshot.all(Attachment)}
    return attachments | {version.tree_sha256 for version in snapshot.all(ConceptVersion)}


def import_data(source: Path, path: Path, surroundings: Surroundings, *, passphrase: str | None = None) -> None:
    """Make a new project from JSON; raises EnvironmentFault naming the place of a misfit, and then writes nothing."""
    try:
        records, blobs = _read(read_bytes(source))
    except ShapeError as misfit:
        place = f" Stelle: {misfit.path} –" if misfit.path else ""
        raise EnvironmentFault(
            f"„{source}“ hat nicht die Form einer Austauschdatei von kizdesk.{place} {misfit.message} "
            "Bitte die Datei berichtigen oder mit „kizdesk export-data“ neu schreiben; "
            "ihre Form beschreibt docs/interchange.schema.json."
        ) from misfit
    with born(path, surroundings, passphrase=passphrase) as project:
        for data in blobs:
            project.put_blob(data)
        project.commit("Projekt aus Datei übernehmen", *(Create(record) for record in records))


def _read(data: bytes) -> tuple[list[Record], list[bytes]]:
    content = _parsed(data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ShapeError("format", f"hier wird „{FORMAT}“ erwartet.")
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise EnvironmentFault(
            "Diese Austauschdatei stammt aus einer neueren Fassung von kizdesk. "
            "Bitte kizdesk erneuern und den Befehl wiederholen."
        )
    if version != VERSION:
        raise ShapeError("version", f"diese Fassung des Programms liest nur die Version {VERSION}.")
    unknown = sorted(content.keys() - _PARTS)
    if unknown:
        raise ShapeError(unknown[0], "dieser Teil ist nicht bekannt.")
    records, blobs = content.get("records"), content.get("blobs", {})
    if not isinstance(records, dict):
        raise ShapeError("records", "hier wird ein Objekt mit Listen von Einträgen erwartet.")
    if not isinstance(blobs, dict):
        raise ShapeError("blobs", "hier wird ein Objekt mit Dateien erwartet.")
    revived = received(records_from(records, "records"))
    kept = dict(_blobs(blobs))
    _refuse_gaps(revived, kept)
    return revived, list(kept.values())


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data, parse_int=_whole, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise ShapeError(f"Zeile {error.lineno}, Spalte {error.colno}", "hier endet das gültige JSON.") from None
    except ValueError:
        raise ShapeError("", "Die Datei ist kein lesbares JSON in UTF-8.") from None
    except RecursionError:
        raise ShapeError("", "Die Datei ist zu tief verschachtelt.") from None


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ShapeError("", f"Die Zahl {digits[:10]}… ist zu groß.")
    return int(digits)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON; a name that stands twice would silently lose what stood there first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in found if names.count(name) > 1)
        raise ShapeError("", f"Der Name „{double}“ steht zweimal in einem Objekt.")
    return found


def _blobs(blobs: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    for sha, text in blobs.items():
        path = f"blobs.{sha}"
        if not isinstance(text, str):
            raise ShapeError(path, "hier wird Base64-Text erwartet.")
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise ShapeError(path, "das ist kein gültiges Base64.") from None
        if sha256(data).hexdigest() != sha:
            raise ShapeError(path, "der Inhalt passt nicht zu seinem Prüfwert.")
        yield sha, data


def _refuse_gaps(records: list[Record], blobs: Mapping[str, bytes]) -> None:
    try:
        snapshot = Snapshot.of(records)
    except UserError as doubled:
        raise ShapeError("records", str(doubled)) from None
    if [project.id for project in snapshot.all(Project)] != [PROJECT_ID]:
        raise ShapeError("records.project", f"hier wird genau ein Eintrag mit der id „{PROJECT_ID}“ erwartet.")
    if len(snapshot.all(District)) != 1:
        raise ShapeError("records.district", "hier wird genau ein Kreis erwartet.")
    refuse_faulty(snapshot.all(GuideEdition))
    for pointer in dangling(snapshot):
        raise ShapeError(f"records.{pointer}", f"der Eintrag „{pointer.target_id}“ fehlt in der Datei.")
    for answer in snapshot.all(Answer):
        named = answer_id(answer.interview_id, answer.question_id, answer.scope_id)
        if answer.id != named:
            raise ShapeError(f"records.answer „{answer.id}“", f"die Antwort muss „{named}“ heißen.")
    numbers = [version.number for version in snapshot.all(ConceptVersion)]
    if len(set(numbers)) < len(numbers):
        raise ShapeError("records.concept_version", "jede Fassung braucht eine eigene Nummer.")
    kinds = [paper.kind for paper in snapshot.all(Paper)]
    double = next((kind for kind in PaperKind if kinds.count(kind) > 1), None)
    if double is not None:
        raise ShapeError("records.paper", f"von der Art „{double.value}“ gibt es nur ein Schriftstück.")
    for sha in sorted(_kept(snapshot) - blobs.keys()):
        raise ShapeError("blobs", f"die Datei mit dem Prüfwert {sha} fehlt.")
