"""Moves the local data of a server to its new address, once the agent has signed in there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import AddressError, Server, parse_server
from caseeditor.domain.local.recent import Tab
from caseeditor.runtime.worker import Outcome, Success, call
from caseeditor.ui.messages.message import ActionKind, Message, MessageAction, Severity
from caseeditor.ui.messages.texts import address_words, translate
from caseeditor.ui.state.workspace import Workspace


class Moving(QObject):
    """Moves on request, and offers it when a host that was used over http is used over https. GUI thread."""

    failed = Signal(str)
    """Why the new address can't be used."""
    ended = Signal()
    message_emitted = Signal(object)
    """A Message."""

    def __init__(self, workspace: Workspace, commit_editors: Callable[[], None], parent: QObject) -> None:
        """`commit_editors` makes the text of open editors a change of its case, since a move closes cases."""
        super().__init__(parent)
        self._commit_editors = commit_editors
        self._workspace = workspace
        self._wanted: tuple[Server, Server] | None = None
        """From and to, once the agent has signed in to the second."""
        workspace.account.signed_in.connect(self._on_signed_in)
        workspace.account.sign_in_failed.connect(self._on_failed)

    def begin(self, old: Server, to: str, token: str, keep: bool) -> None:
        """Sign in at the address that the agent typed, then move; no token is needed if they are signed in there."""
        self._commit_editors()
        try:
            new = parse_server(to)
        except AddressError as error:
            self.failed.emit(address_words(error))
            return
        account = self._workspace.account
        if new == old:
            self.failed.emit(translate("Moving", "That is the old address. Type the new one."))
        elif token:
            self._wanted = old, new
            account.sign_in(to, token, keep)
        elif account.is_signed_in(new):
            self.ended.emit()
            self.move(old, new)
        else:
            self.failed.emit(translate("Moving", "Paste the access token of the new address."))

    def cancel(self) -> None:
        """Cancel a move that waits for the sign-in."""
        if self._wanted:
            self._wanted = None
            self._workspace.account.cancel_sign_in()

    def _accept(self, old: Server, new: Server) -> None:
        """Accept the offered move."""
        self._commit_editors()
        self.move(old, new)

    def move(self, old: Server, new: Server) -> None:
        """Move all local data of a server. Its open cases are closed, and opened again at the new address."""
        sessions = [session for session in self._workspace.sessions.values() if session.server == old]
        if any(session.is_handing_over for session in sessions):
            self._tell_busy()
        elif sessions:
            self._workspace.cases.drafts.keep(sessions, partial(self._move, old, new))
        else:
            self._move(old, new)

    def _move(self, old: Server, new: Server) -> None:
        if any(session.server == old for session in self._workspace.cases.drafts.unkept()):
            text = translate("Moving", "Not moved: what you typed isn't on disk. Save it elsewhere, then try again.")
            self.message_emitted.emit(Message(text, Severity.ERROR))
            return
        tabs = self._workspace.cases.take_away(old)
        move = call(BackendInterface.move_server, old, new)
        self._workspace.worker.run(move, partial(self._on_moved, old, new, tabs), is_update=True)

    def _on_moved(self, old: Server, new: Server, tabs: tuple[Tab, ...], outcome: "Outcome[bool]") -> None:
        moved = outcome == Success(value=True)
        if moved:
            self._workspace.hosts.follow(old, new)
        self._workspace.cases.bring_back(tabs, old, new if moved else old)
        if moved:
            text = translate("Moving", "Moved to {0}: drafts, history and pending submissions.").format(new.shown_url)
            self.message_emitted.emit(Message(text, Severity.GOOD))
        elif isinstance(outcome, Success):
            self._tell_busy()
        else:
            text = translate("Moving", "Not moved: the data couldn't be saved. Try again.")
            self.message_emitted.emit(Message(text, Severity.ERROR))

    def _tell_busy(self) -> None:
        text = translate("Moving", "Not moved: a submission is being sent. Try again later.")
        self.message_emitted.emit(Message(text, Severity.WARNING))

    def _on_failed(self, words: str) -> None:
        if self._wanted:
            self._wanted = None
            self.failed.emit(words)

    def _on_signed_in(self, server: Server) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted and wanted[1] == server:
            self.ended.emit()
            self.move(*wanted)
        elif not server.is_plain:
            self._workspace.worker.run(call(BackendInterface.kept_servers), partial(self._on_kept, server))

    def _on_kept(self, server: Server, outcome: "Outcome[tuple[Server, ...]]") -> None:
        """Offer to move the data of the same host over http; it never moves unasked."""
        kept = outcome.value if isinstance(outcome, Success) else ()
        old = next((each for each in kept if each.is_plain and each.host == server.host), None)
        if old is None:
            return
        text = translate("Moving", "{0} was used before. Its drafts and history can move to {1}.")
        accept = MessageAction(ActionKind.MOVE_SERVER, partial(self._accept, old, server))
        self.message_emitted.emit(Message(text.format(old.shown_url, server.shown_url), actions=(accept,)))
