"""Have forms read by a second process, one after the other, and bear with whatever they do to it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from stat import S_ISREG
from types import TracebackType
from typing import Final, Self

from kizdesk.children import command_of
from kizdesk.children.asked import Asked, GoneError, NoProcessError, TooSlowError
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.paperwork.reading.answers import outcome_of
from kizdesk.paperwork.reading.limits import LIMITS, MEGABYTE, Limits
from kizdesk.paperwork.reading.outcome import Outcome, Reason, Refusal, Refused

Progress = Callable[[str, float], None]
"""Called with what is being done and the share that is done; what it raises ends the reading."""

_COMMAND: Final = command_of("kizdesk.paperwork.reading.child")
_LARGE: Final = 4 * MEGABYTE
"""After a file of this size the process makes room for a new one: what it took it may not give back."""
_NO_START: Final = (
    "Die Formulare lassen sich nicht lesen, weil der Rechner kein weiteres Programm starten kann. Bitte andere "
    "Programme schließen und es noch einmal versuchen."
)


def _go_on(_text: str, _share: float) -> None:
    """Wait on."""


def read_forms(
    files: Sequence[Path | bytes], progress: Progress = _go_on, limits: Limits = LIMITS
) -> tuple[Outcome, ...]:
    """Read files, given by path or as their bytes, and return for each the form or why it is refused.

    Raises EnvironmentFault if no second process can be started, and what ``progress`` raises.
    """
    outcomes: list[Outcome] = []
    with _Reader(limits) as reader:
        for number, file in enumerate(files):
            text = f"Formular {number + 1} von {len(files)} wird gelesen."
            share = number / len(files)
            progress(text, share)
            outcomes.append(_read(reader, file, limits, partial(progress, text, share)))
    return tuple(outcomes)


def _read(reader: _Reader, file: Path | bytes, limits: Limits, beat: Callable[[], None]) -> Outcome:
    sha256 = ""
    try:
        content = _content(file, limits)
        sha256 = hashlib.sha256(content).hexdigest()
        _check_head(content)
        return outcome_of(reader.ask(content, beat), sha256)
    except Refusal as refusal:
        return Refused(refusal.reason, sha256, refusal.clues)


def _content(file: Path | bytes, limits: Limits) -> bytes:
    if isinstance(file, bytes):
        content = file
    else:
        try:
            about = file.stat()
            if not S_ISREG(about.st_mode):
                raise Refusal(Reason.UNREADABLE)
            if about.st_size > limits.size:
                raise Refusal(Reason.TOO_LARGE)
            with file.open("rb") as stream:
                content = stream.read(limits.size + 1)
        except (OSError, ValueError) as fault:
            raise Refusal(Reason.UNREADABLE) from fault
    if len(content) > limits.size:
        raise Refusal(Reason.TOO_LARGE)
    return content


def _check_head(content: bytes) -> None:
    if not content:
        raise Refusal(Reason.EMPTY)
    if b"%PDF-" not in content[:1024]:
        raise Refusal(Reason.NOT_PDF)


class _Reader:
    """Be the way to the second process."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._asked = Asked(_COMMAND, asdict(limits), "forms")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._asked.close()

    def ask(self, content: bytes, beat: Callable[[], None]) -> object:
        """Return what the process answers; raises Refusal when it takes too long or dies of it."""
        try:
            answer, _ = self._asked.ask("read", content, seconds=self._limits.seconds, beat=beat)
        except NoProcessError as fault:
            raise EnvironmentFault(_NO_START) from fault
        except TooSlowError as fault:
            raise Refusal(Reason.TOO_SLOW) from fault
        except GoneError as fault:
            raise Refusal(Reason.DAMAGED if fault.is_bug else Reason.TOO_MUCH) from fault
        if len(content) > _LARGE:
            self._asked.end()
        return answer
