"""Make scans and photos as offices send them."""

from __future__ import annotations

import io
import struct

from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)
RED, BLUE = QColor("#c00000"), QColor("#0000c0")


def pdf(pages: int = 3, *, size: tuple[float, float] = A4, password: str | None = None) -> bytes:
    """Return a PDF of numbered pages, the upper half of each red."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for number in range(pages):
        canvas.setFillColorRGB(192 / 255, 0, 0)
        canvas.rect(0, size[1] / 2, size[0], size[1] / 2, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(72, 72, f"Seite {number + 1}")
        canvas.showPage()
    canvas.save()
    if password is None:
        return stream.getvalue()
    writer, locked = PdfWriter(PdfReader(stream)), io.BytesIO()
    writer.encrypt(password, "Eigentum", algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()


def picture(width: int = 300, height: int = 200, kind: str = "png") -> bytes:
    """Return a blue picture whose left half is red."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(BLUE)
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, RED)
    return saved(image, kind)


def saved(image: QImage, kind: str) -> bytes:
    """Return a picture as a file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(data.data())


def photo(orientation: int, width: int = 300, height: int = 200) -> bytes:
    """Return a picture as a camera saves it that was held another way."""
    plain = picture(width, height, "jpeg")
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]
