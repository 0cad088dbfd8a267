"""The colours of a row: its text, and its ground if it is selected."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from caseeditor.ui.style.colour_roles import ColourRoles, roles_of

_BAR = 0.18
"""Width of the bar of a selected row, in heights of a line; 3 pixels at 100 %."""


def row_palette(option: QStyleOptionViewItem) -> QPalette:
    """Return the row's palette, set to the colour group in which the style paints the row's background.

    The group of `option.palette` is the window's; the style uses that of the view, which is inactive without the focus.
    """
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - 9 ms for all its enumerations: the window is up first

    palette, group = QPalette(option.palette), QPalette.ColorGroup.Inactive
    if not option.state & QStyle.StateFlag.State_Enabled:
        group = QPalette.ColorGroup.Disabled
    elif option.state & QStyle.StateFlag.State_Active:
        group = QPalette.ColorGroup.Active
    palette.setCurrentColorGroup(group)
    return palette


def paint_selection(painter: QPainter, option: QStyleOptionViewItem) -> bool:
    """Paint a selected row on a soft ground with a bar at its leading edge, so that its text keeps its colours.

    Returns False, and paints nothing, if the row is not selected or keeps the style's highlight: disabled rows, and all
    with high contrast.
    """
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - 9 ms for all its enumerations: the window is up first

    wanted = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_Enabled
    if option.state & wanted != wanted:
        return False
    roles = roles_of(option.palette)
    if roles.muted == roles.text:  # high contrast
        return False
    painter.fillRect(option.rect, QColor(roles.accent_soft))
    paint_bar(painter, option, roles)
    return True


def paint_bar(painter: QPainter, option: QStyleOptionViewItem, roles: ColourRoles) -> None:
    """Paint the bar at the leading edge of a selected row."""
    width = max(round(_BAR * option.fontMetrics.height()), 3)
    bar = QRect(option.rect.topLeft(), option.rect.bottomRight())
    bar.setWidth(width)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        bar.moveRight(option.rect.right())
    painter.fillRect(bar, QColor(roles.accent))
