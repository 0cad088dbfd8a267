"""What the window works on: the account in use, the cases that are open, and how a case is found. GUI thread."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from caseeditor.domain.address import AddressError, CaseRef, Server, link_domain, parse_case, parse_server
from caseeditor.domain.failure import Failure
from caseeditor.ui.background import Background, Done, Outcome
from caseeditor.ui.message import Message, Offer, Tone
from caseeditor.ui.session import Session
from caseeditor.ui.words import Doing, address_words, failure_words, translate, trouble_words

if TYPE_CHECKING:
    from caseeditor.domain.trouble import Trouble
    from caseeditor.domain.user import User
    from caseeditor.services.accounts import Resumed, SignedIn
    from caseeditor.services.desk import Desk
    from caseeditor.services.settings import Settings


class SignIn(msgspec.Struct, frozen=True):
    """That a token is wanted, for which server ('' when it is not known), and why."""

    server: str
    why: str


class Workplace(QObject):
    """Opens cases as sessions and signs in and out. It owns the settings; the window follows its signals."""

    session_opened = Signal(object)
    session_wanted = Signal(object)
    """A Session that is open already."""
    told = Signal(object)
    """A Message that is about no open case."""
    sign_in_wanted = Signal(object)
    """A SignIn."""
    signed_in = Signal()
    sign_in_failed = Signal(str)
    account_changed = Signal()
    settings_changed = Signal()
    theme_changed = Signal(str)

    def __init__(self, background: "Background[Desk]", settings: "Settings", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.settings = settings
        self.server: Server | None = None
        self.user = ""
        self.has_token = False
        self.sessions: dict[tuple[Server, str], Session] = {}
        self._asked: CaseRef | None = None
        self._waiting: list[CaseRef] = []

    def start(self, server: Server | None, cases: tuple[str, ...]) -> None:
        """Begin with a server (None: none is known) and the cases named at the start, each as open_text takes it."""
        self.server = server
        self.account_changed.emit()
        for case in cases:
            self.open_text(case)
        if server is None:
            self.sign_in_wanted.emit(SignIn(_server_of(self._waiting), ""))
        elif not self.sessions:
            self._background.ask(lambda desk: desk.accounts.resume(server), self._on_resumed)

    def _on_resumed(self, outcome: "Outcome[Resumed]") -> None:
        if not isinstance(outcome, Done) or self.server is None:
            return
        if outcome.value.has_token:
            self._use(self.server)
        elif not self.sessions:
            why = trouble_words(outcome.value.trouble) if outcome.value.trouble else ""
            self.sign_in_wanted.emit(SignIn(self.server.url, why))

    # Cases.

    def open_text(self, text: str) -> bool:
        """Open what stands in Case id or link; tells whether it names a case."""
        try:
            case = parse_case(text)
        except AddressError as error:
            self.told.emit(Message(address_words(error), Tone.ERROR))
            return False
        self.open_case(case)
        return True

    def open_case(self, case: CaseRef) -> None:
        """Open a case, or show it when it is open. A link to an unknown host is asked about, once."""
        if self.server is None:
            self._waiting.append(case)
            self.sign_in_wanted.emit(SignIn(_server_of([case]), ""))
            return
        server = self._server_for(case.domain)
        if server is None:
            self._ask_about(case)
            return
        key = (server, case.id)
        if key in self.sessions:
            self.session_wanted.emit(self.sessions[key])
            return
        session = Session(self._background, server, case.id, self)
        self.sessions[key] = session
        session.case_changed.connect(lambda: self._learn(session))
        session.token_wanted.connect(lambda failure: self._on_token_wanted(session, failure))
        self.session_opened.emit(session)
        session.load()

    def close_session(self, session: Session) -> None:
        """Forget a case whose tab is closed."""
        session.cancel_reading()
        self.sessions.pop((session.server, session.case_id), None)
        if session.is_submitting:  # what becomes of it is still told
            session.state_changed.connect(session.deleteLater)
        else:
            session.deleteLater()

    def take_offer(self, offer: Offer) -> None:
        """Do what the agent chose beside a message."""
        asked, self._asked = self._asked, None
        if offer is Offer.OPEN_HERE and asked and self.server:
            self._set(domains={**self.settings.domains, asked.domain: self.server.url})
            self.open_case(asked)
        elif offer is Offer.SIGN_IN_THERE and asked:
            self._waiting.append(asked)
            self.sign_in_wanted.emit(SignIn(_server_of([asked]), ""))
        elif offer is Offer.SIGN_IN:
            self.sign_in_wanted.emit(SignIn(self.server.url if self.server else "", ""))

    def _server_for(self, domain: str) -> Server | None:
        if self.server and domain in ("", self.server.domain):
            return self.server
        known = self.settings.domains.get(domain)
        return Server(known) if known else None

    def _ask_about(self, case: CaseRef) -> None:
        here = self.server.domain if self.server else ""
        self._asked = case
        text = translate(
            "Workplace", "This link leads to {0}, but you are signed in to {1}. Does {0} show the cases of {1}?"
        ).format(case.domain, here)
        self.told.emit(Message(text, Tone.WARNING, offers=(Offer.OPEN_HERE, Offer.SIGN_IN_THERE)))

    def _learn(self, session: Session) -> None:
        """Remember where a server's pages are: not always where its API is."""
        self._use(session.server)
        domain = link_domain(session.case.url) if session.case else ""
        if domain and self._server_for(domain) is None:
            self._set(domains={**self.settings.domains, domain: session.server.url})

    # The account.

    def sign_in(self, server_text: str, token: str, keep: bool) -> None:
        """Use a token once its server says whose it is."""
        try:
            server = parse_server(server_text)
        except AddressError as error:
            self.sign_in_failed.emit(address_words(error))
            return
        self._background.ask(lambda desk: desk.accounts.sign_in(server, token, keep=keep), self._on_signed_in)

    def sign_out(self) -> None:
        """Forget the token; what is open stays."""
        if server := self.server:
            self._background.ask(lambda desk: desk.accounts.sign_out(server), self._on_signed_out)

    def _on_signed_in(self, outcome: "Outcome[SignedIn]") -> None:
        if isinstance(outcome, Failure):
            self.sign_in_failed.emit(failure_words(outcome, Doing.SIGNING_IN))
            return
        signed_in = outcome.value
        self.user = signed_in.user.name
        self._use(signed_in.server, ask_who=False)
        self._set(domains={**self.settings.domains, signed_in.server.domain: signed_in.server.url})
        self.signed_in.emit()
        who = self.user or signed_in.server.domain
        text = translate("Workplace", "Signed in: {0}.").format(who)
        if signed_in.trouble:
            text += " " + trouble_words(signed_in.trouble)
        self.told.emit(Message(text, passing=True))
        waiting, self._waiting = self._waiting, []
        for session in list(self.sessions.values()):
            if session.server == signed_in.server:
                session.go_on()
        for case in waiting:
            self.open_case(case)

    def _on_signed_out(self, outcome: "Outcome[Trouble | None]") -> None:
        self.user, self.has_token = "", False
        self.account_changed.emit()
        text = translate("Workplace", "Signed out. What is open stays; nothing is sent until you sign in again.")
        if isinstance(outcome, Done) and outcome.value:
            kept = translate("Workplace", "The system keyring could not be asked to forget the token. {0}")
            text = kept.format(trouble_words(outcome.value))
        self.told.emit(Message(text))

    def _on_token_wanted(self, session: Session, failure: Failure) -> None:
        self.has_token = False
        self.account_changed.emit()
        words = failure_words(failure, Doing.SIGNING_IN) if failure.words else ""
        words = trouble_words(failure.trouble) if failure.trouble else words
        self.sign_in_wanted.emit(SignIn(session.server.url, words))

    def _use(self, server: Server, *, ask_who: bool = True) -> None:
        """Note that a token for this server is in use; whose it is is asked for when it is not known."""
        if self.has_token and server == self.server:
            return
        self.server, self.has_token = server, True
        self._set(server=server.url)
        self.account_changed.emit()
        if ask_who:
            self._background.ask(lambda desk: desk.accounts.who(server), self._on_who)

    def _on_who(self, outcome: "Outcome[User]") -> None:
        if isinstance(outcome, Done):
            self.user = outcome.value.name
            self.account_changed.emit()

    def choose_theme(self, theme: str) -> None:
        """Use a theme from now on: 'light', 'dark', or '' for the system's."""
        self._set(theme=theme)
        self.theme_changed.emit(theme)

    def remember_window(self, geometry: str, arrangement: str) -> None:
        """Keep where the window and its panes are (base64)."""
        self._set(geometry=geometry, arrangement=arrangement)

    def _set(self, **changed: object) -> None:
        new = msgspec.structs.replace(self.settings, **changed)
        if new != self.settings:
            self.settings = new
            self.settings_changed.emit()


def _server_of(cases: list[CaseRef]) -> str:
    return next((f"https://{case.domain}" for case in cases if case.domain), "")
