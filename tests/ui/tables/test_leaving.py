"""Check that a program in which somebody copied a table ends without a crash."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication
from kizdesk.ui.tables.column import Column
from kizdesk.ui.tables.copying import copied, leave_clipboard
application = QApplication([])
application.clipboard().setMimeData(copied([Column("Zahl", int)], [1, 2]))
leave_clipboard(application.clipboard())
assert application.clipboard().text().split() == ["Zahl", "1", "2"]
"""


def test_what_was_copied_is_left_as_text_and_the_program_ends_well() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
