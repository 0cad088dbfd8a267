"""The question before a link, an e-mail address or a phone number is opened in another program."""

from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication

from caseeditor.domain.case.reference import shown_link_domain
from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.notification_bar import NoticeBar

_PHONE, _MAIL = "tel:", "mailto:"
_LONGEST_HOST, _LONGEST_SHOWN = 60, 300
"""Characters. A host fits into a line, so that its end is in sight."""


class LinkQuestion(QObject):
    """Shows an address before it is opened; the other program gets it only on the agent's word.

    The agent is asked once for each host and each e-mail address while the program runs, and before each call. Other
    schemes are never opened.
    """

    def __init__(self, bar: NoticeBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._asked: Message | None = None
        self._agreed: set[str] = set()
        """Hosts and e-mail addresses that the agent agreed to."""

    def ask(self, link: str) -> None:
        from caseeditor.domain.text.live_text import agreement_of, is_openable  # noqa: PLC0415 - slow to import, not at start

        if not is_openable(link):
            return
        scope = agreement_of(link)
        if scope in self._agreed:
            self._open(link)
            return
        shown, copy, lines = _shown(link), ActionKind.COPY_LINK, _lines_of(link)
        kind, text = ActionKind.OPEN_LINK, self.tr("Open this link in your browser?")
        if link.startswith(_MAIL):
            kind, text = ActionKind.OPEN_MAIL, self.tr("Write an e-mail? {0}")
        elif link.startswith(_PHONE):
            kind, text = ActionKind.CALL, self.tr("Call this number? {0}")
        if shown != link:
            copy, lines = ActionKind.COPY, ()
        actions = (
            MessageAction(kind, partial(self._agree, scope, link)),
            MessageAction(copy, partial(QGuiApplication.clipboard().setText, shown)),
        )
        self._asked = Message(text.format(shown), lines=lines, actions=actions)
        self._bar.tell(self._asked)

    def withdraw(self) -> None:
        """Drop the question: it was asked in another case."""
        if self._asked:
            self._bar.withdraw(self._asked)
            self._asked = None

    def _agree(self, scope: str, link: str) -> None:
        if scope:
            self._agreed.add(scope)
        self._open(link)

    def _open(self, link: str) -> None:
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - slow to import, and the window is up before

        if QDesktopServices.openUrl(QUrl(link)):
            return
        shown = _shown(link)
        action = MessageAction(ActionKind.COPY, partial(QGuiApplication.clipboard().setText, shown))
        self._asked = Message(self.tr("Couldn’t open {0}").format(_short(shown)), Severity.WARNING, actions=(action,))
        self._bar.tell(self._asked)


def _lines_of(link: str) -> tuple[str, ...]:
    """Return the host of a link as it is resolved, and the link itself."""
    return isolated(shown_link_domain(link, _LONGEST_HOST)), _short(link)


def _short(text: str) -> str:
    return isolated(text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…")


def _shown(link: str) -> str:
    """Return a web link, an e-mail address or a phone number for display and for copying."""
    return link.removeprefix(_MAIL).removeprefix(_PHONE)
