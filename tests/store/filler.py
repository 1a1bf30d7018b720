"""Write answers to a project until the files may not grow any more, and tell each that is saved."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.interviews import Answer
from kizdesk.store import ProjectFile
from tests.store.support import NOW, stamp

if sys.platform != "win32":
    import resource

    def limit_files(size: int) -> None:
        """Let no file of this process grow beyond a size in bytes."""
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

else:

    def limit_files(size: int) -> None:
        """Say that Windows has no such limit."""
        raise NotImplementedError(f"no limit of {size} bytes")


def main(path: Path, limit: int) -> None:
    """Fill the project; if there is none, try to create it."""
    limit_files(limit)
    try:
        write_on(path)
    except EnvironmentFault as fault:
        sys.stdout.write(f"{fault}\n")


def write_on(path: Path) -> None:
    """Write answer after answer."""
    start = ProjectFile.open if path.exists() else ProjectFile.create
    with start(path, who="Frau X", now=NOW) as project:
        for number in range(2000):
            answer = Answer(id=f"a{number}", interview_id="", question_id="b01", text=f"Antwort {number} " * 20)
            project.commit([Create(answer)], stamp())
            sys.stdout.write(f"{answer.id}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
