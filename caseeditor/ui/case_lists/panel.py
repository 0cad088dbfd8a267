"""The pane at the left: queue, search, recent cases, drafts. The outbox is below it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from caseeditor.domain.case.reference import is_words
from caseeditor.domain.local.saved_queues import MOST
from caseeditor.ui.case_lists.recent_cases import RememberedCases
from caseeditor.ui.case_lists.recent_model import RememberedModel
from caseeditor.ui.case_lists.row_delegate import CASE_ID, CaseListView
from caseeditor.ui.messages import list_ends
from caseeditor.ui.messages.message import Message, Severity
from caseeditor.ui.messages.texts import number_words
from caseeditor.ui.state.saved_queues import SavedQueues
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.lists.selection import select_only
from caseeditor.ui.widgets.wheel import TabBar

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.domain.case.search import Filters
    from caseeditor.domain.local.saved_queues import SavedQueue
    from caseeditor.ui.case_lists.search_panel import SearchPane
    from caseeditor.ui.state.list_choice import ListChoice
    from caseeditor.ui.state.session import Session

QUEUE, SEARCH, RECENT, DRAFTS = range(4)
_BESIDE_TABS = 10
"""Pixels: with the edge of a tab the margin of the field above."""


class QueuePage(Protocol):
    """The page of the queue, a widget of another feature."""

    @property
    def open_wanted(self) -> SignalInstance:
        """Server and id of each case to be opened."""

    @property
    def step_wanted(self) -> SignalInstance:
        """Server and id of the case that comes next."""

    @property
    def preview_wanted(self) -> SignalInstance:
        """Server and id of a case that the agent looks at."""

    @property
    def typed(self) -> SignalInstance:
        """Text for the field at the top."""

    @property
    def place_changed(self) -> SignalInstance:
        """The list, or the case at which stepping goes on."""

    @property
    def message_emitted(self) -> SignalInstance:
        """A Message."""

    def end_words(self, step: int) -> str:
        """Tell why there is no next (1) or previous (-1) case."""

    def position_of(self, server: "Server", case_id: str) -> tuple[int, int] | None:
        """Return the row of a case, from 1, and the number of rows; None if it has none."""

    def select(self, server: "Server", case_id: str, *, is_late: bool = False) -> None:
        """Select the row of the case in front, if it has one; a late one only if none is selected."""

    @property
    def more_filters_wanted(self) -> SignalInstance:
        """The Filters of the queue, for the form with all of them."""

    def step(self, step: int) -> bool:
        """Open the next or the previous case; returns whether there is one."""

    def refresh(self) -> None:
        """Read the list again."""

    def show_drafts(self, drafts: frozenset[str]) -> None:
        """Mark the cases with a draft."""

    def narrow(self, text: str) -> None:
        """Show only the rows that contain each of these words."""

    def choice(self) -> "ListChoice | None":
        """Return the marked cases if there are several, else the search; None while signed out."""

    @property
    def has_matches(self) -> bool:
        """Whether rows in sight contain the typed words."""

    def go_to_first(self) -> None:
        """Go to the first row."""


class CaseLists(QWidget):
    """One page for each list. *Next case* and *Previous case* follow the list that was used last."""

    open_wanted = Signal(object)
    """Server and id of each case to be opened: the first comes to the front."""
    step_wanted = Signal(object, str)
    """Server and id of the case that comes next."""
    preview_wanted = Signal(object, str)
    """Server and id of a case that the agent looks at; the focus stays in the list."""
    step_failed = Signal()
    """The case of a step, which had to be loaded, did not come."""
    typed = Signal(str)
    """Text that was typed in the queue, for the field at the top."""
    contact_wanted = Signal(str)
    """The name of a contact that the agent looks for."""
    place_changed = Signal()
    """The rows of the list that was used last, or the case at which stepping goes on."""
    message_emitted = Signal(object)
    """A Message."""

    def __init__(self, workspace: Workspace, make_queue: "MakeQueue", parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._make_queue = make_queue
        self.remembered = RememberedCases(workspace, self)
        self._saved = SavedQueues(workspace.settings_store, workspace.account, self)
        self._search: SearchPane | None = None
        self._queue: QueuePage | None = None
        self._used = QUEUE
        self._bar = TabBar(self)
        self._bar.setDocumentMode(True)
        self._bar.setExpanding(True)
        self._bar.setUsesScrollButtons(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._bar.setAccessibleName(self.tr("Case lists"))
        self._pages = QStackedWidget(self)
        self._recent = RememberedList(self.tr("Recent cases"), self.tr("Cases you open appear here."), self)
        self._recent.show_model(self.remembered.recent)
        self._drafts = RememberedList(self.tr("Drafts"), self.tr("No drafts"), self)
        self._drafts.show_model(self.remembered.drafts)
        # The search page is created on first use, the queue once the window is painted.
        for text, page in (
            (self.tr("Queue"), QWidget(self)),
            (self.tr("Search"), QWidget(self)),
            (self.tr("Recent"), self._recent),
            ("", self._drafts),
        ):
            self._bar.addTab(text)
            self._pages.addWidget(page)
        for place, page in ((RECENT, self._recent), (DRAFTS, self._drafts)):
            page.view.opened.connect(lambda page=page, place=place: self._open_selected(page, place))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(_BESIDE_TABS, 0, _BESIDE_TABS, 0)
        tabs.addWidget(self._bar)
        layout.addLayout(tabs)
        layout.addWidget(self._pages, 1)
        self._bar.currentChanged.connect(self._show)
        for signal in (self.remembered.drafts.rowsInserted, self.remembered.drafts.rowsRemoved):
            signal.connect(self._count)
        workspace.cases.session_opened.connect(self._follow)
        workspace.account.changed.connect(self._begin_queue)
        self._count()

    def choice(self) -> "ListChoice | None":
        """Return the cases that are marked in the list that is shown, or all of its search; None if it has none."""
        from caseeditor.ui.state.list_choice import ListChoice  # noqa: PLC0415 - seldom needed, not at start

        place = self._bar.currentIndex()
        if place == SEARCH and self._search:
            return self._search.choice()
        if place == QUEUE and self._queue:
            return self._queue.choice()
        page = {RECENT: self._recent, DRAFTS: self._drafts}.get(place)
        ids = tuple(page.selected() or page.all_ids()) if page else ()
        server = self.remembered.server
        return ListChoice(server, ids) if server and ids else None

    def begin_search(self, filters: "Filters | None" = None) -> None:
        """Show the filters of the search, filled in if they are given."""
        self._bar.setCurrentIndex(SEARCH)
        self._make_search().begin(filters)

    def search_for(self, filters: "Filters") -> None:
        """Search with these filters."""
        self._bar.setCurrentIndex(SEARCH)
        self._make_search().search_for(filters)

    def refresh(self) -> None:
        """Read the queue again, or repeat the search if it is shown."""
        if self._bar.currentIndex() == SEARCH and self._search:
            self._search.refresh()
        elif self._queue:
            self._queue.refresh()

    def narrow(self, typed: str) -> None:
        """Narrow the queue by typed words; an id or a link is none."""
        if self._queue:
            self._queue.narrow(typed if is_words(typed) else "")

    @property
    def has_matches(self) -> bool:
        """Tell whether rows of the queue, which is in sight, contain the typed words."""
        return self._queue is not None and self._queue.has_matches

    def go_to_matches(self) -> None:
        """Go to the first row that contains the typed words."""
        if self._queue:
            self._queue.go_to_first()

    def step(self, step: int) -> bool:
        """Open the next or the previous case of the list that was used last; returns whether there is one."""
        if stepping := self._stepping():
            return stepping.step(step)
        page = self._drafts if self._used == DRAFTS else self._recent
        case_id = page.step(step, self._front())
        if case_id and self.remembered.server:
            self.step_wanted.emit(self.remembered.server, case_id)
            return True
        self.message_emitted.emit(Message(self.end_words(step), transient=True))
        return False

    def end_words(self, step: int) -> str:
        """Tell why the list that was used last has no next (1) or previous (-1) case."""
        if stepping := self._stepping():
            return stepping.end_words(step)
        page = self._drafts if self._used == DRAFTS else self._recent
        return list_ends.end_words(step, page.view.model().rowCount())

    def _stepping(self) -> "QueuePage | SearchPane | None":
        """Return the list that was used last, if it steps by itself."""
        return {QUEUE: self._queue, SEARCH: self._search}.get(self._used)

    def position_of(self, server: "Server", case_id: str) -> tuple[int, int] | None:
        """Return the row of a case in the queue, from 1, and the number of rows.

        None if it has no row there, or if another list was used last.
        """
        return self._queue.position_of(server, case_id) if self._queue and self._used == QUEUE else None

    def select(self, server: "Server", case_id: str, *, is_late: bool = False) -> None:
        """Select the row of the case in front in the queue, if that was used last. See QueuePane."""
        if self._queue and self._used == QUEUE:
            self._queue.select(server, case_id, is_late=is_late)

    def _use(self, place: int) -> None:
        self._used = place
        self.place_changed.emit()

    def _front(self) -> str:
        front = self._workspace.cases.shown
        return front.case_id if front and front.server == self.remembered.server else ""

    def _show(self, place: int) -> None:
        if place == SEARCH:
            self._make_search()
        else:
            self._use(place)
        self._pages.setCurrentIndex(place)

    def _begin_queue(self) -> None:
        """Create the queue: the window is painted when the account changes for the first time."""
        if self._queue:
            return
        page, self._queue = self._make_queue(self._saved, self)
        self._queue.open_wanted.connect(self._on_queue_opens)
        self._queue.step_wanted.connect(self.step_wanted)
        self._queue.preview_wanted.connect(self.preview_wanted)
        self._queue.typed.connect(self.typed)
        self._queue.place_changed.connect(self.place_changed)
        self._queue.message_emitted.connect(self.message_emitted)
        self._queue.more_filters_wanted.connect(self.begin_search)
        self.remembered.was_read.connect(self._mark_drafts)
        self._replace_page(QUEUE, page)
        self._mark_drafts()

    def _mark_drafts(self) -> None:
        if self._queue:
            self._queue.show_drafts(frozenset(line.case_id for line in self.remembered.drafts.lines))

    def _replace_page(self, place: int, page: QWidget) -> None:
        is_shown, empty = self._pages.currentIndex() == place, self._pages.widget(place)
        self._pages.insertWidget(place, page)
        if empty:
            self._pages.removeWidget(empty)
            empty.deleteLater()
        if is_shown:
            self._pages.setCurrentIndex(place)

    def _make_search(self) -> "SearchPane":
        if self._search is None:
            from caseeditor.ui.case_lists.search_panel import SearchPane  # noqa: PLC0415 - slow to import: not at start

            work = self._workspace
            self._search = SearchPane(work.worker, work.account, work.timing, self)
            self._search.open_wanted.connect(self._on_search_opens)
            self._search.step_wanted.connect(self.step_wanted)
            self._search.step_failed.connect(self.step_failed)
            self._search.message_emitted.connect(self.message_emitted)
            self._search.model.changed.connect(self._use_search)
            self._search.contact_wanted.connect(self.contact_wanted)
            self._search.queue_wanted.connect(self._save_queue)
            self._replace_page(SEARCH, self._search)
        return self._search

    def _save_queue(self, queue: "SavedQueue") -> None:
        """Save a search as a queue, and show it."""
        if not self._workspace.account.key:
            self.message_emitted.emit(Message(self.tr("Sign in to save a queue."), Severity.ERROR))
        elif self._saved.save(queue):
            self._bar.setCurrentIndex(QUEUE)
        else:
            text = self.tr("You have {0} queues, which is the maximum. Delete one to save another.")
            self.message_emitted.emit(Message(text.format(number_words(MOST)), Severity.ERROR))

    def forget_wish(self) -> None:
        """Cancel opening a case whose row is not yet loaded."""
        if self._search:
            self._search.forget_wish()

    def _use_search(self) -> None:
        if self._search and self._search.model.as_of and self._pages.currentIndex() == SEARCH:
            self._use(SEARCH)

    def _on_search_opens(self, cases: list[tuple[object, str]]) -> None:
        self._use(SEARCH)
        self.open_wanted.emit(cases)

    def _on_queue_opens(self, cases: list[tuple[object, str]]) -> None:
        self._use(QUEUE)
        self.open_wanted.emit(cases)

    def _open_selected(self, page: "RememberedList", place: int) -> None:
        self._use(place)
        chosen = page.selected()
        if chosen and (server := self.remembered.server):
            page.walk_anew(chosen[0])
            self.open_wanted.emit([(server, case_id) for case_id in chosen])

    def _follow(self, session: "Session") -> None:
        """Update the list with the cases that are read."""
        for page in (self._recent, self._drafts):
            page.stop_walk(session.case_id)
        session.editor.case_changed.connect(lambda: self._learn(session))

    def _learn(self, session: "Session") -> None:
        if self._search and session.case:
            self._search.model.learn(session.server, session.case)

    def _count(self) -> None:
        count = self.remembered.drafts.rowCount()
        text = self.tr("Drafts {0}").format(self.locale().toString(count)) if count else self.tr("Drafts")
        self._bar.setTabText(DRAFTS, text)


MakeQueue = Callable[[SavedQueues, QWidget], tuple[QWidget, QueuePage]]
"""Creates the page of the queue, as a widget and as what it does."""


class RememberedList(QWidget):
    """A list that is read from the disk, or a sentence if it is empty."""

    def __init__(self, name: str, empty: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = CaseListView(name, self)
        self._walk: list[str] = []
        self._at = -1
        label = QLabel(empty, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(label)
        self._pages.addWidget(self.view)

    def show_model(self, model: RememberedModel) -> None:
        self.view.setModel(model)
        model.rowsInserted.connect(self._on_rows)
        model.rowsRemoved.connect(self._on_rows)

    def selected(self) -> list[str]:
        model = self.view.model()
        return [str(model.index(row, 0).data(CASE_ID)) for row in self.view.selected_rows()]

    def all_ids(self) -> list[str]:
        model = self.view.model()
        return [str(model.index(row, 0).data(CASE_ID)) for row in range(model.rowCount())]

    def walk_anew(self, here: str) -> None:
        """Start stepping at a case, through the present order of the list: opening a case changes that order."""
        self._walk = self.all_ids()
        self._at = self._walk.index(here) if here in self._walk else -1

    def stop_walk(self, case_id: str = "") -> None:
        """Start anew at the next step, unless this case is the current one."""
        if self._walk[self._at : self._at + 1] != [case_id]:
            self._walk, self._at = [], -1

    def step(self, step: int, here: str) -> str:
        """Move to the case next to the current one, and return its id; '' if there is none."""
        if self._walk[self._at : self._at + 1] != [here]:
            self.walk_anew(here)
        place = self._at + step
        if not 0 <= place < len(self._walk):
            return ""
        self._at = place
        case_id, model = self._walk[place], self.view.model()
        if isinstance(model, RememberedModel):
            select_only(self.view, model.index(model.row_of(case_id)))
        return case_id

    def _on_rows(self) -> None:
        is_empty = not self.view.model().rowCount()
        self._pages.setCurrentIndex(0 if is_empty else 1)
        if is_empty:  # another user may be signed in, whose steps belong to another list
            self.stop_walk()
