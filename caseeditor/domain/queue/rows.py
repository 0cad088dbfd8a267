"""Rows of the queue: merging of cases, order, narrowing."""

import enum
from collections.abc import Collection, Iterable, Mapping

import msgspec

from caseeditor.domain.case.search import Listed
from caseeditor.domain.queue.due import Band, Clock, band, due_time, moment
from caseeditor.domain.text.folding import fold

_NEVER = float("inf")
_CLOSED = frozenset(
    {"closed", "resolved", "done", "solved", "cerrado", "cerrada", "resuelto", "resuelta"}
    | {"fechado", "fechada", "encerrado", "encerrada", "resolvido", "resolvida"}
)
"""Names of states that end a case, folded. The names are the server's: others are shown as open."""


class Order(enum.Enum):
    """Orders of the queue."""

    DUE = "due"
    """By due time; cases without one follow, the newest first."""
    NEWEST = "newest"
    OLDEST = "oldest"


class QueueRow(msgspec.Struct, frozen=True, gc=False):
    """A case in the queue. `due` and `updated` are seconds since the epoch, None if unknown.

    `is_changed`: somebody else changed it since the agent saw it. `searched` is the folded text for narrowing.
    """

    case: Listed
    due: float | None
    updated: float | None
    searched: str
    is_changed: bool = False

    @property
    def is_closed(self) -> bool:
        return is_closed(self.case.state)


class QueueRows(msgspec.Struct, frozen=True):
    """All rows by case id, in the order in which they arrived.

    `missed` has the ids of the rows that the last whole pass did not find although they may be in the list.
    """

    by_id: Mapping[str, QueueRow] = {}
    missed: frozenset[str] = frozenset()

    def merged(self, cases: Iterable[Listed], most: int) -> "QueueRows":
        """Add the cases of an answer, or replace their rows. A case of an older answer replaces no newer row.

        Of more than `most` rows, the ones that the answer has not leave, the change of longest ago first.
        """
        rows, found = dict(self.by_id), dict[str, QueueRow]()
        for case in cases:
            if case.case_id and (case.case_id in found or len(found) < most):
                found[case.case_id] = rows[case.case_id] = _followed(rows.get(case.case_id), case)
        if (over := len(rows) - most) > 0:
            others = [row for row in rows.values() if row.case.case_id not in found]
            for row in sorted(others, key=lambda row: row.updated or 0)[:over]:
                del rows[row.case.case_id]
        return QueueRows(rows, self.missed & rows.keys())

    def after_pass(self, cases: Collection[Listed], most: int, *, has_shifted: bool) -> "QueueRows":
        """Return the rows after a whole pass that found these cases.

        If the list has changed meanwhile, a row that was not found stays, but not after a second pass.
        """
        ids = {case.case_id for case in cases}
        missed = frozenset(self.by_id.keys() - ids - self.missed) if has_shifted else frozenset[str]()
        kept = {case_id: row for case_id, row in self.by_id.items() if case_id in ids or case_id in missed}
        return QueueRows(kept, missed).merged(cases, most)

    def seen(self, case: Listed) -> "QueueRows":
        """Replace the row of a case that the agent has seen or changed; a case that has no row gets none."""
        known = self.by_id.get(case.case_id)
        if known is None or (known.case == case and not known.is_changed):
            return self
        new = row_of(case)
        return self if _is_older(new, known) else QueueRows({**self.by_id, case.case_id: new}, self.missed)

    def newest_date(self) -> str:
        """Return the latest update_date as the server wrote it; '' if there is none."""
        dated = [row for row in self.by_id.values() if row.updated is not None]
        return max(dated, key=lambda row: row.updated or 0, default=_NO_ROW).case.update_date


def is_closed(state: str) -> bool:
    """Tell whether a state ends a case."""
    return fold(state.strip()) in _CLOSED


def row_of(case: Listed) -> QueueRow:
    """Make the row of a case. A closed one is never due."""
    searched = fold("\n".join((f"#{case.case_id}", case.contact, case.subject, case.state, case.source)))
    due = None if is_closed(case.state) else due_time(case.we_did_not_reply_since_date, case.sla_seconds)
    return QueueRow(case, due, moment(case.update_date), searched)


def ordered(rows: Iterable[QueueRow], order: Order) -> list[QueueRow]:
    """Sort rows. Equal ones follow the order of their ids, so that a refresh moves none of them."""
    return sorted(rows, key={Order.DUE: _by_due, Order.NEWEST: _by_newest, Order.OLDEST: _by_oldest}[order])


def narrowed(rows: Iterable[QueueRow], text: str, part: Band | None, clock: Clock) -> list[QueueRow]:
    """Return the rows that contain every word of a text, in this part of the queue (None: in any)."""
    words = fold(text).split()
    return [
        row
        for row in rows
        if (part is None or band(row.due, clock) is part) and all(word in row.searched for word in words)
    ]


def band_counts(rows: Iterable[QueueRow], clock: Clock) -> dict[Band, int]:
    """Count the rows of each part of the queue."""
    counts = dict.fromkeys(Band, 0)
    for row in rows:
        if part := band(row.due, clock):
            counts[part] += 1
    return counts


def _followed(known: QueueRow | None, case: Listed) -> QueueRow:
    """Return the row of a case after an answer: the known one unless the answer is news."""
    if known is None:
        return row_of(case)
    if known.case == case or _is_older(new := row_of(case), known):
        return known
    is_changed = known.is_changed or new.case.update_date != known.case.update_date
    return msgspec.structs.replace(new, is_changed=is_changed)


def _is_older(new: QueueRow, known: QueueRow) -> bool:
    return new.updated is not None and known.updated is not None and new.updated < known.updated


def _by_id(row: QueueRow) -> tuple[int, str]:
    return len(row.case.case_id), row.case.case_id


def _by_due(row: QueueRow) -> tuple[object, ...]:
    if row.due is None:
        return (True, *_by_newest(row))
    return (False, row.due, *_by_oldest(row))


def _by_newest(row: QueueRow) -> tuple[float | int | str, ...]:
    return (_NEVER if row.updated is None else -row.updated, *_by_id(row))


def _by_oldest(row: QueueRow) -> tuple[float | int | str, ...]:
    return (_NEVER if row.updated is None else row.updated, *_by_id(row))


_NO_ROW = row_of(Listed(""))
