"""The delegate that edits pending notes in the list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit
from caseeditor.ui.widgets.fields.open_editors import OpenEditors, is_away
from caseeditor.ui.widgets.fields.spelling import check_spelling
from caseeditor.ui.widgets.lists.card_delegate import Cards
from caseeditor.ui.widgets.lists.item_data import Index

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.state.spelling import Spelling


class NoteCards(Cards):
    """Paints notes; a pending one is edited in place."""

    def __init__(self, view: QListView, spelling: "Callable[[], Spelling] | None" = None) -> None:
        super().__init__(view)
        self._spelling = spelling
        self.editors = OpenEditors(self)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        editor = MarkedEdit(parent)
        editor.setUndoRedoEnabled(True)  # the case's undo would remove the note, and with it the editor
        editor.setAccessibleName(self.tr("Edit note"))
        if self._spelling:
            check_spelling(editor, self._spelling)
        self.editors.keep(editor, index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, MarkedEdit) and not editor.filled:  # a text that is being typed is never replaced
            editor.fill(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, MarkedEdit):
            self.editors.give(editor, model, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        self.editors.forget(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_away(event):
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, MarkedEdit):
            if event.key() != Qt.Key.Key_Escape:
                return False  # Enter and Tab belong to the text
            self.editors.leave(watched)
            return True
        return super().eventFilter(watched, event)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        editor.setGeometry(
            option.rect.adjusted(0, 0, 0, max(0, 4 * option.fontMetrics.height() - option.rect.height()))
        )


def make_note_cards(session: Session, view: QListView) -> NoteCards:
    """Make the delegate of a list with the notes of a session."""
    cards = NoteCards(view, session.context.spelling)
    cards.editors.ended.connect(session.editor.end_typing)
    cards.editors.reverted.connect(session.editor.tell_left)
    return cards
