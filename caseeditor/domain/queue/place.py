"""The place in a list at which stepping goes on, also after its case has moved or left."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from caseeditor.domain.queue.rows import QueueRow


class Place(msgspec.Struct, frozen=True):
    """`gap` is the number of other cases before the place of a case that has moved or left; -1: it is in its row."""

    case_id: str = ""
    gap: int = -1
    has_moved: bool = False

    def next_row(self, ids: Sequence[str], step: int) -> int:
        """Return the row that a step (1 or -1) leads to; it may lie outside the list. No place is before all rows."""
        row = ids.index(self.case_id) if self.case_id in ids else -1
        if self.gap < 0:
            return row + step if row >= 0 else 0
        others = self.gap if step > 0 else self.gap - 1
        return others + (0 <= row <= others)

    def followed(self, before: Sequence[str], after: Sequence[str], moved: Collection[str]) -> "Place":
        """Follow the list from one state to another. `moved`: cases whose own change gives them another row."""
        if not self.case_id or (self.gap < 0 and self.case_id not in before):
            return self
        is_there = self.case_id in after
        has_moved = self.has_moved or self.case_id in moved
        if is_there and not has_moved:
            return Place(self.case_id)
        start = self.gap if self.gap >= 0 else before.index(self.case_id)
        gap = self._gap(start, before, after, moved)
        is_back = is_there and after.index(self.case_id) == gap
        return Place(self.case_id) if is_back else Place(self.case_id, gap, has_moved)

    def _gap(self, start: int, before: Sequence[str], after: Sequence[str], moved: Collection[str]) -> int:
        """Return the gap behind the nearest case before it that remains, or else in front of the next one."""
        others = [case_id for case_id in before if case_id != self.case_id]
        rows = {case_id: row for row, case_id in enumerate(case_id for case_id in after if case_id != self.case_id)}
        steady = rows.keys() - set(moved)
        if found := next((case_id for case_id in reversed(others[:start]) if case_id in steady), ""):
            return rows[found] + 1
        found = next((case_id for case_id in others[start:] if case_id in steady), "")
        return rows[found] if found else min(start, len(rows))


def moved_cases(before: Mapping[str, QueueRow], after: Mapping[str, QueueRow]) -> frozenset[str]:
    """Return the cases whose dates have changed between two states of a list."""
    both = before.keys() & after.keys()
    return frozenset(each for each in both if _dates(before[each]) != _dates(after[each]))


def _dates(row: QueueRow) -> tuple[float | None, float | None]:
    return row.due, row.updated
