"""Know this machine: its folders for settings and documents, who works on it, and which files are there."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_config_path, user_documents_path

if sys.platform != "win32":
    import os
    import pwd

ENDING = ".kizdesk"
FORBIDDEN = '<>:"/\\|?*'
"""Signs that Windows takes in no file name."""


def settings_file() -> Path:
    """Return the file in which the window remembers what belongs to this machine."""
    return user_config_path("kizdesk", appauthor=False) / "kizdesk.ini"


def documents_folder() -> Path:
    """Return the folder in which people look for what they wrote."""
    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def full_name() -> str:
    """Return the name of the person as the account of this machine has it, or the account's own."""
    if sys.platform != "win32":
        with suppress(KeyError):
            told = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
            if told:
                return told
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def missing(paths: Iterable[Path]) -> frozenset[Path]:
    """Return those files that cannot be found now; a drive that is gone may take its time."""
    return frozenset(path for path in paths if not _is_there(path))


def proposed_file(title: str, folder: Path) -> Path:
    """Return a free name for a new project in a folder, made of its title."""
    plain = plain_name(title) or "Projekt"
    wanted = folder / f"{plain[:80]}{ENDING}"
    number = 1
    while _is_there(wanted):
        number += 1
        wanted = folder / f"{plain[:80]} ({number}){ENDING}"
    return wanted


def plain_name(title: str) -> str:
    """Return a title without what a file name must not hold."""
    kept = "".join(" " if letter in FORBIDDEN or not letter.isprintable() else letter for letter in title)
    return " ".join(kept.split()).strip(" .")


def named_file(line: str) -> Path:
    """Return the file that a typed line means, with the ending of a project."""
    path = _typed(line)
    return path if path.suffix == ENDING else path.with_name(path.name + ENDING)


def named_folder(line: str, beside: Path) -> Path | None:
    """Return the folder that a typed line means, None for an empty one; a mere name means one beside a file."""
    text = line.strip().strip('"')
    return beside.parent / _typed(text) if text else None


def _typed(text: str) -> Path:
    """Return a path in which ``~`` is the home of the user; a name that only begins so stays as it is."""
    path = Path(text.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
