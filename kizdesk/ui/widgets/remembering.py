"""Say what widgets need of a memory: widths, orders and sizes that the machine keeps."""

from __future__ import annotations

from typing import Protocol, TypeVar

T = TypeVar("T")


class Remembers(Protocol):
    """Keep small values under names; the window's memory is one."""

    def value(self, key: str, default: T) -> T:
        """Return what was remembered, or the default if there is nothing of its type."""

    def remember(self, key: str, value: object) -> None:
        """Keep a value: text, number, or a list of them."""
