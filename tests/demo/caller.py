"""A bare HTTP client, and a demo gateway for it."""

import json
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlencode, urlsplit

from caseeditor.demo.server import DemoServer

ROOT = "/api/v2/"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Answered:
    """A complete answer."""

    status: int
    reason: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:  # noqa: ANN401 - any JSON
        return json.loads(self.body)


class Caller:
    """Makes calls over one persistent connection."""

    def __init__(self, server: DemoServer, token: str | None = None) -> None:
        self.token = server.token if token is None else token
        self.line = HTTPConnection(urlsplit(server.url).netloc, timeout=20)

    def get(self, path: str, **params: str) -> Answered:
        self.line.request("GET", f"{ROOT}{path}?{self._encoded(list(params.items()))}")
        return _read(self.line.getresponse())

    def post(self, path: str, *pairs: tuple[str, str]) -> Answered:
        self.send(path, *pairs)
        return _read(self.line.getresponse())

    def send(self, path: str, *pairs: tuple[str, str]) -> None:
        """Post without reading the answer."""
        self.line.request("POST", ROOT + path, self._encoded(list(pairs)), FORM)

    def _encoded(self, pairs: list[tuple[str, str]]) -> str:
        return urlencode([("access_token", self.token), *pairs] if self.token else pairs)


def _read(response: HTTPResponse) -> Answered:
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answered(response.status, response.reason, headers, response.read())
