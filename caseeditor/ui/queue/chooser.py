"""The button that names the queue, with the menu of all saved queues."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from caseeditor.domain.case.search import Filters
from caseeditor.domain.local.saved_queues import SavedQueue
from caseeditor.domain.queue.saved import filters_of
from caseeditor.ui.messages.texts import in_a_menu, number_words
from caseeditor.ui.queue.counts import QueueCounts
from caseeditor.ui.state.saved_queues import SavedQueues


class QueueChooser(QToolButton):
    """Hidden while no queue is saved. Its menu shows each queue with its count."""

    def __init__(self, queues: SavedQueues, counts: QueueCounts, parent: QWidget) -> None:
        super().__init__(parent)
        self._queues, self._counts = queues, counts
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setArrowType(Qt.ArrowType.DownArrow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._show_menu)
        queues.changed.connect(self._show)
        counts.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        current = self._queues.current
        queue = current.find(current.chosen)
        name = self._words(queue) if queue else self.tr("All cases")
        if queue and current.is_changed:
            name = self.tr("{0} (changed)").format(in_a_menu(queue.name))  # the count is of the saved filters
        self.setText(name)
        self.setAccessibleName(self.tr("Queue: {0}").format(name))
        self.setVisible(bool(current.saved))

    def _words(self, queue: SavedQueue) -> str:
        """Return name and count of a queue, as a menu shows it."""
        return self._with_count(in_a_menu(queue.name), filters_of(queue))

    def _with_count(self, name: str, filters: Filters) -> str:
        count = self._counts.count_of(filters)
        return name if count is None else f"{name} {number_words(count)}"

    def _show_menu(self) -> None:
        current, menu = self._queues.current, QMenu(self)
        for name, text in (("", self.tr("All cases")), *((each.name, self._words(each)) for each in current.saved)):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(name == current.chosen)
            action.triggered.connect(partial(self._queues.choose, name))
        if current.chosen:
            menu.addSeparator()
            text = self.tr("Delete queue {0}").format(in_a_menu(current.chosen))
            menu.addAction(text).triggered.connect(partial(self._queues.remove, current.chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
