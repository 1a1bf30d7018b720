"""Make buttons; the shortcut of a button always stands in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QAction, QFont, QFontMetrics, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

_WORDINGS = "wordings"
_GERMAN_KEYS = {
    "Ctrl": "Strg",
    "Shift": "Umschalt",
    "Alt": "Alt",
    "Meta": "Meta",
    "Return": "Eingabe",
    "Enter": "Eingabe",
    "Esc": "Esc",
    "Del": "Entf",
    "Ins": "Einfg",
    "Backspace": "Rücktaste",
    "Space": "Leertaste",
    "Tab": "Tab",
    "Home": "Pos1",
    "End": "Ende",
    "PgUp": "Bild auf",
    "PgDown": "Bild ab",
    "Up": "Pfeil auf",
    "Down": "Pfeil ab",
    "Left": "Pfeil links",
    "Right": "Pfeil rechts",
}


def key_text(shortcut: str | QKeySequence) -> str:
    """Return keys as a German keyboard prints them, such as ``Strg+Eingabe``."""
    portable = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.PortableText)
    if not portable:
        return ""
    plus = portable.endswith("+")
    parts = (portable[:-1] if plus else portable).split("+")
    words = [_GERMAN_KEYS.get(part, part) for part in parts if part]
    return "+".join([*words, "+"] if plus else words)


def tip_text(tip: str, shortcut: str | QKeySequence = "") -> str:
    """Return a tooltip with the keys behind it."""
    keys = key_text(shortcut)
    if not keys:
        return tip
    return f"{tip} ({keys})" if tip else keys


def give_keys(made: QAbstractButton, keys: str) -> None:
    """Let keys press a button at once; they stay when its words change.

    WORKAROUND a button's own shortcut presses it only a tenth of a second later, so that what is typed next goes
    astray, and is lost with every other text: remove when QAbstractButton.setShortcut does neither.
    """
    shortcut = QShortcut(QKeySequence(keys), made)
    shortcut.activated.connect(made.click)


def keep_room(action: QAction, *wordings: str) -> None:
    """Have the button of an action be as wide as the widest of its wordings, so that nothing moves when they change."""
    action.setProperty(_WORDINGS, list(wordings))


def with_room(hint: QSize, made: QAbstractButton, action: QAction) -> QSize:
    """Return the size of an action's button, grown from the one for its words to the widest of its wordings."""
    width = made.fontMetrics().horizontalAdvance
    widest = max(map(width, action.property(_WORDINGS) or ()), default=0)
    return hint.grownBy(QMargins(0, 0, max(widest - width(made.text()), 0), 0))


class Segment(QPushButton):
    """Be a button of a row, with room for its words in the stronger type of the one chosen."""

    def sizeHint(self) -> QSize:
        """Return the size that holds the words, chosen or not."""
        hint, strong = super().sizeHint(), QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        plain_width = self.fontMetrics().horizontalAdvance(self.text())
        return hint.grownBy(QMargins(0, 0, QFontMetrics(strong).horizontalAdvance(self.text()) - plain_width, 0))


def button(
    text: str,
    *,
    kind: str = "plain",
    shortcut: str = "",
    tip: str = "",
    icon: QIcon | None = None,
    name: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """Return a push button; ``kind`` is primary, plain, quiet, danger, link, option or segment."""
    made = Segment(text, parent) if kind == "segment" else QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    made.setToolTip(tip_text(tip, shortcut))
    made.setAccessibleName(text.replace("&", ""))
    made.setAccessibleDescription(made.toolTip())
    if shortcut:
        give_keys(made, shortcut)
    if icon is not None:
        made.setIcon(icon)
    made.setObjectName(name)
    return made


def icon_button(
    icon: QIcon, tip: str, *, shortcut: str = "", name: str = "", parent: QWidget | None = None
) -> QToolButton:
    """Return a quiet button with a sign only; the tip is its name."""
    made = QToolButton(parent)
    made.setProperty("kind", "quiet")
    made.setIcon(icon)
    made.setToolTip(tip_text(tip, shortcut))
    made.setAccessibleName(tip)
    made.setObjectName(name)
    if shortcut:
        give_keys(made, shortcut)
    return made
