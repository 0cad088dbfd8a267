"""The question before a link, an e-mail address or a phone number is opened in another program."""

from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication

from caseeditor.domain.text.live_text import host_of, is_openable
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction
from caseeditor.ui.messages.notification_bar import NoticeBar

_PHONE, _MAIL = "tel:", "mailto:"


class LinkQuestion(QObject):
    """Shows an address before it is opened; the other program gets it only on the agent's word.

    The agent is asked once for each host while the program runs. Other schemes are never opened.
    """

    def __init__(self, bar: NoticeBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._asked: Message | None = None
        self._agreed: set[tuple[str, str]] = set()
        """Schemes and hosts that the agent agreed to."""

    def ask(self, link: str) -> None:
        if not is_openable(link):
            return
        if _what(link) in self._agreed:
            _open(link)
            return
        shown, copy = link, ActionKind.COPY_LINK
        kind, text = ActionKind.OPEN_LINK, self.tr("Open this link in your browser? {0}")
        if link.startswith(_MAIL):
            kind, text, shown = ActionKind.OPEN_MAIL, self.tr("Write an e-mail? {0}"), link.removeprefix(_MAIL)
        elif link.startswith(_PHONE):
            kind, text, shown = ActionKind.CALL, self.tr("Call this number? {0}"), link.removeprefix(_PHONE)
        if shown is not link:
            copy = ActionKind.COPY
        actions = (
            MessageAction(kind, partial(self._agree, link)),
            MessageAction(copy, partial(QGuiApplication.clipboard().setText, shown)),
        )
        self._asked = Message(text.format(shown), actions=actions)
        self._bar.tell(self._asked)

    def withdraw(self) -> None:
        """Drop the question: it was asked in another case."""
        if self._asked:
            self._bar.withdraw(self._asked)
            self._asked = None

    def _agree(self, link: str) -> None:
        self._agreed.add(_what(link))
        _open(link)


def _what(link: str) -> tuple[str, str]:
    """Return scheme and host: an agreement to https holds for no other scheme."""
    return link.partition(":")[0], host_of(link)


def _open(link: str) -> None:
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - slow to import, and the window is up before

    QDesktopServices.openUrl(QUrl(link))
