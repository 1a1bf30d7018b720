"""Put the parts of the template into one file, the same bytes every time."""

from __future__ import annotations

import io
import zipfile

from tools.word_template.look import (
    DECLARATION,
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

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STAMP = (1980, 1, 1, 0, 0, 0)


def template() -> bytes:
    """Return the template as a .docx."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(f'Type="{OFFICE}/officeDocument" Target="word/document.xml"'),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            *(
                f'Type="{OFFICE}/{kind}" Target="{kind}.xml"'
                for kind in ("styles", "numbering", "settings", "fontTable")
            ),
            f'Type="{OFFICE}/theme" Target="theme/theme1.xml"',
        ),
        "word/styles.xml": styles_part(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": theme_part(),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, STAMP)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text.encode())
    return target.getvalue()


def _content_types() -> str:
    kinds = {"document.main": "document", "styles": "styles", "numbering": "numbering", "settings": "settings"}
    kinds |= {"fontTable": "fontTable"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>' for kind, name in kinds.items()
    )
    theme = (
        '<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}{theme}</Types>'
    )


def _relations(*ends: str) -> str:
    inner = "".join(f'<Relationship Id="rId{index}" {end}/>' for index, end in enumerate(ends, start=1))
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _document() -> str:
    section = (
        f'<w:sectPr><w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="{MARGIN_TOP}" w:right="{MARGIN_SIDE}" '
        f'w:bottom="{MARGIN_BOTTOM}" w:left="{MARGIN_SIDE}" w:header="{HEADER}" w:footer="{FOOTER}" w:gutter="0"/>'
        "</w:sectPr>"
    )
    hint = "Diese Vorlage enthält die Formatvorlagen des Integrationskonzepts; ihr Text wird nicht übernommen."
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>{hint}</w:t></w:r></w:p>'
    return f"{DECLARATION}<w:document {NAMESPACE}><w:body>{paragraph}{section}</w:body></w:document>"


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
    return f"{DECLARATION}<w:numbering {NAMESPACE}>{inner}{nums}</w:numbering>"


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
        f'{DECLARATION}<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="3"/><w:hyphenationZone w:val="284"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting {mode}/></w:compat><w:themeFontLang w:val="de-DE"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table() -> str:
    return (
        f'{DECLARATION}<w:fonts {NAMESPACE}><w:font w:name="{FONT}"><w:altName w:val="{SUBSTITUTE}"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
