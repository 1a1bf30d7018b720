"""Write the theme: our colours and typeface, offered when somebody edits the document."""

from __future__ import annotations

from tools.word_template.look import (
    ATTENTION,
    DARK,
    FONT,
    GROUND,
    INK,
    LINE,
    MUTED,
    PRIMARY,
    RULE,
    SELECTION,
    WHITE,
)

COLOURS = {
    "dk1": INK,
    "lt1": WHITE,
    "dk2": DARK,
    "lt2": GROUND,
    "accent1": PRIMARY,
    "accent2": ATTENTION,
    "accent3": MUTED,
    "accent4": RULE,
    "accent5": SELECTION,
    "accent6": LINE,
    "hlink": PRIMARY,
    "folHlink": MUTED,
}


def theme_part() -> str:
    """Return the part that holds the theme."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="KIZ">'
        f'<a:themeElements><a:clrScheme name="KIZ">{colours}</a:clrScheme>'
        f'<a:fontScheme name="KIZ"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="KIZ"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
