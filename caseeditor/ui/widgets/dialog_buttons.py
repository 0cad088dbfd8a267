"""The usual buttons below a dialog."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QWidget


def standard_buttons(buttons: QDialogButtonBox.StandardButton, parent: QWidget) -> QDialogButtonBox:
    """Make them without the icons that some desktops' styles add: no other button of ours has one."""
    box = QDialogButtonBox(buttons, parent=parent)
    for button in box.buttons():
        button.setIcon(QIcon())
    return box
