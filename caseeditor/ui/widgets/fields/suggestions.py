"""Suggestions below a field, while a text is typed in it. The text stays unless the agent chooses one of them."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.texts import number_words
from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit, MarkedLine
from caseeditor.ui.widgets.lists.entry_list import Entry, EntryDelegate, EntryModel

_LONGEST = 200
"""Characters of a text for which suggestions are looked for."""
_LETTERS = 34
"""The width of the list at least."""
_ROWS = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}


class Suggestion(msgspec.Struct, frozen=True):
    """A text, and a word about it. With `run`, the line is an action instead."""

    text: str
    note: str = ""
    run: Callable[[], object] | None = None


class Suggestions(QObject):
    """List `Suggestions` of a field, which keeps the focus. `find` returns those for a text.

    Up and Down put the current one into the field; beyond an end is the typed text again. In a text of several visible
    lines they move the cursor, unless a typed letter or Alt+Down opened the list. Escape closes the list and restores
    the typed text. Tab and Enter take the text of the field as it stands. Screen readers get the count and the
    current line.
    """

    chosen = Signal()
    """A line was clicked, and its text is in the field."""

    def __init__(self, field: MarkedLine | MarkedEdit, find: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__(field)
        self._field = field
        self._find = find
        self._shown: tuple[Suggestion, ...] = ()
        self._typed = ""
        self.taken = ""
        """The text of the suggestion that was last put into the field."""
        self._is_putting = self._is_begun = self._is_wanted = False
        self._model = EntryModel(self)
        self._list: QListView | None = None
        field.textChanged.connect(self._on_text)
        field.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def begin(self, *, is_open: bool = False) -> None:
        """Follow the text from now on; `is_open` shows all suggestions at once, except for a long text."""
        self._is_begun = True
        if is_open and self._is_short():
            self.show_all()

    def show_all(self) -> None:
        """Show the suggestions for an empty text."""
        self._is_wanted = False
        self._show(self._find(""))

    def renew(self) -> None:
        """Show suggestions that were found since the last letter."""
        if self._row() < 0:
            self._on_text()

    def close(self, *, is_reverted: bool = False) -> None:
        """Close the list; with `is_reverted`, restore the typed text."""
        if self.is_open and is_reverted:
            self._put(self._typed)
        self._is_wanted = False
        if self._list:
            self._list.hide()

    def run_current(self) -> bool:
        """Run the current line if it is an action; tells whether it is one."""
        line = self._line(self._row())
        if line is None or line.run is None:
            return False
        self.close()
        line.run()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(event)
            if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
                self.close()
            elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.is_open:
                self._place()
        return False

    # Keys.

    def _on_key(self, event: QKeyEvent) -> bool:
        """Step through the list; Down, in a text of one visible line, and Alt+Down open it."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        is_asked = key == Qt.Key.Key_Down and modifiers == Qt.KeyboardModifier.AltModifier
        if not is_asked and (modifiers or key not in _STEPS or not (self._is_wanted or self._is_one_line())):
            return False
        if self.is_open:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Down:
            self.show_all()
        self._is_wanted = self.is_open
        return self.is_open

    def _step(self, step: int) -> None:
        last, row = len(self._shown) - 1, self._row()
        # The typed text stands between the last line and the first.
        row = min(max(row + step, 0), last) if abs(step) > 1 else (row + 1 + step) % (last + 2) - 1
        self._set_current(row)
        line = self._line(row)
        if line is None or line.run:
            self._put(self._typed)
        else:
            self._put_line(line)

    # The list.

    def _on_text(self) -> None:
        if self._is_putting or not self._is_begun or not self._field.hasFocus():
            return
        typed = self._text()
        found = tuple(self._find(typed)) if self._is_short() and typed.strip() else ()
        self._is_wanted = True
        self._show(() if [each.text for each in found] == [typed] else found)

    def _show(self, found: Sequence[Suggestion]) -> None:
        self._typed, self._shown = self._text(), tuple(found)
        if not found:
            self.close()
            return
        self._model.show_entries([Entry(each.text, each.note, lambda: None) for each in found])
        shown = self._list = self._list or self._make_list()
        shown.setCurrentIndex(QModelIndex())
        self._place()
        shown.show()
        shown.raise_()
        self._announce(self.tr("Suggestions: {0}").format(number_words(len(found))))

    def _make_list(self) -> QListView:
        shown = QListView(self._field.window())
        shown.hide()
        shown.setAccessibleName(self.tr("Suggestions"))
        shown.setModel(self._model)
        shown.setItemDelegate(EntryDelegate(shown))
        shown.setUniformItemSizes(True)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setFrameShape(QFrame.Shape.StyledPanel)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shown.clicked.connect(lambda index: self._choose(index.row()))
        self._field.destroyed.connect(shown.deleteLater)
        return shown

    def _place(self) -> None:
        """Put the list below the field, or above it where there is more room, inside the window."""
        shown, window = self._list, self._field.window()
        if shown is None:
            return
        letters = _LETTERS * self._field.fontMetrics().averageCharWidth()
        width = min(max(self._field.width(), letters), window.width() - 8)
        wanted = min(len(self._shown), _ROWS) * max(shown.sizeHintForRow(0), 1) + 2 * shown.frameWidth()
        top = self._field.mapTo(window, QPoint(0, 0))
        below = window.height() - top.y() - self._field.height() - 6
        height = min(wanted, max(below, top.y() - 6))
        y = top.y() + self._field.height() + 2 if height <= below else top.y() - height - 2
        shown.setGeometry(min(max(top.x(), 4), window.width() - width - 4), y, width, height)

    def _row(self) -> int:
        return self._list.currentIndex().row() if self._list and self.is_open else -1

    def _set_current(self, row: int) -> None:
        line = self._line(row)
        if self._list:
            self._list.setCurrentIndex(self._model.index(row, 0) if line else QModelIndex())
        if line:
            words = f"{isolated(line.text)}, {line.note}" if line.note else line.text
            place = self.tr("{0}, {1} of {2}")
            self._announce(place.format(words, number_words(row + 1), number_words(len(self._shown))))

    def _choose(self, row: int) -> None:
        self._set_current(row)
        line = self._line(row)
        if line and not self.run_current():
            self._put_line(line)
            self.close()
            self.chosen.emit()

    def _line(self, row: int) -> Suggestion | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    # The field.

    def _text(self) -> str:
        return self._field.exact_text() if isinstance(self._field, MarkedLine) else self._field.shown_text()

    def _is_short(self) -> bool:
        text = self._text()
        return len(text) <= _LONGEST and "\n" not in text

    def _is_one_line(self) -> bool:
        """Tell whether the text is short and not wrapped."""
        if not self._is_short():
            return False
        return isinstance(self._field, MarkedLine) or self._field.document().size().height() <= 1

    def put(self, text: str) -> None:
        """Put a chosen text into the field, as if it was typed."""
        self._put(text)
        self._typed = text

    def _put_line(self, line: Suggestion) -> None:
        self.taken = line.text
        self._put(line.text)

    def _put(self, text: str) -> None:
        if text == self._text():
            return
        self._is_putting = True
        if isinstance(self._field, MarkedLine):
            self._field.fill(text)
        else:
            self._field.selectAll()
            self._field.insertPlainText(text)
        self._is_putting = False

    def _announce(self, words: str) -> None:
        """Tell screen readers, which do not follow a list without the focus."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - as in Status

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))
