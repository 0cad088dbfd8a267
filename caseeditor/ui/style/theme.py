"""The colours of a theme: light, dark, high contrast; and colours that follow the palette."""

import sys

from PySide6.QtGui import QColor, QPalette

from caseeditor.ui.style.colour import PERCEIVABLE, READABLE, blend, readable

Role, Group = QPalette.ColorRole, QPalette.ColorGroup
_HALF = 128
_DARK = {
    Role.Window: "#2b2d30",
    Role.WindowText: "#e6e6e6",
    Role.Base: "#1e1f22",
    Role.AlternateBase: "#26282b",
    Role.Text: "#e6e6e6",
    Role.Button: "#393b40",
    Role.ButtonText: "#e6e6e6",
    Role.BrightText: "#ffffff",
    Role.ToolTipBase: "#393b40",
    Role.ToolTipText: "#e6e6e6",
    Role.PlaceholderText: "#9a9da3",
    Role.Highlight: "#2f65ad",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#5a93dc",
    Role.Link: "#8ab8f0",
    Role.LinkVisited: "#c3a6e8",
    Role.Light: "#4a4d52",
    Role.Midlight: "#43464b",
    Role.Mid: "#232528",
    Role.Dark: "#1a1b1d",
    Role.Shadow: "#101112",
}
_FAINT = "#85888e"


_BLACK_AND_WHITE = {  # background, text, selection and visited links: light, dark
    "behind": ("#ffffff", "#000000"),
    "written": ("#000000", "#ffffff"),
    "chosen": ("#0037b3", "#ffe14d"),
    "on chosen": ("#ffffff", "#000000"),
    "visited": ("#6a0087", "#e0b0ff"),
}
_BEHIND = (Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.ToolTipBase)
_WRITTEN = (
    *(Role.WindowText, Role.Text, Role.ButtonText, Role.BrightText, Role.ToolTipText, Role.PlaceholderText),
    *(Role.Light, Role.Midlight, Role.Mid, Role.Dark, Role.Shadow),
)
_WRITTEN_ON = (
    (Role.WindowText, (Role.Window,)),
    (Role.Text, (Role.Base,)),
    (Role.ButtonText, (Role.Button,)),
    (Role.ToolTipText, (Role.ToolTipBase,)),
    (Role.PlaceholderText, (Role.Base,)),
    (Role.Link, (Role.Base, Role.Window)),
    (Role.LinkVisited, (Role.Base, Role.Window)),
    (Role.Highlight, (Role.HighlightedText,)),
)
"""Pairs of text and background. The first of a pair is corrected; of a selection that is the background."""


def colours(theme: str, platform: QPalette, *, dark: bool, wants_contrast: bool) -> QPalette:
    """Return the colours that a theme sets over the platform's: its own, or corrections of unreadable ones.

    `dark`: the system is dark; `wants_contrast`: the system requests more contrast.
    """
    if is_stark(theme, wants_contrast=wants_contrast):
        return _black_and_white(dark=dark)
    if theme == "dark" and not is_dark(platform):
        return _dark_palette()
    mended = QPalette()
    for group in (Group.Active, Group.Inactive, Group.Disabled):
        least = PERCEIVABLE if group is Group.Disabled else READABLE
        for role, behind in _WRITTEN_ON:
            was = platform.color(group, role)
            now = readable(was, *(platform.color(group, each) for each in behind), least=least)
            if now != was:
                mended.setColor(group, role, now)
    return mended


def is_stark(theme: str, *, wants_contrast: bool) -> bool:
    """Tell whether the theme is black and white. For high contrast of Windows, the colours of the user apply."""
    return theme == "contrast" or (theme == "" and wants_contrast and sys.platform != "win32")


def _dark_palette() -> QPalette:
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    _fade(palette, QColor(_FAINT))
    return palette


def _black_and_white(*, dark: bool) -> QPalette:
    behind, written, chosen, on_chosen, visited = (QColor(pair[dark]) for pair in _BLACK_AND_WHITE.values())
    palette = QPalette()
    for role in _BEHIND:
        palette.setColor(role, behind)
    for role in _WRITTEN:
        palette.setColor(role, written)
    for role in (Role.Highlight, Role.Accent, Role.Link):
        palette.setColor(role, chosen)
    palette.setColor(Role.HighlightedText, on_chosen)
    palette.setColor(Role.LinkVisited, visited)
    _fade(palette, blend(behind, written, 0.55))
    return palette


def _fade(palette: QPalette, colour: QColor) -> None:
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(Group.Disabled, role, colour)


def is_dark(palette: QPalette) -> bool:
    """Tell a dark palette from a light one."""
    return palette.color(Role.Base).lightness() < _HALF


def muted(palette: QPalette) -> QColor:
    """Return the colour of secondary text: readable, but muted. Disabled text is muted already."""
    text, base = palette.color(Role.Text), palette.color(Role.Base)
    return text if palette.currentColorGroup() is Group.Disabled else blend(text, base, 0.32)
