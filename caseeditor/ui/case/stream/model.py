"""Messages and notes in the order they happened; those that wait are last, in the order they will be sent."""

from datetime import datetime
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.case.dates import epoch_seconds, from_milliseconds
from caseeditor.ui.case.conversation.days import LocalTimes, day_name
from caseeditor.ui.case.conversation.model import ConversationModel
from caseeditor.ui.case.notes.model import NoteModel, StoredNote
from caseeditor.ui.widgets.lists import card_roles
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

Entry = int | StoredNote | CaseMessage
"""The number of a pending note, a stored note, or a message."""


class _Row(msgspec.Struct, frozen=True, gc=False):
    entry: Entry
    moment: datetime | None


class StreamModel(QAbstractListModel):
    """Follows the models of the two other lists, which give the data of each entry."""

    def __init__(self, notes: NoteModel, conversation: ConversationModel | None, parent: QObject) -> None:
        super().__init__(parent)
        self._notes = notes
        self._conversation: ConversationModel | None = None
        self._times = LocalTimes()
        self._moments: dict[CaseMessage, datetime | None] = {}
        self._rows: list[_Row] = []
        self._follow(notes)
        notes.dataChanged.connect(self._on_notes_changed)
        if conversation:
            self.follow_conversation(conversation)
        self._update()

    def follow_conversation(self, conversation: ConversationModel) -> None:
        """Show the messages too: the server has a conversation."""
        self._conversation = conversation
        self._follow(conversation)
        self._update()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        entry = self._rows[index.row()].entry
        return super().flags(index) if isinstance(entry, CaseMessage) else self._notes.flags_of(entry)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (card_roles.DAY, card_roles.BEGINS_DAY):
            return self._day(index.row(), words=role == card_roles.DAY)
        if isinstance(row.entry, CaseMessage):
            return self._conversation.data_of(row.entry, role) if self._conversation else None
        if role == card_roles.SHORT_HEADING and isinstance(row.entry, StoredNote):
            time = self._times.time_words(row.moment) if row.moment else row.entry.note.date
            return self._notes.heading_at(row.entry, time)
        if role == Role.AccessibleTextRole:
            return self._spoken(row.entry)
        return self._notes.data_of(row.entry, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        number = self.number(index)
        return number is not None and self._notes.set_data_of(number, value, role)

    def number(self, index: Index) -> int | None:
        """Return the number of a pending note, None for anything else."""
        entry = self._rows[index.row()].entry if index.isValid() else None
        return entry if isinstance(entry, int) else None

    def _spoken(self, entry: int | StoredNote) -> str:
        """Return the accessible name of a note: here it stands between messages."""
        spoken = self._notes.data_of(entry, Role.AccessibleTextRole)
        if isinstance(entry, int):
            return self.tr("Note, not submitted: {0}").format(self._notes.data_of(entry, Role.DisplayRole))
        return self.tr("Note · {0}").format(spoken)

    def _day(self, place: int, *, words: bool) -> Any:  # noqa: ANN401 - the day's name, True or None
        row = self._rows[place]
        day = self._times.day(row.moment)
        before = self._rows[place - 1].moment if place else None
        if day is None or day == self._times.day(before):
            return None
        return day_name(day) if words else True

    def _follow(self, model: QAbstractListModel) -> None:
        model.rowsInserted.connect(self._update)
        model.rowsRemoved.connect(self._update)

    def _on_notes_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        changed = {self._notes.entry(row) for row in range(first.row(), last.row() + 1)}
        for place, row in enumerate(self._rows):
            if row.entry in changed:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _update(self) -> None:
        """Insert and remove the rows that differ: the selection and an open editor stay."""
        rows = self._in_order()
        first, gone, come = differing(self._rows, rows)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._rows[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._rows[first:first] = rows[first : first + come]
            self.endInsertRows()

    def _in_order(self) -> list[_Row]:
        waiting = [note for note in self._notes.stored if note.is_on_its_way]
        dated = [*self._dated_messages(), *self._dated_notes()]
        dated.sort(key=lambda pair: pair[0])
        last: list[Entry] = [*reversed(waiting), *reversed(self._notes.pending)]
        return [*(row for _, row in dated), *(_Row(entry, None) for entry in last)]

    def _dated_messages(self) -> list[tuple[float, _Row]]:
        """List the messages; one without a date stays behind its predecessor."""
        found, last = [], float("-inf")
        for message in self._conversation.messages if self._conversation else ():
            if message not in self._moments:
                self._moments[message] = message.moment
            moment = self._moments[message]
            last = epoch_seconds(moment) if moment else last
            found.append((last, _Row(message, moment)))
        return found

    def _dated_notes(self) -> list[tuple[float, _Row]]:
        """List the notes, the oldest first; one without a date is as old as the epoch, as in the list of notes."""
        found = []
        for stored in reversed(self._notes.stored):
            if not stored.is_on_its_way:
                milliseconds = stored.note.milliseconds
                moment = from_milliseconds(milliseconds) if milliseconds is not None else None
                found.append(((milliseconds or 0) / 1000, _Row(stored, moment)))
        return found
