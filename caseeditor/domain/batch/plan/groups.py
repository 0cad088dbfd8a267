"""Rows of a batch grouped for the page: moved fields, unsure rows. Largest groups come first."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

import msgspec

from caseeditor.domain.batch.row import Outcome, Row
from caseeditor.domain.delivery.submission import EffectStatus, Findings
from caseeditor.domain.editing.changes import ChangeKind

K = TypeVar("K", bound=Hashable)
G = TypeVar("G", "MovedGroup", "UnsureGroup")

_FEW = 100
"""Rows that are grouped without a pause."""


class MovedGroup(msgspec.Struct, frozen=True):
    """Rows with one field that somebody else changed to the same value: `theirs`, None if it is gone or unknown."""

    what: ChangeKind
    name: str
    mine: str | None
    theirs: str | None
    field: str
    rows: tuple[int, ...]


class UnsureGroup(msgspec.Struct, frozen=True):
    """Unsure rows with evidence of the same kinds, () for none. `moved`: the case changed since the attempt."""

    kinds: tuple[tuple[ChangeKind, EffectStatus], ...]
    moved: bool
    rows: tuple[int, ...]


def moved_groups(rows: Iterable[Row]) -> tuple[MovedGroup, ...]:
    """Group the fields of moved rows that were left to a colleague, the largest group first."""

    def keys(row: Row) -> Iterable[tuple[ChangeKind, str, str | None, str | None, str]]:
        for result in row.results if row.outcome is Outcome.MOVED else ():
            change = result.change
            if result.is_moved and not result.is_left:
                yield change.what, change.name, change.after, result.now, change.field

    return _largest_first(MovedGroup(*key, rows=numbers) for key, numbers in _by(rows, keys))


def unsure_groups(rows: Iterable[Row]) -> tuple[UnsureGroup, ...]:
    """Group the unsure rows by the kinds of their evidence, the largest group first."""

    def keys(row: Row) -> Iterable[tuple[tuple[tuple[ChangeKind, EffectStatus], ...], bool]]:
        if row.outcome is Outcome.UNSURE:
            yield _kinds(row.findings), bool(row.findings and row.findings.moved)

    return _largest_first(UnsureGroup(*key, rows=numbers) for key, numbers in _by(rows, keys))


class DecisionGroups:
    """Collects the groups of unsure and moved rows, so that 100,000 of them hold up nothing."""

    def __init__(self) -> None:
        self._few: list[Row] = []
        self._unsure: dict[UnsureGroup, list[int]] = {}
        self._moved: dict[MovedGroup, list[int]] = {}

    def add(self, row: Row) -> None:
        """Add a row; one with another outcome has no group."""
        if row.outcome in (Outcome.UNSURE, Outcome.MOVED):
            self._few.append(row)
            if len(self._few) >= _FEW:
                self._take()

    def groups(self) -> tuple[UnsureGroup | MovedGroup, ...]:
        """Return the groups, those of unsure rows first, and the largest of each first."""
        self._take()
        return *_largest_first(_whole(self._unsure)), *_largest_first(_whole(self._moved))

    def _take(self) -> None:
        for unsure in unsure_groups(self._few):
            self._unsure.setdefault(msgspec.structs.replace(unsure, rows=()), []).extend(unsure.rows)
        for moved in moved_groups(self._few):
            self._moved.setdefault(msgspec.structs.replace(moved, rows=()), []).extend(moved.rows)
        self._few = []


def _whole(found: dict[G, list[int]]) -> Iterable[G]:
    return (msgspec.structs.replace(group, rows=tuple(rows)) for group, rows in found.items())


def _kinds(findings: Findings | None) -> tuple[tuple[ChangeKind, EffectStatus], ...]:
    kinds = {(each.change.what, each.status) for each in findings.evidence} if findings else set()
    return tuple(sorted(kinds, key=lambda kind: (kind[0].value, kind[1].value)))


def _by(rows: Iterable[Row], keys: Callable[[Row], Iterable[K]]) -> list[tuple[K, tuple[int, ...]]]:
    """Return the numbers of the rows by key; a row may have several."""
    found: dict[K, dict[int, None]] = {}
    for row in rows:
        for key in keys(row):
            found.setdefault(key, {})[row.number] = None
    return [(key, tuple(numbers)) for key, numbers in found.items()]


def _largest_first(made: Iterable[G]) -> tuple[G, ...]:
    return tuple(sorted(made, key=lambda group: -len(group.rows)))
