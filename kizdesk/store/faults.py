"""Turn errors of driver and disk into sentences that say what to do: the one place where this is decided."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from kizdesk.domain.errors import DISK_FULL, EnvironmentFault

FULL = (
    "Auf dem Datenträger von „{name}“ ist kein Platz mehr. Was davor gespeichert wurde, ist sicher. "
    "Bitte Platz schaffen und es noch einmal versuchen."
)
READ_ONLY = (
    "In „{name}“ kann nicht geschrieben werden: Datei oder Ordner sind schreibgeschützt. "
    "Bitte die Datei in einen eigenen Ordner kopieren oder nur zum Lesen öffnen."
)
MISSING = "Die Datei „{name}“ gibt es nicht. Bitte den Namen prüfen oder eine andere Datei wählen."
FOLDER = "„{name}“ ist ein Ordner. Bitte die Projektdatei darin wählen (Endung .kizdesk)."
FOREIGN = "„{name}“ ist keine kizdesk-Datei oder ist beschädigt. Bitte eine andere Datei oder eine Sicherung wählen."
DAMAGED = (
    "Die Datei „{name}“ ist beschädigt oder unvollständig. Bitte eine Sicherung aus dem Ordner „{stem}-Sicherungen“ "
    "wiederherstellen; die beschädigte Datei bleibt dabei erhalten."
)
BAD_COPY = "Die Sicherung „{name}“ ist selbst beschädigt. Bitte eine andere wählen; das Projekt bleibt, wie es ist."
KEY_NEEDED = "Die Datei „{name}“ ist mit einem Kennwort geschützt. Bitte mit dem Kennwort öffnen."
WRONG_KEY = (
    "Die Datei „{name}“ lässt sich mit diesem Kennwort nicht öffnen. Bitte das Kennwort prüfen; stimmt es, "
    "ist die Datei beschädigt, und eine Sicherung aus „{stem}-Sicherungen“ hilft weiter."
)
BUSY = (
    "Die Datei „{name}“ wird gerade von einem anderen Programm benutzt. Bitte es schließen und noch einmal versuchen."
)
UNREACHABLE = (
    "Die Datei „{name}“ lässt sich nicht lesen oder schreiben. Bitte prüfen, ob auf dem Datenträger Platz ist und ob "
    "Netzlaufwerk oder Stick noch verbunden sind; hilft das nicht, die Datei auf diesen Rechner kopieren."
)
TOO_LONG = "Der Name „{name}“ ist zu lang. Bitte einen kürzeren Namen wählen."
NO_FOLDER = "Den Ordner „{folder}“ gibt es nicht. Bitte ihn anlegen oder einen anderen wählen."
CANNOT_OPEN = (
    "Die Datei „{name}“ lässt sich nicht öffnen. Bitte prüfen, ob der Ordner erreichbar und nicht gesperrt ist."
)
GONE = (
    "Die Datei „{name}“ ist nicht mehr an ihrem Platz: Sie wurde verschoben, gelöscht oder ersetzt, oder ihr "
    "Datenträger ist nicht mehr verbunden. Hier ist das Projekt noch vollständig; bitte es jetzt unter einem neuen "
    "Namen sichern oder die Datei an ihren Platz zurücklegen."
)

_NOT_A_DATABASE = 26
_OF_SQLITE = {
    3: READ_ONLY,
    5: BUSY,
    6: BUSY,
    8: READ_ONLY,
    10: UNREACHABLE,
    11: DAMAGED,
    13: FULL,
    14: CANNOT_OPEN,
    15: BUSY,
    22: FULL,
    23: READ_ONLY,
    _NOT_A_DATABASE: FOREIGN,
}
"""Sentence of each primary result code of SQLite that a person can act on."""

_OF_SYSTEM = {
    errno.ENOENT: MISSING,
    errno.ENOTDIR: MISSING,
    errno.EISDIR: FOLDER,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    **dict.fromkeys(DISK_FULL, FULL),
    errno.ENAMETOOLONG: TOO_LONG,
}


def fault(sentence: str, path: Path) -> EnvironmentFault:
    """Return the fault with the name of the file in its sentence."""
    return EnvironmentFault(sentence.format(name=path.name or str(path), stem=path.stem, folder=path.parent))


@contextmanager
def told_as_faults(path: Path, *, unreadable: str = FOREIGN) -> Iterator[None]:
    """Raise EnvironmentFault for every error of driver or disk within; bugs pass as they are.

    ``unreadable`` is the sentence for content that is no database: it depends on whether a key was given.
    """
    try:
        yield
    except dbapi2.Error as error:
        translated = _translated(error, path, unreadable)
        if translated is None:
            raise
        raise translated from error
    except OSError as error:
        raise fault(_OF_SYSTEM.get(error.errno or 0, UNREACHABLE), path) from error


def _translated(error: dbapi2.Error, path: Path, unreadable: str) -> EnvironmentFault | None:
    code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
    sentence = unreadable if code == _NOT_A_DATABASE else _OF_SQLITE.get(code)
    if sentence is None and isinstance(error, dbapi2.OperationalError) and "UTF-8" in str(error):
        sentence = DAMAGED
    return None if sentence is None else fault(sentence, path)
