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
from caseeditor.ui.widgets.lists import card_roles
from caseeditor.ui.widgets.lists.card_roles import CardLook, Text
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

PENDING = Role.UserRole + 1


class StoredNote(msgspec.Struct, frozen=True, gc=False):
    """A note of the case or of its contact."""

    note: Note
    of_contact: bool = False
    is_on_its_way: bool = False


PendingOrStored = int | StoredNote
"""The number of a pending note, or a stored one."""


class NoteModel(QAbstractListModel):
    """Pending notes can be edited in place; one left without text is removed."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pending: list[int] = []
        self._texts: dict[int, str] = {}
        self._stored: list[StoredNote] = []
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
        return self.flags_of(self.entry(index.row())) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        return self.data_of(self.entry(index.row()), role) if index.isValid() else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        return index.isValid() and self.set_data_of(self.entry(index.row()), value, role)

    def number(self, index: Index) -> int | None:
        """Return the number of a pending note, None for a stored one."""
        return self._pending[index.row()] if index.isValid() and index.row() < len(self._pending) else None

    # Notes as values; a pending one is its number.

    @property
    def pending(self) -> tuple[int, ...]:
        """The pending notes, the newest first."""
        return tuple(self._pending)

    @property
    def stored(self) -> tuple[StoredNote, ...]:
        """The other ones, newest first; those being sent before them."""
        return tuple(self._stored)

    def entry(self, row: int) -> PendingOrStored:
        """Return the note of a row."""
        return self._pending[row] if row < len(self._pending) else self._stored[row - len(self._pending)]

    @staticmethod
    def flags_of(entry: PendingOrStored) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if isinstance(entry, int) else flags

    def data_of(self, entry: PendingOrStored, role: int) -> Any:  # noqa: ANN401 - as data()
        is_pending = isinstance(entry, int)
        match role:
            case Role.DisplayRole | Role.EditRole:
                return self._text(entry)
            case card_roles.TEXT:
                return Text(self._text(entry))
            case card_roles.HEADING:
                return self._heading(entry)
            case card_roles.SHORT_HEADING:
                return self.tr("You, not submitted") if is_pending else None
            case card_roles.LOOK:
                return CardLook.PENDING if is_pending else CardLook.NOTE
            case card_roles.TINT:
                return Severity.GOOD if is_pending else None
            case Role.AccessibleTextRole:
                return f"{self._heading(entry)}: {self._text(entry)}"
            case Role.ToolTipRole if not isinstance(entry, int):
                return tip_words(entry.note.date) or None
        return is_pending if role == PENDING else None

    def set_data_of(self, entry: PendingOrStored, value: Any, role: int) -> bool:  # noqa: ANN401 - as setData()
        if role not in (Role.EditRole, TYPED) or not isinstance(entry, int):
            return False
        self._session.editor.set_note(entry, str(value), is_typing=role == TYPED)
        return True

    def _text(self, entry: PendingOrStored) -> str:
        return self._texts.get(entry, "") if isinstance(entry, int) else entry.note.text

    def _heading(self, entry: PendingOrStored) -> str:
        if isinstance(entry, int):
            return self.tr("new")
        if entry.is_on_its_way:
            return self._way
        date = from_milliseconds(entry.note.milliseconds) if entry.note.milliseconds is not None else None
        return self._joined(entry, date_words(date) if date else entry.note.date)

    def heading_at(self, entry: StoredNote, time: str) -> str:
        """Return the heading of a stored note below the name of its day."""
        return self._way if entry.is_on_its_way else self._joined(entry, "", after=time)

    def _joined(self, entry: StoredNote, before: str, after: str = "") -> str:
        parts = [before, isolated(entry.note.user_name), after]
        if self._session.is_news(entry.note):
            parts.insert(0, self.tr("new to you"))
        if entry.of_contact:
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


def _stored_notes(case: Case, waiting: int) -> list[StoredNote]:
    """List the notes, newest first; the last `waiting` of the case are being sent (domain.delivery.projection)."""
    there = len(case.notes) - waiting
    notes = [StoredNote(note) for note in case.notes[:there]]
    notes += [StoredNote(note, of_contact=True) for note in case.contact.notes]
    notes.sort(key=lambda stored: stored.note.milliseconds or 0, reverse=True)
    return [*(StoredNote(note, is_on_its_way=True) for note in reversed(case.notes[there:])), *notes]
