"""Find in the case: in the subject, tags, notes, attributes, and in the contact and their profiles."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QWidget
from shiboken6 import isValid

from caseeditor.domain.fold import fold
from caseeditor.ui.plain_edit import LineEdit

_PAUSE = 120
"""Milliseconds without a key after which the case is searched: the largest has fifteen thousand places."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)


class Part(msgspec.Struct, frozen=True):
    """A part of a case: the texts of its places, and what shows one of them, given its place and what was found."""

    name: str
    texts: Callable[[], list[str]]
    show: Callable[[int, str], object]


class FindBar(QWidget):
    """A field, how many places were found, and steps through them. Esc closes it."""

    def __init__(self, parts: tuple[Part, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._found: list[tuple[Part, int]] = []
        self._here = 0
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
        self._field.textChanged.connect(lambda _: self._soon.start())
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._field, 1)
        for text, name, does in (
            ("↑", self.tr("Previous place"), lambda: self._step(-1)),
            ("↓", self.tr("Next place"), lambda: self._step(1)),
        ):
            layout.addWidget(self._button(text, name, does))
        layout.addWidget(self._said, 1)
        layout.addStretch(1)
        layout.addWidget(self._button("×", self.tr("Close find"), self.leave))
        self.hide()

    def begin(self) -> None:
        """Come up, with what was looked for last."""
        if not self._field.hasFocus():
            self._before = QApplication.focusWidget()
        self.show()
        self._field.setFocus()
        self._field.selectAll()

    def leave(self) -> None:
        """Go away; the focus goes back to where it was."""
        self._soon.stop()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, name: str, does: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRaise(True)
        button.clicked.connect(does)
        return button

    def _look(self) -> None:
        wanted = fold(self._field.text().strip())
        self._found = [
            (part, place)
            for part in self._parts
            for place, text in enumerate(part.texts() if wanted else ())
            if wanted in fold(text)
        ]
        self._here = 0
        self._show()

    def _step(self, step: int) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._look()
        elif self._found:
            self._here = (self._here + step) % len(self._found)
            self._show()

    def _show(self) -> None:
        wanted = self._field.text().strip()
        if not self._found:
            words = self.tr("Not found") if wanted else ""
        else:
            part, place = self._found[self._here]
            part.show(place, wanted)
            words = self.tr("{0} of {1}, in {2}").format(self._here + 1, len(self._found), part.name)
        self._said.setText(words)
        self._field.setAccessibleDescription(words)
