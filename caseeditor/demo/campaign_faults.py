"""Misbehaviour of some cases of the campaign for batches; their place in the campaign decides which."""

import time

import msgspec

from caseeditor.demo.faulty_cases import FOREVER, Behaviour, Call, Misbehaving, after, on, unheard
from caseeditor.demo.plan_campaign import IDS
from caseeditor.demo.responses import Answer, Line, refused
from caseeditor.demo.world import World

LOCKED = range(2_004_101, 2_004_106)
"""Neighbours that are rejected in the same words: they pause a batch."""
_RETRY_AFTER = 5


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
    """A gateway whose campaign misbehaves too: 65 of the 5,000 cases, and for 5 seconds now and then all of them."""

    def __init__(self, world: World, token: str, pace: float = 1.0) -> None:
        super().__init__(world, token, pace)
        self._rush = Rush()

    def behaviour_of(self, id_: int) -> Behaviour | None:
        if id_ not in IDS:
            return super().behaviour_of(id_)
        own = _behaviour(id_)

        def update(call: Call) -> Answer:
            return self._rush.update(call, begins=_place(id_) % 1000 == 500) or own.update(call)

        return Behaviour(own.read, update)


def _place(id_: int) -> int:
    """Return a case's place in the campaign, counted from 1."""
    return id_ - IDS.start + 1


def _behaviour(id_: int) -> Behaviour:
    place = _place(id_)
    if id_ in LOCKED:
        return Behaviour(update=unheard(refused("This case is locked by the supervisor")))
    if place % 250 == 33:
        return Behaviour(update=unheard(refused(f"The plan of line {place} can't be changed before its renewal")))
    if place % 250 == 77:
        return Behaviour(update=on(Line.DROPPED))
    if place % 1000 == 140:
        return Behaviour(update=after(FOREVER))
    if place % 2500 == 640:
        return Behaviour(update=unheard(Answer(line=Line.DROPPED)))
    if place % 1000 == 404:
        gone = unheard(refused(f"There is no case {id_}", 404))
        return Behaviour(gone, gone)
    if place % 2500 == 903:
        barred = unheard(refused("This case belongs to another team", 403))
        return Behaviour(barred, barred)
    return Behaviour()
