"""The submenu of the templates that have a number, with their keys."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication, QMenu

from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs
from caseeditor.ui.messages.texts import in_a_menu
from caseeditor.ui.templates.controller import KEYS, Offered
from caseeditor.ui.templates.dialogs import TemplateDialogs


class TemplateMenu(QObject):
    """Hidden while no template has a number. Its actions are made when the templates are read."""

    def __init__(self, menu: QMenu, tabs: CaseTabs, dialogs: TemplateDialogs) -> None:
        super().__init__(menu)
        self._menu, self._tabs, self._dialogs = menu, tabs, dialogs
        self._shown: dict[int, Offered] = {}
        self._is_enabled = False
        self._fields: dict[QAction, int] = {}
        menu.menuAction().setVisible(False)
        dialogs.templates.changed.connect(self._show)

    def share_keys(self, action: QAction, number: int) -> None:
        """Leave Ctrl+Shift+digit to a template where it also counts as Ctrl+digit, the keys of another action.

        That is so where digits need Shift, as on AZERTY.
        """
        self._fields[action] = number
        action.setAutoRepeat(False)  # a key held down inserts once
        action.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        number = self._fields.get(watched, 0) if isinstance(watched, QAction) else 0
        if number not in self._shown or not isinstance(event, QShortcutEvent):
            return False
        has_shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not has_shift or event.key() != QKeySequence(f"Ctrl+{number}"):
            return False
        self._insert(number)
        return True

    def set_enabled(self, is_enabled: bool) -> None:
        """Follow whether a case is shown."""
        self._is_enabled = is_enabled
        for action in self._menu.actions():
            action.setEnabled(is_enabled)

    def _show(self) -> None:
        shown = {each.number: each for each in self._dialogs.templates.offered if each.number}
        if shown == self._shown:
            return
        self._shown = shown
        self._menu.clear()
        for number, each in sorted(shown.items()):
            action = self._menu.addAction(in_a_menu(each.template.name))
            action.setShortcut(QKeySequence(KEYS.format(number)))
            action.setAutoRepeat(False)  # a key held down inserts once
            action.triggered.connect(partial(self._insert, number))
        self._menu.menuAction().setVisible(bool(shown))
        self.set_enabled(self._is_enabled)

    def _insert(self, number: int) -> None:
        view, each = self._tabs.current(), self._shown.get(number)
        if view and each:
            view.commit_open_editors()
            self._dialogs.inserting.insert_template(view.session, each.template)
