"""The messages of a case, the newest last."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from caseeditor.domain.case.conversation import CaseMessage
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.message import Severity
from caseeditor.ui.messages.texts import date_words, tip_words
from caseeditor.ui.state.session_parts.conversation import Conversation
from caseeditor.ui.widgets.lists.card_delegate import HEADING, TINT
from caseeditor.ui.widgets.lists.item_data import Index, Role
from caseeditor.ui.widgets.lists.row_diff import differing


class ConversationModel(QAbstractListModel):
    """One item for each message; those of agents stand out."""

    def __init__(self, conversation: Conversation, parent: QObject) -> None:
        super().__init__(parent)
        self._conversation = conversation
        self._messages: list[CaseMessage] = []
        conversation.changed.connect(self._update)
        self._update()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._messages)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        message = self._messages[index.row()]
        if role == Role.DisplayRole:
            return message.text
        if role == HEADING:
            return self._heading(message)
        if role == TINT:
            return Severity.INFO if message.received is False else None
        if role == Role.AccessibleTextRole:
            return f"{self._heading(message)}: {message.text}"
        if role == Role.ToolTipRole:
            return tip_words(message.date) or None
        return None

    def _heading(self, message: CaseMessage) -> str:
        direction = {True: self.tr("received"), False: self.tr("sent"), None: ""}[message.received]
        date = date_words(message.moment) if message.moment else message.date
        parts = (date, direction, message.author, message.channel)
        return " · ".join(isolated(" ".join(part.split())) for part in parts if part.strip())

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
