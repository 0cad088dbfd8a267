"""A server that shows whatever case it is given and takes updates without doing them: real HTTP on loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable


class ScriptedServer:
    """Serves while it is entered. `case` is what every call answers, `posted` what came in."""

    def __init__(self) -> None:
        self.case: dict[str, Any] = {"id": 7, "subject": "Pedido"}
        self.after_update: object = None
        """What every call answers from an update on, where it is set."""
        self.messages: tuple[int, Any] = (404, {})
        """How the call for a case's messages is answered: status and body."""
        self.users = {"token": "demo"}
        """Who has which token; others are turned away."""
        self.me: dict[str, dict[str, object]] = {}
        """What `me` says of a user, by token, where it is not just the name."""
        self.me_fails = 0
        """How many of the next calls of `me` fail."""
        self.may_answer = threading.Event()
        """Cleared, `me` is answered only once it is set."""
        self.may_answer.set()
        self.asked = 0
        """How often `me` was asked."""
        self.list_cases: Callable[[dict[str, str]], object] | None = None
        """Answers a search, where it is set; what raises is refused with its text."""
        self.posted: list[list[tuple[str, str]]] = []
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                address = urlsplit(self.path)
                token = dict(parse_qsl(address.query)).get("access_token", "")
                user = scripted.users.get(token)
                if address.path == "/api/v2/me":
                    scripted.asked += 1
                    scripted.may_answer.wait()
                    if scripted.me_fails:
                        scripted.me_fails -= 1
                        self._answer({}, 503)
                        return
                    self._answer({"logged_in": user is not None, **scripted.me.get(token, {"name": user})})
                elif user is None:
                    self._answer({"success": False, "statusMessage": "The session has ended"}, 401)
                elif address.path.endswith("/messages"):
                    self._answer(scripted.messages[1], scripted.messages[0])
                elif address.path == "/api/v2/case" and scripted.list_cases:
                    try:
                        self._answer(scripted.list_cases(dict(parse_qsl(address.query))))
                    except LookupError as refusal:
                        self._answer({"success": False, "statusMessage": str(refusal)})
                else:
                    shown = scripted.after_update if scripted.posted and scripted.after_update else scripted.case
                    self._answer(shown)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                scripted.posted.append(parse_qsl(body.decode(), keep_blank_values=True))
                self._answer(scripted.after_update or scripted.case)

            def log_message(self, *_: object) -> None:
                """Nothing."""

            def _answer(self, value: object, status: int = 200) -> None:
                body = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.may_answer.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()
