from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.organisation import CentreTask
from kizdesk.domain.places import District, Municipality, Occasion
from kizdesk.domain.versions import ChapterText
from kizdesk.project.basics.begin import NewProject, create, filled, first_records, write_chapter
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings


def test_a_new_project_holds_the_district_with_its_municipalities(project: OpenProject) -> None:
    assert [district.name for district in project.snapshot.all(District)] == ["Rhein-Kreis Neuss"]
    assert len(project.snapshot.all(Municipality)) == 8


def test_a_new_project_proposes_the_fields_of_the_catalogue(project: OpenProject) -> None:
    fields = project.snapshot.all(FieldOfAction)

    assert len(fields) == 15
    assert {field.status for field in fields} == {FieldStatus.PROPOSED}


def test_a_new_project_copies_the_tasks_of_the_law_with_their_source(project: OpenProject) -> None:
    tasks = project.snapshot.all(CentreTask)

    assert tasks
    assert all(task.source for task in tasks)


def test_the_proposed_texts_name_the_district_and_hold_no_placeholder(project: OpenProject) -> None:
    texts = project.snapshot.all(ChapterText)

    assert any("Rhein-Kreis Neuss" in text.text for text in texts)
    assert not any("{" in text.text for text in texts)
    assert not any(text.edited for text in texts)


def test_a_project_under_the_law_of_2012_is_a_first_concept(surroundings: Surroundings, tmp_path: Path) -> None:
    path = tmp_path / "alt.kizdesk"
    create(path, NewProject("05162", legal_basis_year=2012), surroundings)

    with OpenProject.open(path, surroundings) as project:
        assert project.settings.legal_basis_id == "tig-2012"
        assert project.settings.occasion is Occasion.FIRST


def test_a_kreisfreie_stadt_begins_without_municipalities(surroundings: Surroundings) -> None:
    records = list(first_records(NewProject("05111"), surroundings.library))

    assert not [record for record in records if isinstance(record, Municipality)]


def test_an_unknown_key_is_refused_with_a_way_out(surroundings: Surroundings) -> None:
    with pytest.raises(UserError, match="--municipalities"):
        list(first_records(NewProject("99999"), surroundings.library))


def test_an_existing_file_is_never_overwritten(surroundings: Surroundings, tmp_path: Path) -> None:
    path = tmp_path / "da.kizdesk"
    path.write_bytes(b"etwas anderes")

    with pytest.raises(UserError, match="nicht überschrieben"):
        create(path, NewProject("05162"), surroundings)

    assert path.read_bytes() == b"etwas anderes"


def test_a_failed_start_leaves_nothing_behind(surroundings: Surroundings, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        create(tmp_path / "neu.kizdesk", NewProject("05162", legal_basis_year=1999), surroundings)

    assert list(tmp_path.iterdir()) == []


def test_a_chapter_is_the_authors_from_the_first_edit(project: OpenProject) -> None:
    write_chapter(project, "anlass", "Eigene Worte.")

    [text] = [text for text in project.snapshot.all(ChapterText) if text.chapter == "anlass"]
    assert (text.text, text.edited) == ("Eigene Worte.", True)


def test_only_known_placeholders_are_filled() -> None:
    assert filled("{kreis} und {unbekannt}", {"kreis": "Kleve"}) == "Kleve und {unbekannt}"


def test_a_title_of_blanks_is_none(library_surroundings: Surroundings) -> None:
    settings = next(iter(first_records(NewProject("05162", title="  "), library_surroundings.library)))

    assert getattr(settings, "title", "") == "Integrationskonzept für den Rhein-Kreis Neuss"


def test_a_chapter_written_in_one_stay_is_one_step(project: OpenProject) -> None:
    before = [text.text for text in project.snapshot.all(ChapterText) if text.chapter == "anlass"]
    for words in ("Der", "Der Kreis", "Der Kreis handelt."):
        write_chapter(project, "anlass", words, stay="anlass")

    project.undo()

    assert [text.text for text in project.snapshot.all(ChapterText) if text.chapter == "anlass"] == before
