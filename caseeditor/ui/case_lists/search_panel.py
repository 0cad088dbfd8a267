"""The page of the search: filters, result, and its time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.local.saved_queues import queue_name
from caseeditor.domain.queue.saved import saved_queue
from caseeditor.domain.timeouts import Timing
from caseeditor.ui.case_lists.row_delegate import CaseListView
from caseeditor.ui.case_lists.search_form import SearchForm
from caseeditor.ui.case_lists.search_model import SearchModel
from caseeditor.ui.messages import list_ends
from caseeditor.ui.messages.counts import Counts
from caseeditor.ui.messages.filter_words import cut_words, filters_words
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.notification_bar import NoticeBar
from caseeditor.ui.messages.texts import Doing, failure_words
from caseeditor.ui.state.account import Account
from caseeditor.ui.widgets.busy_bar import make_busy_bar
from caseeditor.ui.widgets.lists.selection import select_only

if TYPE_CHECKING:
    from caseeditor.domain.backend import BackendInterface
    from caseeditor.runtime.worker import BackgroundWorker
    from caseeditor.ui.state.list_choice import ListChoice

_MARGINS = (12, 4, 12, 8)
_SETTLED_MS = 40
"""Milliseconds without scrolling before pages are fetched: dragging past thousands of cases fetches none."""


class SearchPane(QWidget):
    """Sends no request by itself: the agent starts the first search."""

    open_wanted = Signal(object)
    """Server and id of each case to be opened."""
    step_wanted = Signal(object, str)
    """Server and id of the case that comes next."""
    step_failed = Signal()
    """The case of a step, which had to be loaded, did not come."""
    message_emitted = Signal(object)
    """A Message."""
    contact_wanted = Signal(str)
    """The name of a contact that the agent looks for."""
    queue_wanted = Signal(object)
    """A SavedQueue."""

    def __init__(
        self, worker: "BackgroundWorker[BackendInterface]", account: Account, timing: Timing, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._waits_for_token = False
        self._users = {account.server: account.key} if account.server and account.key else {}
        self._wanted = -1
        self._is_step = False
        """Whether the wanted row is the next one of a step, not one that was chosen."""
        self.model = SearchModel(worker, timing, self)
        self._form = SearchForm(self)
        self._fold = QToolButton(self)
        self._notice = NoticeBar(self)
        self._list = CaseListView(self.tr("Cases found"), self)
        self._list.setModel(self.model)
        self._settle = QTimer(self)
        self._make_look()
        self._form.submitted.connect(self.search)
        self._form.contact_wanted.connect(self.contact_wanted)
        self._form.save_wanted.connect(self._ask_for_name)
        self._list.opened.connect(self._open_selected)
        self._list.verticalScrollBar().valueChanged.connect(lambda _: self._settle.start())
        self._list.verticalScrollBar().rangeChanged.connect(lambda *_: self._settle.start())
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED_MS)
        self._settle.timeout.connect(self._look)
        self.model.changed.connect(self._say)
        self.model.failed.connect(self._on_failed)
        self.model.arrived.connect(self._form.offer)
        self.model.arrived.connect(self._go_on)
        account.signed_in.connect(self._on_signed_in)
        account.user_known.connect(self._on_user)
        self._say()

    # Construction.

    def _make_look(self) -> None:
        top, foot = self._make_top(), self._make_foot()
        below = QVBoxLayout(self._found)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._sought)
        below.addWidget(self._list, 1)
        below.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*_MARGINS)
        layout.addLayout(top)
        layout.addWidget(self._notice)
        layout.addWidget(self._filters, 1)
        layout.addWidget(self._found, 1)
        self._unfold(shown=True)

    def _make_top(self) -> QHBoxLayout:
        self._fold.setText(self.tr("Filters"))
        self._fold.setCheckable(True)
        self._fold.setChecked(True)
        self._fold.setAutoRaise(True)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.toggled.connect(self._unfold)
        search = QPushButton(self.tr("Search"), self)
        search.clicked.connect(self.search)
        self._filters = QScrollArea(self)
        self._filters.setWidget(self._form)
        self._filters.setWidgetResizable(True)
        self._filters.setFrameShape(QScrollArea.Shape.NoFrame)
        self._filters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.addWidget(self._fold, 1)
        top.addWidget(search)
        return top

    def _make_foot(self) -> QHBoxLayout:
        self._sought = QLabel(self)
        self._sought.setTextFormat(Qt.TextFormat.PlainText)
        self._sought.setWordWrap(True)
        self._found = QWidget(self)
        self._progress = make_busy_bar(self.tr("Searching"), self)
        self._progress.setMinimumWidth(20)
        self._stop = QPushButton(self.tr("Cancel"), self)
        self._stop.clicked.connect(self.model.cancel)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        for label in (self._said, self._sought):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._refresh = QPushButton(self.tr("Refresh"), self)
        self._refresh.setAccessibleName(self.tr("Refresh list"))
        self._refresh.clicked.connect(self.refresh)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._progress, 1)
        foot.addWidget(self._stop)
        foot.addWidget(self._refresh)
        return foot

    def _unfold(self, shown: bool) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._filters.setVisible(shown)
        self._found.setVisible(not shown)

    # Actions of the agent.

    def search(self) -> None:
        """Search with the present filters."""
        server = self._account.server
        self._notice.hide()
        if server is None:
            self.message_emitted.emit(Message(self.tr("Sign in to search for cases."), Severity.ERROR))
            return
        if self._has_problem():
            return
        self._fold.setChecked(False)
        self._wanted = -1
        self.model.search(server, self._form.filters())
        self._list.setFocus()

    def _has_problem(self) -> bool:
        """Tell at the field if the server would reject the filters."""
        words = self._form.first_problem()
        if words:
            self._fold.setChecked(True)
            self.message_emitted.emit(Message(words, Severity.ERROR, transient=True))
        return bool(words)

    def search_for(self, filters: Filters) -> None:
        """Search with other filters."""
        self._form.fill(filters)
        self.search()

    def _ask_for_name(self) -> None:
        """Ask for the name of a queue with the present filters."""
        if self._has_problem():
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Save as queue"))
        dialog.setLabelText(self.tr("Name of the queue"))
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(self._save)
        dialog.open()

    def _save(self, typed: str) -> None:
        if name := queue_name(typed):
            self.queue_wanted.emit(saved_queue(name, self._form.filters()))

    def choice(self) -> "ListChoice | None":
        """Return the marked cases if there are several, else the search; None before the first one."""
        from caseeditor.ui.state.list_choice import ListChoice  # noqa: PLC0415 - seldom needed, not at start

        model, rows = self.model, self._list.selected_rows()
        if model.server is None or model.as_of is None:
            return None
        first = model.case(0)
        link = first.url if first else ""
        if len(rows) > 1:
            marked = (model.case(row) for row in rows)
            ids = tuple(case.case_id for case in marked if case and case.case_id)
            return ListChoice(model.server, ids, model.filters, link=link) if ids else None
        total = model.rowCount() if model.has_all else None
        return ListChoice(model.server, filters=model.filters, total=total, link=link)

    def refresh(self) -> None:
        """Refresh the shown cases."""
        self._notice.hide()
        self.model.refresh()

    def begin(self, filters: Filters | None = None) -> None:
        """Show the filters of the search, filled in if they are given."""
        if filters:
            self._form.fill(filters)
        self._fold.setChecked(True)
        self._form.focus_first()

    def step(self, step: int) -> bool:
        """Open the next or the previous case of the list, the first one if none is current.

        Returns whether there is one; it may have to be loaded.
        """
        row = self._list.currentIndex().row() + step if self._list.selectedIndexes() else 0
        if 0 <= row < self.model.rowCount():
            select_only(self._list, self.model.index(row))
            self._wanted, self._is_step = row, True
            self._go_on()
            return True
        self.message_emitted.emit(Message(self.end_words(step), transient=True))
        return False

    def end_words(self, step: int) -> str:
        """Tell why there is no next (1) or previous (-1) case."""
        if self.model.is_looking:
            return self.tr("The list is still loading.")
        return list_ends.end_words(step, self.model.rowCount())

    def _go_on(self) -> None:
        """Open the awaited case once its page is there."""
        case = self.model.case(self._wanted) if self._wanted >= 0 else None
        if case and case.case_id and self.model.server:
            self._wanted = -1
            if self._is_step:
                self.step_wanted.emit(self.model.server, case.case_id)
            else:
                self.open_wanted.emit([(self.model.server, case.case_id)])

    def forget_wish(self) -> None:
        """Cancel opening an awaited case: the agent has moved on, or it does not come."""
        if self._wanted >= 0 and self._is_step:
            self.step_failed.emit()
        self._wanted = -1

    def _open_selected(self) -> None:
        rows = self._list.selected_rows()
        chosen = [self.model.case(row) for row in rows]
        if chosen == [None]:  # its page is being fetched
            self._wanted, self._is_step = rows[0], False
            return
        self._wanted = -1
        found = [(self.model.server, case.case_id) for case in chosen if case and case.case_id]
        if found:
            self.open_wanted.emit(found)
        if len(found) < len(chosen):
            text = self.tr("Some selected cases aren't loaded yet. Scroll to them, then open them.")
            self.message_emitted.emit(Message(text, Severity.WARNING))

    def _look(self) -> None:
        self.model.look_at(*self._list.seen_rows())

    # Answers.

    def _on_failed(self, failure: Failure) -> None:
        self.forget_wish()
        if failure.kind is FailureKind.REFUSED and self.model.as_of is None:
            self._fold.setChecked(True)
        self._notice.tell(Message(failure_words(failure, Doing.SEARCHING), Severity.ERROR))
        if failure.kind.needs_token and self.model.server:
            self._waits_for_token = True
            self._account.on_token_wanted(self.model.server, failure)
        else:
            self.message_emitted.emit(Message(failure_words(failure, Doing.SEARCHING), Severity.ERROR, transient=True))

    def _on_signed_in(self, server: Server) -> None:
        if self._waits_for_token and server == self.model.server:
            self._waits_for_token = False
            self.refresh()

    def _on_user(self, server: Server, user: str) -> None:
        """Remove the result and the filters of another user."""
        before = self._account.key_now(server, self._users.get(server, user))
        self._users[server] = user
        is_another = before != user
        if is_another:
            self._form.forget()
        if server == self.model.server and (
            is_another or (self.model.as_of and self._account.key_now(server, self.model.user) != user)
        ):
            self._wanted = -1
            self.model.clear()

    def _say(self) -> None:
        model = self.model
        if self._wanted >= model.rowCount():
            self.forget_wish()  # the list has become shorter
        self._progress.setVisible(model.is_looking)
        self._stop.setVisible(model.is_looking)
        self._refresh.setVisible(not model.is_looking)
        self._refresh.setEnabled(model.server is not None)
        self._said.setVisible(not model.is_looking)
        self._sought.setText("\n".join(filter(None, (filters_words(model.filters), cut_words(model.filters)))))
        if model.as_of is None:
            self._said.setText("")
            return
        self._said.setText(self._words())
        self._settle.start()

    def _words(self) -> str:
        model = self.model
        moment = self.locale().toString(model.as_of or QTime(), "HH:mm")
        if not model.rowCount():
            text = self.tr("No matching cases.")
        elif not model.has_all:
            text = self.tr("Cases as of {0}; scroll for more.")
        else:
            text = Counts().cases(model.rowCount())
        said = text.format(moment)
        if model.is_stale:
            return self.tr("⚠ {0} List has changed · Refresh").format(said)
        if model.is_old:
            return self.tr("⚠ {0} May be out of date.").format(said)
        return said
