"""Set up the program's own environment: `.venv` with locked versions, and missing system libraries.

Uses the standard library only, because it runs before anything is installed:

    python3 tools/setup_env.py run      what the program needs
    python3 tools/setup_env.py dev      the same, and what its tests need
"""

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "kizdesk.stamp"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Libraries Qt is linked to even without a screen, with the Debian packages that bring them."""
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""Libraries Qt needs for a window; the tests do without."""


class SetupFault(Exception):
    """Report what the user has to do, in German."""


def main(arguments: list[str]) -> int:
    """Set up the environment of the given kind and return the exit code."""
    kind = arguments[0] if arguments else "run"
    if kind not in LOCKS:
        print("Aufruf: python3 tools/setup_env.py run|dev", file=sys.stderr)
        return 2
    try:
        require_python()
        require_packages(missing_packages(kind), needed=kind == "dev")
        install(kind)
    except SetupFault as fault:
        print(f"\n{fault}", file=sys.stderr)
        return 1
    return 0


def require_python() -> None:
    """Refuse a Python that is too old for the program."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(str(part) for part in OLDEST_PYTHON)
        raise SetupFault(f"kizdesk braucht Python {wanted} oder neuer. Bitte ein neueres Python installieren.")


def missing_packages(kind: str = "run") -> list[str]:
    """Return the Debian packages that bring what this machine lacks, by trying to load it."""
    packages = [] if can_make_venv() else ["python3-venv"]
    if sys.platform.startswith("linux"):
        libraries = QT_LIBRARIES if kind == "dev" else QT_LIBRARIES | WINDOW_LIBRARIES
        packages += [package for library, package in libraries.items() if not loads(library)]
    return packages


def can_make_venv() -> bool:
    """Tell whether `python3 -m venv` brings pip along; Debian packs that separately."""
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def loads(library: str) -> bool:
    """Tell whether the dynamic loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def require_packages(packages: list[str], *, needed: bool) -> None:
    """Install Debian packages if that is allowed without asking; otherwise say which line to type."""
    if not packages:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    prefix = root_prefix()
    if shutil.which("apt-get") and prefix is not None:
        print(f"Fehlende Systembibliotheken werden installiert: {' '.join(packages)}", flush=True)
        if apt(prefix, "update") and apt(prefix, *line.split()[1:]):
            return
    if needed or "python3-venv" in packages:
        raise SetupFault(
            "Auf diesem Rechner fehlen Systembibliotheken. Bitte diese Zeile eingeben und dann den Befehl "
            f"wiederholen:\n\n    sudo {line}\n"
        )
    print(f"Hinweis: Für das Fenster fehlen noch Systembibliotheken. Diese Zeile bringt sie:\n\n    sudo {line}\n")


def root_prefix() -> list[str] | None:
    """Return what to write before a command to run it as root, or None if that is not allowed."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def apt(prefix: list[str], *arguments: str) -> bool:
    """Run apt-get without questions, show its output only if it fails, and tell whether it succeeded."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    result = subprocess.run([*prefix, *quiet, "apt-get", *arguments], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        print(result.stdout[-2000:] + result.stderr[-2000:], file=sys.stderr)
    return result.returncode == 0


def install(kind: str) -> None:
    """Bring `.venv` to the locked versions, unless it has them already."""
    if is_current(kind):
        return
    if not works(PYTHON):
        print("Eigene Python-Umgebung wird angelegt: .venv", flush=True)
        run([sys.executable, "-m", "venv", "--clear", str(VENV)], "Die Python-Umgebung ließ sich nicht anlegen.")
    STAMP.unlink(missing_ok=True)
    lock = LOCKS[kind]
    print(f"Pakete aus {lock.name} werden installiert, beim ersten Mal etwa 300 MB:", flush=True)
    install_locked(lock)
    if kind == "dev":
        link = [*pip(), "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
        run(link, "kizdesk ließ sich nicht in .venv eintragen.")
    STAMP.write_text(digest(lock), encoding="utf-8")
    print("Einrichtung fertig.", flush=True)


def is_current(kind: str) -> bool:
    """Tell whether `.venv` holds what the lock says; the environment for tests serves for running too."""
    if not (STAMP.is_file() and works(PYTHON)):
        return False
    enough = {digest(LOCKS["dev"])} if kind == "dev" else {digest(lock) for lock in LOCKS.values()}
    return STAMP.read_text(encoding="utf-8") in enough


def works(python: Path) -> bool:
    """Tell whether an interpreter starts and is new enough; one whose system Python was upgraded away is not."""
    check = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    try:
        return subprocess.run([python, "-c", check], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def digest(lock: Path) -> str:
    """Return the SHA-256 of a lock file, the stamp of what is installed."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def pinned(lock: Path) -> list[str]:
    """Return the names of the packages in a lock file that this system gets."""
    lines = re.findall(r"^([A-Za-z0-9._-]+)==(.*)$", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return sorted({name for name, rest in lines if os.name == "nt" or "win32" not in rest})


def install_locked(lock: Path) -> None:
    """Install a lock file with its hashes and count the packages as pip reaches them."""
    names = pinned(lock)
    command = [*pip(), "install", "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    output: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT) as process:
        reached = 0
        for text in process.stdout or ():
            output.append(text)
            if found := re.match(r"Collecting ([A-Za-z0-9._-]+)==(\S+)", text):
                reached += 1
                print(f"  [{reached}/{len(names)}] {found[1]} {found[2]}", flush=True)
            elif text.startswith("Installing collected packages"):
                print("  Pakete werden ausgepackt …", flush=True)
    if process.returncode != 0:
        print("".join(output[-15:]), file=sys.stderr)
        raise SetupFault(
            "Die Pakete ließen sich nicht installieren. Bitte die Netzverbindung prüfen und den Befehl wiederholen."
        )


def pip() -> list[str]:
    """Return the command that starts the environment's own pip."""
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]


def run(command: list[str], failure: str) -> None:
    """Run a command and raise its failure in German, with its own words before."""
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if result.returncode != 0:
        print(result.stdout[-2000:] + result.stderr[-2000:], file=sys.stderr)
        raise SetupFault(failure)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
