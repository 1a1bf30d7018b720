"""Use the real window at a load as a person would, in a process of its own, and tell the times as JSON.

``python -m bench.window_child VISITS|TYPING|EXPORT|BARE PROJECT FOLDER``
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import Measure
from kizdesk.domain.guide import QuestionType
from kizdesk.domain.interviews import Answer
from kizdesk.project.apart.elsewhere import Elsewhere
from kizdesk.project.output.writing import InFolder, export_concept
from kizdesk.ui.app import Start, application_on, assemble, watch_garbage
from kizdesk.ui.collector import Collector
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start.page import StartPage

_WIDTH, _HEIGHT = 1366, 768
_KEY_MS = 40
"""Between two letters: a fast typist."""
_PAUSE_EVERY, _PAUSE_MS = 40, 900
"""A typist stops to think, and what was typed is committed."""
_GIVEN_MS = 1000
"""So long after the last page that nobody looks at its pictures any more, and what they took is given back."""
_LETTERS = 240
_ROUNDS = 4
_PLACES = ("chapter", "measure", "answer")


class Pulse(QObject):
    """Turn with the event loop and note how long it stood still each time."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.worked: list[float] = []
        self._last, self._used = perf_counter(), thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Start to measure."""
        self.gaps.clear()
        self.worked.clear()
        self._last, self._used = perf_counter(), thread_time()
        self._timer.start(1)

    def end(self) -> dict[str, list[float]]:
        """Return the times without a turn, of the timer's own millisecond freed, and what the thread did in them.

        The difference is waiting: for the interpreter, and for the machine where others use it.
        """
        self._timer.stop()
        return {"gaps": [max(0.0, gap - 0.001) for gap in self.gaps], "worked": self.worked}

    def _beat(self) -> None:
        now, used = perf_counter(), thread_time()
        self.gaps.append(now - self._last)
        self.worked.append(used - self._used)
        self._last, self._used = now, used


class Typist(QObject):
    """Type letters into one widget, with pauses.

    Keys come through the window, as those of a hand do: by them the program knows that somebody types, and does not
    begin what it keeps for rests.
    """

    def __init__(self, widget: QWidget, finished: Callable[[], object], *, letters: int = _LETTERS) -> None:
        super().__init__()
        self.keys: list[float] = []
        self._widget = widget
        self._letters = letters
        self._finished = finished
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._press)
        self._timer.start(_KEY_MS)

    def _press(self) -> None:
        number = len(self.keys)
        letter = " " if number % 7 == 6 else "abcdefghijklmnopqrstuvwxyz"[number % 26]
        start = perf_counter()
        QTest.keyClick(self._widget.window().windowHandle(), ord(letter))
        self.keys.append(perf_counter() - start)
        if len(self.keys) >= self._letters:
            QTimer.singleShot(_PAUSE_MS, self._finished)
            return
        self._timer.start(_PAUSE_MS if len(self.keys) % _PAUSE_EVERY == 0 else _KEY_MS)


def wait(milliseconds: int) -> None:
    """Let the event loop turn for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def typed(widget: QWidget) -> dict[str, list[float]]:
    """Type a while, and return how long each key took and how long the loop stood still."""
    loop = QEventLoop()
    widget.setFocus()
    pulse = Pulse()
    typist = Typist(widget, loop.quit)
    pulse.begin()
    loop.exec()
    return {"keys": typist.keys, **pulse.end()}


def bare() -> dict[str, object]:
    """Type into an editor that stands alone."""
    application = QApplication(["bench", "-platform", "offscreen"])
    editor = QPlainTextEdit()
    editor.setPlainText("Ein langer Text steht hier schon. " * 200)
    editor.resize(_WIDTH, _HEIGHT)
    editor.show()
    wait(300)
    result = {"bare": typed(editor)}
    application.quit()
    return dict(result)


class Desk:
    """Be the program with one project open."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.parts = assemble(application_on("offscreen"), Start(folder / "kizdesk.ini", folder, "Bench"))
        self.window: MainWindow = MainWindow(
            self.parts.memory, self.parts.theme, StartPage(self.parts.starter), apart=Elsewhere
        )
        self.parts.jobs.broken.connect(self.window.faults.tell)
        watch_garbage(Collector(self.parts.application), self.window, self.parts.starter)
        self.window.resize(_WIDTH, _HEIGHT)
        self.window.show()
        loop = QEventLoop()
        self.parts.starter.opened.connect(self.window.show_project)
        self.parts.starter.opened.connect(loop.quit)
        self.parts.starter.open(project)
        loop.exec()

    @property
    def shell(self) -> Shell:
        """Return the shell around the project."""
        assert self.window.shell is not None
        return self.window.shell

    def settle(self) -> None:
        """Wait until nothing works and no page waits to be built."""
        while True:
            wait(300)
            shell = self.shell
            if not shell.session.jobs.is_busy and not shell.care.is_due:
                return

    def visit(self, key: str) -> float:
        """Show a page, have it drawn, and return how long that took."""
        start = perf_counter()
        self.shell.navigator.show(key)
        self.window.repaint()
        return perf_counter() - start

    def visits(self) -> dict[str, object]:
        """Show every page, first as it is built, then again and again."""
        entries = [entry.key for entry in self.shell.navigator.entries if not entry.hidden]
        first = {key: self.visit(key) for key in self._calmly(entries)}
        again: dict[str, list[float]] = {key: [] for key in entries}
        for _ in range(_ROUNDS):
            for key in self._calmly(entries):
                again[key].append(self.visit(key))
        self.settle()
        wait(_GIVEN_MS)
        self.settle()
        return {"first": first, "again": again, "memory": _memory("self"), "beside": sum(map(_memory, _children()))}

    def typing(self) -> dict[str, object]:
        """Type in every place, with all pages built and all jobs running."""
        self._build_all()
        return {place: typed(self._editor(place)) for place in _PLACES}

    def export(self) -> dict[str, object]:
        """Type in a measure while Word is being written again and again."""
        self._build_all()
        editor = self._editor("measure")
        session, written = self.shell.session, []
        folder = session.project.path.parent / "Ausgabe"

        def work(progress: Callable[[str, float], None]) -> object:
            concept = InFolder(partial(export_concept, counts_pages=False), folder)
            return session.apart.run(concept, session.project.pinned(), progress)

        def again(result: object) -> None:
            written.append(result)
            session.jobs.run(work, again, label="Ausgeben")

        session.jobs.run(work, again, label="Ausgeben")
        result = typed(editor)
        return {"export": result, "written": len(written)}

    def _calmly(self, keys: list[str]) -> Iterator[str]:
        for key in keys:
            self.settle()
            yield key

    def _build_all(self) -> None:
        for entry in self.shell.navigator.entries:
            if not entry.hidden:
                self.visit(entry.key)
        self.settle()

    def _long_answer(self) -> str:
        project = self.shell.session.project
        guide = project.library.latest_guide()
        long = {item.id for item in guide.questions() if item.type is QuestionType.LONG_TEXT}
        return next(answer.id for answer in project.snapshot.all(Answer) if answer.question_id in long)

    def _editor(self, place: str) -> QWidget:
        navigator = self.shell.navigator
        snapshot = self.shell.session.project.snapshot
        if place == "answer":
            page = navigator.show("interview.runner")
            page.reveal(Target(Step.STOCK_TAKING, "answer", self._long_answer()))
        elif place == "measure":
            page = navigator.show("fields.fields")
            page.open(snapshot.all(Measure)[100].id)
        else:
            page = navigator.show("basics.chapters")
        self.settle()
        name = {"answer": "words", "measure": "measure.description", "chapter": "chapter.text"}[place]
        found = next(widget for widget in page.findChildren(QWidget, name) if widget.isVisible())
        inner = [found, *found.findChildren(QWidget)]
        return next(widget for widget in inner if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _children() -> list[str]:
    """Return the processes that work for this one, whichever of its threads started them."""
    threads = Path("/proc/self/task").iterdir()
    return [child for thread in threads for child in (thread / "children").read_text(encoding="ascii").split()]


def _memory(process: str) -> float:
    """Return the bytes that lie in memory for one process alone, and its part of what it shares."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return float(line.split()[1]) * 1024
    return 0.0


def main(what: str, project: Path, folder: Path) -> None:
    """Do one thing and tell its times."""
    if what == "BARE":
        told = bare()
    else:
        desk = Desk(project, folder)
        told = {"VISITS": desk.visits, "TYPING": desk.typing, "EXPORT": desk.export}[what]()
    print(json.dumps(told), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
