"""The colour of each severity."""

from PySide6.QtGui import QColor, QPalette

from caseeditor.ui.messages.message import Severity
from caseeditor.ui.style.colour_roles import is_dark, roles_of

Role = QPalette.ColorRole
_ENDS = (0, 255)
"""Lightness of black and of white: only a high-contrast theme has these behind a text."""
_ROLES = {Severity.INFO: "accent", Severity.GOOD: "good", Severity.WARNING: "warn", Severity.ERROR: "bad"}
_GROUNDS = {
    Severity.INFO: "accent_soft",
    Severity.GOOD: "good_bg",
    Severity.WARNING: "warn_bg",
    Severity.ERROR: "bad_bg",
}
_STARK_TONES = {  # black on white, white on black: each as much on a selected card, which the highlight colour tints
    Severity.INFO: ("#002f6b", "#b8d8ff"),
    Severity.GOOD: ("#003d12", "#b0f0bd"),
    Severity.WARNING: ("#4d2e00", "#ffd89b"),
    Severity.ERROR: ("#730010", "#ffc9c4"),
}


def severity_ground(palette: QPalette, severity: Severity) -> QColor:
    """Return the ground of a message or card; plain in high contrast."""
    return QColor(getattr(roles_of(palette), _GROUNDS[severity]))


def severity_colour(palette: QPalette, severity: Severity) -> QColor:
    """Return the colour of a message's icon and edge."""
    behind = palette.color(Role.Window)
    is_stark = behind == palette.color(Role.Base) and behind.lightness() in _ENDS
    if is_stark:
        return QColor(_STARK_TONES[severity][is_dark(palette)])
    return QColor(getattr(roles_of(palette), _ROLES[severity]))
