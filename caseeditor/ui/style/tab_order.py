"""Tab order. Qt follows the order of creation; controls that are created later are inserted at their place."""

from PySide6.QtWidgets import QWidget


def put_after(before: QWidget, *widgets: QWidget) -> None:
    """Insert controls after one in the tab order; the former next one follows the last of them."""
    for widget in widgets:
        QWidget.setTabOrder(before, widget)
        before = widget
