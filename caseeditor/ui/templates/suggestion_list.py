"""The list *Suggestions* of templates beside a field that keeps the focus."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QPlainTextEdit

from caseeditor.domain.editing.templates import Template
from caseeditor.domain.text.bidi import isolated
from caseeditor.domain.text.short_text import in_a_list
from caseeditor.ui.templates.controller import Offered
from caseeditor.ui.widgets.lists.entry_list import Entry, EntryDelegate, EntryModel
from caseeditor.ui.widgets.lists.item_data import Index

_LETTERS = 44
"""The width."""
_ROWS = 8
"""Rows without scrolling."""
_GAP = 10
"""Pixels between the line of the cursor and the list."""
_TOLD = 5
"""Names that the description for screen readers lists."""


class SuggestionList(QListView):
    """Templates by name, with their keys. A click chooses, too."""

    chosen = Signal(object)
    """A Template."""

    def __init__(self, entry: QPlainTextEdit) -> None:
        super().__init__(entry.window())
        self.hide()
        self._entry = entry
        self._offered: list[Offered] = []
        self._model = EntryModel(self)
        self.setAccessibleName(self.tr("Suggestions"))
        self.setModel(self._model)
        self.setItemDelegate(EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def show_templates(self, templates: Sequence[Offered], *, is_chosen: bool) -> None:
        """Show these; `is_chosen` makes the first one the current one, else none is."""
        self._offered = [*templates]
        entries = [
            Entry(isolated(in_a_list(each.template.name)), each.detail, partial(self.chosen.emit, each.template))
            for each in templates
        ]
        self._model.show_entries(entries)
        self.setCurrentIndex(self._model.index(0, 0) if is_chosen else QModelIndex())
        self._place()
        self.show()
        self.raise_()

    def current(self) -> Template | None:
        """Return the current template; None if there is none."""
        row = self.currentIndex().row()
        return self._offered[row].template if 0 <= row < len(self._offered) else None

    def step(self, step: int) -> None:
        """Move to the next or the previous template."""
        last = self._model.rowCount() - 1
        row = self.currentIndex().row()
        begin = -1 if step > 0 else last + 1
        row = min(max((row if row >= 0 else begin) + step, 0), last)
        self.setCurrentIndex(self._model.index(row, 0))

    def words(self) -> str:
        """Return the current suggestion, or the first ones, for screen readers."""
        if entry := self._model.entry(self.currentIndex()):
            return entry.words
        return self.tr("Templates: {0}").format(", ".join(each.template.name for each in self._offered[:_TOLD]))

    def _on_clicked(self, index: Index) -> None:
        if entry := self._model.entry(index):
            entry.run()

    def _place(self) -> None:
        """Stand above the line of the cursor, or below it where there is no room, inside the window."""
        window, cursor = self._entry.window(), self._entry.cursorRect()
        top = self._entry.viewport().mapTo(window, cursor.topLeft())
        below = self._entry.viewport().mapTo(window, cursor.bottomLeft() + QPoint(0, _GAP))
        width = min(_LETTERS * self.fontMetrics().averageCharWidth(), window.width() - 8)
        height = min(self._model.rowCount(), _ROWS) * self.sizeHintForRow(0) + 2 * self.frameWidth()
        is_above = top.y() - _GAP - height >= 0
        left = min(max(top.x(), 4), window.width() - width - 4)
        self.setGeometry(left, top.y() - _GAP - height if is_above else below.y(), width, height)
