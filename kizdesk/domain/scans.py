"""Tell which files can be shown beside the questions of an interview, to type them off."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from kizdesk.domain.interviews import Attachment

SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".jfif")
"""How the names of such files end."""
_HEAD_WITHIN = 1024
_TYPES = {"application/pdf", "image/png", "image/jpeg"}
_DIGITS = re.compile(r"(\d+)")


class ScanKind(Enum):
    """Name the kinds of files that can be shown."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"


def kind_of(data: bytes) -> ScanKind | None:
    """Return the kind of a file by its first bytes, whatever it is called."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ScanKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return ScanKind.JPEG
    return ScanKind.PDF if b"%PDF-" in data[:_HEAD_WITHIN] else None


def can_be_shown(file: Attachment) -> bool:
    """Tell whether an attachment is called a scan or a photo."""
    return PurePath(file.name).suffix.casefold() in SUFFIXES or file.media_type in _TYPES


def is_picture(file: Attachment) -> bool:
    """Tell whether an attachment is one page of its own, such as a photo."""
    return PurePath(file.name).suffix.casefold() != ".pdf" and file.media_type != "application/pdf"


def counted(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return what sorts names as people count: ``Foto 2`` before ``Foto 10``."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)
