"""Cases that misbehave, for trying out a client by hand; their subjects describe the fault."""

import json
import re
import threading
import time
from collections.abc import Callable
from datetime import timedelta

import msgspec

from caseeditor.demo.api import Gateway, echo, unauthorized
from caseeditor.demo.cases import Maker
from caseeditor.demo.responses import Answer, Later, Line, encoded, page, refused, told
from caseeditor.demo.world import Case, Params, World

FIRST = 9001
FOREVER = threading.TIMEOUT_MAX
_CASE = re.compile(r"/api/v2/case/(\d{1,18})(?:/tags)?")
_AGE = timedelta(days=90)
_RETRY_AFTER = 5
_LITTLE = 2_000


class Call(msgspec.Struct, frozen=True):
    """A call about a misbehaving case; `carry_out` passes it to the well-behaved gateway."""

    id: int
    params: Params
    world: World
    pace: float
    carry_out: Callable[[Params], Answer]

    def proceed(self) -> Answer:
        return self.carry_out(self.params)


class Behaviour:
    """The behaviour of a case: correct, except for the given or overridden calls.

    Each gateway has its own instance, called under its world's lock, so it may have state.
    """

    def __init__(
        self, read: Callable[[Call], Answer] = Call.proceed, update: Callable[[Call], Answer] = Call.proceed
    ) -> None:
        self._read = read
        self._update = update

    def read(self, call: Call) -> Answer:
        return self._read(call)

    def update(self, call: Call) -> Answer:
        return self._update(call)

    def signed_in(self) -> None:
        """Handle a `GET me` with the correct token."""


class SessionExpires(Behaviour):
    """Rejects the token from the first update until the next sign-in, once."""

    def __init__(self) -> None:
        super().__init__()
        self._expired = self._over = False

    def read(self, call: Call) -> Answer:
        return unauthorized() if self._expired else call.proceed()

    def update(self, call: Call) -> Answer:
        self._expired = not self._over
        return self.read(call)

    def signed_in(self) -> None:
        self._over = self._over or self._expired
        self._expired = False


class Colleague(Behaviour):
    """Edits the case right after a read, as another agent: once for each update, or after every read."""

    def __init__(self, *, tireless: bool = False) -> None:
        super().__init__()
        self._tireless = tireless
        self._times = 0
        self._rests = False

    def read(self, call: Call) -> Answer:
        answer = call.proceed()
        if not self._rests:
            self._rests = not self._tireless
            self._edit(call)
        return answer

    def update(self, call: Call) -> Answer:
        self._rests = False
        return call.proceed()

    def _edit(self, call: Call) -> None:
        self._times += 1
        times = self._times
        before = call.world.case(call.id).get("prioridad")
        changes = [
            ("subject", f"Changed by lucia, {times}: a colleague edits this case while you do"),
            ("prioridad", "alta" if before == "media" else "media"),
            ("note", f"Hablé con el cliente; está de acuerdo. ({times})"),
        ]
        call.world.update(call.id, changes, by="lucia")


class TooMany(Behaviour):
    """Rejects the first update with 429, and repeats that come before the requested delay is over."""

    def __init__(self) -> None:
        super().__init__()
        self._welcome: float | None = None

    def update(self, call: Call) -> Answer:
        now = time.monotonic()
        if self._welcome is not None and now >= self._welcome:
            self._welcome = None
            return call.proceed()
        self._welcome = now + _RETRY_AFTER * call.pace
        answer = refused("Too many requests", 429)
        return msgspec.structs.replace(answer, headers=(("Retry-After", str(_RETRY_AFTER)),))


class FallsSilent(Behaviour):
    """Drops the connection after storing an update, then fails reads for a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._back = 0.0

    def read(self, call: Call) -> Answer:
        return call.proceed() if time.monotonic() >= self._back else page("503 Service Unavailable", 503)

    def update(self, call: Call) -> Answer:
        self._back = time.monotonic() + 60 * call.pace
        return msgspec.structs.replace(call.proceed(), line=Line.DROPPED)


def after(seconds: float) -> Callable[[Call], Answer]:
    """Carry out the call at once, and delay the answer."""
    return lambda call: msgspec.structs.replace(
        call.proceed(), wait=seconds if seconds == FOREVER else seconds * call.pace
    )


def on(line: Line) -> Callable[[Call], Answer]:
    """Carry out the call, and treat the connection like this."""
    return lambda call: msgspec.structs.replace(call.proceed(), line=line)


def unheard(answer: Answer) -> Callable[[Call], Answer]:
    """Answer without carrying out the call."""
    return lambda _: answer


def _done_but(answer: Answer) -> Callable[[Call], Answer]:
    """Carry out the call, but give another answer."""

    def act(call: Call) -> Answer:
        call.proceed()
        return answer

    return act


def _stored_late(call: Call) -> Answer:
    later = Later(20 * call.pace, lambda: _discard(call.proceed()))
    return Answer(line=Line.DROPPED, later=later)


def _discard(_: Answer) -> None:
    """Drop the answer: nobody is connected any more."""


def _repeats_token(call: Call) -> Answer:
    message = f"Access denied for {dict(call.params).get('access_token')}"
    return refused(message, 401, reason=message)


def _without_notes(call: Call) -> Answer:
    answer = call.proceed()
    whole: Case = json.loads(answer.body)
    for case in (whole, whole.get("data")):
        if isinstance(case, dict):
            case.pop("notes", None)
    return msgspec.structs.replace(answer, body=encoded(whole))


def _trims_notes(call: Call) -> Answer:
    return call.carry_out(
        [(name, value.replace("\r\n", "\n").strip() if name == "note" else value) for name, value in call.params]
    )


def _id_only(call: Call) -> Answer:
    call.proceed()
    return told({"success": True, "case_id": call.id})


def _with_data(call: Call) -> Answer:
    call.proceed()
    return echo(call.id, call.world.body(call.id))


def _other_case(call: Call) -> Answer:
    return Answer(call.world.body(203))


def _little_at_once(call: Call) -> Answer:
    size = sum(len(value.encode()) for _, value in call.params)
    return refused("The request is too large", 413) if size > _LITTLE else call.proceed()


def _stored_as_other(call: Call) -> Answer:
    call.proceed()
    return _other_case(call)


def _elsewhere(_: Call) -> Answer:
    return Answer(status=307, headers=(("Location", "https://elsewhere.example/api/v2/case/203"),))


_GATE_CLOSED = page("503 Service Unavailable", 503)

# Subjects and behaviours from case 9001 on. Append only, since users know the ids by heart.
_CASES: tuple[tuple[str, Callable[[], Behaviour]], ...] = (
    ("Slow: reading this case takes 5 seconds", lambda: Behaviour(read=after(5))),
    ("Silent: reading this case is never answered", lambda: Behaviour(read=after(FOREVER))),
    ("Stores an update, then drops the line", lambda: Behaviour(update=on(Line.DROPPED))),
    ("Drops the line without storing the update", lambda: Behaviour(update=unheard(Answer(line=Line.DROPPED)))),
    (
        "Refuses updates: 200 with success false",
        lambda: Behaviour(update=unheard(refused("This case is locked by the supervisor"))),
    ),
    (
        "Refuses updates: 400",
        lambda: Behaviour(update=unheard(refused("The campaign of this case accepts no changes", 400))),
    ),
    ("The session expires at the first update: sign in anew", SessionExpires),
    ("A colleague edits this case right after you have read it", Colleague),
    ("Shows no notes, though it stores them", lambda: Behaviour(_without_notes, _without_notes)),
    ("Answers reading with an HTML page", lambda: Behaviour(read=unheard(page("Welcome to the office network")))),
    ("Answers reading with another case, 203", lambda: Behaviour(read=_other_case)),
    ("Answers an update with success and the case's id only", lambda: Behaviour(update=_id_only)),
    ("Answers an update with data, asked for or not", lambda: Behaviour(update=_with_data)),
    ("Drops the line, and stores the update 20 seconds late", lambda: Behaviour(update=_stored_late)),
    ("Too many requests: an update works 5 seconds after the first try", TooMany),
    ("Trims notes, and makes CRLF LF", lambda: Behaviour(update=_trims_notes)),
    ("Answers an update with a 503 page, yet stores it", lambda: Behaviour(update=_done_but(_GATE_CLOSED))),
    (
        "Says success false to an update, yet stores it",
        lambda: Behaviour(update=_done_but(refused("The search index could not be refreshed"))),
    ),
    ("Stores an update, and cuts its answer half-way", lambda: Behaviour(update=on(Line.CUT))),
    ("Stores an update, and never answers it", lambda: Behaviour(update=after(FOREVER))),
    ("Slow: an update is answered after 5 seconds", lambda: Behaviour(update=after(5))),
    ("Drips: reading comes in at one byte every half second", lambda: Behaviour(read=on(Line.DRIPPING))),
    ("Sends updates to another host: 307", lambda: Behaviour(update=_elsewhere)),
    ("Refuses updates with 401, repeating the token", lambda: Behaviour(update=_repeats_token)),
    ("A colleague edits this case after every single read", lambda: Colleague(tireless=True)),
    ("Stores an update, drops the line, and can't be read for a minute", FallsSilent),
    ("Answers an update with another case, 203, yet stores it", lambda: Behaviour(update=_stored_as_other)),
    ("Refuses an update of more than 2,000 bytes: 413", lambda: Behaviour(update=_little_at_once)),
)


def misbehaving_cases(maker: Maker) -> dict[int, Case]:
    """Generate the misbehaving cases, by id."""
    return {
        id_: maker.make(id_, _AGE + timedelta(minutes=id_ - FIRST), subject)
        for id_, (subject, _) in enumerate(_CASES, FIRST)
    }


class Misbehaving(Gateway):
    """A gateway with misbehaving cases; `pace` scales their delays."""

    def __init__(self, world: World, token: str, pace: float = 1.0) -> None:
        super().__init__(world, token)
        self._pace = pace
        self._behaviours = {id_: behaviour() for id_, (_, behaviour) in enumerate(_CASES, FIRST)}

    def answer(self, method: str, path: str, params: Params) -> Answer:
        if not self.authorized(params):
            return super().answer(method, path, params)
        if (method, path) == ("GET", "/api/v2/me"):
            with self.world.lock:
                for each in self._behaviours.values():
                    each.signed_in()
        id_ = _concerned(path, params)
        if (behaviour := self.behaviour_of(id_)) is None:
            return super().answer(method, path, params)
        obey = super().answer
        call = Call(id_, params, self.world, self._pace, lambda changed: obey(method, path, changed))
        with self.world.lock:
            return behaviour.read(call) if method == "GET" else behaviour.update(call)

    def behaviour_of(self, id_: int) -> Behaviour | None:
        """Return the behaviour of a case, None for a correct one."""
        return self._behaviours.get(id_)


def _concerned(path: str, params: Params) -> int:
    """Return the id of the case in a call, 0 if none."""
    if found := _CASE.fullmatch(path):
        return int(found[1])
    id_ = dict(params).get("id", "") if path == "/api/v2/case" else ""
    return int(id_) if re.fullmatch(r"\d{1,18}", id_, re.ASCII) else 0
