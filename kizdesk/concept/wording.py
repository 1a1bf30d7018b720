"""Hold the words that the concept is generated with, read from data and never from code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kizdesk.concept.german import number
from kizdesk.domain.errors import ShapeError


@dataclass(frozen=True, slots=True)
class Wording:
    """Be the sentences, labels and column titles of the concept by their key."""

    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, data: Mapping[str, object]) -> Wording:
        """Read the parsed wording.toml; raises ShapeError with the path of a misfit."""
        texts: dict[str, str] = {}
        lists: dict[str, tuple[str, ...]] = {}
        for key, value in _flat(data, ""):
            if isinstance(value, str):
                texts[key] = value
            elif isinstance(value, list):
                lists[key] = tuple(str(item) for item in value)
            else:
                raise ShapeError(f"wording.toml: {key}", "hier wird ein Text oder eine Liste von Texten erwartet.")
        return cls(texts, lists)

    def text(self, key: str, **values: str) -> str:
        """Return a sentence with its placeholders filled; raises KeyError for an unknown key."""
        template = self.texts[key]
        return template.format(**values) if values else template

    def label(self, member: Enum) -> str:
        """Return the label of an enum's member; raises KeyError if it has none."""
        return self.texts[f"labels.{type(member).__name__}.{member.value}"]

    def option(self, group: str, key: str) -> str:
        """Return the label of a coded value, or the value itself if it has none."""
        return self.texts.get(f"labels.{group}.{key}", key)

    def count(self, noun: str, amount: int, spelled: str = "") -> str:
        """Return an amount, as it is to be spelled, with its noun: ``acht Kommunen``; raises KeyError for no noun."""
        none, one, many = self.lists[f"nouns.{noun}"]
        if amount in (0, 1):
            return one if amount else none
        return many.format(n=spelled or number(amount))

    def gap(self, chapter: str, *, city: bool) -> str:
        """Return the sentence for a chapter that has no data yet; empty where its text announces none."""
        common = self.texts.get(f"gaps.{chapter}", "")
        return self.texts.get(f"gaps.city.{chapter}", common) if city else common

    def columns(self, table: str) -> tuple[str, ...]:
        """Return the column titles of a table; raises KeyError for an unknown table."""
        return self.lists[f"tables.{table}.columns"]

    def caption(self, table: str, **values: str) -> str:
        """Return the caption of a table or figure; raises KeyError for an unknown one."""
        return self.text(f"tables.{table}.caption", **values)


def _flat(data: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    for key, value in data.items():
        path = f"{prefix}.{key}" if prefix else key
        if isinstance(value, Mapping):
            yield from _flat(value, path)
        else:
            yield path, value
