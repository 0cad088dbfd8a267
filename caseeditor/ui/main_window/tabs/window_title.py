"""The titles of the window and of its tabs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.main_window.tabs.case_tabs import CaseTabs
from caseeditor.ui.messages.texts import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.state.session import Session

_TITLE = 300
"""Characters of a subject that a title shows. A window manager truncates a longer title before the id."""
_LEFT = "\u200e"
"""Left-to-right mark around an isolate, since not every window manager supports isolates."""
_PAUSE = 300
"""Milliseconds without a keystroke."""


class WindowTitle(QTimer):
    """Shows the subjects of the cases, and the mark of a changed case.

    A new tab text makes Qt lay out and paint the whole window. Of several keys in a row only the first updates the
    titles at once, the rest when the typing pauses. The mark of a changed case is updated at once.
    """

    def __init__(self, window: QMainWindow, tabs: CaseTabs, shown: "Callable[[], Session | None]") -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._shown = shown
        self.setSingleShot(True)
        self.setInterval(_PAUSE)
        self.timeout.connect(self.update)

    def update(self) -> None:
        """Update all titles."""
        self._tabs.show_titles()
        title = translate("MainWindow", "Case Editor") + "[*]"
        subject, case_id = self._named()
        if (page := self._tabs.current_page()) is not None:
            subject, case_id = page.title, page.progress
        subject = " ".join(subject[:_TITLE].split()).replace("[*]", "[*][*]")
        if (apart := isolated(subject)) != subject:
            subject = _LEFT + apart + _LEFT
        title = " – ".join(filter(None, (subject, case_id, title)))  # a case may have no subject
        if title != self._window.windowTitle():
            self._window.setWindowTitle(title)
        if self._is_changed() != self._window.isWindowModified():  # Qt notifies the desktop at each call
            self._window.setWindowModified(self._is_changed())

    def _named(self) -> tuple[str, str]:
        """Return subject and id of the case on screen, or of one from an earlier start that could not be read."""
        if session := self._shown():
            return session.editor.subject, session.case_id
        session = self._tabs.current_session()
        if session and session.subject_remembered and not session.is_reading:
            return session.subject_remembered, session.case_id
        return "", ""

    def follow_typing(self) -> None:
        """Update the titles after an edit, now or when the typing pauses."""
        is_typing = self.isActive()
        self.start()
        if not is_typing or self._is_changed() != self._window.isWindowModified():
            self.update()

    def _is_changed(self) -> bool:
        session = self._shown()
        return session is not None and bool(session.list_changes())
