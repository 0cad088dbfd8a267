"""A server that answers as badly as it is told to, byte by byte, on loopback. Each line carries one request."""

import itertools
import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

DRIP_SECONDS = 0.5
HELD_SECONDS = 60
ME = {"success": True, "logged_in": True, "name": "support"}


class Line:
    """One connection, its request read: what a reply writes to."""

    def __init__(self, connection: socket.socket, ended: threading.Event) -> None:
        self._connection = connection
        self._ended = ended

    def send(self, data: bytes) -> None:
        self._connection.sendall(data)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the server ends, or that long; tells whether it has ended."""
        return self._ended.wait(seconds)

    def reset(self) -> None:
        """Break it off, as a crash would."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


Reply = Callable[[Line], None]
_PORTS = itertools.count(20_000)
"""Below those that the system hands out, each once: of one that comes again, the keyring has an older token."""


def _listener() -> socket.socket:
    for port in _PORTS:
        with suppress(OSError):  # somebody else's
            return socket.create_server(("127.0.0.1", port))
    raise AssertionError


def case(number: int, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"id": number, "subject": f"Subject of {number}", "tags": ["vip"], **fields}


def head(status: bytes, length: int, *headers: bytes) -> bytes:
    """Begin an answer: `status` is code and reason, `headers` are whole lines."""
    lines = (b"HTTP/1.1 " + status, b"Content-Length: %d" % length, b"Connection: close", *headers)
    return b"\r\n".join((*lines, b"", b""))


def answer(body: bytes | dict[str, Any] | list[Any], status: bytes = b"200 OK", *headers: bytes) -> Reply:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda line: line.send(head(status, len(data), *headers) + data)


def silence(line: Line) -> None:
    line.wait()


def drip(body: bytes) -> Reply:
    """Answer with one byte every half second."""

    def reply(line: Line) -> None:
        line.send(head(b"200 OK", len(body)))
        for at in range(len(body)):
            line.send(body[at : at + 1])
            if line.wait(DRIP_SECONDS):
                return

    return reply


def flood(start: bytes, piece: bytes, times: int) -> Reply:
    """Answer with a large body without holding it."""

    def reply(line: Line) -> None:
        line.send(head(b"200 OK", len(start) + len(piece) * times) + start)
        for _ in range(times):
            line.send(piece)

    return reply


def reset(line: Line) -> None:
    line.reset()


def cut(body: bytes) -> Reply:
    """Announce the whole body, send half."""
    return lambda line: line.send(head(b"200 OK", len(body)) + body[: len(body) // 2])


class Held:
    """Keeps an answer back until it is let go."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply
        self._go = threading.Event()

    def let_go(self) -> None:
        self._go.set()

    def __call__(self, line: Line) -> None:
        self._go.wait(HELD_SECONDS)
        self._reply(line)


class Rig:
    """Answers `me` and any case well, but for the calls (`case/203`) that have a reply of their own."""

    def __init__(self, replies: Mapping[str, Reply] | None = None) -> None:
        self.replies = dict(replies or {})
        self.heard: list[str] = []
        self.tokens: set[str] = set()
        """What was sent as access_token."""
        self.connections = 0
        self._ended = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = _listener()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def domain(self) -> str:
        return self.url.removeprefix("http://")

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        self._listener.close()

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="rig", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:  # shut down
                return
            self.connections += 1
            self._open.add(connection)
            self._start(partial(self._serve, connection))

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):  # whoever hangs up on us may
            request = connection.makefile("rb")
            with request:
                asked = request.readline().decode("latin-1")
                if not asked:  # whoever only knocked
                    return
                method, target, _ = asked.split(" ", 2)
                while request.readline().strip():
                    pass
            call = target.partition("?")[0].removeprefix("/api/v2/")
            self.tokens.update(parse_qs(urlsplit(target).query).get("access_token", ()))
            self.heard.append(f"{method} {call}")
            self._reply_to(call)(Line(connection, self._ended))
        self._open.discard(connection)

    def _reply_to(self, call: str) -> Reply:
        if call in self.replies:
            return self.replies[call]
        number = call.removeprefix("case/")
        return answer(case(int(number)) if number.isdecimal() else ME)
