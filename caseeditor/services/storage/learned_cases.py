"""The tables of learned values. Blocking functions for the store's thread; they raise StoreFailed.

`learned` has a row for each value of a name, with the number of cases that have it; `learned_case` a row for
each of these cases, with the numbers of its values. So a case counts once, however often it is read, its former values
lose it, and a value that no case has is deleted. A name with too many values keeps the shapes of its values alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

import msgspec

from caseeditor.domain.case.model import Case
from caseeditor.domain.local.learned_values import MOST_OF_NAME, SHAPE, VALUE, Learned, learned_in
from caseeditor.domain.text.value_shape import shape
from caseeditor.services.storage.database import Store

if TYPE_CHECKING:
    from sqlite3 import Cursor

Account = tuple[str, str]
"""A server's URL and a user's key."""
_Select = Callable[[str, tuple[object, ...]], Sequence[Any]]
MANY = "many"
"""The kind of a row that marks a name of which only shapes are kept."""
_MOST_VALUES = 50_000
_MOST_CASES = 20_000
"""Maximum for an account. Further values are not learned; the cases read longest ago are forgotten."""
_FRESH = 24 * 60 * 60 * 1000
"""The time of a case's last read is renewed once a day (ms)."""
_NUMBERS = msgspec.json.Decoder(tuple[int, ...])
_NO_CASE: tuple[int, frozenset[int]] = (0, frozenset())
_ACCOUNT = "server = ? AND user = ?"
_AMONG = "IN (SELECT value FROM json_each(?))"
_WHOSE = "(? IS NULL OR server = ? AND user = ?)"
_UNUSED = f"""
DELETE FROM learned WHERE {_WHOSE} AND kind <> ? AND number NOT IN (
  SELECT each.value FROM learned_case, json_each(
    CASE WHEN json_valid(CAST(numbers AS TEXT)) THEN CAST(numbers AS TEXT) ELSE '[]' END) AS each
  WHERE each.type = 'integer')
"""  # noqa: S608 - contains no values
"""Values that no case refers to, as after damage: no deletion of a case would take them along."""


def learn(store: Store, account: Account, cases: Iterable[Case]) -> None:
    """Record the values of cases; writes only if some are new."""
    found = {case.id: learned_in(case) for case in cases}
    now = store.now()
    if _Learned(store.select, account, now, found).has_all(found):
        return
    with store.transaction() as cursor:
        learned = _Learned(lambda query, values: cursor.execute(query, values).fetchall(), account, now, found)
        for case_id, values in found.items():
            learned.put(cursor, case_id, values)
        _forget_oldest(cursor, account)


def forget(cursor: "Cursor", account: Account | None, before: int | None = None) -> None:
    """Forget the cases of an account, or of all, last read before a time (ms), and their values; without one, all."""
    server, user = account or (None, None)
    whose = (server, server, user)
    if before is None:
        cursor.execute(f"DELETE FROM learned WHERE {_WHOSE}", whose)  # noqa: S608 - contains no values
        cursor.execute(f"DELETE FROM learned_case WHERE {_WHOSE}", whose)  # noqa: S608 - contains no values
    else:
        where = f"FROM learned_case WHERE {_WHOSE} AND read < ?"
        _uncount(cursor, cursor.execute(f"SELECT numbers {where}", (*whose, before)).fetchall())
        if cursor.execute(f"DELETE {where}", (*whose, before)).rowcount:
            cursor.execute(_UNUSED, (*whose, MANY))


class _Learned:
    """The learned values of an account, for the names of these cases."""

    def __init__(self, select: _Select, account: Account, now: int, cases: Mapping[str, Mapping[str, Learned]]) -> None:
        self._select = select
        self._account = account
        self._now = now
        self._count = -1
        self._names: dict[str, dict[Learned, int]] = {name: {} for values in cases.values() for name in values}
        query = f"SELECT name, kind, value, number FROM learned WHERE {_ACCOUNT} AND name {_AMONG}"  # noqa: S608 - contains no values
        for name, kind, value, number in select(query, (*account, _listed(self._names))):
            self._names[name][kind, value] = number
        query = f"SELECT id, read, numbers FROM learned_case WHERE {_ACCOUNT} AND id {_AMONG}"  # noqa: S608 - contains no values
        rows = select(query, (*account, _listed(cases)))
        self._cases = {case_id: (read, frozenset(_numbers(numbers))) for case_id, read, numbers in rows}

    def has_all(self, cases: Mapping[str, Mapping[str, Learned]]) -> bool:
        """Tell whether nothing of these cases has to be written."""
        for case_id, values in cases.items():
            if any(not self._find(name, each) and self._has_room(name, each) for name, each in values.items()):
                return False
            read, numbers = self._cases.get(case_id, _NO_CASE)
            known = {self._find(name, each) for name, each in values.items()} - {None}
            if read < self._now - _FRESH or numbers != known:
                return False
        return True

    def put(self, cursor: "Cursor", case_id: str, values: Mapping[str, Learned]) -> None:
        """Count the values of a case, and no longer its former ones."""
        _, before = self._cases.get(case_id, _NO_CASE)
        found = (self._number(cursor, name, each) for name, each in values.items())
        now = {number for number in found if number is not None}
        cursor.executemany("UPDATE learned SET cases = cases + 1 WHERE number = ?", [(n,) for n in now - before])
        cursor.execute(
            "INSERT OR REPLACE INTO learned_case (server, user, id, read, numbers) VALUES (?, ?, ?, ?, ?)",
            (*self._account, case_id, self._now, msgspec.json.encode(sorted(now))),
        )
        if gone := before - now:
            _uncount(cursor, [(msgspec.json.encode(sorted(gone)),)])
            left = self._select(f"SELECT number FROM learned WHERE number {_AMONG}", (_listed(gone),))  # noqa: S608 - contains no values
            self._drop(gone - {number for (number,) in left})

    def _drop(self, gone: AbstractSet[int]) -> None:
        """Forget the numbers of values that were deleted."""
        for values in self._names.values() if gone else ():
            for value in [value for value, number in values.items() if number in gone]:
                del values[value]
        self._count = -1

    def _find(self, name: str, value: Learned) -> int | None:
        return self._names[name].get(self._kept(name, value))

    def _kept(self, name: str, value: Learned) -> Learned:
        """Return a value in the form that is kept of this name."""
        is_shaped = (MANY, "") in self._names[name] and value[0] == VALUE
        return (SHAPE, shape(value[1])) if is_shaped else value

    def _has_room(self, name: str, value: Learned) -> bool:
        kind = self._kept(name, value)[0]
        if kind != VALUE and sum(each == kind for each, _ in self._names[name]) >= MOST_OF_NAME:
            return False
        if self._count < 0:
            query = "SELECT count(*) FROM learned WHERE server = ? AND user = ?"
            self._count = self._select(query, self._account)[0][0]
        return self._count < _MOST_VALUES

    def _number(self, cursor: "Cursor", name: str, value: Learned) -> int | None:
        """Return the number of a value, a new one if there is room."""
        found = self._find(name, value)
        if found is not None or not self._has_room(name, value):
            return found
        kind, text = self._kept(name, value)
        if kind == VALUE and sum(each == VALUE for each, _ in self._names[name]) >= MOST_OF_NAME:
            self._keep_shapes(cursor, name)
            return self._number(cursor, name, value)
        return self._insert(cursor, name, kind, text)

    def _insert(self, cursor: "Cursor", name: str, kind: str, text: str) -> int:
        cursor.execute(
            "INSERT INTO learned (server, user, name, kind, value, cases) VALUES (?, ?, ?, ?, ?, 0)",
            (*self._account, name, kind, text),
        )
        number = int(cursor.lastrowid or 0)
        self._names[name][kind, text] = number
        self._count += 1
        return number

    def _keep_shapes(self, cursor: "Cursor", name: str) -> None:
        """Replace the values of a name by their shapes. Rows keep their numbers, which the cases refer to."""
        rows = self._names[name]
        values = [(text, number) for (kind, text), number in rows.items() if kind == VALUE]
        shapes = [(SHAPE, shape(text), number) for text, number in values]
        cursor.executemany("UPDATE learned SET kind = ?, value = ? WHERE number = ?", shapes)
        for text, _ in values:
            del rows[VALUE, text]
        rows.update({(kind, text): number for kind, text, number in shapes})
        self._insert(cursor, name, MANY, "")


def _forget_oldest(cursor: "Cursor", account: Account) -> None:
    of_account = "FROM learned_case WHERE server = ? AND user = ?"
    ((count,),) = cursor.execute(f"SELECT count(*) {of_account}", account).fetchall()
    if count > _MOST_CASES:
        query = f"SELECT numbers, id {of_account} ORDER BY read LIMIT ?"
        oldest = cursor.execute(query, (*account, count - _MOST_CASES)).fetchall()
        _uncount(cursor, oldest)
        cursor.executemany(f"DELETE {of_account} AND id = ?", [(*account, case_id) for _, case_id in oldest])


def _uncount(cursor: "Cursor", rows: Iterable[tuple[bytes, ...]]) -> None:
    """Count these cases no longer, given by the numbers of their values; delete values without a case."""
    gone = Counter(number for numbers, *_ in rows for number in _numbers(numbers))
    cursor.executemany(
        "UPDATE learned SET cases = cases - ? WHERE number = ?",
        [(count, number) for number, count in gone.items()],
    )
    cursor.executemany(
        "DELETE FROM learned WHERE number = ? AND cases <= 0 AND kind <> ?", [(number, MANY) for number in gone]
    )


def _listed(each: Iterable[str] | Iterable[int]) -> str:
    """Return values as a parameter of _AMONG."""
    return msgspec.json.encode(list(each)).decode()


def _numbers(body: bytes) -> tuple[int, ...]:
    """Return the numbers of a case's values, none if they can't be decoded."""
    try:
        return _NUMBERS.decode(body)
    except (msgspec.MsgspecError, TypeError, UnicodeDecodeError):
        return ()
