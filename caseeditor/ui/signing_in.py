"""The sign-in dialog: it comes by itself, one at a time, and is closed by the sign-in that it asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseeditor.domain.address import known_server
from caseeditor.ui.account import Account, SignIn

if TYPE_CHECKING:
    from caseeditor.ui.sign_in_dialog import SignInDialog


class SigningIn(QObject):
    """Shows the dialog when a token is wanted; wishes for another server wait until it is closed."""

    told = Signal(str)
    """Why signing in did not succeed."""

    def __init__(self, account: Account, window: QWidget) -> None:
        super().__init__(window)
        self._account = account
        self._window = window
        self._dialog: SignInDialog | None = None
        self._shown = SignIn("", "")
        self._waiting: list[SignIn] = []
        self._is_over = False
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
            return
        from caseeditor.ui.sign_in_dialog import SignInDialog  # noqa: PLC0415 - not at every start

        self._shown = wanted
        server = known_server(wanted.server)
        self._dialog = SignInDialog(server.shown_url if server else "", wanted.why, self._window)
        self._dialog.wanted.connect(self._account.sign_in)
        self._dialog.told.connect(self.told)
        self._dialog.rejected.connect(self._account.cancel_sign_in)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def stop(self) -> None:
        """Ask for nothing any more: the program leaves."""
        self._is_over = True
        self._waiting.clear()
        if self._dialog:
            self._dialog.reject()

    def _on_failed(self, words: str) -> None:
        if self._dialog:
            self._dialog.tell(words)

    def _on_signed_in(self) -> None:
        if self._dialog:
            self._dialog.accept()

    def _on_finished(self) -> None:
        self._dialog = None
        if self._waiting:
            self.show(self._waiting.pop(0))
