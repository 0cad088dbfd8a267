"""The context menu of text fields. Where there is a case, *Undo* and *Redo* are the actions of the case."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from caseeditor.ui.widgets.fields.text_check import TextCheck

UNDO, REDO = "undo", "redo"
"""The object names of the window's actions."""
REDO_KEYS = ("Ctrl+Y", "Ctrl+Shift+Z")
"""Qt supports only one of them on each system."""
_QTS = {"edit-undo": UNDO, "edit-redo": REDO}


def show_menu(
    field: QLineEdit | QPlainTextEdit, event: QContextMenuEvent, check: TextCheck | None, *, is_the_cases: bool
) -> None:
    """Pop up a field's menu. `is_the_cases`: with the window's *Undo* and *Redo* instead of the field's own."""
    menu = field_menu(field, is_the_cases=is_the_cases)
    if check:
        check.add_to_menu(menu, event)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())


def field_menu(field: QLineEdit | QPlainTextEdit, *, is_the_cases: bool) -> QMenu:
    """Make a field's menu."""
    menu = field.createStandardContextMenu()
    for action in menu.actions():
        name = _QTS.get(action.objectName())
        if name is None:
            continue
        whole = field.window().findChild(QAction, name) if is_the_cases else None
        if isinstance(whole, QAction):
            _stand_for(whole, action)
        elif name == REDO:
            action.setText(_with_keys(action.text().partition("\t")[0], QKeySequence(REDO_KEYS[0])))
    return menu


def _stand_for(whole: QAction, action: QAction) -> None:
    """Let an entry of a field's menu do the same as an action of the window.

    The window's own one can't be inserted: with PySide, QWidget.insertAction() makes it the menu's property, and it
    ends with the menu, even after removeAction().
    """
    action.setText(_with_keys(whole.text(), whole.shortcut()))
    action.setIcon(whole.icon())
    action.setEnabled(whole.isEnabled())
    action.triggered.disconnect()
    action.triggered.connect(whole.trigger)


def _with_keys(words: str, keys: QKeySequence) -> str:
    return f"{words}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"
