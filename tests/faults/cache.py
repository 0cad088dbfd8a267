"""A cache on loopback in front of a server: it keeps good answers to GET, and gives them again for ever."""

import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.faults.server import PATIENCE

_HANDED_ON = ("Content-Type", "Date")


class Cache:
    """Stands at `url`. While `is_off` it keeps nothing, and all calls go through.

    `honours`: it asks the server where a call says no-cache. `ages`: its answers say how old they are.
    """

    def __init__(self, server: str, *, honours: bool, ages: bool = True) -> None:
        self.honours = honours
        self.ages = ages
        self.is_off = False
        self.hits = 0
        self._server = urlsplit(server).netloc
        self._kept: dict[str, tuple[dict[str, str], bytes]] = {}
        self._lock = threading.Condition()
        self._http = _Http(self)

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.01,), name="cache", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def wait_hits(self, count: int) -> None:
        """Wait until so many more calls were answered by what was kept."""
        with self._lock:
            wanted = self.hits + count
            assert self._lock.wait_for(lambda: self.hits >= wanted, PATIENCE), f"Waited in vain for {count} hits."

    def take(self, handler: "_Handler", method: str) -> None:
        """Answer one request."""
        is_fresh_wanted = self.honours and "no-cache" in handler.headers.get("Cache-Control", "")
        with self._lock:
            kept = self._kept.get(handler.path) if method == "GET" and not (is_fresh_wanted or self.is_off) else None
            self.hits += kept is not None
            self._lock.notify_all()
        if kept:
            headers, body = kept
            handler.answer(200, headers | ({"Age": "7"} if self.ages else {}), body)
            return
        length = int(handler.headers.get("Content-Length", 0))
        line = http.client.HTTPConnection(self._server, timeout=10)
        try:
            asked = {name: value for name, value in handler.headers.items() if name not in ("Host", "Connection")}
            line.request(method, handler.path, handler.rfile.read(length) if length else None, asked)
            answer = line.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            handler.answer(502, {}, b"<html>")
            return
        finally:
            line.close()
        headers = {name: value for name in _HANDED_ON if (value := answer.headers.get(name))}
        with self._lock:
            if method == "GET" and answer.status == http.client.OK and not self.is_off:
                self._kept[handler.path] = (headers, body)
        handler.answer(answer.status, headers, body)


class _Http(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up may."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Http

    def do_GET(self) -> None:
        self.server.cache.take(self, "GET")

    def do_POST(self) -> None:
        self.server.cache.take(self, "POST")

    def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's
        """Stay quiet."""
