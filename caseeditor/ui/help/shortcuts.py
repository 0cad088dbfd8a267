"""All shortcuts: those of the menus, and those of parts of the window."""

from collections.abc import Iterator

import msgspec
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from caseeditor.ui.messages.texts import translate

Native = QKeySequence.SequenceFormat.NativeText


class Keys(msgspec.Struct, frozen=True):
    """A shortcut, its action, and its place."""

    where: str
    what: str
    keys: str


def menu_keys(bar: QMenuBar) -> tuple[Keys, ...]:
    """Return the shortcuts of a menu bar, in its order."""
    return tuple(_keys_of(bar.actions(), ""))


def _keys_of(actions: list[QAction], where: str) -> Iterator[Keys]:
    for action in actions:
        text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _keys_of(menu.actions(), where or text)
        elif shortcuts := action.shortcuts():
            yield Keys(where, text, ", ".join(each.toString(Native) for each in shortcuts))


def part_keys() -> tuple[Keys, ...]:
    """Return the shortcuts of parts of the window that are in no menu."""
    attributes, notes = translate("Keys", "Attributes"), translate("Keys", "Notes")
    cards = translate("Keys", "Messages and notes")
    lists, searches = translate("Keys", "Lists of cases"), translate("Keys", "Searches in a case")
    texts = translate("Keys", "Subject, notes, templates")
    return (
        _keys(attributes, translate("Keys", "Edit the cell"), "Return", "F2"),
        _keys(attributes, translate("Keys", "New line in the value"), "Shift+Return", "Alt+Return"),
        _keys(attributes, translate("Keys", "Cancel editing the value"), "Esc"),
        _keys(attributes, translate("Keys", "Next editable cell; out after the last one"), "Tab"),
        _keys(attributes, translate("Keys", "Previous editable cell"), "Shift+Tab"),
        _keys(attributes, translate("Keys", "Leave the attributes"), "Esc"),
        _keys(attributes, translate("Keys", "New attribute"), "Ins"),
        _keys(attributes, translate("Keys", "Suggestions"), "Down", "Alt+Down"),
        _keys(attributes, translate("Keys", "Pin to the top, or unpin"), "Alt+Shift+Up"),
        _keys(attributes, translate("Keys", "Empty the selected values"), "Del", "Backspace"),
        _keys(attributes, translate("Keys", "Cut"), "Ctrl+X"),
        _keys(attributes, translate("Keys", "Copy"), "Ctrl+C"),
        _keys(attributes, translate("Keys", "Paste"), "Ctrl+V"),
        _keys(attributes, translate("Keys", "Select all"), "Ctrl+A"),
        _keys(attributes, translate("Keys", "Filter"), "Ctrl+F"),
        _keys(cards, translate("Keys", "Move in the text"), "Left", "Right", "Ctrl+Left", "Ctrl+Right"),
        _keys(
            cards,
            translate("Keys", "Select text by character and line"),
            "Shift+Left",
            "Shift+Right",
            "Shift+Up",
            "Shift+Down",
        ),
        _keys(cards, translate("Keys", "Select text by word"), "Ctrl+Shift+Left", "Ctrl+Shift+Right"),
        _keys(cards, translate("Keys", "Select to the end of the line"), "Shift+Home", "Shift+End"),
        _keys(cards, translate("Keys", "Select to the end of the text"), "Ctrl+Shift+Home", "Ctrl+Shift+End"),
        _keys(cards, translate("Keys", "Select the whole text"), "Ctrl+A"),
        _keys(cards, translate("Keys", "Copy the selection, or the whole text"), "Ctrl+C"),
        _keys(cards, translate("Keys", "Open the link, address or number at the cursor"), "Return"),
        _keys(cards, translate("Keys", "Clear the selection"), "Esc"),
        _keys(notes, translate("Keys", "Edit the pending note"), "F2"),
        _keys(notes, translate("Keys", "Move the pending note up"), "Ctrl+Shift+Up"),
        _keys(notes, translate("Keys", "Move the pending note down"), "Ctrl+Shift+Down"),
        _keys(notes, translate("Keys", "Remove the pending note"), "Del"),
        _keys(notes, translate("Keys", "Insert a template by name"), "/"),
        _keys(texts, translate("Keys", "Next misspelled word"), "F7"),
        _keys(searches, translate("Keys", "Next match"), "Return", "F3"),
        _keys(searches, translate("Keys", "Previous match"), "Shift+Return", "Shift+F3"),
        _keys(searches, translate("Keys", "Clear the search"), "Esc"),
        _keys(lists, translate("Keys", "Open the selection"), "Return"),
        Keys(translate("Keys", "Templates"), translate("Keys", "Insert the template of that number"), _numbers()),
        _keys(translate("Keys", "Dialogs"), translate("Keys", "Cancel and close"), "Esc"),
    )


def _numbers() -> str:
    """Return the keys of the templates, from the first to the last."""
    first, last = (QKeySequence(f"Ctrl+Shift+{number}").toString(Native) for number in (1, 9))
    return f"{first} … {last}"


def _keys(where: str, what: str, *keys: str) -> Keys:
    return Keys(where, what, ", ".join(QKeySequence(each).toString(Native) for each in keys))
