"""What PySide6 does to memory, and what is therefore never called.

PySide6 6.12.0 on Python < 3.12 loses a reference to None with every void call and aborts the process after some
thousands of them; short tests stay green. All of them take a widget that is asked for its neighbour in the order of Tab
for the parent of the one returned, and lose the second together with the first, though it is still shown.
"""

import subprocess
import sys
from pathlib import Path

import kizdesk

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


def test_no_page_asks_a_widget_for_its_neighbour() -> None:
    modules = sorted((Path(kizdesk.__file__).parent / "ui").rglob("*.py"))

    assert [module.name for module in modules if "InFocusChain()" in module.read_text(encoding="utf-8")] == []
    assert len(modules) > 100
