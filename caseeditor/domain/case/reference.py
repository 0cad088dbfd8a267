"""Servers, and the many ways an agent names a case."""

import enum
import ipaddress
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from caseeditor.domain.case.host import canonical_host, decoded_host, shown_host
from caseeditor.domain.text.unseen import stripped

_ID = re.compile(r"[0-9]{1,40}")
_PAGE = re.compile(r"(?:^|/)case/([0-9]{1,40})/?$")
_BEFORE = "\"'`´“”„‘’«»‹›<([{"
_BEHIND = "\"'`´“”’»›«>)]}.,;:!?…"
"""What stands around an id or a link in a sentence, a list or a mail, and is none of it."""
_APART = re.compile(r",\s+|[;\t]")
_LINKS_APART = re.compile(r"(?:[,;|]\s*|\s+)(?=[^\w\s]*(?:https?://|caseeditor:))|[,;]\s+|\t", re.IGNORECASE)
"""A link may have commas and semicolons of its own, but no blanks."""
_PROXIES = ("http", "https", "socks5", "socks5h")
_PORTS = {"http": 80, "https": 443}


class AddressProblem(enum.Enum):
    """Why a text names no case or no server."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not a number"
    NOT_A_CASE_LINK = "not a case link"
    NOT_A_URL = "not a url"


class AddressError(ValueError):
    """A text that names no case or no server."""

    def __init__(self, fault: AddressProblem) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Server(msgspec.Struct, frozen=True):
    """Where an account lives, as scheme://host[:port]; also its name in the keyring.

    The host is in its one spelling (domain.host): whoever writes it otherwise means the same server.
    """

    url: str

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def domain(self) -> str:
        """Host and port: what links are compared by."""
        return urlsplit(self.url).netloc

    @property
    def shown(self) -> str:
        """Host and port, as an agent would say it."""
        return shown_domain(self.domain)

    @property
    def shown_url(self) -> str:
        """The address, as an agent would write it."""
        return f"{urlsplit(self.url).scheme}://{self.shown}"

    @property
    def is_plain(self) -> bool:
        return self.url.startswith("http:")

    @property
    def is_loopback(self) -> bool:
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


class CaseRef(msgspec.Struct, frozen=True):
    """A case as it was named: its id, and the host of its page (host[:port]) where a link named one."""

    id: str
    domain: str = ""


def parse_server(text: str) -> Server:
    """Read https://DOMAIN; a bare DOMAIN is https, a path behind it is dropped. Raises AddressError.

    All spellings of one server (case, a dot at the end, the usual port, letters beyond ASCII) are read as the same.
    """
    text = stripped(text)
    if not text:
        raise AddressError(AddressProblem.EMPTY)
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, port = canonical_host(parts.hostname or ""), parts.port
    except ValueError:
        raise AddressError(AddressProblem.NOT_A_URL) from None
    if parts.scheme not in _PORTS or parts.username is not None:
        raise AddressError(AddressProblem.NOT_A_URL)
    shown = f"[{host}]" if ":" in host else host
    suffix = "" if port is None or port == _PORTS[parts.scheme] else f":{port}"
    return Server(f"{parts.scheme}://{shown}{suffix}")


def is_proxy(text: str) -> bool:
    """Tell whether a text names a proxy: scheme://host:port, its scheme http where it has none."""
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port  # reading it raises for one beyond 65535
    except ValueError:
        return False
    return parts.scheme in _PROXIES and bool(parts.hostname) and port != 0 and " " not in text


def parse_case(text: str) -> CaseRef:
    """Read an id, #id, the case's page (https://DOMAIN/case/ID), or caseeditor:ID. Raises AddressError.

    Unseen characters in it are ignored, and the quotes, brackets and stops around it.
    """
    text = _begun(text)
    if text.lower().startswith("caseeditor:"):
        text = text[len("caseeditor:") :].strip("/ ")
    text = text.removeprefix("#").strip()
    if not text:
        raise AddressError(AddressProblem.EMPTY)
    text = text.rstrip(_BEHIND).rstrip()
    if _ID.fullmatch(text):
        return CaseRef(_plain_id(text))
    if "://" not in text:
        raise AddressError(AddressProblem.NOT_A_NUMBER)
    try:
        parts = urlsplit(text)
        domain = parse_server(f"{parts.scheme}://{parts.netloc}").domain
    except ValueError:
        raise AddressError(AddressProblem.NOT_A_CASE_LINK) from None
    page = _PAGE.search(parts.path) or _PAGE.search(parts.fragment)
    if not page:
        raise AddressError(AddressProblem.NOT_A_CASE_LINK)
    return CaseRef(_plain_id(page[1]), domain)


def parse_cases(text: str) -> tuple[tuple[CaseRef, ...], tuple[AddressError, ...]]:
    """Read a text that names a case a line, or several with commas between them; returns also what is wrong with it.

    Links may have blanks between them.
    """
    cases: list[CaseRef] = []
    wrong: list[AddressError] = []
    lines = [line for line in text.splitlines() if stripped(line)] or [""]
    for line in lines:
        apart = _LINKS_APART if "://" in line else _APART
        parts = [part for part in apart.split(line) if _begun(part).rstrip(_BEHIND)]
        for part in parts or [line]:
            try:
                cases.append(parse_case(part))
            except AddressError as error:
                wrong.append(error)
    return tuple(dict.fromkeys(cases)), tuple(wrong)


def are_case_links(text: str) -> bool:
    """Tell whether a text is nothing but links to cases: what is dropped to open them, and never to be typed."""
    cases, wrong = parse_cases(text)
    return bool(cases) and not wrong and all(map(is_link, text.split()))


def is_link(text: str) -> bool:
    """Tell whether a text is a link: somebody else may have written it."""
    return "://" in text or _begun(text).lower().startswith("caseeditor:")


def bare_id(text: str) -> str:
    """Return an id that is looked for without # and what is around it; any other text trimmed."""
    bare = _begun(text).removeprefix("#").strip().rstrip(_BEHIND).rstrip()
    return bare if _ID.fullmatch(bare) else text.strip()


def _begun(text: str) -> str:
    """Return a text from where an id or a link may begin."""
    return stripped(text).lstrip(_BEFORE).lstrip()


def _plain_id(digits: str) -> str:
    return digits.lstrip("0") or "0"


def known_server(url: str) -> Server | None:
    """Return the server of an address that was kept, None when it is none any more."""
    try:
        return parse_server(url)
    except AddressError:
        return None


def shown_domain(domain: str) -> str:
    """Return host[:port] as people write it."""
    host, colon, port = domain.rpartition(":")
    return f"{shown_host(host)}:{port}" if colon and port.isdecimal() else shown_host(domain)


def canonical_domain(domain: str) -> str:
    """Return the one spelling of a host[:port] that was kept, as it is where it is none."""
    return link_domain(f"https://{domain}") or domain


def canonical_domains(domains: Mapping[str, str]) -> dict[str, str]:
    """Return which server the pages of each host belong to, both in their one spelling."""
    servers = {domain: known_server(url) for domain, url in domains.items()}
    return {canonical_domain(domain): server.url for domain, server in servers.items() if server}


def former_urls(server: Server) -> tuple[str, ...]:
    """Return the other spellings of a server that it may have been kept under: with a dot, in letters beyond ASCII."""
    parts = urlsplit(server.url)
    if parts.scheme not in _PORTS or ":" in server.host:
        return ()
    suffix = "" if parts.port is None else f":{parts.port}"
    hosts = dict.fromkeys((server.host, decoded_host(server.host)))
    spelled = (f"{parts.scheme}://{host}{dot}{suffix}" for host in hosts for dot in ("", "."))
    return tuple(url for url in spelled if url != server.url)


def link_domain(url: str) -> str:
    """Return host[:port] of a link, '' when it is none: how the hosts of a server's pages are learned."""
    try:
        return parse_server(url).domain if "://" in url else ""
    except AddressError:
        return ""


def is_web_link(text: str) -> bool:
    """Tell whether a text is a link that may be opened: http or https, with a host, nothing hidden in it."""
    return (
        text.startswith(("http://", "https://")) and bool(link_domain(text)) and text.isprintable() and " " not in text
    )
