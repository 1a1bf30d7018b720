"""Write a file beside its target and then put it in its place, so that there is never half a file."""

from __future__ import annotations

import errno
import os
import stat
from itertools import count
from pathlib import Path
from threading import get_ident

from kizdesk.domain.errors import DISK_FULL, EnvironmentFault


def replace_file(target: Path, data: bytes) -> None:
    """Write a file durably; raises EnvironmentFault, and leaves what was there, if that cannot be done."""
    beside = target.with_name(f".{target.name}.{os.getpid()}-{get_ident()}.neu")
    try:
        _check_writable(target)
        try:
            _write(beside, data)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as fault:
        raise EnvironmentFault(_advice(target, fault)) from fault


def other_name(target: Path) -> Path:
    """Return the first free name beside a target, such as ``Integrationskonzept (2).docx``."""
    named = (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))
    return next(path for path in named if not path.exists())


def _check_writable(target: Path) -> None:
    """Respect a write protection, which replacing a file would silently pass over on some systems."""
    if target.is_file() and not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(errno.EACCES, "write-protected")


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _advice(target: Path, fault: OSError) -> str:
    """Say what to do, in the user's words."""
    if fault.errno in DISK_FULL:
        return f"Der Datenträger ist voll. Bitte schaffen Sie Platz und geben Sie „{target.name}“ noch einmal aus."
    if not target.parent.is_dir():
        return f"Den Ordner „{target.parent}“ gibt es nicht. Bitte wählen Sie einen anderen Ordner."
    if target.is_dir():
        return f"„{target.name}“ ist ein Ordner. Bitte wählen Sie einen anderen Dateinamen."
    if isinstance(fault, PermissionError) and target.exists():
        return (
            f"„{target.name}“ lässt sich nicht ersetzen, weil die Datei geöffnet oder schreibgeschützt ist. Bitte "
            f"schließen Sie sie oder wählen Sie einen anderen Namen, etwa „{_offer(target)}“."
        )
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return f"In den Ordner „{target.parent}“ darf nicht geschrieben werden. Bitte wählen Sie einen anderen Ordner."
    return (
        f"„{target.name}“ lässt sich nicht schreiben (Fehler {fault.errno}). Bitte wählen Sie einen anderen Ordner "
        f"oder einen anderen Namen, etwa „{_offer(target)}“."
    )


def _offer(target: Path) -> str:
    try:
        return other_name(target).name
    except OSError:
        return f"{target.stem} (2){target.suffix}"
