"""Hold what the template looks like: colours, type, measures.

The typeface is Arial, not the window's Source Sans: every Windows and every Mac has it, and Liberation Sans, which
comes with LibreOffice, has the very same widths. So a concept breaks its lines alike in every office that opens it,
and page numbers measured with LibreOffice hold in Word. Source Sans would be replaced by whatever is there.
"""

PRIMARY = "0F5C6E"
DARK = "0A4452"
GROUND = "F4F6F7"
LINE = "D9E0E3"
RULE = "9FB3B9"
INK = "1C2B33"
MUTED = "5B6B73"
ATTENTION = "B25E00"
SELECTION = "E3F0F2"
WHITE = "FFFFFF"

FONT = "Arial"
SUBSTITUTE = "Liberation Sans"

PAGE = (11906, 16838)
"""A4 in twentieths of a point."""
MARGIN_TOP, MARGIN_SIDE, MARGIN_BOTTOM = 1701, 1417, 1361
HEADER, FOOTER = 709, 624
TEXT_WIDTH = PAGE[0] - 2 * MARGIN_SIDE

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
