"""Palettes of Windows as Qt's platform theme builds them, as data: they can be tested on any system."""

from PySide6.QtGui import QColor, QPalette

Group, Role = QPalette.ColorGroup, QPalette.ColorRole
_LIGHT = {
    Role.Window: "#f0f0f0",
    Role.WindowText: "#000000",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f5f5f5",
    Role.Text: "#000000",
    Role.Button: "#f0f0f0",
    Role.ButtonText: "#000000",
    Role.ToolTipBase: "#ffffe1",
    Role.ToolTipText: "#000000",
    Role.PlaceholderText: "#80000000",
    Role.Highlight: "#0078d7",
    Role.HighlightedText: "#ffffff",
    Role.Link: "#003e92",
    Role.LinkVisited: "#001a68",
}
_DARK = {
    Role.Window: "#1e1e1e",
    Role.WindowText: "#ffffff",
    Role.Base: "#2d2d2d",
    Role.AlternateBase: "#001a68",
    Role.Text: "#ffffff",
    Role.Button: "#3c3c3c",
    Role.ButtonText: "#ffffff",
    Role.ToolTipBase: "#3c3c3c",
    Role.ToolTipText: "#d4d4d4",
    Role.PlaceholderText: "#80ffffff",
    Role.Highlight: "#0078d7",
    Role.HighlightedText: "#ffffff",
    Role.Link: "#99ebff",
    Role.LinkVisited: "#4cc2ff",
}


def windows_palettes() -> dict[str, QPalette]:
    """Return the palettes by the name of the system."""
    return {
        "Windows 10 light": _palette(_LIGHT, "#787878", {Role.Highlight: "#f0f0f0", Role.HighlightedText: "#000000"}),
        "Windows 11 light": _palette(
            {**_LIGHT, Role.Highlight: "#0067c0"},
            "#787878",
            {Role.Highlight: "#f0f0f0", Role.HighlightedText: "#000000"},
        ),
        "Windows dark": _palette(_DARK, "#9d9d9d", {}),
        "Windows dark, pale accent": _palette(
            {**_DARK, Role.AlternateBase: "#99ebff", Role.Highlight: "#4cc2ff", Role.HighlightedText: "#000000"},
            "#9d9d9d",
            {Role.Highlight: "#3c3c3c", Role.HighlightedText: "#ffffff"},
        ),
    }


def _palette(
    colours: dict[QPalette.ColorRole, str], disabled: str, inactive: dict[QPalette.ColorRole, str]
) -> QPalette:
    palette = QPalette()
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role, colour in inactive.items():
        palette.setColor(Group.Inactive, role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(Group.Disabled, role, QColor(disabled))
    palette.setColor(Group.Disabled, Role.Base, palette.color(Role.Window))
    return palette
