"""Word in German how far the forms that came back are."""

from __future__ import annotations

from collections.abc import Sequence

from kizdesk.ui.pages.forms.returned_batch import FileRow, Rank

NOTHING = "Noch kein Formular eingelesen"
_WITHOUT_NOTE = ("angebot/", "person/")
"""The beginning of the keys of what has no note of its own."""
READS = "Die Formulare werden gelesen …"
READ_ONLY = "Das Projekt ist nur zum Lesen geöffnet: Formulare lassen sich ansehen, aber nicht übernehmen."


def state_text(rows: Sequence[FileRow], *, is_reading: bool, read_only: bool) -> str:
    """Return how many files there are and what they are."""
    if is_reading:
        return READS
    if read_only or not rows:
        return READ_ONLY if read_only else NOTHING
    counted = {rank: sum(row.rank is rank for row in rows) for rank in Rank}
    taken = sum(row.is_taken for row in rows)
    parts = [
        f"{taken} übernommen" if taken else "",
        f"{counted[Rank.READY]} neu" if counted[Rank.READY] else "",
        _open(counted[Rank.OPEN]),
        f"{counted[Rank.SETTLED] - taken} erledigt" if counted[Rank.SETTLED] - taken else "",
        f"{counted[Rank.WAITING]} nicht gelesen" if counted[Rank.WAITING] else "",
    ]
    files = "Eine Datei" if len(rows) == 1 else f"{len(rows)} Dateien"
    return f"{files}: {', '.join(filter(None, parts))}"


def take_text(count: int) -> str:
    """Return the words of the button that takes over so many forms."""
    if not count:
        return "Übernehmen"
    return "Ein Formular übernehmen" if count == 1 else f"{count} Formulare übernehmen"


def kept_text(row: FileRow) -> str:
    """Say where stays what was not understood: beside its question, or with the interview where there is none."""
    entries = row.reading.entries if row.reading is not None else ()
    noticed = [entry for entry in entries if entry.remarks or entry.doubtful]
    below = [entry for entry in noticed if entry.key.startswith(_WITHOUT_NOTE)]
    with_question = len(noticed) > len(below)
    if row.reading is not None and (below or row.reading.leftovers):
        where = "als Notiz bei der Frage oder " if with_question else ""
        return f"das bleibt {where}im Vermerk des Gesprächs (Seite „Gespräche“)"
    return "das bleibt als Notiz bei der Frage"


def done_text(count: int, rows: Sequence[FileRow], told: Sequence[str] = ()) -> str:
    """Say what was taken over, what is left to read, and what is left to ask."""
    return " ".join((_done(count, rows), *told))


def _done(count: int, rows: Sequence[FileRow]) -> str:
    done = "Ein Formular ist übernommen" if count == 1 else f"{count} Formulare sind übernommen"
    left = sum(row.rank in (Rank.OPEN, Rank.READY, Rank.WAITING) for row in rows)
    if not left:
        return f"{done}."
    return f"{done}, eine Datei ist noch offen." if left == 1 else f"{done}, {left} Dateien sind noch offen."


def anew_text(names: Sequence[str]) -> str:
    """Say of which files somebody has to choose anew, because the project holds something else now."""
    if len(names) == 1:
        return f"Im Projekt hat sich etwas geändert. Bei „{names[0]}“ ist neu zu wählen, was übernommen wird."
    return f"Im Projekt hat sich etwas geändert. Bei {len(names)} Dateien ist neu zu wählen, was übernommen wird."


def read_text(rows: Sequence[FileRow]) -> str:
    """Say that files are read, for somebody on another page."""
    return "Ein Formular ist gelesen." if len(rows) == 1 else f"{len(rows)} Formulare sind gelesen."


def _open(count: int) -> str:
    if not count:
        return ""
    return "eine braucht einen Blick" if count == 1 else f"{count} brauchen einen Blick"
