"""Validation of requests: addressed to this server, with a complete body within the limit."""

import re
from email.message import Message
from typing import Protocol
from urllib.parse import urlsplit

LIMIT = 16 * 1024 * 1024
"""Maximum bytes of a body."""
_LONGEST_LINE = 1024
"""Maximum bytes of a line between chunks."""
_MOST_TRAILERS = 64
_OWN = ("127.0.0.1", "localhost")
_CHUNK = re.compile(rb"([0-9a-fA-F]+)[ \t]*(?:;.*)?\r?\n", re.DOTALL)


class Wire(Protocol):
    """The connection of a request."""

    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


class TurnedAwayError(Exception):
    """A rejected request; the rest of it is not read."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


def check_host(headers: Message, target: str, port: int) -> None:
    """Check that a request's host is this server. Raises TurnedAwayError.

    A web page whose own name resolves to 127.0.0.1 (DNS rebinding) can reach this server too, but sends its own name.
    """
    named = headers.get_all("Host") or []
    if len(named) != 1:
        raise TurnedAwayError(400, "Name one host")
    own = {f"{host}:{port}" for host in _OWN}
    asked = {named[0].strip().lower()} if target.startswith("/") else {named[0].strip().lower(), _host_of(target)}
    if not asked <= own:
        raise TurnedAwayError(421, "This server goes by 127.0.0.1 only")


def _host_of(target: str) -> str:
    try:
        return urlsplit(target).netloc.lower()
    except ValueError:
        return ""


def has_body(headers: Message) -> bool:
    """Check for a body."""
    return headers.get("Transfer-Encoding") is not None or headers.get("Content-Length", "0").strip() != "0"


def read_body(headers: Message, line: Wire) -> bytes:
    """Read a complete body. Raises TurnedAwayError; a body above the limit is not read to its end.

    `line` raises TimeoutError if the sender is silent for too long.
    """
    lengths = set(headers.get_all("Content-Length") or [])
    coded = headers.get_all("Transfer-Encoding")
    if coded is not None:
        if lengths or [each.strip().lower() for each in coded] != ["chunked"]:
            raise TurnedAwayError(400, "Say in one way how long the body is")
        try:
            return _read_chunks(line)
        except TimeoutError:
            raise TurnedAwayError(411, "Say how long the body is") from None
    if not lengths:
        raise TurnedAwayError(411, "Say how long the body is")
    length = lengths.pop().strip()
    if lengths or not re.fullmatch("[0-9]+", length):
        raise TurnedAwayError(400, "Say in one way how long the body is")
    try:
        return _read(line, int(length.lstrip("0")[:10] or "0"))
    except TimeoutError:
        raise TurnedAwayError(408, "The body does not come") from None


def _read_chunks(line: Wire) -> bytes:
    body = bytearray()
    while size := _size(line):
        if len(body) + size > LIMIT:
            raise TurnedAwayError(413, "The request is too large")
        body += _read(line, size)
        if line.readline(_LONGEST_LINE) not in (b"\r\n", b"\n"):
            raise TurnedAwayError(400, "A chunk does not end where it says")
    for _ in range(_MOST_TRAILERS):
        if line.readline(_LONGEST_LINE) in (b"\r\n", b"\n"):
            return bytes(body)
    raise TurnedAwayError(400, "The body does not end")


def _size(line: Wire) -> int:
    found = _CHUNK.fullmatch(line.readline(_LONGEST_LINE))
    if not found:
        raise TurnedAwayError(400, "A chunk does not say its size")
    return int(found[1].lstrip(b"0")[:9] or b"0", 16)


def _read(line: Wire, length: int) -> bytes:
    """Read exactly `length` bytes. A truncated body is rejected."""
    if length > LIMIT:
        raise TurnedAwayError(413, "The request is too large")
    body = line.read(length)
    if len(body) < length:
        raise TurnedAwayError(400, "The body is not whole")
    return body
