import base64
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.concept import draft_document
from kizdesk.project.durable.interchange import export_data, exported, import_data
from kizdesk.project.evaluation.marking import stale_evidence
from kizdesk.project.interviews.edit import attach
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from tools.interchange_schema import TARGET, rendered

Edit = Callable[[dict[str, Any]], None]


def test_the_example_comes_back_byte_by_byte(example: OpenProject, surroundings: Surroundings, tmp_path: Path) -> None:
    attach(example, "Satzung.pdf", "application/pdf", bytes(range(256)))
    export_data(example, tmp_path / "eins.json")

    import_data(tmp_path / "eins.json", tmp_path / "neu.kizdesk", surroundings)
    with OpenProject.open(tmp_path / "neu.kizdesk", surroundings) as again:
        export_data(again, tmp_path / "zwei.json")

    assert (tmp_path / "eins.json").read_bytes() == (tmp_path / "zwei.json").read_bytes()


def test_an_imported_project_makes_the_same_concept(
    example: OpenProject, surroundings: Surroundings, tmp_path: Path
) -> None:
    export_data(example, tmp_path / "eins.json")
    import_data(tmp_path / "eins.json", tmp_path / "neu.kizdesk", surroundings)

    with OpenProject.open(tmp_path / "neu.kizdesk", surroundings) as again:
        assert draft_document(again) == draft_document(example)


def test_the_published_schema_is_that_of_the_records() -> None:
    assert TARGET.read_text(encoding="utf-8") == rendered()


def test_the_example_fits_the_published_schema(example: OpenProject) -> None:
    schema = json.loads(TARGET.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    Draft202012Validator(schema).validate(json.loads(exported(example)))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, library_surroundings: Surroundings) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "p.kizdesk"
    create(path, NewProject("05162"), library_surroundings)
    with OpenProject.open(path, library_surroundings) as project:
        return exported(project)


def _drop(data: dict[str, Any], kind: str, field: str) -> None:
    del data["records"][kind][0][field]


def _put(data: dict[str, Any], kind: str, field: str, value: object) -> None:
    data["records"][kind][0][field] = value


MISFITS: dict[str, tuple[Edit, str]] = {
    "another format": (lambda data: data.update(format="xml"), "format"),
    "a newer version": (lambda data: data.update(version=2), "neueren Fassung"),
    "an unknown part": (lambda data: data.update(extra=1), "extra"),
    "records as list": (lambda data: data.update(records=[]), "records"),
    "blobs as list": (lambda data: data.update(blobs=[]), "blobs"),
    "an unknown kind": (lambda data: data["records"].update(unfug=[]), "records: unfug"),
    "a kind as object": (lambda data: data["records"].update(goal={}), "records: goal"),
    "a missing field": (lambda data: _drop(data, "municipality", "name"), r"municipality\[0\].*name"),
    "an unknown field": (lambda data: _put(data, "municipality", "farbe", "rot"), "farbe"),
    "a number as text": (lambda data: _put(data, "municipality", "population", "viele"), r"municipality\[0\]"),
    "a number beyond all bounds": (lambda data: _put(data, "district", "population", 10**30), "zu groß"),
    "an impossible choice": (lambda data: _put(data, "field_of_action", "strand", "x"), "Möglich sind"),
    "a text as list": (lambda data: _put(data, "district", "name", ["x"]), r"district\[0\]\.name"),
    "no project": (lambda data: data["records"].pop("project"), r"records\.project"),
    "two of one id": (lambda data: data["records"]["district"].extend(data["records"]["district"]), "schon vorhanden"),
    "two ids that only cleaning makes one": (
        lambda data: data["records"].update(person=[{"id": "\u00e9"}, {"id": "e\u0301"}]),
        "schon vorhanden",
    ),
    "an answer under another id": (
        lambda data: data["records"].update(
            interview=[{"id": "i", "municipality_id": "05162004", "guide_id": "g", "guide_version": "1"}],
            answer=[{"id": "x", "interview_id": "i", "question_id": "a01"}],
        ),
        "muss „i/a01“ heißen",
    ),
    "a reference to nothing": (
        lambda data: data["records"].update(goal=[{"id": "z", "field_id": "weg", "title": "Z"}]),
        "„weg“ fehlt",
    ),
    "a blob that is no Base64": (lambda data: data["blobs"].update(a="!"), "Base64"),
    "a blob of another sum": (lambda data: data["blobs"].update({"0" * 64: "YQ=="}), "Prüfwert"),
    "an attachment without bytes": (
        lambda data: data["records"].update(
            attachment=[{"id": "a", "name": "n", "media_type": "m", "size": 1, "sha256": sha256(b"a").hexdigest()}]
        ),
        "fehlt",
    ),
}


@pytest.mark.parametrize("name", MISFITS)
def test_json_of_the_wrong_shape_is_refused_with_its_place(
    name: str, sound: bytes, surroundings: Surroundings, tmp_path: Path
) -> None:
    edit, place = MISFITS[name]
    data = json.loads(sound)
    edit(data)
    source = tmp_path / "falsch.json"
    source.write_text(json.dumps(data), encoding="utf-8")

    with pytest.raises(EnvironmentFault, match=place):
        import_data(source, tmp_path / "neu.kizdesk", surroundings)

    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b'"\\ud800"'])
def test_a_file_that_is_no_project_in_json_is_refused(
    content: bytes, surroundings: Surroundings, tmp_path: Path
) -> None:
    source = tmp_path / "falsch.json"
    source.write_bytes(content)

    with pytest.raises(EnvironmentFault, match="Form einer Austauschdatei"):
        import_data(source, tmp_path / "neu.kizdesk", surroundings)


def test_an_existing_project_is_never_overwritten(sound: bytes, surroundings: Surroundings, tmp_path: Path) -> None:
    source, taken = tmp_path / "daten.json", tmp_path / "da.kizdesk"
    source.write_bytes(sound)
    taken.write_bytes(b"etwas anderes")

    with pytest.raises(UserError, match="nicht überschrieben"):
        import_data(source, taken, surroundings)

    assert taken.read_bytes() == b"etwas anderes"


def test_control_characters_in_json_are_cleaned(sound: bytes, surroundings: Surroundings, tmp_path: Path) -> None:
    data = json.loads(sound)
    data["records"]["project"][0]["title"] = "Ein\u0000 Titel\u2028x"
    source = tmp_path / "daten.json"
    source.write_text(json.dumps(data), encoding="utf-8")
    import_data(source, tmp_path / "neu.kizdesk", surroundings)

    with OpenProject.open(tmp_path / "neu.kizdesk", surroundings) as project:
        assert project.settings.title == "Ein Titel\nx"


def test_a_blob_is_kept_as_base64_under_its_sum(project: OpenProject) -> None:
    attachment = attach(project, "a.txt", "text/plain", b"inhalt")

    blobs = json.loads(exported(project))["blobs"]
    assert base64.b64decode(blobs[attachment.sha256]) == b"inhalt"


def test_evidence_keeps_its_place_when_the_text_around_it_is_cleaned(
    example: OpenProject, surroundings: Surroundings, tmp_path: Path
) -> None:
    data = json.loads(exported(example))
    mark = data["records"]["evidence"][0]
    answer = next(record for record in data["records"]["answer"] if record["id"] == mark["answer_id"])
    apart = "Zuna\u0308chst:\r\n"
    answer["text"] = apart + answer["text"]
    mark.update(start=mark["start"] + len(apart), end=mark["end"] + len(apart))
    source = tmp_path / "daten.json"
    source.write_text(json.dumps(data), encoding="utf-8")
    import_data(source, tmp_path / "neu.kizdesk", surroundings)

    with OpenProject.open(tmp_path / "neu.kizdesk", surroundings) as project:
        assert mark["id"] not in [evidence.id for evidence in stale_evidence(project)]


def test_two_papers_of_one_kind_are_refused(example: OpenProject, surroundings: Surroundings, tmp_path: Path) -> None:
    data = json.loads(exported(example))
    papers = data["records"]["paper"]
    papers.append({**papers[0], "id": "doppelt"})
    source = tmp_path / "daten.json"
    source.write_text(json.dumps(data), encoding="utf-8")

    with pytest.raises(EnvironmentFault, match="von der Art „sitzungsvorlage“ gibt es nur ein"):
        import_data(source, tmp_path / "neu.kizdesk", surroundings)


def test_a_name_that_stands_twice_in_json_is_refused(sound: bytes, surroundings: Surroundings, tmp_path: Path) -> None:
    source = tmp_path / "daten.json"
    source.write_bytes(sound.replace(b'"records": {', b'"records": {"person": [{"id": "a"}], "person": [],', 1))

    with pytest.raises(EnvironmentFault, match="„person“ steht zweimal"):
        import_data(source, tmp_path / "neu.kizdesk", surroundings)


def test_two_versions_of_one_number_are_refused(
    example: OpenProject, surroundings: Surroundings, tmp_path: Path
) -> None:
    data = json.loads(exported(example))
    versions = data["records"]["concept_version"]
    versions.append({**versions[0], "id": "fassung-doppelt"})
    source = tmp_path / "daten.json"
    source.write_text(json.dumps(data), encoding="utf-8")

    with pytest.raises(EnvironmentFault, match="eigene Nummer"):
        import_data(source, tmp_path / "neu.kizdesk", surroundings)
