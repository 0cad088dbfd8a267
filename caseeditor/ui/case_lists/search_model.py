"""The result of a search: as many rows as there are cases, with only the pages near the visible rows in memory."""

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTime, QTimer, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.dates import epoch_seconds
from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.search import Filters, Listed, Page, listed
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.queue.due import distance, moment
from caseeditor.domain.queue.rows import is_closed
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.domain.timeouts import Timing
from caseeditor.runtime.worker import BackgroundWorker, Job, Outcome, Success, call
from caseeditor.ui.case_lists.row_delegate import BELOW, CASE_ID, LOOK, SUBJECT, CaseLook, updated_words
from caseeditor.ui.messages.due_words import distance_words
from caseeditor.ui.messages.texts import tip_words, translate
from caseeditor.ui.widgets.lists.item_data import Index, Role

PAGE = 50
KEPT = 8
"""Pages that are kept on each side of the visible ones."""
_MOST = 1_000_000
"""Maximum number of rows, since a server may report any total."""


class SearchModel(QAbstractListModel):
    """Pages are fetched when they become visible.

    A server may send fewer cases in a page than requested. If it reports no total, each full page adds a row for
    more.
    """

    changed = Signal()
    """The state of the list as a whole: count, time, and whether it may be out of date."""
    failed = Signal(object)
    """The Failure of a page, or of the search."""
    arrived = Signal(object)
    """A Page."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", timing: Timing, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self.server: Server | None = None
        self.filters = Filters()
        self.user = ""
        self.as_of: QTime | None = None
        """The time of the last request; None while there is no list."""
        self.is_stale = False
        """A case is known to have changed since."""
        self._old = QTimer(self)
        self._old.setSingleShot(True)
        self._old.setInterval(round(timing.list_fresh * 1000))
        self._old.timeout.connect(self.changed)
        self._is_fresh = False
        self._rows = 0
        self._is_open_ended = False
        self._size = PAGE
        self._pages: dict[int, tuple[Listed, ...]] = {}
        self._places: dict[str, int] = {}
        self._asked: dict[int, Job] = {}
        self._unanswered: set[int] = set()
        self._looked_at = (0, 0)

    @property
    def is_looking(self) -> bool:
        """Tell whether the first answer to a search is pending."""
        return self.as_of is None and bool(self._asked)

    @property
    def is_old(self) -> bool:
        """Tell whether it may be out of date by its age alone."""
        return self.as_of is not None and not self._old.isActive()

    @property
    def has_all(self) -> bool:
        """Tell whether the number of rows is the number of cases."""
        return not self._is_open_ended

    @property
    def kept(self) -> int:
        """Return the count of cases in memory."""
        return sum(map(len, self._pages.values()))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._rows

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.tr("Case")
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        if not index.isValid():
            return None
        case = self.case(index.row())
        if case is None:
            return "…" if role in (Role.DisplayRole, SUBJECT) else "" if role in (CASE_ID, BELOW) else None
        match role:
            case Role.DisplayRole:
                return f"{case.case_id} {in_a_list(case.subject)}".strip()
            case Role.ToolTipRole:
                return tip_words(f"{case.case_id} {case.subject}\n{_below(case)}")
            case Role.AccessibleDescriptionRole:
                return _below(case)
            case _ if role == LOOK:
                return _look(case)
        return {CASE_ID: case.case_id, SUBJECT: in_a_list(case.subject), BELOW: _below(case)}.get(role)

    def case(self, row: int) -> Listed | None:
        """Return the case of a row; None if it is not in memory."""
        number, place = divmod(row, self._size)
        page = self._pages.get(number, ())
        return page[place] if place < len(page) else None

    def row_of(self, case_id: str) -> int:
        """Return the row of a case; -1 if it is not in memory."""
        row = self._places.get(case_id, -1)
        return row if row < self._rows else -1

    # Requests.

    def search(self, server: Server, filters: Filters) -> None:
        """Start a new search."""
        self.clear()
        self.server, self.filters = server, filters
        self._ask(0)
        self.changed.emit()

    def refresh(self) -> None:
        """Fetch the visible pages again; others follow when they become visible."""
        if self.server is None:
            return
        self.cancel()
        near = self._numbers()
        self._forget(set(self._pages) - set(near))
        self._places.clear()  # all pages are fetched again
        self._unanswered.clear()
        self._is_fresh = False
        for number in near:
            self._ask(number)
        self.changed.emit()

    def cancel(self) -> None:
        """Cancel pending requests."""
        for job in self._asked.values():
            job.cancel()
        self._asked.clear()
        self.changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.cancel()
        self._set_rows(0)
        self._pages.clear()
        self._places.clear()
        self._unanswered.clear()
        self._size, self._looked_at, self._is_open_ended = PAGE, (0, 0), False
        self.filters = Filters()
        self.server, self.user, self.as_of, self.is_stale, self._is_fresh = None, "", None, False, False
        self._old.stop()
        self.changed.emit()

    def look_at(self, first: int, last: int) -> None:
        """Fetch the pages of these rows, and drop pages far from them."""
        if self.as_of is None:
            return
        self._looked_at = (first, max(first, last))
        near = self._numbers()
        for number in set(self._asked) - set(near):
            self._asked.pop(number).cancel()
        self._forget({number for number in self._pages if not near[0] - KEPT <= number <= near[-1] + KEPT})
        for number in near:
            if number not in self._pages and number not in self._unanswered:
                self._ask(number)

    def _numbers(self) -> range:
        first, last = self._looked_at
        end = max(min(last, self._rows - 1), 0) // self._size
        return range(min(first // self._size, end), end + 1)

    def _ask(self, number: int) -> None:
        server = self.server
        if server is None or number in self._asked:
            return
        page = call(BackendInterface.search_cases, server, self.filters, number * self._size, self._size)
        self._asked[number] = job = self._worker.run(
            page, lambda outcome: self._on_page(job, number, outcome), owner=self
        )

    # Answers.

    def _on_page(self, job: Job, number: int, outcome: Outcome[Page]) -> None:
        if self._asked.get(number) is not job:
            return
        del self._asked[number]
        if not isinstance(outcome, Success):
            self._unanswered.add(number)  # not requested again automatically
            self._on_failure(outcome)
            return
        page = outcome.value
        self._unanswered.clear()
        is_first = self.as_of is None
        self.user = page.user
        if is_first and page.total is not None and 0 < len(page.cases) < min(self._size, page.total):
            self._size = len(page.cases)  # the server sends no more in one page
        if is_first and page.total is None and len(page.cases) > self._size:
            self._size = len(page.cases)  # the server does not support pages
        was_fresh, self._is_fresh = self._is_fresh, True
        if not was_fresh:
            self.as_of, self.is_stale = QTime.currentTime(), False
            self._old.start()
        before = self._rows
        self._count(number, page)
        if was_fresh and page.total is not None and before != self._rows:
            self.is_stale = True
        self._put(number, page.cases[: self._size])
        self.arrived.emit(page)
        self.changed.emit()

    def _on_failure(self, failure: Failure) -> None:
        if failure.kind is not FailureKind.STOPPED:
            self.failed.emit(failure)
        self.changed.emit()

    def _count(self, number: int, page: Page) -> None:
        """Update the count of rows."""
        start = number * self._size
        if page.total is not None:
            total = min(page.total, _MOST)
            self._is_open_ended = False
        else:
            came = 0 if self._repeats(number, page) else min(len(page.cases), self._size)
            total = start + came
            if came == self._size:  # there may be more
                self._is_open_ended = self._is_open_ended or total >= self._rows
                total = max(total + self._is_open_ended, self._rows)
            else:
                self._is_open_ended = False
        self._set_rows(total)

    def _repeats(self, number: int, page: Page) -> bool:
        """Tell whether a server answered the request for a later page with the first one."""
        first = self._pages.get(0, ())
        return number > 0 and bool(first) and page.cases[:1] == first[:1]

    def _set_rows(self, total: int) -> None:
        if total > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, total - 1)
            self._rows = total
            self.endInsertRows()
        elif total < self._rows:
            self.beginRemoveRows(QModelIndex(), total, self._rows - 1)
            self._rows = total
            self._forget({number for number in self._pages if number * self._size >= total}, tell=False)
            self.endRemoveRows()

    def _put(self, number: int, cases: tuple[Listed, ...]) -> None:
        """Store a page; returns its changed rows."""
        start = number * self._size
        cases = cases[: max(self._rows - start, 0)]
        before = self._pages.get(number, ())
        for place, case in enumerate(before):
            if self._places.get(case.case_id) == start + place:
                del self._places[case.case_id]
        self._pages[number] = cases
        for place, case in enumerate(cases):
            if not case.case_id:
                continue
            if self._places.get(case.case_id, start + place) != start + place:
                self.is_stale = True  # the case has moved since another page was fetched
            self._places[case.case_id] = start + place
        first = -1
        held = min(max(len(cases), len(before)), self._rows - start)
        for place in range(held + 1):
            now, then = (page[place] if place < len(page) else None for page in (cases, before))
            differs = place < held and now != then
            if differs and first < 0:
                first = place
            elif not differs and first >= 0:
                self.dataChanged.emit(self.index(start + first), self.index(start + place - 1))
                first = -1

    def _forget(self, numbers: set[int], *, tell: bool = True) -> None:
        for number in numbers:
            start = number * self._size
            for place, case in enumerate(self._pages.pop(number)):
                if self._places.get(case.case_id) == start + place:
                    del self._places[case.case_id]
            if tell and start < self._rows:
                last = min(start + self._size, self._rows) - 1
                self.dataChanged.emit(self.index(start), self.index(last))

    # Cases that are read elsewhere.

    def learn(self, server: Server, case: Case) -> None:
        """Update a case of the list that was read since; whether it still belongs at its place is unknown."""
        row = self.row_of(case.id)
        old = self.case(row) if row >= 0 else None
        if server != self.server or old is None or old.update_date == case.update_date:
            return
        number, place = divmod(row, self._size)
        page = self._pages[number]
        self._pages[number] = (*page[:place], listed(case), *page[place + 1 :])
        self.dataChanged.emit(self.index(row), self.index(row))
        self.is_stale = True
        self.changed.emit()


def _below(case: Listed) -> str:
    found = (case.state, updated_words(case.update_date), case.source, case.contact)
    return " · ".join(isolated(in_a_list(text)) for text in found if text)


def _look(case: Listed) -> CaseLook:
    updated = moment(case.update_date)
    age = "" if updated is None else distance_words(distance(max(epoch_seconds(datetime.now(UTC)) - updated, 0)))
    contact = in_a_list(case.contact) or f"#{case.case_id}"
    subject = in_a_list(case.subject) or translate("Queue", "(no subject)")
    return CaseLook(contact, age, subject, in_a_list(case.state), is_closed(case.state))
