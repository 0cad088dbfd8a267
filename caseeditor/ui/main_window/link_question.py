"""The question before a link is opened in the browser."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication

from caseeditor.ui.messages.message import ActionKind, Message, MessageAction
from caseeditor.ui.messages.notification_bar import NoticeBar


class LinkQuestion(QObject):
    """Shows a link before it is opened; the browser gets it only on the agent's word."""

    def __init__(self, bar: NoticeBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._asked: Message | None = None

    def ask(self, link: str) -> None:
        actions = (
            MessageAction(ActionKind.OPEN_LINK, lambda: _open(link)),
            MessageAction(ActionKind.COPY_LINK, lambda: QGuiApplication.clipboard().setText(link)),
        )
        text = self.tr("Open this link in your browser? {0}").format(link)
        self._asked = Message(text, actions=actions)
        self._bar.tell(self._asked)

    def withdraw(self) -> None:
        """Drop the question: it was asked in another case."""
        if self._asked:
            self._bar.withdraw(self._asked)
            self._asked = None


def _open(link: str) -> None:
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - slow to import, and the window is up before

    QDesktopServices.openUrl(QUrl(link))
