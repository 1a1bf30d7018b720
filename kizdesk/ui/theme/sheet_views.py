"""Write the rules for tables, lists and tabs."""

from __future__ import annotations

from kizdesk.ui.theme.tokens import Tokens


def rules(tokens: Tokens, scale: float) -> str:
    """Return the rules."""
    return _views(tokens) + _headers(tokens, scale) + _tabs(tokens)


def _views(t: Tokens) -> str:
    s = t.sizes
    return f"""
QAbstractItemView {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line};
    border-radius: {s.radius}px; outline: 0; selection-background-color: {t.selection}; selection-color: {t.ink};
    gridline-color: {t.line}; padding: 2px; }}
QAbstractItemView:focus {{ border: 2px solid {t.focus}; padding: 1px; }}
QTableView::item {{ padding: 0 8px; border: 0; }}
QListView::item, QTreeView::item {{ padding: 6px 8px; border: 0; border-radius: {s.radius_small}px; }}
QTreeView[columns="true"]::item {{ border-radius: 0; }}
QAbstractItemView::item:hover {{ background: {t.hover}; }}
QAbstractItemView::item:selected {{ background: {t.selection}; }}
QTreeView::branch {{ background: transparent; }}
QTreeView::branch:closed:has-children {{ image: url(kizdeskui:{t.scheme}/right.svg); }}
QTreeView::branch:open:has-children {{ image: url(kizdeskui:{t.scheme}/down.svg); }}
QAbstractItemView[within="card"] {{ border-color: {t.surface}; }}
QAbstractItemView[within="card"]:focus {{ border-color: {t.focus}; }}
QAbstractItemView[bare="true"] {{ border: 0; border-radius: 0; padding: 0; }}
QAbstractItemView[bare="true"]:focus {{ border: 0; padding: 0; }}
"""


def _headers(t: Tokens, scale: float) -> str:
    s = t.sizes
    return f"""
QHeaderView {{ background: {t.header}; border: 0; border-top-left-radius: 6px; border-top-right-radius: 6px; }}
QHeaderView::section {{ background: transparent; color: {t.muted}; border: 0; padding: 8px 12px 8px 9px;
    font-weight: 600; font-size: {s.body * scale}pt; }}
QHeaderView::section:hover {{ color: {t.ink}; }}
QHeaderView::up-arrow {{ image: url(kizdeskui:{t.scheme}/up.svg); width: 14px; height: 14px; }}
QHeaderView::down-arrow {{ image: url(kizdeskui:{t.scheme}/down.svg); width: 14px; height: 14px; }}
QTableCornerButton::section {{ background: {t.header}; border: 0; }}
"""


def _tabs(t: Tokens) -> str:
    return f"""
QTabBar {{ background: transparent; border: 0; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; border: 2px solid transparent; border-radius: 6px;
    border-bottom: 2px solid transparent; padding: 5px 12px; margin-right: 4px; }}
QTabBar::tab:hover {{ color: {t.ink}; background: {t.hover}; }}
QTabBar::tab:selected {{ color: {t.ink}; border-bottom: 2px solid {t.primary}; border-bottom-left-radius: 0;
    border-bottom-right-radius: 0; font-weight: 600; }}
QTabBar::tab:selected:focus {{ border: 2px solid {t.focus}; border-radius: 6px; }}
QTabBar::tab:disabled {{ color: {t.disabled}; }}
QTabWidget::pane {{ border: 0; }}
"""
