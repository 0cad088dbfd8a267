"""Light and dark, by the system or by choice, and colours that follow the palette."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from caseeditor.ui.message import Tone

_HALF = 128
_TONES = {  # light, dark: each at least 4.5 : 1 on the base colour of its theme
    Tone.INFO: ("#1b5a9e", "#8ab8f0"),
    Tone.GOOD: ("#1d6b2f", "#7fd08f"),
    Tone.WARNING: ("#8a5300", "#f0b45a"),
    Tone.ERROR: ("#b3261e", "#f2938c"),
}


_DARK = {
    QPalette.ColorRole.Window: "#2b2d30",
    QPalette.ColorRole.WindowText: "#e6e6e6",
    QPalette.ColorRole.Base: "#1e1f22",
    QPalette.ColorRole.AlternateBase: "#26282b",
    QPalette.ColorRole.Text: "#e6e6e6",
    QPalette.ColorRole.Button: "#393b40",
    QPalette.ColorRole.ButtonText: "#e6e6e6",
    QPalette.ColorRole.BrightText: "#ffffff",
    QPalette.ColorRole.ToolTipBase: "#393b40",
    QPalette.ColorRole.ToolTipText: "#e6e6e6",
    QPalette.ColorRole.PlaceholderText: "#9a9da3",
    QPalette.ColorRole.Highlight: "#2f65ad",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#5a93dc",
    QPalette.ColorRole.Link: "#8ab8f0",
    QPalette.ColorRole.LinkVisited: "#c3a6e8",
    QPalette.ColorRole.Light: "#4a4d52",
    QPalette.ColorRole.Midlight: "#43464b",
    QPalette.ColorRole.Mid: "#232528",
    QPalette.ColorRole.Dark: "#1a1b1d",
    QPalette.ColorRole.Shadow: "#101112",
}
_FAINT = "#85888e"


def apply(app: QApplication, theme: str) -> None:
    """Set the theme: 'light', 'dark', or '' for the system's. Where the platform can't, the colours are our own."""
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(theme, Qt.ColorScheme.Unknown)
    app.styleHints().setColorScheme(scheme)
    if theme == "dark" and not is_dark(app.palette()):
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setPalette(_dark_palette())
    elif theme != "dark" and app.palette() == _dark_palette():
        app.setPalette(app.style().standardPalette())


def _dark_palette() -> QPalette:
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_FAINT))
    return palette


def is_dark(palette: QPalette) -> bool:
    """Tell a dark palette from a light one."""
    return palette.color(QPalette.ColorRole.Base).lightness() < _HALF


def tone_colour(palette: QPalette, tone: Tone) -> QColor:
    """Return the colour of a message's icon and edge."""
    return QColor(_TONES[tone][is_dark(palette)])


def muted(palette: QPalette) -> QColor:
    """Return the colour of what stands beside what matters: readable, but stepping back."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return blend(text, base, 0.32)


def blend(one: QColor, other: QColor, share: float) -> QColor:
    """Mix `share` (0 to 1) of the other colour into the one."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
