"""A scripted misbehaving Social Gateway on loopback that counts the notes it stored.

Each call about a case is answered by the next script planned for it, or correctly. The server's clock advances by two
seconds with each call, so stored changes have settled by the next read without real waiting.
"""

import collections
import contextlib
import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl

from caseeditor.demo.world import ZONE, World
from tests.support.raw_http_server import Asked, HungUpError, Line, RawHttpServer, http, listen

if TYPE_CHECKING:
    from tests.faults.read_cache import ReadCache

TOKENS = {"fault/token+77=": "support", "another/token+88=": "lucia"}
TOKEN, OTHER_TOKEN = TOKENS
COLLEAGUE = "lucia"
FIRST, COUNT = 200, 1000
TICK = timedelta(seconds=2)
PATIENCE = 60.0
"""Timeout of a test's waits, in seconds."""
_ROOT = "/api/v2/"

Params = tuple[tuple[str, str], ...]
Script = Callable[["Call"], None]


@dataclass(frozen=True)
class Posted:
    """A received POST, without its token."""

    case: int
    path: str
    params: Params
    user: str

    def notes(self) -> list[str]:
        return [value for name, value in self.params if name == "note"]


class Gate:
    """Holds a call until the test releases it."""

    def __init__(self) -> None:
        self._reached = threading.Event()
        self._opened = threading.Event()

    def hold(self) -> None:
        self._reached.set()
        self._opened.wait()

    def wait(self) -> None:
        """Wait until a call is held at this gate."""
        assert self._reached.wait(PATIENCE), "No call came to the gate."

    def open(self) -> None:
        self._opened.set()


class Call:
    """One call, passed to its script."""

    def __init__(self, server: "FaultyServer", line: Line, asked: Asked, posted: Posted) -> None:
        self.server = server
        self.method = asked.method
        self.case = posted.case
        self.path = posted.path
        self.params = posted.params
        self.user = posted.user
        self.is_over = False
        """Whether the connection closes after this call."""
        self._line = line
        self._asked = asked

    def be_last(self) -> None:
        """Shut the server down, except for this call."""
        self.server.shut(self._line)

    def store(self, params: Params | None = None) -> None:
        """Store the update like a well-behaved server; `params` replace the received ones."""
        given = self.params if params is None else params
        server = self.server
        if self.path.endswith("/tags"):
            removed = [value for name, value in given if name == "remove"]
            server.world.retag(self.case, [], removed)
        else:
            made = tuple((name, server.note(value) if name == "note" else value) for name, value in given)
            server.world.update(self.case, made, by=self.user)
            server.landed.extend((self.case, self.user, name, value) for name, value in given)

    @property
    def is_fresh_wanted(self) -> bool:
        """Return whether the call forbids a cached answer."""
        return "no-cache" in self._asked.header("Cache-Control")

    def body(self) -> bytes:
        """Return the case as shown by this server."""
        return self.server.shown(self.case)

    def answer(
        self,
        body: bytes,
        status: bytes = b"200 OK",
        *headers: bytes,
        length: int | None = None,
        close: bool = False,
        date: bytes = b"",
    ) -> None:
        """Send an answer; `length` is the announced length, `date` replaces now, `close` closes the connection."""
        dated = b"Date: " + (date or self.server.date())
        self.send(http(body, status, dated, *headers, length=length, close=close))
        if close:
            self.drop()

    def send(self, data: bytes) -> None:
        self._line.send(data)

    def good(self) -> None:
        self.answer(self.body())

    def drop(self) -> None:
        """Close the connection without another byte."""
        self.is_over = True

    def reset(self) -> None:
        """Reset the connection like a crashed host."""
        self._line.reset()
        self.drop()

    def hang(self) -> None:
        """Stay silent until the client hangs up or the test is over."""
        with contextlib.suppress(HungUpError):
            self._line.hang()
        self.drop()

    def pause(self, seconds: float) -> None:
        self.server.over.wait(seconds)


class FaultyServer:
    """Serves cases from FIRST on, each with a tag, an attribute and a note."""

    def __init__(self, port: int = 0, cases: int = COUNT) -> None:
        self.over = threading.Event()
        self.posts: list[Posted] = []
        self.landed: list[tuple[int, str, str, str]] = []
        """Case, user, name and value of every stored change, as sent."""
        self.reads: collections.Counter[int] = collections.Counter()
        self.early: dict[int, Script] = {}
        """Answers to updates, sent before the body is read."""
        self.notes_are = "shown"  # or "missing", "empty"
        self.tokens = dict(TOKENS)
        """Author of notes, by token."""
        self.me: dict[str, object] = {}
        """Answers of `me`, by token; the default is `describe`."""
        self.me_scripts: collections.deque[Script] = collections.deque()
        """Answers to the next calls of `me`."""
        self.note: Callable[[str], str] = lambda text: text
        """Change to a stored note."""
        self.show: Callable[[list[Any]], list[Any]] = lambda notes: notes
        """Visible notes of a case."""
        self.describe: Callable[[str], Mapping[str, object]] = lambda login: {"name": login}
        """Description of a user in `me`."""
        self.me_failures = 0
        """Number of the next calls of `me` that fail."""
        self.read_cache: ReadCache | None = None
        self.jump = timedelta()
        self.most: int | None = None
        """Limit of parameters per call; the rest are dropped."""
        self._changed = threading.Condition()
        self._plans: dict[tuple[int, str], collections.deque[Script]] = collections.defaultdict(collections.deque)
        self._rules: dict[tuple[int, str], Script] = {}
        self._gates: list[Gate] = []
        self._calls = 0
        self.world = World("support", _cases(cases, self.now() - timedelta(days=1)), clock=self.now)
        self.rule_of_all: Script | None = None
        """Answer to all unplanned updates of cases without a rule; None: correctly."""
        self._port = port
        self._http: RawHttpServer | None = None
        self._fresh = iter(range(FIRST, FIRST + cases))

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.over.set()
        for gate in self._gates:
            gate.open()
        self.shut()

    def open(self) -> None:
        """Accept connections, always at the same address."""
        self._http = RawHttpServer(self._serve, listener=listen(self._port))
        self._port = self._http.port
        self._http.start()

    def shut(self, but: Line | None = None) -> None:
        """Shut down: connections break, except for one, and the address is unreachable."""
        if serving := self._http:
            serving.turn_away()
            self._http = None
            serving.hang_up(but)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def fresh(self) -> int:
        """Return the id of an unused case."""
        return next(self._fresh)

    # The clock.

    def now(self) -> datetime:
        return datetime.now(ZONE) + TICK * self._calls + self.jump

    def date(self) -> bytes:
        return format_datetime(self.now()).encode()

    # Scripts.

    def plan(self, case: int, method: str, *scripts: Script) -> None:
        """Answer the next calls about a case with these scripts, then correctly."""
        self._plans[case, method].extend(scripts)

    def rule(self, case: int, method: str, script: Script | None) -> None:
        """Answer all unplanned calls about a case with this script; None: correctly."""
        self._rules.pop((case, method), None)
        if script:
            self._rules[case, method] = script

    def clear(self, case: int) -> None:
        """Behave correctly from now on, for this case."""
        for method in ("GET", "POST"):
            self._plans.pop((case, method), None)
            self._rules.pop((case, method), None)

    def clear_all(self) -> None:
        """Behave correctly from now on, for all cases."""
        self._plans.clear()
        self._rules.clear()
        self.me_failures = 0

    def gate(self) -> Gate:
        gate = Gate()
        self._gates.append(gate)
        return gate

    # Counts.

    def stored(self, case: int) -> list[str]:
        """List the notes of a case after its first."""
        return [note["text"] for note in self.world.case(case).get("notes", [])[1:]]

    def posts_of(self, case: int) -> list[Posted]:
        return [posted for posted in self.posts if posted.case == case]

    def updates_of(self, case: int) -> list[Posted]:
        """List the updates of a case, without calls about its tags."""
        return [posted for posted in self.posts_of(case) if not posted.path.endswith("/tags")]

    def wait_posts(self, case: int, count: int) -> None:
        """Wait for this many POSTs in total."""
        self._wait(lambda: len(self.posts_of(case)) >= count, f"{count} POSTs about {case}")

    def wait_posts_of_any(self, cases: Iterable[int], count: int) -> None:
        """Wait for this many POSTs in total, about any of these cases."""
        of_all = tuple(cases)
        self._wait(lambda: sum(len(self.posts_of(case)) for case in of_all) >= count, f"{count} POSTs")

    def wait_reads(self, case: int, count: int) -> None:
        """Wait for this many more reads."""
        wanted = self.reads[case] + count
        self._wait(lambda: self.reads[case] >= wanted, f"{count} more reads of {case}")

    def wait_stored(self, case: int, count: int) -> None:
        self._wait(lambda: len(self.stored(case)) >= count, f"{count} notes of {case}")

    def _wait(self, come: Callable[[], bool], what: str) -> None:
        with self._changed:
            assert self._changed.wait_for(come, PATIENCE), f"Waited in vain for {what}."

    # Answering.

    def shown(self, case: int) -> bytes:
        """Return a case as shown, as JSON."""
        whole = self.world.case(case)
        notes = whole.pop("notes", [])
        shown = {"shown": self.show(notes), "empty": [], "missing": None}[self.notes_are]
        if shown == notes:
            return self.world.body(case)
        if shown is not None:
            whole["notes"] = shown
        return json.dumps(whole).encode()

    def _serve(self, line: Line) -> None:
        while not self._take(line, line.ask(body=False)).is_over:
            pass

    def _take(self, line: Line, asked: Asked) -> Call:
        """Answer one request."""
        path = asked.path.removeprefix(_ROOT)
        steps = path.split("/")
        is_case = steps[0] == "case" and len(steps) > 1 and steps[1].isdecimal() and steps[-1] != "messages"
        case = int(steps[1]) if is_case else 0
        method = asked.method
        early = self.early.pop(case, None) if method == "POST" else None
        given = asked.query if method == "GET" else [] if early else _form(line.body_of(asked))
        params = tuple(given)[: self.most]
        token = dict(params).get("access_token", "")
        user = self.tokens.get(token, "")
        bare = tuple(pair for pair in params if pair[0] != "access_token")
        call = Call(self, line, asked, Posted(case, path, bare, user))
        with self._changed:
            self._calls += 1
            if method == "POST":
                self.posts.append(Posted(case, path, bare, user))
            else:
                self.reads[case] += 1
            plans = self._plans.get((case, method))
            script = early or (plans.popleft() if plans else self._rules.get((case, method)))
            if script is None and method == "POST" and case:
                script = self.rule_of_all
            if path == "me" and user:
                script = self._who(token, user)
        try:
            (script or _well)(call)
        finally:
            with self._changed:
                self._changed.notify_all()
        return call

    def _who(self, token: str, user: str) -> Script:
        """Return the answer to `me`."""
        if self.me_scripts:
            return self.me_scripts.popleft()
        if self.me_failures:
            self.me_failures -= 1
            return lambda call: call.answer(b"", b"503 Service Unavailable")
        return telling(self.me[token] if token in self.me else self.describe(user))

    def tell(self) -> None:
        """Wake waiting tests: something was stored without a call."""
        with self._changed:
            self._changed.notify_all()


def telling(user: object) -> Script:
    """Answer `me` for a signed-in user with this description."""
    named = user if isinstance(user, Mapping) else {}
    return lambda call: call.answer(json.dumps({"success": True, "logged_in": True, **named}).encode())


def _well(call: Call) -> None:
    if not call.user:
        call.answer(b'{"success":false,"statusMessage":"The access token is invalid"}', b"401 Unauthorized")
    elif not call.case:
        call.answer(b"{}", b"404 Not Found")
    elif call.method == "GET" and call.server.read_cache:
        call.server.read_cache.answer(call)
    else:
        if call.method == "POST":
            call.store()
        call.good()


def _cases(count: int, then: datetime) -> dict[int, dict[str, Any]]:
    note = {"date": 1_683_826_440_000, "text": "first", "userName": "support"}
    changed = {"update_date": then.strftime("%Y-%m-%dT%H:%M:%S%z"), "updated_by": "support"}
    return {
        number: {
            "id": number,
            "subject": f"Subject of {number}",
            "state": "Arrived",
            "tags": ["vip"],
            "region": "norte",
            "notes": [dict(note)],
            **changed,
        }
        for number in range(FIRST, FIRST + count)
    }


def _form(body: bytes) -> list[tuple[str, str]]:
    return parse_qsl(body.decode(), keep_blank_values=True)
