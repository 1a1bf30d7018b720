"""Deal with bugs: keep the details in a file and say in German where it lies."""

from __future__ import annotations

import sys
import tempfile
import traceback
from pathlib import Path
from types import TracebackType

from kizdesk import __version__

BUG = 70
"""Exit code of a bug: none of the contract's codes, so that nobody takes it for a finding (EX_SOFTWARE)."""


def tell_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Be the excepthook of the command line."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("Abgebrochen.\n")
        sys.exit(1)
    details = "".join(traceback.format_exception(kind, error, trace))
    sys.stderr.write(
        "In kizdesk ist ein Fehler aufgetreten; alles Gespeicherte ist unversehrt. "
        f"Bitte diese Datei an die Entwicklung geben: {_kept(details)}\n"
    )
    sys.exit(BUG)


def _kept(details: str) -> str:
    text = f"kizdesk {__version__}, Python {sys.version}\n\n{details}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="kizdesk-fehler-", suffix=".txt", delete=False
        ) as file:
            file.write(text)
            return str(Path(file.name))
    except OSError:
        sys.stderr.write(text)
        return "(nicht geschrieben, siehe oben)"
