"""Takes in what stands in an open editor of a view."""

from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QPlainTextEdit


def take_in(view: QAbstractItemView) -> None:
    """Commit the editor that is open in a view, if there is one, and close it."""
    if view.state() != QAbstractItemView.State.EditingState:
        return
    editors = (*view.viewport().findChildren(QLineEdit), *view.viewport().findChildren(QPlainTextEdit))
    for editor in (each for each in editors if not each.isHidden()):  # one that is hidden is on its way out
        view.commitData(editor)
        view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
