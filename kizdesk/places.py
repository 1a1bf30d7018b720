"""Find the folders that travel with the program, in a checkout and in an installed copy alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parent


def resources_dir() -> Path:
    """Return the folder of catalogues, legal bases, texts and templates."""
    return _folder("resources")


def forms_dir() -> Path:
    """Return the folder of the versioned guides and forms."""
    return _folder("forms")


def _folder(name: str) -> Path:
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name
