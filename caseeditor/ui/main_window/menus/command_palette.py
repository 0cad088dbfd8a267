"""The command palette: actions, cases, attributes and templates by a few letters of their names."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from caseeditor.domain.case.reference import AddressError, parse_case
from caseeditor.ui.main_window.parts import WindowParts
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.widgets.lists.entry_dialog import EntryDialog
from caseeditor.ui.widgets.lists.entry_list import Entry

_MOST = 1000
"""Attributes that are listed."""


def entries_of(menu: QMenu, path: str = "") -> list[Entry]:
    """List the enabled actions of a menu and its submenus."""
    found: list[Entry] = []
    for action in menu.actions():
        text = action.text().replace("&", "")
        if (below := action.menu()) and isinstance(below, QMenu):
            found += entries_of(below, f"{text}: ")
        elif action.isEnabled() and not action.isSeparator() and text:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            found.append(Entry(f"{path}{text}", keys, action.trigger))
    return found


def show_palette(window: QMainWindow, parts: WindowParts, workspace: Workspace) -> None:
    """Show the palette: the actions of the menus, recent cases, those with drafts, attributes, and the templates."""
    entries = [entry for action in window.menuBar().actions() for entry in _below(action)]
    remembered = parts.panes.lists.remembered
    if (server := remembered.server) is not None:
        known: dict[str, Entry] = {}
        for line in (*remembered.drafts.lines, *remembered.recent.lines):
            run = partial(workspace.opener.open_at, server.url, line.case_id)
            title = " ".join(f"{line.case_id} {line.subject}".split())
            known.setdefault(line.case_id, Entry(title, translate("Palette", "case"), run))
        entries += known.values()
    entries += _attributes(parts)

    def named(text: str) -> list[Entry]:
        try:
            case = parse_case(text)
        except AddressError:
            return []
        run = partial(workspace.opener.open_text, text)
        return [Entry(translate("Palette", "Open case {0}").format(case.id), "", run)]

    palette = Palette(entries, named, window)

    def add_templates() -> None:
        view = parts.tabs.current()
        if view is not None and isValid(palette):
            detail, put_in = translate("Palette", "template"), partial(parts.templates.put_in, view.session)
            palette.add([Entry(each.template.name, detail, partial(put_in, each)) for each in templates.offered])

    templates = parts.templates.templates
    templates.read.connect(add_templates, Qt.ConnectionType.SingleShotConnection)
    templates.look()
    palette.open()


def _attributes(parts: WindowParts) -> list[Entry]:
    """List the attributes of the case in front; those of a larger case are found by the filter of the grid."""
    view = parts.tabs.current()
    if view is None:
        return []
    detail = translate("Palette", "attribute")
    return [
        Entry(" ".join(name.split()), detail, partial(view.edit_attribute, name))
        for name in view.attribute_names()[:_MOST]
    ]


def _below(action: QAction) -> list[Entry]:
    menu = action.menu()
    return entries_of(menu) if isinstance(menu, QMenu) else []


class Palette(EntryDialog):
    """The dialog of the palette. `extra` returns entries for the text itself: a case by its id."""

    def __init__(self, entries: list[Entry], extra: Callable[[str], list[Entry]], parent: QWidget) -> None:
        super().__init__(entries, extra, parent)
        self.setWindowTitle(self.tr("Command palette"))
        self.name_field(self.tr("Action, case or template"))
