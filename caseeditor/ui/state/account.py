"""Sign-in state per server. GUI thread."""

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import AddressError, Server, parse_server
from caseeditor.domain.case.token import token_fault, trimmed_token
from caseeditor.domain.case.user import User
from caseeditor.domain.errors.failure import Failure, FailureKind
from caseeditor.domain.local.restrictions import Restrictions
from caseeditor.domain.local.whose import AccountKnown, moved
from caseeditor.domain.text.bidi import isolated
from caseeditor.runtime.worker import BackgroundWorker, Job, Outcome, Success, call
from caseeditor.ui.messages.message import Message
from caseeditor.ui.messages.texts import (
    Doing,
    address_words,
    failure_words,
    session_only_words,
    token_words,
    translate,
    trouble_words,
)

if TYPE_CHECKING:
    from caseeditor.domain.errors.keyring import KeyringProblem
    from caseeditor.domain.local.signing_in import Resumed, SignedIn


class SignIn(msgspec.Struct, frozen=True):
    """Request for a token: the server ('' if unknown) and the reason.

    `is_asked` is set if the agent just asked to sign in.
    """

    server: str
    why: str
    is_asked: bool = False


class Account(QObject):
    """The server in use, and the signed-in user of each server. Only start-up and sign-in change the server in use."""

    sign_in_wanted = Signal(object)
    """A SignIn."""
    signed_in = Signal(object)
    """The Server."""
    user_known = Signal(object, str)
    """A Server, and the key of the user signed in there."""
    became = Signal(object)
    """An AccountKnown: an account is better known now, and another account's data may have moved to it."""
    sign_in_failed = Signal(str)
    changed = Signal()
    message_emitted = Signal(object)
    """A Message."""

    def __init__(
        self, worker: "BackgroundWorker[BackendInterface]", restrictions: Restrictions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self.server: Server | None = None
        self.only = restrictions.only
        """The only server that the administrator allows; None: any."""
        self._allowed = restrictions.allowed
        self.may_choose_server = not (self.only or self._allowed is not None or "server" in restrictions.locked)
        """Whether no policy, readable or not, restricts the server."""
        self._users: dict[Server, User] = {}
        """Users of the accepted tokens, as far as known."""
        self._told: set[Server] = set()
        """Servers that have identified the user since start-up."""
        self._asking: set[Server] = set()
        self._keys: dict[tuple[str, str], str] = {}
        self._known: set[Server] = set()
        """Servers that the agent typed or signed in to: only these are prefilled in the sign-in dialog."""
        self._signing_in: Job | None = None
        self._out_of_reach: set[Server] = set()
        worker.news.connect(self._on_news)

    @property
    def has_token(self) -> bool:
        """Tell whether the server in use has accepted our token."""
        return self.server in self._users

    @property
    def user(self) -> str:
        """The name of the user signed in to the server in use, '' if unknown."""
        return self._users[self.server].name if self.server in self._users else ""

    @property
    def key(self) -> str:
        """The key of the user signed in to the server in use, '' if unknown."""
        return self._users[self.server].key if self.server in self._users else ""

    @property
    def whose(self) -> tuple[str, str] | None:
        """Return the URL of the server in use and the signed-in user's key; None when signed out."""
        return (self.server.url, self.key) if self.server and self.has_token else None

    @property
    def is_offline(self) -> bool:
        """Tell whether the last request to the server in use failed to reach it."""
        return self.server in self._out_of_reach

    def note_reach(self, server: Server, *, reached: bool) -> None:
        """Record whether a server could be reached."""
        if (server in self._out_of_reach) is reached:
            self._out_of_reach ^= {server}
            self.changed.emit()

    def is_another(self, server: Server, key: str) -> bool:
        """Tell whether a server has identified a user other than this account's."""
        return server in self._told and self._users[server].key != self.key_now(server, key)

    def has_told(self, server: Server) -> bool:
        """Tell whether a server has identified the user since start-up."""
        return server in self._told

    def key_now(self, server: Server, key: str) -> str:
        """Return the current key of an account: queued results may carry a former one."""
        return self._keys.get((server.url, key), key)

    def is_signed_in(self, server: Server) -> bool:
        """Tell whether a server has accepted our token."""
        return server in self._users

    def follow(self, old: Server, new: Server) -> None:
        """Use the new address of a server that moved, and forget the old one."""
        self._users.pop(old, None)
        self._told.discard(old)
        self._known.discard(old)
        if self.server == old:
            self.server = new
        self.changed.emit()

    def begin(self, server: Server | None) -> None:
        """Use a server that the agent named."""
        self.server = self.permitted(server)
        if self.server:
            self.know(self.server)
        self.changed.emit()

    def know(self, *servers: Server) -> None:
        """Remember servers that the agent named or signed in to."""
        self._known.update(servers)

    def is_known(self, server: Server) -> bool:
        """Tell whether the agent has named a server or signed in to it."""
        return server in self._known or server == self.only

    def want_token(self, server: Server | None, why: str = "", *, is_asked: bool = False) -> None:
        """Ask for a token. A server that came with a link or another start is named, and the agent has to type it."""
        if server is None or self.is_known(server):
            self.sign_in_wanted.emit(SignIn(server.url if server else "", why, is_asked))
        else:
            self.sign_in_wanted.emit(SignIn("", unknown_words(server.shown), is_asked))

    def permitted(self, server: Server | None) -> Server | None:
        """Return the server to use in place of this one; None if policy allows it no token."""
        if self.only or server is None or self._allowed is None:
            return self.only or server
        return server if server.url in self._allowed else None

    def look_for_token(self) -> None:
        """Ask for a token if the keyring has none."""
        if server := self.server:
            self._worker.run(call(BackendInterface.resume, server), partial(self._on_resumed, server))

    def on_answer(self, server: Server) -> None:
        """Record that a server accepted our token, and ask for its user if unknown."""
        self.know(server)
        if server not in self._users:
            self._users[server] = User()
            self.changed.emit()
            self._worker.run(call(BackendInterface.retry_now))
        if server not in self._told and server not in self._asking:
            self._asking.add(server)
            self._worker.run(call(BackendInterface.identify, server), partial(self._on_who, server))

    def on_token_wanted(self, server: Server, failure: Failure, *, is_asked: bool = True) -> None:
        """Record that a token is missing or was rejected; ask for one if the agent made the request."""
        self._forget(server)
        if not is_asked:
            return
        why = ""
        if failure.trouble:
            why = trouble_words(failure.trouble)
        elif failure.kind is FailureKind.TOKEN_REFUSED:
            why = failure_words(failure, Doing.SIGNING_IN)
        self.want_token(server, why)

    def sign_in(self, server_text: str, token: str, keep: bool) -> None:
        """Use a token once its server has identified the user."""
        try:
            server = parse_server(server_text)
        except AddressError as error:
            self.sign_in_failed.emit(address_words(error))
            return
        if self.only and server != self.only:
            text = translate("Account", "Your administrator allows {0} only.").format(self.only.shown_url)
            self.sign_in_failed.emit(text)
            return
        if self.permitted(server) is None:
            self.sign_in_failed.emit(refused_words())
            return
        token = trimmed_token(token)
        if fault := token_fault(token, server):
            self.sign_in_failed.emit(token_words(fault))
            return
        self.cancel_sign_in()
        self._signing_in = job = self._worker.run(
            call(BackendInterface.sign_in, server, token, keep=keep), lambda outcome: self._on_signed_in(job, outcome)
        )

    def cancel_sign_in(self) -> None:
        """Cancel a sign-in that is under way."""
        if self._signing_in:
            self._signing_in.cancel()
            self._signing_in = None

    def sign_out(self) -> None:
        """Forget the token; open cases stay."""
        if server := self.server:
            self._worker.run(call(BackendInterface.sign_out, server), partial(self._on_signed_out, server))

    def _on_resumed(self, server: Server, outcome: "Outcome[Resumed]") -> None:
        if not isinstance(outcome, Success) or server in self._users:
            return
        if outcome.value.has_token:
            self.on_answer(server)
        else:
            trouble = outcome.value.trouble
            self.want_token(server, trouble_words(trouble) if trouble else "")

    def _on_who(self, server: Server, outcome: "Outcome[tuple[User, Failure | None]]") -> None:
        self._asking.discard(server)
        if not isinstance(outcome, Success) or server in self._told or server not in self._users:
            return
        user, failure = outcome.value
        if failure is None:
            self._know(server, user)
            return
        self._users[server] = user
        if failure.kind is FailureKind.UNREACHABLE:
            self.note_reach(server, reached=False)
        elif failure.kind is FailureKind.TOKEN_REFUSED:
            self.on_token_wanted(server, failure)
        self.changed.emit()

    def _on_news(self, news: object) -> None:
        if isinstance(news, AccountKnown):
            self._keys = moved(self._keys, news.server.url, news.was, news.user.key)
            self.became.emit(news)
            self._know(news.server, news.user)

    def _know(self, server: Server, user: User) -> None:
        self._users[server] = user
        self._told.add(server)
        self.changed.emit()
        self.user_known.emit(server, user.key)

    def _forget(self, server: Server) -> None:
        self._users.pop(server, None)
        self._told.discard(server)
        self.changed.emit()

    def _on_signed_in(self, job: Job, outcome: "Outcome[SignedIn]") -> None:
        if job is not self._signing_in and isinstance(outcome, Failure):
            return
        if job is self._signing_in:  # otherwise cancelled too late
            self._signing_in = None
        if isinstance(outcome, Failure):
            self.sign_in_failed.emit(failure_words(outcome, Doing.SIGNING_IN))
            return
        done = outcome.value
        self.server = done.server
        self.know(done.server)
        self._know(done.server, done.user)
        self._worker.run(call(BackendInterface.retry_now))
        self.signed_in.emit(done.server)
        text = translate("Account", "Signed in: {0}.").format(isolated(done.user.name) or done.server.shown)
        if done.trouble:
            text = f"{text} {session_only_words(done.trouble)}"
        self.message_emitted.emit(Message(text, transient=True))

    def _on_signed_out(self, server: Server, outcome: "Outcome[KeyringProblem | None]") -> None:
        self._forget(server)
        text = translate("Account", "Signed out. Open cases stay; nothing is sent until you sign in.")
        if isinstance(outcome, Success) and outcome.value:
            kept = translate("Account", "The token couldn't be removed from the system keyring. {0}")
            text = kept.format(trouble_words(outcome.value))
        self.message_emitted.emit(Message(text))


def refused_words() -> str:
    """Show that policy allows a server no token while the policy can't be read."""
    return translate("Account", "Your administrator's policy can't be read. Use a server you have used before.")


def unknown_words(domain: str) -> str:
    """Show that a link leads to an unused server: a mere click must not send a token there."""
    said = translate("Account", "This link leads to {0}, which you've never used.").format(domain)
    then = translate("Account", "To sign in there, type its address.")
    return f"{said} {then}"
