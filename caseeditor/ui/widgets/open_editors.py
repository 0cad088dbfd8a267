"""Open editors of a view: their text is on disk while it is typed, and there again after Escape."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from caseeditor.ui.widgets.marked_fields import MarkedEdit

Index = QModelIndex | QPersistentModelIndex
TYPED = Qt.ItemDataRole.UserRole + 100
"""A text as it stands in an editor so far: all that is typed until it closes is one step of undo."""
_PAUSE_MS = 300


def is_away(event: QEvent) -> bool:
    """Tell whether an editor loses the focus only because the agent looks something up in another window.

    Qt would close it then, and the rest of the text would go to the view, where it means something else.
    """
    if event.type() != QEvent.Type.FocusOut or not isinstance(event, QFocusEvent):
        return False
    return event.reason() == Qt.FocusReason.ActiveWindowFocusReason


def take_in(view: QAbstractItemView) -> None:
    """Commit the editor that is open in a view, if there is one, and close it."""
    if view.state() != QAbstractItemView.State.EditingState:
        return
    editors = (*view.viewport().findChildren(QLineEdit), *view.viewport().findChildren(QPlainTextEdit))
    for editor in (each for each in editors if not each.isHidden()):  # one that is hidden is on its way out
        view.commitData(editor)
        view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)


class OpenEditors(QObject):
    """Keeps what is typed in a delegate's editors of several lines, for items that are there already."""

    ended = Signal()
    """An editor is closed: what is typed next is another step."""
    reverted = Signal()
    """A text was left as it was, and what was typed is a step that can be brought back."""

    def __init__(self, delegate: QAbstractItemDelegate) -> None:
        super().__init__(delegate)
        self._delegate = delegate
        self._places: dict[QWidget, QPersistentModelIndex] = {}

    def keep(self, editor: MarkedEdit, index: Index) -> None:
        """Take in what stands in an editor whenever the typing pauses."""
        self._places[editor] = QPersistentModelIndex(index)
        pause = QTimer(editor)
        pause.setSingleShot(True)
        pause.setInterval(_PAUSE_MS)
        pause.timeout.connect(lambda: self._take(editor))
        editor.textChanged.connect(pause.start)

    def _take(self, editor: MarkedEdit) -> None:
        if editor in self._places and editor.exact_text().strip():  # an item without text may go, editor and all
            self._delegate.commitData.emit(editor)

    def give(self, editor: MarkedEdit, model: QAbstractItemModel, index: Index) -> None:
        """Set the model's text from an editor."""
        if editor in self._places:
            if editor.exact_text() != index.data(Qt.ItemDataRole.EditRole):
                model.setData(index, editor.exact_text(), TYPED)
        elif editor.is_edited():
            model.setData(index, editor.exact_text())

    def leave(self, editor: MarkedEdit) -> None:
        """Close an editor and leave the text as it was before; what was typed can be brought back by Undo."""
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
        """Let go of an editor that is closed."""
        if self._places.pop(editor, None) is not None:
            self.ended.emit()
