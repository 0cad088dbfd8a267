"""The window: where a case is asked for, a tab a case, and what is said."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QFontMetricsF,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import Server
from caseeditor.domain.text.bidi import isolated
from caseeditor.runtime.worker import Success, call
from caseeditor.ui.account.moving import Moving
from caseeditor.ui.account.signing_in import SigningIn
from caseeditor.ui.account.unclaimed import Unclaimed
from caseeditor.ui.application.attention import Attention
from caseeditor.ui.application.installation import NOT_INSTALLED, Installed
from caseeditor.ui.case.contact.panel import ContactPane
from caseeditor.ui.case_lists.panel import CaseLists
from caseeditor.ui.main_window.case_tabs import CaseTabs
from caseeditor.ui.main_window.docks import count_in_title, make_dock
from caseeditor.ui.main_window.menus import Menus
from caseeditor.ui.main_window.pane_widths import PaneWidths
from caseeditor.ui.main_window.status import Status
from caseeditor.ui.main_window.window_title import WindowTitle
from caseeditor.ui.messages.message import Message, MessageAction, Severity
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.outbox.panel import OutboxView
from caseeditor.ui.state.session import Session
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.font_scaling import by_font
from caseeditor.ui.templates.controller import Templates
from caseeditor.ui.widgets.case_link_drop import dropped_text
from caseeditor.ui.widgets.text_fields import LineEdit

if TYPE_CHECKING:
    from caseeditor.domain.delivery.submission import Submission
    from caseeditor.runtime.worker import Outcome
    from caseeditor.ui.case.case_view import CaseView

_SIZE = QSize(1230, 720)
_LETTERS, _LINES = 177, 44
"""The least size of the window in letters, to begin with."""
_LEFT, _CONTACT = 35, 43
"""Widths of the panes in letters, to begin with."""
_AT_REST = 200
"""Milliseconds after a case came on screen."""


class MainWindow(QMainWindow):
    """Shows a workspace."""

    def __init__(self, workspace: Workspace, installed: Installed = NOT_INSTALLED) -> None:
        super().__init__()
        self._workplace = workspace
        self._link = ""
        self._leaving = False
        self._passing: Session | None = None
        """What stepping through a list opened last."""
        self._opened: set[CaseView] = set()
        self.setWindowTitle(self.tr("Case Editor") + "[*]")
        self.setAcceptDrops(True)
        letter = QFontMetricsF(self.font())
        size = QSize(round(_LETTERS * letter.averageCharWidth()), round(_LINES * letter.height()))
        self.resize(size.expandedTo(_SIZE))
        self._make_open_bar()
        self._make_middle()
        self._make_docks()
        self._make_status()
        self._title = WindowTitle(self, self._tabs, self._painted_session)
        self.templates = Templates(workspace.worker, self)
        self.menus = Menus(self, workspace, installed)
        workspace.leave_wanted.connect(self._explain_newer)
        workspace.cases.session_opened.connect(self._on_opened)
        workspace.cases.session_made_ahead.connect(self._tabs.preload)
        workspace.begun.connect(self._make_ahead)
        workspace.cases.session_begun.connect(self._on_begun)
        workspace.cases.session_wanted.connect(self._show_session)
        workspace.cases.session_restored.connect(self._tabs.bring_forward)
        workspace.cases.session_closed.connect(self._on_closed)
        workspace.message_emitted.connect(self._on_told)
        self.attention = Attention(self, workspace.timing)
        self.attention.acted.connect(self.lists.forget_wish)
        self._signing_in = SigningIn(workspace.account, self.attention, self)
        self._signing_in.waits.connect(self._notice.tell)
        self._signing_in.came.connect(self._notice.withdraw)
        self._unclaimed = Unclaimed(workspace.worker, workspace.account, self)
        self._unclaimed.message_emitted.connect(self._on_told)
        workspace.leave_wanted.connect(self._signing_in.stop)
        self._moving = Moving(workspace, self)
        self._moving.message_emitted.connect(self._on_told)
        self._signing_in.message_emitted.connect(lambda words: self.say(Message(words, Severity.ERROR)))
        workspace.account.changed.connect(self._on_account)
        if geometry := workspace.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
            self.restoreState(QByteArray.fromBase64(workspace.settings.arrangement.encode()))
        self.entry.setFocus()
        self.attention.place()

    # How it is made.

    def _make_open_bar(self) -> None:
        bar = QToolBar(self.tr("Open a case"), self)
        bar.setObjectName("open")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        self.entry = LineEdit(bar)
        self.entry.setAccessibleName(self.tr("Case id or link"))
        self.entry.setPlaceholderText(self.tr("Case id or link"))
        self.entry.between = ", "
        by_font(self.entry, lambda: self.entry.setMaximumWidth(self.entry.fontMetrics().averageCharWidth() * 60))
        self.entry.returnPressed.connect(self.open_entry)
        button = QPushButton(self.tr("Open case"), bar)
        button.clicked.connect(self.open_entry)
        row = QWidget(bar)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(5, 2, 5, 2)
        layout.addWidget(self.entry, 1)
        layout.addWidget(button)
        layout.addStretch(1)
        bar.addWidget(row)
        self.addToolBar(bar)

    def _make_middle(self) -> None:
        self._tabs = CaseTabs(self)
        self._tabs.current_changed.connect(self._on_tab)
        self._tabs.view_made.connect(self._on_view)
        self._tabs.close_wanted.connect(self.close_session)
        self._tabs.arranged.connect(lambda: self._workplace.cases.arrange(self._tabs.sessions()))
        self._notice = NoticeBar(self)
        self._notice.chosen.connect(self._on_offer)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(self._tabs, 1)
        self.setCentralWidget(middle)

    def _make_docks(self) -> None:
        self._contact = ContactPane(self)
        self._contact.link_wanted.connect(self._ask_about_link)
        outbox = OutboxView(self._workplace, self)
        outbox.case_wanted.connect(self._workplace.opener.open_at)
        self.lists = CaseLists(self._workplace, self)
        self.lists.open_wanted.connect(self._workplace.opener.open_listed)
        self.lists.step_wanted.connect(self._step_to)
        self.lists.message_emitted.connect(self.say)
        right, left = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.LeftDockWidgetArea
        self.contact_dock = make_dock(self, "contact", self._contact, right)
        self.lists_dock = make_dock(self, "cases", self.lists, left)
        self.outbox_dock = make_dock(self, "outbox", outbox, left)
        self.resizeDocks([self.lists_dock, self.outbox_dock], [3, 1], Qt.Orientation.Vertical)
        self._widths = PaneWidths(self, {self.lists_dock: _LEFT, self.outbox_dock: _LEFT, self.contact_dock: _CONTACT})
        count_in_title(self.outbox_dock, self._workplace)

    def _make_status(self) -> None:
        self._status = Status(self, self._tabs.current_session)
        self._account = QLabel(self)
        self._account.setTextFormat(Qt.TextFormat.PlainText)
        self._account.setMargin(3)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._status, 1)
        self.statusBar().addPermanentWidget(self._account)

    # What the agent does.

    def open_entry(self) -> None:
        """Open what stands in Case id or link."""
        if self._workplace.opener.open_text(self.entry.text()):
            self.entry.clear()
        else:
            self.entry.setFocus()
            self.entry.selectAll()

    def current_view(self) -> "CaseView | None":
        return self._tabs.current()

    def show_history(self) -> None:
        """Show what was submitted and discarded."""
        from caseeditor.ui.history.dialog import HistoryDialog  # noqa: PLC0415 - seldom needed, not at start

        dialog = HistoryDialog(self._workplace.worker, self._workplace.account.whose, self)
        dialog.cleared.connect(self.lists.remembered.update)
        dialog.open()

    def show_others(self) -> None:
        """Show what other accounts left on this computer."""
        from caseeditor.ui.account.others_dialog import OthersDialog  # noqa: PLC0415 - seldom needed, not at start

        OthersDialog(self._workplace, self).open()

    def search_cases(self) -> None:
        """Have the filters of the search at hand."""
        self.lists_dock.show()
        self.lists_dock.raise_()
        self.lists.begin_search()

    def open_by_itself(self, cases: tuple[str, ...], do: Callable[[], object]) -> None:
        """Have `do` open cases that somebody asked for elsewhere, once nobody types here."""
        if cases and not self.attention.is_free:
            self.say(Message(self.tr("Opens once you stop typing: {0}").format(", ".join(cases)), transient=True))
        self.attention.when_free(do)

    def come_forward(self) -> None:
        """Come to the front: somebody asked for a case elsewhere."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def sign_in(self) -> None:
        self._workplace.account.want_token(self._workplace.account.server, is_asked=True)

    def move_server(self) -> None:
        """Ask where a server moved to."""
        self._workplace.worker.run(call(BackendInterface.kept_servers), self._show_moving)

    def _show_moving(self, outcome: "Outcome[tuple[Server, ...]]") -> None:
        from caseeditor.ui.account.moving_dialog import MovingDialog  # noqa: PLC0415 - seldom needed, not at start

        account = self._workplace.account
        used = (account.server,) if account.server else ()
        kept = outcome.value if isinstance(outcome, Success) else ()
        servers = [server for server in dict.fromkeys((*used, *kept)) if server != account.only]
        dialog = MovingDialog(servers, self)
        dialog.wanted.connect(self._move)
        dialog.rejected.connect(self._moving.cancel)
        self._moving.failed.connect(dialog.tell)
        self._moving.ended.connect(dialog.accept)
        dialog.open()

    def _move(self, old: Server, new: str, token: str, keep: bool) -> None:
        for view in self._tabs.views():
            view.commit_open_editors()
        self._moving.begin(old, new, token, keep)

    def sign_out(self) -> None:
        self._workplace.account.sign_out()

    def close_view(self, view: "CaseView") -> None:
        """Close the tab of a case that is shown."""
        self.close_session(view.session)

    def close_session(self, session: Session) -> None:
        """Close the tab of a case; its draft is kept. Asks first where the disk did not take it."""
        if view := self._tabs.view_of(session):
            view.commit_open_editors()
        self._workplace.cases.drafts.keep([session], lambda: self._leave_session(session))

    def _leave_session(self, session: Session) -> None:
        from caseeditor.ui.main_window.close_prompts import leave  # noqa: PLC0415 - a message box is slow to import: not at start

        unkept = [session] if session in self._workplace.cases.drafts.unkept() else []
        leave(self, unkept, lambda: self._workplace.cases.close_session(session))

    def _on_closed(self, session: Session) -> None:
        if view := self._tabs.view_of(session):
            self._opened.discard(view)
        there = self.focusWidget()
        is_elsewhere = there is not None and not self._tabs.isAncestorOf(there)
        self._tabs.remove(session)
        self._status.forget(session)
        self._contact.remove(session)
        if not self._tabs.sessions() and not is_elsewhere:
            self.entry.setFocus()
            self.attention.place()

    def _step_to(self, server: Server, case_id: str) -> None:
        """Open the next case of a list. The one before goes if it came like that and was only looked at."""
        passed, self._passing = self._passing, None
        is_open = (server, case_id) in self._workplace.sessions
        self._workplace.opener.open_listed([(server, case_id)])
        if not is_open:
            self._passing = self._workplace.sessions.get((server, case_id))
        if passed and passed in self._workplace.sessions.values() and passed.is_untouched:
            self.close_session(passed)

    def step_tab(self, step: int) -> None:
        """Go on to the next tab, or back."""
        self._tabs.step(step)

    def close_at_once(self) -> None:
        """Close without asking: the system wants it."""
        self._leaving = True
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_text(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._workplace.opener.open_lines(dropped_text(event.mimeData()) or "")

    def closeEvent(self, event: QCloseEvent) -> None:
        for view in self._tabs.views():
            view.commit_open_editors()
        if not self._leaving and not self._workplace.cases.drafts.is_kept():
            event.ignore()
            self._workplace.cases.drafts.keep(self._workplace.sessions.values(), self._leave)
            return
        self._workplace.cases.drafts.save_all()
        self._workplace.settings_store.change(
            geometry=self.saveGeometry().toBase64().toStdString(),
            arrangement=self.saveState().toBase64().toStdString(),
        )
        event.accept()

    def _explain_newer(self) -> None:
        from caseeditor.ui.main_window.close_prompts import explain_newer  # noqa: PLC0415 - as above

        self.attention.bring(lambda: explain_newer(self), None)

    def _leave(self) -> None:
        from caseeditor.ui.main_window.close_prompts import leave  # noqa: PLC0415 - as above

        leave(self, self._workplace.cases.drafts.unkept(), self.close_at_once)

    # What the workspace tells.

    def _on_opened(self, session: Session) -> None:
        self._tabs.add(session)
        session.message_emitted.connect(lambda message: self._status.say(message, session))
        session.editor.case_changed.connect(self._show_title)
        session.state_changed.connect(lambda: self._on_state(session))
        session.editor.case_changed.connect(self._show_contact)
        session.editor.edit_changed.connect(self._on_edit)
        session.editor.edit_changed.connect(lambda: self._status.follow(session))
        self._notice.hide()

    def _on_state(self, session: Session) -> None:
        if session.subject_remembered:
            self._title.update()

    def _on_view(self, view: "CaseView") -> None:
        session = view.session
        self._contact.add(session)
        view.painted.connect(lambda: self._on_painted(view))
        view.link_wanted.connect(self._ask_about_link)
        view.contact_wanted.connect(lambda row: self._contact.show_line(session, row))
        view.offer_taken.connect(lambda offer: self._workplace.opener.take_offer(offer, session.server))
        view.decision_wanted.connect(lambda submission: self._bring_conflicts(view, submission))

    def _bring_conflicts(self, view: "CaseView", submission: "Submission") -> None:
        self.attention.bring(
            lambda: view.decide_by_itself(submission) if isValid(view) else None, lambda dialog: dialog.reject()
        )

    def _on_begun(self, session: Session) -> None:
        self.attention.place()
        self._tabs.bring_forward(session)
        self._status.say(Message(self.tr("Opening case {0}…").format(session.case_id)), session)

    def _show_session(self, session: Session) -> None:
        self.attention.place()
        view = self._tabs.bring_forward(session)
        if session.case is None:
            self._status.say(Message(self.tr("Opening case {0}…").format(session.case_id)), session)
        elif view:
            view.focus_subject()
            self._status.say(Message(self.tr("Case {0} is open already").format(session.case_id)), session)

    def _make_ahead(self) -> None:
        QTimer.singleShot(_AT_REST, self, self._workplace.cases.preload)

    def _on_painted(self, view: "CaseView") -> None:
        if view not in self._opened:
            self._opened.add(view)
            self._make_ahead()
            self._status.say_if_free(Message(self.tr("Case {0} opened").format(view.session.case_id)), view.session)
            is_free = self.attention.is_placed(self._tabs) and not self.entry.text()  # the next id may be on its way
            if view is self.current_view() and is_free:
                view.focus_subject()
                self.attention.place()
        self._show_title()

    def _on_told(self, message: Message) -> None:
        self.say(message)
        if not message.transient:
            self._link = ""
            self._notice.tell(message)

    def _on_offer(self, offer: MessageAction) -> None:
        self._notice.hide()
        if offer is MessageAction.OPEN_LINK:
            QDesktopServices.openUrl(QUrl(self._link))
        elif offer is MessageAction.COPY_LINK:
            QGuiApplication.clipboard().setText(self._link)
        elif offer is MessageAction.SHOW_OTHERS:
            self.show_others()
        elif offer in (MessageAction.MINE, MessageAction.NOT_MINE):
            self._unclaimed.answer(is_mine=offer is MessageAction.MINE)
        elif offer is MessageAction.SIGN_IN and self._signing_in.is_waiting:
            self._signing_in.come_now()
        elif offer is MessageAction.MOVE_SERVER:
            for view in self._tabs.views():
                view.commit_open_editors()
            self._moving.take_offer()
        else:
            self._workplace.opener.take_offer(offer)

    def _ask_about_link(self, link: str) -> None:
        """Show a link before it is opened; only then the browser gets it."""
        self._link = link
        text = self.tr("Open this link in your browser? {0}").format(link)
        self._notice.tell(Message(text, offers=(MessageAction.OPEN_LINK, MessageAction.COPY_LINK)))

    def _on_account(self) -> None:
        account = self._workplace.account
        signed = self.tr("signed in") if account.has_token else self.tr("not signed in")
        domain = account.server.shown if account.server else ""
        state = self.tr("offline") if account.is_offline else signed
        self._account.setText(
            " · ".join(part for part in (isolated(account.user), domain, state if domain else "") if part)
        )
        self.menus.sign_out.setEnabled(account.has_token)

    # What is shown.

    def status_text(self) -> str:
        """Return the last message."""
        return self._status.text()

    def say(self, message: Message) -> None:
        """Show a message that is about no open case in Status, and announce it to assistive technology."""
        self._status.say(message)

    def _on_tab(self) -> None:
        self._status.follow_tab()
        if self._link:  # asked about in another case
            self._link = ""
            self._notice.hide()
        self._workplace.cases.show_session(self._tabs.current_session())
        self._show_contact()
        self.menus.show_session(self._tabs.current_session())
        self._show_title()

    def _show_contact(self) -> None:
        self._contact.show_session(self._tabs.current_session())

    def _show_title(self) -> None:
        """Show in the title, in every tab and in the menus what stands now."""
        self._title.update()
        if session := self._painted_session():
            self.menus.show_session(session)

    def _on_edit(self) -> None:
        self._title.follow_typing()
        if session := self._painted_session():
            self.menus.show_session(session)

    def _painted_session(self) -> Session | None:
        """Return the session that is shown, once its case is on screen."""
        view = self.current_view()
        return view.session if view and view in self._opened else None
