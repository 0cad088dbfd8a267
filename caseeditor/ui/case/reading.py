"""The lists of a case in tabs: all, conversation, notes; below them the field for a new note."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseeditor.ui.case.conversation.panel import ConversationPane
from caseeditor.ui.case.notes.panel import NoteList
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.tab_order import put_after
from caseeditor.ui.widgets.lists.card_view import CardView
from caseeditor.ui.widgets.wheel import TabWidget

if TYPE_CHECKING:
    from caseeditor.ui.case.stream.panel import StreamPane


class ReadingTabs(QWidget):
    """The list that the agent chose last is in front in each case. *All* is filled when it is shown first."""

    link_wanted = Signal(str)
    case_wanted = Signal(str)
    search_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.conversation: ConversationPane | None = None
        self._stream: StreamPane | None = None
        self._back: QWidget | None = None
        """The list to which the conversation leads back."""
        self._tabs = TabWidget(self)
        self._tabs.setDocumentMode(True)
        self.notes = NoteList(session, self)
        self._connect(self.notes.list)
        self._all = QWidget(self._tabs)
        self._whole = QVBoxLayout(self._all)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._tabs.addTab(self._all, self.tr("All"))
        self._tabs.addTab(self.notes, self.tr("Notes"))
        self._strip = QWidget(self._tabs)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.notes.search)
        self._tabs.setCornerWidget(self._strip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self.notes.foot)
        self._is_used = False
        """The tabs were on screen: the agent's choice in another case changes nothing here."""
        self.arrange()
        self._tabs.currentChanged.connect(self._on_shown)
        self._tabs.tabBarClicked.connect(self._on_chosen)
        self._on_shown()
        session.conversation.changed.connect(self._on_conversation)
        self._on_conversation()

    def arrange(self) -> None:
        """Follow the setting of the list in front, until the tabs are on screen."""
        if not self._is_used:
            self._tabs.setCurrentWidget(self._all if self._session.context.arrangement().all_in_front else self.notes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._is_used = True

    def show_tab(self, tab: QWidget) -> None:
        """Bring a list to the front."""
        self._tabs.setCurrentWidget(tab)

    def show_conversation(self) -> None:
        """Go to the conversation, or back from it to the list before."""
        pane = self.conversation
        if pane and self._session.conversation.is_there and self._tabs.currentWidget() is not pane:
            self._back = self._tabs.currentWidget()
            self._tabs.setCurrentWidget(pane)
            pane.focus_list()
        elif self._back is self._all:
            self.show_all()
        else:
            self._tabs.setCurrentWidget(self.notes)
            self.notes.focus_list()

    def show_all(self) -> None:
        """Go to the list of messages and notes."""
        self._tabs.setCurrentWidget(self._all)
        self._keep_choice()
        if self._stream:
            self._stream.focus_list()

    def _connect(self, view: CardView) -> None:
        view.link_wanted.connect(self.link_wanted)
        view.case_wanted.connect(self.case_wanted)
        view.search_wanted.connect(self.search_wanted)
        view.quote_wanted.connect(self._quote)

    def _quote(self, text: str) -> None:
        self.notes.quote(text)

    def _on_chosen(self, place: int) -> None:
        if place >= 0:
            self._tabs.setCurrentIndex(place)
            self._keep_choice()

    def _keep_choice(self) -> None:
        """Open the next cases with the same list."""
        self._session.context.keep_all_in_front(self._tabs.currentWidget() is self._all)

    def _on_shown(self) -> None:
        """Show the search field of the list that is shown."""
        shown = self._tabs.currentWidget()
        if self._tabs.tabBar().hasFocus():  # chosen by keyboard
            self._keep_choice()
        if shown is self._all and self._stream is None:
            self._make_stream()
        self.notes.search.setVisible(shown is self.notes)
        if self.conversation:
            self.conversation.search.setVisible(shown is self.conversation)
        if self._stream:
            self._stream.search.setVisible(shown is self._all)
        self.notes.follow_shown(has_notes=shown is not self.conversation)

    def _make_stream(self) -> None:
        from caseeditor.ui.case.stream.panel import StreamPane  # noqa: PLC0415 - not needed by who reads notes only

        messages = self.conversation.model if self.conversation else None
        self._stream = stream = StreamPane(self._session, self.notes.model, messages, self._all)
        self._whole.addWidget(stream)
        stream.show()  # the page may be on screen already
        self._connect(stream.list)
        self.notes.follow_stream(stream)
        layout = self._strip.layout()
        if layout:
            layout.addWidget(stream.search)
        put_after(self._tabs.tabBar(), *stream.controls)

    def _on_conversation(self) -> None:
        """Add or remove the tab: screen readers would still announce a hidden one."""
        is_there = self._session.conversation.is_there
        if is_there and self.conversation is None:
            self.conversation = ConversationPane(self._session.conversation, self._tabs)
            self._connect(self.conversation.list)
            layout = self._strip.layout()
            if layout:
                layout.addWidget(self.conversation.search)
            put_after(self.notes.list, *self.conversation.controls)
            if self._stream:
                self._stream.model.follow_conversation(self.conversation.model)
        place = self._tabs.indexOf(self.conversation) if self.conversation else -1
        if self.conversation and is_there and place < 0:
            self._tabs.insertTab(1, self.conversation, self.tr("Conversation"))
        elif place >= 0 and not is_there:
            self._tabs.removeTab(place)
