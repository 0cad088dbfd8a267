"""The colours of the window by their purpose: light, dark, and derived ones for high contrast.

Each text colour has a contrast of at least 5 with each ground that it may stand on (tests/ui/style).
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

from caseeditor.ui.style.colour import blend, contrast, readable

Role, Group = QPalette.ColorRole, QPalette.ColorGroup
LEGIBLE = 5.0
"""The minimum contrast of a text with its ground."""
_TINTS = (0.14, 0.12, 0.1, 0.08, 0.06, 0.04, 0.0)
"""Shares of the accent in its soft ground: the first that leaves all texts legible is taken."""
_STARK_TINT = 0.25
_FADED = 0.42
_HALF = 128


class ColourRoles(NamedTuple):
    """Colours as `#rrggbb`. `good`, `warn` and `bad` are texts and marks, `…_bg` the grounds of pills and cards."""

    window: str
    base: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    warn: str
    bad: str
    good_bg: str
    warn_bg: str
    bad_bg: str
    note_bg: str
    in_bg: str
    out_bg: str


LIGHT = ColourRoles(
    window="#f4f5f7",
    base="#ffffff",
    raised="#ffffff",
    line="#dfe2e7",
    text="#1d2129",
    muted="#5b636f",
    accent="#1b5fc1",
    on_accent="#ffffff",
    accent_soft="#e6effb",
    good="#1d6b2f",
    warn="#8a5300",
    bad="#b3261e",
    good_bg="#e4f3e7",
    warn_bg="#fdf0da",
    bad_bg="#fbe6e4",
    note_bg="#fff8e1",
    in_bg="#f0f2f5",
    out_bg="#e3eefb",
)
DARK = ColourRoles(
    window="#1b1d21",
    base="#23262b",
    raised="#2a2e34",
    line="#363b43",
    text="#e7e9ec",
    muted="#a3abb6",
    accent="#6aa6f8",
    on_accent="#0e1a2b",
    accent_soft="#22344f",
    good="#7fd08f",
    warn="#f0b45a",
    bad="#f2938c",
    good_bg="#203527",
    warn_bg="#3b2f1a",
    bad_bg="#40221f",
    note_bg="#34301f",
    in_bg="#2c3037",
    out_bg="#20334c",
)
_VISITED = ("#6a3fa0", "#c3a6e8")
GROUNDS = ("window", "base", "raised", "accent_soft", "good_bg", "warn_bg", "bad_bg", "note_bg", "in_bg", "out_bg")
TEXTS = ("text", "muted", "accent", "good", "warn", "bad")
_QT_ROLES = {
    Role.Window: "window",
    Role.WindowText: "text",
    Role.Base: "base",
    Role.AlternateBase: "window",
    Role.Text: "text",
    Role.Button: "raised",
    Role.ButtonText: "text",
    Role.BrightText: "on_accent",
    Role.Highlight: "accent",
    Role.HighlightedText: "on_accent",
    Role.Accent: "accent",
    Role.Link: "accent",
    Role.PlaceholderText: "muted",
    Role.ToolTipBase: "raised",
    Role.ToolTipText: "text",
    Role.Light: "raised",
    Role.Midlight: "line",
    Role.Mid: "line",
    Role.Dark: "line",
}


def with_accent(roles: ColourRoles, accent: QColor) -> ColourRoles:
    """Replace the accent colour by the system's, corrected until it is legible on each ground."""
    grounds = [QColor(getattr(roles, name)) for name in GROUNDS if name != "accent_soft"]
    found = readable(accent, *grounds, least=LEGIBLE)
    on_accent = readable(QColor(roles.on_accent), found, least=LEGIBLE)
    texts = [found, *(QColor(getattr(roles, name)) for name in TEXTS if name != "accent")]
    tints = (blend(QColor(roles.base), found, share) for share in _TINTS)
    soft = next(each for each in tints if all(contrast(text, each) >= LEGIBLE for text in texts))
    return roles._replace(accent=found.name(), on_accent=on_accent.name(), accent_soft=soft.name())


def palette_of(roles: ColourRoles) -> QPalette:
    """Return the palette of these colours. It is the same in an inactive window, and faded where disabled."""
    palette = QPalette()
    for role, name in _QT_ROLES.items():
        palette.setColor(role, QColor(getattr(roles, name)))
    palette.setColor(Role.LinkVisited, QColor(_VISITED[roles.base != LIGHT.base]))
    faded = blend(QColor(roles.text), QColor(roles.base), _FADED)
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(Group.Disabled, role, faded)
    palette.setColor(Group.Disabled, Role.Highlight, QColor(roles.line))
    palette.setColor(Group.Disabled, Role.HighlightedText, QColor(roles.text))
    return palette


def roles_of(palette: QPalette) -> ColourRoles:
    """Return the colours that belong to a palette: of the two themes, or black, white and the highlight colour.

    A theme is recognised by its text, since a field may have another ground.
    """
    text, accent = palette.color(Group.Active, Role.Text), palette.color(Group.Active, Role.Highlight)
    return _of_theme(text.rgba(), accent.rgba()) or _in_high_contrast(palette)


@lru_cache(16)
def _of_theme(text: int, accent: int) -> ColourRoles | None:
    """Return the colours of the theme with this text (ARGB), if there is one. Each part that is painted asks."""
    for roles in (LIGHT, DARK):
        if text == QColor(roles.text).rgba():
            chosen = QColor.fromRgba(accent)
            return roles if chosen == QColor(roles.accent) else with_accent(roles, chosen)
    return None


def _in_high_contrast(palette: QPalette) -> ColourRoles:
    def name(role: QPalette.ColorRole) -> str:
        return palette.color(Group.Active, role).name()

    text, base = name(Role.Text), name(Role.Base)
    return ColourRoles(
        **dict.fromkeys((*GROUNDS, "line"), base)
        | dict.fromkeys(TEXTS, text)
        | {
            "line": text,
            "accent": name(Role.Highlight),
            "on_accent": name(Role.HighlightedText),
            "accent_soft": blend(QColor(base), QColor(name(Role.Highlight)), _STARK_TINT).name(),
        }
    )


def is_dark(palette: QPalette) -> bool:
    """Tell a dark palette from a light one."""
    return palette.color(Role.Base).lightness() < _HALF


def is_black_and_white(palette: QPalette) -> bool:
    """Recognise the palette of high contrast, whose lines have the colour of its text."""
    return palette.color(Role.Mid) == palette.color(Role.Text)
