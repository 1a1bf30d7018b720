"""Find out whether Qt can show a window here, before Qt tries: it ends the process when it cannot.

Nothing is started for that. The plugin that Qt would use is loaded with the system's loader, which names what it
lacks, and the display is asked for a connection by the library that Qt itself uses; both cost a few milliseconds
that Qt does not spend again.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Libraries Qt is linked to in any case, with the Debian packages that bring them."""
PACKAGES_OF = {
    "xcb": {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}
"""Libraries of the two kinds of display, with their packages."""
NO_DISPLAY = "Hier gibt es keinen Bildschirm, deshalb öffnet sich kein Fenster."
UNREACHABLE = "Der Bildschirm antwortet nicht, deshalb öffnet sich kein Fenster."
LACKING = "Für das Fenster fehlen Systembibliotheken. Diese Zeile bringt sie: sudo apt-get install {packages}"
BROKEN = "Das Fenster lässt sich auf diesem Rechner nicht öffnen: {reason}"


@dataclass(frozen=True, slots=True)
class Display:
    """Be what Qt shall draw on; ``problem`` is the German sentence why there is none."""

    platform: str = ""
    """Name of Qt's plugin; empty where Qt needs not be told."""
    problem: str = ""


def find(
    environment: Mapping[str, str], system: str = sys.platform, probe: Callable[[str], str] | None = None
) -> Display:
    """Return the display of this process; Windows and macOS always have one."""
    if system in ("win32", "darwin"):
        return Display()
    problem = ""
    for platform in _platforms(environment):
        problem = (probe or problem_of)(platform)
        if not problem:
            return Display(platform)
    return Display(problem=problem or NO_DISPLAY)


def problem_of(platform: str) -> str:
    """Return why Qt cannot use a kind of display here, or nothing if it can."""
    kind = platform.partition(":")[0].removesuffix("-egl")
    wanted = PACKAGES | PACKAGES_OF.get(kind, {})
    packages = [package for library, package in wanted.items() if not _load(library)]
    if packages:
        return LACKING.format(packages=" ".join(packages))
    if kind not in PACKAGES_OF:
        return ""
    plugin = _plugin(kind)
    if plugin is not None and (reason := _refusal(str(plugin))):
        return BROKEN.format(reason=reason)
    return "" if _answers(kind) else UNREACHABLE


def _platforms(environment: Mapping[str, str]) -> list[str]:
    told = [name for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name]
    if told:
        return told
    found = ["wayland"] if environment.get("WAYLAND_DISPLAY") else []
    return [*found, "xcb"] if environment.get("DISPLAY") else found


def _load(library: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None


def _refusal(library: str) -> str:
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def _plugin(kind: str) -> Path | None:
    """Return the file of Qt's plugin, without loading anything of Qt."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).with_name("Qt") / "plugins" / "platforms" / f"libq{kind}.so"
    return path if path.is_file() else None


def _answers(kind: str) -> bool:
    """Tell whether the display takes a connection."""
    return _xcb_answers() if kind == "xcb" else _wayland_answers()


def _xcb_answers() -> bool:
    library = ctypes.CDLL("libxcb.so.1")
    library.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(library.xcb_connect(None, None))
    fault = library.xcb_connection_has_error(connection)
    library.xcb_disconnect(connection)
    return not fault


def _wayland_answers() -> bool:
    library = ctypes.CDLL("libwayland-client.so.0")
    library.wl_display_connect.restype = ctypes.c_void_p
    connection = library.wl_display_connect(None)
    if connection:
        library.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)
