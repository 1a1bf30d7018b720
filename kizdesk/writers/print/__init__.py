"""Print the document tree as an accessible PDF: typst sets it from data, in a process of its own."""

from kizdesk.writers.print.kept import BlocksKept
from kizdesk.writers.print.lane import BlockPlace, Printed, PrintLane, Unprintable
from kizdesk.writers.print.sheets import PrintOptions, Sheets, sheets

__all__ = ["BlockPlace", "BlocksKept", "PrintLane", "PrintOptions", "Printed", "Sheets", "Unprintable", "sheets"]
