"""Put the look onto the application, and hand it to whoever paints by hand."""

from __future__ import annotations

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from kizdesk.places import resources_dir
from kizdesk.ui.theme import fonts
from kizdesk.ui.theme.icons import Icons
from kizdesk.ui.theme.sheet import style_sheet
from kizdesk.ui.theme.tokens import Sizes, Tokens, dark, light

SCHEMES = ("light", "dark")


class Theme(QObject):
    """Hold tokens, signs and fonts of the scheme shown now."""

    changed = Signal()
    """Scheme or scale are others now; who paints by hand paints again."""

    def __init__(self, application: QApplication, scheme: str = "light", scale: float = 1.0) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._scale = scale
        self._tokens = light()
        resources = resources_dir()
        self._icons = Icons(resources / "ui" / "icons")
        QDir.setSearchPaths("kizdeskui", [str(resources / "ui" / "sheet")])
        fonts.load_fonts(resources / "fonts")
        application.setStyle("Fusion")
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """Return colours and sizes."""
        return self._tokens

    @property
    def sizes(self) -> Sizes:
        """Return the sizes."""
        return self._tokens.sizes

    @property
    def icons(self) -> Icons:
        """Return the signs, for painting by hand."""
        return self._icons

    @property
    def scheme(self) -> str:
        """Return ``light`` or ``dark``."""
        return self._scheme

    @property
    def scale(self) -> float:
        """Return how much larger than usual the type is."""
        return self._scale

    def choose(self, scheme: str | None = None, scale: float | None = None) -> None:
        """Change scheme or size of type; the window follows at once."""
        wanted = (scheme or self._scheme, scale or self._scale)
        if wanted == (self._scheme, self._scale):
            return
        self._scheme, self._scale = wanted
        self._apply()
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        """Return the colour of a token by its name."""
        return QColor(self.hex(token))

    def hex(self, token: str) -> str:
        """Return the hex value of a token by its name."""
        return str(getattr(self._tokens, token))

    def icon(self, name: str, colour: str = "ink") -> QIcon:
        """Return a sign in the colour of a token."""
        return self._icons.icon(name, self.hex(colour), self._tokens.disabled)

    def pixmap(self, name: str, colour: str = "ink", edge: int | None = None, ratio: float = 1.0) -> QPixmap:
        """Return a sign as a picture, in the colour of a token."""
        return self._icons.pixmap(name, self.hex(colour), edge or self.sizes.icon, ratio)

    def font(self, points: float | None = None, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of the window; without a size that of running text."""
        return fonts.font(points or self.sizes.body, scale=self._scale, weight=weight)

    def _apply(self) -> None:
        self._tokens = dark() if self._scheme == "dark" else light()
        self._application.setFont(self.font())
        self._application.setPalette(palette(self._tokens))
        self._application.setStyleSheet(style_sheet(self._tokens, self._scale))


def apply(application: QApplication, scheme: str = "light", scale: float = 1.0) -> Theme:
    """Put the look onto the application and return the theme."""
    return Theme(application, scheme, scale)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette, for what is not drawn by the style sheet."""
    made = QPalette()
    for role, colour in _ROLES.items():
        made.setColor(role, QColor(str(getattr(tokens, colour))))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made


_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "problem",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "placeholder",
    QPalette.ColorRole.Link: "info",
    QPalette.ColorRole.LinkVisited: "info",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "field_line",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Accent: "primary",
}
