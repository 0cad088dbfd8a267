"""The list view of the queue."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from caseeditor.ui.queue.model import QueueModel
from caseeditor.ui.queue.row_delegate import QueueDelegate

_REST = 150
"""Milliseconds without a key after which the current case is looked at."""
_STEPS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class QueueView(QListView):
    """Enter or a double click opens the selected cases; a click or a pause after a step looks at one."""

    opened = Signal()
    looked_at = Signal()
    """The agent rests on one case: a click, or a pause after Up and Down."""
    menu_wanted = Signal(object)
    """The place on the screen for a context menu of the selected cases."""

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Queue"))
        self.setModel(model)
        self.setItemDelegate(QueueDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_activated)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)

    def selected_rows(self) -> list[int]:
        """Return the selected rows, or else the current one."""
        return sorted(index.row() for index in self.selectedIndexes() or [self.currentIndex()] if index.isValid())

    @contextmanager
    def anchored(self) -> Iterator[None]:
        """Keep the current row where it is on the screen while the model changes, or else the first visible row."""
        index = self.currentIndex()
        if not (index.isValid() and self.visualRect(index).intersects(self.viewport().rect())):
            index = self.indexAt(self.viewport().rect().topLeft())
            if not self.verticalScrollBar().value():
                index = self.rootIndex()  # at the top, new rows are to be seen
        held, before = QPersistentModelIndex(index), self.visualRect(index).top()
        yield
        if held.isValid():
            self.doItemsLayout()
            place = self.model().index(held.row(), 0)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(place).top() - before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._rest.stop()
        super().keyPressEvent(event)
        if event.key() in _STEPS and self.selectedIndexes():
            self._rest.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if (
            event.button() is Qt.MouseButton.LeftButton
            and is_plain
            and self.indexAt(event.position().toPoint()).isValid()
        ):
            self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._rest.stop()  # a preview would take the focus from where the agent types now
        super().focusOutEvent(event)

    def _look(self) -> None:
        self._rest.stop()
        if len(self.selectedIndexes()) == 1:
            self.looked_at.emit()

    def _on_activated(self) -> None:
        self._rest.stop()
        self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        place = event.pos() if is_mouse else self.visualRect(self.currentIndex()).center()
        if self.selected_rows() and (not is_mouse or self.indexAt(place).isValid()):
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
