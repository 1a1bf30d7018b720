"""Keep a tiny PDF that is read once to load what reading needs, before no file can be opened any more."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Final


def tiny_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of some objects, of which the first is the catalog."""
    content = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(content)


def _stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), more, packed)


SAMPLE: Final = tiny_pdf(
    [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[5 0 R]/Contents 4 0 R/Resources<</Font<</F 6 0 R>>>>>>",
        _stream(b"BT /F 9 Tf (Formular) Tj ET"),
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/AP<</N 7 0 R>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        _stream(b"BT /F 9 Tf (a) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 6 0 R>>>>"),
    ]
)
