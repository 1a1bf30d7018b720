"""The locked PySide6 must keep the references it counts.

PySide6 6.12.0 on Python < 3.12 loses a reference to None with every void call and aborts the process after some
thousands of them; short tests stay green.
"""

import subprocess
import sys

CALLS = 20_000
SCRIPT = f"""
from PySide6.QtCore import QObject
thing = QObject()
for number in range({CALLS}):
    thing.setObjectName("Kreis")
print(number + 1)
"""


def test_20000_void_calls_do_not_abort_the_process() -> None:
    result = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=False)

    assert result.returncode == 0, result.stderr[-500:]
    assert result.stdout.strip() == str(CALLS)
