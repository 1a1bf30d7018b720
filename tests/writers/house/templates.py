"""Make templates as districts have them: with German styles, a logo, letter heads – and ones that cannot be used."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

LIBREOFFICE = Path(__file__).parent / "data" / "libreoffice.docx"
"""A template that LibreOffice wrote from styles of its own."""
W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/'
_RED = "9B1C31"


def png(width: int = 240, height: int = 90) -> bytes:
    """Return a picture: a red field with a white bar and a dark edge."""
    rows = []
    for y in range(height):
        row = bytearray(b"\0")
        for x in range(width):
            edge = min(x, y, width - 1 - x, height - 1 - y) < 6
            bar = height // 2 - 8 < y < height // 2 + 8 and 20 < x < width - 20
            row += b"\x40\x10\x18" if edge else b"\xff\xff\xff" if bar else b"\x9b\x1c\x31"
        rows.append(bytes(row))
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + _chunk(b"IDAT", zlib.compress(b"".join(rows)))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """Return parts as a ZIP."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def changed(data: bytes, parts: Mapping[str, bytes | str | None]) -> bytes:
    """Return a ZIP with some parts in place of its own; None takes one away."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        given: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist()}
    given |= {name: text for name, text in parts.items() if text is not None}
    return packed({name: text for name, text in given.items() if parts.get(name, text) is not None})


def part(data: bytes, name: str) -> str:
    """Return a part of a ZIP as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def german(*, dotx: bool = False) -> bytes:
    """Return what a German Word keeps: styles by German ids, a letter head on the first page, a logo on all."""
    kind = "template" if dotx else "document"
    return packed(
        {
            "[Content_Types].xml": _types(kind),
            "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": _document(),
            "word/_rels/document.xml.rels": _relations(
                {
                    "rId1": ("styles", "styles.xml"),
                    "rId2": ("numbering", "numbering.xml"),
                    "rId3": ("settings", "settings.xml"),
                    "rId4": ("header", "header1.xml"),
                    "rId5": ("header", "header2.xml"),
                    "rId6": ("footer", "footer1.xml"),
                    "rId7": ("image", "media/image2.png"),
                }
            ),
            "word/styles.xml": _styles(),
            "word/numbering.xml": _numbering(),
            "word/settings.xml": f'{_HEAD}<w:settings {W}><w:zoom w:percent="100"/>'
            '<w:defaultTabStop w:val="708"/></w:settings>',
            "word/header1.xml": _header(),
            "word/_rels/header1.xml.rels": _relations({"rId1": ("image", "media/image1.png")}),
            "word/header2.xml": _letter_head(),
            "word/_rels/header2.xml.rels": _relations({"rId1": ("image", "media/image1.png")}),
            "word/footer1.xml": _footer(),
            "word/_rels/footer1.xml.rels": _relations({"rId1": ("hyperlink", "https://www.kreis-musterland.de")}),
            "word/media/image1.png": png(),
            "word/media/image2.png": png(400, 300),
        }
    )


def english() -> bytes:
    """Return a template made from that of python-docx: English styles, a header, pages counted, wide margins."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(28)
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(12)
    head = section.header.paragraphs[0]
    head.text = "Landkreis Beispiel\tDezernat III"
    head.add_run().add_picture(io.BytesIO(png(160, 60)), height=Mm(8))
    foot = section.footer.paragraphs[0]
    foot.text = "Landkreis Beispiel – Seite "
    _add_page(foot)
    document.add_paragraph("Mustertext, der nicht übernommen wird.")
    return _saved(document)


def bare() -> bytes:
    """Return a Word file with nothing but text."""
    return packed(
        {
            "[Content_Types].xml": f'{_HEAD}<Types {_PACKAGE}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/></Types>',
            "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": f"{_HEAD}<w:document {W}><w:body><w:p><w:r><w:t>Nur Text</w:t></w:r></w:p>"
            "</w:body></w:document>",
        }
    )


def with_macro() -> bytes:
    """Return a template that carries a macro."""
    types = part(german(), "[Content_Types].xml").replace(
        "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    return changed(german(), {"[Content_Types].xml": types, "word/vbaProject.bin": b"Makro"})


def _saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _types(kind: str) -> str:
    listed = {
        "document": f"{_TYPE}{kind}.main+xml",
        "styles": f"{_TYPE}styles+xml",
        "numbering": f"{_TYPE}numbering+xml",
        "settings": f"{_TYPE}settings+xml",
        "header1": f"{_TYPE}header+xml",
        "header2": f"{_TYPE}header+xml",
        "footer1": f"{_TYPE}footer+xml",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{type_}"/>' for name, type_ in listed.items()
    )
    return (
        f'{_HEAD}<Types {_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" '
        f'ContentType="image/png"/>{overrides}</Types>'
    )


def _relations(listed: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '://' in target else ''}/>"
        for name, (kind, target) in listed.items()
    )
    return f'{_HEAD}<Relationships {_PACKAGE}relationships">{inner}</Relationships>'


def _document() -> str:
    return (
        f'{_HEAD}<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>'
        f"Mustertext</w:t></w:r></w:p>"
        f"<w:p><w:r>{_picture('rId7', 3_000_000, 2_250_000)}</w:r></w:p>"
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1985" w:right="1134" w:bottom="1418" w:left="1418" '
        'w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def _picture(relation: str, width: int, height: int) -> str:
    return f"<w:drawing>{_inline(relation, width, height)}</w:drawing>"


def _inline(relation: str, width: int, height: int) -> str:
    return (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="1" name="Logo" descr="Wappen"/>{_graphic(relation, width, height)}</wp:inline>'
    )


def _graphic(relation: str, width: int, height: int) -> str:
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="{picture}">'
        f'<pic:pic xmlns:pic="{picture}"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def _header() -> str:
    tab = "<w:r><w:tab/></w:r>"
    return (
        f'{_HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:r><w:t>Kreis Musterland</w:t>'
        f"</w:r>{tab}{tab}"
        f"<w:r>{_picture('rId1', 960_000, 360_000)}</w:r></w:p></w:hdr>"
    )


def _letter_head() -> str:
    anchor = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>5200000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1680000" cy="630000"/><wp:wrapNone/><wp:docPr id="2" name="Wappen" descr="Wappen des Kreises"/>'
        f"{_graphic('rId1', 1_680_000, 630_000)}</wp:anchor></w:drawing>"
    )
    return (
        f'{_HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:r>{anchor}</w:r>'
        "<w:r><w:t>Kreis Musterland – Der Landrat</w:t></w:r></w:p></w:hdr>"
    )


def _footer() -> str:
    return (
        f'{_HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Fuzeile"/></w:pPr><w:r><w:t xml:space="preserve">'
        f"Kreishaus, Am Markt 1 · "
        '</w:t></w:r><w:hyperlink r:id="rId1"><w:r><w:t>www.kreis-musterland.de</w:t></w:r></w:hyperlink></w:p></w:ftr>'
    )


def _styles() -> str:
    heads = "".join(
        f'<w:style w:type="paragraph" w:styleId="berschrift{level}"><w:name w:val="heading {level}"/><w:basedOn '
        f'w:val="Standard"/>'
        f'<w:next w:val="Standard"/><w:qFormat/><w:pPr><w:numPr><w:ilvl w:val="{level - 1}"/><w:numId '
        f'w:val="1"/></w:numPr>'
        f'<w:spacing w:before="{400 - 60 * level}" w:after="120"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f"<w:rPr><w:b/>"
        f'<w:color w:val="{_RED}"/><w:sz w:val="{36 - 4 * level}"/></w:rPr></w:style>'
        for level in (1, 2, 3)
    )
    return (
        f'{_HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" '
        f'w:hAnsi="Calibri" w:cs="Calibri"/>'
        '<w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" '
        'w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Absatz-Standardschriftart">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/>'
        "<w:semiHidden/><w:tblPr>"
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="KeineListe"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
        f"{heads}"
        '<w:style w:type="paragraph" w:styleId="Listenabsatz"><w:name w:val="List Paragraph"/><w:basedOn '
        'w:val="Standard"/>'
        '<w:pPr><w:ind w:left="720"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/><w:pPr>'
        f'<w:jc w:val="left"/></w:pPr><w:rPr><w:b/><w:color w:val="{_RED}"/><w:sz w:val="56"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/><w:basedOn '
        'w:val="Standard"/><w:rPr>'
        '<w:i/><w:sz w:val="18"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Infokasten"><w:name w:val="Infokasten"/>'
        f'<w:basedOn w:val="Standard"/><w:pPr><w:pBdr><w:left w:val="single" w:sz="36" w:space="8" '
        f'w:color="{_RED}"/></w:pBdr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="F7E9EB"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/><w:basedOn w:val="Standard"/>'
        "<w:pPr><w:tabs>"
        '<w:tab w:val="center" w:pos="4677"/><w:tab w:val="right" w:pos="9354"/></w:tabs><w:spacing '
        'w:after="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Fuzeile"><w:name w:val="footer"/><w:basedOn w:val="Standard"/><w:pPr>'
        '<w:spacing w:after="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
        '<w:style w:type="table" w:styleId="Tabellenraster"><w:name w:val="Table Grid"/><w:basedOn '
        'w:val="NormaleTabelle"/><w:tblPr>'
        '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" '
        'w:sz="4" w:space="0" '
        'w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders>'
        "</w:tblPr></w:style>"
        "</w:styles>"
    )


def _numbering() -> str:
    texts = ("%1.", "%1.%2", "%1.%2.%3")
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        + (f'<w:pStyle w:val="berschrift{level + 1}"/>' if level < 3 else "")
        + f'<w:lvlText w:val="{texts[min(level, 2)]}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" '
        f'w:hanging="567"/></w:pPr></w:lvl>'
        for level in range(4)
    )
    return (
        f'{_HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _add_page(paragraph: Paragraph) -> None:
    field = parse_xml(f'<w:fldSimple {W} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.insert_element_before(field)
