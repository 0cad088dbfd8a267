"""Inserts templates by name: a `/` in New note, at its start or after a blank, offers them. GUI thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor, QTextDocument

from caseeditor.domain.editing.templates import LONGEST_NAME, FilledTemplate, Template, is_meant, named, typed_name
from caseeditor.ui.templates.controller import Offered, Templates
from caseeditor.ui.widgets.fields.text_fields import as_lines

if TYPE_CHECKING:
    from caseeditor.ui.templates.suggestion_list import SuggestionList
    from caseeditor.ui.widgets.fields.marked_fields import MarkedEdit

Key = Qt.Key
Modifier = Qt.KeyboardModifier
_STEPS = {Key.Key_Up: -1, Key.Key_Down: 1}
_ENTER = frozenset({Key.Key_Return, Key.Key_Enter})
_TAKING = _ENTER | {Key.Key_Tab}
_MOST = 50
"""Templates that are offered."""
_LINE = 2 * LONGEST_NAME + 2
"""UTF-16 units of a line before the cursor that are looked at."""


class TemplateSuggestions(QObject):
    """Watches the keys of a field. Only what is typed opens the list: pasted or restored text never does.

    The list is made when first needed. The focus stays in the field, whose description is the current suggestion.
    """

    def __init__(
        self,
        entry: "MarkedEdit",
        templates: Templates,
        insert: Callable[[Template, tuple[str, str]], FilledTemplate | None],
    ) -> None:
        """`insert` gets a template and the parts of the text before and after the typed name."""
        super().__init__(entry)
        self._entry, self._templates, self._insert = entry, templates, insert
        self._list: SuggestionList | None = None
        self._is_typing = False
        self._pressed: Qt.Key | None = None
        """The last key that the field itself got, until the focus leaves."""
        self._is_dismissed = False
        """The agent closed the list; it stays closed until another name is begun."""
        entry.textChanged.connect(self._on_text)
        entry.cursorPositionChanged.connect(self._on_cursor)
        entry.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._entry:
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and self._takes(event):
                event.accept()
                return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                self._is_typing = _types(event)
                return self._is_held_from_before(event) or self._on_key(event)
            case QEvent.Type.InputMethod if isinstance(event, QInputMethodEvent):
                self._is_typing = bool(event.commitString())
            case QEvent.Type.FocusIn:
                self._templates.look_once()
            case QEvent.Type.FocusOut | QEvent.Type.Hide | QEvent.Type.Resize:
                if event.type() is not QEvent.Type.Resize:
                    self._pressed = None
                self._close()
            case QEvent.Type.KeyRelease | QEvent.Type.ContextMenu:
                self._is_typing = False
            case _:
                pass
        return False

    @property
    def _is_open(self) -> bool:
        return self._list is not None and self._list.isVisible()

    def _takes(self, event: QKeyEvent) -> bool:
        """Tell whether the open list handles a key instead of the field and the window."""
        if self._list is None or not self._list.isVisible() or event.modifiers() & ~Modifier.KeypadModifier:
            return False
        key = Key(event.key())
        return key in _STEPS or key == Key.Key_Escape or (key in _TAKING and self._list.current() is not None)

    def _is_held_from_before(self, event: QKeyEvent) -> bool:
        """Tell whether Enter repeats that chose a template here, or closed a dialog: it is no line break."""
        key = Key(event.key())
        if not event.isAutoRepeat():
            self._pressed = key
        return event.isAutoRepeat() and key in _ENTER and key is not self._pressed

    def _on_key(self, event: QKeyEvent) -> bool:
        """Handle a key of the open list; returns whether the field gets none of it."""
        if self._list is None or not self._takes(event):
            return False
        key = Key(event.key())
        if key == Key.Key_Escape:
            self._is_dismissed = True
            self._close()
        elif step := _STEPS.get(key, 0):
            self._list.step(step)
            self._tell()
        elif not event.isAutoRepeat() and (template := self._list.current()):
            self._pressed = None
            self._choose(template)
        return True

    # The name that is typed.

    def _typed(self) -> str | None:
        """Return the text from the `/` to the cursor; None if there is none."""
        cursor = self._entry.textCursor()
        if cursor.hasSelection():
            return None
        part = QTextCursor(cursor)
        part.setPosition(cursor.position() - min(cursor.positionInBlock(), _LINE), QTextCursor.MoveMode.KeepAnchor)
        return typed_name(part.selectedText())

    def _on_text(self) -> None:
        is_typing, self._is_typing = self._is_typing, False
        typed = self._typed() if is_typing and self._entry.hasFocus() else None
        if typed is None:
            self._is_dismissed = False
            self._close()
            return
        if self._is_dismissed:
            return
        by_template = {id(each.template): each for each in self._templates.offered}
        order = named((each.template for each in self._templates.offered), typed)[:_MOST]
        if order:
            self._show([by_template[id(each)] for each in order], is_chosen=is_meant(order[0], typed))
        else:
            self._close()

    def _on_cursor(self) -> None:
        """Close the list where the cursor leaves the name."""
        if self._is_open and self._typed() is None:
            self._close()

    # The list.

    def _show(self, found: list[Offered], *, is_chosen: bool) -> None:
        if self._list is None:
            from caseeditor.ui.templates.suggestion_list import SuggestionList  # noqa: PLC0415 - seldom needed, not at start

            self._list = SuggestionList(self._entry)
            self._list.chosen.connect(self._choose)
        self._list.show_templates(found, is_chosen=is_chosen)
        self._tell()

    def _tell(self) -> None:
        self._entry.describe(self._list.words() if self._list else "")

    def _close(self) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.hide()
            self._entry.describe("")

    def _choose(self, template: Template) -> None:
        """Insert a template in place of its typed name."""
        typed = self._typed()
        self._close()
        if typed is None:
            return
        entry, cursor = self._entry, self._entry.textCursor()
        after = entry.document().characterCount() - 1 - cursor.position()
        head, tail = _part(cursor, QTextCursor.MoveOperation.Start), _part(cursor, QTextCursor.MoveOperation.End)
        inserted = self._insert(template, (entry.read(head[: -len(typed) - 1]), entry.read(tail)))
        cursor = entry.textCursor()
        cursor.setPosition(max(entry.document().characterCount() - 1 - after, 0))
        entry.setTextCursor(cursor)
        if inserted and (fields := inserted.note.unknown_fields):
            self._select(fields[0], max(len(head) - len(typed) - 1, 0))

    def _select(self, field: str, start: int) -> None:
        """Select a field that was inserted as written: typing replaces it."""
        found = self._entry.document().find(field, start, QTextDocument.FindFlag.FindCaseSensitively)
        if not found.isNull():
            self._entry.setTextCursor(found)


def _types(event: QKeyEvent) -> bool:
    """Tell whether a key changes the text by a letter; AltGr is Ctrl+Alt."""
    modifiers = event.modifiers()
    is_command = bool(modifiers & Modifier.ControlModifier) and not modifiers & Modifier.AltModifier
    return not is_command and (event.key() == Key.Key_Backspace or (event.text() or "\n").isprintable())


def _part(cursor: QTextCursor, end: QTextCursor.MoveOperation) -> str:
    """Return the text between the cursor and an end of its document."""
    part = QTextCursor(cursor)
    part.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
    return as_lines(part.selectedText())
