"""Put the parts of the template into one file, the same bytes every time."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart

from kizdesk.writers.word.packing import packed
from tools.word_template.look import (
    FONT,
    FOOTER,
    HEADER,
    MARGIN_BOTTOM,
    MARGIN_SIDE,
    MARGIN_TOP,
    NAMESPACE,
    PAGE,
    PRIMARY,
    SUBSTITUTE,
)
from tools.word_template.parts import indent, tabs, type_of
from tools.word_template.styles import HANGING, styles_part
from tools.word_template.theme import theme_part


def template() -> bytes:
    """Return the template as a .docx; built from nothing, for python-docx's own brings parts that checkers reject."""
    package = Package()
    document = DocumentPart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, parse_xml(_document()), package)
    package.relate_to(document, RT.OFFICE_DOCUMENT)
    for name, kind, relation, text in (
        ("styles", CT.WML_STYLES, RT.STYLES, styles_part()),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, _numbering()),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, _settings()),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, _font_table()),
        ("theme/theme1", CT.OFC_THEME, RT.THEME, theme_part()),
    ):
        document.relate_to(XmlPart(PackURI(f"/word/{name}.xml"), kind, parse_xml(text), package), relation)
    return packed(package)


def _document() -> str:
    section = (
        f'<w:sectPr><w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_SIDE}" '
        f'w:bottom="{MARGIN_BOTTOM}" w:left="{MARGIN_SIDE}" w:header="{HEADER}" w:footer="{FOOTER}" w:gutter="0"/>'
        "</w:sectPr>"
    )
    hint = "Diese Vorlage enthält die Formatvorlagen des Integrationskonzepts; ihr Text wird nicht übernommen."
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{hint}</w:t></w:r></w:p>'
    return f"<w:document {NAMESPACE}><w:body>{paragraph}{section}</w:body></w:document>"


def _numbering() -> str:
    headings = "".join(_heading_level(level) for level in range(9))
    numbered = _list_levels("decimal", "%1.", "")
    bulleted = _list_levels("bullet", "•", type_of(colour=PRIMARY))
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in (1, 2, 3))
    lists = (("00000001", headings), ("00000002", numbered), ("00000003", bulleted))
    inner = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="{mark}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{mark}"/>{levels}</w:abstractNum>'
        for index, (mark, levels) in enumerate(lists)
    )
    return f"<w:numbering {NAMESPACE}>{inner}{nums}</w:numbering>"


def _heading_level(level: int) -> str:
    if level >= len(HANGING):
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val=""/><w:lvlJc w:val="left"/></w:lvl>'
        )
    text = ".".join(f"%{number}" for number in range(1, level + 2))
    hanging = HANGING[level]
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{tabs(("num", hanging, "none"))}'
        f"{indent(hanging, 0, hanging)}</w:pPr></w:lvl>"
    )


def _list_levels(form: str, text: str, letters: str) -> str:
    styled = '<w:pStyle w:val="ListBullet"/>' if form == "bullet" else '<w:pStyle w:val="ListNumber"/>'
    look = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{styled if level == 0 else ""}'
        f'<w:lvlText w:val="{text.replace("%1", f"%{level + 1}")}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(397 * (level + 1), 0, 397)}</w:pPr>{look}</w:lvl>"
        for level in range(3)
    )


def _settings() -> str:
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    return (
        f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="3"/><w:hyphenationZone w:val="284"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting {mode}/></w:compat><w:themeFontLang w:val="de-DE"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table() -> str:
    return (
        f'<w:fonts {NAMESPACE}><w:font w:name="{FONT}"><w:altName w:val="{SUBSTITUTE}"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
