"""The actions of the menu *Edit* that every field and list has: cut, copy, paste, select all."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

Key = Qt.Key


class EditActions(QObject):
    """Sends the keys of an action to the widget with the focus, which knows them.

    Their shortcuts are shown, but act in the menu only: those of the window would take the keys from lists.
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        for text, key in (
            (self.tr("Cut"), Key.Key_X),
            (self.tr("Copy"), Key.Key_C),
            (self.tr("Paste"), Key.Key_V),
            (self.tr("Select all"), Key.Key_A),
        ):
            action = menu.addAction(text)
            action.setShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(_press, key))


def _press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    if widget is None:
        return
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier))
