"""Describe the tables of a project file: one per record type, derived, and the few of the store itself.

The schema on disk comes from the migrations; a test proves that both say the same.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.store.columns import codecs_of

METADATA = MetaData()


def _record_table(record_type: type[Record]) -> Table:
    columns = (
        Column(codec.name, Integer if codec.whole else Text, nullable=codec.nullable, unique=codec.name == "id" or None)
        for codec in codecs_of(record_type)
    )
    return Table(kind_of(record_type), METADATA, Column("seq", Integer, primary_key=True), *columns)


TABLE_OF: dict[type[Record], Table] = {record_type: _record_table(record_type) for record_type in RECORD_TYPES}
"""The table of each record type; ``seq`` is the place of a record in the order of creation."""

META = Table(
    "meta",
    METADATA,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)

CHANGE_GROUP = Table(
    "change_group",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("stay", Text, nullable=False),
    Column("reverses", Integer, ForeignKey("change_group.seq")),
    Column("state", Text, nullable=False),
)

CHANGE = Table(
    "change",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("group_seq", Integer, ForeignKey("change_group.seq"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("place", Integer),
    Column("erased", Integer, nullable=False),
)

BLOB = Table(
    "blob",
    METADATA,
    Column("sha256", Text, primary_key=True, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

SEARCHED = Table(
    "searched",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("folded", Text, nullable=False),
)
