"""The notes of a case, and the field for a new one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from caseeditor.ui.case.find.find_field import FindField
from caseeditor.ui.case.notes.cards import make_note_cards
from caseeditor.ui.case.notes.model import NoteModel
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit
from caseeditor.ui.widgets.fields.open_editors import take_in
from caseeditor.ui.widgets.fields.spelling import check_spelling
from caseeditor.ui.widgets.lists.card_view import CardView

if TYPE_CHECKING:
    from caseeditor.ui.case.stream.panel import StreamPane

_UP, _DOWN = "Ctrl+Shift+Up", "Ctrl+Shift+Down"
_WRAPPED = 4
"""Lines."""


class NoteList(QWidget):
    """List `Notes`; `foot` has buttons for the pending note that is selected, and New note.

    The foot stands below all lists of the case. Its buttons act on the list with pending notes that is shown.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.model = NoteModel(session, self)
        self.model.rowsAboutToBeRemoved.connect(self._on_going)  # before the list moves to the next row
        self.foot = foot = QWidget(parent)
        self.list = self._list = CardView(self)
        self._list.setAccessibleName(self.tr("Notes"))
        cards = make_note_cards(session, self._list)
        self._list.show_cards(cards, self.model)
        self._stream: StreamPane | None = None
        self._has_notes_in_sight = True
        by_font(self._list, lambda: self._list.setMinimumHeight(self._list.fontMetrics().lineSpacing()))
        self.search = FindField(self.tr("Search notes"), self._list, cards, self)
        self._edit = QPushButton(self.tr("Edit note"), foot)
        self._edit.clicked.connect(lambda: self._shown.edit(self._shown.currentIndex()))
        self._remove = QPushButton(self.tr("Remove note"), foot)
        self._remove.clicked.connect(self._on_remove)
        self._up = self._make_arrow("↑", self.tr("Move up"), -1)
        self._down = self._make_arrow("↓", self.tr("Move down"), 1)
        self._add_shortcuts(self._list)
        self._entry = MarkedEdit(foot)
        self._entry.setAccessibleName(self.tr("New note"))
        self._entry.setPlaceholderText(self.tr("Write a note"))
        self._entry.setTabChangesFocus(True)
        by_font(self._entry, lambda: self._entry.setFixedHeight(self._entry.fontMetrics().lineSpacing() * 2 + 22))
        self._entry.textChanged.connect(lambda: session.editor.set_note_text(self._entry.exact_text()))
        self._entry.set_apart.connect(session.editor.end_typing)
        if session.context.spelling:
            check_spelling(self._entry, session.context.spelling)
        self.last = add = QPushButton(self.tr("Add note"), foot)
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
        below = QVBoxLayout(foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.addLayout(buttons)
        below.addLayout(new)
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

    @property
    def entry(self) -> MarkedEdit:
        """The field *New note*."""
        return self._entry

    def new_text(self) -> str:
        """Return the text of the field *New note* as it is shown."""
        return self._entry.shown_text()

    def select_in_entry(self, start: int, end: int) -> None:
        """Select a part of the text in *New note*."""
        cursor = self._entry.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._entry.setTextCursor(cursor)

    def follow_stream(self, stream: "StreamPane") -> None:
        """Let the buttons act on the list of all messages and notes too, while it is shown."""
        self._stream, view = stream, stream.list
        self._add_shortcuts(view)
        view.selectionModel().currentChanged.connect(self._update_buttons)
        for signal in (stream.model.rowsInserted, stream.model.rowsRemoved):
            signal.connect(self._update_buttons)
        stream.model.rowsInserted.connect(lambda _, first, __: self._select_new(view, first))

    def follow_shown(self, *, has_notes: bool) -> None:
        """Another list is shown, with notes or without: the buttons act on no note that is out of sight."""
        self._has_notes_in_sight = has_notes
        self._update_buttons()

    def quote(self, text: str) -> None:
        """Append a text to New note, each line marked as a quotation, and go there."""
        before = self._session.edit.note_text
        lines = "".join(f"> {line}\n" for line in text.replace("\r\n", "\n").split("\n"))
        apart = "" if not before or before.endswith("\n") else "\n"
        self._session.editor.end_typing()
        self._session.editor.set_note_text(f"{before}{apart}{lines}")
        self._session.editor.end_typing()
        self._entry.setFocus()
        self._entry.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def _shown(self) -> CardView:
        """The list that the buttons act on."""
        return self._stream.list if self._stream and self._stream.isVisible() else self._list

    def _number(self, index: QModelIndex) -> int | None:
        stream = self._stream
        return stream.model.number(index) if stream and index.model() is stream.model else self.model.number(index)

    def _add_shortcuts(self, view: CardView) -> None:
        for keys, does in ((_UP, self._up.click), (_DOWN, self._down.click), ("Delete", self._remove.click)):
            shortcut = QShortcut(QKeySequence(keys), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)

    def _make_arrow(self, text: str, name: str, step: int) -> QToolButton:
        arrow = QToolButton(self.foot)
        arrow.setText(text)
        arrow.setAccessibleName(name)
        arrow.clicked.connect(lambda: self._move(step))
        return arrow

    def take_in_editor(self) -> None:
        """Commit the note that is being edited."""
        take_in(self._list)
        if self._stream:
            take_in(self._stream.list)

    def _on_edit(self) -> None:
        if self._entry.exact_text() != self._session.edit.note_text:
            self._entry.follow(self._session.edit.note_text)

    def _on_inserted(self, _parent: QModelIndex, first: int, _last: int) -> None:
        self._select_new(self._list, first)

    def _select_new(self, view: CardView, row: int) -> None:
        """Select a new pending note for *Edit note* and *Remove note*."""
        index = view.model().index(row, 0)
        if self._number(index) is not None:
            view.setCurrentIndex(index)

    def _on_going(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Select no other note when the selected one was stored: nobody chose the other."""
        index = self._list.currentIndex()
        if first <= index.row() <= last and self.model.number(index) is None:
            self._list.setCurrentIndex(QModelIndex())

    def _on_remove(self) -> None:
        number = self._number(self._shown.currentIndex())
        if number is not None:
            self._session.editor.set_note(number, "")

    def _move(self, step: int) -> None:
        """Swap the selected pending note with the one above or below it."""
        self.take_in_editor()
        shown = self._shown
        index = shown.currentIndex()
        beside = index.siblingAtRow(index.row() + step)
        number, other = self._number(index), self._number(beside)
        if number is not None and other is not None:
            self._session.editor.swap_notes(number, other)
            shown.setCurrentIndex(beside)

    def _update_buttons(self) -> None:
        """Enable the buttons of the selected note; only pending notes have actions."""
        shown = self._shown
        index = shown.currentIndex()
        pending = self._number(index) is not None
        count = len(self._session.edit.notes)
        for button in (self._edit, self._remove):
            button.setVisible(count > 0 and self._has_notes_in_sight)
            button.setEnabled(pending)
        later, earlier = self.tr("Sends it later ({0})"), self.tr("Sends it earlier ({0})")
        for arrow, step, keys in ((self._up, -1, _UP), (self._down, 1, _DOWN)):
            arrow.setVisible(count > 1 and self._has_notes_in_sight)
            arrow.setEnabled(pending and self._number(index.siblingAtRow(index.row() + step)) is not None)
            is_later = (step < 0) == (shown is self._list)
            arrow.setToolTip((later if is_later else earlier).format(keys))
