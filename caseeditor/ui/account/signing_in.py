"""Shows one sign-in dialog at a time, and closes it after the sign-in."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caseeditor.domain.case.reference import Server, known_server
from caseeditor.ui.application.attention import Attention
from caseeditor.ui.application.demo_start import start_demo
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.texts import translate
from caseeditor.ui.state.account import Account, SignIn

if TYPE_CHECKING:
    from caseeditor.ui.account.sign_in_dialog import SignInDialog


class SigningIn(QObject):
    """Shows the dialog when a token is needed; requests for another server wait until it is closed.

    A request of the agent is shown at once. Others wait until nobody types; `waits` announces them.
    """

    message_emitted = Signal(str)
    """The reason why signing in failed."""
    waits = Signal(object)
    """A Message: the dialog appears once nobody types, or at once by the action of the message."""
    came = Signal(object)
    """The Message of `waits` that the dialog replaces."""

    def __init__(self, account: Account, attention: Attention, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._attention = attention
        self._window = window
        self._dialog: SignInDialog | None = None
        self._shown = SignIn("", "")
        self._waiting: list[SignIn] = []
        """Requests that wait until the dialog is closed."""
        self._put_off: list[SignIn] = []
        """Requests that wait until nobody types."""
        self._said: Message | None = None
        self._is_withdrawn = self._is_over = False
        account.sign_in_wanted.connect(self.show)
        account.sign_in_failed.connect(self._on_failed)
        account.signed_in.connect(self._on_signed_in)

    def show(self, wanted: SignIn) -> None:
        """Ask for a token."""
        if self._is_over:
            return
        if self._dialog:
            known = {each.server for each in (self._shown, *self._waiting)}
            if wanted.server not in known:
                self._waiting.append(wanted)
            elif wanted.server == self._shown.server and wanted.why:
                self._dialog.explain(wanted.why)
            self._dialog.raise_()
        elif wanted.is_asked:
            self._open(self._with_why(wanted))
        else:
            self._put_off_until_free(wanted)

    def _come_now(self) -> None:
        """Show the dialog at the request of the agent, also if the waiting one has been shown and closed."""
        if self._put_off:
            self.show(msgspec.structs.replace(self._put_off[0], is_asked=True))
        else:
            self._account.want_token(self._account.server, is_asked=True)

    def stop(self) -> None:
        """Show no further dialog: the program ends."""
        self._is_over = True
        self._waiting.clear()
        self._put_off.clear()
        if self._dialog:
            self._dialog.reject()

    def _put_off_until_free(self, wanted: SignIn) -> None:
        is_first = not self._put_off
        wanted = self._with_why(wanted)
        self._put_off.append(wanted)
        if not self._attention.is_free:
            self._say_why(wanted)
        if is_first:
            self._attention.bring(self._come, self._withdraw)

    def _say_why(self, wanted: SignIn) -> None:
        text = wanted.why or translate("SigningIn", "You aren't signed in.")
        self._said = Message(text, Severity.WARNING, actions=(MessageAction(ActionKind.SIGN_IN, self._come_now),))
        self.waits.emit(self._said)

    def _with_why(self, wanted: SignIn) -> SignIn:
        """Remove a request from those that wait; returns it with its known reason."""
        same = [each for each in self._put_off if each.server == wanted.server]
        self._put_off = [each for each in self._put_off if each.server != wanted.server]
        why = wanted.why or next((each.why for each in same), "")
        return msgspec.structs.replace(wanted, why=why)

    def _come(self) -> QDialog | None:
        """Show the dialog without a request of the agent."""
        if self._put_off and not self._dialog:
            self._open(self._put_off.pop(0))
            return self._dialog
        return None

    def _withdraw(self, dialog: QDialog) -> None:
        """Withdraw the dialog: the agent was typing elsewhere as it appeared."""
        self._is_withdrawn = True
        dialog.reject()
        self._is_withdrawn = False
        self._put_off.insert(0, self._shown)
        self._say_why(self._shown)

    def _open(self, wanted: SignIn) -> None:
        from caseeditor.ui.account.sign_in_dialog import SignInDialog  # noqa: PLC0415 - not at every start

        self._shown = wanted
        server = known_server(wanted.server)
        address = server.shown_url if server else ""
        self._dialog = SignInDialog(address, wanted.why, self._window, has_demo=self._account.may_choose_server)
        self._dialog.demo_wanted.connect(self._start_demo)
        self._dialog.wanted.connect(self._account.sign_in)
        self._dialog.message_emitted.connect(self.message_emitted)
        self._dialog.rejected.connect(self._account.cancel_sign_in)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()
        if said := self._said:
            self._said = None
            self.came.emit(said)

    def _start_demo(self) -> None:
        if not start_demo() and self._dialog:
            self._dialog.tell(translate("SigningIn", "The demo couldn't be started."))

    def _on_failed(self, words: str) -> None:
        if self._dialog:
            self._dialog.tell(words)

    def _on_signed_in(self, server: Server) -> None:
        self._put_off = [each for each in self._put_off if each.server != server.url]
        if self._dialog:
            self._dialog.accept()

    def _on_finished(self) -> None:
        self._dialog = None
        if self._is_withdrawn:
            return
        wishes = (*self._waiting, *self._put_off)
        self._waiting, self._put_off = [], []
        for wanted in wishes:
            self.show(wanted)
