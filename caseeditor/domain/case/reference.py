"""Addresses of servers, and parsing of case ids and links.

Doesn't import msgspec, which takes a third of a start that only hands its cases over.
"""

import enum
import ipaddress
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from caseeditor.domain.case.host import canonical_host, decoded_host, shown_host
from caseeditor.domain.text.unseen import stripped

_ID = re.compile(r"[0-9]{1,40}")
_PAGE = re.compile(r"(?:^|/)case/([0-9]{1,40})/?$")
_BEFORE = "\"'`´“”„‘’«»‹›<([{"
_BEHIND = "\"'`´“”’»›«>)]}.,;:!?…"
"""Punctuation around an id or a link in a sentence, a list or an email."""
_APART = re.compile(r",\s+|[;\t]")
_LINKS_APART = re.compile(r"(?:[,;|]\s*|\s+)(?=[^\w\s]*(?:https?://|caseeditor:))|[,;]\s+|\t", re.IGNORECASE)
"""Separators of links: a link may contain commas and semicolons, but no white space."""
_PROXIES = ("http", "https", "socks5", "socks5h")
_PORTS = {"http": 80, "https": 443}


class AddressProblem(enum.Enum):
    """The reason why a text is not a reference to a case or server."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not a number"
    NOT_A_CASE_LINK = "not a case link"
    NOT_A_URL = "not a url"


class AddressError(ValueError):
    """The text is not a reference to a case or server."""

    def __init__(self, fault: AddressProblem) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Server(NamedTuple):
    """A server's base URL, scheme://host[:port]; also its name in the keyring.

    The host is canonical (domain.case.host), so that all its spellings compare equal.
    """

    url: str

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def domain(self) -> str:
        """Host and port, as compared with links."""
        return urlsplit(self.url).netloc

    @property
    def shown(self) -> str:
        """Host and port for display."""
        return shown_domain(self.domain)

    @property
    def shown_url(self) -> str:
        """URL for display."""
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


class CaseRef(NamedTuple):
    """A reference to a case: its id, and host[:port] if it came from a link."""

    id: str
    domain: str = ""


def parse_server(text: str) -> Server:
    """Parse a server's address. The scheme defaults to https; a path is dropped.

    All spellings of a server (letter case, trailing dot, default port, IDNA) give the same result.

    Raises:
        AddressError: The text is not an address.
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
    """Check for a proxy's address, scheme://host:port; the scheme defaults to http."""
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port  # raises for a port above 65535
    except ValueError:
        return False
    return parts.scheme in _PROXIES and bool(parts.hostname) and port != 0 and " " not in text


def parse_case(text: str) -> CaseRef:
    """Parse an id, #id, a link to a case's page (https://DOMAIN/case/ID), or caseeditor:ID.

    Invisible characters and surrounding quotes, brackets and punctuation are ignored.

    Raises:
        AddressError: The text is not a reference to a case.
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
    """Parse references to cases, one per line or separated by commas; also return the errors.

    Links may also be separated by spaces.
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
    """Check that a text consists of links to cases only. Dropping it opens the cases instead of inserting text."""
    cases, wrong = parse_cases(text)
    return bool(cases) and not wrong and all(map(is_link, text.split()))


def is_link(text: str) -> bool:
    """Check for a link. Unlike an id, a link may come from a third party."""
    return "://" in text or _begun(text).lower().startswith("caseeditor:")


def is_words(text: str) -> bool:
    """Check that a text is neither empty nor a reference to cases: it has no id, and is no link."""
    return bool(stripped(text)) and not parse_cases(text)[0] and not is_link(text)


def has_letters(text: str) -> bool:
    """Tell a name or another word from a mistyped number."""
    return any(each.isalpha() for each in text)


def case_link(server: Server, case_id: str) -> str:
    """Return the link to a case's page."""
    return f"{server.url}/case/{case_id}"


def page_link(server: Server, case_id: str, url: str) -> str:
    """Return the link to a case's page: the one that the server gives (`url`) if it is safe to open."""
    return url if is_web_link(url) else case_link(server, case_id)


def bare_id(text: str) -> str:
    """Strip # and surrounding punctuation from an id; trim any other text."""
    bare = _begun(text).removeprefix("#").strip().rstrip(_BEHIND).rstrip()
    return bare if _ID.fullmatch(bare) else text.strip()


def is_id(text: str) -> bool:
    """Tell whether a text is an id, as `bare_id` returns it."""
    return bool(_ID.fullmatch(text))


def _begun(text: str) -> str:
    """Strip invisible characters, and punctuation before an id or link."""
    return stripped(text).lstrip(_BEFORE).lstrip()


def _plain_id(digits: str) -> str:
    return digits.lstrip("0") or "0"


def known_server(url: str) -> Server | None:
    """Parse a stored address; return None if it is no longer valid."""
    try:
        return parse_server(url)
    except AddressError:
        return None


def shown_domain(domain: str) -> str:
    """Return host[:port] for display."""
    host, colon, port = domain.rpartition(":")
    return f"{shown_host(host)}:{port}" if colon and port.isdecimal() else shown_host(domain)


def shown_link_domain(url: str, most: int) -> str:
    """Return host[:port] of a web link for display; of a long one, the end, which says whose it is."""
    shown = shown_domain(link_domain(url))
    return shown if len(shown) <= most else "…" + shown[len(shown) - most + 1 :]


def canonical_domain(domain: str) -> str:
    """Return the canonical form of a stored host[:port], unchanged if it is invalid."""
    return link_domain(f"https://{domain}") or domain


def canonical_domains(domains: Mapping[str, str]) -> dict[str, str]:
    """Canonicalize a map from page hosts to servers, and drop invalid servers."""
    servers = {domain: known_server(url) for domain, url in domains.items()}
    return {canonical_domain(domain): server.url for domain, server in servers.items() if server}


def former_urls(server: Server) -> tuple[str, ...]:
    """Return other spellings under which a server may have been stored: with a trailing dot, with IDNA decoded."""
    parts = urlsplit(server.url)
    if parts.scheme not in _PORTS or ":" in server.host:
        return ()
    suffix = "" if parts.port is None else f":{parts.port}"
    hosts = dict.fromkeys((server.host, decoded_host(server.host)))
    spelled = (f"{parts.scheme}://{host}{dot}{suffix}" for host in hosts for dot in ("", "."))
    return tuple(url for url in spelled if url != server.url)


def link_domain(url: str) -> str:
    """Return host[:port] of a link, '' if the URL is not a link. Used to learn the hosts of a server's pages."""
    try:
        return parse_server(url).domain if "://" in url else ""
    except AddressError:
        return ""


def is_web_link(text: str) -> bool:
    """Check that a link is safe to open: http or https, with a host, without invisible characters."""
    return (
        text.startswith(("http://", "https://")) and bool(link_domain(text)) and text.isprintable() and " " not in text
    )
