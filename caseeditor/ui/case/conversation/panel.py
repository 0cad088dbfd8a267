"""The conversation of a case, to be read beside its notes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from caseeditor.ui.case.conversation.model import ConversationModel
from caseeditor.ui.case.find.find_field import FindField
from caseeditor.ui.messages.texts import Doing, failure_words
from caseeditor.ui.state.session_parts.conversation import Conversation
from caseeditor.ui.widgets.lists.card_delegate import Cards
from caseeditor.ui.widgets.lists.card_view import CardView
from caseeditor.ui.widgets.lists.newest_in_sight import NewestInSight


class ConversationPane(QWidget):
    """List `Conversation`, the newest message last and visible; beside it an error, if there was one."""

    def __init__(self, conversation: Conversation, parent: QWidget) -> None:
        super().__init__(parent)
        self._conversation = conversation
        self.list = self._list = CardView(self)
        self._list.setAccessibleName(self.tr("Conversation"))
        cards = Cards(self._list)
        self.model = ConversationModel(conversation, self)
        self._list.show_cards(cards, self.model)
        self._newest = NewestInSight(self._list)
        self.search = find = FindField(self.tr("Search conversation"), self._list, cards, self)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._again = QPushButton(self.tr("Try again"), self)
        self._again.clicked.connect(conversation.load)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._list, 1)
        self.controls = (find.field, self._list, self._again)
        """The controls in tab order."""
        conversation.changed.connect(self._on_changed)
        self._on_changed()

    def focus_list(self) -> None:
        """Go to the newest message, or to the one that was read last."""
        self._newest.focus_list()

    def show_row(self, row: int) -> None:
        """Scroll to a message."""
        self._list.setCurrentIndex(self.model.index(row))

    def _on_changed(self) -> None:
        conversation = self._conversation
        if conversation.failure:
            words = failure_words(conversation.failure, Doing.READING_MESSAGES)
        elif conversation.is_there and not conversation.messages:
            words = self.tr("No messages in this case")
        else:
            words = ""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._again.setVisible(conversation.failure is not None)
        self._again.setEnabled(not conversation.is_reading)
