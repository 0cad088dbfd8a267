"""The notes of a case, and the field for a new one."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QToolButton, QVBoxLayout, QWidget

from caseeditor.ui.case.find.find_field import FindField
from caseeditor.ui.case.notes.cards import NoteCards
from caseeditor.ui.case.notes.model import NoteModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit
from caseeditor.ui.widgets.fields.open_editors import take_in
from caseeditor.ui.widgets.fields.spelling import check_spelling
from caseeditor.ui.widgets.lists.card_delegate import lay_out_as_cards

_UP, _DOWN = "Ctrl+Shift+Up", "Ctrl+Shift+Down"
_WRAPPED = 4
"""Lines."""


class NoteList(QWidget):
    """List `Notes`, with buttons for the pending one that is selected, and New note."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.model = NoteModel(session, self)
        self.model.rowsAboutToBeRemoved.connect(self._on_going)  # before the list moves to the next row
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Notes"))
        cards = NoteCards(self._list, session.context.spelling)
        cards.editors.ended.connect(session.editor.end_typing)
        cards.editors.reverted.connect(session.editor.tell_left)
        lay_out_as_cards(self._list, cards, self.model)
        by_font(self._list, lambda: self._list.setMinimumHeight(self._list.fontMetrics().lineSpacing()))
        self.search = FindField(self.tr("Search notes"), self._list, cards, self)
        self._edit = QPushButton(self.tr("Edit note"), self)
        self._edit.clicked.connect(lambda: self._list.edit(self._list.currentIndex()))
        self._remove = QPushButton(self.tr("Remove note"), self)
        self._remove.clicked.connect(self._on_remove)
        self._up = self._make_arrow("↑", self.tr("Move up"), self.tr("Sends it later ({0})").format(_UP), -1)
        self._down = self._make_arrow("↓", self.tr("Move down"), self.tr("Sends it earlier ({0})").format(_DOWN), 1)
        for keys, does in ((_UP, self._up.click), (_DOWN, self._down.click), ("Delete", self._remove.click)):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)
        self._entry = MarkedEdit(self)
        self._entry.setAccessibleName(self.tr("New note"))
        self._entry.setPlaceholderText(self.tr("Write a note"))
        self._entry.setTabChangesFocus(True)
        by_font(self._entry, lambda: self._entry.setFixedHeight(self._entry.fontMetrics().lineSpacing() * 2 + 22))
        self._entry.textChanged.connect(lambda: session.editor.set_note_text(self._entry.exact_text()))
        self._entry.set_apart.connect(session.editor.end_typing)
        if session.context.spelling:
            check_spelling(self._entry, session.context.spelling)
        self.last = add = QPushButton(self.tr("Add note"), self)
        """The last control in the tab order of the notes."""
        add.clicked.connect(session.editor.add_note)
        buttons = QHBoxLayout()
        for button in (self._edit, self._remove, self._up, self._down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        new = QHBoxLayout()
        new.addWidget(self._entry, 1)
        new.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        layout.addLayout(new)
        session.editor.edit_changed.connect(self._on_edit)
        self._list.selectionModel().currentChanged.connect(self._update_buttons)
        self.model.rowsInserted.connect(self._on_inserted)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._update_buttons)
        self._update_buttons()

    def minimumSizeHint(self) -> QSize:
        """Request more height than needed: wrapped text above, whose height Qt's layout ignores, takes a part."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), hint.height() + _WRAPPED * self.fontMetrics().lineSpacing())

    def focus_list(self) -> None:
        self._list.setFocus()

    def focus_entry(self) -> None:
        self._entry.setFocus()

    def show_row(self, row: int) -> None:
        """Scroll to a note."""
        self._list.setCurrentIndex(self.model.index(row))

    def new_text(self) -> str:
        """Return the text of the field *New note* as it is shown."""
        return self._entry.shown_text()

    def select_in_entry(self, start: int, end: int) -> None:
        """Select a part of the text in *New note*."""
        cursor = self._entry.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._entry.setTextCursor(cursor)

    def _make_arrow(self, text: str, name: str, tip: str, step: int) -> QToolButton:
        arrow = QToolButton(self)
        arrow.setText(text)
        arrow.setAccessibleName(name)
        arrow.setToolTip(tip)
        arrow.clicked.connect(lambda: self._move(step))
        return arrow

    def take_in_editor(self) -> None:
        """Commit the note that is being edited."""
        take_in(self._list)

    def _on_edit(self) -> None:
        if self._entry.exact_text() != self._session.edit.note_text:
            self._entry.fill(self._session.edit.note_text)

    def _on_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Select a new pending note for *Edit note* and *Remove note*."""
        index = self.model.index(first)
        if self.model.number(index) is not None:
            self._list.setCurrentIndex(index)

    def _on_going(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Select no other note when the selected one was stored: nobody chose the other."""
        index = self._list.currentIndex()
        if first <= index.row() <= last and self.model.number(index) is None:
            self._list.setCurrentIndex(QModelIndex())

    def _on_remove(self) -> None:
        number = self.model.number(self._list.currentIndex())
        if number is not None:
            self._session.editor.set_note(number, "")

    def _move(self, step: int) -> None:
        """Swap the selected pending note with the one above or below it."""
        self.take_in_editor()
        row = self._list.currentIndex().row()
        number, other = (self.model.number(self.model.index(each)) for each in (row, row + step))
        if number is not None and other is not None:
            self._session.editor.swap_notes(number, other)
            self._list.setCurrentIndex(self.model.index(row + step))

    def _update_buttons(self) -> None:
        """Enable the buttons of the selected note; only pending notes have actions."""
        index = self._list.currentIndex()
        pending = self.model.number(index) is not None
        count = len(self._session.edit.notes)
        for button in (self._edit, self._remove):
            button.setVisible(count > 0)
            button.setEnabled(pending)
        for arrow, end in ((self._up, 0), (self._down, count - 1)):
            arrow.setVisible(count > 1)
            arrow.setEnabled(pending and index.row() != end)
