"""The tab of one case."""

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.case.reference import is_web_link
from caseeditor.domain.delivery.submission import BackToDraft, ItWasStored, SendAgain, State, Submission
from caseeditor.ui.case.attributes.panel import AttributeGrid
from caseeditor.ui.case.conversation.panel import ConversationPane
from caseeditor.ui.case.find.find_bar import FindBar, Part
from caseeditor.ui.case.find.search_sources import contact_part, left_parts, parts_of
from caseeditor.ui.case.loading_page import WaitingPage
from caseeditor.ui.case.notes.panel import NoteList
from caseeditor.ui.case.summary import case_facts, glance, original_dates
from caseeditor.ui.case.tags.tag_bar import TagBar
from caseeditor.ui.case.unseen_line import UnseenLine
from caseeditor.ui.messages.delivery import state_message
from caseeditor.ui.messages.message import Ground, Message, MessageAction
from caseeditor.ui.messages.notices import kept_words, since_words
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.messages.texts import count_words, span_words, tip_words
from caseeditor.ui.state.session import Session
from caseeditor.ui.style.font_scaling import by_font, scaled
from caseeditor.ui.style.tab_order import put_after
from caseeditor.ui.widgets.busy_bar import make_busy_bar
from caseeditor.ui.widgets.marked_fields import MarkedLine
from caseeditor.ui.widgets.wheel import TabWidget

if TYPE_CHECKING:
    from caseeditor.ui.case.submit.conflict_dialog import ConflictDialog

_SUBJECT = 125
"""Size of the subject, in percent of other texts."""
_MINUTE = 60_000
"""Milliseconds."""
_UNNOTICED = 60
"""Milliseconds that a case may take to be read before it is said here: sooner it would only flicker."""


class CaseView(QWidget):
    """Shows a session and hands it what the agent does."""

    painted = Signal()
    """The case that was read last is on screen."""
    link_wanted = Signal(str)
    offer_taken = Signal(object)
    decision_wanted = Signal(object)
    """The Submission whose conflicts are to be shown, once nobody types: see `decide_by_itself`."""
    contact_wanted = Signal(int)
    """The line of the contact (0) or of a profile that is to be seen."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self._to_paint = False
        self._is_asking = False
        self._told: Message | None = None
        """What the notice says, to be hidden once it no longer holds."""
        self._conflicts: ConflictDialog | None = None
        self._conversation: ConversationPane | None = None
        self._find: FindBar | None = None
        self._notice = NoticeBar(self)
        self._notice.chosen.connect(self._on_offer)
        self._stack = QStackedWidget(self)
        self._waiting: WaitingPage | None = None
        self._stack.addWidget(QWidget(self))
        self._content = self._make_content()
        self._stack.addWidget(self._content)
        layout = QVBoxLayout(self)
        layout.addWidget(self._notice)
        layout.addWidget(self._stack, 1)
        session.editor.case_changed.connect(self._on_case)
        session.editor.edit_changed.connect(self._on_edit)
        session.state_changed.connect(self._on_state)
        session.message_emitted.connect(self._on_told)
        session.editor.replacing.connect(self.commit_open_editors)
        session.draft.kept_changed.connect(self._on_kept)
        session.submitter.conflicts_found.connect(self.decision_wanted)
        self._minutes = QTimer(self)
        self._minutes.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minutes.setInterval(_MINUTE)
        self._minutes.timeout.connect(self._show_facts)
        self.painted.connect(session.conversation.load_if_wanted, Qt.ConnectionType.QueuedConnection)
        self._on_case()
        self._on_state()

    def submit(self) -> None:
        """Submit what is shown, what stands in an open editor included."""
        self.commit_open_editors()
        self.session.submit()

    def commit_open_editors(self) -> None:
        """Make what stands in an open editor a change of the case."""
        self._grid.take_in_editor()
        self._notes.take_in_editor()

    def review(self) -> None:
        """Show before and after, and exactly what will be sent."""
        self.commit_open_editors()
        if not self.session.list_changes():
            self.session.submit()  # says that there is nothing to submit
            return
        from caseeditor.ui.case.submit.review_dialog import ReviewDialog  # noqa: PLC0415 - the case is on screen before it is

        dialog = ReviewDialog(self.session, self)
        dialog.accepted.connect(self.submit)
        dialog.parts_wanted.connect(partial(self.session.submit, agreed=True, in_parts=True))
        dialog.open()

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
        """Have something found in the case."""
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

    # How it is made.

    def _make_content(self) -> QWidget:
        page = QWidget(self)
        self._subject = MarkedLine(page)
        self._subject.setAccessibleName(self.tr("Subject"))
        self._subject.setPlaceholderText(self.tr("Subject"))
        by_font(page, lambda: self._subject.setFont(scaled(page.font(), _SUBJECT)))
        self._subject.textChanged.connect(self._on_subject)
        self._subject.set_apart.connect(self.session.editor.end_typing)
        self._glance = QLabel(page)
        self._glance.setTextFormat(Qt.TextFormat.PlainText)
        bold = QFont(self._glance.font())
        bold.setBold(True)
        self._glance.setFont(bold)
        self._glance.setMinimumWidth(1)  # a long state does not make the window wider
        self._facts = QLabel(page)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self._facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._since = QLabel(page)
        self._since.setTextFormat(Qt.TextFormat.PlainText)
        self._since.setWordWrap(True)
        self._since.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._since.hide()
        self._page = QPushButton(self.tr("Case page ↗"), page)
        self._page.setFlat(True)
        self._page.clicked.connect(lambda: self.link_wanted.emit(self.session.case.url if self.session.case else ""))
        self._tags = TagBar(self.session, page)
        left = self._make_left(page)
        self._grid = AttributeGrid(self.session, page)
        facts = QHBoxLayout()
        facts.addWidget(self._glance, 0, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignTop)
        facts.addWidget(self._page, 0, Qt.AlignmentFlag.AlignTop)
        middle = QSplitter(Qt.Orientation.Horizontal, page)
        middle.setChildrenCollapsible(False)
        middle.addWidget(left)
        middle.addWidget(self._grid)
        middle.setSizes([400, 500])
        self._page_layout = layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._subject)
        layout.addWidget(UnseenLine(self.session, page))
        layout.addLayout(facts)
        layout.addWidget(self._since)
        layout.addWidget(self._tags)
        layout.addWidget(middle, 1)
        layout.addLayout(self._make_foot(page))
        return page

    def _make_parts(self) -> tuple[Part, ...]:
        return (
            *parts_of(self._subject, self._tags, self._grid),
            *left_parts(self._left, self._notes, lambda: self._conversation),
            contact_part(lambda: self.session.case, self.contact_wanted.emit),
        )

    def _make_left(self, page: QWidget) -> TabWidget:
        """Make the notes, and the conversation behind them where the server has one."""
        self._left = TabWidget(page)
        self._left.setDocumentMode(True)
        self._notes = NoteList(self.session, self._left)
        self._left.addTab(self._notes, self.tr("Notes"))
        self.session.conversation.changed.connect(self._on_conversation)
        self._on_conversation()
        return self._left

    def _make_foot(self, page: QWidget) -> QHBoxLayout:
        self._count = QLabel(page)
        self._kept = QLabel(page)
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self._sending = make_busy_bar(self.tr("Submitting"), page)
        self._sending.setMaximumWidth(120)
        self._stop = QPushButton(self.tr("Stop waiting"), page)
        self._stop.clicked.connect(self.session.submitter.stop_waiting)
        self._discard = QPushButton(self.tr("Discard changes"), page)
        self._discard.clicked.connect(self.session.editor.discard)
        review = QPushButton(self.tr("Review changes"), page)
        review.clicked.connect(self.review)
        submit = QPushButton(self.tr("Submit"), page)
        submit.setDefault(True)
        submit.setToolTip(self.tr("Ctrl+Enter"))
        submit.clicked.connect(self.submit)
        foot = QHBoxLayout()
        for widget in (self._count, self._kept, self._sending, self._stop):
            foot.addWidget(widget)
        foot.addStretch(1)
        for widget in (self._discard, review, submit):
            foot.addWidget(widget)
        return foot

    # What the agent does.

    def _on_subject(self) -> None:
        self.session.editor.set_subject(self._subject.exact_text())

    def _on_offer(self, offer: MessageAction) -> None:
        if offer is MessageAction.KEEP_WAITING:  # the question stands, and reads go on
            text = self.tr("Case Editor keeps looking.")
            self.session.message_emitted.emit(Message(text, transient=True))
            return
        submission = self.session.submissions[0] if self.session.submissions else None
        if offer is MessageAction.DECIDE and submission:  # it may be put off: the question stands until it is decided
            self._decide(submission)
            return
        if offer in (
            MessageAction.COPY_CHANGES,
            MessageAction.SAVE_CHANGES,
        ):  # the case still can't be read: the notice stays
            self._take_away(offer)
            return
        self._notice.hide()
        if offer is MessageAction.SUBMIT_ANYWAY:
            self.commit_open_editors()
            self.session.submit(agreed=True)
        elif offer is MessageAction.SUBMIT_IN_PARTS:
            self.commit_open_editors()
            self.session.submitter.submit_in_parts()
        elif offer is MessageAction.RELOAD:
            self.session.load()
        elif offer is MessageAction.LEAVE_OUT:
            self.session.editor.leave_out_reserved()
        elif submission is None:
            self.offer_taken.emit(offer)
        elif offer is MessageAction.SEND_AGAIN and submission.findings:
            self.session.submitter.answer(submission, SendAgain(submission.findings))
        elif offer is MessageAction.IT_WAS_STORED:
            self.session.submitter.answer(submission, ItWasStored())
        elif offer is MessageAction.BACK_TO_DRAFT:
            self.session.submitter.answer(submission, BackToDraft())
        else:
            self.offer_taken.emit(offer)

    def _take_away(self, offer: MessageAction) -> None:
        """Copy what was typed, or save it in a file."""
        self.commit_open_editors()
        if offer is MessageAction.COPY_CHANGES:
            from caseeditor.ui.case.submit.typed_text import copy_typed  # noqa: PLC0415 - seldom needed

            copy_typed([self.session])
            self.session.message_emitted.emit(Message(self.tr("Your changes are on the clipboard."), transient=True))
        else:
            from caseeditor.ui.case.submit.save_typed import save_typed  # noqa: PLC0415 - a file dialog is slow to import

            save_typed(self.session, self)

    def decide_by_itself(self, submission: Submission) -> "ConflictDialog | None":
        """Show the conflicts where the agent is at this case and at nothing else; else the notice has them."""
        if self.isVisible() and not (self.window().isMinimized() or QApplication.activeModalWidget()):
            self._decide(submission)
            return self._conflicts
        return None

    def _decide(self, submission: Submission) -> None:
        if submission.state is not State.CONFLICTED:  # it was decided meanwhile
            return
        if self._conflicts:
            self._conflicts.raise_()
            return
        from caseeditor.ui.case.submit.conflict_dialog import ConflictDialog  # noqa: PLC0415 - as above

        self._conflicts = ConflictDialog(submission, self)
        self._conflicts.decided.connect(lambda decided: self.session.submitter.answer(submission, decided))
        self._conflicts.finished.connect(self._on_decided)
        self._conflicts.open()

    def _on_decided(self) -> None:
        self._conflicts = None

    # What the session tells.

    def _on_case(self) -> None:
        case = self.session.case
        if case is None:
            return
        self._show_edit()
        if self._told and self._told.ground is Ground.HINDRANCE:  # others wait for a step: a draft may be yet to come
            self._drop_outdated()
        self._glance.setText(" · ".join(glance(case)))
        since = self.session.since
        self._since.setText("● " + since_words(since, span_words(since.passed / 1000)) if since else "")
        self._since.setVisible(since is not None)
        self._glance.setToolTip(tip_words(self._glance.text()))
        self._show_facts()
        self._facts.setToolTip(tip_words("\n".join(original_dates(case))))
        self._page.setVisible(is_web_link(case.url))
        self._page.setToolTip(tip_words(case.url))
        self._page.setAccessibleDescription(case.url)
        self._stack.setCurrentWidget(self._content)
        self._to_paint = True
        self.update(0, 0, 1, 1)  # the margin's corner: what changed sees to itself

    def _show_facts(self) -> None:
        """Show the facts as they stand now: what was a minute ago is two by and by."""
        if self.session.case:
            self._facts.setText(" · ".join(case_facts(self.session.case, datetime.now(UTC))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_facts()
        self._minutes.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minutes.stop()

    def _on_conversation(self) -> None:
        """Have the tab come and go: one that is only hidden is still read out by screen readers."""
        is_there = self.session.conversation.is_there
        if is_there and self._conversation is None:
            self._conversation = ConversationPane(self.session.conversation, self._left)
            put_after(self._notes.last, *self._conversation.controls)
        place = self._left.indexOf(self._conversation) if self._conversation else -1
        if self._conversation and is_there and place < 0:
            self._left.addTab(self._conversation, self.tr("Conversation"))
        elif place >= 0 and not is_there:
            self._left.removeTab(place)

    def _on_edit(self) -> None:
        self._show_edit()
        self._drop_outdated()

    def _show_edit(self) -> None:
        if self._subject.exact_text() != self.session.editor.subject:
            self._subject.fill(self.session.editor.subject)
        count = len(self.session.list_changes())
        self._count.setText(count_words(count))
        self._discard.setEnabled(count > 0)

    def _drop_outdated(self) -> None:
        if self._told and not self.session.check.holds(self._told):
            self._told = None
            self._tell_question()

    def _tell_question(self) -> None:
        """Say again what the agent is asked, which something else stood in place of."""
        message = state_message(question) if (question := self.session.question) else None
        self._is_asking = message is not None
        if message:
            self._notice.tell(message)
        else:
            self._notice.hide()

    def _on_state(self) -> None:
        self._sending.setVisible(self.session.is_submitting)
        self._stop.setVisible(bool(self.session.submissions) and self.session.submissions[0].state is State.SENDING)
        if self.session.is_reading or (self._is_asking and not self.session.question):
            self._notice.hide()
        if self.session.is_reading:
            QTimer.singleShot(_UNNOTICED, self, self._say_waiting)
        elif self.session.case_id:
            self._say_waiting()

    def _say_waiting(self) -> None:
        """Say that the case is being read, or that it is not open, in its place."""
        if self.session.case is None and self._waiting is None:
            self._waiting = WaitingPage(self.session, self)
            self._stack.setCurrentIndex(self._stack.addWidget(self._waiting))
            if self.hasFocus():
                self._waiting.setFocus()

    def _on_kept(self) -> None:
        self._kept.setText(kept_words(self.session.kept, is_changed=bool(self.session.list_changes())))

    def _on_told(self, message: Message) -> None:
        if message.transient:
            return
        self._is_asking = self.session.question is not None
        self._told = message
        self._notice.tell(message)
