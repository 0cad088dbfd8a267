"""Opens cases that the agent, a link or another start of the program names. No widgets; GUI thread."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from caseeditor.domain.backend import BackendInterface
from caseeditor.domain.case.reference import (
    AddressError,
    CaseRef,
    Server,
    known_server,
    parse_case,
    parse_cases,
    shown_domain,
)
from caseeditor.runtime.worker import BackgroundWorker, Outcome, Success, call
from caseeditor.ui.messages.message import ActionKind, Ground, Message, MessageAction, Severity
from caseeditor.ui.messages.texts import address_words, translate
from caseeditor.ui.state.account import Account, SignIn, unknown_words
from caseeditor.ui.state.known_hosts import KnownHosts
from caseeditor.ui.state.open_cases import OpenCases

AT_ONCE = 20
"""Maximum number of cases opened at a time."""


class CaseOpener(QObject):
    """Finds the server of each named case, and asks about unknown hosts."""

    message_emitted = Signal(object)
    """A Message."""

    def __init__(
        self,
        worker: BackgroundWorker[BackendInterface],
        cases: OpenCases,
        hosts: KnownHosts,
        account: Account,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._cases = cases
        self._hosts = hosts
        self._account = account
        self._asked: list[CaseRef] = []
        """Cases of unknown hosts that a question is open about."""
        self._waiting: list[CaseRef] = []
        """Cases to be opened after sign-in."""

    def open_typed(self, text: str) -> str:
        """Open the ids and links in a text, or none if any of it names no case; returns the reason, '' if opened."""
        cases, wrong = parse_cases(text)
        if wrong:
            return address_words(wrong[0])
        self._open_several(cases)
        return ""

    def open_text(self, text: str) -> None:
        """Open the ids and links in a text that stands in no field; a message tells the reason if any is wrong."""
        if reason := self.open_typed(text):
            self.message_emitted.emit(Message(reason, Severity.ERROR, ground=Ground.STEP))

    def open_lines(self, text: str) -> None:
        """Open the ids and links dropped on the window, one per line."""
        cases, wrong = parse_cases(text)
        self._open_several(cases)
        if wrong:
            self.message_emitted.emit(Message(address_words(wrong[0]), Severity.ERROR, ground=Ground.STEP))

    def open_case(self, case: CaseRef, *, behind: bool = False) -> None:
        """Open a case, or show it if open. A link to an unknown host leads to one question."""
        server = self._hosts.server_for(case.domain)
        if server:
            self._cases.open(server, case.id, behind=behind)
        elif self._account.server:
            self._ask_about(case)
        else:
            self._waiting.append(case)
            self._want_token_for(case)

    def open_listed(self, cases: Sequence[tuple[Server, str]]) -> None:
        """Open cases chosen in a list or dropped here, and bring the first to the front."""
        for place, (server, case_id) in enumerate(cases[:AT_ONCE]):
            self._cases.open(server, case_id, behind=place > 0)
        self._tell_too_many(len(cases))

    def open_at(self, url: str, case_id: str) -> None:
        """Open a case of a list: lists contain only used servers."""
        if server := known_server(url):
            self._account.know(server)
            self._cases.open(server, case_id)

    def open_handed(self, server: Server | None, cases: tuple[str, ...]) -> None:
        """Open the cases given to another start of the program; its server, if any, applies to ids.

        A link may have started it: an unused server leads to a question, as for a link.
        """
        if server is None or self._account.is_known(server):
            self.open_named(server, cases)
        else:
            self._worker.run(call(BackendInterface.has_used, server), partial(self._on_has_used, server, cases))

    def open_named(self, server: Server | None, cases: tuple[str, ...]) -> None:
        """Open cases given with a server; an unused server leads to a question."""
        for text in cases:
            try:
                case = parse_case(text)
            except AddressError as error:
                self.message_emitted.emit(Message(address_words(error), Severity.ERROR))
                continue
            if server is None or case.domain not in ("", server.domain):
                self.open_case(case)
            elif self._account.is_known(server):
                self._cases.open(server, case.id)
            else:
                self.open_case(CaseRef(case.id, server.domain))

    def open_waiting(self) -> None:
        """Open the cases that waited for sign-in."""
        waiting, self._waiting = self._waiting, []
        for case in waiting:
            self.open_case(case)

    def _open_asked_here(self) -> None:
        """Open the cases of an unknown host on the server in use, as the agent confirmed."""
        asked, self._asked = self._asked, []
        here = self._account.server
        if asked and here:
            self._hosts.learn(asked[-1].domain, here)
            for case in asked:
                self.open_case(case)

    def _sign_in_for_asked(self) -> None:
        """Sign in at the server of an unknown host's cases, then open them."""
        asked, self._asked = self._asked, []
        if asked:
            self._waiting += asked
            self._want_token_for(asked[-1])

    def _open_several(self, cases: Sequence[CaseRef]) -> None:
        for place, case in enumerate(cases[:AT_ONCE]):
            self.open_case(case, behind=place > 0)
        self._tell_too_many(len(cases))

    def _on_has_used(self, server: Server, cases: tuple[str, ...], outcome: Outcome[bool]) -> None:
        if outcome == Success(value=True):
            self._account.know(server)
        self.open_named(server, cases)

    def _tell_too_many(self, count: int) -> None:
        if count > AT_ONCE:
            text = translate("Workspace", "Only the first {0} of {1} cases were opened.").format(AT_ONCE, count)
            self.message_emitted.emit(Message(text, Severity.WARNING))

    def _want_token_for(self, case: CaseRef) -> None:
        """Ask for a token for a case's server; the agent types the address of a link's server."""
        why = unknown_words(shown_domain(case.domain)) if case.domain else ""
        self._account.sign_in_wanted.emit(SignIn("", why, is_asked=True))

    def _ask_about(self, case: CaseRef) -> None:
        here = self._account.server.shown if self._account.server else ""
        self._asked.append(case)
        text = translate(
            "Workspace", "This link leads to {0}, but you are signed in to {1}. Does {0} show the cases of {1}?"
        ).format(shown_domain(case.domain), here)
        actions = (
            MessageAction(ActionKind.OPEN_HERE, self._open_asked_here),
            MessageAction(ActionKind.SIGN_IN_THERE, self._sign_in_for_asked),
        )
        self.message_emitted.emit(Message(text, Severity.WARNING, actions=actions))
