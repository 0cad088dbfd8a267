"""The palette of a theme: light, dark, high contrast."""

import sys

from PySide6.QtGui import QColor, QPalette

from caseeditor.ui.style.colour import PERCEIVABLE, READABLE, blend, readable
from caseeditor.ui.style.colour_roles import DARK, LIGHT, palette_of, roles_of, with_accent

Role, Group = QPalette.ColorRole, QPalette.ColorGroup

_BLACK_AND_WHITE = {  # background, text, selection and visited links: light, dark
    "behind": ("#ffffff", "#000000"),
    "written": ("#000000", "#ffffff"),
    "chosen": ("#0037b3", "#ffe14d"),
    "on chosen": ("#ffffff", "#000000"),
    "visited": ("#6a0087", "#e0b0ff"),
}
_BEHIND = (Role.Window, Role.Base, Role.AlternateBase, Role.Button, Role.ToolTipBase)
_WRITTEN = (
    *(Role.WindowText, Role.Text, Role.ButtonText, Role.BrightText, Role.ToolTipText),
    *(Role.Light, Role.Midlight, Role.Mid, Role.Dark, Role.Shadow),
)
_HINT = 0.65
"""Share of the text colour in a hint of high contrast: told from a value, with a contrast of 7."""
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


def colours(
    theme: str, platform: QPalette, *, dark: bool, wants_contrast: bool, accent: QColor | None = None
) -> QPalette:
    """Return the colours of a theme. For high contrast of Windows: corrections of the user's that are hard to read.

    `dark`: the system is dark; `wants_contrast`: the system requests more contrast; `accent`: the system's, if it has
    one.
    """
    if is_stark(theme, wants_contrast=wants_contrast):
        return _black_and_white(dark=dark)
    if theme == "" and wants_contrast:
        return corrected(platform)
    roles = DARK if theme == "dark" or (theme == "" and dark) else LIGHT
    return palette_of(with_accent(roles, accent) if accent else roles)


def corrected(platform: QPalette) -> QPalette:
    """Return those colours of a platform's palette that are hard to read, corrected as little as needed."""
    changed = QPalette()
    for group in (Group.Active, Group.Inactive, Group.Disabled):
        least = PERCEIVABLE if group is Group.Disabled else READABLE
        for role, behind in _WRITTEN_ON:
            was = platform.color(group, role)
            now = readable(was, *(platform.color(group, each) for each in behind), least=least)
            if now != was:
                changed.setColor(group, role, now)
    return changed


def is_stark(theme: str, *, wants_contrast: bool) -> bool:
    """Tell whether the theme is black and white. For high contrast of Windows, the colours of the user apply."""
    return theme == "contrast" or (theme == "" and wants_contrast and sys.platform != "win32")


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
    palette.setColor(Role.PlaceholderText, blend(behind, written, _HINT))
    _fade(palette, blend(behind, written, 0.55))
    return palette


def _fade(palette: QPalette, colour: QColor) -> None:
    for role in (Role.WindowText, Role.Text, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(Group.Disabled, role, colour)


def muted(palette: QPalette) -> QColor:
    """Return the colour of secondary text: readable, but muted. Disabled text is muted already."""
    if palette.currentColorGroup() is Group.Disabled:
        return palette.color(Role.Text)
    return QColor(roles_of(palette).muted)
