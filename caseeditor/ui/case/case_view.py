"""The tab of one case."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.conversation.panel import ConversationPane
from caseeditor.ui.case.find.find_bar import FindBar, Part
from caseeditor.ui.case.find.search_sources import contact_part, left_parts, parts_of
from caseeditor.ui.case.footer import CaseFooter
from caseeditor.ui.case.header import CaseHeader, TitleTools
from caseeditor.ui.case.loading_page import WaitingPage
from caseeditor.ui.case.notes.panel import NoteList
from caseeditor.ui.case.prompts import CasePrompts
from caseeditor.ui.case.subject_field import SubjectField
from caseeditor.ui.case.tags.tag_bar import TagBar
from caseeditor.ui.case.unseen_line import UnseenLine
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.tab_order import put_after
from caseeditor.ui.widgets.wheel import TabWidget

_UNNOTICED = 60
"""Milliseconds of reading before the loading page appears; earlier it would only flicker."""


class CaseView(QWidget):
    """Shows a session, and passes the agent's actions to it."""

    painted = Signal()
    """The case that was read last is on screen."""
    submit_wanted = Signal(object)
    """This view, whose case is to be submitted. Another one may be in front by then."""
    next_wanted = Signal(object)
    """This view, whose case is to be submitted before the next one."""
    """The case is to be submitted, and the next one shown."""
    step_wanted = Signal(int)
    """1 for the next case of the list, -1 for the previous one."""
    link_wanted = Signal(str)
    contact_wanted = Signal(int)
    """The line of the contact (0) or of a profile that is to be seen."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self._to_paint = False
        self._conversation: ConversationPane | None = None
        self._find: FindBar | None = None
        self.prompts = CasePrompts(session, self.commit_open_editors, self)
        self._stack = QStackedWidget(self)
        self._waiting: WaitingPage | None = None
        self._stack.addWidget(QWidget(self))
        self._content = self._make_content()
        self._stack.addWidget(self._content)
        layout = QVBoxLayout(self)
        layout.addWidget(self.prompts.bar)
        layout.addWidget(self._stack, 1)
        session.editor.case_changed.connect(self._on_case)
        session.editor.edit_changed.connect(self._show_edit)
        session.state_changed.connect(self._on_state)
        session.editor.replacing.connect(self._take_in_editors)
        self.painted.connect(session.conversation.load_if_wanted, Qt.ConnectionType.QueuedConnection)
        self._on_case()
        self._on_state()

    def submit(self) -> None:
        """Submit the case, including the text of open editors."""
        self.commit_open_editors()
        self.session.submit()

    def commit_open_editors(self) -> None:
        """Make the text of open editors a change of the case, including a word that is being composed."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            QGuiApplication.inputMethod().commit()
        self._take_in_editors()

    def _take_in_editors(self) -> None:
        self._grid.take_in_editor()
        self._notes.take_in_editor()

    def review(self) -> None:
        """Show the values before and after, and the exact parameters of the update."""
        self.commit_open_editors()
        if not self.session.list_changes():
            self.session.submit()  # reports that there is nothing to submit
            return
        from caseeditor.ui.case.submit.review_dialog import ReviewDialog  # noqa: PLC0415 - the case is on screen before it is

        dialog = ReviewDialog(self.session, self)
        dialog.accepted.connect(self._want_submit)
        dialog.parts_wanted.connect(partial(self.session.submit, agreed=True, in_parts=True))
        dialog.open()

    def _want_submit(self) -> None:
        self.submit_wanted.emit(self)

    def focus_subject(self) -> None:
        self._subject.setFocus()

    def focus_new_tag(self) -> None:
        self._tags.focus_entry()

    def focus_new_note(self) -> None:
        self._left.setCurrentWidget(self._notes)
        self._notes.focus_entry()

    def begin_attribute(self) -> None:
        self._grid.begin_new()

    def find_in_case(self) -> None:
        """Open the find bar."""
        if self.session.case is None:
            return
        if self._find is None:
            self._find = FindBar(self._make_parts(), self._content)
            self._page_layout.insertWidget(self._page_layout.count() - 1, self._find)
            put_after(self._grid.last, *self._find.controls)
            for signal in (
                self.session.editor.case_changed,
                self.session.editor.edit_changed,
                self.session.conversation.changed,
            ):
                signal.connect(self._find.look_again)
        self._find.begin()

    def show_conversation(self) -> None:
        """Go to the conversation, or back from it to the notes."""
        pane = self._conversation
        if pane is None or self._left.currentWidget() is pane or not self.session.conversation.is_there:
            self._left.setCurrentWidget(self._notes)
            self._notes.focus_list()
        else:
            self._left.setCurrentWidget(pane)
            pane.focus_list()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to_paint:
            self._to_paint = False
            self.painted.emit()

    # Construction.

    def _make_content(self) -> QWidget:
        page = QWidget(self)
        self._subject = SubjectField(page)
        self._subject.setAccessibleName(self.tr("Subject"))
        self._subject.setPlaceholderText(self.tr("Subject"))
        self._subject.textChanged.connect(self._on_subject)
        self._subject.set_apart.connect(self.session.editor.end_typing)
        tools = TitleTools(self.session, page)
        tools.link_wanted.connect(self.link_wanted)
        tools.step_wanted.connect(self.step_wanted)
        title = QHBoxLayout()
        title.addWidget(self._subject, 1)
        title.addWidget(tools)
        self._tags = TagBar(self.session, page)
        left = self._make_left(page)
        self._grid = AttributeGrid(self.session, page)
        middle = QSplitter(Qt.Orientation.Horizontal, page)
        middle.setChildrenCollapsible(False)
        middle.addWidget(left)
        middle.addWidget(self._grid)
        middle.setSizes([400, 500])
        self._page_layout = layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(title)
        layout.addWidget(UnseenLine(self.session, page))
        layout.addWidget(CaseHeader(self.session, page))
        layout.addWidget(self._tags)
        layout.addWidget(middle, 1)
        footer = CaseFooter(self.session, page)
        footer.review_wanted.connect(self.review)
        footer.submit_wanted.connect(self._want_submit)
        footer.next_wanted.connect(lambda: self.next_wanted.emit(self))
        layout.addWidget(footer)
        return page

    def _make_parts(self) -> tuple[Part, ...]:
        return (
            *parts_of(self._subject, self._tags, self._grid),
            *left_parts(self._left, self._notes, lambda: self._conversation),
            contact_part(lambda: self.session.case, self.contact_wanted.emit),
        )

    def _make_left(self, page: QWidget) -> TabWidget:
        """Make the tabs of the notes and, where the server has one, of the conversation."""
        self._left = TabWidget(page)
        self._left.setDocumentMode(True)
        self._notes = NoteList(self.session, self._left)
        self._left.addTab(self._notes, self.tr("Notes"))
        self.session.conversation.changed.connect(self._on_conversation)
        self._on_conversation()
        return self._left

    # Edits.

    def _on_subject(self) -> None:
        self.session.editor.set_subject(self._subject.exact_text())

    # Signals of the session.

    def _on_case(self) -> None:
        case = self.session.case
        if case is None:
            return
        self._show_edit()
        self._stack.setCurrentWidget(self._content)
        self._to_paint = True
        self.update(0, 0, 1, 1)  # force one paintEvent; child widgets repaint themselves

    def _on_conversation(self) -> None:
        """Add or remove the tab: screen readers would still announce a hidden one."""
        is_there = self.session.conversation.is_there
        if is_there and self._conversation is None:
            self._conversation = ConversationPane(self.session.conversation, self._left)
            put_after(self._notes.last, *self._conversation.controls)
        place = self._left.indexOf(self._conversation) if self._conversation else -1
        if self._conversation and is_there and place < 0:
            self._left.addTab(self._conversation, self.tr("Conversation"))
        elif place >= 0 and not is_there:
            self._left.removeTab(place)

    def _show_edit(self) -> None:
        if self._subject.exact_text() != self.session.editor.subject:
            self._subject.fill(self.session.editor.subject)

    def _on_state(self) -> None:
        if self.session.is_reading:
            QTimer.singleShot(_UNNOTICED, self, self._say_waiting)
        elif self.session.case_id:
            self._say_waiting()

    def _say_waiting(self) -> None:
        """Show the loading page instead of the case."""
        if self.session.case is None and self._waiting is None:
            self._waiting = WaitingPage(self.session, self)
            self._stack.setCurrentIndex(self._stack.addWidget(self._waiting))
            if self.hasFocus():
                self._waiting.setFocus()
