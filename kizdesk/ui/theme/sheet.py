"""Write the one style sheet of the window from the tokens."""

from __future__ import annotations

from kizdesk.ui.theme import sheet_controls, sheet_frames, sheet_views
from kizdesk.ui.theme.fonts import FAMILY
from kizdesk.ui.theme.tokens import Tokens

_OF_THE_SYSTEM = "QMenu, QMenuBar, QToolTip, QMessageBox, QStatusBar, QHeaderView, QAbstractItemView, QToolButton"
"""What systems have type of their own for. Everything else takes type and ink from the application: a rule for every
widget would give each its own copy of both."""


def style_sheet(tokens: Tokens, scale: float = 1.0) -> str:
    """Return the whole style sheet; ``scale`` enlarges the type."""
    parts = (_base(tokens, scale), sheet_frames.rules(tokens, scale), sheet_controls.rules(tokens, scale))
    return "\n".join((*parts, sheet_views.rules(tokens, scale)))


def _base(t: Tokens, scale: float) -> str:
    s = t.sizes
    return f"""
{_OF_THE_SYSTEM} {{ font-family: "{FAMILY}"; font-size: {s.body * scale}pt; }}
QMainWindow, QDialog, QWidget[ground="page"] {{ background: {t.background}; }}
QToolTip {{ background: {t.ink}; color: {t.surface}; border: 1px solid {t.ink}; padding: 4px 8px; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QMenuBar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.selection}; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:horizontal {{ width: {s.gap}px; }}
QSplitter::handle:vertical {{ height: {s.gap}px; }}
QSplitter::handle:hover {{ background: {t.line}; }}
QSplitter::handle:focus {{ background: {t.focus}; }}
QProgressBar {{ background: {t.track}; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px;
    color: {t.ink}; }}
QProgressBar::chunk {{ background: {t.primary}; border-radius: 4px; }}
QProgressBar[state="done"]::chunk {{ background: {t.done}; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="scroll"] {{ background: transparent; border: 0; }}
QScrollArea#reading {{ border: 2px solid transparent; border-radius: 6px; padding: 2px; }}
QScrollArea#reading:focus {{ border-color: {t.focus}; }}
QScrollBar {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ width: 12px; margin: 0; }}
QScrollBar:horizontal {{ height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.track_ring}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QStatusBar {{ background: {t.surface}; border-top: 1px solid {t.line}; color: {t.muted}; }}
QStatusBar::item {{ border: 0; }}
"""
