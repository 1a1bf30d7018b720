"""Name the styles that the writer uses; a template is asked for them by these names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Style(Enum):
    """Be a style by the name it has in the template, in lower case."""

    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    HEADING_4 = "heading 4"
    PLAIN_HEADING_1 = "überschrift 1 ohne nummer"
    PLAIN_HEADING_2 = "überschrift 2 ohne nummer"
    PLAIN_HEADING_3 = "überschrift 3 ohne nummer"
    PLAIN_HEADING_4 = "überschrift 4 ohne nummer"
    BODY = "body text"
    LEAD = "vorspann"
    NOTE = "anmerkung"
    BOX = "kasten"
    BULLET = "list bullet"
    NUMBER = "list number"
    QUOTE = "quote"
    SPEAKER = "zitatquelle"
    CAPTION = "caption"
    FIGURE_CAPTION = "bildunterschrift"
    FIGURE = "abbildung"
    CELL = "tabellentext"
    HEAD_CELL = "tabellenkopf"
    TOTAL_CELL = "tabellensumme"
    SMALL_CELL = "tabellentext klein"
    SMALL_HEAD_CELL = "tabellenkopf klein"
    SMALL_TOTAL_CELL = "tabellensumme klein"
    TABLE_END = "tabellenende"
    TABLE = "kiz tabelle"
    PROFILE = "kiz steckbrief"
    CONTENTS = "toc heading"
    CONTENTS_1 = "toc 1"
    CONTENTS_2 = "toc 2"
    CONTENTS_3 = "toc 3"
    LISTED = "table of figures"
    COVER_DISTRICT = "titelblatt kreis"
    TITLE = "title"
    SUBTITLE = "subtitle"
    COVER_FACTS = "titelblatt angaben"
    COVER_NOTICE = "titelblatt hinweis"
    IMPRINT = "impressum"
    HEADER = "header"
    HEADER_NOTICE = "kopfzeile hinweis"
    FOOTER = "footer"
    SECTION_END = "abschnittsende"
    FOOTNOTE = "footnote text"
    FOOTNOTE_MARK = "footnote reference"
    LINK = "hyperlink"


Styles = Mapping[Style, str]
"""The ids that a template gives the styles."""

HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)
PLAIN_HEADINGS = (Style.PLAIN_HEADING_1, Style.PLAIN_HEADING_2, Style.PLAIN_HEADING_3, Style.PLAIN_HEADING_4)
CONTENTS = (Style.CONTENTS_1, Style.CONTENTS_2, Style.CONTENTS_3)
