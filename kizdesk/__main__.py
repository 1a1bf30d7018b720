"""Start the program: `python -m kizdesk` and the command `kizdesk`."""

from __future__ import annotations

import io
import sys
from typing import TextIO

from kizdesk.cli.app import run
from kizdesk.cli.faults import tell_bug


def main() -> None:
    """Carry out the command line of this process and leave with its exit code."""
    sys.excepthook = tell_bug
    for stream in (sys.stdout, sys.stderr):
        _take_every_letter(stream)
    sys.exit(run(sys.argv[1:]))


def _take_every_letter(stream: TextIO) -> None:
    """Let a stream carry names such as Şahin: in UTF-8 when read by a program, with a mark where a screen cannot."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


if __name__ == "__main__":
    main()
