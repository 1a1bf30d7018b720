"""Make sure that a file is a picture that every writer can print."""

from __future__ import annotations

from base64 import b64encode
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kizdesk.domain.errors import UserError
from kizdesk.domain.scans import ScanKind, kind_of

MOST_DOTS: Final = 24_000_000
"""Dots of the largest picture that is taken; a logo of 20 cm in print has fewer."""
_ENDINGS: Final = {ScanKind.PNG: "png", ScanKind.JPEG: "jpg"}
_NO_PICTURE: Final = (
    "„{name}“ ist kein Bild, das sich drucken lässt. Bitte das Logo als PNG- oder JPEG-Datei wählen; Ihre Pressestelle "
    "hat es meist in dieser Form."
)
_BROKEN: Final = "Das Bild „{name}“ ist beschädigt. Bitte eine andere Datei des Logos wählen."
_RARE: Final = (
    "Das Bild „{name}“ liegt in einer seltenen Form von JPEG vor, die Word nicht liest. Bitte das Logo in einem "
    "Bildprogramm öffnen, als PNG-Datei speichern und diese wählen."
)
_JPEG_HEAD: Final = 12
"""Bytes of the head of a JPEG that tell its form."""
_TOO_MANY: Final = (
    "Das Bild „{name}“ hat {width} × {height} Bildpunkte und ist damit zu groß. Bitte eine kleinere Fassung des Logos "
    "wählen; 2000 Bildpunkte in der Breite genügen."
)
_DOTS_PER_INCH: Final = 144.0
_PAGE: Final = """#set page(width: auto, height: auto, margin: 0pt)
#image("logo.{ending}", width: 50mm, height: 25mm, fit: "contain")
"""


def refuse_no_picture(name: str, data: bytes) -> None:
    """Raise UserError for what is not a whole picture in PNG or JPEG of a reasonable size."""
    ending = _ENDINGS.get(kind_of(data) or ScanKind.PDF)
    if ending is None:
        raise UserError(_NO_PICTURE.format(name=name))
    width, height = _size(name, data)
    if width * height > MOST_DOTS:
        raise UserError(_TOO_MANY.format(name=name, width=width, height=height))
    if not drawn(data):
        raise UserError(_BROKEN.format(name=name))


def is_picture(data: bytes) -> bool:
    """Tell by the head of a file whether it is a picture in PNG or JPEG; nothing is unpacked."""
    if kind_of(data) not in _ENDINGS:
        return False
    try:
        return min(_size("", data)) > 0
    except UserError:
        return False


def as_svg(data: bytes) -> bytes:
    """Return a picture as a drawing, for a library that takes no files but texts; raises UserError if it is damaged."""
    width, height = _size("", data)
    kind = "png" if kind_of(data) is ScanKind.PNG else "jpeg"
    told = f'width="{width}" height="{height}"'
    box = f'<svg xmlns="http://www.w3.org/2000/svg" {told} viewBox="0 0 {width} {height}">'
    return f'{box}<image {told} href="data:image/{kind};base64,{b64encode(data).decode()}"/></svg>'.encode()


def _size(name: str, data: bytes) -> tuple[int, int]:
    """Return how many dots the head of a picture promises; nothing is unpacked."""
    library = import_module("docx.image.image")
    exceptions = import_module("docx.image.exceptions")
    faults = (exceptions.InvalidImageStreamError, exceptions.UnexpectedEndOfFileError)
    try:
        image = library.Image.from_blob(data)
        return int(image.px_width), int(image.px_height)
    except exceptions.UnrecognizedImageError as fault:
        is_rare = kind_of(data) is ScanKind.JPEG and len(data) > _JPEG_HEAD
        raise UserError((_RARE if is_rare else _BROKEN).format(name=name)) from fault
    except (*faults, ValueError, LookupError, EOFError) as fault:
        raise UserError(_BROKEN.format(name=name)) from fault


def drawn(data: bytes) -> bytes:
    """Return a picture drawn anew and small, as a PNG; nothing if it cannot be read to its end."""
    ending = _ENDINGS.get(kind_of(data) or ScanKind.PDF)
    library = import_module("typst")
    with TemporaryDirectory(prefix="kizdesk-", ignore_cleanup_errors=True) as folder:
        (Path(folder) / f"logo.{ending}").write_bytes(data)
        fonts = library.Fonts(include_system_fonts=False, include_embedded_fonts=False)
        page = _PAGE.format(ending=ending).encode()
        try:
            made = library.Compiler(root=folder, font_paths=fonts).compile(page, format="png", ppi=_DOTS_PER_INCH)
        except RuntimeError:
            return b""
    return made if isinstance(made, bytes) else b""
