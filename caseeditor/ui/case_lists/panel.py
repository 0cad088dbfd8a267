"""The pane at the left: search, recent cases, drafts. The outbox is below it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from caseeditor.ui.case_lists.recent_cases import RememberedCases
from caseeditor.ui.case_lists.recent_model import RememberedModel
from caseeditor.ui.case_lists.row_delegate import CASE_ID, CaseListView
from caseeditor.ui.messages.message import Message
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.wheel import TabBar

if TYPE_CHECKING:
    from caseeditor.ui.case_lists.search_panel import SearchPane
    from caseeditor.ui.state.session import Session

SEARCH, RECENT, DRAFTS = range(3)


class CaseLists(QWidget):
    """One page for each list. *Next case* and *Previous case* follow the list that was used last."""

    open_wanted = Signal(object)
    """Server and id of each case to be opened: the first comes to the front."""
    step_wanted = Signal(object, str)
    """Server and id of the case that comes next."""
    message_emitted = Signal(object)
    """A Message."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.remembered = RememberedCases(workspace, self)
        self._search: SearchPane | None = None
        self._used = RECENT
        self._bar = TabBar(self)
        self._bar.setDocumentMode(True)
        self._bar.setExpanding(True)
        self._bar.setUsesScrollButtons(False)
        self._bar.setAccessibleName(self.tr("Case lists"))
        self._pages = QStackedWidget(self)
        self._recent = RememberedList(self.tr("Recent cases"), self.tr("Cases you open appear here."), self)
        self._recent.show_model(self.remembered.recent)
        self._drafts = RememberedList(self.tr("Drafts"), self.tr("No drafts"), self)
        self._drafts.show_model(self.remembered.drafts)
        self._unmade = QWidget(self)  # the search page is created on first use
        self._pages.addWidget(self._unmade)
        for text, page in ((self.tr("Search"), None), (self.tr("Recent"), self._recent), ("", self._drafts)):
            self._bar.addTab(text)
            if page:
                self._pages.addWidget(page)
        for place, page in ((RECENT, self._recent), (DRAFTS, self._drafts)):
            page.view.opened.connect(lambda page=page, place=place: self._open_selected(page, place))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)
        self._bar.currentChanged.connect(self._show)
        self._bar.setCurrentIndex(RECENT)
        for signal in (self.remembered.drafts.rowsInserted, self.remembered.drafts.rowsRemoved):
            signal.connect(self._count)
        workspace.cases.session_opened.connect(self._follow)
        self._count()

    def begin_search(self) -> None:
        """Show the filters of the search."""
        self._bar.setCurrentIndex(SEARCH)
        self._make_search().begin()

    def refresh(self) -> None:
        """Repeat the search."""
        if self._search:
            self._search.refresh()

    def step(self, step: int) -> bool:
        """Open the next or the previous case of the list that was used last; returns whether there is one."""
        if self._used == SEARCH and self._search:
            return self._search.step(step)
        page = self._drafts if self._used == DRAFTS else self._recent
        case_id = page.step(step, self._front())
        if case_id and self.remembered.server:
            self.step_wanted.emit(self.remembered.server, case_id)
            return True
        self.message_emitted.emit(Message(self.tr("No more cases in this list."), transient=True))
        return False

    def _front(self) -> str:
        front = self._workspace.cases.shown
        return front.case_id if front and front.server == self.remembered.server else ""

    def _show(self, place: int) -> None:
        if place == SEARCH:
            self._make_search()
        self._pages.setCurrentIndex(place)

    def _make_search(self) -> "SearchPane":
        if self._search is None:
            from caseeditor.ui.case_lists.search_panel import SearchPane  # noqa: PLC0415 - slow to import: not at start

            work = self._workspace
            self._search = SearchPane(work.worker, work.account, work.timing, self)
            self._search.open_wanted.connect(self._on_search_opens)
            self._search.step_wanted.connect(self.step_wanted)
            self._search.message_emitted.connect(self.message_emitted)
            self._search.model.changed.connect(self._use_search)
            self._pages.insertWidget(SEARCH, self._search)
            self._pages.removeWidget(self._unmade)
            self._unmade.deleteLater()
        return self._search

    def forget_wish(self) -> None:
        """Cancel opening a case whose row is not yet loaded."""
        if self._search:
            self._search.forget_wish()

    def _use_search(self) -> None:
        if self._search and self._search.model.as_of and self._pages.currentIndex() == SEARCH:
            self._used = SEARCH

    def _on_search_opens(self, cases: list[tuple[object, str]]) -> None:
        self._used = SEARCH
        self.open_wanted.emit(cases)

    def _open_selected(self, page: "RememberedList", place: int) -> None:
        self._used = place
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

    def walk_anew(self, here: str) -> None:
        """Start stepping at a case, through the present order of the list: opening a case changes that order."""
        model = self.view.model()
        self._walk = [str(model.index(row, 0).data(CASE_ID)) for row in range(model.rowCount())]
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
            self.view.setCurrentIndex(model.index(model.row_of(case_id)))
        return case_id

    def _on_rows(self) -> None:
        is_empty = not self.view.model().rowCount()
        self._pages.setCurrentIndex(0 if is_empty else 1)
        if is_empty:  # another user may be signed in, whose steps belong to another list
            self.stop_walk()
