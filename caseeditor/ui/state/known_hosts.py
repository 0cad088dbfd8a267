"""The servers behind the hosts of links: web pages and API may have different hosts. GUI thread."""

from typing import TYPE_CHECKING

from caseeditor.domain.case.reference import Server, known_server, link_domain
from caseeditor.ui.state.account import Account
from caseeditor.ui.state.settings_store import SettingsStore

if TYPE_CHECKING:
    from caseeditor.ui.state.session import Session


class KnownHosts:
    """Learns hosts from the agent's answers and from cases read; keeps them in the settings."""

    def __init__(self, settings: SettingsStore, account: Account) -> None:
        self._settings = settings
        self._account = account

    def server_for(self, domain: str) -> Server | None:
        """Return the server whose cases a host shows; '' is the server in use."""
        here = self._account.server
        if here and domain in ("", here.domain):
            return here
        return known_server(self._settings.current.domains.get(domain, ""))

    def learn(self, domain: str, server: Server) -> None:
        """Remember that a host shows the cases of a server."""
        self._settings.change(domains={**self._settings.current.domains, domain: server.url})

    def learn_link(self, url: str, server: Server) -> None:
        """Remember the host of a link that a server gave for a case of its own."""
        domain = link_domain(url)
        if domain and self.server_for(domain) is None:
            self.learn(domain, server)

    def learn_from(self, session: "Session") -> None:
        """Learn hosts from a case that was read: its link's and its server's."""
        if session.case:
            self.learn_link(session.case.url, session.server)
        if session.server.domain not in self._settings.current.domains:
            self.learn(session.server.domain, session.server)

    def follow(self, old: Server, new: Server) -> None:
        """Record the new address of a server that moved: links to its old one lead there too."""
        settings = self._settings.current
        domains = {domain: new.url if url == old.url else url for domain, url in settings.domains.items()}
        server = new.url if settings.server == old.url else settings.server
        self._settings.change(server=server, domains={**domains, old.domain: new.url, new.domain: new.url})
        self._account.follow(old, new)
