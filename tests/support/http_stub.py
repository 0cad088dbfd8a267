"""A scripted HTTP server: calls get the test's reply, or a good answer by default."""

import itertools
import json
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from tests.support.raw_http_server import Asked, Line, RawHttpServer, http, listen

HELD_SECONDS = 60
ME = {"success": True, "logged_in": True, "name": "support"}

Reply = Callable[[Line], None]
_PORTS = itertools.count(20_000)
"""Below the ephemeral ports, and each used once: for a reused port the keyring may have an older token."""


def _listener() -> socket.socket:
    for port in _PORTS:
        with suppress(OSError):  # in use by another program
            return listen(port)
    raise AssertionError


def case(number: int, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"id": number, "subject": f"Subject of {number}", "tags": ["vip"], **fields}


def answer(body: object, status: bytes = b"200 OK", *headers: bytes) -> Reply:
    """Answer with bytes or any JSON; `status` is code and reason, `headers` are whole lines."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda line: line.send(http(data, status, *headers, close=True))


def silence(line: Line) -> None:
    line.hang()


def flood(start: bytes, piece: bytes, times: int) -> Reply:
    """Answer with a large body without holding it in memory."""

    def reply(line: Line) -> None:
        line.send(http(start, length=len(start) + len(piece) * times, close=True))
        for _ in range(times):
            line.send(piece)

    return reply


def reset(line: Line) -> None:
    line.reset()


class Held:
    """Holds back an answer until it is released."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply
        self._go = threading.Event()

    def let_go(self) -> None:
        self._go.set()

    def __call__(self, line: Line) -> None:
        self._go.wait(HELD_SECONDS)
        self._reply(line)


class HttpStub:
    """Answers `me` and any case correctly, except calls (`case/203`) with a reply of their own.

    A connection ends after its first answer.
    """

    def __init__(self, replies: Mapping[str, Reply] | None = None) -> None:
        self.replies = dict(replies or {})
        self.heard: list[str] = []
        self.tokens: set[str] = set()
        """Values of access_token in the requests."""
        self._raw = RawHttpServer(self._serve, listener=_listener())

    @property
    def url(self) -> str:
        return self._raw.url

    @property
    def domain(self) -> str:
        return self.url.removeprefix("http://")

    @property
    def connections(self) -> int:
        return self._raw.connections

    def __enter__(self) -> Self:
        self._raw.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._raw.__exit__(kind, error, trace)

    def good(self, asked: Asked, call: str) -> Reply:  # noqa: ARG002 - for subclasses that use more than the call
        """Return the default reply to a call."""
        number = call.removeprefix("case/")
        return answer(case(int(number)) if number.isdecimal() else ME)

    def _serve(self, line: Line) -> None:
        asked = line.ask()
        call = asked.path.removeprefix("/api/v2/")
        self.tokens.update(value for name, value in asked.query if name == "access_token")
        self.heard.append(f"{asked.method} {call}")
        (self.replies.get(call) or self.good(asked, call))(line)
