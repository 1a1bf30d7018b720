import re
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
import kizdesk.__main__ as program

def broken(arguments):
    raise ZeroDivisionError("geteilt durch null")

program.run = broken
program.main()
"""


def test_a_bug_leaves_with_a_code_of_its_own_and_keeps_the_details_in_a_file(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        env={"TMPDIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
        timeout=60,
        check=False,
    )

    assert result.returncode == 70
    assert "Traceback" not in result.stderr
    found = re.search(r"(\S+kizdesk-fehler-\S+\.txt)", result.stderr)
    assert found is not None
    assert "geteilt durch null" in Path(found[1]).read_text(encoding="utf-8")
