"""Ways to enter text into a field: keys, menu, drop, input method, assistive technology."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from caseeditor.ui.main_window.main_window import MainWindow
from tests.ui.parts import key, line

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Way = Callable[[QWidget, str], None]
CELL = '"uno\ndos"\r\n'
FIVE_MB = "hola mundo, " * 430_000


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def by_ctrl_v(widget: QWidget, text: str) -> None:
    copy(text)
    widget.setFocus()
    key(Qt.Key.Key_V, Ctrl)


def by_shift_insert(widget: QWidget, text: str) -> None:
    copy(text)
    widget.setFocus()
    key(Qt.Key.Key_Insert, Shift)


def by_menu(widget: QWidget, text: str) -> None:
    copy(text)
    place = widget.rect().center()
    target = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
    QApplication.sendEvent(target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place)))
    menu = next(each for each in widget.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    menu.close()


def by_drop(widget: QWidget, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    target = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
    place = QPointF(cursor_of(widget))
    enter = QDragEnterEvent(
        place.toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(target, enter)
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)
    assert event.isAccepted()


def cursor_of(widget: QWidget) -> QPointF:
    """Return the position of the painted cursor."""
    if isinstance(widget, QPlainTextEdit):
        return QPointF(widget.cursorRect().center())
    drawn = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return QPointF(drawn.center())


def by_input_method(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def by_assistive_technology(widget: QWidget, text: str) -> None:
    interface = QAccessible.queryAccessibleInterface(widget)
    interface.editableTextInterface().insertText(interface.textInterface().cursorPosition(), text)


WAYS: dict[str, Way] = {
    "Ctrl+V": by_ctrl_v,
    "Shift+Insert": by_shift_insert,
    "menu": by_menu,
    "drop": by_drop,
    "input method": by_input_method,
    "assistive technology": by_assistive_technology,
}
in_each_way = pytest.mark.parametrize("put_in", WAYS.values(), ids=WAYS)
PASTING = {name: way for name, way in WAYS.items() if name not in ("input method", "assistive technology")}
FIELDS = ["Subject", "New tag", "Case id or link", "Filter attributes", "Search notes"]


def key_on(window: MainWindow, which: Qt.Key) -> None:
    line("Subject", window).setFocus()
    key(which, Ctrl)
