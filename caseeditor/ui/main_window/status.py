"""The status bar: the last message, as long as it applies to an open case, and the account."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caseeditor.domain.text.bidi import isolated
from caseeditor.ui.messages.message import Ground, Message
from caseeditor.ui.messages.texts import tip_words, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseeditor.ui.state.account import Account
    from caseeditor.ui.state.session import Session

_NOTHING = Message("")


class Status(QLabel):
    """The label *Status*: its name is the message.

    A message about a case disappears when its tab closes, when another tab comes to the front, or when a step of the
    agent ends its ground. A tab that comes to the front shows its own last message again, without announcing it.
    A message about a case in the background names the case, and stays until that case is shown or closed.
    """

    def __init__(self, parent: QWidget, shown: "Callable[[], Session | None]", passing: float) -> None:
        """Show nothing yet. `passing`: seconds for which a message that is of no use later is shown."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleIdentifier("Status")
        self.setMargin(3)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._shown = shown
        self._said = _NOTHING
        self._kept: Message | None = None
        """The message about a case whose tab closed by itself."""
        self._of: Session | None = None
        self._was_in_front = False
        """The message was shown while its case was in front."""
        self._last: dict[Session, Message] = {}
        """The last message about each open case, while it holds."""
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(round(passing * 1000))
        self._passing.timeout.connect(self._pass)

    def say(self, message: Message, of: "Session | None" = None) -> None:
        """Show a message, about an open case or none, and announce it to assistive technology."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - the window is up first

        if of:
            self._last[of] = message
        self._show(message, of)
        announced = "\n".join((self.text(), *message.lines))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, announced))

    def withdraw(self, message: Message) -> None:
        """Drop a message that is about no open case if it is still shown."""
        if self._of is None and self._said == message:
            self._show_last()

    def on_act(self) -> None:
        """Drop a message that is about no open case and holds until the agent's next key or click."""
        if self._of is None and self._said.ground is Ground.STEP:
            self._show_last()

    def say_if_free(self, message: Message, of: "Session") -> None:
        """Show a message unless a sticky one is shown, or news of another case that came after the case's last message.

        It becomes the case's last message unless that one is sticky.
        """
        is_of_another = self._said is self._kept or self._of not in (of, None)
        is_news = is_of_another and of in self._last  # it replaced what was said about this case
        if not self._said.sticky and not is_news:
            self.say(message, of)
        elif not self._last.get(of, _NOTHING).sticky:
            self._last[of] = message

    def follow(self, session: "Session") -> None:
        """Drop the message about a case if it no longer holds after a step."""
        message = self._last.get(session)
        if message and not session.check.holds(message):
            del self._last[session]
            if self._of is session:
                self._show(_NOTHING, session)

    def follow_tab(self) -> None:
        """Show the message of the tab that is in front now."""
        if self._of is None:
            return
        if self._of is self._shown():
            self._show(self._said, self._of)
        elif self._was_in_front:
            self._show_last()

    def keep(self, session: "Session") -> None:
        """Let the message about a case outlast its tab, which closes by itself."""
        if self._of is session:
            self._kept = Message(self._said.elsewhere or self.text())
            self._show(self._kept, None)

    def forget(self, session: "Session") -> None:
        """Drop the messages about a case whose tab was closed."""
        self._last.pop(session, None)
        if self._of is session:
            self._show_last()

    def _pass(self) -> None:
        """Drop the message, which is of no use any more."""
        if self._of:
            self._last.pop(self._of, None)
        self._show(_NOTHING, self._of)

    def _show_last(self) -> None:
        session = self._shown()
        message = self._last.get(session) if session else None
        self._show(message or _NOTHING, session)

    def _show(self, message: Message, of: "Session | None") -> None:
        self._said, self._of = message, of
        if message.passing:
            self._passing.start()
        else:
            self._passing.stop()
        self._was_in_front = of is not None and of is self._shown()
        text = message.text
        if text and of and not self._was_in_front and message.elsewhere:
            text = message.elsewhere
        elif text and of and not self._was_in_front and of.case_id not in text:
            text = translate("MainWindow", "Case {0}: {1}").format(of.case_id, text)
        self.setText(text)
        self.setToolTip(tip_words(text))
        self.setAccessibleDescription(text)


class AccountLabel(QLabel):
    """Names the user and the server, and tells whether the user is signed in and the server reached."""

    def __init__(self, account: "Account", parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMargin(3)
        self._account = account
        account.changed.connect(self._show)

    def _show(self) -> None:
        account = self._account
        signed = self.tr("signed in") if account.has_token else self.tr("not signed in")
        domain = account.server.shown if account.server else ""
        state = self.tr("offline") if account.is_offline else signed
        self.setText(" · ".join(part for part in (isolated(account.user), domain, state if domain else "") if part))
