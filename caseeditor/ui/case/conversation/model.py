"""The messages of a case, the newest last."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.case.conversation.days import LocalTimes, day_name
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.texts import date_words, tip_words
from caseeditor.ui.state.session_parts.conversation import Conversation
from caseeditor.ui.widgets.lists import card_roles
from caseeditor.ui.widgets.lists.card_roles import CardLook, Text
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing

_LOOKS = {True: CardLook.RECEIVED, False: CardLook.SENT, None: CardLook.OTHER}


class ConversationModel(QAbstractListModel):
    """One item for each message; those of agents stand out."""

    def __init__(self, conversation: Conversation, parent: QObject) -> None:
        super().__init__(parent)
        self._conversation = conversation
        self._messages: list[CaseMessage] = []
        self._times = LocalTimes()
        conversation.changed.connect(self._update)
        self._update()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._messages)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        message = self._messages[index.row()]
        if role in (card_roles.DAY, card_roles.BEGINS_DAY):
            day = self._times.day(message.moment)
            before = self._times.day(self._messages[index.row() - 1].moment) if index.row() else None
            if day is None or day == before:
                return None
            return day_name(day) if role == card_roles.DAY else True
        return self.data_of(message, role)

    @property
    def messages(self) -> tuple[CaseMessage, ...]:
        return tuple(self._messages)

    def data_of(self, message: CaseMessage, role: int) -> Any:  # noqa: ANN401 - as data()
        """Return the data of a message that does not depend on the others."""
        match role:
            case Role.DisplayRole:
                return message.text
            case card_roles.TEXT:
                return Text(message.text)
            case card_roles.HEADING:
                return self._heading(message)
            case card_roles.SHORT_HEADING:
                return self._short_heading(message)
            case card_roles.TINT:
                return Severity.INFO if message.received is False else None
            case card_roles.LOOK:
                return _LOOKS[message.received]
            case card_roles.CHANNEL:
                return message.channel.strip().lower()
            case Role.AccessibleTextRole:
                return f"{self._heading(message)}: {message.text}"
            case Role.ToolTipRole:
                return tip_words(message.date) or None
        return None

    def _heading(self, message: CaseMessage) -> str:
        direction = {True: self.tr("received"), False: self.tr("sent"), None: ""}[message.received]
        date = date_words(message.moment) if message.moment else message.date
        return _joined(date, direction, message.author, message.channel)

    def _short_heading(self, message: CaseMessage) -> str:
        """Leave out the day (above the card), the direction (its side) and the channel (its glyph)."""
        return _joined(message.author, self._times.time_words(message.moment) if message.moment else message.date)

    def _update(self) -> None:
        if self._messages == list(self._conversation.messages):
            return
        messages = self._conversation.messages
        first, gone, come = differing(self._messages, messages)
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            del self._messages[first : first + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._messages[first:first] = messages[first : first + come]
            self.endInsertRows()


def _joined(*parts: str) -> str:
    return " · ".join(isolated(" ".join(part.split())) for part in parts if part.strip())
