"""Try the whole way once with the data of this very copy of the program, in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.checking.findings import check
from kizdesk.project.durable.interchange import exported
from kizdesk.project.example import fill
from kizdesk.project.fields.edit import add_field
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.printing import write_print
from kizdesk.project.output.writing import export_word_estimated
from kizdesk.project.papers.reading import KINDS, layouts
from kizdesk.project.papers.writing import write_papers
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import VersionWish, changes_since, freeze

TRIED_DISTRICT = "05162"


class Failed(Exception):
    """Say which expectation of the selftest did not hold."""


Step = tuple[str, Callable[[], str]]


def steps(folder: Path, surroundings: Surroundings) -> Iterator[Step]:
    """Yield the steps by name; each returns what it saw, or raises."""
    trial = _Trial(folder, surroundings)
    yield "Daten des Programms", trial.resources
    yield "Projekt anlegen und ändern", trial.create
    yield "Rückgängig und wiederholen", trial.undo
    yield "Suche", trial.search
    yield "Beispiel und Fassung", trial.freeze
    yield "Prüfung", trial.check
    yield "Word-Konzept", trial.word
    yield "PDF-Konzept", trial.print
    yield "Vorlagen", trial.papers
    yield "Datei schließen und prüfen", trial.reopen


class _Trial:
    def __init__(self, folder: Path, surroundings: Surroundings) -> None:
        self._folder = folder
        self._surroundings = surroundings
        self._new = folder / "neu.kizdesk"
        self._example = folder / "beispiel.kizdesk"

    def resources(self) -> str:
        library = self._surroundings.library
        wrong = library.check_all()
        _expect(not wrong, " ".join(wrong))
        return f"{len(library.districts())} Kreise, {sum(1 for _ in library.latest_guide().questions())} Fragen"

    def create(self) -> str:
        create(self._new, NewProject(TRIED_DISTRICT), self._surroundings)
        with self._open(self._new) as project:
            field = add_field(project, "Sprachförderung", Strand.EDUCATION)
            _expect(project.snapshot.find(FieldOfAction, field.id) is not None, "Die Änderung fehlt.")
            return f"{len(project.log())} Einträge im Protokoll"

    def undo(self) -> str:
        with self._open(self._new) as project:
            before = exported(project)
            label = project.undo()
            _expect(label is not None and exported(project) != before, "Rückgängig wirkt nicht nach dem Neustart.")
            project.redo()
            _expect(exported(project) == before, "Wiederholen stellt den Stand nicht her.")
            return f"„{label}“"

    def search(self) -> str:
        with self._open(self._new) as project:
            hits = project.search("forderung")
            _expect(bool(hits), "„forderung“ findet „Sprachförderung“ nicht.")
            return f"{len(hits)} Treffer für „forderung“"

    def freeze(self) -> str:
        with OpenProject.create(self._example, self._surroundings) as project:
            fill(project)
            version = freeze(project, VersionWish(name="Selbsttest"))
            changed = changes_since(project, version.id)
            _expect(not changed, "Eine eben festgeschriebene Fassung gilt als geändert.")
            return f"Fassung {version.number}, Prüfwert {version.fingerprint[:12]}"

    def check(self) -> str:
        with self._open(self._example) as project:
            return f"{len(check(project))} offene Punkte"

    def word(self) -> str:
        with self._open(self._example) as project:
            written = export_word_estimated(project, self._folder, _silent)
            _expect(written.size > 0, "Die Word-Datei ist leer.")
            return f"{written.size // 1024} KB"

    def print(self) -> str:
        with self._open(self._example) as project:
            (written,) = write_print(project, self._folder, _silent)
            _expect(written.path.read_bytes().startswith(b"%PDF"), "Die PDF-Datei ist keine.")
            return f"{written.pages} Seiten, {written.size // 1024} KB"

    def papers(self) -> str:
        with self._open(self._example) as project:
            known = [layout.id for kind in KINDS for layout in layouts(project, kind)]
            written = write_papers(project, self._folder, _silent)
            _expect(all(file.size > 0 for file in written), "Eine Vorlage ist leer.")
            return f"{len(written)} Dateien, Aufbau nach {', '.join(known)}"

    def reopen(self) -> str:
        with self._open(self._example) as project:
            wrong = project.verify()
            _expect(not wrong, " ".join(wrong))
        left = [path.name for path in self._folder.iterdir() if path.name.endswith(("-wal", "-shm"))]
        _expect(not left, f"Nach dem Schließen bleibt {', '.join(left)} zurück.")
        return "unversehrt"

    def _open(self, path: Path) -> OpenProject:
        return OpenProject.open(path, self._surroundings)


def _expect(condition: object, otherwise: str) -> None:
    if not condition:
        raise Failed(otherwise)


def _silent(_what: str, _share: float) -> None:
    return None
