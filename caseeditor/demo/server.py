"""A Social Gateway on loopback over real HTTP, in memory."""

import contextlib
import functools
import socket
import sys
import threading
import zlib
from collections.abc import Callable, Mapping
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

import msgspec

from caseeditor.demo.bulk_cases import Many
from caseeditor.demo.campaign_faults import FaultyCampaign
from caseeditor.demo.cases import Maker, sample
from caseeditor.demo.colleagues import Colleagues
from caseeditor.demo.faulty_cases import misbehaving_cases
from caseeditor.demo.incoming import LIMIT, TurnedAwayError, check_host, has_body, read_body
from caseeditor.demo.largest_case import LARGEST, headline, largest
from caseeditor.demo.malformed_cases import odd_cases
from caseeditor.demo.plan_campaign import PlanCampaign
from caseeditor.demo.responses import Answer, Line, refused
from caseeditor.demo.world import ZONE, Case, World

DEMO_TOKEN = "demo-token-1234"  # noqa: S105 - only valid for this server on loopback
_HOST = "127.0.0.1"
_PORTS = range(20_000, 30_000)
"""Outside the ranges of ephemeral ports."""
_DRIP = 0.5
_FAREWELL = 1.0


class Request(msgspec.Struct, frozen=True):
    """A received request; `path` excludes the query, `params` are those of the query, then of the form."""

    method: str
    path: str
    params: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]


class DemoServer:
    """Serves from `start()` to `stop()`, once.

    `pace` scales the delays of misbehaving cases; `cases` replaces newly generated ones. Cases change by themselves
    only with `colleagues`.
    """

    silence = 5.0
    """Maximum seconds between bytes of a body."""

    def __init__(  # noqa: PLR0913 - each is a way in which a test server differs
        self,
        *,
        token: str = DEMO_TOKEN,
        user: str = "demo",
        port: int = 0,
        pace: float = 1.0,
        cases: Mapping[int, Case] | None = None,
        colleagues: Colleagues | None = None,
    ) -> None:
        self.token = token
        self.user = user
        self.stopping = threading.Event()
        self._port = port
        self._pace = pace
        self._cases = cases
        self._colleagues = colleagues
        self._requests: list[Request] = []
        self._http: _Http | None = None
        self._thread: threading.Thread | None = None
        self._gateway: FaultyCampaign | None = None

    def start(self) -> Self:
        world = _world(self.user, self._cases, self._colleagues)
        self._gateway = FaultyCampaign(world, self.token, self._pace)
        self._http = _Http(self)
        self._thread = threading.Thread(target=self._serve, name="demo gateway", daemon=True)
        self._thread.start()
        if colleagues := self._colleagues:
            work = functools.partial(colleagues.work, world, self.stopping)
            threading.Thread(target=work, name="demo gateway, colleagues", daemon=True).start()
        return self

    def stop(self) -> None:
        """Stop at once: end delays and close open connections."""
        self.stopping.set()
        if self._http is None or self._thread is None:
            return
        # handle_request() blocks until a connection arrives, which costs nothing while idle.
        with contextlib.suppress(OSError), socket.create_connection((_HOST, self._http.server_port), timeout=1):
            self._thread.join(_FAREWELL)
        self._http.hang_up()
        self._http.server_close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def url(self) -> str:
        if self._http is None:
            raise RuntimeError("not started")
        return f"http://{_HOST}:{self._http.server_port}"

    @property
    def requests(self) -> tuple[Request, ...]:
        return tuple(self._requests)

    def case(self, id_: int) -> Case:
        """Return a copy of the case as stored, even if a misbehaving case shows less."""
        if self._gateway is None:
            raise RuntimeError("not started")
        return self._gateway.world.case(id_)

    def answer(self, request: Request, params: list[tuple[str, str]]) -> Answer:
        """Record a request and answer it from `params`, those at the place that its method uses."""
        self._requests.append(request)
        if self._gateway is None:
            return refused("not started", 503)
        answer = self._gateway.answer(request.method, request.path, params)
        if answer.later is not None:
            later = answer.later
            threading.Thread(
                target=lambda: None if self.stopping.wait(later.seconds) else later.act(),
                name="demo gateway, later",
                daemon=True,
            ).start()
        return answer

    def _serve(self) -> None:
        while self._http is not None and not self.stopping.is_set():
            self._http.handle_request()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, demo: DemoServer) -> None:
        self.demo = demo
        self._lines: set[socket.socket] = set()
        self._changed = threading.Condition()
        super().__init__((_HOST, demo._port), _Handler)  # noqa: SLF001 - same module

    def server_bind(self) -> None:
        # HTTPServer's own method resolves the name of 127.0.0.1, which can take seconds.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.socket.getsockname()[1]

    def opened(self, line: socket.socket) -> None:
        with self._changed:
            self._lines.add(line)
            if self.demo.stopping.is_set():
                # Opened after hang_up().
                line.shutdown(socket.SHUT_RDWR)

    def closed(self, line: socket.socket) -> None:
        with self._changed:
            self._lines.discard(line)
            self._changed.notify_all()

    def hang_up(self) -> None:
        """Shut down all open connections, and wait briefly for their threads."""
        with self._changed:
            for line in self._lines:
                with contextlib.suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
            self._changed.wait_for(lambda: not self._lines, _FAREWELL)

    def handle_error(self, request: object, client_address: object) -> None:
        # A client's disconnect is not an error; other errors are bugs and are printed.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SocialGatewayDemo/2"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Http

    def setup(self) -> None:
        super().setup()
        self.server.opened(self.connection)

    def finish(self) -> None:
        try:
            super().finish()
        finally:
            self.server.closed(self.connection)

    def do_GET(self) -> None:
        if has_body(self.headers):  # ignored, so the connection cannot be reused
            self.close_connection = True
        self._respond_to(lambda: b"")

    def do_POST(self) -> None:
        self._respond_to(lambda: read_body(self.headers, self.rfile))

    def log_message(self, *_: object) -> None:
        """Log nothing: DemoServer.requests has the requests."""

    def _respond_to(self, read: Callable[[], bytes]) -> None:
        try:
            check_host(self.headers, self.path, self.server.server_port)
            self.connection.settimeout(self.server.demo.silence)
            body = read()
            self.connection.settimeout(None)
        except TurnedAwayError as turned_away:
            self.close_connection = True
            self._send(refused(turned_away.words, turned_away.status))
            self._take_leave()
        else:
            self._respond(_decoded(body.decode("utf-8", "replace")))

    def _take_leave(self) -> None:
        """End the answer and drain some of the input: closing at once would reset the connection.

        The reset would discard the answer.
        """
        with contextlib.suppress(OSError):
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(_FAREWELL)
            left = LIMIT // 16
            while left > 0 and (some := self.connection.recv(65536)):
                left -= len(some)

    def _respond(self, form: list[tuple[str, str]]) -> None:
        address = urlsplit(self.path)
        query = _decoded(address.query)
        headers = tuple((name, value) for name, value in self.headers.items())
        request = Request(self.command, address.path, (*query, *form), headers)
        answer = self.server.demo.answer(request, query if self.command == "GET" else form)
        stopped = answer.wait > 0 and self.server.demo.stopping.wait(answer.wait)
        if stopped or answer.line is Line.DROPPED:
            self.close_connection = True
        else:
            self._send(answer)

    def _send(self, answer: Answer) -> None:
        # http.server encodes Latin-1; this sends the reason phrase as UTF-8.
        self.send_response(answer.status, answer.reason and answer.reason.encode().decode("latin-1"))
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        if answer.line is Line.KEPT:
            self.wfile.write(answer.body)
            return
        self.close_connection = True
        if answer.line is Line.CUT:
            self.wfile.write(answer.body[: len(answer.body) // 2])
            return
        for at in range(len(answer.body)):
            self.wfile.write(answer.body[at : at + 1])
            self.wfile.flush()
            if self.server.demo.stopping.wait(_DRIP):
                return


def port_of(folder: Path) -> int:
    """Return a port for a data folder, stable between starts, because tabs and drafts are stored by address.

    Returns 0, for any port, if another program uses it.
    """
    port = _PORTS[zlib.crc32(str(folder.resolve()).encode(errors="surrogateescape")) % len(_PORTS)]
    try:
        socket.create_server((_HOST, port)).close()
    except OSError:
        return 0
    return port


def _decoded(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="replace")


def demo_cases(now: datetime, colleagues: Colleagues | None = None) -> dict[int, Case]:
    """Generate the cases, except those that are built on access; their dates are relative to `now`.

    With colleagues, the documented example is answered: its date of 2015 would be the first of a queue by due time.
    """
    maker = Maker(now)
    made = {203: sample(), **maker.ordinary(), **odd_cases(maker), **misbehaving_cases(maker)}
    if colleagues:
        made[203].pop("we_did_not_reply_since_date")
        made |= colleagues.cases(maker, now)
    return made


def _world(user: str, cases: Mapping[int, Case] | None = None, colleagues: Colleagues | None = None) -> World:
    now = datetime.now(ZONE)
    cases = demo_cases(now, colleagues) if cases is None else cases
    bulks = (Many(now).bulk, PlanCampaign(now).bulk)
    return World(user, cases, lazy={LARGEST: (headline(now), lambda: largest(now))}, bulks=bulks)
