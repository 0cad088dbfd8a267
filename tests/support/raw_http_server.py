"""An HTTP server on loopback with raw answers: a script of the test runs over each connection."""

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

import msgspec

HOST = "127.0.0.1"
CASE = b'{"id": 203, "subject": "Necesito ayuda !!!", "state": "Arrived"}'
_CHUNK = 65_536


class Asked(msgspec.Struct, frozen=True):
    """A received request."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def form(self) -> list[tuple[str, str]]:
        return parse_qsl(self.body.decode(), keep_blank_values=True, strict_parsing=True)

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


class HungUpError(Exception):
    """The client hung up, or the test is over."""


class Line:
    """One connection, passed to its script."""

    def __init__(self, server: "RawHttpServer", connection: socket.socket) -> None:
        self._server = server
        self._socket = connection
        self._held = b""
        self.sent = 0

    def ask(self, *, body: bool = True) -> Asked:
        """Wait for a request. Raises HungUpError at the end of the connection."""
        while b"\r\n\r\n" not in self._held:
            self._receive()
        head, _, self._held = self._held.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = tuple((name, value.strip()) for name, _, value in (line.partition(":") for line in rest))
        asked = Asked(method, target, headers, b"")
        if body:
            asked = msgspec.structs.replace(asked, body=self.body_of(asked))
        self._server.asked.append(asked)
        self._server.heard.set()
        return asked

    def body_of(self, asked: Asked) -> bytes:
        """Wait for the body of a request whose head was read."""
        return self.take(int(asked.header("Content-Length") or 0))

    def take(self, length: int) -> bytes:
        """Wait for this many bytes, of a body or of data other than HTTP."""
        while len(self._held) < length:
            self._receive()
        taken, self._held = self._held[:length], self._held[length:]
        return taken

    def _receive(self) -> None:
        try:
            more = self._socket.recv(_CHUNK)
        except OSError:
            more = b""
        if not more:
            raise HungUpError
        self._held += more

    def send(self, data: bytes) -> None:
        try:
            for start in range(0, len(data), _CHUNK):
                self._socket.sendall(data[start : start + _CHUNK])
                self.sent += len(data[start : start + _CHUNK])
        except OSError:
            raise HungUpError from None

    def drip(self, data: bytes, pause: float) -> None:
        """Send one byte at regular intervals."""
        for at in range(len(data)):
            self.send(data[at : at + 1])
            if self._server.over.wait(pause):
                raise HungUpError

    def hang(self) -> None:
        """Stay silent until the client hangs up or the test is over."""
        while True:
            self._receive()

    def reset(self) -> None:
        """Reset the connection like a crashed host."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


Script = Callable[[Line], None]


class RawHttpServer:
    """Runs a script for each connection, in one thread each, until the test is over."""

    def __init__(
        self,
        script: Script,
        tls: ssl.SSLContext | None = None,
        name: str = HOST,
        *,
        listener: socket.socket | None = None,
    ) -> None:
        self.asked: list[Asked] = []
        self.over = threading.Event()
        self.connections = 0
        self.heard = threading.Event()
        self.hung_up = threading.Event()
        self._let_go = threading.Semaphore(0)
        self.sent = 0
        self._script = script
        self._tls = tls
        self._name = name
        self._lines: set[Line] = set()
        self._threads: list[threading.Thread] = []
        self._accepting: threading.Thread | None = None
        self._is_away = threading.Event()
        self._listener = listener or listen()
        self.port: int = self._listener.getsockname()[1]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.over.set()
        self.turn_away()
        self.hang_up()
        for thread in self._threads:
            thread.join(5)

    def start(self) -> None:
        """Accept connections."""
        self._accepting = self._start(self._let_in)

    def turn_away(self) -> None:
        """Reject new connections; open ones stay."""
        self._is_away.set()
        if self._accepting:
            # Only a connection wakes a blocked accept on every system: on Windows, shutdown fails on a listener.
            with contextlib.suppress(OSError):
                socket.create_connection(self._listener.getsockname()).close()
            self._accepting.join(5)
        self._listener.close()

    def hang_up(self, but: Line | None = None) -> None:
        """Close every connection, except for one."""
        for line in list(self._lines):
            if line is not but:
                line.close()

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self._name}:{self.port}"

    def let_go(self) -> None:
        """Wait until one more connection is closed."""
        self._let_go.acquire(timeout=5)

    def _start(self, work: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _let_in(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                if self._is_away.is_set():
                    connection.close()
                    return
                self.connections += 1
                self._start(lambda connection=connection: self._serve(connection))  # type: ignore[misc]

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
        except OSError:  # the client rejected our certificate
            connection.close()
            return
        line = Line(self, connection)
        self._lines.add(line)
        try:
            self._script(line)
        except HungUpError:
            self.hung_up.set()
        finally:
            self.sent += line.sent
            self._lines.discard(line)
            line.close()
            self._let_go.release()


def http(
    body: bytes = b"", status: bytes = b"200 OK", *headers: bytes, length: int | None = None, close: bool = False
) -> bytes:
    """Return the bytes of an HTTP answer."""
    lines = [
        b"HTTP/1.1 " + status,
        b"Content-Type: application/json; charset=utf-8",
        b"Content-Length: %d" % (len(body) if length is None else length),
        *([b"Connection: close"] if close else []),
        *headers,
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def answering(*answers: bytes) -> Script:
    """Answer each request of a connection with the next answer, and repeat the last one."""

    def script(line: Line) -> None:
        for answer in _and_on(answers):
            line.ask()
            line.send(answer)

    return script


def _and_on(answers: tuple[bytes, ...]) -> Iterator[bytes]:
    yield from answers
    while True:
        yield answers[-1]


def silent(line: Line) -> None:
    """Take the request and never answer."""
    line.ask()
    line.hang()


def resetting(line: Line) -> None:
    """Take the request and reset the connection."""
    line.ask()
    line.reset()


def dropping(line: Line) -> None:
    """Take the request and close the connection without a byte."""
    line.ask()


def listen(port: int = 0) -> socket.socket:
    """Listen on a port; the default is any free one. More connections than the backlog are refused on Windows."""
    return socket.create_server((HOST, port), backlog=256)


def nowhere() -> str:
    """Return the URL of an unused port."""
    with listen() as listener:
        return f"http://{HOST}:{listener.getsockname()[1]}"
