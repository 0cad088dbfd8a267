"""Links that macOS opens with the program: it sends them as events, not as arguments."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedLinks(QObject):
    """An event filter of the application. A link can only open a case; early ones wait for `begin`."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[str] | None = []

    def begin(self) -> None:
        """Emit the links that wait, and later ones at once."""
        waiting, self._waiting = self._waiting or [], None
        for link in waiting:
            self.opened.emit(link)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return False
        link = event.url().toString()
        if self._waiting is None:
            self.opened.emit(link)
        else:
            self._waiting.append(link)
        return True
