"""Text fields that return exactly the text they show, and leave undo to the case.

All text enters through them, by whatever input; domain.text.field_text decides which part of it each kind accepts.
"""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from caseeditor.domain.editing.stroke import stroke
from caseeditor.domain.text.field_text import (
    LONGEST_LINE,
    LONGEST_TEXT,
    in_a_line,
    is_in_a_line,
    mended_line,
    pasted_line,
    pasted_lines,
    pasted_text,
)
from caseeditor.ui.widgets.bidi import stand_by_its_text
from caseeditor.ui.widgets.fields.field_menu import REDO_KEYS, show_menu
from caseeditor.ui.widgets.fields.mime_text import has_text, is_for_window, is_paste, text_of
from caseeditor.ui.widgets.fields.refusal import full_words, no_text_words, tell_refusal, too_long_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.widgets.fields.text_check import TextCheck

_BREAK = re.compile("[\u2028\u2029\x0b\x0c]")
_LONGEST = 1_000_000_000
_WRAPPED = 20_000
"""Characters up to which a line is wrapped. Breaking 100,000 without a blank takes a second, more take hours."""
_PER_CHARACTER = 2
"""Maximum ratio of pasted to accepted characters: quotes in a cell are doubled."""
Standard = QKeySequence.StandardKey


def _is_undo(event: QEvent) -> bool:
    """Tell whether a field claims Undo or Redo before the window's actions see it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(Standard.Undo) or event.matches(Standard.Redo) or _is_redo(event)


def _is_redo(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) in [QKeySequence(each) for each in REDO_KEYS]


class _Net(QValidator):
    """Corrects text that is set by assistive technology or by the program, for which Qt has no event."""

    def __init__(self, line: "LineEdit") -> None:
        super().__init__(line)
        self._line = line
        self._before = ""
        self.is_open = False

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        if not self.is_open and text != self._before:
            text, place = self._mended(text, place)
        self._before = text
        return QValidator.State.Acceptable, text, place

    def _mended(self, text: str, place: int) -> tuple[str, int]:
        before = self._before
        mended = text
        if not is_in_a_line(text):
            mended, end = mended_line(before, text, len(_head(text, place)), self._line.between)
            if mended != text:
                place = _length(mended[:end])
        if len(mended) > LONGEST_LINE and len(mended) > len(before):
            QTimer.singleShot(0, self._line, lambda: tell_refusal(self._line, full_words(LONGEST_LINE)))
            return before, min(_length(before), max(0, place - _length(mended) + _length(before)))
        return mended, place


class LineEdit(QLineEdit):
    """A field of one line without Qt's limit of 32,767 characters. The case does undo, not the field."""

    set_apart = Signal()
    """Emitted before and after a text is pasted or dropped, which is one step of undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.between = " "
        """The replacement of a line break."""
        self.takes_lines: Callable[[tuple[str, ...], str], bool] | None = None
        """Handles several pasted lines, given with the rest of the field; tells whether it did."""
        self.check: TextCheck | None = None
        """Marks parts of the text."""
        self.setMaxLength(_LONGEST)
        self._net = _Net(self)
        self.setValidator(self._net)

    def setText(self, text: str | None) -> None:
        super().setText(in_a_line(text or "", self.between))

    def show_exactly(self, text: str) -> None:
        """Show a text unchanged, whatever its characters and length."""
        self._net.is_open = True
        super().setText(text)
        self._net.is_open = False

    def take(self, text: str) -> None:
        """Replace the selection by a pasted or dropped text."""
        if self.isReadOnly():
            return
        room = min(LONGEST_LINE, self.maxLength()) - _length(self.text()) + _length(self.selectedText())
        if len(text) > _PER_CHARACTER * LONGEST_LINE:
            tell_refusal(self, too_long_words(LONGEST_LINE))
            return
        if self.takes_lines and len(lines := pasted_lines(text)) > 1:
            self._hand_over(lines)
            return
        line = pasted_line(text, self.between)
        if _length(line) > room:
            tell_refusal(self, too_long_words(min(LONGEST_LINE, self.maxLength())))
        else:
            self.set_apart.emit()
            self.insert(line)
            self.set_apart.emit()

    def _hand_over(self, lines: tuple[str, ...]) -> None:
        start = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        head = _head(self.text(), start)
        rest = head + self.text()[len(head) + len(self.selectedText()) :]
        if self.takes_lines and self.takes_lines(lines, rest):
            self.setCursorPosition(start)

    def add_clear_button(self, name: str) -> None:
        """Add a button that clears the field, visible while there is text. Qt's own has no accessible name."""
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    # Inputs of text.

    def paste(self) -> None:
        self.paste_from(QClipboard.Mode.Clipboard)

    def paste_from(self, mode: QClipboard.Mode) -> None:
        if text := text_of(QGuiApplication.clipboard().mimeData(mode)):
            self.take(text)
        elif mode == QClipboard.Mode.Clipboard and not self.isReadOnly():  # an image, for example: the selection stays
            tell_refusal(self, no_text_words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_paste(event):
            super().keyPressEvent(event)
            return
        event.accept()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        is_selection = event.key() == Qt.Key.Key_Insert and event.modifiers() == both
        self.paste_from(QClipboard.Mode.Selection if is_selection else QClipboard.Mode.Clipboard)

    def createStandardContextMenu(self) -> QMenu:
        menu = super().createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event, self.check, is_the_cases=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.check:
            self.check.paint(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif QGuiApplication.clipboard().supportsSelection():
            self.deselect()
            self.paste_from(QClipboard.Mode.Selection)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        commit = event.commitString()
        if commit and not (is_in_a_line(commit) and len(commit) <= LONGEST_LINE):
            event.setCommitString("", event.replacementStart(), event.replacementLength())
            super().inputMethodEvent(event)
            self.take(commit)
        else:
            super().inputMethodEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_window(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        text = event.mimeData().text()
        if is_in_a_line(text) and len(text) <= LONGEST_LINE:  # Qt moves text that is dragged inside the field, too
            self.set_apart.emit()
            super().dropEvent(event)
            self.set_apart.emit()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # a text that is changed or rejected also stays at its source
        event.accept()
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self.take(text)


_MARGIN = 7
"""Pixels around the text, which then begins where that of a field of one line does."""


class PlainEdit(QPlainTextEdit):
    """A field of several lines. The case does undo, not the field."""

    longest = LONGEST_TEXT
    """Characters."""
    set_apart = Signal()
    """Emitted before and after a text is pasted or dropped, which is one step of undo."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.check: TextCheck | None = None
        """Marks parts of the text."""
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self._unwrapped: QPlainTextEdit.LineWrapMode | None = None
        """The mode of wrapping while no line is too long."""
        self.textChanged.connect(lambda: stand_by_its_text(self))

    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.setAccepted(self.isUndoRedoEnabled())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isUndoRedoEnabled() and _is_redo(event):  # Qt supports only one of the keys on each system
            self.redo()
        elif is_paste(event) and not event.matches(Standard.Paste):  # Qt handles the standard key itself
            self.paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_menu(self, event, self.check, is_the_cases=not self.isUndoRedoEnabled())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.check:
            self.check.paint(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_window(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def exact_text(self) -> str:
        """Return the text with LF between lines; toPlainText() would turn no-break spaces into spaces."""
        return as_lines(self.document().toRawText())

    # Inputs of text.

    def setPlainText(self, text: str) -> None:
        is_long = self._unwrap_for(text)
        super().setPlainText(text)
        if not is_long and self._unwrapped is not None:  # only now, because the text before may have been long
            self.setLineWrapMode(self._unwrapped)
            self._unwrapped = None

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert text that is pasted, dropped, or inserted by the middle button."""
        if text := text_of(source):
            self.take(text)
        elif not self.isReadOnly():  # an image, for example: the selection stays
            tell_refusal(self, no_text_words())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) or has_text(source)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_apart.emit()
        super().dropEvent(event)  # emits textChanged only at its end
        self.set_apart.emit()

    def take(self, text: str) -> None:
        """Replace the selection by a pasted or dropped text."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        there = self.document().characterCount() - 1 - (cursor.selectionEnd() - cursor.selectionStart())
        taken = pasted_text(text) if len(text) <= _PER_CHARACTER * self.longest else text
        if there + len(taken) > self.longest:
            tell_refusal(self, too_long_words(self.longest))
            return
        self._unwrap_for(taken)
        self.set_apart.emit()
        cursor.insertText(taken)
        self.set_apart.emit()
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        commit = event.commitString()
        if len(commit) <= _WRAPPED:
            super().inputMethodEvent(event)
            return
        event.setCommitString("", event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        self.take(commit)

    def _unwrap_for(self, text: str) -> bool:
        """Turn off wrapping before a line is laid out that would take long to break; tells whether there is one."""
        is_long = len(text) > _WRAPPED and max(map(len, text.split("\n"))) > _WRAPPED
        if is_long and self.lineWrapMode() != QPlainTextEdit.LineWrapMode.NoWrap:
            self._unwrapped = self.lineWrapMode()
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        return is_long


def as_lines(raw: str) -> str:
    """Return a document's text with LF between lines."""
    return _BREAK.sub("\n", raw)


def end_of_change(before: str, after: str) -> int:
    """Return the end of the part of `after` that differs from `before`, in UTF-16 units."""
    change = stroke(before, after)
    return _length(after[: change.place + len(change.put_in)])


def _head(text: str, place: int) -> str:
    """Return the beginning of a text up to a position in UTF-16 units, as Qt counts."""
    if text.isascii():
        return text[:place]
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass")


def _length(text: str) -> int:
    """Return the length of a text in UTF-16 units, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
