"""What nobody foresaw: it is logged and told, never silent, and the window lives on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class Unexpected(QObject):
    """Takes every exception that no one caught, from any thread."""

    happened = Signal()

    def install(self) -> None:
        """Become the hooks of this process."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        log.error("unexpected", exc_info=(kind, error or kind(), trace))
        self.happened.emit()
