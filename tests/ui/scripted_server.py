"""A server that shows any given case and accepts updates without applying them: real HTTP on loopback."""

import threading
from collections.abc import Callable
from http import HTTPStatus
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl

from tests.support.http_stub import HttpStub, Reply, answer
from tests.support.raw_http_server import Asked


class ScriptedServer(HttpStub):
    """Serves within a with block. `case` is the response to every call; `posted` records the updates."""

    def __init__(self) -> None:
        super().__init__()
        self.case: dict[str, Any] = {"id": 7, "subject": "Pedido"}
        self.read_case: Callable[[str], object] | None = None
        """Answers a read of the case with this id, if set."""
        self.after_update: object = None
        """The response to every call after an update, if set."""
        self.messages: tuple[int, Any] = (404, {})
        """Status and body of the response to the call for a case's messages."""
        self.users = {"token": "demo"}
        """Users by token; other tokens are rejected."""
        self.me: dict[str, dict[str, object]] = {}
        """The response of `me` by token, if more than a name."""
        self.me_fails = 0
        """Number of coming calls of `me` that fail."""
        self.may_answer = threading.Event()
        """While it is clear, `me` waits for it."""
        self.may_answer.set()
        self.asked = 0
        """Number of calls of `me`."""
        self.list_cases: Callable[[dict[str, str]], object] | None = None
        """Answers a search, if set; an exception rejects it with its text."""
        self.posted: list[list[tuple[str, str]]] = []

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.may_answer.set()
        super().__exit__(kind, error, trace)

    def good(self, asked: Asked, call: str) -> Reply:
        if asked.method == "POST":
            self.posted.append(parse_qsl(asked.body.decode(), keep_blank_values=True))
            return answer(self.after_update or self.case)
        params = dict(asked.query)
        token = params.get("access_token", "")
        if call == "me":
            return self._who(token)
        if token not in self.users:
            return answer({"success": False, "statusMessage": "The session has ended"}, b"401 Unauthorized")
        if call.endswith("/messages"):
            status, messages = self.messages
            return answer(messages, f"{status} {HTTPStatus(status).phrase}".encode())
        if call == "case" and self.list_cases:
            return self._list(self.list_cases, params)
        if self.read_case and call.startswith("case/"):
            return answer(self.read_case(call.removeprefix("case/")))
        return answer(self.after_update if self.posted and self.after_update else self.case)

    def _who(self, token: str) -> Reply:
        self.asked += 1
        self.may_answer.wait()
        if self.me_fails:
            self.me_fails -= 1
            return answer({}, b"503 Service Unavailable")
        user = self.users.get(token)
        return answer({"logged_in": user is not None, **self.me.get(token, {"name": user})})

    def _list(self, list_cases: Callable[[dict[str, str]], object], params: dict[str, str]) -> Reply:
        try:
            return answer(list_cases(params))
        except LookupError as refusal:
            return answer({"success": False, "statusMessage": str(refusal)})
