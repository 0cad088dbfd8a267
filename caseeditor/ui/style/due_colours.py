"""Colours of due times: text and ground of the pill, and the parts of the bar."""

from PySide6.QtGui import QColor, QPalette

from caseeditor.domain.queue.due import Band, Urgency
from caseeditor.ui.style.colour_roles import roles_of
from caseeditor.ui.style.theme import muted

Role = QPalette.ColorRole
_PILLS = {Urgency.OVERDUE: ("bad", "bad_bg"), Urgency.SOON: ("warn", "warn_bg"), Urgency.LATER: ("good", "good_bg")}
_OF_BAND = {Band.OVERDUE: Urgency.OVERDUE, Band.TODAY: Urgency.SOON, Band.LATER: Urgency.LATER}


def pill_colours(palette: QPalette, urgency: Urgency) -> tuple[QColor, QColor]:
    """Return text and ground of a pill. High contrast has text on the base, and an outline."""
    if palette.currentColorGroup() is QPalette.ColorGroup.Disabled:
        return muted(palette), palette.color(Role.Base)
    roles = roles_of(palette)
    text, ground = (QColor(getattr(roles, name)) for name in _PILLS[urgency])
    return text, ground


def band_colour(palette: QPalette, part: Band) -> QColor:
    """Return the colour of a part of the bar."""
    return QColor(getattr(roles_of(palette), _PILLS[_OF_BAND[part]][0]))
