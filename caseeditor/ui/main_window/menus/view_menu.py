"""The arrangement of a case, theme and text size, in the menu View."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from caseeditor.ui.messages.message import Message
from caseeditor.ui.preferences.option_names import THEMES, theme_words
from caseeditor.ui.state.workspace import Workspace
from caseeditor.ui.style.appearance import next_size

_NORMAL = 100


class ViewMenu(QObject):
    """Follows the settings. Locked ones can't be chosen."""

    def __init__(
        self, menu: QMenu, workspace: Workspace, locked: frozenset[str], say: Callable[[Message], None]
    ) -> None:
        super().__init__(menu)
        self._say = say
        self._workspace = workspace
        self._side = self._make_switch(menu, self.tr("Contact and attributes"), "side_shown", locked)
        in_middle = self.tr("Attributes beside the notes")
        self._in_middle = self._make_switch(menu, in_middle, "attributes_in_middle", locked)
        menu.addSeparator()
        self._themes = self._make_themes(menu.addMenu(self.tr("Theme")), is_locked="theme" in locked)
        menu.addSeparator()
        sizes = (
            (self.tr("Larger text"), ("Ctrl++", "Ctrl+="), 1),
            (self.tr("Smaller text"), ("Ctrl+-",), -1),
            (self.tr("Normal text"), ("Ctrl+0",), 0),
        )
        for text, keys, step in sizes:
            action = menu.addAction(text)
            action.setShortcuts([QKeySequence(each) for each in keys])
            action.setEnabled("text_size" not in locked)
            action.triggered.connect(lambda _=False, step=step: self._step(step))
        workspace.settings_store.changed.connect(self._show)
        self._show()

    def _make_switch(self, menu: QMenu, text: str, setting: str, locked: frozenset[str]) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setEnabled(setting not in locked)
        action.triggered.connect(lambda is_on: self._workspace.settings_store.change(**{setting: is_on}))
        return action

    def _make_themes(self, menu: QMenu, *, is_locked: bool) -> dict[str, QAction]:
        group, made = QActionGroup(menu), {}
        for theme in THEMES:
            made[theme] = action = menu.addAction(theme_words(theme))
            action.setCheckable(True)
            action.setEnabled(not is_locked)
            action.triggered.connect(lambda _=False, theme=theme: self._workspace.settings_store.change(theme=theme))
            group.addAction(action)
        return made

    def _step(self, step: int) -> None:
        size = next_size(self._workspace.settings.text_size, step) if step else _NORMAL
        self._workspace.settings_store.change(text_size=size)
        self._say(Message(self.tr("Text size: {0} %").format(size), transient=True))

    def _show(self) -> None:
        if not isValid(self._side):  # a setting that changes while the window is deleted
            return
        chosen = self._themes.get(self._workspace.settings.theme, self._themes[""])
        chosen.setChecked(True)
        self._side.setChecked(self._workspace.settings.side_shown)
        self._in_middle.setChecked(self._workspace.settings.attributes_in_middle)
