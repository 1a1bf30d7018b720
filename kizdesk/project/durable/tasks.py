"""Do work for another thread, and hand its result or what went wrong to the right one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import Generic, Self, TypeVar

T = TypeVar("T")
OnBug = Callable[[Exception], None]


class Caught:
    """Hold what goes wrong within, so that the thread lives on and the right one is told."""

    def __init__(self) -> None:
        self.error: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, Exception):
            self.error = error
        return self.error is not None


class Task(Generic[T]):
    """Be work in the thread that somebody waits for."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self.done: Future[T] = Future()

    def __call__(self) -> None:
        """Do the work and hand over its result, or what went wrong."""
        with Caught() as caught:
            self.done.set_result(self._work())
        if caught.error is not None:
            self.done.set_exception(caught.error)


def tell_threading(error: Exception) -> None:
    """Hand a bug to the hook for threads, where nobody else wants to know of it."""
    arguments = (type(error), error, error.__traceback__, threading.current_thread())
    threading.excepthook(threading.ExceptHookArgs(arguments))
