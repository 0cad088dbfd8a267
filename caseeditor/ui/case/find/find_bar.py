"""Searches a case, including the text of its fields, a slice at a time."""

from collections.abc import Callable, Iterator

import msgspec
from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from shiboken6 import isValid

from caseeditor.domain.text.folding import fold
from caseeditor.ui.style.glyphs import Glyph, GlyphButton, chevron_down, chevron_up, cross
from caseeditor.ui.widgets.fields.text_fields import LineEdit

_PAUSE = 120
"""Milliseconds without a keystroke before the search starts: the largest case has 15,000 texts."""
_TURN = 8
"""Milliseconds of searching before control returns to the event loop."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)


class Part(msgspec.Struct, frozen=True):
    """A part of a case: the count of its texts, each text, and the function that shows one of them with a match."""

    name: str
    count: Callable[[], int]
    text: Callable[[int], str]
    show: Callable[[int, str], object]


class FindBar(QWidget):
    """A field, the count of matches, and buttons that step through them. Esc closes the bar."""

    def __init__(self, parts: tuple[Part, ...], reveal: Callable[[QWidget], object], parent: QWidget) -> None:
        """`reveal` brings the widget to which the focus returns into sight."""
        super().__init__(parent)
        self._parts = parts
        self._reveal = reveal
        self._found: list[tuple[Part, int]] = []
        self._here = 0
        self._wanted = ""
        self._places: Iterator[tuple[Part, int]] = iter(())
        self._folded: dict[str, str] = {}
        """A cache while the bar is open: most texts do not change between searches."""
        self._shows = True
        """Whether the first match is shown; not if only the case changed while the agent works in it."""
        self._before: QWidget | None = None
        self._field = LineEdit(self)
        self._field.setAccessibleName(self.tr("Find in case"))
        self._field.setPlaceholderText(self.tr("Find in case"))
        self._field.setMaximumWidth(320)
        self._field.installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._look)
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._look_on)
        self._field.textChanged.connect(self._on_text)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        up = self._button(chevron_up, self.tr("Previous match"), lambda: self._step(-1))
        down = self._button(chevron_down, self.tr("Next match"), lambda: self._step(1))
        close = self._button(cross, self.tr("Close find"), self.leave)
        layout.addWidget(self._field, 1)
        layout.addWidget(up)
        layout.addWidget(down)
        layout.addWidget(self._said, 1)
        layout.addStretch(1)
        layout.addWidget(close)
        self.controls = (self._field, up, down, close)
        """The controls in tab order."""
        self.hide()

    def begin(self) -> None:
        """Open the bar with the last search."""
        if not self._field.hasFocus():
            self._before = QApplication.focusWidget()
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        self.look_again()

    def leave(self) -> None:
        """Close the bar; the focus returns to its former place."""
        self._soon.stop()
        self._turn.stop()
        self._found, self._places = [], iter(())
        self._folded.clear()
        if self._before is not None and isValid(self._before):
            self._reveal(self._before)
            self._before.setFocus()
        self.hide()

    def look_again(self) -> None:
        """Search again, since the case may have changed, without scrolling."""
        if not self.isHidden() and self._field.text().strip():
            self._shows = self._shows and (self._soon.isActive() or self._turn.isActive())
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _button(self, glyph: Glyph, name: str, does: Callable[[], object]) -> GlyphButton:
        button = GlyphButton(glyph, name, self)
        button.clicked.connect(does)
        return button

    def _on_text(self) -> None:
        self._turn.stop()  # at its end, the former search would take the new text for shown
        self._shows = True
        self._soon.start()

    def _look(self) -> None:
        self._soon.stop()
        self._wanted = fold(self._field.text().strip())
        self._here = 0 if self._shows else self._here
        self._found = []
        self._places = self._list_places() if self._wanted else iter(())
        self._turn.start(0)
        self._look_on()

    def _list_places(self) -> Iterator[tuple[Part, int]]:
        for part in self._parts:
            place = 0
            while place < part.count():  # there may be fewer by now
                yield part, place
                place += 1

    def _look_on(self) -> None:
        """Search for one slice of time. The first match is shown at once."""
        spent = QElapsedTimer()
        spent.start()
        for part, place in self._places:
            text = part.text(place)
            folded = self._folded.get(text)
            if folded is None:
                folded = self._folded[text] = fold(text)
            if self._wanted in folded:
                self._found.append((part, place))
                if self._shows and len(self._found) == 1:
                    self._shows = False
                    self._show()
            if spent.elapsed() >= _TURN:
                break
        else:
            self._turn.stop()
            self._shows = False
            self._here = min(self._here, max(len(self._found) - 1, 0))
        if self._found or not self._turn.isActive():
            self._say()

    def _step(self, step: int) -> None:
        if self._soon.isActive() and (self._shows or not self._found):
            self._shows = True
            self._look()
        elif self._found:
            self._here = (self._here + step) % len(self._found)
            self._show()

    def _show(self) -> None:
        part, place = self._found[self._here]
        part.show(place, self._field.text().strip())
        self._say()

    def _say(self) -> None:
        if not self._found:
            words = self.tr("Not found") if self._wanted else ""
        else:
            here = min(self._here, len(self._found) - 1)
            words = self.tr("{0} of {1}, in {2}").format(here + 1, len(self._found), self._found[here][0].name)
        self._said.setText(words)
        self._field.setAccessibleDescription(words)
