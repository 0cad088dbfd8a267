"""Misbehaviour of some cases of the campaign for batches; their place in the campaign decides which."""

import time
from collections.abc import Callable

import msgspec

from caseeditor.demo.faulty_cases import FOREVER, Behaviour, Call, Misbehaving, after, on, unheard
from caseeditor.demo.plan_campaign import IDS
from caseeditor.demo.responses import Answer, Line, refused
from caseeditor.demo.world import World

LOCKED = range(2_004_101, 2_004_113)
"""Neighbours that are rejected in the same words: they pause a batch."""
_RETRY_AFTER = 5
_RUSHES = range(IDS.start + 499, IDS.stop, 1000)
"""Cases whose first update begins a rush."""


class Rush:
    """Rejects updates of the whole campaign for load, for some seconds from the first update of certain cases on."""

    def __init__(self) -> None:
        self._begun: set[int] = set()
        self._over = 0.0

    def update(self, call: Call, *, begins: bool) -> Answer | None:
        """Return the rejection of an update, None if there is none."""
        now = time.monotonic()
        if begins and call.id not in self._begun:
            self._begun.add(call.id)
            self._over = max(self._over, now + _RETRY_AFTER * call.pace)
        if now >= self._over:
            return None
        answer = refused("Too many requests", 429)
        return msgspec.structs.replace(answer, headers=(("Retry-After", str(_RETRY_AFTER)),))


class FaultyCampaign(Misbehaving):
    """A gateway whose campaign misbehaves too: 66 of the 5,000 cases, and for 5 seconds now and then all of them."""

    def __init__(self, world: World, token: str, pace: float = 1.0) -> None:
        super().__init__(world, token, pace)
        self._rush = Rush()

    def behaviour_of(self, id_: int) -> Behaviour | None:
        if id_ not in IDS:
            return super().behaviour_of(id_)
        own = _behaviour(id_)

        def update(call: Call) -> Answer:
            return self._rush.update(call, begins=id_ in _RUSHES) or own.update(call)

        return Behaviour(own.read, update)


def _place(id_: int) -> int:
    """Return a case's place in the campaign, counted from 1."""
    return id_ - IDS.start + 1


def _renewing(id_: int) -> Behaviour:
    return Behaviour(update=unheard(refused(f"The plan of case {id_} can't be changed before its renewal")))


def _gone(id_: int) -> Behaviour:
    answer = unheard(refused(f"There is no case {id_}", 404))
    return Behaviour(answer, answer)


def _barred(_: int) -> Behaviour:
    answer = unheard(refused("This case belongs to another team", 403))
    return Behaviour(answer, answer)


# Every so many cases, the one at this place of them. Append only, since the manual test names ids.
_SICK: tuple[tuple[int, int, Callable[[int], Behaviour]], ...] = (
    (250, 33, _renewing),
    (250, 77, lambda _: Behaviour(update=on(Line.DROPPED))),  # stored
    (1000, 140, lambda _: Behaviour(update=after(FOREVER))),  # stored
    (2500, 660, lambda _: Behaviour(update=unheard(Answer(line=Line.DROPPED)))),  # not stored
    (1000, 404, _gone),
    (2500, 903, _barred),
)


def _behaviour(id_: int) -> Behaviour:
    if id_ in LOCKED:
        return Behaviour(update=unheard(refused("This case is locked by the supervisor")))
    return next((make(id_) for apart, place, make in _SICK if _place(id_) % apart == place), Behaviour())
