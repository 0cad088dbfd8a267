"""A Social Gateway on loopback that misbehaves as a test says, and counts what it stored.

Each call about a case is answered by the next script that is planned for it, else well. Its clock goes on by two
seconds with each call, so that what was stored has settled by the next read without anybody waiting for it.
"""

import collections
import contextlib
import json
import threading
from collections.abc import Callable, Mapping
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
PATIENCE = 10.0
"""Seconds that a test waits for what must come."""
_ROOT = "/api/v2/"

Params = tuple[tuple[str, str], ...]
Script = Callable[["Call"], None]


@dataclass(frozen=True)
class Posted:
    """A POST as it came in, without its token."""

    case: int
    path: str
    params: Params
    user: str

    def notes(self) -> list[str]:
        return [value for name, value in self.params if name == "note"]


class Gate:
    """Holds a call until the test lets it go."""

    def __init__(self) -> None:
        self._reached = threading.Event()
        self._opened = threading.Event()

    def hold(self) -> None:
        self._reached.set()
        self._opened.wait()

    def wait(self) -> None:
        """Wait until a call is held here."""
        assert self._reached.wait(PATIENCE), "No call came to the gate."

    def open(self) -> None:
        self._opened.set()


class Call:
    """One call, for its script."""

    def __init__(self, server: "FaultyServer", line: Line, asked: Asked, posted: Posted) -> None:
        self.server = server
        self.method = asked.method
        self.case = posted.case
        self.path = posted.path
        self.params = posted.params
        self.user = posted.user
        self.is_over = False
        """Whether the line ends with this call."""
        self._line = line
        self._asked = asked

    def store(self, params: Params | None = None) -> None:
        """Do what a well-behaved server does; `params` in place of those that came."""
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
        """Tell whether no cache may answer in the server's place."""
        return "no-cache" in self._asked.header("Cache-Control")

    def body(self) -> bytes:
        """Return the case as this server shows it."""
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
        """Write an answer; `length` is what it says, `date` is in place of now, `close` ends the line after it."""
        dated = b"Date: " + (date or self.server.date())
        self.send(http(body, status, dated, *headers, length=length, close=close))
        if close:
            self.drop()

    def send(self, data: bytes) -> None:
        self._line.send(data)

    def good(self) -> None:
        self.answer(self.body())

    def drop(self) -> None:
        """Close the line without another byte."""
        self.is_over = True

    def reset(self) -> None:
        """Break the line as a crashed host does."""
        self._line.reset()
        self.drop()

    def hang(self) -> None:
        """Say nothing until the other side hangs up or the test is over."""
        with contextlib.suppress(HungUpError):
            self._line.hang()
        self.drop()

    def pause(self, seconds: float) -> None:
        self.server.over.wait(seconds)


class FaultyServer:
    """Has COUNT cases from FIRST on, each with a tag, an attribute and a note."""

    def __init__(self, port: int = 0) -> None:
        self.over = threading.Event()
        self.posts: list[Posted] = []
        self.landed: list[tuple[int, str, str, str]] = []
        """Case, user, name and value of all that updates ever stored, as it was sent."""
        self.reads: collections.Counter[int] = collections.Counter()
        self.early: dict[int, Script] = {}
        """Answers to updates before their body is read."""
        self.notes_are = "shown"  # or "missing", "empty"
        self.tokens = dict(TOKENS)
        """Under which name notes are written, by token."""
        self.me: dict[str, object] = {}
        """What `me` answers, by token; beside it, a name that is the notes' own."""
        self.me_scripts: collections.deque[Script] = collections.deque()
        """Answers to the next calls of `me`."""
        self.note: Callable[[str], str] = lambda text: text
        """What it makes of a note that it stores."""
        self.show: Callable[[list[Any]], list[Any]] = lambda notes: notes
        """Which notes of a case it shows."""
        self.describe: Callable[[str], Mapping[str, object]] = lambda login: {"name": login}
        """What `me` says of a user."""
        self.me_failures = 0
        """How many of the next calls of `me` fail."""
        self.read_cache: ReadCache | None = None
        self.jump = timedelta()
        self.most: int | None = None
        """Parameters that it takes of a call; it drops the rest."""
        self._changed = threading.Condition()
        self._plans: dict[tuple[int, str], collections.deque[Script]] = collections.defaultdict(collections.deque)
        self._rules: dict[tuple[int, str], Script] = {}
        self._gates: list[Gate] = []
        self._calls = 0
        self.world = World("support", _cases(self.now() - timedelta(days=1)), clock=self.now)
        self._port = port
        self._http: RawHttpServer | None = None
        self._fresh = iter(range(FIRST, FIRST + COUNT))

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
        """Take calls, again at the same address."""
        self._http = RawHttpServer(self._serve, listener=listen(self._port))
        self._port = self._http.port
        self._http.start()

    def shut(self) -> None:
        """Be gone: the lines break, and nobody answers at this address."""
        if serving := self._http:
            self.turn_away()
            serving.hang_up()

    def turn_away(self) -> None:
        """Let nobody in any more; the lines that are open stay."""
        if self._http:
            self._http.turn_away()
            self._http = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def fresh(self) -> int:
        """Return the id of a case that nobody has used."""
        return next(self._fresh)

    # The clock.

    def now(self) -> datetime:
        return datetime.now(ZONE) + TICK * self._calls + self.jump

    def date(self) -> bytes:
        return format_datetime(self.now()).encode()

    # What a test plans.

    def plan(self, case: int, method: str, *scripts: Script) -> None:
        """Answer the next calls about a case so, then well again."""
        self._plans[case, method].extend(scripts)

    def rule(self, case: int, method: str, script: Script | None) -> None:
        """Answer all calls about a case so that nothing is planned for; None: well again."""
        self._rules.pop((case, method), None)
        if script:
            self._rules[case, method] = script

    def clear(self, case: int) -> None:
        """Behave from now on."""
        for method in ("GET", "POST"):
            self._plans.pop((case, method), None)
            self._rules.pop((case, method), None)

    def clear_all(self) -> None:
        """Behave from now on, whatever the case."""
        self._plans.clear()
        self._rules.clear()
        self.me_failures = 0

    def gate(self) -> Gate:
        gate = Gate()
        self._gates.append(gate)
        return gate

    # What a test counts.

    def stored(self, case: int) -> list[str]:
        """List the notes that the case holds beyond its first."""
        return [note["text"] for note in self.world.case(case).get("notes", [])[1:]]

    def posts_of(self, case: int) -> list[Posted]:
        return [posted for posted in self.posts if posted.case == case]

    def updates_of(self, case: int) -> list[Posted]:
        """List the updates of a case, calls about its tags left out."""
        return [posted for posted in self.posts_of(case) if not posted.path.endswith("/tags")]

    def wait_posts(self, case: int, count: int) -> None:
        """Wait until so many came in."""
        self._wait(lambda: len(self.posts_of(case)) >= count, f"{count} POSTs about {case}")

    def wait_reads(self, case: int, count: int) -> None:
        """Wait for so many more reads to come in."""
        wanted = self.reads[case] + count
        self._wait(lambda: self.reads[case] >= wanted, f"{count} more reads of {case}")

    def wait_stored(self, case: int, count: int) -> None:
        self._wait(lambda: len(self.stored(case)) >= count, f"{count} notes of {case}")

    def _wait(self, come: Callable[[], bool], what: str) -> None:
        with self._changed:
            assert self._changed.wait_for(come, PATIENCE), f"Waited in vain for {what}."

    # Answering.

    def shown(self, case: int) -> bytes:
        """Return a case as it is shown, as JSON."""
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
        """Have those who wait look again: something was stored without a call."""
        with self._changed:
            self._changed.notify_all()


def telling(user: object) -> Script:
    """Answer `me` with what it says of a user, beside that somebody is signed in."""
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


def _cases(then: datetime) -> dict[int, dict[str, Any]]:
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
        for number in range(FIRST, FIRST + COUNT)
    }


def _form(body: bytes) -> list[tuple[str, str]]:
    return parse_qsl(body.decode(), keep_blank_values=True)
