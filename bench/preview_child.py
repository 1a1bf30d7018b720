"""Type into chapters beside the open preview: ``python -m bench.preview_child PROJECT FOLDER``."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bench.window_child import Desk, Pulse, wait
from kizdesk.domain.checks import Step, Target
from kizdesk.ui.preview.pane import PreviewPane
from kizdesk.ui.shell.shell import Shell

_CHAPTERS = ("vorwort", "anlass", "begriffe", "kreis", "verwaltung", "aufgaben", "traeger", "ehrenamt", "steuerung")
"""They have a text, in which a letter is typed."""
_EMPTY = "leitlinien"
"""The first words of this chapter begin it, and number all that follow anew."""
_LONGEST_MS = 60_000


def main() -> None:
    """Open, type and tell."""
    desk = Desk(Path(sys.argv[1]), Path(sys.argv[2]))
    shell = desk.window.shell
    assert shell is not None
    wait(3000)
    before = _memory("self")
    start = perf_counter()
    shell.navigator.show("basics.chapters")
    shell.beside.toggle()
    pane = shell.beside.pane
    assert pane is not None
    _until(pane, _is_fresh)
    first = perf_counter() - start
    found = [_typed(shell, pane, chapter) for chapter in (*_CHAPTERS, _EMPTY)]
    seen, work = [one.seen for one in found], [one.work for one in found]
    told = {
        "first": first,
        "seen": seen[:-1],
        "work": work[:-1],
        "begun": seen[-1],
        "turn": max(one.turn for one in found),
        "pages": pane.pages,
        "print": max(_memory(child) for child in _children()),
        "window": _memory("self") - before,
    }
    print(json.dumps(told), flush=True)
    os._exit(0)


@dataclass(frozen=True, slots=True)
class _Typed:
    """Be how long a letter took to the new page, what all processes computed, and the window's longest turn."""

    seen: float
    work: float
    turn: float


def _typed(shell: Shell, pane: PreviewPane, chapter: str) -> _Typed:
    """Type a letter into the text of a chapter, and wait for its page."""
    shell.session.go(Target(Step.BASICS, "chapter_text", chapter))
    wait(1200)
    text = next(found for found in shell.findChildren(QWidget, "chapter.text") if found.isVisible())
    parts = [text, *text.findChildren(QWidget)]
    editor = next(part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    editor.setFocus()
    pulse, busy, start = Pulse(), _busy(), perf_counter()
    pulse.begin()
    QTest.keyClicks(editor, "x")
    _until(pane, _is_fresh, changed=True)
    seen, work = perf_counter() - start, _busy() - busy
    wait(100)
    return _Typed(seen, work, max(pulse.end()["worked"]))


def _is_fresh(pane: PreviewPane) -> bool:
    return pane.live.is_fresh and pane.preview is not None


def _until(pane: PreviewPane, done: Callable[[PreviewPane], bool], *, changed: bool = False) -> None:
    """Wait until the pane shows pages; the next ones if something changed."""
    loop, end = QEventLoop(), QTimer()
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    pane.shown.connect(loop.quit)
    end.start(_LONGEST_MS)
    waits = changed or not done(pane)
    while waits:
        loop.exec()
        if not end.isActive():
            raise TimeoutError("no page was shown")
        waits = not done(pane)
    pane.shown.disconnect(loop.quit)


def _children() -> list[str]:
    found = []
    for path in Path("/proc/self/task").glob("*/children"):
        found += path.read_text().split()
    return found


def _memory(process: str) -> int:
    """Return what a process holds, in bytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


def _busy() -> float:
    """Return the seconds that this process and its children computed."""
    ticks = 0
    for process in ("self", *_children()):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / 100


if __name__ == "__main__":
    main()
