"""The notes of a case, newest first: pending ones, then the stored ones of the case and of its contact by date."""

from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from caseeditor.domain.case.dates import from_milliseconds
from caseeditor.domain.case.model import Case, Note
from caseeditor.domain.delivery.submission import State
from caseeditor.domain.editing.edit import Edit
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.texts import date_words, tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.widgets.fields.open_editors import TYPED
from caseeditor.ui.widgets.lists.card_delegate import HEADING, TINT
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

PENDING = Role.UserRole + 1


class _Stored(msgspec.Struct, frozen=True, gc=False):
    note: Note
    of_contact: bool = False
    is_on_its_way: bool = False


class NoteModel(QAbstractListModel):
    """Pending notes can be edited in place; one left without text is removed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pending: list[int] = []
        self._texts: dict[int, str] = {}
        self._stored: list[_Stored] = []
        session.editor.case_changed.connect(self._on_case)
        session.editor.edit_changed.connect(self._on_edit)
        self._way = ""
        """The heading of the notes that are submitted and not yet stored."""
        session.state_changed.connect(self._on_state)
        self._on_state()
        if session.case:
            self._on_case()
        self._on_edit(Edit(), session.edit)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._pending) + len(self._stored)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.number(index) else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        if role in (Role.DisplayRole, Role.EditRole):
            return self._text(index)
        if role == HEADING:
            return self._heading(index)
        if role == PENDING:
            return self.number(index) is not None
        if role == TINT:
            return Severity.GOOD if self.number(index) else None
        if role == Role.AccessibleTextRole:
            return f"{self._heading(index)}: {self._text(index)}"
        if role == Role.ToolTipRole and self.number(index) is None:
            return tip_words(self._stored[index.row() - len(self._pending)].note.date) or None
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        number = self.number(index)
        if role not in (Role.EditRole, TYPED) or number is None:
            return False
        self._session.editor.set_note(number, str(value), is_typing=role == TYPED)
        return True

    def number(self, index: Index) -> int | None:
        """Return the number of a pending note, None for a stored one."""
        return self._pending[index.row()] if index.isValid() and index.row() < len(self._pending) else None

    def _text(self, index: Index) -> str:
        number = self.number(index)
        if number is not None:
            return self._texts[number]
        return self._stored[index.row() - len(self._pending)].note.text

    def _heading(self, index: Index) -> str:
        if self.number(index) is not None:
            return self.tr("new")
        stored = self._stored[index.row() - len(self._pending)]
        if stored.is_on_its_way:
            return self._way
        milliseconds = stored.note.milliseconds
        date = from_milliseconds(milliseconds) if milliseconds is not None else None
        parts = [date_words(date) if date else stored.note.date, isolated(stored.note.user_name)]
        if self._session.is_news(stored.note):
            parts.insert(0, self.tr("new to you"))
        if stored.of_contact:
            parts.append(self.tr("about the contact"))
        return " · ".join(part for part in parts if part)

    def _on_state(self) -> None:
        question = self._session.question
        way = self.tr("on its way")
        if question and question.state is State.CONFLICTED:
            way = self.tr("waits for your choice")
        elif question:
            way = self.tr("not confirmed")
        if way != self._way:
            self._way = way
            count = sum(each.is_on_its_way for each in self._stored)
            if count:
                first = len(self._pending)
                self.dataChanged.emit(self.index(first), self.index(first + count - 1))

    def _on_case(self) -> None:
        waiting = self._session.notes_on_their_way
        stored = _stored_notes(self._session.case, waiting) if self._session.case else []
        first, gone, come = differing(self._stored, stored)
        row = len(self._pending) + first
        if gone:
            self.beginRemoveRows(QModelIndex(), row, row + gone - 1)
            del self._stored[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), row, row + come - 1)
            self._stored[first:first] = stored[first : first + come]
            self.endInsertRows()

    def _on_edit(self, before: Edit, after: Edit) -> None:
        if before.notes is after.notes:
            return
        for number in before.notes.keys() - after.notes.keys():
            row = self._pending.index(number)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._pending[row]
            self.endRemoveRows()
            del self._texts[number]
        for number in sorted(after.notes):
            if number not in before.notes:
                row = sum(known > number for known in self._pending)
                self.beginInsertRows(QModelIndex(), row, row)
                self._texts[number] = after.notes[number]
                self._pending.insert(row, number)
                self.endInsertRows()
            elif after.notes[number] != before.notes[number]:
                self._texts[number] = after.notes[number]
                index = self.index(self._pending.index(number))
                self.dataChanged.emit(index, index)


def _stored_notes(case: Case, waiting: int) -> list[_Stored]:
    """List the notes, newest first; the last `waiting` of the case are being sent (domain.delivery.projection)."""
    there = len(case.notes) - waiting
    notes = [_Stored(note) for note in case.notes[:there]]
    notes += [_Stored(note, of_contact=True) for note in case.contact.notes]
    notes.sort(key=lambda stored: stored.note.milliseconds or 0, reverse=True)
    return [*(_Stored(note, is_on_its_way=True) for note in reversed(case.notes[there:])), *notes]
