"""Tell by its name whether a file may be a template for Word files."""

from __future__ import annotations

from pathlib import PurePath

SUFFIXES = (".docx", ".dotx")
"""How the names of templates end."""
_NEAR = (".docm", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf")
"""How the names of files end that people take for templates; whoever reads them is told what to do."""


def may_be_template(name: str) -> bool:
    """Tell whether a file is called a template, or something that people take for one."""
    return PurePath(name).suffix.casefold() in (*SUFFIXES, *_NEAR)
