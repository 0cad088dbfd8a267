"""Open editors of a view: their text is on disk while it is typed, and there again after Escape."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit
from caseeditor.ui.widgets.lists.item_data import Index

TYPED = Qt.ItemDataRole.UserRole + 100
"""The role of a text that is still being edited: until the editor closes, all changes are one step of undo."""
_PAUSE_MS = 300


def is_away(event: QEvent) -> bool:
    """Tell whether an editor loses the focus only because another window is activated.

    Qt would close the editor, and the view would take the next keys as commands.
    """
    if event.type() != QEvent.Type.FocusOut or not isinstance(event, QFocusEvent):
        return False
    return event.reason() == Qt.FocusReason.ActiveWindowFocusReason


def take_in(view: QAbstractItemView) -> None:
    """Commit and close the open editor of a view, if there is one."""
    if view.state() != QAbstractItemView.State.EditingState:
        return
    editors = (*view.viewport().findChildren(QLineEdit), *view.viewport().findChildren(QPlainTextEdit))
    for editor in (each for each in editors if not each.isHidden()):  # a hidden one is being deleted
        view.commitData(editor)
        view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)


class OpenEditors(QObject):
    """Saves the text of a delegate's multi-line editors while it is typed, for existing items."""

    ended = Signal()
    """An editor was closed: the next change is another step."""
    reverted = Signal()
    """A text was restored; the text that was typed can be brought back by Undo."""

    def __init__(self, delegate: QAbstractItemDelegate) -> None:
        super().__init__(delegate)
        self._delegate = delegate
        self._places: dict[QWidget, QPersistentModelIndex] = {}

    def keep(self, editor: MarkedEdit, index: Index) -> None:
        """Commit the text of an editor whenever the typing pauses."""
        self._places[editor] = QPersistentModelIndex(index)
        pause = QTimer(editor)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(lambda: self._take(editor))
        editor.textChanged.connect(pause.start)

    def _take(self, editor: MarkedEdit) -> None:
        if editor in self._places and editor.exact_text().strip():  # a model may remove an item without text
            self._delegate.commitData.emit(editor)

    def give(self, editor: MarkedEdit, model: QAbstractItemModel, index: Index) -> None:
        """Set the model's text from an editor."""
        if editor in self._places:
            if editor.exact_text() != index.data(Qt.ItemDataRole.EditRole):
                model.setData(index, editor.exact_text(), TYPED)
        elif editor.is_edited():
            model.setData(index, editor.exact_text())

    def leave(self, editor: MarkedEdit) -> None:
        """Close an editor and restore the former text; Undo brings the typed text back."""
        place = self._places.get(editor)
        is_typed = editor.is_edited() and bool(editor.exact_text().strip())
        self._take(editor)
        self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        if place is not None and place.isValid():
            self.ended.emit()
            place.model().setData(place.model().index(place.row(), place.column()), editor.filled)
            if is_typed:
                self.reverted.emit()

    def forget(self, editor: QWidget) -> None:
        """Forget an editor that was closed."""
        if self._places.pop(editor, None) is not None:
            self.ended.emit()
