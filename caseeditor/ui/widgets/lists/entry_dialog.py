"""A dialog with a field and a list: entries by a few letters of their names."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from caseeditor.domain.text.folding import fold
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.lists.entry_list import Entry, EntryDelegate, EntryModel
from caseeditor.ui.widgets.lists.item_data import Index

_MOST = 200
"""Lines that are shown at most; more letters narrow them down."""
_WIDTH, _HEIGHT = 520, 340
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


def matching(entries: Iterable[Entry], wanted: str) -> list[Entry]:
    """Return the entries that contain every word, first those that begin with them, otherwise in their order."""
    words = fold(wanted).split()
    found = [(fold(f"{entry.text} {entry.detail}"), entry) for entry in entries]
    held = [(text, entry) for text, entry in found if all(word in text for word in words)]
    held.sort(key=lambda each: not each[0].startswith(" ".join(words)))
    return [entry for _, entry in held[:_MOST]]


class EntryDialog(QDialog):
    """A field and the entries that match it. `extra` returns entries for the text itself, which come first."""

    moved = Signal()
    """Another entry is the current one."""

    def __init__(self, entries: list[Entry], extra: Callable[[str], list[Entry]], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries
        self._extra = extra
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = LineEdit(self)
        self._field.textChanged.connect(self._show)
        self._field.installEventFilter(self)
        self._model = EntryModel(self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Found"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        self.resize(_WIDTH, _HEIGHT)
        self._show("")

    def name_field(self, name: str) -> None:
        """Name the field, and show the name in it while it is empty."""
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(name)

    def current(self) -> Entry | None:
        """Return the current entry."""
        return self._model.entry(self._list.currentIndex())

    def show_lines(self, entries: list[Entry]) -> None:
        """Show other entries."""
        self._entries = []
        self.add(entries)

    def add(self, entries: list[Entry]) -> None:
        """Add entries that were found later."""
        current = self._model.entry(self._list.currentIndex())
        self._entries += entries
        self._show(self._field.text())
        if current:
            self._list.setCurrentIndex(self._model.index(self._model.place(current), 0))
            self._tell_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _STEPS:
                self._step(_STEPS[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentIndex())
                return True
        return False

    def found(self, wanted: str) -> list[Entry]:
        """Return the entries for a text."""
        return [*self._extra(wanted), *matching(self._entries, wanted)]

    def _show(self, wanted: str) -> None:
        self._model.show_entries(self.found(wanted))
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._tell_current()

    def _step(self, step: int) -> None:
        last = self._model.rowCount() - 1
        row = min(max(self._list.currentIndex().row() + step, 0), last)
        self._list.setCurrentIndex(self._model.index(row, 0))
        self._tell_current()

    def _tell_current(self) -> None:
        """Describe the current line to screen readers, since the focus stays in the field."""
        self.moved.emit()
        entry = self.current()
        words = entry.words if entry else ""
        self._field.setAccessibleDescription(words or self.tr("Nothing found"))

    def _choose(self, index: Index) -> None:
        entry = self._model.entry(index)
        self.accept()
        if entry:
            QTimer.singleShot(0, entry.run)  # after the window has the focus again
