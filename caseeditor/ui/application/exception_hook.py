"""Unexpected exceptions are logged and reported, and the window stays open."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class Unexpected(QObject):
    """Handles uncaught exceptions of all threads."""

    happened = Signal()

    def install(self) -> None:
        """Install the hooks of this process."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.error("unexpected", exc_info=(kind, error or kind(), trace))
        self.happened.emit()
