"""The field for ids, links and words, with the button *Open case* and the list of offers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseeditor.domain.case.reference import has_letters, is_words
from caseeditor.ui.messages.message import Ground, Message, Severity
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.fields.field_reason import FieldReason
from caseeditor.ui.widgets.fields.text_fields import LineEdit

if TYPE_CHECKING:
    from caseeditor.ui.main_window.address.field_offers import FieldOffers

_BELOW = 4
"""Pixels between the field and the reason why it is refused."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class AddressBar(QWidget):
    """Opens the cases that the field names, and offers searches for words. It can stand in any part of the window."""

    search_wanted = Signal(object)
    """The Filters of a search."""
    message_emitted = Signal(object)
    """A Message."""
    typed = Signal(str)
    """The text of the field, before anything is offered for it."""
    rows_wanted = Signal()
    """The agent wants to go to the rows that contain the typed words."""

    def __init__(self, workspace: Workspace, has_rows: Callable[[], bool], parent: QWidget) -> None:
        """`has_rows` tells whether rows of a list in sight contain the typed words."""
        super().__init__(parent)
        self._workspace = workspace
        self._has_rows = has_rows
        self._offers: FieldOffers | None = None
        self._before: QWidget | None = None
        """The widget that had the focus before the field."""
        self._text_placed = ""
        """The text at the time when the program last set the focus."""
        self.entry = LineEdit(self)
        self.entry.setAccessibleName(self.tr("Case id or link"))
        keys = QKeySequence("Ctrl+L").toString(QKeySequence.SequenceFormat.NativeText)
        hint = self.tr("Case ID, link or search")  # lupdate reads no f-string
        self.entry.setPlaceholderText(f"{hint}   {keys}")
        self.entry.between = ", "
        self.entry.returnPressed.connect(self._enter)
        self.entry.textChanged.connect(self._on_text)
        self.entry.installEventFilter(self)
        self._button = QPushButton(self.tr("Open case"), self)
        self._button.clicked.connect(self._open)
        self._button.hide()
        self._reason = FieldReason(self.entry, self)
        row = QHBoxLayout()
        row.addWidget(self.entry, 1)
        row.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_BELOW)
        layout.addLayout(row)
        layout.addWidget(self._reason)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def is_being_typed(self) -> bool:
        """Tell whether the field has the focus and a text that it did not have when the program set the focus."""
        text = self.entry.text()
        return self.entry.hasFocus() and bool(text) and text != self._text_placed

    def note_placed(self) -> None:
        """Record that the program set the focus, here or elsewhere."""
        self._text_placed = self.entry.text()

    def begin_entry(self) -> None:
        """Focus the field; typing replaces its text."""
        self.entry.setFocus()
        self.entry.selectAll()

    def look_for(self, words: str) -> None:
        """Show the offers for these words."""
        self.entry.setFocus()
        self.entry.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.entry:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and self._offers:
            self._offers.close()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._offers:
            self._offers.place()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        """Handle a key; returns whether the field gets none of it."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        if event.key() == Qt.Key.Key_Tab and self._leads_to_rows():
            self.rows_wanted.emit()
            return True
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and self.entry.text() and not self._make_offers().step(step) and self._leads_to_rows():
            self.rows_wanted.emit()
        return bool(step)

    def _leads_to_rows(self) -> bool:
        return is_words(self.entry.text()) and self._has_rows()

    def _leave(self) -> None:
        """Empty the field; if it is empty, give the focus back."""
        if self.entry.text():
            self.entry.clear()
        elif self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self.entry and before is not None and before.window() is self.window():
            self._before = before

    def _on_text(self, text: str) -> None:
        self.typed.emit(text)
        self._button.setVisible(bool(text.strip()) and not is_words(text))
        if self._offers or (text and self.entry.hasFocus()):
            self._make_offers().show_for(text)

    def _make_offers(self) -> "FieldOffers":
        if self._offers is None:
            from caseeditor.ui.main_window.address.field_offers import FieldOffers  # noqa: PLC0415 - not at start

            self._offers = FieldOffers(self.entry, self._workspace, self._open, self._has_rows)
            self._offers.rows_wanted.connect(self.rows_wanted)
            self._offers.search_wanted.connect(self._search)
            self._offers.message_emitted.connect(self.message_emitted)
        return self._offers

    def _enter(self) -> None:
        text = self.entry.text()
        is_chosen = self._offers is not None and self._offers.is_moved
        if is_words(text) and (has_letters(text) or is_chosen):
            self._make_offers().choose()
        else:
            self._open()

    def _search(self, filters: object) -> None:
        self.entry.clear()
        self.search_wanted.emit(filters)

    def _open(self) -> None:
        self.entry.setFocus()  # the button disappears with the text
        if reason := self._workspace.opener.open_typed(self.entry.text()):
            self.begin_entry()
            if self._offers:
                self._offers.close()  # it would cover the reason
            self._reason.tell(reason)
            self.message_emitted.emit(Message(reason, Severity.ERROR, transient=True, ground=Ground.STEP))
        else:
            self.entry.clear()
            self._reason.withdraw()
