"""Lay out a form and write it as PDF."""

from kizdesk.paperwork.writing.document import write_sheet

__all__ = ["write_sheet"]
