"""Write the rules for labels and for the frames things stand in."""

from __future__ import annotations

from kizdesk.ui.theme.tokens import Tokens


def rules(tokens: Tokens, scale: float) -> str:
    """Return the rules."""
    return _labels(tokens, scale) + _frames(tokens) + _rail(tokens, scale)


def _labels(t: Tokens, scale: float) -> str:
    s = t.sizes
    return f"""
QLabel {{ background: transparent; color: {t.ink}; }}
QLabel:disabled {{ color: {t.disabled}; }}
QLabel[role="title"] {{ font-size: {s.title * scale}pt; font-weight: 600; }}
QLabel[role="subtitle"], QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {s.small * scale}pt; }}
QLabel[role="card_title"] {{ font-size: {s.card_title * scale}pt; font-weight: 600; }}
QLabel[role="question"] {{ font-size: {s.question * scale}pt; font-weight: 600; }}
QLabel[role="value"] {{ font-size: 17pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="done"] {{ color: {t.done}; }}
QLabel[role="attention"] {{ color: {t.attention}; }}
QLabel[role="problem"] {{ color: {t.problem}; }}
QLabel[role="info"] {{ color: {t.info}; }}
QLabel[role="key"] {{ color: {t.muted}; border: 1px solid {t.line}; border-radius: 4px; padding: 1px 8px;
    min-width: 8px; font-size: {s.small * scale}pt; background: {t.surface}; }}
""".replace("17pt", f"{17 * scale}pt")


def _frames(t: Tokens) -> str:
    s = t.sizes
    grounds = "".join(
        f'QWidget[ground="{name}"] {{ background: {ground}; border: 1px solid {line}; border-radius: {s.radius}px; }}\n'
        for name, ground, line in (
            ("card", t.surface, t.line),
            ("panel", t.surface, t.field_line),
            ("plain", t.surface, t.surface),
            ("selection", t.selection, t.selection),
            ("attention", t.attention_ground, t.attention_line),
            ("problem", t.problem_ground, t.problem_line),
            ("done", t.done_ground, t.done_ground),
            ("info", t.selection, t.selection),
        )
    )
    return f"""
{grounds}
QFrame[ground="shade"] {{ background: {t.shade}; border: 0; }}
QFrame[ground="paper"] {{ background: {t.paper}; border: 1px solid {t.line}; border-radius: {s.radius}px; }}
QFrame[ground="chip"] {{ background: {t.header}; border: 1px solid {t.line}; border-radius: 12px; }}
QFrame[ground="segments"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {s.radius_small}px; }}
QFrame[ground="status"] {{ background: {t.surface}; border: 0; border-top: 1px solid {t.line}; }}
QFrame[here="true"] {{ background: {t.selection}; border: 0; border-radius: {s.radius_small}px; }}
QFrame[ground="line"] {{ background: {t.line}; border: 0; max-height: 1px; min-height: 1px; }}
QGroupBox {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {s.radius}px;
    margin-top: 12px; padding: {s.padding}px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: {s.padding}px; padding: 0 4px; color: {t.ink}; }}
"""


def _rail(t: Tokens, scale: float) -> str:
    s = t.sizes
    return f"""
QWidget[ground="rail"] {{ background: {t.rail}; border: 0; }}
QLabel[role="rail_title"] {{ color: {t.rail_text}; font-size: {s.card_title * scale}pt; font-weight: 600; }}
QLabel[role="rail_text"] {{ color: {t.rail_text}; }}
QLabel[role="rail_muted"] {{ color: {t.rail_muted}; font-size: {s.small * scale}pt; }}
QPushButton[kind="rail"] {{ background: {t.rail_field}; color: {t.rail_text}; border: 1px solid {t.rail_field};
    border-radius: {s.radius_small}px; padding: 7px 12px; text-align: left; }}
QPushButton[kind="rail"]:hover {{ background: {t.rail_chosen}; }}
QPushButton[kind="rail"]:focus {{ border: 2px solid {t.rail_text}; padding: 6px 11px; }}
QAbstractItemView[ground="rail"] {{ background: {t.rail}; border: 0; border-radius: 0; color: {t.rail_text}; }}
"""
