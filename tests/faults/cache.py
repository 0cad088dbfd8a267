"""A cache on loopback in front of a server: it stores good answers to GET and repeats them for ever."""

import http.client
import threading
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from tests.faults.server import PATIENCE
from tests.support.raw_http_server import Asked, Line, RawHttpServer

_HANDED_ON = ("Content-Type", "Date")


class Cache:
    """Listens at `url`. While `is_off` it stores nothing and forwards every call.

    `honours`: it forwards calls that say no-cache. `ages`: its answers carry their age.
    """

    def __init__(self, server: str, *, honours: bool, ages: bool = True) -> None:
        self.honours = honours
        self.ages = ages
        self.is_off = False
        self.hits = 0
        self._server = urlsplit(server).netloc
        self._kept: dict[str, tuple[dict[str, str], bytes]] = {}
        self._lock = threading.Condition()
        self._http = RawHttpServer(self._serve)

    def __enter__(self) -> Self:
        self._http.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.turn_away()

    @property
    def url(self) -> str:
        return self._http.url

    def wait_hits(self, count: int) -> None:
        """Wait for this many more answers from the cache."""
        with self._lock:
            wanted = self.hits + count
            assert self._lock.wait_for(lambda: self.hits >= wanted, PATIENCE), f"Waited in vain for {count} hits."

    def _serve(self, line: Line) -> None:
        while True:
            asked = line.ask()
            line.send(self._answer(asked))

    def _answer(self, asked: Asked) -> bytes:
        is_fresh_wanted = self.honours and "no-cache" in asked.header("Cache-Control")
        is_read = asked.method == "GET"
        with self._lock:
            kept = self._kept.get(asked.target) if is_read and not (is_fresh_wanted or self.is_off) else None
            self.hits += kept is not None
            self._lock.notify_all()
        if kept:
            headers, body = kept
            return _written(200, headers | ({"Age": "7"} if self.ages else {}), body)
        line = http.client.HTTPConnection(self._server, timeout=10)
        try:
            handed = {name: value for name, value in asked.headers if name not in ("Host", "Connection")}
            line.request(asked.method, asked.target, asked.body or None, handed)
            answer = line.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            return _written(502, {}, b"<html>")
        finally:
            line.close()
        headers = {name: value for name in _HANDED_ON if (value := answer.headers.get(name))}
        with self._lock:
            if is_read and answer.status == http.client.OK and not self.is_off:
                self._kept[asked.target] = (headers, body)
        return _written(answer.status, headers, body)


def _written(status: int, headers: dict[str, str], body: bytes) -> bytes:
    told = (headers | {"Content-Length": str(len(body))}).items()
    lines = (f"HTTP/1.1 {status} {http.client.responses[status]}", *(f"{name}: {value}" for name, value in told))
    return "\r\n".join((*lines, "", "")).encode() + body
