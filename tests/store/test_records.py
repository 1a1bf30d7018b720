from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Create
from kizdesk.domain.interviews import Answer
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store import ProjectFile
from kizdesk.store.columns import codecs_of
from tests.store.support import NOW, filled, records, stamp


def stored_and_read(written: list[Record]) -> Snapshot:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Kreis.kizdesk"
        with ProjectFile.create(path, who="Frau X", now=NOW) as project:
            project.commit([Create(record) for record in written], stamp())
        with ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as project:
            return project.snapshot()


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=kind_of)
def test_a_filled_record_is_read_as_it_was_written(record_type: type[Record]) -> None:
    assert stored_and_read([filled(record_type)]).all(record_type) == (filled(record_type),)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_record_of_any_type_is_read_as_it_was_written(data: st.DataObject) -> None:
    written = [data.draw(records(record_type)) for record_type in RECORD_TYPES]
    read = stored_and_read(written)
    assert [read.all(type(record)) for record in written] == [(record,) for record in written]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=kind_of)
def test_records_have_nothing_that_filling_their_slots_would_leave_out(record_type: type[Record]) -> None:
    assert not hasattr(record_type, "__post_init__")
    assert not hasattr(filled(record_type), "__dict__")


def test_records_come_back_in_the_order_of_their_creation(project: ProjectFile) -> None:
    written = [filled(RECORD_TYPES[3], record_id) for record_id in ("z", "a", "m")]
    project.commit([Create(record) for record in written], stamp())
    assert [record.id for record in project.snapshot().all(RECORD_TYPES[3])] == ["z", "a", "m"]


def test_equal_values_of_a_column_are_one_object() -> None:
    record_type = RECORD_TYPES[2]
    codec = next(codec for codec in codecs_of(record_type) if codec.decode is not None)
    first, second = codec.read(["12.5", "12.5"])
    assert first is second


def test_answers_of_one_interview_share_its_name_in_memory() -> None:
    written: list[Record] = [Answer(id=f"antwort-{n}", interview_id="gespräch", question_id="frage") for n in range(3)]
    read = stored_and_read(written).all(Answer)
    assert len({id(answer.interview_id) for answer in read}) == 1
