"""Keep the process that prints small: each first PDF waits for what it loads."""

import subprocess
import sys

_LOADED = "import kizdesk.writers.press.child, sys; print(*sys.modules)"


def test_the_process_that_prints_loads_nothing_of_word_or_the_tree() -> None:
    command = [sys.executable, "-c", _LOADED]

    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()

    heavy = ("docx", "lxml", "babel", "kizdesk.concept", "kizdesk.writers.word", "kizdesk.writers.print")
    assert [name for name in loaded if name.startswith(heavy)] == []
