"""Selects a row for a command."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView

from caseeditor.ui.widgets.lists.item_data import Index


def select_only(view: QAbstractItemView, index: Index) -> None:
    """Make a row the current and the only selected one.

    Qt's setCurrentIndex adds it to the selection while the Ctrl or Shift of the command's shortcut is down.
    """
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
