"""Recovery of rows from a damaged database, table by table, from both ends."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from caseeditor.domain.local.data_news import Salvaged
from caseeditor.services.storage.connections import TEXT
from caseeditor.services.storage.schema import Schema

_GAP = 20_000
"""Row numbers to try one by one if the rows in between cannot be listed."""


class _Table(msgspec.Struct, frozen=True):
    """A table that both files have. `keys` identify a row; `hint` avoids a damaged index."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[str, ...]
    hint: str = ""


def salvage(source: Path, target: Path, schema: Schema) -> Salvaged:
    """Copy the readable rows of a database into a new one of the same version; return their number.

    The new file is complete and synced on return. Raises sqlite3.Error and OSError if it cannot be written.
    """
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as new:
        new.execute("PRAGMA synchronous = EXTRA")
        with _readable(source) as old:
            version = _version(old, schema)
            if version:
                steps = ";".join(schema.steps[:version])
                new.executescript(f"BEGIN;{steps};{schema.added};PRAGMA user_version = {version};COMMIT;")
                new.execute("BEGIN IMMEDIATE")
                for table in _tables(old, new, schema):
                    _copy(old, new, table)
                _copy_sequences(old, new)
                new.execute("COMMIT")
        if not version:
            return Salvaged(**dict.fromkeys(schema.counts, 0))
        found = {
            name: new.execute(f"SELECT count(*) FROM {what}").fetchone()[0]  # noqa: S608 - constant names
            for name, what in schema.counts.items()
        }
    return Salvaged(**found)


@contextlib.contextmanager
def _readable(source: Path) -> Iterator[sqlite3.Connection]:
    """Open a database read-only; without its log if that is unusable."""
    for how in ("mode=ro", "immutable=1"):
        old = sqlite3.connect(f"{source.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
        old.text_factory = TEXT
        try:
            old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            if how == "mode=ro":
                old.close()
                continue
        break
    with contextlib.closing(old):
        yield old


def _version(old: sqlite3.Connection, schema: Schema) -> int:
    """Return the schema version of the damaged file, 0 if it is unreadable."""
    try:
        version = int(old.execute("PRAGMA user_version").fetchone()[0])
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return 0
    return version if 0 < version <= schema.version else 0


def _tables(old: sqlite3.Connection, new: sqlite3.Connection, schema: Schema) -> Iterator[_Table]:
    query = "SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE type = 'table'"
    for name, is_keyed in new.execute(query + " AND name NOT LIKE 'sqlite%'").fetchall():
        if name in schema.left_behind:
            continue
        info = new.execute(f"PRAGMA table_info({name})").fetchall()
        with contextlib.suppress(sqlite3.Error):
            there = {row[1] for row in old.execute(f"PRAGMA table_info({name})")}
            columns = tuple(row[1] for row in info if row[1] in there)
            keys = tuple(row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]) if is_keyed else ("rowid",)
            if columns:
                yield _Table(name, columns, keys, "" if is_keyed else "NOT INDEXED")


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: _Table) -> None:
    marks = ", ".join("?" * len(table.columns))
    insert = f"INSERT OR IGNORE INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})"  # noqa: S608 - names from the schema
    for key in _keys(old, table):
        row = _row(old, table, key)
        if row is not None:
            with contextlib.suppress(sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError):
                new.execute(insert, row)  # malformed values that violate the schema are skipped


def _keys(old: sqlite3.Connection, table: _Table) -> Iterator[tuple[Any, ...]]:
    """Yield the keys of a table's rows: from the start to the damage, from the end, then those in between."""
    up: list[tuple[Any, ...]] = []
    if _walk(old, table, "ASC", up):
        yield from up
        return
    down: list[tuple[Any, ...]] = []
    _walk(old, table, "DESC", down)
    yield from dict.fromkeys((*up, *down))
    if table.keys == ("rowid",):
        first = max((key[0] for key in up), default=0) + 1
        last = min((key[0] for key in down), default=first + _GAP)
        yield from ((number,) for number in range(first, min(last, first + _GAP)))


def _walk(old: sqlite3.Connection, table: _Table, order: str, found: list[tuple[Any, ...]]) -> bool:
    """List keys until the end or the damage; return True at the end. Bodies of rows are not read."""
    names, sorting = ", ".join(table.keys), ", ".join(f"{key} {order}" for key in table.keys)
    query = f"SELECT {names} FROM {table.name} {table.hint}"  # noqa: S608 - names from the schema
    try:
        cursor = old.execute(f"{query} ORDER BY {sorting}")
        while (key := cursor.fetchone()) is not None:
            found.append(key)
    except sqlite3.Error:
        beyond = f"{query} WHERE ({names}) {'>' if order == 'ASC' else '<'} ({', '.join('?' * len(table.keys))})"
        _creep(old, f"{beyond} ORDER BY {sorting} LIMIT 1", found)
        return False
    return True


def _creep(old: sqlite3.Connection, beyond: str, found: list[tuple[Any, ...]]) -> None:
    """List the last keys before the damage: sqlite3 reads one row ahead and drops it on an error."""
    with contextlib.suppress(sqlite3.Error):
        while found and (key := old.execute(beyond, found[-1]).fetchone()) is not None:
            found.append(key)


def _row(old: sqlite3.Connection, table: _Table, key: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Read a row. If only its body is unreadable, return the row without it, for the report.

    Columns after the body, for example times, may be unreadable too and are 0 then.
    """
    found = _read(old, table, table.columns, key)
    if found is None and "body" in table.columns:
        place = table.columns.index("body")
        known = dict(zip(table.keys, key, strict=True))
        before = _read(old, table, table.columns[:place], key)
        if before is None and table.columns[0] in known:  # to find a key, SQLite reads its whole row
            before = tuple(known.get(column, "") for column in table.columns[:place])
        if before is not None:
            rest = (_read(old, table, (column,), key) for column in table.columns[place + 1 :])
            found = (*before, b"", *(each[0] if each else 0 for each in rest))
    return found


def _read(
    old: sqlite3.Connection, table: _Table, columns: tuple[str, ...], key: tuple[Any, ...]
) -> tuple[Any, ...] | None:
    names, marks = ", ".join(table.keys), ", ".join("?" * len(table.keys))
    query = f"SELECT {names}, {', '.join(columns)} FROM {table.name} {table.hint}"  # noqa: S608 - names from the schema
    sorting = ", ".join(f"{name} DESC" for name in table.keys)
    for place in (  # in the other direction, the damage next to a row may not be touched
        f"WHERE ({names}) = ({marks})",
        f"WHERE ({names}) <= ({marks}) ORDER BY {sorting} LIMIT 1",
    ):
        with contextlib.suppress(sqlite3.Error):
            row: tuple[Any, ...] | None = old.execute(f"{query} {place}", key).fetchone()
            if row is None or row[: len(key)] != key:
                return None
            return row[len(key) :]
    return None


def _copy_sequences(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Prevent reuse of numbers."""
    with contextlib.suppress(sqlite3.Error):
        for name, highest in old.execute("SELECT name, seq FROM sqlite_sequence").fetchall():
            changed = new.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (highest, name))
            if not changed.rowcount:
                new.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, highest))
