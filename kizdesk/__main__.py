"""Start the program: `python -m kizdesk` and the command `kizdesk`."""

from __future__ import annotations

import sys

from kizdesk.cli.app import run
from kizdesk.cli.faults import tell_bug


def main() -> None:
    """Carry out the command line of this process and leave with its exit code."""
    sys.excepthook = tell_bug
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
