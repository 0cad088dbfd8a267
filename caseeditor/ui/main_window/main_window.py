"""The main window: assembles its parts, and follows the workspace: tabs, titles, messages."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFontMetricsF,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from caseeditor.ui.account.moving import Moving
from caseeditor.ui.account.signing_in import SigningIn
from caseeditor.ui.account.unclaimed import Unclaimed
from caseeditor.ui.application.attention import Attention
from caseeditor.ui.application.installation import NOT_INSTALLED, Installed
from caseeditor.ui.main_window.address.address_bar import AddressBar
from caseeditor.ui.main_window.batch_tabs import BatchTabs
from caseeditor.ui.main_window.closing import Closing
from caseeditor.ui.main_window.dialogs import Dialogs
from caseeditor.ui.main_window.link_question import LinkQuestion
from caseeditor.ui.main_window.menus.menus import Menus
from caseeditor.ui.main_window.outbox_button import OutboxButton
from caseeditor.ui.main_window.panes.panes import Panes
from caseeditor.ui.main_window.parts import WindowParts
from caseeditor.ui.main_window.status import AccountLabel, Status
from caseeditor.ui.main_window.submitting import Submitting
from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs
from caseeditor.ui.main_window.tabs.list_position import ListPosition
from caseeditor.ui.main_window.tabs.window_title import WindowTitle
from caseeditor.ui.messages.floating import Floating
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.templates.controller import Templates
from caseeditor.ui.templates.dialogs import TemplateDialogs
from caseeditor.ui.templates.inserting import Inserting
from caseeditor.ui.templates.looking_again import LookingAgain
from caseeditor.ui.widgets.fields.mime_text import dropped_text

if TYPE_CHECKING:
    from caseeditor.domain.case.model import Contact
    from caseeditor.domain.case.reference import Server
    from caseeditor.domain.delivery.submission import Submission
    from caseeditor.ui.case.case_view import CaseView
    from caseeditor.ui.main_window.notices.decisions import DecisionNotices
    from caseeditor.ui.state.session import Session

_SIZE = QSize(1258, 720)
_LETTERS, _LINES = 181, 44
"""The minimum initial size of the window, in letters."""
_AT_REST = 200
"""Milliseconds from a case on screen to the work for the next one."""


class MainWindow(QMainWindow):
    """Shows a workspace."""

    def __init__(self, workspace: Workspace, installed: Installed = NOT_INSTALLED) -> None:
        super().__init__()
        self._workspace = workspace
        self._opened: set[CaseView] = set()
        self._notices: DecisionNotices | None = None
        self.setWindowTitle(self.tr("Case Editor") + "[*]")
        self.setAcceptDrops(True)
        letter = QFontMetricsF(self.font())
        size = QSize(round(_LETTERS * letter.averageCharWidth()), round(_LINES * letter.height()))
        self.resize(size.expandedTo(_SIZE))
        self.address = AddressBar(workspace, lambda: self.panes.lists.has_matches, self)
        self._make_middle()
        self.panes = Panes(self, workspace, self.address)
        self._make_status()
        self._title = WindowTitle(self, self.tabs, self.painted_session)
        self.tabs.page_titles_changed.connect(self._title.update)
        self.attention = Attention(self, workspace.timing)
        self.closing = Closing(self, workspace, self.tabs, self.attention)
        self.submitting = Submitting(
            workspace, self.tabs, self.panes.lists, self.closing, self.attention, self._status, self
        )
        ListPosition(self.tabs, self.panes.lists)
        self._connect_panes()
        self._make_templates()
        moving = Moving(workspace, self.tabs.commit_open_editors, self)
        moving.message_emitted.connect(self._on_told)
        self.dialogs = Dialogs(self, workspace, installed, moving, self.say)
        self.dialogs.history_cleared.connect(self.panes.lists.remembered.update)
        self.dialogs.history_cleared.connect(workspace.forget_values)
        self._batches = BatchTabs(self, workspace, self.tabs, self.panes, self.say)
        self._batches.is_demo = installed.is_demo
        self.closing.batches = self._batches
        self.dialogs.batch_wanted.connect(self._batches.show)
        self._menus = Menus(self, self._parts(), workspace, installed, self.say)
        self._follow_workspace()
        self._make_account_prompts()
        if geometry := workspace.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
            self.panes.restore(workspace.settings.arrangement)
        self.address.entry.setFocus()
        self.attention.place()

    # Construction.

    def _make_middle(self) -> None:
        self.tabs = CaseTabs(self._workspace.left.trouble_of, self)
        self.tabs.current_changed.connect(self._on_tab)
        self.tabs.view_made.connect(self._on_view)
        self.tabs.arranged.connect(lambda: self._workspace.cases.arrange(self.tabs.sessions()))
        self._notice = NoticeBar(self)
        self._link_question = LinkQuestion(self._notice)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs, 1)
        self._notice.setParent(middle)
        Floating(self._notice, middle, self.tabs.bar_height)
        self.setCentralWidget(middle)

    def _make_status(self) -> None:
        self._status = Status(self, self.tabs.current_session, self._workspace.timing.passing)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._status, 1)
        outbox = OutboxButton(self._workspace, self)
        outbox.outbox_wanted.connect(self.panes.show_outbox)
        outbox.case_wanted.connect(self._workspace.cases.open)
        self.statusBar().addPermanentWidget(outbox)
        self.statusBar().addPermanentWidget(AccountLabel(self._workspace.account, self))

    def _connect_panes(self) -> None:
        self.address.typed.connect(self.panes.lists.narrow)
        self.address.rows_wanted.connect(self.panes.lists.go_to_matches)
        self.address.search_wanted.connect(self.panes.search_for)
        self.address.message_emitted.connect(self.say)
        self.attention.placed.connect(self.address.note_placed)
        stepping = self.submitting.stepping
        stepping.preview_changed.connect(self.tabs.mark_preview)
        self.panes.lists.preview_wanted.connect(partial(stepping.preview, show=self._show_preview))
        self.panes.lists.open_wanted.connect(stepping.keep)
        self.panes.lists.contact_wanted.connect(self._look_for)
        self.panes.lists.typed.connect(self._type_in_field)
        self.panes.lists.message_emitted.connect(self.say)
        self.attention.acted.connect(self.panes.lists.forget_wish)
        self.attention.acted.connect(self._status.on_act)

    def _make_templates(self) -> None:
        workspace = self._workspace
        self.templates = Templates(workspace.worker, self, lambda: workspace.settings.templates, workspace.spelling)
        self.templates.message_emitted.connect(self.say)
        workspace.begun.connect(self.templates.look_once)
        LookingAgain(self.templates)
        inserting = Inserting(self.submitting.insert_and_submit, self.submitting.repeats, self)
        inserting.told.connect(self._status.say)
        self.template_dialogs = TemplateDialogs(self.templates, inserting, self)

    def _on_decision(self, submission: "Submission") -> None:
        if self._notices is None:
            from caseeditor.ui.main_window.notices.decisions import DecisionNotices  # noqa: PLC0415 - not at start
            from caseeditor.ui.main_window.notices.notifiers import make_notifier  # noqa: PLC0415 - as above

            workspace = self._workspace
            self._notices = DecisionNotices(workspace, make_notifier(workspace.worker, self), self)
            self._notices.case_wanted.connect(self._open_from_notice)
            self._notices.outbox_wanted.connect(self.come_forward)
            self._notices.outbox_wanted.connect(self.panes.show_outbox)
        self._notices.note(submission)

    def _open_from_notice(self, server: "Server", case_id: str) -> None:
        self.come_forward()
        self.open_by_itself((case_id,), partial(self._workspace.cases.open, server, case_id))

    def _parts(self) -> WindowParts:
        return WindowParts(
            self.address,
            self.tabs,
            self.panes,
            self.closing,
            self.submitting,
            self.dialogs,
            self.template_dialogs,
            self._batches,
        )

    def _follow_workspace(self) -> None:
        workspace = self._workspace
        workspace.settings_store.changed.connect(self.tabs.arrange)
        workspace.cases.session_opened.connect(self._on_opened)
        workspace.cases.session_made_ahead.connect(self.tabs.preload)
        workspace.begun.connect(self._make_ahead)
        workspace.deliveries.decision_needed.connect(self._on_decision)
        workspace.cases.session_begun.connect(self._on_begun)
        workspace.cases.session_wanted.connect(self._show_session)
        workspace.cases.session_restored.connect(self.tabs.bring_forward)
        workspace.cases.session_closed.connect(self._on_closed)
        workspace.message_emitted.connect(self._on_told)
        workspace.message_withdrawn.connect(self._notice.withdraw)
        workspace.message_withdrawn.connect(self._status.withdraw)

    def _make_account_prompts(self) -> None:
        workspace = self._workspace
        signing_in = SigningIn(workspace.account, self.attention, self)
        signing_in.waits.connect(self._notice.tell)
        signing_in.came.connect(self._notice.withdraw)
        signing_in.message_emitted.connect(lambda words: self.say(Message(words, Severity.ERROR)))
        workspace.leave_wanted.connect(signing_in.stop)
        unclaimed = Unclaimed(workspace.worker, workspace.account, self)
        unclaimed.message_emitted.connect(self._on_told)
        unclaimed.others_wanted.connect(self.dialogs.show_others)

    # Actions of the agent, and of other starts.

    def current_view(self) -> "CaseView | None":
        return self.tabs.current()

    def painted_session(self) -> "Session | None":
        """Return the current session once its case is on screen."""
        view = self.current_view()
        return view.session if view and view in self._opened else None

    def open_by_itself(self, cases: tuple[str, ...], do: Callable[[], object]) -> None:
        """Call `do`, which opens cases that were requested outside the window, once nobody types in it.

        An open dialog or menu is about the case in front: the cases open once it is closed.
        """
        if cases and self.attention.is_covered:
            text = self.tr("Opens when you close the open dialog or menu: {0}")
            self.come_forward()
        else:
            text = "" if self.attention.is_free else self.tr("Opens when you stop typing: {0}")
        if cases and text:
            self.say(Message(text.format(", ".join(cases)), transient=True))
        self.attention.when_free(do)

    def _type_in_field(self, text: str) -> None:
        """Go on in the field at the top with a text that was typed in the queue.

        While the case that the agent opened there is still loading, the text is meant for it, and goes nowhere.
        """
        front = self.tabs.current_session()
        if front and front.case is None and front.is_reading and not front.is_glance:
            text = self.tr("Case {0} is still loading.").format(front.case_id)
            self._status.say(Message(text, transient=True), front)
            return
        self.address.entry.setFocus()
        self.address.entry.end(False)
        self.address.entry.insert(text)

    def _search_contact(self, session: "Session", contact: "Contact") -> None:
        """Search the cases of a contact by its id; without one, offer contacts of its name."""
        from caseeditor.domain.case.search import cases_of  # noqa: PLC0415 - seldom needed, not at start

        account = self._workspace.account
        if session.server != account.server:
            text = self.tr("Sign in to {0} to search its cases.").format(session.server.shown)
            self._status.say(Message(text, transient=True), session)
        elif (filters := cases_of(contact)) is not None:
            self.panes.search_for(filters)
        else:
            self._look_for(contact.name)

    def come_forward(self) -> None:
        """Raise the window: a case was requested outside it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        front = QApplication.activeModalWidget() or self
        front.raise_()
        front.activateWindow()

    def _on_closed(self, session: "Session") -> None:
        if view := self.tabs.view_of(session):
            self._opened.discard(view)
        there = self.focusWidget()
        is_elsewhere = there is not None and not self.tabs.isAncestorOf(there)
        self.tabs.remove(session)
        self._status.forget(session)
        if not self.tabs.sessions() and not is_elsewhere:
            self.address.entry.setFocus()
            self.attention.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._workspace.opener.open_lines(dropped_text(event.mimeData()) or "")

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.closing.may_close():
            event.ignore()
            return
        self._workspace.cases.drafts.save_all()
        self._workspace.cases.keep_tabs()
        self._batches.end()
        self._workspace.settings_store.change(
            geometry=self.saveGeometry().toBase64().toStdString(),
            arrangement=self.saveState().toBase64().toStdString(),
        )
        event.accept()

    # Signals of the workspace.

    def _on_opened(self, session: "Session") -> None:
        self.tabs.add(session)
        session.message_emitted.connect(
            lambda message: self._status.say(self.submitting.completed(message, session), session)
        )
        session.editor.case_changed.connect(self._show_title)
        session.state_changed.connect(lambda: self._on_state(session))
        session.editor.edit_changed.connect(self._on_edit)
        session.editor.edit_changed.connect(lambda: self._status.follow(session))
        self._notice.hide()

    def _on_state(self, session: "Session") -> None:
        if session.case is None:
            self._title.update()

    def _on_view(self, view: "CaseView") -> None:
        view.painted.connect(lambda: self._on_painted(view))
        view.link_wanted.connect(self._link_question.ask)
        view.cases_wanted.connect(partial(self._search_contact, view.session))
        view.case_wanted.connect(self._workspace.cases.open)
        view.search_wanted.connect(self._look_for)
        view.pdf_wanted.connect(self._menus.save_pdf)
        view.print_wanted.connect(self._menus.print_case)
        self.submitting.follow(view)
        self.template_dialogs.follow(view.session, view.note_entry)

    def _look_for(self, words: str) -> None:
        """Put words into the field at the top, which offers searches for them."""
        self.panes.show_lists()
        self.address.look_for(words)

    def _on_begun(self, session: "Session") -> None:
        self.attention.place()
        self.tabs.bring_forward(session)
        self._status.say(Message(self.tr("Opening case {0}…").format(session.case_id)), session)

    def _show_session(self, session: "Session") -> None:
        self.attention.place()
        view = self.tabs.bring_forward(session)
        if session.case is None:
            self._status.say(Message(self.tr("Opening case {0}…").format(session.case_id)), session)
        elif view:
            view.focus_subject()
            was_opened = self.submitting.stepping.is_preview(session)  # opened by the agent now, looked at before
            text = self.tr("Case {0} opened") if was_opened else self.tr("Case {0} is already open")
            message = Message(text.format(session.case_id), passing=not was_opened, ground=Ground.STEP)
            self._status.say(message, session)

    def _show_preview(self, session: "Session") -> None:
        """Bring a case to the front that is only looked at: the focus stays in the list."""
        self.tabs.bring_forward(session)
        if session.case is None:
            self._status.say(Message(self.tr("Opening case {0}…").format(session.case_id)), session)

    def _make_ahead(self) -> None:
        QTimer.singleShot(_AT_REST, self, self._preload)

    def _preload(self) -> None:
        view = self.current_view()
        if view and view.session.conversation.is_reading:  # showing it and this together would be felt
            self._make_ahead()
        else:
            self._workspace.cases.preload()

    def _on_painted(self, view: "CaseView") -> None:
        if view not in self._opened:
            self._opened.add(view)
            self._make_ahead()
            self._status.say_if_free(Message(self.tr("Case {0} opened").format(view.session.case_id)), view.session)
            is_free = self.attention.is_placed(self.tabs) and not self.address.is_being_typed
            if view is self.current_view() and is_free and not self.submitting.is_beside(view.session):
                view.focus_subject()
                self.attention.place()
        self._show_title()

    def _on_told(self, message: Message) -> None:
        self.say(message)
        if not message.transient:
            self._notice.tell(message)

    # Status and title.

    def status_text(self) -> str:
        """Return the last message."""
        return self._status.text()

    def say(self, message: Message) -> None:
        """Show a message that is about no open case in Status, and announce it to assistive technology."""
        self._status.say(message)

    def _on_tab(self) -> None:
        self._status.follow_tab()
        self.submitting.on_tab()
        self._link_question.withdraw()
        self._workspace.cases.show_session(self.tabs.current_session())
        self._menus.show_session(self.tabs.current_session())
        self._show_title()

    def _show_title(self) -> None:
        """Update the title, the tabs and the menus."""
        self._title.update()
        if session := self.painted_session():
            self._menus.show_session(session)

    def _on_edit(self) -> None:
        self._title.follow_typing()
        if session := self.painted_session():
            self._menus.show_session(session)
