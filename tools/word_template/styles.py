"""Describe the styles of the template; built-in names show in German in a German Word."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from tools.word_template.look import (
    ATTENTION,
    DARK,
    GROUND,
    INK,
    LINE,
    MUTED,
    NAMESPACE,
    PRIMARY,
    RULE,
    SELECTION,
    TEXT_WIDTH,
    WHITE,
)
from tools.word_template.parts import borders, cell_borders, fonts, indent, shade, spacing, tabs, type_of

KEEP = "<w:keepNext/><w:keepLines/>"
NO_HYPHENS = "<w:suppressAutoHyphens/>"
HANGING = (737, 907, 1021, 1134)
"""How far the numbers of the four levels of headings hang."""


@dataclass(frozen=True, slots=True)
class Style:
    """Be a paragraph style: its id, its name, what it rests on, its paragraph and its type."""

    id: str
    name: str
    paragraph: str = ""
    type: str = ""
    based_on: str = "Normal"
    next: str = ""
    gallery: bool = True


def _numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def _headings() -> list[Style]:
    looks = (
        (f"{KEEP}<w:pageBreakBefore/>", spacing(0, 320, 264), type_of(20, DARK, bold=True)),
        (KEEP, spacing(400, 140, 264), type_of(14.5, PRIMARY, bold=True)),
        (KEEP, spacing(300, 100, 264), type_of(12, PRIMARY, bold=True)),
        (KEEP, spacing(240, 80, 264), type_of(10.5, INK, bold=True)),
    )
    found = []
    for level, (before, around, letters) in enumerate(looks, start=1):
        layout = before + _numbered(level) + NO_HYPHENS + around + _outline(level)
        found.append(Style(f"Heading{level}", f"heading {level}", layout, letters, next="BodyText"))
    for level in range(1, 5):
        plain = '<w:numPr><w:numId w:val="0"/></w:numPr>' + indent()
        name = f"Überschrift {level} ohne Nummer"
        found.append(Style(f"Ueberschrift{level}ohneNummer", name, plain, "", f"Heading{level}", "BodyText"))
    return found


def _cover() -> list[Style]:
    band = borders(**dict.fromkeys(("top", "left", "bottom", "right"), (48, 3, PRIMARY))) + shade(PRIMARY)
    box = borders(top=(8, 8, ATTENTION), left=(8, 8, ATTENTION), bottom=(8, 8, ATTENTION), right=(8, 8, ATTENTION))
    left = indent(170, 170)
    return [
        Style("TitelblattKreis", "Titelblatt Kreis", band + spacing(0, 2600) + left, type_of(14, WHITE, bold=True)),
        Style("Title", "Title", NO_HYPHENS + spacing(0, 200, 252), type_of(32, DARK, bold=True), next="Subtitle"),
        Style("Subtitle", "Subtitle", NO_HYPHENS + spacing(0, 900, 276), type_of(15, MUTED), next="BodyText"),
        Style("TitelblattAngaben", "Titelblatt Angaben", tabs(("left", 1701, "none")) + spacing(0, 60), type_of(11)),
        Style(
            "TitelblattHinweis",
            "Titelblatt Hinweis",
            box + NO_HYPHENS + spacing(900, 0, 276) + left,
            type_of(10.5, ATTENTION, bold=True),
        ),
        Style("Impressum", "Impressum", spacing(0, 20, 264), type_of(8.5, MUTED)),
    ]


def _text() -> list[Style]:
    quote = borders(left=(18, 10, PRIMARY))
    box = borders(top=(4, 6, RULE), left=(24, 8, PRIMARY), bottom=(4, 6, RULE), right=(4, 8, RULE)) + shade(GROUND)
    return [
        Style("BodyText", "Body Text", spacing(0, 140, 295)),
        Style("Vorspann", "Vorspann", spacing(0, 220, 300), type_of(12, PRIMARY), next="BodyText"),
        Style("ListBullet", "List Bullet", _list_item(3)),
        Style("ListNumber", "List Number", _list_item(2)),
        Style(
            "Quote",
            "Quote",
            f"<w:keepNext/><w:keepLines/>{quote}{spacing(160, 0, 295)}{indent(454, 454)}",
            type_of(italic=True),
            next="Zitatquelle",
        ),
        Style(
            "Zitatquelle",
            "Zitatquelle",
            f"<w:keepLines/>{quote}{spacing(0, 200, 288)}{indent(454, 454)}",
            type_of(9, MUTED),
            next="BodyText",
        ),
        Style("Anmerkung", "Anmerkung", spacing(0, 160, 276), type_of(9, MUTED)),
        Style("Kasten", "Kasten", f"<w:keepLines/>{box}{spacing(160, 240, 288)}{indent(227, 227)}"),
    ]


def _list_item(number: int) -> str:
    counted = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'
    return f"{counted}{spacing(0, 70, 288)}"


def _tables_and_figures() -> list[Style]:
    cell = NO_HYPHENS.replace("/>", ' w:val="0"/>') + spacing(0, 20, 259)
    return [
        Style("Caption", "caption", f"{KEEP}{NO_HYPHENS}{spacing(280, 100, 264)}", type_of(9.5, DARK, bold=True)),
        Style(
            "Bildunterschrift",
            "Bildunterschrift",
            f'<w:keepNext w:val="0"/><w:keepLines/>{spacing(60, 60, 264)}',
            "",
            "Caption",
            "BodyText",
        ),
        Style("Abbildung", "Abbildung", f"{KEEP}{spacing(200, 60)}", next="Bildunterschrift"),
        Style("Tabellentext", "Tabellentext", cell, type_of(9)),
        Style("Tabellenkopf", "Tabellenkopf", "", type_of(9, DARK, bold=True), "Tabellentext"),
        Style("Tabellensumme", "Tabellensumme", "", type_of(bold=True), "Tabellentext"),
        Style("Tabellentextklein", "Tabellentext klein", spacing(0, 10, 250), type_of(7.5), "Tabellentext"),
        Style("Tabellenkopfklein", "Tabellenkopf klein", "", type_of(7.5, DARK, bold=True), "Tabellentextklein"),
        Style("Tabellensummeklein", "Tabellensumme klein", "", type_of(bold=True), "Tabellentextklein"),
        Style("Tabellenende", "Tabellenende", spacing(0, 0, 200, exact=True), type_of(5), gallery=False),
    ]


def _furniture() -> list[Style]:
    end = ("right", TEXT_WIDTH, "dot")
    right = ("right", TEXT_WIDTH, "none")
    return [
        Style("TOCHeading", "TOC Heading", f"{KEEP}{spacing(0, 320, 264)}", type_of(20, DARK, bold=True)),
        Style(
            "TOC1",
            "toc 1",
            f"{tabs(('left', 567, 'none'), end)}{spacing(160, 40, 264)}{indent(567, 0, 567)}",
            type_of(10.5, DARK, bold=True),
            gallery=False,
        ),
        Style(
            "TOC2",
            "toc 2",
            f"{tabs(('left', 1247, 'none'), end)}{spacing(50, 30, 264)}{indent(1247, 0, 680)}",
            type_of(10),
            gallery=False,
        ),
        Style(
            "TOC3",
            "toc 3",
            f"{tabs(('left', 2098, 'none'), end)}{spacing(0, 20, 264)}{indent(2098, 0, 851)}",
            type_of(9, MUTED),
            gallery=False,
        ),
        Style(
            "TableofFigures",
            "table of figures",
            f"{tabs(end)}{spacing(0, 60, 264)}{indent(567, 0, 567)}",
            type_of(10),
            gallery=False,
        ),
        Style(
            "FootnoteText",
            "footnote text",
            f"{tabs(('left', 284, 'none'))}{spacing(0, 20, 252)}{indent(284, 0, 284)}",
            type_of(8.5),
            gallery=False,
        ),
        Style(
            "Header",
            "header",
            f"{borders(bottom=(4, 4, LINE))}{tabs(right)}{NO_HYPHENS}{spacing(0, 0)}",
            type_of(8, MUTED),
            gallery=False,
        ),
        Style("KopfzeileHinweis", "Kopfzeile Hinweis", spacing(60, 0), type_of(8, ATTENTION), gallery=False),
        Style(
            "Footer",
            "footer",
            f"{borders(top=(4, 4, LINE))}{tabs(right)}{NO_HYPHENS}{spacing(0, 0)}",
            type_of(8, MUTED),
            gallery=False,
        ),
        Style("Abschnittsende", "Abschnittsende", spacing(0, 0, 20, exact=True), type_of(1), gallery=False),
    ]


def _paragraph_style(style: Style, priority: int) -> str:
    custom = "" if _built_in(style) else ' w:customStyle="1"'
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    gallery = "<w:qFormat/>" if style.gallery else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{escape(style.name)}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:uiPriority w:val="{priority}"/>{gallery}'
        f"{_filled('pPr', style.paragraph)}{_filled('rPr', style.type)}</w:style>"
    )


def _built_in(style: Style) -> bool:
    return style.name.lower().startswith(
        (
            "heading",
            "toc",
            "title",
            "subtitle",
            "body text",
            "list ",
            "quote",
            "caption",
            "header",
            "footer",
            "table of figures",
            "footnote",
        )
    )


def _filled(tag: str, inner: str) -> str:
    return f"<w:{tag}>{inner}</w:{tag}>" if inner else ""


def _table_style(style_id: str, name: str, conditional: str) -> str:
    lines = cell_borders(top=(8, PRIMARY), bottom=(8, PRIMARY), insideH=(4, LINE))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
        f'<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar><w:top w:w="50" w:type="dxa"/>'
        '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr>{conditional}</w:style>"
    )


def _conditional(part: str, letters: str, cell: str) -> str:
    return f'<w:tblStylePr w:type="{part}"><w:rPr>{letters}</w:rPr><w:tcPr>{cell}</w:tcPr></w:tblStylePr>'


def _table_styles() -> str:
    ruled = f"<w:tcBorders>{cell_borders(bottom=(8, PRIMARY))}</w:tcBorders>{shade(SELECTION)}"
    head = _conditional("firstRow", type_of(colour=DARK, bold=True), f'{ruled}<w:vAlign w:val="bottom"/>')
    label = _conditional("firstCol", type_of(colour=DARK, bold=True), shade(GROUND))
    return _table_style("KIZTabelle", "KIZ Tabelle", head) + _table_style("KIZSteckbrief", "KIZ Steckbrief", label)


def styles_part() -> str:
    """Return the part that holds all styles."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts()}<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(0, 0, 276)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
    )
    named = [*_headings(), *_text(), *_tables_and_figures(), *_cover(), *_furniture()]
    listed = "".join(_paragraph_style(style, priority) for priority, style in enumerate(named, start=1))
    inner = defaults + latent + BASE + listed + _table_styles()
    return f"<w:styles {NAMESPACE}>{inner}</w:styles>"


BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/></w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:color w:val="{PRIMARY}"/>'
    '<w:u w:val="single"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/>'
    "</w:rPr></w:style>"
)
