"""Everything below `ui` must work without Qt, and without a network."""

import subprocess
import sys

SCRIPT = """
import importlib, pkgutil, socket, sys

def refuse(*args, **kwargs):
    raise AssertionError("a module opened a socket while it was imported")

socket.socket.connect = refuse
socket.getaddrinfo = refuse

import kizdesk

names = ["kizdesk"]

def load(package):
    for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if found.name != "kizdesk.ui":
            names.append(found.name)
            module = importlib.import_module(found.name)
            if found.ispkg:
                load(module)

load(kizdesk)
print(len(names))
print(*sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")))
"""


def test_everything_below_ui_loads_without_qt_and_opens_no_socket() -> None:
    result = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False)

    assert result.returncode == 0, result.stderr[-2000:]
    modules, loaded = result.stdout.split("\n")[:2]
    assert int(modules) > 20, "the walk found too few modules to prove anything"
    assert loaded == ""
