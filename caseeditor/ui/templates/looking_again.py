"""Shared templates that could not be read are read again later. GUI thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from caseeditor.ui.templates.controller import Templates

_APART = 180_000
"""Milliseconds between two reads."""


class LookingAgain(QObject):
    """Reads the templates again when the program gets the focus while there is a problem with the shared ones."""

    def __init__(self, templates: "Templates") -> None:
        super().__init__(templates)
        self._templates = templates
        self._since = QElapsedTimer()
        self._since.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus)

    def _on_focus(self, now: object) -> None:
        if now is not None and self._templates.problem and self._since.elapsed() >= _APART:
            self._since.start()
            self._templates.look()
