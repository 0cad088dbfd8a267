"""The breaker: what pauses a run without the agent. One sick row does not."""

import msgspec

from caseeditor.domain.batch.batch import Pause
from caseeditor.domain.batch.row import Outcome, Row

_IN_A_ROW = 3
_AMONG, _REJECTED = 100, 5
"""More than five rejections among the last hundred rows."""
_AFTER_DOUBT = 5
"""Rows that may end while a doubt is unanswered."""


class Breaker(msgspec.Struct, frozen=True):
    """`recent`: for each of the last rows, the server's words of a rejection, None for no rejection.

    `doubts`: the rows in doubt, each with the number of rows that have ended since. `answered`: doubts that the agent
    knows of, since the run went on in spite of them.
    """

    recent: tuple[str | None, ...] = ()
    doubts: tuple[tuple[int, int], ...] = ()
    answered: frozenset[int] = frozenset()


def after_row(breaker: Breaker, row: Row) -> tuple[Breaker, Pause | None]:
    """Return the breaker after a row ended, and the reason to pause."""
    is_rejected = row.outcome is Outcome.REJECTED
    recent = (*breaker.recent, row.words if is_rejected else None)[-_AMONG:]
    doubts = tuple((number, count + 1) for number, count in breaker.doubts if number != row.number)
    after = msgspec.structs.replace(breaker, recent=recent, doubts=doubts)
    last = recent[-_IN_A_ROW:]
    if is_rejected and len(last) == _IN_A_ROW and None not in last and len(set(last)) == 1:
        return after, Pause.SAME_REJECTION
    if is_rejected and sum(words is not None for words in recent) > _REJECTED:
        return after, Pause.MANY_REJECTIONS
    if any(count >= _AFTER_DOUBT and number not in breaker.answered for number, count in doubts):
        return after, Pause.DOUBT
    return after, None


def after_doubt(breaker: Breaker, row: int) -> Breaker:
    """Return the breaker after a row came in doubt that only the agent can decide."""
    if any(number == row for number, _ in breaker.doubts):
        return breaker
    return msgspec.structs.replace(breaker, doubts=(*breaker.doubts, (row, 0)))


def gone_on(breaker: Breaker) -> Breaker:
    """Return the breaker as the agent goes on: rejections and doubts so far are known."""
    return Breaker(doubts=breaker.doubts, answered=frozenset(number for number, _ in breaker.doubts))
