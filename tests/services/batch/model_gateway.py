"""The network and the cases of a simulation: model servers, one for each case, behind the interface of the gateway."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.case.reference import Server
from caseeditor.domain.case.user import User
from caseeditor.domain.delivery.snapshot import Reading
from caseeditor.domain.delivery.submission import Submission
from caseeditor.domain.editing.changes import Parameters
from caseeditor.domain.errors.failure import Failure, FailureKind, OperationFailed, RequestReach
from caseeditor.domain.timeouts import Timing
from caseeditor.services.api import responses
from caseeditor.services.api.client import Gateway
from caseeditor.services.api.traffic import Traffic
from caseeditor.services.log.redaction import Secrets
from tests.domain.delivery import model_server
from tests.domain.delivery.model_server import AGENT, LATE, STORES, Call, Fortune, Luck, Names

HERE = Server("https://gateway.example")
BEGIN = 1_700_000_000.0
"""The time of the servers (s since the epoch) at the loop's 0."""
TAKES = 0.1
"""Seconds of a call."""


@dataclass
class Post:
    """An update or a removal of tags as it reached the network."""

    case_id: str
    submission: Submission
    call: Call
    fortune: Fortune


@dataclass
class Cases:
    """All cases, and the luck of the calls to come. `on_post` is told of each before it is carried out."""

    servers: dict[str, model_server.Server]
    lucks: deque[Luck] = field(default_factory=deque)
    read_failures: deque[FailureKind] = field(default_factory=deque)
    posts: list[Post] = field(default_factory=list)
    on_post: Callable[[Post], None] = lambda _: None
    on_read: Callable[[str, Case], None] = lambda *_: None

    def at(self, case_id: str) -> model_server.Server:
        """Return a case's server, whose clock is that of the running loop."""
        server = self.servers[case_id]
        server.tick(BEGIN + asyncio.get_event_loop().time() - server.clock)
        return server


class Line:
    """The line between a program and everything that survives it. A program whose line is cut does nothing more."""

    def __init__(self) -> None:
        self.fuse = 0
        """Steps until the death of the program; 0 for none."""
        self.died = asyncio.Event()

    async def step(self) -> None:
        """Pass a moment at which the program may die."""
        if self.fuse == 1:
            self.died.set()
        self.fuse = max(self.fuse - 1, 0)
        if self.died.is_set():
            await asyncio.get_running_loop().create_future()


class ModelGateway(Gateway):
    """Answers from the model servers. `sending` returns the submission that is being sent for a case."""

    def __init__(
        self, cases: Cases, line: Line, timing: Timing, traffic: Traffic, sending: Callable[[str], Submission]
    ) -> None:
        super().__init__(timing=timing, secrets=Secrets(), traffic=traffic)
        self._cases = cases
        self._line = line
        self._sending = sending

    async def me(self, server: Server, token: str = "") -> User:  # noqa: ARG002 - as the gateway
        await self._pass()
        names = next(iter(self._cases.servers.values())).names
        is_named = names not in (Names.NO_ME, Names.NOBODY)
        return User("Ana", logged_in=True, key=f"login:{AGENT}" if is_named else "", names=(AGENT,) if is_named else ())

    async def read_case(self, server: Server, case_id: str) -> Reading:
        await self._pass()
        if self._cases.read_failures:
            self._fail(self._cases.read_failures.popleft(), RequestReach.ANSWERED)
        model = self._cases.at(case_id)
        case = msgspec.structs.replace(model.show(), id=case_id)
        self._cases.on_read(case_id, case)
        self._traffic.note(server.url, None)
        return Reading(case, int(model.clock))

    async def update_case(self, server: Server, case_id: str, parameters: Parameters) -> Case | None:  # noqa: ARG002
        return await self._post(case_id, Call(len(self._cases.posts) + 1, parameters))

    async def remove_tags(self, server: Server, case_id: str, tags: tuple[str, ...]) -> Case | None:  # noqa: ARG002
        return await self._post(case_id, Call(len(self._cases.posts) + 1, removed=tags))

    def is_connecting(self, server: Server, case_id: str) -> bool:  # noqa: ARG002
        return False

    async def _post(self, case_id: str, call: Call) -> Case | None:
        await self._line.step()
        luck = self._cases.lucks.popleft() if self._cases.lucks else Luck()
        model, fortune = self._cases.at(case_id), luck.fortune
        post = Post(case_id, self._sending(case_id), call, fortune)
        self._cases.posts.append(post)
        self._cases.on_post(post)
        before = model.show()
        if fortune in STORES:
            model.do(call)
        elif fortune in LATE:
            model.late.append((model.clock + luck.late, call))
        await self._pass()
        if luck.status:
            self._turn_away(luck)
        if fortune is Fortune.UNSENT:
            self._fail(FailureKind.UNREACHABLE, RequestReach.UNSENT)
        if fortune in (Fortune.LOST, Fortune.LOST_STORED, Fortune.LATE):
            self._fail(FailureKind.DROPPED, RequestReach.UNKNOWN)
        if fortune is Fortune.ANSWERED_SHORTLY:
            return None
        shown = before if fortune is Fortune.ANSWERED_STALE else model.show()
        return msgspec.structs.replace(shown, id=case_id)

    async def _pass(self) -> None:
        await self._line.step()
        await asyncio.sleep(TAKES)
        await self._line.step()

    def _turn_away(self, luck: Luck) -> None:
        """Raise the failure of a status."""
        kind = responses.kind_of(luck.status)
        reach = RequestReach.ANSWERED if responses.is_decided(kind) else RequestReach.UNKNOWN
        wait = luck.late % 7 if kind is FailureKind.TOO_MANY else 0
        failure = Failure(kind=kind, reach=reach, status=luck.status, words="no", retry_after=wait)
        if wait:
            self._traffic.note(HERE.url, failure)
        raise OperationFailed(failure)

    @staticmethod
    def _fail(kind: FailureKind, reach: RequestReach) -> None:
        raise OperationFailed(Failure(kind=kind, reach=reach))
