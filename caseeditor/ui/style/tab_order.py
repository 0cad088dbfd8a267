"""Where Tab goes: Qt goes by the order of making, and what is made later has to be put in its place."""

from PySide6.QtWidgets import QWidget


def put_after(before: QWidget, *widgets: QWidget) -> None:
    """Have Tab go from one control to others, in order, and from the last of them on as before."""
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget
