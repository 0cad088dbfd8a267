"""The colours of the window: contrast of every pair, and the system's accent."""

import pytest
from PySide6.QtGui import QColor, QPalette

from caseeditor.ui.style.colour import contrast
from caseeditor.ui.style.colour_roles import (
    DARK,
    GROUNDS,
    LEGIBLE,
    LIGHT,
    TEXTS,
    ColourRoles,
    palette_of,
    roles_of,
    with_accent,
)

Role, Group = QPalette.ColorRole, QPalette.ColorGroup
ACCENTS = ("#0078d7", "#ffb900", "#ffffff", "#000000", "#e3008c", "#767676", "#00ff00")
THEMES = {
    "light": LIGHT,
    "dark": DARK,
    **{f"light, {each}": with_accent(LIGHT, QColor(each)) for each in ACCENTS},
    **{f"dark, {each}": with_accent(DARK, QColor(each)) for each in ACCENTS},
}


def of(roles: ColourRoles, name: str) -> QColor:
    return QColor(getattr(roles, name))


@pytest.mark.parametrize("roles", THEMES.values(), ids=list(THEMES))
def test_each_text_is_legible_on_each_ground(roles: ColourRoles) -> None:
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS] + [("on_accent", "accent")]
    poor = {pair: found for pair in pairs if (found := contrast(of(roles, pair[0]), of(roles, pair[1]))) < LEGIBLE}
    assert poor == {}


@pytest.mark.parametrize("roles", [LIGHT, DARK])
def test_a_palette_leads_back_to_its_colours(roles: ColourRoles) -> None:
    assert roles_of(palette_of(roles)) == roles
    lilac = with_accent(roles, QColor("#881798"))
    assert roles_of(palette_of(lilac)) == lilac


@pytest.mark.parametrize("roles", [LIGHT, DARK])
def test_an_inactive_window_has_the_same_colours(roles: ColourRoles) -> None:
    palette = palette_of(roles)
    for role in (Role.Highlight, Role.HighlightedText, Role.Text, Role.Base):
        assert palette.color(Group.Inactive, role) == palette.color(Group.Active, role)


def test_in_high_contrast_all_is_the_palettes() -> None:
    palette = QPalette()
    for role, colour in ((Role.Base, "black"), (Role.Window, "black"), (Role.Text, "white")):
        palette.setColor(role, QColor(colour))
    palette.setColor(Role.Highlight, QColor("#ffe14d"))
    palette.setColor(Role.HighlightedText, QColor("black"))
    found = roles_of(palette)
    assert {of(found, name).name() for name in GROUNDS if name != "accent_soft"} == {"#000000"}
    assert contrast(of(found, "text"), of(found, "accent_soft")) >= LEGIBLE
    assert (found.text, found.muted, found.bad, found.line) == ("#ffffff",) * 4
    assert (found.accent, found.on_accent) == ("#ffe14d", "#000000")
