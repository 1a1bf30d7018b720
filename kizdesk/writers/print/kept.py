"""Keep the data of each block, which is made anew only when the block, its neighbours or a number it names change."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Generic, TypeVar

from kizdesk.concept.numbering import Numbering
from kizdesk.concept.tree import AnyBlock
from kizdesk.writers.print.parts import Setting
from kizdesk.writers.word.geometry import Geometry

T = TypeVar("T")
_Looked = tuple[int, str, object]
"""In which mapping something was looked up, what, and what was found; None for nothing."""


class _Noted(Mapping[str, T], Generic[T]):
    """Be a mapping that notes what is looked up in it."""

    def __init__(self, number: int, held: Mapping[str, T], looked: list[_Looked]) -> None:
        self._number, self._held, self._looked = number, held, looked

    def __getitem__(self, key: str) -> T:
        value = self._held.get(key)
        self._looked.append((self._number, key, value))
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        raise TypeError("what is read of all entries cannot be noted")

    def __len__(self) -> int:
        raise TypeError("what is read of all entries cannot be noted")


@dataclass(frozen=True, slots=True)
class _Told:
    """Be the data of a block with all that it was made of."""

    blocks: tuple[AnyBlock | None, AnyBlock, AnyBlock | None]
    """It stands between its neighbours."""
    page: Geometry
    divides: bool
    looked: Sequence[_Looked]
    text: str
    figures: Mapping[str, bytes]


class BlocksKept:
    """Keep the blocks of the last document, by their names."""

    def __init__(self) -> None:
        self._told: dict[str, _Told] = {}
        self._now: dict[str, _Told] = {}

    def begin(self) -> None:
        """Begin with another document: of the last one only what it uses again is kept."""
        self._told, self._now = self._now, {}

    def data(self, setting: Setting, blocks: Sequence[AnyBlock], names: Sequence[str], page: Geometry) -> str:
        """Return the data of blocks as JSON; the figures they need are put into the setting."""
        held = (setting.numbers.headings, setting.numbers.tables, setting.numbers.figures, setting.places)
        texts: list[str] = []
        before: AnyBlock | None = None
        for block, name, following in zip_longest(blocks, names, blocks[1:]):
            told = self._told.get(name)
            near = (before, block, following)
            if told is None or not _fits(told, near, page, setting, held):
                told = _made(name, near, page, setting)
            self._now[name] = told
            setting.figures.update(told.figures)
            texts.append(told.text)
            before = block
        return f"[{','.join(texts)}]"


def _fits(
    told: _Told,
    near: tuple[AnyBlock | None, AnyBlock, AnyBlock | None],
    page: Geometry,
    setting: Setting,
    held: tuple[Mapping[str, object], ...],
) -> bool:
    return (
        all(mine is other for mine, other in zip(told.blocks, near, strict=True))
        and told.page == page
        and told.divides is setting.divides
        and all(held[number].get(key) == value for number, key, value in told.looked)
    )


def _made(
    name: str, near: tuple[AnyBlock | None, AnyBlock, AnyBlock | None], page: Geometry, setting: Setting
) -> _Told:
    looked: list[_Looked] = []
    numbers = setting.numbers
    noted = Numbering(
        _Noted(0, numbers.headings, looked), _Noted(1, numbers.tables, looked), _Noted(2, numbers.figures, looked)
    )
    own = Setting(noted, _Noted(3, setting.places, looked), divides=setting.divides)
    text = packed_json(own.told(*near, name, page))
    return _Told(near, page, setting.divides, looked, text, own.figures)


def packed_json(data: object) -> str:
    """Return data as JSON without spaces."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
