"""The two ways to a notice on the desktop: the session bus on Linux, the tray's message elsewhere."""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.local.notice_clicked import NoticeClicked
from caseeditor.runtime.worker import call
from caseeditor.ui.application.resources import application_icon

if TYPE_CHECKING:
    from caseeditor.runtime.worker import BackgroundWorker

_SHOWN = 12_000
"""Milliseconds until the tray's icon is hidden: on Windows its message disappears with it."""


class Notifier(QObject):
    """Shows one notice at a time. Where the desktop has no notices, it does nothing."""

    clicked = Signal()

    def show(self, text: str) -> None:
        """Show a notice in place of the one before."""

    def withdraw(self) -> None:
        """Remove the notice."""


class BusNotifier(Notifier):
    """By the services' connection to the session bus."""

    def __init__(self, worker: "BackgroundWorker[BackendInterface]", parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._is_shown = False
        worker.news.connect(self._on_news)

    def show(self, text: str) -> None:
        self._is_shown = True
        self._worker.run(call(BackendInterface.show_notice, text, self.tr("Open")))

    def withdraw(self) -> None:
        if self._is_shown:
            self._is_shown = False
            self._worker.run(call(BackendInterface.withdraw_notice))

    def _on_news(self, news: object) -> None:
        if isinstance(news, NoticeClicked):
            if news.token and QGuiApplication.platformName().startswith("wayland"):
                os.environ["XDG_ACTIVATION_TOKEN"] = news.token  # Qt uses it once, for the next activation
            self.clicked.emit()


class TrayNotifier(Notifier):
    """By the message of a tray icon, which is shown only as long as the message."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_SHOWN)
        self._end.timeout.connect(self.withdraw)

    def show(self, text: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(application_icon(), self)
            self._icon.messageClicked.connect(self._on_clicked)
        self._icon.show()
        self._icon.showMessage("Case Editor", text, application_icon(), _SHOWN)
        self._end.start()

    def withdraw(self) -> None:
        self._end.stop()
        if self._icon:
            self._icon.hide()

    def _on_clicked(self) -> None:
        self.withdraw()
        self.clicked.emit()


def make_notifier(worker: "BackgroundWorker[BackendInterface]", window: QWidget) -> Notifier:
    """Return the notifier of this system."""
    return BusNotifier(worker, window) if sys.platform.startswith("linux") else TrayNotifier(window)
