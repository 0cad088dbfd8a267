"""A server that shows whatever case it is given and takes updates without doing them: real HTTP on loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl


class ScriptedServer:
    """Serves while it is entered. `case` is what every call answers, `posted` what came in."""

    def __init__(self) -> None:
        self.case: dict[str, Any] = {"id": 7, "subject": "Pedido"}
        self.after_update: object = None
        """What every call answers from an update on, where it is set."""
        self.posted: list[list[tuple[str, str]]] = []
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                me = self.path.startswith("/api/v2/me")
                shown = scripted.after_update if scripted.posted and scripted.after_update else scripted.case
                self._answer({"logged_in": True, "name": "demo"} if me else shown)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                scripted.posted.append(parse_qsl(body.decode(), keep_blank_values=True))
                self._answer(scripted.after_update or scripted.case)

            def log_message(self, *_: object) -> None:
                """Nothing."""

            def _answer(self, value: object) -> None:
                body = json.dumps(value).encode()
                self.send_response(200)
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
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()
