"""The colours of a row's text."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyleOptionViewItem


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
