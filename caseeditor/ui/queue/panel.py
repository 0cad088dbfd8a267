"""The page of the queue: the bar, the list or a sentence in its place, and a line below."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from caseeditor.domain.case.reference import page_link
from caseeditor.domain.queue.due import clock_at
from caseeditor.domain.queue.place import Place, moved_cases
from caseeditor.domain.queue.rows import QueueRow, band_counts, narrowed, ordered
from caseeditor.domain.queue.saved import chosen_filters
from caseeditor.ui.messages.message import Message
from caseeditor.ui.queue.bar import QueueBar
from caseeditor.ui.queue.chooser import QueueChooser
from caseeditor.ui.queue.counts import QueueCounts
from caseeditor.ui.queue.filter_chips import FilterChips
from caseeditor.ui.queue.loader import QueueLoader
from caseeditor.ui.queue.model import QueueModel
from caseeditor.ui.queue.order_button import OrderButton
from caseeditor.ui.queue.states import end_words, foot_words, sentence
from caseeditor.ui.queue.view import QueueView
from caseeditor.ui.widgets.lists.selection import select_only
from caseeditor.ui.widgets.minute_timer import MinuteTimer

if TYPE_CHECKING:
    from caseeditor.domain.case.reference import Server
    from caseeditor.ui.state.list_choice import ListChoice
    from caseeditor.ui.state.saved_queues import SavedQueues
    from caseeditor.ui.state.workspace import Workspace

_EDGE = 12


class QueuePane(QWidget):
    """Shows the cases of a QueueLoader. The list keeps its place while pages and refreshes arrive."""

    open_wanted = Signal(object)
    """Server and id of each case to be opened: the first comes to the front."""
    step_wanted = Signal(object, str)
    """Server and id of the case that comes next."""
    preview_wanted = Signal(object, str)
    """Server and id of a case that the agent looks at."""
    typed = Signal(str)
    """Text for the field at the top, which narrows the list."""
    place_changed = Signal()
    """The list, or the case at which stepping goes on."""
    message_emitted = Signal(object)
    """A Message."""
    more_filters_wanted = Signal(object)
    """The Filters of the queue, for the form with all of them."""

    def __init__(self, workspace: "Workspace", queues: "SavedQueues", parent: QWidget) -> None:
        super().__init__(parent)
        self.queues = queues
        self.loader = QueueLoader(workspace, self._is_watched, lambda: chosen_filters(self.queues.current), self)
        self._counts = QueueCounts(workspace, self.queues, self)
        self._chooser = QueueChooser(self.queues, self._counts, self)
        self.model = QueueModel(self)
        self._view = QueueView(self.model, self)
        self._bar = QueueBar(self)
        self._chips = FilterChips(workspace, self.queues, self)
        self._chips.more_wanted.connect(self.more_filters_wanted)
        self._order = OrderButton(self)
        self._typed = ""
        self._place = Place()
        self._make_look()
        self._bar.chosen.connect(self._show)
        self._order.chosen.connect(self._reorder)
        self._view.opened.connect(self._open_selected)
        self._view.looked_at.connect(self._preview_selected)
        self._view.typed.connect(self.typed)
        self._view.menu_wanted.connect(self._show_menu)
        self.loader.changed.connect(self._show)
        self.loader.was_read.connect(self._counts.update)
        self.queues.changed.connect(self._place_order)
        self.queues.changed.connect(self._counts.clear)
        self.queues.changed.connect(self.loader.choose)
        self._minutes = MinuteTimer(self)
        self._minutes.fired.connect(self._tell_time)
        self._minutes.start()
        self._place_order()
        self._show()

    def _make_look(self) -> None:
        self._top = QHBoxLayout()
        self._top.setContentsMargins(_EDGE - 4, 4, _EDGE, 0)
        self._top.addWidget(self._chooser, 1)
        self._said = QLabel(self)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = QPushButton(self.tr("Try again"), self)
        self._again.clicked.connect(self.refresh)
        empty = QWidget(self)
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self._said)
        middle.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(2)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._view)
        self._pages.addWidget(empty)
        self._foot = QLabel(self)
        self._foot.setContentsMargins(_EDGE, 4, _EDGE, 4)
        for label in (self._said, self._foot):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar.setContentsMargins(_EDGE, 6, _EDGE, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._bar)
        layout.addWidget(self._chips)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._foot)

    def _place_order(self) -> None:
        """Put the buttons of the order and the first filter beside the name of the queue, or else beside the bar."""
        beside = self._top if self.queues.current.saved else self._bar.row
        beside.addWidget(self._chips.first)
        beside.addWidget(self._order)

    # Actions of the agent.

    def refresh(self) -> None:
        """Read the whole list again."""
        self.loader.refresh()

    def choice(self) -> "ListChoice | None":
        """Return the marked cases if there are several, or those that a word or a band leaves; else the search."""
        from caseeditor.ui.state.list_choice import ListChoice  # noqa: PLC0415 - seldom needed, not at start

        loader, marked = self.loader, self._selected_ids()
        if loader.server is None:
            return None
        link = next((row.case.url for row in loader.rows.by_id.values()), "")
        filters = chosen_filters(self.queues.current)
        if len(marked) > 1:
            return ListChoice(loader.server, tuple(marked), filters, link=link)
        if self._typed or self._bar.part:
            ids = tuple(self.model.ids())
            return ListChoice(loader.server, ids, filters, link=link) if ids else None
        return ListChoice(loader.server, filters=filters, total=loader.total, link=link)

    def narrow(self, text: str) -> None:
        """Show only the rows that contain each of these words."""
        if text.strip() != self._typed:
            self._typed = text.strip()
            self._show()

    @property
    def has_matches(self) -> bool:
        """Tell whether rows in sight contain the typed words."""
        return bool(self._typed) and self.isVisible() and self.model.rowCount() > 0

    def go_to_first(self) -> None:
        """Go to the first row."""
        select_only(self._view, self.model.index(0))
        self._view.setFocus()

    def show_drafts(self, drafts: frozenset[str]) -> None:
        """Mark the cases with a draft."""
        self.model.show_drafts(drafts)

    def step(self, step: int) -> bool:
        """Open the next or the previous case of the list, the first one if none is current.

        Returns whether there is one.
        """
        ids, server = self.model.ids(), self.loader.server
        row = self._next_row(ids, step)
        if not (0 <= row < len(ids) and server):
            self.message_emitted.emit(Message(self.end_words(step), transient=True))
            return False
        select_only(self._view, self.model.index(row))
        self._go_to(ids[row])
        self.step_wanted.emit(server, ids[row])
        return True

    def end_words(self, step: int) -> str:
        """Tell why there is no next (1) or previous (-1) case."""
        is_filtered = bool(self._typed or self._bar.part)
        return end_words(self.loader, step, self.model.rowCount(), is_filtered=is_filtered)

    def position_of(self, server: "Server", case_id: str) -> tuple[int, int] | None:
        """Return the row of a case, from 1, and the number of rows; None if it is not at its place in the list."""
        row = self.model.row_of(case_id) if server == self.loader.server else -1
        has_left = case_id == self._place.case_id and self._place.gap >= 0
        return None if row < 0 or has_left else (row + 1, self.model.rowCount())

    def select(self, server: "Server", case_id: str, *, is_late: bool = False) -> None:
        """Select the row of the case in front. Stepping goes on where the agent left the list.

        A row that is loaded late is selected only if none is, and the list is not scrolled.
        """
        row = self.model.row_of(case_id) if server == self.loader.server else -1
        if row < 0 or self._view.is_in_use():
            return
        if not is_late:
            select_only(self._view, self.model.index(row))
        elif not self._view.selectedIndexes():
            with self._view.still():
                select_only(self._view, self.model.index(row))

    def _next_row(self, ids: list[str], step: int) -> int:
        """Return the row of the next case: the selected one if it was about to be looked at."""
        awaited = self._view.awaited_row()
        is_new = awaited >= 0 and ids[awaited] != self._place.case_id
        return awaited if is_new else self._place.next_row(ids, step)

    def _go_to(self, case_id: str) -> None:
        self._place = Place(case_id)
        self.place_changed.emit()

    def _open_selected(self) -> None:
        self._open(self._selected_ids())

    def _open(self, ids: list[str]) -> None:
        if ids and (server := self.loader.server):
            self._go_to(ids[0])
            self.open_wanted.emit([(server, case_id) for case_id in ids])

    def _preview_selected(self) -> None:
        ids = self._selected_ids()
        if ids and self.loader.server:
            self._go_to(ids[0])
            self.preview_wanted.emit(self.loader.server, ids[0])

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for text, does in self._menu_items(self._selected_ids()):
            menu.addAction(text).triggered.connect(does)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _menu_items(self, ids: list[str]) -> list[tuple[str, Callable[[], object]]]:
        """Return the actions on these cases, which may have left the list when the agent chooses one."""
        server, rows = self.loader.server, self.loader.rows.by_id
        links = [page_link(server, case_id, rows[case_id].case.url) for case_id in ids] if server else []
        return [
            (self.tr("Open"), lambda: self._open(ids)),
            (self.tr("Copy ID"), lambda: self._copy(ids)),
            (self.tr("Copy link"), lambda: self._copy(links)),
            (self.tr("Refresh list"), self.refresh),
        ]

    def _selected_ids(self) -> list[str]:
        ids = self.model.ids()
        return [ids[row] for row in self._view.selected_rows()]

    def _copy(self, texts: list[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(texts))

    # Content.

    def _is_watched(self) -> bool:
        return self.window().isVisible() and not self.window().isMinimized()

    def _tell_time(self) -> None:
        """Update ages and due times."""
        if self._is_watched():
            self._show()
            self.model.tell_time(clock_at(datetime.now(UTC)).now)

    def _reorder(self) -> None:
        """Show the list in another order: stepping goes on at the new row of the case."""
        self._place = Place(self._place.case_id)
        self._show()

    def _show_rows(self, shown: list[QueueRow], now: float) -> None:
        if shown == self.model.in_order:  # most refreshes bring nothing
            self.model.count_from(now)
            return
        before, after = self.model.rows, {row.case.case_id: row for row in shown}
        moved = moved_cases(before, after)
        with self._view.anchored(moved):
            self.model.show_rows(shown, now)
        if self._place.case_id in before and self._place.case_id not in after:
            self._view.clearSelection()  # Qt selects the neighbour
        place = self._place.followed(list(before), list(after), moved)
        if place != self._place or list(before) != list(after):
            self._place = place
            self.place_changed.emit()

    def _show(self) -> None:
        clock, rows = clock_at(datetime.now(UTC)), self.loader.rows.by_id.values()
        counts = band_counts(rows, clock)
        has_due = any(counts.values())
        if not has_due and self._bar.part:
            self._bar.choose(None)  # comes back here
            return
        shown = ordered(narrowed(rows, self._typed, self._bar.part, clock), self._order.order)
        self._show_rows(shown, clock.now)
        self._bar.show_counts(counts)
        self._bar.setVisible(has_due or (bool(rows) and not self.queues.current.saved))
        is_rejected = self._chips.tell(self.loader.failure)
        self._said.setText("" if shown or is_rejected else sentence(self.loader, self._bar.part, self._typed))
        self._again.setVisible(bool(self.loader.failure) and not rows and not is_rejected)
        self._pages.setCurrentIndex(0 if shown else 1)
        foot = foot_words(self.loader, has_due=has_due)
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))
