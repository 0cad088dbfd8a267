"""The list view of the queue."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from caseeditor.ui.application.attention import MODIFIERS
from caseeditor.ui.queue.model import CASE_ID, QueueModel
from caseeditor.ui.queue.row_delegate import QueueDelegate
from caseeditor.ui.widgets.lists.item_data import Index

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
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class QueueView(QListView):
    """Enter or a double click opens the selected cases; a click or a pause after a step looks at one.

    Typed letters are no search of the list: they are for the field at the top.
    """

    opened = Signal()
    looked_at = Signal()
    """The agent rests on one case: a click, or a pause after Up and Down."""
    typed = Signal(str)
    """A letter, or the text of an input method."""
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

    def awaited_row(self) -> int:
        """Return the row that is about to be looked at; -1 if there is none."""
        rows = [index.row() for index in self.selectedIndexes()]
        return rows[0] if self._rest.isActive() and len(rows) == 1 else -1

    def is_in_use(self) -> bool:
        """Tell whether several rows are selected, a step awaits its pause, or a mouse button is down."""
        is_pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return self._rest.isActive() or len(self.selectedIndexes()) > 1 or is_pressed

    @contextmanager
    def still(self) -> Iterator[None]:
        """Keep the list where it is while another row becomes the current one."""
        self.setAutoScroll(False)
        yield
        self.setAutoScroll(True)

    @contextmanager
    def anchored(self, moved: Collection[str]) -> Iterator[None]:
        """Keep the current row where it is on the screen while the model changes, or else the first visible row.

        A case that moves by its own change takes the list nowhere.
        """
        index: Index = self.currentIndex()
        is_visible = index.isValid() and self.visualRect(index).intersects(self.viewport().rect())
        if not is_visible or index.data(CASE_ID) in moved:
            index = self._first_steady(moved)
        held, before = QPersistentModelIndex(index), self.visualRect(index).top()
        yield
        if held.isValid():
            self.doItemsLayout()
            place = self.model().index(held.row(), 0)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(place).top() - before)

    def _first_steady(self, moved: Collection[str]) -> Index:
        """Return the first visible row that is not of these cases; none at the top, where new rows are to be seen."""
        index: Index = self.indexAt(self.viewport().rect().topLeft())
        if not self.verticalScrollBar().value():
            return self.rootIndex()
        while index.isValid() and index.data(CASE_ID) in moved:
            index = self.model().index(index.row() + 1, 0)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MODIFIERS:  # a shortcut may follow, which acts on the case in front
            self._look_now()
            return
        self._rest.stop()
        if _is_typed(event):
            self.typed.emit(event.text())
            return
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

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.typed.emit(event.commitString())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._allow_composing()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._allow_composing()

    def _allow_composing(self) -> None:
        """Accept input methods, which Qt allows in rows that can be edited only."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._rest.stop()  # a preview would take the focus from where the agent types now
        super().focusOutEvent(event)

    def _look_now(self) -> None:
        """Look at the current case if a step awaits its pause."""
        if self._rest.isActive():
            self._look()

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


def _is_typed(event: QKeyEvent) -> bool:
    """Tell whether a key is text, which AltGr may be part of. A blank selects."""
    command = event.modifiers() & _COMMAND
    text = event.text()
    return bool(text.strip()) and text.isprintable() and command in (Qt.KeyboardModifier.NoModifier, _ALT_GR)
