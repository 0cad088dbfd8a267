"""A field and a button that add words to a line of chips, each of which can be removed."""

from functools import partial

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.widgets.fields.text_fields import LineEdit
from caseeditor.ui.widgets.flow_row import FlowRow


class AddingLine(LineEdit):
    """Enter adds the text."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """A list of words. The text in the field counts as one, too."""

    changed = Signal()

    def __init__(self, field: str, add: str, remove: str, parent: QWidget) -> None:
        """Names of the field, of the button that adds, and of one that removes {0}."""
        super().__init__(parent)
        self._remove = remove
        self.words: tuple[str, ...] = ()
        self._is_enabled = True
        self.entry = AddingLine(self)
        self.entry.setAccessibleName(field)
        self.entry.setPlaceholderText(field)
        self._add = QPushButton(add, self)
        self._add.setAutoDefault(False)
        self._flow = FlowRow(self, QMargins(0, 0, 0, 0), 6)
        self._flow.setFixedHeight(0)
        self._shown: list[QWidget] = []
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.entry, 1)
        row.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._flow)
        layout.addStretch()
        self._add.clicked.connect(self._on_add)
        self.entry.entered.connect(self._on_add)
        self.entry.textChanged.connect(lambda _: self.changed.emit())

    def show_words(self, words: tuple[str, ...], typed: str, *, is_enabled: bool) -> None:
        """Show other words, and the text in the field."""
        if typed != self.entry.text():
            self.entry.show_exactly(typed)
        self.entry.setReadOnly(not is_enabled)
        self._add.setEnabled(is_enabled)
        if words != self.words or is_enabled is not self._is_enabled:
            self.words, self._is_enabled = words, is_enabled
            self._fill()

    def _on_add(self) -> None:
        word = self.entry.text().strip()
        if not word:
            self.entry.setFocus()
            return
        self.words = tuple(dict.fromkeys((*self.words, word)))
        self.entry.clear()
        self._fill()
        self.changed.emit()

    def _take_away(self, word: str) -> None:
        self.words = tuple(each for each in self.words if each != word)
        self._fill()
        self.entry.setFocus()
        self.changed.emit()

    def _fill(self) -> None:
        for chip in self._shown:
            chip.hide()
            chip.deleteLater()
        self._shown = []
        for word in self.words:
            chip = QToolButton(self._flow)
            chip.setText(f"{in_a_list(word)} ×".replace("&", "&&"))
            chip.setAccessibleName(self._remove.format(word))
            chip.setToolTip(self._remove.format(word))
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setEnabled(self._is_enabled)
            chip.clicked.connect(partial(self._take_away, word))
            chip.show()
            self._shown.append(chip)
        self._flow.put(self._shown)
