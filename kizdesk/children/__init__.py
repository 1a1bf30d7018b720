"""Start another process of the program that talks to this one through its pipes, and gets no secrets."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

from kizdesk.domain.secrets import without_secrets

_BEGIN: Final = "import sys; sys.path.insert(0, sys.argv[1]); from {module} import main; main()"
_PROGRAM: Final = str(Path(__file__).parents[2])
_NO_CONSOLE: Final = 0x08000000 if sys.platform == "win32" else 0


def command_of(module: str) -> tuple[str, ...]:
    """Return the command that calls ``main`` of a module; it loads nothing from the folder it is started in."""
    return sys.executable, "-P", "-c", _BEGIN.format(module=module), _PROGRAM


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process that hears and answers through pipes; raises OSError where none can be had."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=without_secrets(os.environ),
        creationflags=_NO_CONSOLE,
    )


def pipes_to(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    """Return what a started process says, and where it listens."""
    return cast("tuple[BinaryIO, BinaryIO]", (process.stdout, process.stdin))


def close_pipes_to(process: subprocess.Popen[bytes]) -> None:
    """Say nothing any more to a started process, and listen no more."""
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            cast("IO[bytes]", stream).close()


def own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return, in the started process, where it listens and where it says; what prints cannot use them any more."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return incoming, outgoing
