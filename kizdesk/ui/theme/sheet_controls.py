"""Write the rules for what is pressed, chosen and typed into."""

from __future__ import annotations

from kizdesk.ui.theme.tokens import Tokens

_FIELDS = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox")


def rules(tokens: Tokens, scale: float) -> str:
    """Return the rules."""
    return "".join((_buttons(tokens), _kinds(tokens, scale), _fields(tokens), _lists(tokens), _choices(tokens)))


def _buttons(t: Tokens) -> str:
    s = t.sizes
    return f"""
QPushButton, QToolButton {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.field_line};
    border-radius: {s.radius_small}px; padding: 6px 16px; min-height: 20px; outline: 0; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; border-color: {t.primary}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.selection}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.selection}; border-color: {t.primary}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.focus}; padding: 5px 15px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.disabled}; background: {t.background};
    border-color: {t.line}; }}
QPushButton[dense="true"], QToolButton[dense="true"] {{ padding: 2px 8px; }}
QPushButton[dense="true"]:focus, QToolButton[dense="true"]:focus {{ padding: 1px 7px; }}
QPushButton::menu-indicator {{ image: url(kizdeskui:{t.scheme}/down.svg); width: 14px; height: 14px;
    subcontrol-position: right center; subcontrol-origin: padding; right: 8px; }}
QToolButton {{ padding: 4px; }}
QToolButton:focus {{ padding: 3px; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[kind="cross"] {{ border: 1px solid transparent; border-radius: 8px; background: transparent;
    color: {t.muted}; padding: 0 4px; min-height: 18px; }}
QToolButton[kind="cross"]:hover {{ color: {t.ink}; background: {t.selection}; }}
QToolButton[kind="cross"]:focus {{ border: 2px solid {t.focus}; padding: 0 3px; }}
"""


def _kinds(t: Tokens, scale: float) -> str:
    _ = scale
    return f"""
QPushButton[kind="primary"] {{ background: {t.primary}; color: {t.on_primary}; border-color: {t.primary};
    font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {t.primary_hover}; border-color: {t.primary_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.primary_pressed}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.track}; color: {t.muted}; border-color: {t.track}; }}
QPushButton[kind="danger"] {{ color: {t.danger}; border-color: {t.problem_line}; }}
QPushButton[kind="danger"]:hover {{ background: {t.danger}; color: {t.on_danger}; border-color: {t.danger}; }}
QPushButton[kind="danger"]:pressed {{ background: {t.danger_hover}; color: {t.on_danger}; }}
QPushButton[kind="quiet"] {{ background: transparent; border-color: {t.field_line}; color: {t.info}; }}
QPushButton[kind="quiet"][dense="true"] {{ padding: 2px 6px; }}
QPushButton[kind="quiet"][dense="true"]:focus {{ padding: 1px 5px; }}
QPushButton[opens="menu"], QPushButton[opens="menu"]:focus, QPushButton[opens="menu"][dense="true"],
QPushButton[opens="menu"][dense="true"]:focus {{ padding-right: 28px; }}
QPushButton[kind="quiet"]:disabled {{ color: {t.disabled}; border-color: {t.line}; }}
QToolButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {t.hover}; border-color: {t.primary}; }}
QToolButton[kind="quiet"]:hover {{ background: {t.hover}; border-color: {t.line}; }}
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed {{ background: {t.selection}; }}
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked {{ background: {t.selection};
    border-color: {t.primary}; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {t.info};
    text-decoration: underline; padding: 6px 4px; text-align: left; }}
QPushButton[kind="link"]:hover {{ color: {t.ink}; }}
QPushButton[kind="link"]:disabled {{ color: {t.disabled}; }}
QPushButton[kind="quiet"]:focus, QPushButton[kind="danger"]:focus, QToolButton[kind="quiet"]:focus {{
    border: 2px solid {t.focus}; }}
QPushButton[kind="danger"]:focus {{ border-color: {t.danger}; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.focus}; padding: 5px 3px; }}
QPushButton[kind="link"][dense="true"] {{ padding: 2px 4px; }}
QPushButton[kind="link"][dense="true"]:focus {{ padding: 1px 3px; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.ink}; }}
QPushButton[kind="option"] {{ text-align: left; padding: 7px 12px; }}
QPushButton[kind="option"]:focus {{ padding: 6px 11px; }}
QPushButton[kind="option"][dense="true"]:checked {{ font-weight: 600; }}
QPushButton[kind="segment"] {{ border-radius: 4px; border-color: transparent; background: transparent;
    padding: 3px 12px; }}
QPushButton[kind="segment"]:hover {{ background: {t.hover}; }}
QPushButton[kind="segment"]:checked {{ background: {t.selection}; border-color: {t.primary}; color: {t.ink};
    font-weight: 600; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {t.focus}; padding: 2px 11px; }}
"""


def _each(state: str = "") -> str:
    return ", ".join(f"{name}{state}" for name in _FIELDS)


def _fields(t: Tokens) -> str:
    s = t.sizes
    return f"""
{_each()} {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.field_line};
    border-radius: {s.radius_small}px; padding: 5px 8px; selection-background-color: {t.primary};
    selection-color: {t.on_primary}; placeholder-text-color: {t.placeholder}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 22px; }}
{_each(":hover")} {{ border-color: {t.ink}; }}
{_each(":focus")} {{ border: 2px solid {t.focus}; padding: 4px 7px; }}
{_each(":read-only")} {{ background: {t.background}; border-color: {t.line}; }}
QComboBox:read-only {{ background: {t.surface}; border-color: {t.field_line}; }}
QComboBox:focus:read-only {{ border-color: {t.focus}; }}
{_each(":read-only:focus")} {{ border-color: {t.focus}; }}
{_each(":disabled")} {{ background: {t.background}; color: {t.disabled}; border-color: {t.line}; }}
{_each('[state="error"]')} {{ border: 2px solid {t.problem}; padding: 4px 7px; }}
{_each('[state="attention"]')} {{ border: 2px solid {t.attention}; padding: 4px 7px; }}
QComboBox::drop-down {{ border: 0; width: 26px; subcontrol-origin: padding; subcontrol-position: center right; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url(kizdeskui:{t.scheme}/down.svg); width: 16px;
    height: 16px; }}
QAbstractSpinBox {{ padding-right: 24px; }}
QDateEdit::drop-down {{ border: 0; width: 26px; subcontrol-origin: padding; subcontrol-position: center right; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; subcontrol-origin: border; width: 22px; border: 0;
    margin: 2px 2px 0 0; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; subcontrol-origin: border; width: 22px;
    border: 0; margin: 0 2px 2px 0; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {t.hover}; }}
QAbstractSpinBox::up-arrow {{ image: url(kizdeskui:{t.scheme}/up.svg); width: 12px; height: 12px; }}
QAbstractSpinBox::down-arrow {{ image: url(kizdeskui:{t.scheme}/down.svg); width: 12px; height: 12px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
QAbstractSpinBox {{ padding-left: 0; }}
QAbstractSpinBox:focus {{ padding-left: 0; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ margin-left: 6px; }}
QLineEdit QToolButton, QLineEdit QToolButton:hover, QLineEdit QToolButton:pressed {{ border: 0; padding: 0;
    background: transparent; min-height: 0; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QComboBox {{ combobox-popup: 0; }}
QComboBoxPrivateContainer {{ border: 0; padding: 0; }}
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ background: {t.surface};
    border: 1px solid {t.field_line}; border-radius: 0; padding: 4px;
    selection-background-color: {t.selection}; selection-color: {t.ink}; outline: 0; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 8px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.selection}; color: {t.ink}; }}
QCalendarWidget QWidget {{ alternate-background-color: {t.header}; }}
QCalendarWidget QAbstractItemView {{ background: {t.surface}; color: {t.ink}; border: 0; border-radius: 0;
    selection-background-color: {t.primary}; selection-color: {t.on_primary}; outline: 0; }}
QCalendarWidget QAbstractItemView::item {{ padding: 0; }}
QCalendarWidget QAbstractItemView::item:selected {{ background: {t.primary}; color: {t.on_primary}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {t.disabled}; }}
QCalendarWidget #qt_calendar_navigationbar {{ background: {t.header}; }}
QCalendarWidget QToolButton {{ border: 1px solid transparent; background: transparent; min-height: 24px;
    padding: 2px 8px; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{ qproperty-icon: url(kizdeskui:{t.scheme}/left.svg); }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{ qproperty-icon: url(kizdeskui:{t.scheme}/right.svg); }}
QCalendarWidget QSpinBox {{ min-height: 24px; }}
"""


def _choices(t: Tokens) -> str:
    return f"""
QCheckBox, QRadioButton {{ background: transparent; spacing: 8px; padding: 4px; border: 2px solid transparent;
    border-radius: 6px; min-height: 20px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.focus}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.disabled}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {t.field_line};
    background: {t.surface}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.primary}; }}
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate, QRadioButton::indicator:checked {{
    background: {t.primary}; border-color: {t.primary}; }}
QCheckBox::indicator:checked {{ image: url(kizdeskui:{t.scheme}/check.svg); }}
QCheckBox::indicator:indeterminate {{ image: url(kizdeskui:{t.scheme}/partly.svg); }}
QRadioButton::indicator:checked {{ image: url(kizdeskui:{t.scheme}/dot.svg); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {t.track}; border-color: {t.line}; }}
QAbstractItemView::indicator {{ width: 16px; height: 16px; border: 1px solid {t.field_line}; border-radius: 4px;
    background: {t.surface}; }}
QAbstractItemView::indicator:checked, QAbstractItemView::indicator:indeterminate {{ background: {t.primary};
    border-color: {t.primary}; }}
QAbstractItemView::indicator:checked {{ image: url(kizdeskui:{t.scheme}/check.svg); }}
QAbstractItemView::indicator:indeterminate {{ image: url(kizdeskui:{t.scheme}/partly.svg); }}
"""
